package setinclosure

import (
	"net/http"
	"time"
)

// Closures within closures.
func nested() http.RoundTripper {
	var t http.Transport // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	outer := func() {
		inner := func() { t.MaxIdleConns = 100 }
		inner()
		t.IdleConnTimeout = time.Minute
	}
	outer()
	return &t
}

// A closure that mentions the transport without setting anything.
func reading() (http.RoundTripper, func() time.Duration) {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	return t, func() time.Duration { return t.IdleConnTimeout }
}

// The result of the closure is handed out: whoever calls it sets the field.
func setter() (http.RoundTripper, func(time.Duration)) {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	return t, func(d time.Duration) { t.IdleConnTimeout = d }
}
