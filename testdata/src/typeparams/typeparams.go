// Package typeparams passes values through generic helpers.
package typeparams

import (
	"net"
	"net/http"
	"time"
)

var dial = (&net.Dialer{Timeout: 5 * time.Second}).DialContext

// Ptr returns a pointer to a copy of v.
func Ptr[T any](v T) *T {
	return &v
}

var plain = Ptr(http.Transport{}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

func viaPtr() http.RoundTripper {
	t := Ptr(http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 10, TLSHandshakeTimeout: time.Second, DialContext: dial})
	t.IdleConnTimeout = 30 * time.Second
	return t
}

// Must returns v, or panics.
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func build() (*http.Transport, error) {
	return &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 10, TLSHandshakeTimeout: time.Second}, nil // want `^transport: http.Transport does not set DialContext \([^)]*\)(;|$)`
}

func viaMust() http.RoundTripper {
	t := Must(build())
	t.IdleConnTimeout = 30 * time.Second
	return t
}
