package ctxasked

import (
	"context"
	"net"
	"time"
)

// A call has its context in a field that only this package sets.
type call struct {
	ctx    context.Context
	cancel context.CancelFunc
}

// Do makes one.
func Do(addr string) (net.Conn, error) {
	var c call
	c.ctx, c.cancel = context.WithTimeout(context.Background(), time.Second)
	defer c.cancel()
	return c.dial(addr)
}

func (c *call) dial(addr string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(c.ctx, "tcp", addr)
}

// A session has whatever it got.
type session struct{ ctx context.Context }

// NewSession makes one.
func NewSession(ctx context.Context) *session { return &session{ctx} }

// Dial has no limit of its own.
func (s *session) Dial(addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(s.ctx, "tcp", addr)
}

// Params has a field that others set.
type Params struct{ Ctx context.Context }

// Dial has no limit of its own.
func (p *Params) Dial(addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(p.Ctx, "tcp", addr)
}

// A traced is a context that has the deadline of another.
type traced struct {
	context.Context
	id string
}

// Traced has a limit.
func Traced(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	var d net.Dialer
	return d.DialContext(traced{ctx, addr}, "tcp", addr)
}

// Untimed has none.
func Untimed(ctx context.Context, addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(traced{ctx, addr}, "tcp", addr)
}

// A detached is a context without the deadline.
type detached struct{ context.Context }

// Deadline says so.
func (detached) Deadline() (time.Time, bool) { return time.Time{}, false }

// Detached has none any more.
func Detached(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(detached{ctx}, "tcp", addr)
}
