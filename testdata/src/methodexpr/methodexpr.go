// Package methodexpr calls methods by expressions whose first argument is the receiver.
package methodexpr

import (
	"net"
	"time"
)

type limits struct{ timeout time.Duration }

func (l limits) apply(d *net.Dialer) { d.Timeout = l.timeout }

func (l limits) look(d *net.Dialer) bool { return d.Timeout < l.timeout }

type applier interface{ apply(*net.Dialer) }

func (l limits) dial(addr string) (net.Conn, error) {
	d := &net.Dialer{}
	limits.apply(l, d)
	return d.Dial("tcp", addr)
}

func (l limits) stored(addr string) (net.Conn, error) {
	d := &net.Dialer{}
	set := limits.apply
	set(l, d)
	return d.Dial("tcp", addr)
}

func throughInterface(a applier, addr string) (net.Conn, error) {
	d := &net.Dialer{}
	applier.apply(a, d)
	return d.Dial("tcp", addr)
}

func (l limits) looked(addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	look := limits.look
	look(l, d)
	return d.Dial("tcp", addr)
}

func storedInterface(a applier, addr string) (net.Conn, error) {
	d := &net.Dialer{}
	set := applier.apply
	set(a, d)
	return d.Dial("tcp", addr)
}

func bound(a applier, addr string) (net.Conn, error) {
	d := &net.Dialer{}
	set := a.apply
	set(d)
	return d.Dial("tcp", addr)
}
