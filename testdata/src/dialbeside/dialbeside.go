// Package dialbeside has methods Dial without a limit beside DialContext.
package dialbeside

import (
	"context"
	"net"
)

// A Secure has a dialer that users may set.
type Secure struct{ NetDialer *net.Dialer }

func (s *Secure) netDialer() *net.Dialer {
	if s.NetDialer != nil {
		return s.NetDialer
	}
	return new(net.Dialer)
}

// Dial is for those who want no limit.
func (s *Secure) Dial(network, addr string) (net.Conn, error) {
	return s.DialContext(context.Background(), network, addr)
}

// DialContext is for all others.
func (s *Secure) DialContext(ctx context.Context, network, addr string) (net.Conn, error) {
	return s.netDialer().DialContext(ctx, network, addr)
}

// A Plain has one that users may set, but no other way to dial.
type Plain struct{ NetDialer *net.Dialer }

// Dial has no limit.
func (p *Plain) Dial(network, addr string) (net.Conn, error) {
	d := p.NetDialer
	if d == nil {
		d = new(net.Dialer) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return d.DialContext(context.Background(), network, addr)
}

// A Fixed has its own.
type Fixed struct{ keepAlive net.KeepAliveConfig }

// Dial has no limit.
func (f *Fixed) Dial(network, addr string) (net.Conn, error) {
	d := net.Dialer{KeepAliveConfig: f.keepAlive} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(context.Background(), network, addr)
}

// DialContext has that of its context.
func (f *Fixed) DialContext(ctx context.Context, network, addr string) (net.Conn, error) {
	d := net.Dialer{KeepAliveConfig: f.keepAlive}
	return d.DialContext(ctx, network, addr)
}
