// Package helperbyvalue has helpers that take and return structs by value: what they set in the copy counts.
package helperbyvalue

import (
	"net"
	"time"
)

func withTimeout(d net.Dialer) net.Dialer {
	d.Timeout = 5 * time.Second
	return d
}

func withKeepAlive(d net.Dialer) net.Dialer {
	d.KeepAlive = 15 * time.Second
	return d
}

func bounded(addr string) (net.Conn, error) {
	d := withTimeout(net.Dialer{})
	return d.Dial("tcp", addr)
}

func loose(addr string) (net.Conn, error) {
	d := withKeepAlive(net.Dialer{}) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial("tcp", addr)
}

func boundedByCaller(addr string) (net.Conn, error) {
	d := withKeepAlive(net.Dialer{})
	d.Timeout = 5 * time.Second
	return d.Dial("tcp", addr)
}
