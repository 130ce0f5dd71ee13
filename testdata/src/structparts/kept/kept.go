// Package kept fills a struct of a package that configures one of its fields, and gets nothing else from there.
package kept

import (
	"net"

	"structparts/lib"
)

func kept(addr string) (net.Conn, error) {
	c := lib.Config{
		Fast: &net.Dialer{},
		Slow: &net.Dialer{}, // want `^dialer: net.Dialer leaves Timeout unset \(`
	}
	return c.Open(addr)
}
