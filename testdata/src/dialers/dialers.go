// Package dialers has net.Dialer in everyday use.
package dialers

import (
	"context"
	"net"
	"net/http"
	"time"
)

// The method value keeps the dialer.
var (
	Loose   = (&net.Dialer{KeepAlive: 30 * time.Second}).DialContext // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	Bounded = (&net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}).DialContext
)

// A deadline is a limit as well.
func deadline(addr string) (net.Conn, error) {
	d := &net.Dialer{Deadline: time.Now().Add(5 * time.Second)}
	return d.Dial("tcp", addr)
}

func deadlineLater(addr string) (net.Conn, error) {
	var d net.Dialer
	d.Deadline = time.Now().Add(5 * time.Second)
	return d.Dial("tcp", addr)
}

// Set after the method value was taken: it holds the pointer.
func methodValue(timeout time.Duration) func(context.Context, string, string) (net.Conn, error) {
	d := &net.Dialer{}
	dial := d.DialContext
	d.Timeout = timeout
	return dial
}

func methodValueLoose() func(context.Context, string, string) (net.Conn, error) {
	d := &net.Dialer{DualStack: true} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext
}

// A dialer a call, in the transport's function.
func transport() *http.Transport {
	return &http.Transport{
		IdleConnTimeout:     time.Minute,
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 10,
		TLSHandshakeTimeout: time.Second,
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			d := net.Dialer{FallbackDelay: -1} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
			return d.DialContext(ctx, network, addr)
		},
	}
}

// A function in a variable is called like any other.
func fallback(dial func(network, addr string) (net.Conn, error), addr string) (net.Conn, error) {
	if dial == nil {
		dial = net.Dial
	}
	return dial("tcp", addr)
}
