// Package ctxcallers dials with contexts that come from elsewhere: they are bounded if they are so by every way.
package ctxcallers

import (
	"context"
	"net"
	"time"
)

const patience = 3 * time.Second

func knock(ctx context.Context, host string) error {
	var d net.Dialer
	c, err := d.DialContext(ctx, "tcp", net.JoinHostPort(host, "22"))
	if err != nil {
		return err
	}
	return c.Close()
}

// Knock is one caller of knock, and Scan another.
func Knock(host string) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return knock(ctx, host)
}

// Scan bounds all calls together, by a literal that is called in its place.
func Scan(ctx context.Context, hosts []string) error {
	ctx, cancel := context.WithDeadline(ctx, time.Now().Add(patience))
	defer cancel()
	one := func(host string) error { return knock(ctx, host) }
	for _, h := range hosts {
		if err := one(h); err != nil {
			return err
		}
	}
	return nil
}

func reach(ctx context.Context, host string) error {
	d := net.Dialer{KeepAlive: -1} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	_, err := d.DialContext(ctx, "tcp", host)
	return err
}

// Reach gives reach a context of the background in one case.
func Reach(host string, hurry bool) error {
	if !hurry {
		return reach(context.Background(), host)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return reach(ctx, host)
}

// A probe has a method that only this package calls, by its interface and by name.
type probe struct{ port string }

type prober interface {
	probe(ctx context.Context, host string) error
}

func (p probe) probe(ctx context.Context, host string) error {
	_, err := new(net.Dialer).DialContext(ctx, "tcp", host+":"+p.port)
	return err
}

// Probe bounds it.
func Probe(hosts ...string) (err error) {
	list := []prober{probe{"80"}, probe{"443"}}
	for _, h := range hosts {
		for _, p := range list {
			ctx, cancel := context.WithTimeout(context.Background(), patience)
			err = p.probe(ctx, h)
			cancel()
		}
	}
	return err
}

type dialFunc = func(ctx context.Context, network, addr string) (net.Conn, error)

// Fallback keeps a method value in a map, and gives whatever it takes out a context with a limit.
func Fallback(kind, addr string) (net.Conn, error) {
	ways := map[string]dialFunc{"plain": (&net.Dialer{}).DialContext}
	ctx, cancel := context.WithTimeoutCause(context.Background(), patience, context.Canceled)
	defer cancel()
	return ways[kind](ctx, "tcp", addr)
}

// Direct is the same with a context that nobody has bounded.
func Direct(kind, addr string) (net.Conn, error) {
	ways := map[string]dialFunc{"plain": (&net.Dialer{}).DialContext} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return ways[kind](context.TODO(), "tcp", addr)
}

func limited(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, patience)
}

// Helped has its limit from a function.
func Helped(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := limited(ctx)
	defer cancel()
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Captured dials by a goroutine whose literal finds the bounded context.
func Captured(ctx context.Context, addr string) <-chan net.Conn {
	ctx, cancel := context.WithTimeout(ctx, patience)
	out := make(chan net.Conn, 1)
	go func() {
		defer cancel()
		var d net.Dialer
		if c, err := d.DialContext(ctx, "tcp", addr); err == nil {
			out <- c
		}
	}()
	return out
}

// Rebound takes the limit off while the literal may run.
func Rebound(ctx context.Context, addr string) {
	bounded, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	dial := func() {
		var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		_, _ = d.DialContext(bounded, "tcp", addr)
	}
	dial()
	bounded = ctx
	dial()
}
