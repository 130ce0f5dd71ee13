// Package wrap has a RoundTripper that leaves it to others what it wraps.
package wrap

import (
	"log"
	"net/http"
)

// Logged logs requests.
type Logged struct{ Next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (l *Logged) RoundTrip(req *http.Request) (*http.Response, error) {
	log.Print(req.Method, " ", req.URL)
	return l.Next.RoundTrip(req)
}
