// Package funcparam calls functions that it was given, and knows every one of them: the receiver of the function
// is unexported, and so are all its callers.
package funcparam

import (
	"net"
	"net/http"
	"time"
)

func build(configure func(*http.Transport)) http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set DialContext \([^)]*\)(;|$)`
	configure(t)
	return t
}

func setIdle(t *http.Transport) { t.IdleConnTimeout = time.Minute }

var (
	named   = build(setIdle)
	literal = build(func(t *http.Transport) { t.TLSHandshakeTimeout = time.Second })
)

// A table of functions.
func table() http.RoundTripper {
	t := &http.Transport{}
	for _, set := range []func(*http.Transport){
		setIdle,
		func(t *http.Transport) { t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10 },
		func(t *http.Transport) { t.TLSHandshakeTimeout = time.Second },
		func(t *http.Transport) { t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext },
	} {
		set(t)
	}
	return t
}

// The variable holds one of two functions.
func chosen(pool bool) http.RoundTripper {
	set := setIdle
	if pool {
		set = func(t *http.Transport) { t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10 }
	}
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	set(t)
	return t
}
