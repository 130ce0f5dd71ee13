// Package dialeronly does not import net/http.
package dialeronly

import (
	"net"
	"time"
)

func dial(addr string) (net.Conn, error) {
	d := net.Dialer{KeepAlive: 30 * time.Second} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial("tcp", addr)
}

func dialSoon(addr string) (net.Conn, error) {
	d := net.Dialer{Timeout: 5 * time.Second}
	return d.Dial("tcp", addr)
}

// No dialer of one's own, and nothing to fill in.
func short(addr string) (net.Conn, error) {
	return net.DialTimeout("tcp", addr, 5*time.Second)
}
