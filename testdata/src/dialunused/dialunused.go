// Package dialunused has dialers that nothing dials with, and some that look so.
package dialunused

import (
	"context"
	"net"
	"net/http"
	"time"
)

var (
	forgotten net.Dialer

	literal = net.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

	used net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

	Others net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
)

type owner struct {
	used net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

type embedder struct {
	net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// Open uses the others.
func Open(addr string) (net.Conn, error) {
	var e embedder
	if c, err := e.Dial("tcp", addr); err == nil {
		return c, nil
	}
	if c, err := used.Dial("tcp", addr); err == nil {
		return c, nil
	}
	var o owner
	return o.used.Dial("tcp", addr)
}

func direct(ctx context.Context, network, addr string) (net.Conn, error) { return nil, net.ErrClosed }

// Beside has a dial function that takes precedence.
func Beside() *http.Transport {
	return &http.Transport{
		Dial:                (&net.Dialer{KeepAlive: time.Minute}).Dial,
		DialContext:         (&net.Dialer{Timeout: time.Second}).DialContext,
		IdleConnTimeout:     time.Minute,
		TLSHandshakeTimeout: time.Second,
	}
}

// Later gets it after the literal.
func Later() *http.Transport {
	t := &http.Transport{
		IdleConnTimeout:     time.Minute,
		TLSHandshakeTimeout: time.Second,
		Dial: func(network, addr string) (net.Conn, error) {
			d := &net.Dialer{KeepAlive: time.Minute}
			return d.Dial(network, addr)
		},
	}
	t.DialContext = direct
	return t
}

// Sometimes has another one under a condition.
func Sometimes(own bool) *http.Transport {
	t := &http.Transport{
		IdleConnTimeout:     time.Minute,
		TLSHandshakeTimeout: time.Second,
	}
	t.Dial = (&net.Dialer{KeepAlive: time.Minute}).Dial // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if own {
		t.DialContext = direct
	}
	return t
}

// Other has one for TLS, which is another kind.
func Other() *http.Transport {
	return &http.Transport{
		Dial:                (&net.Dialer{KeepAlive: time.Minute}).Dial, // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		DialTLSContext:      direct,
		IdleConnTimeout:     time.Minute,
		TLSHandshakeTimeout: time.Second,
	}
}

// Shared is called where the field is not.
func Shared(addr string) (*http.Transport, net.Conn) {
	d := &net.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	dial := d.Dial
	c, _ := dial("tcp", addr)
	return &http.Transport{Dial: dial, DialContext: direct, IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second}, c
}
