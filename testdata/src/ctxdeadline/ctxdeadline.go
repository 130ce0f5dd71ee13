// Package ctxdeadline dials with contexts that end.
package ctxdeadline

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

func withTimeout(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

func withDeadline(addr string, end time.Time) (net.Conn, error) {
	ctx, cancel := context.WithDeadline(context.Background(), end)
	defer cancel()
	return (&net.Dialer{}).DialContext(ctx, "tcp", addr)
}

func withCause(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, time.Second, context.Canceled)
	defer cancel()
	return new(net.Dialer).DialContext(ctx, "tcp", addr)
}

// The deadline is that of an outer context.
func derived(ctx context.Context, addr string) (net.Conn, error) {
	timed, stop := context.WithTimeout(ctx, 5*time.Second)
	defer stop()
	inner, cancel := context.WithCancel(context.WithValue(timed, key{}, addr))
	defer cancel()
	d := net.Dialer{KeepAlive: time.Minute}
	return d.DialContext(inner, "tcp", addr)
}

type key struct{}

// Somebody chose a timeout, or chose none.
func optional(ctx context.Context, addr string, timeout time.Duration) (net.Conn, error) {
	if timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, timeout)
		defer cancel()
	}
	d := net.Dialer{}
	return d.DialContext(ctx, "tcp", addr)
}

// The dialer's function is called by a transport, and bounds each call itself.
var Transport = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		d := net.Dialer{}
		return d.DialContext(ctx, network, addr)
	},
}

func handshake(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	d := tls.Dialer{}
	return d.DialContext(ctx, "tcp", addr)
}

// A struct of the package is no way out of it.
type client struct{ dialer *net.Dialer }

func newClient() *client { return &client{&net.Dialer{}} }

func (c *client) reset() { c.dialer = &net.Dialer{KeepAlive: time.Minute} }

func (c *client) dial(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return c.dialer.DialContext(ctx, "tcp", addr)
}

// Nor is a variable, unless others can use it as well.
var (
	own    = &net.Dialer{}
	Shared = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
)

func withVariables(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	if conn, err := own.DialContext(ctx, "tcp", addr); err == nil {
		return conn, nil
	}
	return Shared.DialContext(ctx, "tcp", addr)
}

type contextDialer interface {
	DialContext(ctx context.Context, network, addr string) (net.Conn, error)
}

func throughInterface(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	var d contextDialer = &net.Dialer{}
	return d.DialContext(ctx, "tcp", addr)
}

func byExpression(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	return (*net.Dialer).DialContext(&net.Dialer{}, ctx, "tcp", addr)
}

// A function that nobody else gets hold of makes it.
func literal(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	newDialer := func() *net.Dialer { return &net.Dialer{} }
	return newDialer().DialContext(ctx, "tcp", addr)
}

// A Conn that others have keeps its dialer to itself.
type Conn struct {
	dialer *net.Dialer
	Open   *net.Dialer
}

// NewConn makes one.
func NewConn() *Conn {
	return &Conn{
		dialer: &net.Dialer{},
		Open:   &net.Dialer{}, // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
}

// Dial bounds both, but for the second others may do without.
func (c *Conn) Dial(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	if conn, err := c.dialer.DialContext(ctx, "tcp", addr); err == nil {
		return conn, nil
	}
	return c.Open.DialContext(ctx, "tcp", addr)
}

// A timer cancels the context.
func timer(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer time.AfterFunc(time.Second, cancel).Stop()
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Nobody but the caller does.
func noTimer(ctx context.Context, addr string, done func(context.CancelFunc)) (net.Conn, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done(cancel)
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}
