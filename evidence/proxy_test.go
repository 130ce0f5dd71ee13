package evidence

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"testing"
)

func TestProxy(t *testing.T) {
	t.Setenv("HTTP_PROXY", "http://proxy.test:3128")
	t.Setenv("NO_PROXY", "")
	type proxy = func(*http.Request) (*url.URL, error)
	for _, test := range []struct {
		name  string
		value proxy
		by    string
	}{
		{"zero", nil, "server"},
		{"recommended", http.ProxyFromEnvironment, "proxy"},
	} {
		t.Run(test.name, func(t *testing.T) {
			says := func(by string) *server {
				return serve(t, http1, listenLoopback(t), func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("By", by) })
			}
			hosts := map[string]*server{"server.test:80": says("server"), "proxy.test:3128": says("proxy")}
			tr := recommended()
			tr.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
				return recommended().DialContext(ctx, network, hosts[addr].Listener.Addr().String())
			}
			tr.Proxy = test.value
			t.Cleanup(tr.CloseIdleConnections)
			resp, err := get(t.Context(), &http.Client{Transport: tr, Timeout: patience}, "http://server.test")
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("with HTTP_PROXY set, the %s answers", resp.Header.Get("By"))
			if got := resp.Header.Get("By"); got != test.by {
				t.Errorf("the %s answered, want the %s", got, test.by)
			}
		})
	}
}
