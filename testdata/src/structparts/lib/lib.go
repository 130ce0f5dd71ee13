// Package lib configures parts of what it is given, and of what its structs hold.
package lib

import (
	"net"
	"time"
)

// Config has a dialer that Open configures, and one that it leaves alone.
type Config struct{ Fast, Slow *net.Dialer }

func (c Config) Open(addr string) (net.Conn, error) {
	c.Fast.Timeout = time.Second
	if conn, err := c.Fast.Dial("tcp", addr); err == nil {
		return conn, nil
	}
	return c.Slow.Dial("tcp", addr)
}

// Pair is not of this package.
type Pair = struct{ First, Second *net.Dialer }

func First(p *Pair) { p.First.Timeout = time.Second }

// Hand hands its argument to a function that anybody may have written.
func Hand(d *net.Dialer, f func(*net.Dialer)) { f(d) }

// Pass returns its argument by way of a variable.
func Pass(d *net.Dialer, more bool) *net.Dialer {
	out := d
	if more {
		out = &net.Dialer{Timeout: time.Second}
	}
	return out
}

// Replace configures its argument as a whole.
func Replace(d *net.Dialer) { *d = net.Dialer{Timeout: time.Second} }

// Pool has dialers that Tune configures, and others.
type Pool struct{ Fast, Slow map[string]*net.Dialer }

func (p *Pool) Tune() {
	for _, d := range p.Fast {
		d.Timeout = time.Second
	}
}
