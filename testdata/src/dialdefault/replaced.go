package dialdefault

import (
	"context"
	"net"
	"net/http"
	"time"
)

// A Channel dials by a function that its options may replace.
type Channel struct {
	dial func(ctx context.Context, addr string) (net.Conn, error)
}

// NewChannel begins with the function of the package.
func NewChannel(o *Config) *Channel {
	dial := dialTCP
	if o.Dial != nil {
		dial = func(ctx context.Context, addr string) (net.Conn, error) { return o.Dial(ctx, "tcp", addr) }
	}
	return &Channel{dial: dial}
}

func dialTCP(ctx context.Context, addr string) (net.Conn, error) {
	d := net.Dialer{KeepAlive: time.Minute}
	return d.DialContext(ctx, "tcp", addr)
}

// Connect dials.
func (c *Channel) Connect(ctx context.Context, addr string) (net.Conn, error) {
	return c.dial(ctx, addr)
}

// A Socket dials by one that nobody can replace, whatever is asked.
type Socket struct {
	dial func(ctx context.Context, addr string) (net.Conn, error)
}

// NewSocket asks for something else.
func NewSocket(t *http.Transport) *Socket {
	dial := dialSocket
	if t != nil {
		dial = dialTwice
	}
	return &Socket{dial: dial}
}

func dialSocket(ctx context.Context, addr string) (net.Conn, error) {
	d := net.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

func dialTwice(ctx context.Context, addr string) (net.Conn, error) { return dialSocket(ctx, addr) }

// Connect dials.
func (s *Socket) Connect(ctx context.Context, addr string) (net.Conn, error) {
	return s.dial(ctx, addr)
}

var dialerDefault = &net.Dialer{}

// Chosen has its default in a variable.
func (l *Link) Chosen(ctx context.Context, addr string) (net.Conn, error) {
	d := l.dialer
	if d == nil {
		d = dialerDefault
	}
	return d.DialContext(ctx, "tcp", addr)
}

// A Session has a context of its user's.
type Session struct {
	Context context.Context
	Dialer  Dialer
}

// Connect dials with it.
func (s *Session) Connect(addr string) (net.Conn, error) {
	d := s.Dialer
	if d == nil {
		d = &net.Dialer{}
	}
	return d.DialContext(s.Context, "tcp", addr)
}

// Reconnect dials with it by one that nobody can replace.
func (s *Session) Reconnect(addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(s.Context, "tcp", addr)
}

type bound struct{ *net.Dialer }

func (b bound) dial(r *http.Request) (net.Conn, error) {
	return b.DialContext(r.Context(), "tcp", r.Host)
}

type requester interface {
	dial(r *http.Request) (net.Conn, error)
}

// Bound dials by one in a field of a type that nobody else can name.
func Bound() requester {
	return bound{&net.Dialer{KeepAlive: time.Minute}} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}
