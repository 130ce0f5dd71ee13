package dialdefault

import (
	"context"
	"net"
	"time"
)

// An Endpoint dials by a dialer that its users may set.
type Endpoint struct{ NetDialer *net.Dialer }

func (e *Endpoint) netDialer() *net.Dialer {
	if e.NetDialer != nil {
		return e.NetDialer
	}
	return new(net.Dialer)
}

// Connect dials with the context of whoever calls it.
func (e *Endpoint) Connect(ctx context.Context, addr string) (net.Conn, error) {
	return connect(ctx, e.netDialer(), addr)
}

// ConnectWith dials with the limit of a dialer.
func ConnectWith(d *net.Dialer, addr string) (net.Conn, error) {
	return connect(context.Background(), d, addr)
}

// ConnectSoon has a limit of its own, which no context has.
func ConnectSoon(addr string) (net.Conn, error) {
	return connect(context.Background(), &net.Dialer{Timeout: time.Second}, addr)
}

// ConnectSometime has none.
func ConnectSometime(addr string) (net.Conn, error) {
	return connect(context.Background(), &net.Dialer{}, addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

func connect(ctx context.Context, d *net.Dialer, addr string) (net.Conn, error) {
	if d.Timeout != 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, d.Timeout)
		defer cancel()
	}
	return d.DialContext(ctx, "tcp", addr)
}

// Limited is dialed with a limit, and other dialers without.
func Limited(addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return reach(ctx, &net.Dialer{}, addr)
}

// Unlimited is not.
func Unlimited(addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if c, err := reach(context.Background(), d, addr); err == nil {
		return c, nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return reach(ctx, d, addr)
}

func reach(ctx context.Context, d *net.Dialer, addr string) (net.Conn, error) {
	return d.DialContext(ctx, "tcp", addr)
}
