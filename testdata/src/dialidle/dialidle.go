// Package dialidle has structs with a dialer that nothing dials with.
package dialidle

import (
	"context"
	"net"
	"time"
)

// A connector has methods of its own, and the dialer for its settings.
type connector struct {
	net.Dialer
	network string
}

func (c *connector) bind(ctx context.Context) (net.Addr, error) {
	if c.LocalAddr != nil {
		return c.LocalAddr, ctx.Err()
	}
	return &net.TCPAddr{Port: 80}, nil
}

// Bind makes one.
func Bind(ctx context.Context, network string) (net.Addr, error) {
	c := &connector{network: network}
	return c.bind(ctx)
}

// A bounded hides what it embeds.
type bounded struct{ *net.Dialer }

// DialContext has a limit, and so has Dial.
func (b *bounded) DialContext(ctx context.Context, network, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return b.Dialer.DialContext(ctx, network, addr)
}

func (b *bounded) Dial(network, addr string) (net.Conn, error) {
	return b.DialContext(context.Background(), network, addr)
}

// NewBounded gives it to others.
func NewBounded() *bounded { return &bounded{&net.Dialer{}} }

// A partly lends the method DialContext.
type partly struct{ *net.Dialer }

// Dial has a limit.
func (p *partly) Dial(network, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return p.Dialer.DialContext(ctx, network, addr)
}

// NewPartly gives it to others.
func NewPartly() *partly { return &partly{&net.Dialer{}} } // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

// A lender lends all methods to whoever has it.
type lender struct {
	net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// NewLender gives it to others.
func NewLender() *lender { return new(lender) }

// A kept one is nobody's.
type kept struct {
	dialer net.Dialer
	name   string
}

// Name makes one.
func Name(name string) string {
	k := kept{name: name}
	return k.name
}

// A dialing one is used.
type dialing struct {
	dialer net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// Open makes it.
func Open(ctx context.Context, addr string) (net.Conn, error) {
	var d dialing
	return d.dialer.DialContext(ctx, "tcp", addr)
}

// An inner one lends its field to what embeds it.
type inner struct {
	Dialer net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// Client is for others.
type Client struct{ inner }

// Settings are for others, too.
type Settings struct {
	Dials struct {
		Dialer net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	List []*element[int]
	kept map[string]own
}

type element[T any] struct {
	Dialer net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	Next   *element[T]
}

type own struct{ Dialer net.Dialer }

// A lending one is called by its own method, and nobody else has one.
type lending struct {
	net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

func (l *lending) connect(ctx context.Context, addr string) (net.Conn, error) {
	return l.DialContext(ctx, "tcp", addr)
}

// Connect makes one.
func Connect(ctx context.Context, addr string) (net.Conn, error) {
	return new(lending).connect(ctx, addr)
}

type dials interface {
	DialContext(ctx context.Context, network, addr string) (net.Conn, error)
}

// An abstract one is called by way of an interface.
type abstract struct {
	net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// Abstract makes one.
func Abstract(ctx context.Context, addr string) (net.Conn, error) {
	var d dials = &abstract{}
	return d.DialContext(ctx, "tcp", addr)
}

// A limited one is called so with a limit.
type limited struct{ net.Dialer }

// Limited makes one.
func Limited(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	var d dials = &limited{}
	return d.DialContext(ctx, "tcp", addr)
}

// A shown one is for whoever gets it.
type shown struct {
	net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// Shown gives it to others.
func Shown() dials { return &shown{} }
