// Package retry sends a request again when it may be sent again.
package retry

import "net/http"

type tripper struct {
	next http.RoundTripper
}

// New wraps next.
func New(next http.RoundTripper) http.RoundTripper {
	return &tripper{next: next}
}

func (t *tripper) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	if err != nil && req.Method == http.MethodGet {
		return t.next.RoundTrip(req)
	}
	return resp, err
}
