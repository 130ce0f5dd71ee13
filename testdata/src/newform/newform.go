// Package newform makes its values with new.
package newform

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

var Shared = new(http.Transport) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

func half() *http.Client {
	t := new(http.Transport) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	t.DialContext = (&net.Dialer{Timeout: 5 * time.Second}).DialContext
	t.IdleConnTimeout = 30 * time.Second
	t.MaxIdleConns = 100
	return &http.Client{Transport: t}
}

func full() *http.Client {
	t := new(http.Transport)
	t.DialContext = (&net.Dialer{Timeout: 5 * time.Second}).DialContext
	t.IdleConnTimeout = 30 * time.Second
	t.MaxIdleConns = 100
	t.MaxIdleConnsPerHost = 100
	t.TLSHandshakeTimeout = 5 * time.Second
	return &http.Client{Transport: t}
}

func dial(addr string) (net.Conn, error) {
	return new(net.Dialer).Dial("tcp", addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

func dialSoon(addr string) (net.Conn, error) {
	d := new(net.Dialer)
	d.Timeout = 5 * time.Second
	return d.Dial("tcp", addr)
}

func dialTLS(addr string) (net.Conn, error) {
	return new(tls.Dialer).Dial("tcp", addr) // want `^dialer: tls.Dialer does not set NetDialer \([^)]*\)(;|$)`
}

// A pointer to a nil pointer holds no transport.
func slot() **http.Transport {
	return new(*http.Transport)
}
