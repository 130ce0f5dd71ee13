// Package typeswitch finds transports behind http.RoundTripper with a type switch.
package typeswitch

import (
	"net"
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
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	setIdle(t, time.Minute)
	return t
}

func looked() (http.RoundTripper, string) {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	return t, kind(t)
}

func local() http.RoundTripper {
	var rt http.RoundTripper = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	switch t := rt.(type) {
	case *http.Transport:
		t.IdleConnTimeout = time.Minute
	default:
		panic("not a transport")
	}
	return rt
}

// configure gets clients and dialers alike.
func configure(v any, timeout time.Duration) {
	switch v := v.(type) {
	case *http.Client:
		v.Timeout = timeout
	case *net.Dialer:
		v.KeepAlive = timeout
	}
}

func configured(addr string) (*http.Client, net.Conn, error) {
	c, d := &http.Client{}, &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	configure(c, time.Second)
	configure(d, time.Second)
	conn, err := d.Dial("tcp", addr)
	return c, conn, err
}

// roundTripper looks at an interface with methods first.
func roundTripper(v any) {
	if rt, ok := v.(http.RoundTripper); ok {
		setIdle(rt, time.Minute)
	}
}

func asserted() any {
	var v any = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	roundTripper(v)
	return v
}

// options may be functions or durations.
func apply(t *http.Transport, options ...any) *http.Transport {
	for _, o := range options {
		switch o := o.(type) {
		case func(*http.Transport):
			o(t)
		case time.Duration:
			t.TLSHandshakeTimeout = o
		}
	}
	return t
}

func applied() *http.Transport {
	return apply(&http.Transport{}, time.Second, func(t *http.Transport) { // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	})
}

// Functions of different types are for different transports.
func eachOf(first, second *http.Transport, options ...any) {
	for _, o := range options {
		switch o := o.(type) {
		case func(*http.Transport):
			o(first)
		case func(*http.Transport) error:
			if o(second) != nil {
				return
			}
		}
	}
}

func onlySecond() (first, second *http.Transport) {
	first = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}  // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	second = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 20} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	eachOf(first, second, func(*http.Transport) {}, func(t *http.Transport) error {
		t.IdleConnTimeout = time.Minute
		return nil
	})
	return first, second
}

func prepare(t *http.Transport) error {
	t.IdleConnTimeout = time.Minute
	return nil
}

// What is switched over may do more than be looked at.
func prepared() (http.RoundTripper, bool) {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	switch prepare(t).(type) {
	case nil:
		return t, true
	}
	return t, false
}
