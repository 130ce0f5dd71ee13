// Package setthroughalias sets fields through other names of the same value.
package setthroughalias

import (
	"net"
	"net/http"
	"time"
)

func second() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	same := t
	same.IdleConnTimeout = time.Minute
	return t
}

func address() http.RoundTripper {
	t := http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	p := &t
	(*p).IdleConnTimeout = time.Minute
	return &t
}

func doublePointer() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	pp := &t
	(*pp).IdleConnTimeout = time.Minute
	return t
}

// A pointer to the field itself.
func field() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	idle := &t.IdleConnTimeout
	*idle = time.Minute
	return t
}

func setDuration(d *time.Duration, v time.Duration) { *d = v }

func fieldArgument() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	setDuration(&t.IdleConnTimeout, time.Minute)
	return t
}

func fieldTable() http.RoundTripper {
	t := &http.Transport{DialContext: (&net.Dialer{Timeout: time.Second}).DialContext} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`
	t.IdleConnTimeout = time.Minute
	for _, n := range []*int{&t.MaxIdleConns, &t.MaxIdleConnsPerHost} {
		*n = 100
	}
	return t
}

// The interface holds the same pointer.
func iface() http.RoundTripper {
	var rt http.RoundTripper = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	rt.(*http.Transport).IdleConnTimeout = time.Minute
	return rt
}

// The second name goes to another transport before the field is set.
func moved() []http.RoundTripper {
	a := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	b := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t := a
	t = b
	t.IdleConnTimeout = time.Minute
	return []http.RoundTripper{a, b}
}
