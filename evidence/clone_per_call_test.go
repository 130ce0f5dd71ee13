package evidence

import (
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// A clone of http.DefaultTransport does not share its connections: one made by every call leaves those behind, each for the
// IdleConnTimeout. A client without a Transport uses http.DefaultTransport itself, and leaves one in all: see TestSharedPool.
func TestClonePerCall(t *testing.T) {
	t.Parallel()
	const calls = 20
	for _, test := range []struct {
		name  string
		p     protocol
		after func(*http.Transport)
		stay  int64
	}{
		{"HTTP/1.1", http1, func(*http.Transport) {}, calls},
		{"HTTP/2.0", http2, func(*http.Transport) {}, calls},
		{"HTTP/1.1 CloseIdleConnections", http1, (*http.Transport).CloseIdleConnections, 0},
		{"HTTP/2.0 CloseIdleConnections", http2, (*http.Transport).CloseIdleConnections, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				l := listenPipes()
				s := serve(t, test.p, l, answer)
				tr := http.DefaultTransport.(*http.Transport)
				goroutines := goroutinesOf(t, func() {
					for range calls {
						clone := tr.Clone()
						clone.DialContext = l.DialContext
						if cert := s.Certificate(); cert != nil {
							clone.TLSClientConfig.RootCAs = trusting(cert).RootCAs
						}
						if _, err := get(t.Context(), &http.Client{Transport: clone}, s.URL); err != nil {
							t.Error(err)
						}
						test.after(clone)
					}
				})
				time.Sleep(tr.IdleConnTimeout - time.Second)
				synctest.Wait()
				n := s.conns.open.Load()
				t.Logf("%d calls left %d connections and %d goroutines until just before the IdleConnTimeout of %v", calls, n, goroutines(), tr.IdleConnTimeout)
				if n != test.stay {
					t.Errorf("%d connections are open, want %d", n, test.stay)
				}
				time.Sleep(2 * time.Second)
				synctest.Wait()
				if n, g := s.conns.open.Load(), goroutines(); n != 0 || g != 0 {
					t.Errorf("%d connections are open and %d goroutines left after the IdleConnTimeout, want none", n, g)
				}
			})
		})
	}
}

// Clients without a Transport of their own share the connections of http.DefaultTransport. What is made for each invocation is
// not what outlives it.
func TestSharedPool(t *testing.T) {
	t.Parallel()
	const calls = 20
	for _, test := range []struct {
		name   string
		client func() *http.Client
		conns  int64
	}{
		{"no Transport", func() *http.Client { return &http.Client{Timeout: patience} }, 1},
		{"http.DefaultTransport", func() *http.Client { return &http.Client{Timeout: patience, Transport: http.DefaultTransport} }, 1},
		{"http.DefaultClient", func() *http.Client { return http.DefaultClient }, 1},
		{"a clone of http.DefaultTransport", func() *http.Client {
			return &http.Client{Timeout: patience, Transport: http.DefaultTransport.(*http.Transport).Clone()}
		}, calls},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, http1, listenLoopback(t), answer)
			for range calls {
				client := test.client()
				if _, err := get(t.Context(), client, s.URL); err != nil {
					t.Fatal(err)
				}
				if tr, ok := client.Transport.(*http.Transport); ok && tr != http.DefaultTransport {
					t.Cleanup(tr.CloseIdleConnections)
				}
			}
			n := s.conns.accepted.Load()
			t.Logf("%d clients, one after the other: %d connections", calls, n)
			atLeast(t, "connections", n, test.conns)
			atMost(t, "connections", n, max(test.conns, calls/2)) // one that is not back yet cannot be used again
		})
	}
}

// A clone of a transport without IdleConnTimeout keeps its connection forever, and does not share it with its original.
func TestOwnClonePerCall(t *testing.T) {
	t.Parallel()
	const calls = 20
	synctest.Test(t, func(t *testing.T) {
		l := listenPipes()
		s := serve(t, http1, l, answer)
		//transportlint:ignore transport the test shows what follows
		own := &http.Transport{DialContext: l.DialContext}
		var clones []*http.Transport
		for range calls {
			clone := own.Clone()
			clones = append(clones, clone)
			if _, err := get(t.Context(), &http.Client{Transport: clone}, s.URL); err != nil {
				t.Error(err)
			}
		}
		own.CloseIdleConnections()
		time.Sleep(24 * time.Hour)
		synctest.Wait()
		if n := s.conns.open.Load(); n != calls {
			t.Errorf("%d connections are open after a day, want %d", n, calls)
		}
		for _, clone := range clones {
			clone.CloseIdleConnections()
		}
		synctest.Wait()
		if n := s.conns.open.Load(); n != 0 {
			t.Errorf("%d connections are open after CloseIdleConnections of the clones, want none", n)
		}
	})
}
