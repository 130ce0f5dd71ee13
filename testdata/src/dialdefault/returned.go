package dialdefault

import (
	"context"
	"net"
	"net/http"
	"time"
)

// A DialFunc is what users may have in place of a net.Dialer's method.
type DialFunc func(ctx context.Context, network, addr string) (net.Conn, error)

// A Config may have a dialer, or a function.
type Config struct {
	Dialer Dialer
	Net    *net.Dialer
	Dial   DialFunc
}

func (c *Config) dial() DialFunc {
	if c.Dial != nil {
		return c.Dial
	}
	d := &net.Dialer{KeepAlive: time.Minute}
	return d.DialContext
}

// Returned dials by what a function returns.
func (c *Config) Returned(ctx context.Context, addr string) (net.Conn, error) {
	return c.dial()(ctx, "tcp", addr)
}

func (c *Config) other() DialFunc {
	if c.Dial == nil {
		return (&net.Dialer{}).DialContext
	}
	return c.Dial
}

// Other has the test the other way round.
func (c *Config) Other(ctx context.Context, addr string) (net.Conn, error) {
	return c.other()(ctx, "tcp", addr)
}

func (c *Config) netDialer() *net.Dialer {
	if c.Net != nil {
		return c.Net
	}
	return new(net.Dialer)
}

// Method returns a dialer.
func (c *Config) Method(ctx context.Context, addr string) (net.Conn, error) {
	return c.netDialer().DialContext(ctx, "tcp", addr)
}

// Left dials by the function, and is left.
func (c *Config) Left(ctx context.Context, addr string) (net.Conn, error) {
	if dial := c.Dial; dial != nil {
		return dial(ctx, "tcp", addr)
	}
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Clauses asks in turn.
func (c *Config) Clauses(ctx context.Context, addr string) (net.Conn, error) {
	switch {
	case c.Dial != nil:
		return c.Dial(ctx, "tcp", addr)
	case c.Net != nil && addr != "":
		return c.Net.DialContext(ctx, "tcp", addr)
	default:
		var d net.Dialer
		return d.DialContext(ctx, "tcp", addr)
	}
}

// Replaced begins with the default.
func (c *Config) Replaced(ctx context.Context, addr string) (net.Conn, error) {
	var d Dialer = &net.Dialer{}
	if c.Dialer != nil {
		d = c.Dialer
	}
	return d.DialContext(ctx, "tcp", addr)
}

// Several may bring one or none.
func Several(ctx context.Context, addr string, dialers ...Dialer) (net.Conn, error) {
	var d Dialer = &net.Dialer{}
	if len(dialers) > 0 {
		d = dialers[0]
	}
	return d.DialContext(ctx, "tcp", addr)
}

func newDialer(keepAlive time.Duration) Dialer { return &net.Dialer{KeepAlive: keepAlive} }

func (c *Config) dialer() Dialer {
	if c.Dialer != nil {
		return c.Dialer
	}
	return newDialer(time.Minute)
}

// Made comes from another function.
func (c *Config) Made(ctx context.Context, addr string) (net.Conn, error) {
	return c.dialer().DialContext(ctx, "tcp", addr)
}

// Transport gives it to net/http, which takes deadlines off.
func (c *Config) Transport() *http.Transport {
	dial := c.Dial
	if dial == nil {
		dial = (&net.Dialer{}).DialContext // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return &http.Transport{DialContext: dial, IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second}
}

// Detached has no context to pass on.
func (c *Config) Detached(addr string) (net.Conn, error) {
	if c.Dial != nil {
		return c.Dial(context.Background(), "tcp", addr)
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial("tcp", addr)
}

// Beside asks for something else.
func (c *Config) Beside(ctx context.Context, addr string) (net.Conn, error) {
	if c == nil {
		var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(ctx, "tcp", addr)
	}
	return nil, net.ErrClosed
}

// A Proxy has a dialer that its users may replace.
type Proxy struct{ Dialer Dialer }

// NewProxy has one in any case.
func NewProxy() *Proxy { return &Proxy{Dialer: &net.Dialer{}} }

// Open dials.
func (p *Proxy) Open(ctx context.Context, addr string) (net.Conn, error) {
	return p.Dialer.DialContext(ctx, "tcp", addr)
}

// Dial may be replaced as well.
var Dial DialFunc = (&net.Dialer{}).DialContext

// Reach dials by it.
func Reach(ctx context.Context, addr string) (net.Conn, error) { return Dial(ctx, "tcp", addr) }

// A Hooked has a function that a method replaces.
type Hooked struct{ dial DialFunc }

// NewHooked has one in any case.
func NewHooked() *Hooked { return &Hooked{dial: (&net.Dialer{}).DialContext} }

// SetDial replaces it.
func (h *Hooked) SetDial(dial DialFunc) { h.dial = dial }

// Open dials.
func (h *Hooked) Open(ctx context.Context, addr string) (net.Conn, error) {
	return h.dial(ctx, "tcp", addr)
}

type lone struct{ dialer Dialer }

// NewLone has one that nobody can replace.
func NewLone() *lone { return &lone{dialer: &net.Dialer{}} } // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

// Open dials.
func (l *lone) Open(ctx context.Context, addr string) (net.Conn, error) {
	return l.dialer.DialContext(ctx, "tcp", addr)
}
