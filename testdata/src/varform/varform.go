// Package varform declares its values with var.
package varform

import (
	"net"
	"net/http"
	"time"
)

var Zero http.Transport // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

var (
	first, second http.Transport  // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)` `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	loose         net.Dialer      // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	missing       *http.Transport // nil
	tripper       http.RoundTripper
)

// bounded gets its limit below.
var bounded net.Dialer

func init() {
	bounded.Timeout = 5 * time.Second
}

func clients() []*http.Client {
	return []*http.Client{{Transport: &Zero}, {Transport: &first}, {Transport: &second}, {Transport: missing}, {Transport: tripper}}
}

func half() http.RoundTripper {
	var t http.Transport // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	t.IdleConnTimeout = 30 * time.Second
	return &t
}

func full() http.RoundTripper {
	var t http.Transport
	t.IdleConnTimeout = 30 * time.Second
	t.MaxIdleConns = 100
	t.MaxIdleConnsPerHost = 100
	t.TLSHandshakeTimeout = 5 * time.Second
	t.DialContext = bounded.DialContext
	return &t
}

func dial(addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial("tcp", addr)
}

// With a literal, the literal is the value.
func literal() http.RoundTripper {
	var t http.Transport = http.Transport{MaxIdleConns: 100}                   // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	var p *http.Transport = &http.Transport{IdleConnTimeout: 30 * time.Second} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if t.MaxIdleConns > 100 {
		return p
	}
	return &t
}

func dialLoosely(addr string) (net.Conn, error) { return loose.Dial("tcp", addr) }

// Constants have no values of their own, either.
const (
	tcp = iota
	udp
)
