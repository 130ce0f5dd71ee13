package main

import (
	"context"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/transportlint/transportlint/examples/lambda/internal/scenario"
)

// A backend is the service that the function calls. It has no use for a connection that is idle for scenario.ServerIdle.
type backend struct {
	forgets bool         // them, in place of closing them
	open    atomic.Int32 // connections
}

// startBackend returns a backend and the host:port where it is served, until ctx is done. It closes idle connections as any
// server does, or forgets about them.
func startBackend(ctx context.Context, forget bool) (*backend, string, error) {
	b := &backend{forgets: forget}
	server := &http.Server{
		Handler:   http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }),
		ConnState: b.count,
	}
	var wrap func(net.Listener) net.Listener
	if forget {
		wrap = func(l net.Listener) net.Listener { return forgetful{l} }
	} else {
		server.IdleTimeout = scenario.ServerIdle
	}
	address, err := serve(ctx, server, wrap)
	return b, address, err
}

func (b *backend) count(_ net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		b.open.Add(1)
	case http.StateClosed:
		b.open.Add(-1)
	}
}

// quiet waits until the idle connections are closed, if that is what happens to them.
func (b *backend) quiet(ctx context.Context) error {
	for !b.forgets && b.open.Load() > 0 {
		if err := sleep(ctx, 10*time.Millisecond); err != nil {
			return err
		}
	}
	return nil
}

// A forgetful listener accepts connections that pass through something like a NAT gateway. It drops the state of an idle
// connection without telling either end, and answers what comes afterwards with a reset.
type forgetful struct{ net.Listener }

func (l forgetful) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &forgettable{TCPConn: conn.(*net.TCPConn)}, nil
}

type forgettable struct {
	*net.TCPConn
	used time.Time // when data came last
}

func (c *forgettable) Read(b []byte) (int, error) {
	n, err := c.TCPConn.Read(b)
	if !c.used.IsZero() && time.Since(c.used) > scenario.ServerIdle {
		_ = c.SetLinger(0) // Close then sends a reset
		_ = c.Close()
		return 0, net.ErrClosed
	}
	c.used = time.Now()
	return n, err
}

// serve serves on a free port of the loopback interface until ctx is done, and returns its host:port.
func serve(ctx context.Context, server *http.Server, wrap func(net.Listener) net.Listener) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	address := l.Addr().String()
	if wrap != nil {
		l = wrap(l)
	}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	go func() { _ = server.Serve(l) }() // it ends with an error in any case
	return address, nil
}

// sleep waits for d, or returns why ctx was done before.
func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
