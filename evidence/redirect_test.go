package evidence

import (
	"context"
	"net"
	"net/http"
	"testing"
	"testing/synctest"
)

// A URL that begins with http:// does not keep a client from TLS: the server may redirect it. Only a CheckRedirect that follows
// no redirect makes TLSHandshakeTimeout moot.
func TestRedirectToTLS(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		check func(*http.Request, []*http.Request) error
		hangs bool
	}{
		{"CheckRedirect nil", nil, true},
		{"CheckRedirect that follows none", func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				plain, secure := listenPipes(), listenPipes()
				s := serve(t, http1, plain, func(w http.ResponseWriter, r *http.Request) {
					http.Redirect(w, r, "https://example.com:443/", http.StatusMovedPermanently)
				})
				silence(t, secure)
				tr := s.transport(t)
				tr.TLSHandshakeTimeout = 0
				tr.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
					if addr == "example.com:443" {
						return secure.DialContext(ctx, network, addr)
					}
					return plain.DialContext(ctx, network, addr)
				}
				c := start(t, func(ctx context.Context) error {
					_, err := get(ctx, &http.Client{Transport: tr, CheckRedirect: test.check}, s.URL)
					return err
				})
				if test.hangs {
					c.hangs(t, forEver)
					return
				}
				if c.wait(t); c.err != nil {
					t.Error(c.err)
				}
			})
		})
	}
}
