// Package literalforms writes http.Transport as composite literals.
package literalforms

import (
	"net"
	"net/http"
	"time"
)

var (
	Pointer = &http.Transport{}      // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
	Value   = http.Transport{}       // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
	Parens  = &(http.Transport{})    // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
	Empty   = (*http.Transport)(nil) // no value at all
)

// Careful limits both phases of a connection and keeps idle ones for ever.
var Careful = &http.Transport{ // want `^transport: http.Transport leaves IdleConnTimeout and MaxIdleConnsPerHost unset \(`
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
}

var OneMissing = &http.Transport{ // want `^transport: http.Transport leaves MaxIdleConnsPerHost unset \(`
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	IdleConnTimeout:     30 * time.Second,
}

var TwoMissing = &http.Transport{ // want `^transport: http.Transport leaves IdleConnTimeout and TLSHandshakeTimeout unset \(`
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 100,
}

var Complete = &http.Transport{
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 100,
	IdleConnTimeout:     30 * time.Second,
}

// The variable is no second value: one diagnostic, at the literal.
func local() http.RoundTripper {
	t := http.Transport{ // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 100,
		IdleConnTimeout:     30 * time.Second,
	}
	return &t
}

// The literal begins on the second line, and so does the diagnostic.
func spread() http.RoundTripper {
	return http.RoundTripper(
		&http.Transport{ // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
		},
	)
}
