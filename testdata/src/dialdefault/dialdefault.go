// Package dialdefault has dialers for those who bring none, as an interface.
package dialdefault

import (
	"context"
	"net"
)

// A Dialer is what users may have in place of a net.Dialer.
type Dialer interface {
	DialContext(ctx context.Context, network, addr string) (net.Conn, error)
}

// An Agent has a dialer of its user's, of whatever type.
type Agent struct{ Dialer Dialer }

// Open has one in any case.
func (a *Agent) Open(ctx context.Context, addr string) (net.Conn, error) {
	var d Dialer
	if a.Dialer != nil {
		d = a.Dialer
	} else {
		d = &net.Dialer{}
	}
	return d.DialContext(ctx, "tcp", addr)
}

// Reopen has no context to pass on.
func (a *Agent) Reopen(addr string) (net.Conn, error) {
	var d Dialer
	if a.Dialer != nil {
		d = a.Dialer
	} else {
		d = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return d.DialContext(context.Background(), "tcp", addr)
}

// An Answer is no dialer.
type Answer interface{ String() string }

// Ask asks about something else.
func Ask(ctx context.Context, a Answer, addr string) (net.Conn, error) {
	d := &net.Dialer{LocalAddr: &net.TCPAddr{Port: 80}} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if a != nil {
		_ = a.String()
	} else {
		d = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return d.DialContext(ctx, "tcp", addr)
}
