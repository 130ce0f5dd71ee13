// Package besidefailure returns zero values where there is nothing to return.
package besidefailure

import (
	"errors"
	"net"
	"time"
)

func find(name string) (net.Dialer, bool) {
	if name == "" {
		return net.Dialer{}, false
	}
	return net.Dialer{Timeout: time.Second}, true
}

func parse(s string) (*net.Dialer, error) {
	if s == "" {
		return &net.Dialer{}, errors.New("empty")
	}
	d, err := time.ParseDuration(s)
	if err != nil {
		var zero net.Dialer
		return &zero, err
	}
	return &net.Dialer{Timeout: d}, nil
}

// Replaced as a whole before it is used.
func replaced(base *net.Dialer) net.Dialer {
	d := net.Dialer{}
	if base != nil {
		d = *base
	}
	return d
}

func found() (net.Dialer, bool) {
	return net.Dialer{}, true // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// The network never is another one.
func socket(path string) (net.Conn, error) {
	network := "unix"
	var d net.Dialer
	return d.Dial(network, path)
}

func open[T any](name string) (T, error) {
	if name == "" {
		return *new(T), errors.New("no name")
	}
	return decode[T](name)
}

func decode[T any](string) (v T, err error) { return v, err }

func opened(addr string) (net.Conn, error) {
	d, err := open[net.Dialer](addr)
	if err != nil {
		return nil, err
	}
	return d.Dial("tcp", addr)
}

// Somebody has thought about what comes with the error.
func fallback(err error) (*net.Dialer, error) {
	return &net.Dialer{KeepAlive: time.Minute}, err // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// What comes with the error is a copy of something else.
func copied(addr string) (net.Dialer, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	conn, err := d.Dial("tcp", addr)
	if err != nil {
		return *d, err
	}
	return *d, conn.Close()
}

func build() *net.Dialer { return &net.Dialer{} } // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

func copiedResult() (net.Dialer, error) { return *build(), errors.New("not yet") }
