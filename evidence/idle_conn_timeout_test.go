package evidence

import (
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

func TestIdleConnTimeout(t *testing.T) {
	t.Parallel()
	for _, p := range []protocol{http1, http2} {
		t.Run(string(p)+" zero", func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s, client := idle(t, p, 0)
				time.Sleep(forEver)
				t.Logf("%d idle connection after %v", s.conns.open.Load(), forEver)
				if n := s.conns.open.Load(); n != 1 {
					t.Errorf("%d connections are open, want 1", n)
				}
				if _, err := get(t.Context(), client, s.URL); err != nil {
					t.Error(err)
				}
				if n := s.conns.accepted.Load(); n != 1 {
					t.Errorf("%d connections were made, want 1: the old one should have been used again", n)
				}
			})
		})
		t.Run(string(p)+" recommended", func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				d := recommended().IdleConnTimeout
				s, _ := idle(t, p, d)
				time.Sleep(d - time.Second)
				if n := s.conns.open.Load(); n != 1 {
					t.Errorf("%d connections are open, want 1, since the time is not over", n)
				}
				time.Sleep(2 * time.Second)
				t.Logf("%d idle connections after %v", s.conns.open.Load(), d)
				if n := s.conns.open.Load(); n != 0 {
					t.Errorf("%d connections are open, want 0", n)
				}
			})
		})
	}
}

// idle returns a client that has one idle connection to the server.
func idle(t *testing.T, p protocol, timeout time.Duration) (*server, *http.Client) {
	l := listenPipes()
	s := serve(t, p, l, answer)
	tr := s.transport(t)
	tr.DialContext = l.DialContext
	tr.IdleConnTimeout = timeout
	client := &http.Client{Transport: tr}
	resp, err := get(t.Context(), client, s.URL)
	if err != nil {
		t.Fatal(err)
	}
	if resp.Proto != string(p) {
		t.Fatalf("the answer came by %s, want %s", resp.Proto, p)
	}
	return s, client
}
