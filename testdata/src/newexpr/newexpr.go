// Package newexpr makes a pointer from a value with new, as Go 1.26 allows; the value is what is judged.
package newexpr

import (
	"net"
	"net/http"
	"time"
)

var Plain = new(http.Transport{}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

var Full = new(http.Transport{
	DialContext:         new(net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 100,
	IdleConnTimeout:     30 * time.Second,
})

func loose(addr string) (net.Conn, error) {
	return new(net.Dialer{KeepAlive: time.Minute}).Dial("tcp", addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

func later() http.RoundTripper {
	t := new(http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t.IdleConnTimeout = 30 * time.Second
	return t
}
