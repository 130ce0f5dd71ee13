package evidence

import (
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
)

// Where MaxConnsPerHost is no more than http.DefaultMaxIdleConnsPerHost, a MaxIdleConnsPerHost of zero closes nothing.
func TestMaxConnsPerHostTwo(t *testing.T) {
	t.Parallel()
	const requests = 200
	for _, test := range []struct {
		name     string
		value    int
		from, to int64 // connections
	}{
		{"1", 1, 1, 1},
		{"2", http.DefaultMaxIdleConnsPerHost, 1, http.DefaultMaxIdleConnsPerHost},
		{"10", 10, 2 * 10, requests},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			// No request is answered before as many have come as can.
			var all atomic.Pointer[barrier]
			s := serve(t, http1, listenLoopback(t), func(_ http.ResponseWriter, r *http.Request) { all.Load().wait(r.Context()) })
			tr := s.transport(t)
			tr.MaxConnsPerHost = test.value
			client := &http.Client{Transport: tr, Timeout: patience}
			for range requests / 20 {
				all.Store(newBarrier(int64(test.value)))
				var burst sync.WaitGroup
				for range 20 {
					burst.Go(func() {
						if _, err := get(t.Context(), client, s.URL); err != nil {
							t.Error(err)
						}
					})
				}
				burst.Wait()
			}
			n := s.conns.accepted.Load()
			t.Logf("%d connections for %d requests, 20 at once", n, requests)
			atLeast(t, "connections", n, test.from)
			atMost(t, "connections", n, test.to)
		})
	}
}
