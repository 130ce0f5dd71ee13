// Package deadbranches overwrites dialers on all paths before it uses them, or on some.
package deadbranches

import (
	"net"
	"time"
)

type options struct {
	dialer  *net.Dialer
	limit   time.Duration
	network string
}

// Connect begins with a dialer that both branches replace.
func Connect(o *options, addr string) (net.Conn, error) {
	d := o.dialer
	if d == nil {
		d = &net.Dialer{}
		if o.network == "tcp4" {
			d = &net.Dialer{Timeout: o.limit}
		} else {
			d = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		}
	}
	for range 3 {
		if c, err := d.Dial("tcp", addr); err == nil {
			return c, nil
		}
	}
	return nil, net.ErrClosed
}

// Cases has one in each.
func Cases(o *options, addr string) (net.Conn, error) {
	d := new(net.Dialer)
	switch o.network {
	case "tcp4":
		d = &net.Dialer{Timeout: time.Second}
	case "":
		return nil, net.UnknownNetworkError("")
	default:
		if o.limit < 0 {
			panic("limit")
		}
		d = &net.Dialer{Timeout: o.limit}
	}
	return d.Dial("tcp", addr)
}

// SomeCases keeps the first where none is taken.
func SomeCases(o *options, addr string) (net.Conn, error) {
	d := new(net.Dialer) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	switch o.network {
	case "tcp4":
		d = &net.Dialer{Timeout: time.Second}
	case "tcp6":
		d = &net.Dialer{Timeout: o.limit}
	}
	return d.Dial("tcp", addr)
}

// Read uses it on one path, before it replaces it there.
func Read(o *options, addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if o.limit > 0 {
		d = &net.Dialer{Timeout: o.limit}
	} else {
		if c, err := d.Dial("tcp", addr); err == nil {
			return c, nil
		}
		d = &net.Dialer{Timeout: time.Second}
	}
	return d.Dial("tcp", addr)
}

// Copied has another name for it.
func Copied(o *options, addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	first := d
	d = &net.Dialer{Timeout: o.limit}
	if c, err := d.Dial("tcp", addr); err == nil {
		return c, nil
	}
	return first.Dial("tcp", addr)
}

// Again goes around, and leaves before it is replaced.
func Again(o *options, addrs []string) (c net.Conn, err error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	for _, addr := range addrs {
		if o.limit == 0 {
			break
		}
		d = &net.Dialer{Timeout: o.limit}
		println(addr)
	}
	return d.Dial("tcp", addrs[0])
}

// Round is replaced in the next round only.
func Round(addrs []string) (c net.Conn, err error) {
	d := &net.Dialer{Timeout: time.Second}
	for _, addr := range addrs {
		if c, err = d.Dial("tcp", addr); err == nil {
			return c, nil
		}
		d = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return nil, err
}

// Field replaces the field of what it returns on both paths.
func Field(o *options) *options {
	o = &options{dialer: &net.Dialer{}, network: "tcp"}
	o.network = "tcp4"
	if o.limit > 0 {
		o.dialer = &net.Dialer{Timeout: o.limit}
	} else {
		o.dialer = &net.Dialer{Timeout: time.Second}
	}
	return o
}

// Kept leaves the field of what its caller has.
func Kept(o *options, ok bool) {
	o.dialer = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if ok {
		return
	}
	o.dialer = &net.Dialer{Timeout: time.Second}
}

// Captured has a function that sees the first.
func Captured(o *options, addr string) (net.Conn, error) {
	var d *net.Dialer
	dial := func() (net.Conn, error) { return d.Dial("tcp", addr) }
	d = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if c, err := dial(); err == nil {
		return c, nil
	}
	d = &net.Dialer{Timeout: o.limit}
	return dial()
}

// Open uses what the others make.
func (o *options) Open(addr string) (net.Conn, error) { return o.dialer.Dial("tcp", addr) }

// Named returns the first by its name.
func Named(o *options) (d *net.Dialer) {
	d = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if o == nil {
		return
	}
	d = &net.Dialer{Timeout: o.limit}
	return d
}

// Unread leaves with another on one path, and with none on the other.
func Unread(o *options) *net.Dialer {
	d := &net.Dialer{}
	if o == nil {
		return nil
	}
	d = &net.Dialer{Timeout: o.limit}
	return d
}
