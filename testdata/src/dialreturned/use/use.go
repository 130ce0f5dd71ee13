// Package use hands dialers to a package that makes dial functions of them.
package use

import (
	"net"
	"net/http"

	"dialhanded/other"
	"dialreturned/tunnel"
)

// Open has a dial function that another module calls.
func Open() error {
	var d net.Dialer
	return other.Open(tunnel.Dialer(&d, "tcp"))
}

// All gives one to net/http.
func All() *http.Transport {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DialContext = tunnel.ForAll(d)
	return t
}

// Plain has one that no context limits.
func Plain() (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return tunnel.Plain(d)("192.0.2.1:80")
}
