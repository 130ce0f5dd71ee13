// Package facts has helpers for other packages; its fact says what they do. // want package:`effects\(All#0\.DisableKeepAlives=true, All#0\.IdleConnTimeout=positive, Client#0\.Transport\.MaxIdleConns=dynamic, Given#0 unseen, Limits\.Apply#0\.MaxIdleConnsPerHost=dynamic, Read#0 returned\)`
package facts

import (
	"net/http"
	"time"
)

// All writes two fields, one by way of another function.
func All(t *http.Transport) {
	t.DisableKeepAlives = true
	idle(t)
}

func idle(t *http.Transport) { t.IdleConnTimeout = time.Minute }

// Client writes through what it is given.
func Client(c *http.Client, n int) {
	if t, ok := c.Transport.(*http.Transport); ok {
		t.MaxIdleConns = n
	}
}

// Limits is applied to transports.
type Limits struct{ PerHost int }

func (l Limits) Apply(t *http.Transport) { t.MaxIdleConnsPerHost = l.PerHost }

// Read writes nothing and returns its argument.
func Read(t *http.Transport) *http.Transport {
	println(t.MaxIdleConns)
	return t
}

// Given hands it to code that nobody sees.
func Given(t *http.Transport, f func(*http.Transport)) { f(t) }
