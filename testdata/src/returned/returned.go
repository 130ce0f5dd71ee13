// Package returned makes values in constructors; what the callers in the package do to the result counts.
package returned

import (
	"errors"
	"net"
	"net/http"
	"time"
)

func plain() *http.Transport {
	return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

var client = &http.Client{Transport: plain()}

// byTransport is completed by its caller.
func byTransport() *http.Transport {
	return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 100} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func callTransport() http.RoundTripper {
	t := byTransport()
	t.IdleConnTimeout = 30 * time.Second
	return t
}

// byInterface is completed behind an assertion.
func byInterface() http.RoundTripper {
	return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 100} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func callInterface() http.RoundTripper {
	rt := byInterface()
	rt.(*http.Transport).IdleConnTimeout = 30 * time.Second
	return rt
}

// withError returns more than one value.
func withError(proxy string) (*http.Transport, error) {
	if proxy == "" {
		return nil, errors.New("no proxy")
	}
	return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 100}, nil // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func callWithError() (http.RoundTripper, error) {
	t, err := withError("localhost:3128")
	if err != nil {
		return nil, err
	}
	t.IdleConnTimeout = 30 * time.Second
	return t, nil
}

// named sets its result by name.
func named() (t *http.Transport) {
	t = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 100} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer func() { t.IdleConnTimeout = 30 * time.Second }()
	return t
}

// byDialer is completed by one of its callers.
func byDialer() *net.Dialer {
	return &net.Dialer{KeepAlive: time.Minute}
}

func callDialer(addr string) (net.Conn, error) {
	d := byDialer()
	d.Timeout = 5 * time.Second
	return d.Dial("tcp", addr)
}

// A struct by name is there from the start.
type conn struct{ d *net.Dialer }

func newConn() (c conn) {
	c.d = &net.Dialer{}
	return
}

func callConn(addr string) (net.Conn, error) {
	c := newConn()
	c.d.Timeout = 5 * time.Second
	return c.d.Dial("tcp", addr)
}
