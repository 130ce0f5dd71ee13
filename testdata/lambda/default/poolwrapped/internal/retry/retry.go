// Package retry has RoundTrippers that wrap another.
package retry

import (
	"net/http"
	"time"
)

// A Transport sends once more.
type Transport struct{ next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	if err != nil {
		return t.next.RoundTrip(req)
	}
	return resp, nil
}

// New wraps http.DefaultTransport.
func New() *Transport { return &Transport{http.DefaultTransport} }

// Plain does, too.
func Plain() http.RoundTripper { return New() }

// Over wraps next; nil stands for http.DefaultTransport.
func Over(next http.RoundTripper) http.RoundTripper {
	if next == nil {
		next = http.DefaultTransport
	}
	return &Transport{next}
}

// A chosen transport is of another type: values of one type share what they have.
type chosen struct{ next http.RoundTripper }

func (c *chosen) RoundTrip(req *http.Request) (*http.Response, error) { return c.next.RoundTrip(req) }

// Chosen wraps a clone with a limit.
func Chosen() http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.IdleConnTimeout = 30 * time.Second
	return &chosen{t}
}
