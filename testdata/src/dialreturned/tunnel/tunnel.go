// Package tunnel makes dial functions.
package tunnel

import (
	"context"
	"net"
)

// Dialer makes one for an address alone, as gRPC dials it.
func Dialer(d *net.Dialer, network string) func(context.Context, string) (net.Conn, error) {
	return func(ctx context.Context, addr string) (net.Conn, error) {
		return d.DialContext(ctx, network, addr)
	}
}

// ForAll makes one that net/http can dial with.
func ForAll(d *net.Dialer) func(ctx context.Context, network, addr string) (net.Conn, error) {
	return func(ctx context.Context, network, addr string) (net.Conn, error) {
		return d.DialContext(ctx, network, addr)
	}
}

// Plain makes one without a context.
func Plain(d *net.Dialer) func(addr string) (net.Conn, error) {
	return func(addr string) (net.Conn, error) { return d.Dial("tcp", addr) }
}

// Own makes one with a dialer of its own.
func Own() func(context.Context, string) (net.Conn, error) {
	var d net.Dialer
	return func(ctx context.Context, addr string) (net.Conn, error) { return d.DialContext(ctx, "tcp", addr) }
}
