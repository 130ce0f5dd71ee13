// Package newclientconn has transports that make single connections, which are in no pool.
package newclientconn

import (
	"context"
	"net"
	"net/http"
	"time"
)

var dialer = &net.Dialer{Timeout: time.Second}

var shared = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialer.DialContext}

// Connect connects by a variable of the package.
func Connect(ctx context.Context, addr string) (*http.ClientConn, error) {
	return shared.NewClientConn(ctx, "https", addr)
}

type connector struct{ t *http.Transport }

func newConnector() *connector {
	return &connector{&http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialer.DialContext}}
}

func (c *connector) connect(ctx context.Context, addr string) (*http.ClientConn, error) {
	f := c.t.NewClientConn
	return f(ctx, "https", addr)
}

// Owned connects by a field.
func Owned(ctx context.Context, addr string) (*http.ClientConn, error) {
	return newConnector().connect(ctx, addr)
}

var mixed = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialer.DialContext} // want `^transport: http.Transport does not set IdleConnTimeout`

// Mixed connects, and has a method value besides.
func Mixed(ctx context.Context, addr string) (*http.ClientConn, func(*http.Request) (*http.Response, error), error) {
	conn, err := mixed.NewClientConn(ctx, "https", addr)
	return conn, mixed.RoundTrip, err
}

// Open is a variable that others see.
var Open = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialer.DialContext} // want `^transport: http.Transport does not set IdleConnTimeout`

// OpenConn connects by it.
func OpenConn(ctx context.Context, addr string) (*http.ClientConn, error) {
	return Open.NewClientConn(ctx, "https", addr)
}

type sender struct {
	t *http.Transport
	c *http.Client
}

// Both has a client, too.
func Both(ctx context.Context, addr string) (*http.ClientConn, *http.Client, error) {
	t := &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialer.DialContext} // want `^transport: http.Transport does not set IdleConnTimeout`
	s := &sender{t, &http.Client{Transport: t}}
	conn, err := s.t.NewClientConn(ctx, "https", addr)
	return conn, s.c, err
}
