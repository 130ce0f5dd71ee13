package ctxasked

import (
	"context"
	"errors"
	"net"
	"time"
)

var errSlow = errors.New("slow")

// Left is left when the time is over, which cancels the dial.
func Left(addr string) (net.Conn, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	conns := make(chan net.Conn, 1)
	go func() {
		var d net.Dialer
		if c, err := d.DialContext(ctx, "tcp", addr); err == nil {
			conns <- c
		}
	}()
	select {
	case c := <-conns:
		return c, nil
	case <-time.After(time.Second):
		return nil, errSlow
	}
}

// Deaf does not tell the dial.
func Deaf(addr string) (net.Conn, error) {
	conns := make(chan net.Conn, 1)
	go func() {
		var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		if c, err := d.Dial("tcp", addr); err == nil {
			conns <- c
		}
	}()
	select {
	case c := <-conns:
		return c, nil
	case <-time.After(time.Second):
		return nil, errSlow
	}
}

// Watched is cancelled by another goroutine.
func Watched(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithCancel(ctx)
	timer := time.NewTimer(time.Second)
	go func() {
		select {
		case <-timer.C:
			cancel()
		case <-ctx.Done():
		}
	}()
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Called is cancelled by a timer's function.
func Called(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithCancel(ctx)
	t := time.AfterFunc(time.Second, func() {
		println("slow")
		cancel()
	})
	defer t.Stop()
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Again waits between dials, not for one.
func Again(ctx context.Context, addr string) net.Conn {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for {
		var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		if c, err := d.DialContext(ctx, "tcp", addr); err == nil {
			return c
		}
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
			return nil
		}
	}
}

const limit = 5 * time.Second

// Constant has a limit that may be turned off in the source alone.
func Constant(ctx context.Context, addr string) (net.Conn, error) {
	if limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

func within(ctx context.Context, limit time.Duration, addr string) (net.Conn, error) {
	if limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Soon and Later both have one.
func Soon(ctx context.Context, addr string) (net.Conn, error)  { return within(ctx, time.Second, addr) }
func Later(ctx context.Context, addr string) (net.Conn, error) { return within(ctx, time.Minute, addr) }

func perhaps(ctx context.Context, limit time.Duration, addr string) (net.Conn, error) {
	if limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// Never has none.
func Never(ctx context.Context, addr string) (net.Conn, error) { return perhaps(ctx, 0, addr) }

// Ever has one.
func Ever(ctx context.Context, addr string) (net.Conn, error) { return perhaps(ctx, time.Minute, addr) }

// Channel has a channel that ends the dial.
func Channel(addr string) (net.Conn, error) {
	done := make(chan struct{})
	time.AfterFunc(time.Second, func() { close(done) })
	d := net.Dialer{Cancel: done}
	return d.Dial("tcp", addr)
}
