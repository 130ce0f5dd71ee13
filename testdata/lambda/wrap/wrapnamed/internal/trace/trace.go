// Package trace names requests.
package trace

import "net/http"

type named struct {
	name string
	next http.RoundTripper
}

func (n *named) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Traceparent", n.name)
	return n.next.RoundTrip(req)
}

// Wrap wraps next.
func Wrap(name string, next http.RoundTripper) http.RoundTripper { return &named{name, next} }
