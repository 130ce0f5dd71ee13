package ctxdeadline

import (
	"context"
	"errors"
	"log"
	"net"
	"time"
)

// Ensure sets a deadline where the caller has set none.
func Ensure(ctx context.Context, addr string) (net.Conn, error) {
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Second)
		defer cancel()
	}
	return helped(ctx, addr)
}

func helped(ctx context.Context, addr string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Insist wants one of the caller.
func Insist(ctx context.Context, addr string) (net.Conn, error) {
	limit, ok := ctx.Deadline()
	if !ok || time.Until(limit) > time.Hour {
		return nil, errors.New("no deadline")
	}
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Prefer dials in both cases.
func Prefer(ctx context.Context, addr string) (net.Conn, error) {
	if _, ok := ctx.Deadline(); ok {
		var d net.Dialer
		return d.DialContext(ctx, "tcp", addr)
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// Look only looks.
func Look(ctx context.Context, addr string) (net.Conn, error) {
	if limit, ok := ctx.Deadline(); ok {
		log.Print(limit)
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// Other asks another context.
func Other(ctx, other context.Context, addr string) (net.Conn, error) {
	if _, ok := other.Deadline(); ok {
		var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(ctx, "tcp", addr)
	}
	return nil, errors.New("no deadline")
}

// Either has one, or something else is true.
func Either(ctx context.Context, addr string, now bool) (net.Conn, error) {
	if _, ok := ctx.Deadline(); ok || now {
		var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(ctx, "tcp", addr)
	}
	return nil, errors.New("no deadline")
}

// Logged has a literal that sees the context before it gets its deadline.
func Logged(ctx context.Context, addr string) (net.Conn, error) {
	defer func() { log.Print(ctx.Err()) }()
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	later := func() (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "tcp4", addr)
	}
	if conn, err := later(); err == nil {
		return conn, nil
	}
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Early dials in a literal that may run before.
func Early(ctx context.Context, addr string) (net.Conn, error) {
	dial := func() (net.Conn, error) {
		var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(ctx, "tcp", addr)
	}
	if conn, err := dial(); err == nil {
		return conn, nil
	}
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return dial()
}

// Falls has a deadline in each case, one of which falls through.
func Falls(ctx context.Context, addr string, n int) (net.Conn, error) {
	cancel := func() {}
	switch {
	case n > 2:
		fallthrough
	case n > 1:
		ctx, cancel = context.WithTimeout(ctx, time.Minute)
	default:
		ctx, cancel = context.WithTimeout(ctx, time.Second)
	}
	defer cancel()
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// FallsPast has none behind a case that others fall past.
func FallsPast(ctx context.Context, addr string, n int) (net.Conn, error) {
	cancel := func() {}
	switch {
	case n > 2:
		ctx, cancel = context.WithTimeout(ctx, time.Minute)
		fallthrough
	default:
		log.Print(n)
	}
	defer cancel()
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}
