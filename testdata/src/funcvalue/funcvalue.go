// Package funcvalue has functions that are not exported: whoever gets one as a value may call it, with anything.
package funcvalue

import "net"

func nothing(*net.Dialer) {}

// Dial is for everybody.
var Dial = dial

func dial(addr string, tune func(*net.Dialer)) (net.Conn, error) {
	d := &net.Dialer{}
	tune(d)
	return d.Dial("tcp", addr)
}

func own(addr string, tune func(*net.Dialer)) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	tune(d)
	return d.Dial("tcp", addr)
}

type server struct{ addr string }

func (s *server) dial(tune func(*net.Dialer)) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	tune(d)
	return d.Dial("tcp", s.addr)
}

func generic[T any](addr string, tune func(*net.Dialer)) (net.Conn, T, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	tune(d)
	conn, err := d.Dial("tcp", addr)
	return conn, *new(T), err
}

func all(s *server) {
	_, _ = dial(s.addr, nothing)
	_, _ = own(s.addr, nothing)
	_, _ = s.dial(nothing)
	_, _, _ = generic[int](s.addr, nothing)
}

// A type of functions that nobody else has.
type hook func(*net.Dialer)

func hooked(addr string) (net.Conn, error) {
	hooks := make([]hook, 0, 1)
	hooks = append(hooks, nothing)
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	for _, h := range hooks {
		h(d)
	}
	return d.Dial("tcp", addr)
}

func newDialer() *net.Dialer { return &net.Dialer{} }

// maker returns a function, not what it returns.
func maker() func() *net.Dialer { return newDialer }

func made(addr string) (net.Conn, error) {
	d := maker()()
	d.Timeout = 1e9
	return d.Dial("tcp", addr)
}
