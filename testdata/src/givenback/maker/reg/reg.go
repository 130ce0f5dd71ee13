// Package reg configures what functions that it is given make.
package reg

import (
	"net/http"
	"time"
)

// With makes a client of the transport that f makes.
func With(f func() *http.Transport) *http.Client {
	t := f()
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
	return &http.Client{Transport: t}
}

// A Server has a hook.
type Server struct {
	NewTransport func() *http.Transport
}

// Client makes a client by it.
func (s *Server) Client() *http.Client { return With(s.NewTransport) }

type tripper struct{ next http.RoundTripper }

func (t *tripper) RoundTrip(r *http.Request) (*http.Response, error) { return t.next.RoundTrip(r) }

// Wrap wraps what f makes.
func Wrap(f func() http.RoundTripper) http.RoundTripper { return &tripper{f()} }
