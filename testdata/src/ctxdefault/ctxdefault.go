// Package ctxdefault replaces a timeout of zero before it asks whether there is one.
package ctxdefault

import (
	"context"
	"net"
	"time"
)

type Dialer struct{ Timeout time.Duration }

func (d *Dialer) Dial(ctx context.Context, network, addr string) (net.Conn, error) {
	if d.Timeout == 0 {
		d.Timeout = 15 * time.Second
	}
	if d.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, d.Timeout)
		defer cancel()
	}
	dialer := &net.Dialer{}
	dial := func() (net.Conn, error) { return dialer.DialContext(ctx, network, addr) }
	return dial()
}

// An Unrelated has another field that is replaced.
type Unrelated struct {
	Timeout time.Duration
	Other   time.Duration
}

// Dial has no limit by default.
func (d *Unrelated) Dial(ctx context.Context, network, addr string) (net.Conn, error) {
	if d.Other <= 0 {
		d.Other = 15 * time.Second
	}
	if d.Timeout != 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, d.Timeout)
		defer cancel()
	}
	dialer := &net.Dialer{} // want `^dialer: `
	return dialer.DialContext(ctx, network, addr)
}

// A Zero has zero in place of zero.
type Zero struct{ Timeout time.Duration }

// Dial has no limit by default.
func (d *Zero) Dial(ctx context.Context, network, addr string) (net.Conn, error) {
	if d.Timeout <= 0 {
		d.Timeout = 0
	}
	if d.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, d.Timeout)
		defer cancel()
	}
	dialer := &net.Dialer{} // want `^dialer: `
	return dialer.DialContext(ctx, network, addr)
}

// What is limited is another context.
func (d *Dialer) Another(ctx context.Context, network, addr string) (net.Conn, error) {
	if d.Timeout == 0 {
		d.Timeout = time.Second
	}
	short := ctx
	if d.Timeout > 0 {
		var cancel context.CancelFunc
		short, cancel = context.WithTimeout(ctx, d.Timeout)
		defer cancel()
	}
	<-short.Done()
	dialer := &net.Dialer{} // want `^dialer: `
	return dialer.DialContext(ctx, network, addr)
}
