// Package setthroughalias sets fields through other names of the same value.
package setthroughalias

import (
	"net"
	"net/http"
	"time"
)

func second() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	same := t
	same.IdleConnTimeout = time.Minute
	return t
}

func address() http.RoundTripper {
	t := http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	p := &t
	(*p).IdleConnTimeout = time.Minute
	return &t
}

func doublePointer() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	pp := &t
	(*pp).IdleConnTimeout = time.Minute
	return t
}

// A pointer to the field itself.
func field() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	idle := &t.IdleConnTimeout
	*idle = time.Minute
	return t
}

func setDuration(d *time.Duration, v time.Duration) { *d = v }

func fieldArgument() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	setDuration(&t.IdleConnTimeout, time.Minute)
	return t
}

func fieldTable() http.RoundTripper {
	t := &http.Transport{DialContext: (&net.Dialer{Timeout: time.Second}).DialContext} // want `^transport: http.Transport leaves TLSHandshakeTimeout unset \(`
	t.IdleConnTimeout = time.Minute
	for _, n := range []*int{&t.MaxIdleConns, &t.MaxIdleConnsPerHost} {
		*n = 100
	}
	return t
}

// The interface holds the same pointer.
func iface() http.RoundTripper {
	var rt http.RoundTripper = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	rt.(*http.Transport).IdleConnTimeout = time.Minute
	return rt
}

// The second name goes to another transport before the field is set.
func moved() []http.RoundTripper {
	a := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout and DialContext unset \(`
	b := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	t := a
	t = b
	t.IdleConnTimeout = time.Minute
	return []http.RoundTripper{a, b}
}
