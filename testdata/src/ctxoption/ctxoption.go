// Package ctxoption has options for the limit of a dial: who turns one off has chosen that there is none.
package ctxoption

import (
	"cmp"
	"context"
	"net"
	"time"
)

const defaultTimeout = 30 * time.Second

// Config has a Timeout that is more than zero unless somebody changes it.
type Config struct{ Timeout time.Duration }

// DefaultConfig returns what most use.
func DefaultConfig() *Config { return &Config{Timeout: defaultTimeout} }

// Dial has a limit under the option.
func (c *Config) Dial(ctx context.Context, addr string) (net.Conn, error) {
	if c.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.Timeout)
		defer cancel()
	}
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// DialLater has one under another condition.
func (c *Config) DialLater(ctx context.Context, addr string) (net.Conn, error) {
	if addr != "" {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.Timeout)
		defer cancel()
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// DialEarly dials before it gets one.
func (c *Config) DialEarly(ctx context.Context, addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	conn, err := d.DialContext(ctx, "tcp", addr)
	if c.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.Timeout)
		defer cancel()
	}
	<-ctx.Done()
	return conn, err
}

// Bare has no default, and no limit unless somebody asks for one.
type Bare struct{ Timeout time.Duration }

// Dial has none.
func (c *Bare) Dial(ctx context.Context, addr string) (net.Conn, error) {
	if c.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.Timeout)
		defer cancel()
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// A Proxy has a limit unless its Timeout is negative.
type Proxy struct{ Timeout time.Duration }

func (p *Proxy) timeout() time.Duration {
	if p.Timeout > 0 {
		return p.Timeout
	}
	return 10 * time.Second
}

// Open dials by a helper, with a context of its own.
func (p *Proxy) Open(addr string) (net.Conn, error) {
	ctx := context.WithValue(context.Background(), "addr", addr)
	var cancel context.CancelFunc
	if p.Timeout >= 0 {
		ctx, cancel = context.WithTimeout(ctx, p.timeout())
		defer cancel()
	}
	return p.dial(ctx, addr)
}

func (p *Proxy) dial(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// A pool gets its timeout from the options that made it.
type pool struct{ timeout time.Duration }

// Options have one.
type Options struct{ Timeout time.Duration }

// New gives it a default.
func New(o Options) *Pool {
	o.Timeout = cmp.Or(o.Timeout, 15*time.Second)
	return &Pool{newPool(o.Timeout)}
}

// A Pool connects.
type Pool struct{ pool *pool }

func newPool(timeout time.Duration) *pool { return &pool{timeout: timeout} }

// Connect has a context for each case.
func (p *Pool) Connect(ctx context.Context, addr string) (net.Conn, error) {
	conn := context.Background()
	if p.pool.timeout != 0 {
		var cancel context.CancelFunc
		conn, cancel = context.WithTimeout(ctx, p.pool.timeout)
		defer cancel()
	}
	return p.pool.dial(conn, addr)
}

func (p *pool) dial(ctx context.Context, addr string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Both dials once more, with a context that has nothing to do with the option.
func (c *Config) Both(addr string) (net.Conn, error) {
	ctx := context.Background()
	if c.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.Timeout)
		defer cancel()
	}
	if conn, err := both(ctx, addr); err == nil {
		return conn, nil
	}
	return both(context.Background(), addr)
}

func both(ctx context.Context, addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// A session has no limit: nothing but zero is given to it.
type session struct{ timeout time.Duration }

// Run makes one.
func Run(ctx context.Context, addr string) (net.Conn, error) {
	s := &session{timeout: 0}
	if s.timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, s.timeout)
		defer cancel()
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// Until has a point in time.
func (c *Config) Until(ctx context.Context, addr string) (net.Conn, error) {
	if c.Timeout > 0 {
		deadline := time.Now().Add(c.Timeout)
		sub, cancel := context.WithDeadline(ctx, deadline)
		defer cancel()
		ctx = sub
	}
	dial := c.serial
	if addr == "" {
		dial = c.parallel
	}
	return dial(ctx, addr)
}

func (c *Config) serial(ctx context.Context, addr string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

func (c *Config) parallel(ctx context.Context, addr string) (net.Conn, error) {
	conns := make(chan net.Conn)
	go func(addr string) {
		var d net.Dialer
		if conn, err := d.DialContext(ctx, "tcp", addr); err == nil {
			conns <- conn
		}
	}(addr)
	return <-conns, nil
}
