package evidence

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// A connection that is dead without net/http knowing is used again if IdleConnTimeout is zero, or longer than the peer's
// memory. The request fails, unless net/http takes it for one that may be made twice. This is what lambda-idle and
// lambda-default report: a process that was frozen when its peer closed the connection does not know either.
func TestStaleConnection(t *testing.T) {
	t.Parallel()
	const (
		requests = 5
		idle     = aWhile / 20
	)
	idempotent := func(r *http.Request) { r.Header.Set("Idempotency-Key", "1") }
	for _, test := range []struct {
		name   string
		p      protocol
		method string
		mark   func(*http.Request)
		set    func(*http.Transport)
		fails  bool
	}{
		{name: "zero, POST", p: http1, method: "POST", set: idleFor(0), fails: true},
		{name: "zero, PUT", p: http1, method: "PUT", set: idleFor(0), fails: true},
		{name: "zero, DELETE", p: http1, method: "DELETE", set: idleFor(0), fails: true},
		{name: "zero, GET", p: http1, method: "GET", set: idleFor(0)},
		{name: "zero, HEAD", p: http1, method: "HEAD", set: idleFor(0)},
		{name: "zero, OPTIONS", p: http1, method: "OPTIONS", set: idleFor(0)},
		{name: "zero, TRACE", p: http1, method: "TRACE", set: idleFor(0)},
		{name: "zero, POST with Idempotency-Key", p: http1, method: "POST", mark: idempotent, set: idleFor(0)},
		{name: "zero, POST", p: http2, method: "POST", set: idleFor(0), fails: true},
		{name: "zero, GET", p: http2, method: "GET", set: idleFor(0), fails: true},
		{name: "as http.DefaultTransport, POST", p: http1, method: "POST", fails: true},
		{name: "as http.DefaultTransport, GET", p: http2, method: "GET", fails: true},
		{name: "shorter, POST", p: http1, method: "POST", set: idleFor(idle / 2)},
		{name: "shorter, POST", p: http2, method: "POST", set: idleFor(idle / 2)},
		{name: "DisableKeepAlives, POST", p: http1, method: "POST", set: func(tr *http.Transport) { tr.DisableKeepAlives = true }},
	} {
		t.Run(string(test.p)+" "+test.name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, test.p, listenLoopback(t), answer)
			n := natTo(t, s.Listener.Addr())
			url := strings.Replace(s.URL, s.Listener.Addr().String(), n.Addr().String(), 1)
			var failed int64
			var last error
			for range requests {
				tr := s.transport(t)
				if test.set != nil {
					test.set(tr)
				}
				client := &http.Client{Transport: tr, Timeout: patience}
				for range 2 { // behind the second, nothing of HTTP/2's preface is still under way
					if _, err := get(t.Context(), client, url); err != nil {
						t.Fatal(err)
					}
				}
				n.forget()
				time.Sleep(idle)
				req, err := http.NewRequestWithContext(t.Context(), test.method, url, nil)
				if err != nil {
					t.Fatal(err)
				}
				if test.mark != nil {
					test.mark(req)
				}
				if _, err := do(client, req); err != nil {
					failed++
					last = err
				}
			}
			t.Logf("%d of %d requests failed; error: %v", failed, requests, last)
			if test.fails {
				atLeast(t, "requests failed", failed, 1) // net/http may see the reset before it sends
			} else {
				atMost(t, "requests failed", failed, 0)
			}
		})
	}
}

func idleFor(d time.Duration) func(*http.Transport) {
	return func(tr *http.Transport) { tr.IdleConnTimeout = d }
}
