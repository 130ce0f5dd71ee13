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
}

// Open uses one.
func Open(dial func(context.Context, string) (net.Conn, error)) error { return nil }
