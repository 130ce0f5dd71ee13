// Package helperchain sets fields three calls away.
package helperchain

import (
	"net/http"
	"time"
)

func configure(t *http.Transport) { pool(t) }

func pool(t *http.Transport) {
	t.MaxIdleConns = 100
	lifetime(t, time.Minute)
}

func lifetime(t *http.Transport, idle time.Duration) {
	t.IdleConnTimeout = idle
}

func configured() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	configure(t)
	return t
}

func inspect(t *http.Transport) { visit(t) }

func visit(t *http.Transport) { show(t) }

func show(t *http.Transport) { println(t.MaxIdleConns) }

func inspected() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	inspect(t)
	return t
}

// The struct changes on the way: from transport to client and back.
func wrap(t *http.Transport) *http.Client {
	c := &http.Client{Transport: t}
	unwrap(c)
	return c
}

func unwrap(c *http.Client) {
	if t, ok := c.Transport.(*http.Transport); ok {
		lifetime(t, time.Minute)
	}
}

func wrapped() *http.Client {
	return wrap(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}
