package dialers

import (
	"context"
	"net"
	"time"
)

type proxy struct {
	dialer *net.Dialer
}

func newProxy() *proxy {
	return &proxy{dialer: &net.Dialer{}} // connect completes it
}

func (p *proxy) connect(addr string, timeout time.Duration) (net.Conn, error) {
	p.dialer.Timeout = timeout
	return p.dialer.Dial("tcp", addr)
}

type forwarder struct {
	dialer *net.Dialer
}

func newForwarder() *forwarder {
	return &forwarder{dialer: &net.Dialer{}} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

func (f *forwarder) connect(addr string) (net.Conn, error) {
	return f.dialer.Dial("tcp", addr)
}

// contextDialer hides the dialer behind an interface.
type contextDialer interface {
	DialContext(ctx context.Context, network, addr string) (net.Conn, error)
}

func hidden(ctx context.Context, addr string) (net.Conn, error) {
	var cd contextDialer = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return cd.DialContext(ctx, "tcp", addr)
}
