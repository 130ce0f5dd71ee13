// Package phi has variables that hold one of several transports.
package phi

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

var dial = (&net.Dialer{Timeout: 5 * time.Second}).DialContext

// Both literals reach the store.
func either(cfg *tls.Config) http.RoundTripper {
	t := &http.Transport{DialContext: dial, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`
	if cfg != nil {
		t = &http.Transport{DialContext: dial, TLSClientConfig: cfg} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	}
	t.IdleConnTimeout = time.Minute
	return t
}

// Only one of them does.
func one(cfg *tls.Config) http.RoundTripper {
	var t *http.Transport
	if cfg != nil {
		t = &http.Transport{DialContext: dial, MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`
		t.IdleConnTimeout = time.Minute
	} else {
		t = &http.Transport{DialContext: dial, MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and TLSHandshakeTimeout \([^)]*\)(;|$)`
	}
	return t
}

// A parameter, or a transport of our own where it is nil.
func fallback(t *http.Transport) http.RoundTripper {
	if t == nil {
		t = &http.Transport{DialContext: dial, MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`
	}
	if t.IdleConnTimeout == 0 {
		t.IdleConnTimeout = time.Minute
	}
	return t
}

func loop(n int) http.RoundTripper {
	var t *http.Transport
	for i := range n {
		if t == nil || i%10 == 0 {
			t = &http.Transport{DialContext: dial, MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`
		}
		t.IdleConnTimeout = time.Minute
	}
	return t
}

func dialer(fast bool, addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if fast {
		d = &net.Dialer{Timeout: time.Second}
	}
	return d.Dial("tcp", addr)
}
