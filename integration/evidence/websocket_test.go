package evidence

import (
	"context"
	"net/http"
	"net/url"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"
)

// A server that never answers the handshake is waited for, whatever the context of the connection that it is on.
func TestWebSocketHandshakeTimeout(t *testing.T) {
	t.Parallel()
	for _, scheme := range []string{"ws", "wss"} {
		dial := func(_ *testing.T, ctx context.Context, timeout time.Duration) (f func() error, end func()) {
			l := listenPipes()
			silence(l)
			//transportlint:ignore dialer the test shows what follows
			dialer := &websocket.Dialer{NetDialContext: l.DialContext, HandshakeTimeout: timeout}
			return func() error {
				_, _, err := dialer.DialContext(ctx, scheme+"://example.com", nil)
				return err
			}, func() { _ = l.Close() }
		}
		t.Run(scheme+", zero", func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				f, end := dial(t, t.Context(), 0)
				hangs(t, forEver, f, end)
			})
		})
		t.Run(scheme+", 45s", func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				want := websocket.DefaultDialer.HandshakeTimeout
				f, end := dial(t, t.Context(), want)
				if took := fails(t, "", f); took != want {
					t.Errorf("failed after %v, want %v", took, want)
				}
				end()
			})
		})
		t.Run(scheme+", zero, a context with a deadline", func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const want = 30 * time.Second
				ctx, cancel := context.WithTimeout(t.Context(), want)
				defer cancel()
				f, end := dial(t, ctx, 0)
				if took := fails(t, "", f); took != want {
					t.Errorf("failed after %v, want %v", took, want)
				}
				end()
			})
		})
	}
}

// A dialer of one's own does not look for a proxy, unlike websocket.DefaultDialer.
func TestWebSocketProxy(t *testing.T) {
	t.Parallel()
	proxy := &url.URL{Scheme: "http", Host: "proxy.test:3128"}
	for _, test := range []struct {
		name  string
		proxy func(*http.Request) (*url.URL, error)
		addr  string
	}{
		{"zero", nil, "server.test:80"},
		{"Proxy", http.ProxyURL(proxy), proxy.Host},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			l := listenPipes()
			defer l.Close()
			var dialed string
			dialer := &websocket.Dialer{HandshakeTimeout: 50 * time.Millisecond, Proxy: test.proxy, NetDialContext: recording(l, &dialed)}
			silence(l)
			_, _, err := dialer.Dial("ws://server.test", nil)
			t.Logf("connects to %s; error: %v", dialed, err)
			if dialed != test.addr {
				t.Errorf("connected to %s, want %s", dialed, test.addr)
			}
		})
	}
	if websocket.DefaultDialer.Proxy == nil {
		t.Error("websocket.DefaultDialer has no Proxy: correct the catalog")
	}
}
