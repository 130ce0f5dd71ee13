// Package growinggenerics has generic types that grow with each step.
package growinggenerics

import (
	"net/http"
	"time"
)

type grow[T any] struct {
	next *grow[T]
	v    T
	all  []grow[T]
}
type twice[T any] []twice[T]
type keyed map[*http.Transport]keyed
type boxed[T any] *boxed[T]
type func_[T any] func(func_[T]) func_[T]
type pair[A, B any] struct {
	swap *pair[B, A]
	a    A
}
type node[T interface{ *node[T] | *http.Transport }] struct{ t T }

func (g *grow[T]) get() T { return g.v }

func f(g *grow[*http.Transport], t twice[http.Transport], p pair[http.Transport, int]) {
	g.next = new(grow[*http.Transport])
	use(g.get())
	use(&p.a)
	use(g.next.get())
	t[0] = t
	_ = t
}

func k(m keyed, b boxed[http.Transport], f func_[*http.Transport], t twice[*http.Transport]) (keyed, boxed[http.Transport]) {
	m[&http.Transport{}] = m
	*b = b
	f = f(f)
	for t := range m {
		use(t)
	}
	var x any = m
	return x.(keyed), *b
}

func all[T any](v T, n int) T {
	if n == 0 {
		return v
	}
	return all[T](v, n-1)
}

var t = all(&http.Transport{}, 3)

func use(t *http.Transport) { t.IdleConnTimeout = time.Minute }

var _ = time.Second
