package evidence

import (
	"net/http"
	"sync"
	"testing"
)

// MaxIdleConns limits the idle connections to one host as well, so a MaxIdleConnsPerHost above it is never reached.
func TestMaxIdleConnsPerHostAboveMaxIdleConns(t *testing.T) {
	t.Parallel()
	const (
		perHost = 50
		total   = 10
	)
	for _, test := range []struct {
		name  string
		value int // of MaxIdleConns
		idle  int64
	}{
		{"zero", 0, perHost},
		{"above", 2 * perHost, perHost},
		{"equal", perHost, perHost},
		{"below", total, total},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			all := newBarrier(perHost)
			s := serve(t, http1, listenLoopback(t), func(_ http.ResponseWriter, r *http.Request) { all.wait(r.Context()) })
			tr := s.transport(t)
			tr.MaxIdleConnsPerHost = perHost
			tr.MaxIdleConns = test.value
			client := &http.Client{Transport: tr, Timeout: patience}
			var burst sync.WaitGroup
			for range perHost {
				burst.Go(func() {
					if _, err := get(t.Context(), client, s.URL); err != nil {
						t.Error(err)
					}
				})
			}
			burst.Wait()
			falls(t, "idle connections", s.conns.open.Load, test.idle)
			n := s.conns.open.Load()
			t.Logf("%d idle connections after %d requests at once", n, perHost)
			atLeast(t, "idle connections", n, test.idle/2)
		})
	}
}
