// Package testserver is what tests connect to.
package testserver

import "net"

// Dial waits as long as the test does.
func Dial(addr string) (net.Conn, error) {
	var d net.Dialer
	return d.Dial("tcp", addr)
}
