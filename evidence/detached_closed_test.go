package evidence

import (
	"net/http"
	"sync"
	"testing"
	"time"
)

// A Client.Timeout leaves the dial or the handshake behind, and CloseIdleConnections ends it. So a function that has both, and
// whose transport nobody else has, needs neither TLSHandshakeTimeout nor a dialer's Timeout.
func TestDetachedClosed(t *testing.T) {
	t.Parallel()
	const calls = 20
	for _, test := range []struct {
		name   string
		url    func(*testing.T) string
		closes bool
	}{
		{"handshake", silentTLS, false},
		{"handshake, CloseIdleConnections", silentTLS, true},
		{"dial", func(t *testing.T) string { return "http://" + unanswered(t) }, false},
		{"dial, CloseIdleConnections", func(t *testing.T) string { return "http://" + unanswered(t) }, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			url := test.url(t)
			var mu sync.Mutex
			var left []*http.Transport
			call := func() {
				tr := recommended()
				tr.TLSHandshakeTimeout = 0
				tr.DialContext = nil
				if test.closes {
					defer tr.CloseIdleConnections()
				}
				mu.Lock()
				left = append(left, tr)
				mu.Unlock()
				if _, err := get(t.Context(), &http.Client{Transport: tr, Timeout: aWhile / 4}, url); err == nil {
					t.Error("a call to a server that does not answer succeeded")
				}
			}
			goroutines := goroutinesOf(t, func() {
				var all sync.WaitGroup
				for range calls {
					all.Go(call)
				}
				all.Wait()
			})
			if test.closes {
				falls(t, "goroutines are left", goroutines, 0)
			} else {
				time.Sleep(aWhile)
				// A call that times out before its dial has begun leaves none.
				atLeast(t, "goroutines are left", goroutines(), calls/2)
			}
			t.Logf("%d calls with a Client.Timeout of %v left %d goroutines", calls, aWhile/4, goroutines())
			for _, tr := range left {
				tr.CloseIdleConnections()
			}
		})
	}
}

func silentTLS(t *testing.T) string {
	l := listenLoopback(t)
	silence(t, l)
	return "https://" + l.Addr().String()
}
