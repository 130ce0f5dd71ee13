// Package sock returns dial functions.
package sock

import (
	"context"
	"net"
	"time"
)

// A Dialer knows a path.
type Dialer struct{ Path string }

// DialContext dials it.
func (d *Dialer) DialContext(ctx context.Context, _, _ string) (net.Conn, error) {
	return new(net.Dialer).DialContext(ctx, "unix", d.Path)
}

// To dials a socket.
func To(path string) func(context.Context, string, string) (net.Conn, error) {
	return func(context.Context, string, string) (net.Conn, error) {
		return net.DialTimeout("unix", path, time.Second)
	}
}

// TCP dials the network.
func TCP(addr string) func(context.Context, string, string) (net.Conn, error) {
	return func(context.Context, string, string) (net.Conn, error) {
		return net.DialTimeout("tcp", addr, time.Second)
	}
}
