// Package comesback gets values back from functions that were given them at another time, or by another way.
package comesback

import (
	"net/http"
	"time"
)

func set(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

type command struct {
	parent    *command
	transport *http.Transport
}

func (c *command) root() *command {
	for c.parent != nil {
		c = c.parent
	}
	return c
}

func run() {
	r := &command{transport: &http.Transport{}}
	set((&command{parent: r}).root().transport)
}

type logging struct{ next http.RoundTripper }

func (l *logging) RoundTrip(r *http.Request) (*http.Response, error) { return l.next.RoundTrip(r) }

func base(rt http.RoundTripper) *http.Transport {
	if l, ok := rt.(*logging); ok {
		return base(l.next)
	}
	t, _ := rt.(*http.Transport)
	return t
}

func unwrapped() *http.Client {
	c := &http.Client{Transport: &logging{&http.Transport{}}}
	set(base(c.Transport))
	return c
}

var cached *http.Transport

func shared(t *http.Transport) *http.Transport {
	if cached == nil {
		cached = t
	}
	return cached
}

func init() { shared(&http.Transport{}) }

func use() { set(shared(nil)) }

// Nothing but the argument comes back, and only to its own caller.
func same(t *http.Transport) *http.Transport { return t }

func one() { set(same(&http.Transport{})) }

func two() *http.Transport {
	return same(&http.Transport{}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
