package evidence

import (
	"context"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// A request that closes its connection leaves none in the pool, by the field Close as by its header, though IdleConnTimeout is zero.
func TestRequestClose(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		tell func(*http.Request)
		open int64
	}{
		{"kept", func(*http.Request) {}, 1},
		{"field", func(req *http.Request) { req.Close = true }, 0},
		{"header", func(req *http.Request) { req.Header.Set("connection", "Close") }, 0},
	} {
		for _, p := range []protocol{http1, http2} {
			t.Run(string(p)+" "+test.name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					l := listenPipes()
					s := serve(t, p, l, answer)
					tr := s.transport(t)
					tr.DialContext = l.DialContext
					tr.IdleConnTimeout = 0
					for range 3 {
						if err := send(t.Context(), tr, s.URL, test.tell); err != nil {
							t.Fatal(err)
						}
					}
					time.Sleep(time.Second)
					t.Logf("%d connections are open after 3 requests", s.conns.open.Load())
					if n := s.conns.open.Load(); n != test.open {
						t.Errorf("%d connections are open after 3 requests, want %d", n, test.open)
					}
				})
			})
		}
	}
}

func send(ctx context.Context, rt http.RoundTripper, url string, tell func(*http.Request)) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	tell(req)
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
