// Package copyvalue copies transports and dialers by value.
package copyvalue

import (
	"net"
	"net/http"
	"time"
)

func starCopy() http.RoundTripper {
	base := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t := *base
	t.IdleConnTimeout = time.Minute
	return &t
}

func valueCopy(addr string) (net.Conn, error) {
	base := net.Dialer{KeepAlive: time.Minute}
	d := base
	d.Timeout = 5 * time.Second
	return d.Dial("tcp", addr)
}

func copyOnly(addr string) (net.Conn, error) {
	base := net.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	d := base
	return d.Dial("tcp", addr)
}

// The values of the default transport.
func copyDefault() http.RoundTripper {
	t := *http.DefaultTransport.(*http.Transport)
	t.MaxIdleConnsPerHost = 10
	return &t
}

// What somebody else made.
func copyGiven(given *http.Transport) http.RoundTripper {
	t := new(http.Transport)
	*t = *given
	t.DisableCompression = true
	return t
}

var defaults = net.Dialer{} // copied and completed in dialWithin

func dialWithin(timeout time.Duration, addr string) (net.Conn, error) {
	d := defaults
	d.Timeout = timeout
	return d.Dial("tcp", addr)
}
