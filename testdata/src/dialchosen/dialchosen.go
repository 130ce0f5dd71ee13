// Package dialchosen has dialers for those who ask for no limit, and others.
package dialchosen

import (
	"net"
	"time"
)

// Options are what users say.
type Options struct {
	Timeout   time.Duration
	KeepAlive time.Duration
}

// Either has one for each answer.
func Either(o *Options) *net.Dialer {
	if o.Timeout > 0 {
		return &net.Dialer{Timeout: o.Timeout}
	} else {
		return &net.Dialer{KeepAlive: o.KeepAlive}
	}
}

// Returned has left by then.
func Returned(limit time.Duration) *net.Dialer {
	if limit != 0 {
		d := new(net.Dialer)
		d.Timeout = limit
		return d
	}
	return &net.Dialer{}
}

// Zero asks the other way round.
func Zero(limit time.Duration, addr string) (net.Conn, error) {
	if limit <= 0 {
		var d net.Dialer
		return d.Dial("tcp", addr)
	}
	d := net.Dialer{Timeout: limit}
	return d.Dial("tcp", addr)
}

// Other asks about something else.
func Other(o *Options) *net.Dialer {
	if o.KeepAlive <= 0 {
		return &net.Dialer{KeepAlive: -1} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return &net.Dialer{Timeout: o.Timeout, KeepAlive: o.KeepAlive}
}

// Both has none anyway.
func Both(o *Options) *net.Dialer {
	if o.Timeout > 0 {
		return &net.Dialer{KeepAlive: o.Timeout} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// Before makes one for both, and uses it.
func Before(o *Options, addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if c, err := d.Dial("tcp", addr); err == nil {
		return c, nil
	}
	if o.Timeout > 0 {
		d = &net.Dialer{Timeout: o.Timeout}
	}
	return d.Dial("tcp", addr)
}
