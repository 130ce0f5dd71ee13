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

var Plain = apply(&http.Transport{}) // want `^transport: http.Transport leaves IdleConnTimeout, MaxIdleConns, MaxIdleConnsPerHost, TLSHandshakeTimeout and DialContext unset \(`
