package fixown

import (
	"context"
	"net"
	"net/http"
	"time"
)

// A constant beside a timeout of the author's own is not what he means.
func parameter(addr string, timeout time.Duration) (net.Conn, error) {
	d := net.Dialer{} // want `dialer`
	_ = timeout
	return d.Dial("tcp", addr)
}

type options struct {
	ConnectTimeout time.Duration
	IdleLimit      *time.Duration
}

func field(addr string, o options) (net.Conn, error) {
	return (&net.Dialer{}).Dial("tcp", addr) // want `dialer`
}

func (o *options) receiver() http.RoundTripper {
	return &http.Transport{MaxIdleConns: 5} // want `transport`
}

func deadline(ctx context.Context, addr string) (net.Conn, error) {
	d := net.Dialer{} // want `dialer`
	if end, ok := ctx.Deadline(); ok && time.Until(end) < time.Second {
		return nil, context.DeadlineExceeded
	}
	return d.Dial("tcp", addr)
}

// Waiting and being idle are different things.
func idle(idleTimeout time.Duration) http.RoundTripper {
	return &http.Transport{MaxIdleConns: 5} // want `transport`
}

// A client's Timeout is not a duration of the author's, nor is one that comes later, or of something else.
func others(addr string, client *http.Client, interval time.Duration) (net.Conn, error) {
	var d net.Dialer // want `dialer`
	timeout := interval
	_ = timeout
	return d.Dial("tcp", addr)
}

// Nor is one that is for something else, which a package is full of.
const (
	shutdownTimeout = 10 * time.Second
	readTimeout     = 5 * time.Second
)

func elsewhere(addr string) (net.Conn, error) {
	return (&net.Dialer{}).Dial("tcp", addr) // want `dialer`
}
