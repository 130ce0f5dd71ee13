// Package proxy stands for the real one.
package proxy

import (
	"context"
	"net"
)

type Auth struct{ User, Password string }

type Dialer interface {
	Dial(network, addr string) (net.Conn, error)
}

type ContextDialer interface {
	DialContext(ctx context.Context, network, addr string) (net.Conn, error)
}

func SOCKS5(network, addr string, auth *Auth, forward Dialer) (Dialer, error) {
	return nil, net.ErrClosed
}
