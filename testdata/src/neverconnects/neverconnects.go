// Package neverconnects has transports whose dial functions always fail.
package neverconnects

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
)

var errProhibited = errors.New("prohibited")

// Prohibited sends nothing.
var Prohibited = &http.Transport{
	Dial: func(_, _ string) (net.Conn, error) {
		return nil, fmt.Errorf("prohibited by configuration")
	},
	DialContext: func(_ context.Context, _, _ string) (net.Conn, error) {
		return nil, errProhibited
	},
	DialTLS: func(_, _ string) (net.Conn, error) {
		return nil, fmt.Errorf("prohibited by configuration")
	},
}

func refuse(_ context.Context, network, addr string) (net.Conn, error) {
	if network != "tcp" {
		return nil, net.UnknownNetworkError(network)
	}
	return nil, &net.OpError{Op: "dial", Net: network, Err: errProhibited}
}

// Offline refuses whatever is asked.
func Offline() *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: refuse}}
}

// Secure still connects by TLS.
var Secure = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout `
	DialContext: refuse,
	DialTLSContext: func(_ context.Context, network, addr string) (net.Conn, error) {
		return net.Dial(network, addr)
	},
}

// Local refuses all but one.
var Local = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout `
	DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
		if addr != "localhost:80" {
			return nil, errProhibited
		}
		return new(net.Dialer).DialContext(ctx, network, addr) // want `^dialer: `
	},
}

// Maybe refuses if it is told to.
func Maybe(offline bool) *http.Transport {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout `
	if offline {
		t.DialContext = refuse
	}
	return t
}

// Named has results with names.
var Named = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout `
	DialContext: func(context.Context, string, string) (conn net.Conn, err error) {
		conn, err = net.Dial("tcp", "localhost:80")
		return
	},
}

// Panics has a function that does not return.
var Panics = &http.Transport{
	DialContext: func(context.Context, string, string) (net.Conn, error) { panic("prohibited") },
}
