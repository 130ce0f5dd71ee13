// Package driver connects by functions that it is given.
package driver

import (
	"context"
	"net"
)

// A DialFunc connects to a node.
type DialFunc func(ctx context.Context, addr string) (net.Conn, error)

// A Plain connects without a context.
type Plain func(addr string) (net.Conn, error)
