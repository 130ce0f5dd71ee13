// Package resolverdial dials for net.Resolver, whose queries have a limit of their own.
package resolverdial

import (
	"context"
	"net"
	"time"
)

var Resolver = &net.Resolver{
	PreferGo: true,
	Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
		d := net.Dialer{}
		return d.DialContext(ctx, network, "9.9.9.9:53")
	},
}

var Method = &net.Resolver{Dial: (&net.Dialer{}).DialContext}

func dialServer(ctx context.Context, network, _ string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, network, "1.1.1.1:53")
}

var Named = net.Resolver{PreferGo: true, Dial: dialServer}

func init() {
	net.DefaultResolver.PreferGo = true
	net.DefaultResolver.Dial = func(ctx context.Context, network, addr string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, network, addr)
	}
}

// The dialer that has the resolver is another one.
func dial(addr string) (net.Conn, error) {
	d := &net.Dialer{ // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		Resolver: &net.Resolver{
			Dial: func(ctx context.Context, network, addr string) (net.Conn, error) {
				d := net.Dialer{}
				return d.DialContext(ctx, network, addr)
			},
		},
	}
	return d.Dial("tcp", addr)
}

// Used in a resolver, and elsewhere as well.
var shared = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

var Shared = &net.Resolver{Dial: shared.DialContext}

func dialShared(addr string) (net.Conn, error) {
	return shared.Dial("tcp", addr)
}

var bounded = &net.Dialer{Timeout: time.Second, Resolver: Resolver}
