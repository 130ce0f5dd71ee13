// Package reassigned has variables that hold one dialer after the other: what is set on one is not set on the other, unless
// control can come from the one place to the other.
package reassigned

import "net"

const second = 1e9

func twice(addr string) (net.Conn, error) {
	var d = &net.Dialer{}
	d.Timeout = second
	if conn, err := d.Dial("tcp", addr); err == nil {
		return conn, nil
	}
	d = &net.Dialer{KeepAlive: second} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial("tcp", addr)
}

func ranged(given []*net.Dialer, addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	conn, err := d.Dial("tcp", addr)
	for _, d = range given {
		d.Timeout = second
		if conn, err = d.Dial("tcp", addr); err == nil {
			return conn, nil
		}
	}
	return nil, err
}

func left(addrs []string) {
	for _, addr := range addrs {
		d := &net.Dialer{}
		if addr == "" {
			d = &net.Dialer{KeepAlive: second} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
			_, _ = d.Dial("tcp", "localhost:80")
			continue
		}
		if addr == "-" {
			d = &net.Dialer{KeepAlive: -1} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
			_, _ = d.Dial("tcp", "localhost:80")
			break
		}
		d.Timeout = second
		_, _ = d.Dial("tcp", addr)
	}
}

func panicking(addr string) (net.Conn, error) {
	d := &net.Dialer{}
	if addr == "" {
		d = &net.Dialer{KeepAlive: second} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		_, err := d.Dial("tcp", "localhost:80")
		panic(err)
	}
	d.Timeout = second
	return d.Dial("tcp", addr)
}

// Not every call is the last.
func printing(addr string) (net.Conn, error) {
	d := &net.Dialer{}
	if addr == "" {
		d = &net.Dialer{KeepAlive: second}
		println("no address")
	}
	d.Timeout = second
	return d.Dial("tcp", addr)
}

// One of the clauses runs.
func chosen(kind int, addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if conn, err := d.Dial("tcp", addr); err == nil {
		return conn, nil
	}
	switch kind {
	case 1:
		d = &net.Dialer{KeepAlive: 1}
	default:
		d = &net.Dialer{KeepAlive: 2}
	}
	d.Timeout = second
	return d.Dial("tcp", addr)
}

// Perhaps none of them does.
func perhaps(kind int, addr string) (net.Conn, error) {
	d := &net.Dialer{}
	switch kind {
	case 1:
		d = &net.Dialer{KeepAlive: 1}
	case 2:
		d = &net.Dialer{KeepAlive: 2}
	}
	d.Timeout = second
	return d.Dial("tcp", addr)
}

func through(kind int, addr string) (net.Conn, error) {
	d := &net.Dialer{}
	switch kind {
	case 1:
		d = &net.Dialer{KeepAlive: 1}
		fallthrough
	case 2:
		d.Timeout = second
	default:
		d = &net.Dialer{KeepAlive: 2} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	}
	return d.Dial("tcp", addr)
}

// The variable is the closure's as well.
func captured(addr string) (net.Conn, error) {
	d := &net.Dialer{}
	reset := func() { d = &net.Dialer{KeepAlive: second} }
	reset()
	d.Timeout = second
	return d.Dial("tcp", addr)
}

// And whoever has its address can change it.
func addressed(addr string) (net.Conn, error) {
	d := &net.Dialer{KeepAlive: 1}
	p := &d
	d = &net.Dialer{KeepAlive: 2}
	*p = &net.Dialer{KeepAlive: 3}
	d.Timeout = second
	return (*p).Dial("tcp", addr)
}

// After the jump it is another one.
func jumping(addr string) (net.Conn, error) {
	d := &net.Dialer{}
again:
	d.Timeout = second
	conn, err := d.Dial("tcp", addr)
	if err != nil && d.KeepAlive == 0 {
		d = &net.Dialer{KeepAlive: second}
		goto again
	}
	return conn, err
}

// A clause that goes on with the loop does not go on behind the switch.
func continued(addrs []string, d *net.Dialer) {
	for _, addr := range addrs {
		d := d
		switch addr {
		case "":
			d = &net.Dialer{KeepAlive: second} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
			_, _ = d.Dial("tcp", "localhost:80")
			continue
		}
		d.Timeout = second
		_, _ = d.Dial("tcp", addr)
	}
}

// The clause that always runs need not be the last.
func defaultFirst(kind int, addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if conn, err := d.Dial("tcp", addr); err == nil {
		return conn, nil
	}
	switch kind {
	default:
		d = &net.Dialer{KeepAlive: 2}
	case 1:
		d = &net.Dialer{KeepAlive: 1}
	}
	d.Timeout = second
	return d.Dial("tcp", addr)
}

// A channel, received from and then another one.
func received(a, b chan *net.Dialer) {
	a, b = make(chan *net.Dialer, 1), make(chan *net.Dialer, 1)
	a <- &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	b <- &net.Dialer{KeepAlive: second}
	c := a
	_, _ = (<-c).Dial("tcp", "localhost:80")
	c = b
	d := <-c
	d.Timeout = second
	_, _ = d.Dial("tcp", "localhost:80")
}

// The branch ends with no call.
func waiting(addr string, done chan struct{}) (net.Conn, error) {
	d := &net.Dialer{}
	if addr == "" {
		d = &net.Dialer{KeepAlive: second}
		<-done
	}
	d.Timeout = second
	return d.Dial("tcp", addr)
}

// A jump, and another way out behind it.
func jumpingOut(addrs []string) {
	d := &net.Dialer{}
again:
	d.Timeout = second
	for _, addr := range addrs {
		if _, err := d.Dial("tcp", addr); err == nil {
			break
		}
		if d.KeepAlive == 0 {
			d = &net.Dialer{KeepAlive: second}
			goto again
		}
		continue
	}
}
