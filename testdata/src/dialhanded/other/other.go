// Package other takes dial functions.
package other

import (
	"context"
	"net"
)

// A Config has a dial function with a context, and one without.
type Config struct {
	DialFunc func(ctx context.Context, network, addr string) (net.Conn, error)
	Plain    func(network, addr string) (net.Conn, error)
	Dialer   *net.Dialer
	Any      Dialer
	AnyPlain Plain
}

// Open uses one.
func Open(dial func(context.Context, string) (net.Conn, error)) error { return nil }

// A Dialer dials with a context, and a Plain one without.
type (
	Dialer interface {
		DialContext(ctx context.Context, network, addr string) (net.Conn, error)
	}
	Plain interface {
		Dial(network, addr string) (net.Conn, error)
	}
)

// Use and UsePlain use one.
func Use(Dialer) error     { return nil }
func UsePlain(Plain) error { return nil }
