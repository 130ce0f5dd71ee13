// Package tlsdialwithdialer hands dialers to tls.DialWithDialer, which configures nothing.
package tlsdialwithdialer

import (
	"crypto/tls"
	"net"
	"time"
)

func loose(addr string) (*tls.Conn, error) {
	return tls.DialWithDialer(&net.Dialer{}, "tcp", addr, nil) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

func looseNew(addr string) (*tls.Conn, error) {
	d := new(net.Dialer) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	d.KeepAlive = time.Minute
	return tls.DialWithDialer(d, "tcp", addr, nil)
}

func bounded(addr string) (*tls.Conn, error) {
	return tls.DialWithDialer(&net.Dialer{Timeout: 5 * time.Second}, "tcp", addr, nil)
}

func later(addr string, timeout time.Duration) (*tls.Conn, error) {
	d := new(net.Dialer)
	d.Timeout = timeout
	return tls.DialWithDialer(d, "tcp", addr, nil)
}
