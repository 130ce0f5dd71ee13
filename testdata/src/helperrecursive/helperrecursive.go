// Package helperrecursive has helpers that call themselves and each other.
package helperrecursive

import (
	"net/http"
	"time"
)

func retry(t *http.Transport, n int) {
	if n == 0 {
		t.IdleConnTimeout = time.Minute
		return
	}
	retry(t, n-1)
}

func ping(t *http.Transport, n int) {
	if n > 0 {
		pong(t, n-1)
	}
}

func pong(t *http.Transport, n int) {
	t.MaxIdleConns = n
	ping(t, n)
}

// endless sets nothing, however often it calls itself.
func endless(t *http.Transport, n int) *http.Transport {
	if n == 0 {
		return t
	}
	return endless(t, n-1)
}

func selfCalling() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	retry(t, 3)
	return t
}

func mutual() http.RoundTripper {
	t := &http.Transport{MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	ping(t, 3)
	return t
}

func nothing() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	return endless(t, 3)                                             // its calls are not told apart: what handedBack sets counts here, too
}

// The recursion hands its argument back, and the caller sets a field in it.
func handedBack() http.RoundTripper {
	t := endless(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, 3) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t.IdleConnTimeout = time.Minute
	return t
}
