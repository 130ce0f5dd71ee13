// Package discarded makes values that nobody ever dials with.
package discarded

import (
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"reflect"
)

// The assertion that a type implements an interface throws its value away.
var _ http.RoundTripper = &http.Transport{}

var _ http.RoundTripper = (*http.Transport)(nil)

// Only the type is looked at.
var transportType = reflect.TypeOf(http.Transport{})

// describe prints the value it uses, which configures nothing.
func describe(addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	fmt.Println("dialing with", d)
	return d.Dial("tcp", addr)
}

func logged(addr string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	slog.Debug("dialing", slog.Any("dialer", d))
	return d.Dial("tcp", addr)
}

func assigned() {
	_ = &net.Dialer{}
}

var used = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

// The list is thrown away, not what is in it.
var _ = []*net.Dialer{used}
