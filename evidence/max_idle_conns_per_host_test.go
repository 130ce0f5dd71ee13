package evidence

import (
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
)

// MaxIdleConnsPerHost zero is no missing limit but a low one: what is above it is closed and opened again.
func TestMaxIdleConnsPerHost(t *testing.T) {
	t.Parallel()
	const (
		rounds     = 20
		concurrent = 50
		churn      = concurrent + (rounds-1)*(concurrent-http.DefaultMaxIdleConnsPerHost)
	)
	for _, test := range []struct {
		name  string
		p     protocol
		value int
		from  int64 // connections
		to    int64
	}{
		{"HTTP/1.1 zero", http1, 0, churn / 2, 2 * churn},
		{"HTTP/1.1 DefaultMaxIdleConnsPerHost", http1, http.DefaultMaxIdleConnsPerHost, churn / 2, 2 * churn},
		{"HTTP/1.1 as many as are in use", http1, concurrent, concurrent, churn / 2},
		{"HTTP/2.0 zero", http2, 0, 1, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			// No request of a round is answered before all have come, so that all are under way at one time.
			var all atomic.Pointer[barrier]
			all.Store(newBarrier(1))
			s := serve(t, test.p, listenLoopback(t), func(_ http.ResponseWriter, r *http.Request) { all.Load().wait(r.Context()) })
			tr := s.transport(t)
			tr.MaxIdleConnsPerHost = test.value
			client := &http.Client{Transport: tr, Timeout: patience}
			if _, err := get(t.Context(), client, s.URL); err != nil { // HTTP/2 is agreed on
				t.Fatal(err)
			}
			for range rounds {
				all.Store(newBarrier(concurrent))
				var round sync.WaitGroup
				for range concurrent {
					round.Go(func() {
						if _, err := get(t.Context(), client, s.URL); err != nil {
							t.Error(err)
						}
					})
				}
				round.Wait()
			}
			n := s.conns.accepted.Load()
			t.Logf("%d connections for %d requests, %d at a time", n, rounds*concurrent, concurrent)
			atLeast(t, "connections", n, test.from)
			atMost(t, "connections", n, test.to)
		})
	}
}
