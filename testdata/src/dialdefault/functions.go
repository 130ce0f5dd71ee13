package dialdefault

import (
	"context"
	"net"
)

// A Pool has a function that its users may set.
type Pool struct {
	Open func(ctx context.Context) (net.Conn, error)
}

// NewPool has one in any case.
func NewPool(addr string) *Pool {
	return &Pool{Open: func(ctx context.Context) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "tcp", addr)
	}}
}

// Get opens one.
func (p *Pool) Get(ctx context.Context) (net.Conn, error) { return p.Open(ctx) }

type opener func(ctx context.Context, port int) (net.Conn, error)

// A Group has one that an option sets.
type Group struct{ open opener }

// WithOpener sets it.
func WithOpener(open func(ctx context.Context, port int) (net.Conn, error)) func(*Group) {
	return func(g *Group) { g.open = open }
}

// NewGroup begins with a function of its own.
func NewGroup(options ...func(*Group)) *Group {
	g := &Group{open: openLocal}
	for _, o := range options {
		o(g)
	}
	return g
}

func openLocal(ctx context.Context, port int) (net.Conn, error) {
	d := &net.Dialer{LocalAddr: &net.TCPAddr{Port: port}}
	return d.DialContext(ctx, "tcp", "localhost:80")
}

// Get opens one.
func (g *Group) Get(ctx context.Context) (net.Conn, error) { return g.open(ctx, 0) }

type lister struct {
	list func(ctx context.Context, names []string) (net.Conn, error)
}

// NewLister has a function that nobody can set.
func NewLister() *lister {
	return &lister{func(ctx context.Context, names []string) (net.Conn, error) {
		var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(ctx, "tcp", names[0])
	}}
}

// List opens one.
func (l *lister) List(ctx context.Context, names []string) (net.Conn, error) {
	return l.list(ctx, names)
}
