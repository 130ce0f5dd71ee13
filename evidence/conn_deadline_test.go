package evidence

import (
	"context"
	"net"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// A connection with a deadline is closed when that is over, though it is idle and there is no IdleConnTimeout: the transport reads
// from it all the time.
func TestConnDeadline(t *testing.T) {
	t.Parallel()
	const limit = 30 * time.Second
	t.Run("handshake", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			l := listenPipes()
			silence(t, l)
			tr := recommended()
			tr.TLSHandshakeTimeout = 0
			tr.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
				conn, err := l.DialContext(ctx, network, addr)
				if err == nil {
					err = conn.SetReadDeadline(time.Now().Add(limit))
				}
				return conn, err
			}
			c := start(t, func(ctx context.Context) error {
				_, err := get(ctx, &http.Client{Transport: tr}, "https://example.com")
				return err
			})
			if took := c.fails(t, "i/o timeout"); took != limit {
				t.Errorf("failed after %v, want %v", took, limit)
			}
		})
	})
	for _, p := range []protocol{http1, http2} {
		for name, set := range map[string]func(net.Conn) error{
			"without": func(net.Conn) error { return nil },
			"SetDeadline": func(c net.Conn) error {
				return c.SetDeadline(time.Now().Add(limit))
			},
			"SetReadDeadline": func(c net.Conn) error {
				return c.SetReadDeadline(time.Now().Add(limit))
			},
		} {
			t.Run(string(p)+" "+name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					l := listenPipes()
					s := serve(t, p, l, answer)
					tr := s.transport(t)
					tr.IdleConnTimeout = 0
					tr.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
						conn, err := l.DialContext(ctx, network, addr)
						if err == nil {
							err = set(conn)
						}
						return conn, err
					}
					if _, err := get(t.Context(), &http.Client{Transport: tr}, s.URL); err != nil {
						t.Fatal(err)
					}
					wait, want := forEver, int64(1)
					if name != "without" {
						wait, want = limit+time.Second, 0
					}
					time.Sleep(wait)
					t.Logf("%d idle connections after %v", s.conns.open.Load(), wait)
					if n := s.conns.open.Load(); n != want {
						t.Errorf("%d connections are open, want %d", n, want)
					}
				})
			})
		}
	}
}
