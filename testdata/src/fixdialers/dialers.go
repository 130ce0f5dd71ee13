package fixdialers

import (
	"context"
	"crypto/tls"
	"net"
)

func direct(ctx context.Context, addr string) (net.Conn, error) {
	return (&net.Dialer{}).DialContext(ctx, "tcp", addr) // want `dialer`
}

func local(addr string, from net.Addr) (net.Conn, error) {
	d := net.Dialer{ // want `dialer`
		LocalAddr: from,
	}
	return d.Dial("tcp", addr)
}

func zero(addr string) (net.Conn, error) {
	var d net.Dialer // want `dialer`
	return d.Dial("tcp", addr)
}

func secure(ctx context.Context, addr string, cfg *tls.Config) (net.Conn, error) {
	d := &tls.Dialer{Config: cfg} // want `dialer`
	return d.DialContext(ctx, "tcp", addr)
}
