package dialparsed

import (
	"context"
	"net"
	"strings"
)

// Case asks in a switch.
func Case(ctx context.Context, raw string) (net.Conn, error) {
	scheme, addr, _ := strings.Cut(raw, "://")
	switch scheme {
	case "unix":
		return net.Dial("unix", addr)
	case "tcp":
		return (&net.Dialer{}).DialContext(ctx, scheme, addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return nil, nil
}

// Not takes tcp alone.
func Not(ctx context.Context, raw string) (net.Conn, error) {
	scheme, addr, _ := strings.Cut(raw, "://")
	if scheme != "tcp" {
		return nil, errEndpoint
	}
	return (&net.Dialer{}).DialContext(ctx, scheme, addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// If dials unix sockets elsewhere.
func If(ctx context.Context, raw string) (net.Conn, error) {
	scheme, addr, _ := strings.Cut(raw, "://")
	if scheme == "unix" {
		return net.Dial("unix", addr)
	}
	return (&net.Dialer{}).DialContext(ctx, scheme, addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// Else leaves them to what follows.
func Else(ctx context.Context, raw string) (net.Conn, error) {
	scheme, addr, _ := strings.Cut(raw, "://")
	if scheme == "unix" {
		addr = "/" + addr
	} else {
		return (&net.Dialer{}).DialContext(ctx, scheme, addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return net.Dial("unix", addr)
}

// Both only changes the address.
func Both(ctx context.Context, raw string) (net.Conn, error) {
	scheme, addr, _ := strings.Cut(raw, "://")
	if scheme == "unix" {
		addr = "/" + addr
	}
	return (&net.Dialer{}).DialContext(ctx, scheme, addr)
}

// BothCase treats both alike.
func BothCase(ctx context.Context, raw string) (net.Conn, error) {
	scheme, addr, _ := strings.Cut(raw, "://")
	switch scheme {
	case "unix", "tcp":
		return (&net.Dialer{}).DialContext(ctx, scheme, addr)
	}
	return nil, nil
}

// Prefix asks for the beginning of the string.
func Prefix(ctx context.Context, raw string) (net.Conn, error) {
	if strings.HasPrefix(raw, "unix://") {
		return net.Dial("unix", raw[7:])
	}
	scheme, addr, _ := strings.Cut(raw, "://")
	return (&net.Dialer{}).DialContext(ctx, scheme, addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// Spoken speaks of unix in a message.
func Spoken(ctx context.Context, raw string) (net.Conn, error) {
	scheme, addr, ok := strings.Cut(raw, "://")
	if !ok {
		return nil, net.UnknownNetworkError("unix sockets are not supported")
	}
	return (&net.Dialer{}).DialContext(ctx, scheme, addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}
