package evidence

import (
	"context"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// A connection that NewClientConn made is in no pool: no request of the transport goes over it, CloseIdleConnections leaves it
// alone, and its end is up to who has it.
func TestClientConn(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		p     protocol
		value time.Duration // of IdleConnTimeout
		stays bool
	}{
		{"zero", http1, 0, true},
		{"recommended", http1, recommended().IdleConnTimeout, true},
		{"zero", http2, 0, true},
		{"recommended", http2, recommended().IdleConnTimeout, false}, // HTTP/2 obeys
	} {
		t.Run(string(test.p)+" "+test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				l := listenPipes()
				s := serve(t, test.p, l, answer)
				tr := s.transport(t)
				tr.DialContext = l.DialContext
				tr.IdleConnTimeout = test.value
				scheme := map[protocol]string{http1: "http", http2: "https"}[test.p]
				cc, err := tr.NewClientConn(t.Context(), scheme, "example.com:1")
				if err != nil {
					t.Fatal(err)
				}
				defer cc.Close()
				if err := roundTrip(t.Context(), cc, s.URL); err != nil {
					t.Fatal(err)
				}
				if err := roundTrip(t.Context(), tr, s.URL); err != nil {
					t.Fatal(err)
				}
				if n := s.conns.accepted.Load(); n != 2 {
					t.Errorf("%d connections for one request of the ClientConn and one of its transport, want 2", n)
				}
				tr.CloseIdleConnections()
				time.Sleep(time.Second)
				if n := s.conns.open.Load(); n != 1 {
					t.Errorf("%d connections are open after CloseIdleConnections, want 1", n)
				}
				time.Sleep(forEver)
				t.Logf("%d connections after %v", s.conns.open.Load(), forEver)
				if n := s.conns.open.Load(); n == 1 != test.stays {
					t.Errorf("%d connections are open; one should be: %v", n, test.stays)
				}
				_ = cc.Close()
				time.Sleep(time.Second)
				if n := s.conns.open.Load(); n != 0 {
					t.Errorf("%d connections are open after Close, want 0", n)
				}
			})
		})
	}
}

func roundTrip(ctx context.Context, rt http.RoundTripper, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
