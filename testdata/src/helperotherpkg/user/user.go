// Package user passes what it makes to helpers in another package.
package user

import (
	"net"
	"net/http"
	"time"

	"helperotherpkg/tune"
)

func hardened() http.RoundTripper {
	t := &http.Transport{}
	tune.Harden(t)
	return t
}

func idle() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	tune.Idle(t, time.Minute)
	return t
}

func described() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	println(tune.Describe(t))
	return t
}

// The helper sets the second of its arguments, not the first.
func last() []http.RoundTripper {
	a := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	b := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	tune.Last(a, b)
	return []http.RoundTripper{a, b}
}

func trusting() http.RoundTripper {
	t := tune.Trust(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, nil) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t.IdleConnTimeout = time.Minute
	return t
}

func trustingOnly() http.RoundTripper {
	return tune.Trust(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, nil) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func client() *http.Client {
	c := &http.Client{Transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	tune.Client(c)
	return c
}

func tripper() http.RoundTripper {
	return tune.Tripper(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func method(o tune.Options) http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	o.Apply(t)
	return t
}

func functionValue() http.RoundTripper {
	t := &http.Transport{}
	set := tune.Harden
	set(t)
	return t
}

func dial(addr string) (net.Conn, error) {
	d := &net.Dialer{}
	tune.Dialer(d)
	return d.Dial("tcp", addr)
}

func functionThatSetsNothing() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	look := tune.Describe
	look(t)
	return t
}

func pool() tune.Pool {
	p := tune.Pool{{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set DialContext \([^)]*\)(;|$)`
	p.Idle(time.Minute)
	p.Both()[0].TLSHandshakeTimeout = time.Second
	return p
}

// Given is configured wherever it came from.
func Given(x any) {
	if c, ok := x.(*http.Client); ok {
		tune.Client(c)
	}
}
