package dialparsed

import (
	"context"
	"net"
)

func byPrefix(address string) (string, string) {
	network := "tcp"
	switch n := len(address); {
	case n > 0 && address[0] == '/':
		network = "unix"
	case n >= 7 && address[0:7] == "unix://":
		network, address = "unix", address[7:]
	case n >= 6 && address[0:6] == "tcp://":
		address = address[6:]
	}
	return network, address
}

// Prefixed leaves it to a helper.
func Prefixed(ctx context.Context, address string) (net.Conn, error) {
	network, address := byPrefix(address)
	d := net.Dialer{}
	return d.DialContext(ctx, network, address)
}

func byPath(address string) (string, string) {
	network := "tcp"
	if len(address) > 0 && address[0] == '/' {
		network = "unix"
	}
	return network, address
}

// Path has a helper for paths and hosts.
func Path(ctx context.Context, address string) (net.Conn, error) {
	network, address := byPath(address)
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, network, address)
}

// Kinds has something for each network.
func Kinds(ctx context.Context, network, address string) (net.Conn, error) {
	switch network {
	case "tcp", "tcp4", "tcp6":
		return new(net.Dialer).DialContext(ctx, network, address) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	case "udp", "udp4", "udp6":
		return new(net.Dialer).DialContext(ctx, network, address)
	default:
		return new(net.Dialer).DialContext(ctx, network, address)
	}
}

// Most leaves out tcp4.
func Most(ctx context.Context, network, address string) (net.Conn, error) {
	switch network {
	case "tcp", "tcp6":
		return nil, errEndpoint
	}
	return new(net.Dialer).DialContext(ctx, network, address) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}
