// Package genericnew makes its values in generic functions; the type arguments say what they are.
package genericnew

import (
	"bytes"
	"net"
	"net/http"
	"time"
)

func alloc[T any]() *T {
	return new(T) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)` `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

var (
	transport = alloc[http.Transport]()
	dialer    = alloc[net.Dialer]()
	buffer    = alloc[bytes.Buffer]()
)

func declare[T any]() *T {
	var v T // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return &v
}

var (
	declared = declare[http.Transport]()
	runes    = declare[[]rune]()
)

func literal[T http.Transport]() *T {
	return &T{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

var fromLiteral = literal[http.Transport]()

// completed is what its caller makes of it.
func completed[T any]() *T {
	return new(T)
}

func call() http.RoundTripper {
	t := completed[http.Transport]()
	t.IdleConnTimeout = 30 * time.Second
	t.MaxIdleConns = 100
	t.MaxIdleConnsPerHost = 100
	t.TLSHandshakeTimeout = 5 * time.Second
	t.DialContext = (&net.Dialer{Timeout: 5 * time.Second}).DialContext
	return t
}

// other never sees a transport.
func other[T any]() *T {
	return new(T)
}

var text = other[bytes.Buffer]()

func keyed[K comparable, T any](keys ...K) map[K]*T {
	m := make(map[K]*T)
	for _, k := range keys {
		m[k] = new(T)
	}
	return m
}

// Instantiated as a value and in a call.
func fromKeyed() {
	byName, byNumber := keyed[string, net.Dialer], keyed[int, net.Dialer](1, 2)
	for _, d := range byName("a", "b") {
		d.Timeout = time.Second
	}
	byNumber[1].Timeout = time.Second
}

// What its fields are given is found in them.
func fresh[T any]() *T { return new(T) }

func client() *http.Client {
	c := fresh[http.Client]()
	c.Transport = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	c.Transport.(*http.Transport).IdleConnTimeout = 30 * time.Second
	return c
}

type derived net.Dialer

// Two types that are one are reported once.
func either[T any]() *T {
	return new(T) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

var (
	plain    = either[net.Dialer]()
	fromMine = (*net.Dialer)(either[derived]())
)

type config struct{ transport *http.Transport }

func ownStruct() *config {
	c := fresh[config]()
	c.transport = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	c.transport.IdleConnTimeout = 30 * time.Second
	return c
}

// A type of one's own need not become what it is derived from.
type settings http.Transport

func ownType() *settings { return fresh[settings]() }
