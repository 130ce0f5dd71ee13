package dialdefault

import (
	"cmp"
	"context"
	"net"
	"time"
)

// A cached one makes its dialer when it needs it. Nobody else gives it one.
type Cached struct{ dialer *net.Dialer }

// Open makes it.
func (c *Cached) Open(ctx context.Context, addr string) (net.Conn, error) {
	if c.dialer == nil {
		c.dialer = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return c.dialer.DialContext(ctx, "tcp", addr)
}

var shared *net.Dialer

// Shared does so for the package.
func Shared(ctx context.Context, addr string) (net.Conn, error) {
	if shared == nil {
		shared = new(net.Dialer) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return shared.DialContext(ctx, "tcp", addr)
}

var first = &net.Dialer{Timeout: time.Second}

// Either has two of its own.
func Either(ctx context.Context, addr string) (net.Conn, error) {
	return cmp.Or(first, &net.Dialer{}).DialContext(ctx, "tcp", addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// A replaceable one gets the dialer from others.
type Replaceable struct{ dialer *net.Dialer }

// With gives it one.
func (r *Replaceable) With(d *net.Dialer) { r.dialer = d }

// Open makes it if there is none.
func (r *Replaceable) Open(ctx context.Context, addr string) (net.Conn, error) {
	if r.dialer == nil {
		r.dialer = &net.Dialer{}
	}
	return r.dialer.DialContext(ctx, "tcp", addr)
}
