package evidence

import (
	"net/http"
	"sync"
	"testing"
)

func TestMaxConnsPerHost(t *testing.T) {
	t.Parallel()
	const requests = 200
	for _, test := range []struct {
		name  string
		value int
		at    int64 // requests that can be under way at one time
	}{
		{"zero", 0, requests},
		{"10", 10, 10},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			// No request is answered before as many have come as can.
			all := newBarrier(test.at)
			s := serve(t, http1, listenLoopback(t), func(_ http.ResponseWriter, r *http.Request) { all.wait(r.Context()) })
			tr := s.transport(t)
			tr.MaxConnsPerHost = test.value
			client := &http.Client{Transport: tr, Timeout: patience}
			var burst sync.WaitGroup
			for range requests {
				burst.Go(func() {
					if _, err := get(t.Context(), client, s.URL); err != nil {
						t.Error(err)
					}
				})
			}
			burst.Wait()
			n := s.conns.most.Load()
			t.Logf("at most %d connections at a time for %d requests at once", n, requests)
			atLeast(t, "connections at a time", n, test.at)
			if test.value > 0 {
				atMost(t, "connections at a time", n, requests/2) // the server learns late of one that is closed and replaced
			}
		})
	}
}
