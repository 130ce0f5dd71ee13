// Package fluent returns what it is called on, or given: each caller gets back its own.
package fluent

import (
	"net"
	"time"
)

type conn struct{ d *net.Dialer }

func (c *conn) self() *conn { return c }

func tuned(addr string) (net.Conn, error) {
	c := &conn{&net.Dialer{}}
	c.self().d.Timeout = time.Second
	return c.d.Dial("tcp", addr)
}

func plain(addr string) (net.Conn, error) {
	c := &conn{&net.Dialer{}} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return c.self().d.Dial("tcp", addr)
}

func value(d *net.Dialer) net.Dialer { return *d }

func tunedValue(addr string) (net.Conn, error) {
	d := value(&net.Dialer{})
	d.Timeout = time.Second
	return d.Dial("tcp", addr)
}

func plainValue(addr string) (net.Conn, error) {
	d := value(&net.Dialer{KeepAlive: time.Minute}) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial("tcp", addr)
}
