package dialdefault

import (
	"cmp"
	"context"
	"net"
	"sync"
	"time"
)

type settings struct {
	dialer Dialer
	net    *net.Dialer
	limit  time.Duration
}

// A Setting is one.
type Setting func(*settings)

// WithDialer brings any, and WithNetDialer one of package net.
func WithDialer(d Dialer) Setting         { return func(s *settings) { s.dialer = d } }
func WithNetDialer(d *net.Dialer) Setting { return func(s *settings) { s.net = d } }

// A Link connects as its settings say.
type Link struct{ settings }

// Any takes the first that is there.
func (l *Link) Any(ctx context.Context, addr string) (net.Conn, error) {
	return cmp.Or(l.dialer, Dialer(&net.Dialer{})).DialContext(ctx, "tcp", addr)
}

// Own does so, too.
func (l *Link) Own(ctx context.Context, addr string) (net.Conn, error) {
	d := cmp.Or(l.net, &net.Dialer{LocalAddr: &net.TCPAddr{Port: 80}})
	return d.DialContext(ctx, "tcp", addr)
}

// Detached has no context to pass on.
func (l *Link) Detached(addr string) (net.Conn, error) {
	d := cmp.Or(l.dialer, Dialer(&net.Dialer{})) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(context.Background(), "tcp", addr)
}

// First is no default: nothing stands before it.
func First(ctx context.Context, addr string) (net.Conn, error) {
	d := cmp.Or(&net.Dialer{}, &net.Dialer{Timeout: time.Second}) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// Tuned sets the limit in whichever it is.
func Tuned(d *net.Dialer, addr string) (net.Conn, error) {
	d = cmp.Or(d, new(net.Dialer))
	d.Timeout = time.Second
	return d.Dial("tcp", addr)
}

// Limit has a default itself.
func (l *Link) Limit(addr string) (net.Conn, error) {
	d := net.Dialer{Timeout: cmp.Or(l.limit, time.Second)}
	return d.Dial("tcp", addr)
}

var links sync.Map

// Kept goes through a container that does not dial.
func Kept(addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	d := &net.Dialer{KeepAlive: time.Minute}
	links.Store(addr, d)
	return d.DialContext(ctx, "tcp", addr)
}

// Lost has no limit there, either.
func Lost(ctx context.Context, addr string) (net.Conn, error) {
	d := &net.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	links.Store(addr, d)
	return d.DialContext(ctx, "tcp", addr)
}
