// Package ctxasked dials with contexts that are asked for their deadline, and get one if there is none.
package ctxasked

import (
	"context"
	"net"
	"time"
)

// Ensured has one in any case.
func Ensured(ctx context.Context, addr string) (net.Conn, error) {
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Second)
		defer cancel()
	}
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

func ensure(ctx context.Context) (context.Context, context.CancelFunc) {
	if _, ok := ctx.Deadline(); ok {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, time.Second)
}

// Helped leaves it to a helper.
func Helped(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := ensure(ctx)
	defer cancel()
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Handed goes on to another function.
func Handed(ctx context.Context, addr string) (net.Conn, error) {
	_, has := ctx.Deadline()
	if !has {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Second)
		defer cancel()
	}
	return dial(ctx, addr)
}

func dial(ctx context.Context, addr string) (net.Conn, error) {
	return new(net.Dialer).DialContext(ctx, "tcp", addr)
}

// Sure dials only with one.
func Sure(ctx context.Context, addr string) (net.Conn, error) {
	if _, ok := ctx.Deadline(); ok {
		var d net.Dialer
		return d.DialContext(ctx, "tcp", addr)
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// Asked has none on one path.
func Asked(ctx context.Context, addr string) (net.Conn, error) {
	if _, ok := ctx.Deadline(); !ok {
		println("no deadline")
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// Reversed gives one to those that have one.
func Reversed(ctx context.Context, addr string) (net.Conn, error) {
	if _, ok := ctx.Deadline(); ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Second)
		defer cancel()
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

func pass(ctx context.Context) context.Context {
	if _, ok := ctx.Deadline(); !ok {
		println("no deadline")
	}
	return ctx
}

// Passed gets it back as it was.
func Passed(ctx context.Context, addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(pass(ctx), "tcp", addr)
}
