// Package negativeperhost sets MaxIdleConnsPerHost below zero, which turns keep-alives off.
package negativeperhost

import "net/http"

const none = -1

var (
	Negative = &http.Transport{MaxIdleConnsPerHost: -1}   // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	Constant = &http.Transport{MaxIdleConnsPerHost: none} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	Zero     = &http.Transport{MaxIdleConnsPerHost: 0}    // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	Positive = &http.Transport{MaxIdleConnsPerHost: 1}    // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
)

func later() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t.MaxIdleConnsPerHost = -1
	return t
}

// A variable is a number of connections until it is shown to be something else.
func variable(n int) http.RoundTripper {
	return &http.Transport{MaxIdleConnsPerHost: n} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

// For one of two values connections are kept.
func either(few bool) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	if few {
		t.MaxIdleConnsPerHost = -1
	} else {
		t.MaxIdleConnsPerHost = 1024
	}
	return t
}
