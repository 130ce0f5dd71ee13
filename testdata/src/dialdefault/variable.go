package dialdefault

import (
	"context"
	"log/slog"
	"net"
)

// ContextDialer is there for others.
type ContextDialer interface {
	DialContext(ctx context.Context, network, addr string) (net.Conn, error)
}

// PlainDialer takes no context.
type PlainDialer interface {
	Dial(network, addr string) (net.Conn, error)
}

// Those may be replaced. The last one is a dialer whatever it is.
var (
	DefaultDialer ContextDialer = &net.Dialer{}
	DefaultPlain  PlainDialer   = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	Fixed                       = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
)

// Region is what others see of a client.
type Region interface {
	Dial(ctx context.Context) error
}

type region struct {
	dialer func(ctx context.Context, network, addr string) (net.Conn, error)
	conn   net.Conn
}

// NewRegion has a default, and a log that knows the client.
func NewRegion(o *Config) Region {
	r := &region{}
	var d net.Dialer
	r.dialer = d.DialContext
	if o != nil {
		if o.Dial != nil {
			r.dialer = o.Dial
		}
	}
	slog.Info("new", "region", r)
	return r
}

func (r *region) Dial(ctx context.Context) (err error) {
	r.conn, err = r.dialer(ctx, "tcp", "192.0.2.1:80")
	return err
}
