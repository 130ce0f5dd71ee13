// Package kept fills a struct of a package that configures one of its fields, and gets nothing else from there.
package kept

import (
	"net"

	"structparts/lib"
)

func kept(addr string) (net.Conn, error) {
	c := lib.Config{
		Fast: &net.Dialer{},
		Slow: &net.Dialer{}, // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return c.Open(addr)
}

func stored(addr string) (net.Conn, error) {
	var c lib.Config
	c.Fast = &net.Dialer{}
	c.Slow = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return c.Open(addr)
}

// Whoever has the pool configures what is in it.
func added(p *lib.Pool) {
	p.Fast["a"] = &net.Dialer{}
	p.Slow["a"] = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}
