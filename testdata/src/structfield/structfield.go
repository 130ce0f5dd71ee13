// Package structfield has struct fields that are transports and dialers by value.
package structfield

import (
	"net"
	"net/http"
	"time"
)

type pool struct {
	name   string
	plain  http.Transport // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	half   http.Transport // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	full   http.Transport // newPool fills it
	given  http.Transport // newPool fills it with a literal, which is judged in its place
	later  http.Transport // as is this one
	nobody *http.Transport
	dialer net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	timed  net.Dialer // newPool fills it
	idle   net.Dialer // nothing dials with it
}

func newPool(name string) *pool {
	p := &pool{
		name: name,
		full: http.Transport{
			DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
			TLSHandshakeTimeout: 5 * time.Second,
			MaxIdleConns:        100,
			MaxIdleConnsPerHost: 100,
			IdleConnTimeout:     30 * time.Second,
		},
		given: http.Transport{MaxIdleConns: 100}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	}
	p.later = http.Transport{MaxIdleConns: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	p.half.IdleConnTimeout = 30 * time.Second
	p.timed.Timeout = 5 * time.Second
	return p
}

func (p *pool) dial(addr string) (net.Conn, error) { return p.dialer.Dial("tcp", addr) }

func (p *pool) tune(n int) {
	p.half.MaxIdleConns = n
}

// Fields of a struct without a name of its own.
type app struct {
	net struct {
		plain  http.Transport // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		dialer net.Dialer
	}
}

func newApp() *app {
	a := new(app)
	a.net.dialer.Timeout = 5 * time.Second
	return a
}

// handle is used at its zero value.
type handle struct {
	dialer net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

func (h *handle) dial(addr string) (net.Conn, error) {
	return h.dialer.Dial("tcp", addr)
}

var shared handle

// Lazy is made by other packages, which cannot fill what they do not see.
type Lazy struct {
	Addr   string
	dialer net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

func (l *Lazy) Dial() (net.Conn, error) { return l.dialer.Dial("tcp", l.Addr) }

// Open has a field that they can.
type Open struct {
	Addr   string
	Dialer net.Dialer
}

func (o *Open) Dial() (net.Conn, error) { return o.Dialer.Dial("tcp", o.Addr) }
