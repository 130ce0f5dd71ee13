// Package typeswitch finds transports behind http.RoundTripper with a type switch.
package typeswitch

import (
	"net/http"
	"time"
)

type logging struct {
	next http.RoundTripper
}

func (l *logging) RoundTrip(r *http.Request) (*http.Response, error) {
	return l.next.RoundTrip(r)
}

// setIdle looks through wrappers.
func setIdle(rt http.RoundTripper, d time.Duration) {
	switch t := rt.(type) {
	case *http.Transport:
		t.IdleConnTimeout = d
	case *logging:
		setIdle(t.next, d)
	}
}

// kind looks, and sets nothing.
func kind(rt http.RoundTripper) string {
	switch rt.(type) {
	case *http.Transport:
		return "transport"
	case *logging:
		return "logging"
	}
	return "other"
}

func set() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	setIdle(t, time.Minute)
	return t
}

func looked() (http.RoundTripper, string) {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout and DialContext unset \(`
	return t, kind(t)
}

func local() http.RoundTripper {
	var rt http.RoundTripper = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	switch t := rt.(type) {
	case *http.Transport:
		t.IdleConnTimeout = time.Minute
	default:
		panic("not a transport")
	}
	return rt
}
