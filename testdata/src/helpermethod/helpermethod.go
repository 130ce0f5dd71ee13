// Package helpermethod has helpers that are methods.
package helpermethod

import (
	"net/http"
	"time"
)

type config struct {
	idle time.Duration
	per  int
}

func (c config) apply(t *http.Transport) {
	t.IdleConnTimeout = c.idle
	c.applyPool(t)
}

func (c *config) applyPool(t *http.Transport) {
	t.MaxIdleConns = 10 * c.per
	t.MaxIdleConnsPerHost = c.per
}

func (c config) check(t *http.Transport) bool {
	return t.IdleConnTimeout == c.idle
}

func applied(c config) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	c.apply(t)
	return t
}

func checked(c config) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if !c.check(t) {
		println("zero")
	}
	return t
}

func methodValue(c config) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	set := c.apply
	set(t)
	return t
}

func methodExpression(c config) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	config.apply(c, t)
	return t
}
