package ctxdeadline

import (
	"context"
	"net"
	"time"
)

// A context that can be cancelled has no end of its own.
func withCancel(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// The caller may have set a deadline, or not.
func given(ctx context.Context, addr string) (net.Conn, error) {
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// The deadline is in another context than the one that dials.
func wrongContext(ctx context.Context, addr string) (net.Conn, error) {
	timed, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	conn, err := d.DialContext(ctx, "tcp", addr)
	if err == nil && timed.Err() != nil {
		err = timed.Err()
	}
	return conn, err
}

// One of two calls has a deadline.
func once(ctx context.Context, addr string) (net.Conn, error) {
	timed, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if conn, err := d.DialContext(timed, "tcp", addr); err == nil {
		return conn, nil
	}
	return d.Dial("tcp", addr)
}
