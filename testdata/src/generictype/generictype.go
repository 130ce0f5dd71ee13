// Package generictype makes values in methods of generic types, and in generic functions that call others.
package generictype

import (
	"bytes"
	"net"
	"time"
)

type factory[T any] struct{ made int }

func (f *factory[T]) make() *T {
	f.made++
	return new(T) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

var (
	dialers factory[net.Dialer]
	buffers factory[bytes.Buffer]
)

var Dialer, Buffer = dialers.make(), buffers.make()

// Its users configure what it makes.
type kit[T any] struct{ made int }

func (k *kit[T]) make() *T {
	k.made++
	return new(T)
}

func fromKit(addr string) (net.Conn, error) {
	var k kit[net.Dialer]
	d := k.make()
	d.Timeout = time.Second
	return d.Dial("tcp", addr)
}

// No dialer is ever made by this one.
type other[T any] struct{ made int }

func (o *other[T]) make() *T {
	o.made++
	return new(T)
}

var Text = (&other[bytes.Buffer]{}).make()

func outer[T any](n int) *T {
	if n > 0 {
		return outer[T](n - 1)
	}
	return inner[T]()
}

func inner[V any]() *V {
	return new(V) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

var Inner = outer[net.Dialer](2)

// embedding has a field by the name that an alias has.
type plain = net.Dialer

type embedding struct {
	plain // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

var Embedding embedding

type holder[T any] struct {
	dialer *net.Dialer
	value  T
}

// newHolder hides the type argument.
func newHolder[T any](v T) any { return &holder[T]{&net.Dialer{}, v} }

func held(addr string) (net.Conn, error) {
	d := newHolder(1).(*holder[int]).dialer
	d.Timeout = time.Second
	return d.Dial("tcp", addr)
}
