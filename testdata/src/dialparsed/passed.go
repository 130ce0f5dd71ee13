package dialparsed

import (
	"context"
	"net"
)

// Options are what a call needs.
type Options struct{ Network, Addr string }

// Exchange asks for the network, and passes the struct on.
func Exchange(ctx context.Context, o *Options) (net.Conn, error) {
	switch o.Network {
	case "tcp", "tcp4", "tcp6":
		return stream(ctx, o)
	case "udp", "udp4", "udp6":
		return datagram(ctx, o)
	}
	return nil, net.UnknownNetworkError(o.Network)
}

func stream(ctx context.Context, o *Options) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, o.Network, o.Addr)
}

func datagram(ctx context.Context, o *Options) (net.Conn, error) { return send(ctx, o) }

func send(ctx context.Context, o *Options) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, o.Network, o.Addr)
}

// Forward asks, too.
func Forward(ctx context.Context, o *Options) (net.Conn, error) {
	if o.Network == "udp" {
		return changed(ctx, o)
	}
	return asked(ctx, o)
}

func changed(ctx context.Context, o *Options) (net.Conn, error) {
	if o.Addr == "" {
		o.Network = "tcp"
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, o.Network, o.Addr)
}

func asked(ctx context.Context, o *Options) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, o.Network, o.Addr)
}
