// Package user passes dialers to a package that configures some of them.
package user

import (
	"net"
	"time"

	"structparts/lib"
)

func passed() *lib.Pair {
	p := &lib.Pair{
		First:  &net.Dialer{},
		Second: &net.Dialer{}, // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	lib.First(p)
	return p
}

func handed(addr string) (net.Conn, error) {
	d := &net.Dialer{}
	lib.Hand(d, func(*net.Dialer) {})
	return d.Dial("tcp", addr)
}

func returned(addr string) (net.Conn, error) {
	d := lib.Pass(&net.Dialer{}, addr == "")
	d.Timeout = time.Second
	return d.Dial("tcp", addr)
}

func replaced(addr string) (net.Conn, error) {
	d := &net.Dialer{}
	lib.Replace(d)
	return d.Dial("tcp", addr)
}
