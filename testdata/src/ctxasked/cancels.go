package ctxasked

import (
	"context"
	"net"
	"time"
)

// A peer keeps what cancels its dial, and the timer that does it.
type peer struct {
	cancel context.CancelFunc
	retry  *time.Timer
	conns  chan net.Conn
}

func (p *peer) dial(addr string) {
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	go func() {
		var d net.Dialer
		if c, err := d.DialContext(ctx, "tcp", addr); err == nil {
			p.conns <- c
		}
	}()
}

// Connect waits for it.
func Connect(addr string) net.Conn {
	p := &peer{retry: time.NewTimer(time.Minute), conns: make(chan net.Conn)}
	for {
		p.dial(addr)
		select {
		case c := <-p.conns:
			return c
		case <-p.retry.C:
			p.cancel()
		}
	}
}

// A caller is cancelled when somebody closes it.
type caller struct {
	cancel context.CancelFunc
	retry  *time.Timer
}

// Close cancels the dial.
func (c *caller) Close() { c.cancel() }

func (c *caller) dial(addr string) (net.Conn, error) {
	ctx, cancel := context.WithCancel(context.Background())
	c.cancel = cancel
	<-c.retry.C
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, "tcp", addr)
}

// Call makes one.
func Call(addr string) (net.Conn, error) {
	c := &caller{retry: time.NewTimer(time.Second)}
	defer c.Close()
	return c.dial(addr)
}

// Race cancels all dials after a time.
func Race(addrs []string) net.Conn {
	conns := make(chan net.Conn)
	cancels := make(map[string]func())
	for _, addr := range addrs {
		ctx, cancel := context.WithCancel(context.Background())
		cancels[addr] = cancel
		go race(ctx, addr, conns)
	}
	slow := time.After(time.Second)
	for {
		select {
		case c := <-conns:
			return c
		case <-slow:
			for _, cancel := range cancels {
				cancel()
			}
		}
	}
}

func race(ctx context.Context, addr string, conns chan net.Conn) {
	var d net.Dialer
	if c, err := d.DialContext(ctx, "tcp", addr); err == nil {
		conns <- c
	}
}

// RaceAll cancels those that have lost.
func RaceAll(addrs []string) net.Conn {
	conns := make(chan net.Conn)
	var cancels []context.CancelFunc
	for _, addr := range addrs {
		ctx, cancel := context.WithCancel(context.Background())
		cancels = append(cancels, cancel)
		go raceAll(ctx, addr, conns)
	}
	c := <-conns
	for _, cancel := range cancels {
		cancel()
	}
	return c
}

func raceAll(ctx context.Context, addr string, conns chan net.Conn) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if c, err := d.DialContext(ctx, "tcp", addr); err == nil {
		conns <- c
	}
}

// RaceSome cancels some of the dials.
func RaceSome(addrs []string) net.Conn {
	conns := make(chan net.Conn)
	cancels := map[string]func(){}
	for _, addr := range addrs {
		ctx, cancel := context.WithCancel(context.Background())
		cancels[addr] = cancel
		go raceSome(ctx, addr, conns)
	}
	go raceSome(context.Background(), "192.0.2.1:80", conns)
	select {
	case c := <-conns:
		return c
	case <-time.After(time.Second):
		for _, cancel := range cancels {
			cancel()
		}
	}
	return <-conns
}

func raceSome(ctx context.Context, addr string, conns chan net.Conn) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if c, err := d.DialContext(ctx, "tcp", addr); err == nil {
		conns <- c
	}
}
