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

// with takes options of any named type.
func with[O ~func(*http.Transport)](options ...O) *http.Transport {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	for _, option := range options {
		option(t)
	}
	return t
}

type option func(*http.Transport)

var Limited = with(option(limits))

func convert[From, To any](from From, to func(From) To) To { return to(from) }

func dialer(timeout time.Duration) *net.Dialer { return &net.Dialer{Timeout: timeout} }

func loose(time.Duration) *net.Dialer { return &net.Dialer{} } // completed below

// A helper with several type arguments, as a value.
func instantiated() {
	create := convert[time.Duration, *net.Dialer]
	create(time.Second, loose).Timeout = time.Second
	create(time.Second, dialer)
}
