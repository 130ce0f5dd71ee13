// Package exportedhook calls functions in fields: those in exported fields may be anybody's.
package exportedhook

import "net"

type Client struct {
	Addr string
	Tune func(*net.Dialer)
	log  func(*net.Dialer)
}

func nothing(*net.Dialer) {}

var Default = &Client{Tune: nothing, log: nothing}

func tuned() (net.Conn, error) {
	d := &net.Dialer{}
	Default.Tune(d)
	return d.Dial("tcp", Default.Addr)
}

func logged() (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	Default.log(d)
	return d.Dial("tcp", Default.Addr)
}

// What nobody else has the type for, nobody else can put there.
type settings struct{ Dialer *net.Dialer }

type Server struct {
	Addr   string
	Option func(*settings)
}

var Local = &Server{Option: func(*settings) {}}

func optional() (net.Conn, error) {
	s := &settings{&net.Dialer{}} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	Local.Option(s)
	return s.Dialer.Dial("tcp", Local.Addr)
}

// A function that gets nothing does nothing to it.
type Listener struct {
	Addr   string
	Closed func()
}

func closed(l *Listener) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	conn, err := d.Dial("tcp", l.Addr)
	l.Closed()
	return conn, err
}
