// Package dialparsed takes networks out of strings that others make, and out of structs that are passed on.
package dialparsed

import (
	"context"
	"errors"
	"net"
	"regexp"
	"strings"
)

var (
	endpoint = regexp.MustCompile(`^(tcp|unix)://(.*)$`)
	anything = regexp.MustCompile(`^(\w+)://(.*)$`)

	errEndpoint = errors.New("no such endpoint")
)

// Run may get a unix socket only: those who call it are elsewhere.
func Run(ctx context.Context, where string) (net.Conn, error) {
	var d net.Dialer
	parts := endpoint.FindStringSubmatch(where)
	if len(parts) != 3 {
		return nil, errEndpoint
	}
	return d.DialContext(ctx, parts[1], parts[2])
}

// RunAny does not speak of unix.
func RunAny(ctx context.Context, where string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	parts := anything.FindStringSubmatch(where)
	if len(parts) != 3 {
		return nil, errEndpoint
	}
	return d.DialContext(ctx, parts[1], parts[2])
}

func parse(where string) (network, addr string, err error) {
	if strings.HasPrefix(where, "unix://") || strings.HasPrefix(where, "tcp://") {
		parts := strings.SplitN(where, "://", 2)
		return parts[0], parts[1], nil
	}
	return "", "", errEndpoint
}

// Parsed leaves it to a helper.
func Parsed(ctx context.Context, where string) (net.Conn, error) {
	network, addr, err := parse(where)
	if err != nil {
		return nil, err
	}
	return new(net.Dialer).DialContext(ctx, network, addr)
}

// Cut has a default that waits.
func Cut(ctx context.Context, where string) (net.Conn, error) {
	network, addr, ok := strings.Cut(where, "://")
	if !ok {
		network, addr = "tcp", where
	}
	return new(net.Dialer).DialContext(ctx, network, addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// Port splits something else.
func Port(ctx context.Context, where string) (net.Conn, error) {
	network, addr, ok := strings.Cut(where, "/")
	if !ok {
		network, addr = "unix", where
	}
	return new(net.Dialer).DialContext(ctx, network, addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}
