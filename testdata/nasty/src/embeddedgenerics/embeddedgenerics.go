// Package embeddedgenerics has method sets of embedded generics.
package embeddedgenerics

import (
	"net/http"
	"time"
)

type base[T any] struct{ v T }

func (b *base[T]) set(v T) { b.v = v }
func (b base[T]) get() T   { return b.v }

type mid[T any] struct{ *base[T] }
type top struct {
	mid[*http.Transport]
	*base[int]
}
type getter[T any] interface{ get() T }
type both[T any] interface {
	getter[T]
	set(T)
}

func f(b both[*http.Transport]) {
	m := mid[*http.Transport]{&base[*http.Transport]{}}
	b = m
	b.set(&http.Transport{})
	use(b.get())
	g := both[*http.Transport].get
	use(g(b))
	h := (*base[*http.Transport]).set
	h(m.base, new(http.Transport))
	var t top
	t.mid.set(&http.Transport{})
}

type number interface{ ~int | ~string }

func max[T number](a, b T) T {
	if a > b {
		return a
	}
	return b
}
func build[T any, P interface {
	*T
	RoundTrip(*http.Request) (*http.Response, error)
}]() P {
	return P(new(T))
}
func fill[T interface{ http.Transport }]() T      { return T{} }
func ptr[P *http.Transport | *http.Client](p P) P { return p }

var rt = build[http.Transport]()
var z = fill[http.Transport]()
var q = ptr(&http.Transport{})

func use(t *http.Transport) { t.IdleConnTimeout = time.Minute }

var _ = time.Second
