// Package literalforms writes http.Transport as composite literals.
package literalforms

import (
	"net"
	"net/http"
	"time"
)

var (
	Pointer = &http.Transport{}      // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	Value   = http.Transport{}       // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	Parens  = &(http.Transport{})    // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	Empty   = (*http.Transport)(nil) // no value at all
)

// Careful limits both phases of a connection and keeps idle ones for ever.
var Careful = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
}

var OneMissing = &http.Transport{ // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	IdleConnTimeout:     30 * time.Second,
}

var TwoMissing = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and TLSHandshakeTimeout \([^)]*\)(;|$)`
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
	t := http.Transport{ // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 100,
		IdleConnTimeout:     30 * time.Second,
	}
	return &t
}

// The literal begins on the second line, and so does the diagnostic.
func spread() http.RoundTripper {
	return http.RoundTripper(
		&http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		},
	)
}
