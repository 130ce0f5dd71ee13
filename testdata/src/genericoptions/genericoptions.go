// Package genericoptions applies functions to a value in a generic helper.
package genericoptions

import (
	"net"
	"net/http"
	"time"
)

func apply[T any](v *T, options ...func(*T)) *T {
	for _, option := range options {
		option(v)
	}
	return v
}

func limits(t *http.Transport) {
	t.MaxIdleConns = 100
	t.MaxIdleConnsPerHost = 100
	t.IdleConnTimeout = 30 * time.Second
}

var Full = apply(&http.Transport{}, limits, func(t *http.Transport) {
	t.TLSHandshakeTimeout = 5 * time.Second
	t.DialContext = (&net.Dialer{Timeout: 5 * time.Second}).DialContext
})

// Calls of one function are not told apart inside of it: what any option does counts for every value.
var Plain = apply(&http.Transport{})
