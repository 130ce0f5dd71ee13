package evidence

import (
	"net/http"
	"runtime"
	"slices"
	"testing"
	"time"
)

// Nothing collects the connections of a Transport that nothing refers to any more. This is what lambda-leak reports.
func TestTransportPerCall(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		set   func(*http.Transport)
		after func(*http.Transport)
		stays []protocol
	}{
		{name: "zero", set: func(tr *http.Transport) { tr.IdleConnTimeout = 0 }, stays: []protocol{http1, http2}},
		{name: "IdleConnTimeout", set: func(tr *http.Transport) { tr.IdleConnTimeout = aWhile / 10 }},
		{name: "DisableKeepAlives", set: func(tr *http.Transport) { tr.IdleConnTimeout = 0; tr.DisableKeepAlives = true }},
		{
			name:  "MaxIdleConnsPerHost negative",
			set:   func(tr *http.Transport) { tr.IdleConnTimeout = 0; tr.MaxIdleConnsPerHost = -1 },
			stays: []protocol{http2}, // only HTTP/1 takes it for an order to close
		},
		{
			name:  "CloseIdleConnections",
			set:   func(tr *http.Transport) { tr.IdleConnTimeout = 0 },
			after: (*http.Transport).CloseIdleConnections,
		},
	}
	for _, p := range []protocol{http1, http2} {
		for _, test := range tests {
			t.Run(string(p)+" "+test.name, func(t *testing.T) {
				t.Parallel()
				const calls = 20
				s := serve(t, p, listenLoopback(t), answer)
				goroutines := goroutinesOf(t, func() {
					for range calls {
						tr := recommended()
						if p == http2 {
							tr.TLSClientConfig = trusting(s.Certificate())
						}
						test.set(tr)
						if _, err := get(t.Context(), &http.Client{Transport: tr, Timeout: patience}, s.URL); err != nil {
							t.Error(err)
						}
						if test.after != nil {
							test.after(tr)
						}
					}
				})
				if n := s.conns.accepted.Load(); n != calls {
					t.Errorf("%d connections were made, want one a call", n)
				}
				if !slices.Contains(test.stays, p) {
					falls(t, "connections are open", s.conns.open.Load, 0)
					falls(t, "goroutines are left", goroutines, 0)
				} else {
					for range 5 {
						runtime.GC()
						time.Sleep(aWhile / 5)
					}
					atLeast(t, "connections are open", s.conns.open.Load(), calls/2)
					atLeast(t, "goroutines are left", goroutines(), calls/2)
				}
				t.Logf("%d calls left %d connections and %d goroutines", calls, s.conns.open.Load(), goroutines())
			})
		}
	}
}
