// Package port has a default without a context to pass on.
package port

import (
	"context"
	"net"
	"time"
)

// Options may have a dial function.
type Options struct {
	Dial func(ctx context.Context, network, addr string) (net.Conn, error)
}

// A Port has no context to pass on.
type Port struct {
	dial func(ctx context.Context, addr string) (net.Conn, error)
}

// NewPort begins with a function of the package.
func NewPort(o *Options) *Port {
	p := &Port{dial: dialPort}
	if o.Dial != nil {
		p.dial = func(ctx context.Context, addr string) (net.Conn, error) { return o.Dial(ctx, "tcp", addr) }
	}
	return p
}

func dialPort(ctx context.Context, addr string) (net.Conn, error) {
	d := net.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// Connect dials.
func (p *Port) Connect(addr string) (net.Conn, error) { return p.dial(context.Background(), addr) }
