package embedded

import (
	"net"
	"time"
)

type dialing struct {
	net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	retries    int
}

func (d *dialing) dial(addr string) (conn net.Conn, err error) {
	for range d.retries {
		if conn, err = d.Dial("tcp", addr); err == nil {
			return conn, nil
		}
	}
	return nil, err
}

type bounded struct {
	net.Dialer
}

func newBounded(timeout time.Duration) *bounded {
	return &bounded{net.Dialer{Timeout: timeout}}
}
