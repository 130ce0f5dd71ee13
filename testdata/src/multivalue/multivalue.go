// Package multivalue gets values from calls that return more than one; each place configures the one that it gets.
package multivalue

import (
	"net"
	"time"
)

func forAssignment(host string) (string, *net.Dialer) { return host + ":80", &net.Dialer{} }

func assigned(host string) (net.Conn, error) {
	addr, d := forAssignment(host)
	d.Timeout = time.Second
	return d.Dial("tcp", addr)
}

func forDeclaration() (string, *net.Dialer) { return "localhost:80", &net.Dialer{} }

var addr, dialer = forDeclaration()

func declared() (net.Conn, error) {
	dialer.Timeout = time.Second
	return dialer.Dial("tcp", addr)
}

func forArguments(host string) (string, *net.Dialer) { return host + ":80", &net.Dialer{} }

func dial(addr string, d *net.Dialer) (net.Conn, error) {
	d.Timeout = time.Second
	return d.Dial("tcp", addr)
}

func passed(host string) (net.Conn, error) { return dial(forArguments(host)) }

func forResults(host string) (string, *net.Dialer) { return host + ":80", &net.Dialer{} }

func handedOn(host string) (string, *net.Dialer) { return forResults(host) }

func caller(host string) (net.Conn, error) {
	addr, d := handedOn(host)
	d.Timeout = time.Second
	return d.Dial("tcp", addr)
}

// Nobody configures this one. A string beside it is no error.
func forNobody(host string) (*net.Dialer, string) {
	return &net.Dialer{}, "localhost:80" // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

func careless(host string) (net.Conn, error) {
	d, addr := forNobody(host)
	return d.Dial("tcp", addr)
}
