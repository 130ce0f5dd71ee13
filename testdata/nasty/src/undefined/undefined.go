// Package undefined uses a package in which nothing is defined.
package undefined

import (
	"net/http"
	"undefined/dep"
)

type mine struct {
	dep.S
	t dep.T
	g dep.G[int]
	h *http.Transport
}
type bare struct{ h *http.Transport } // has no methods

type derived dep.S
type alias = dep.T

var a = dep.V
var b, c = dep.Fn(dep.V, &dep.S{}, dep.W, dep.X)

func (m *mine) i() dep.I { return m }

// A variable of an undefined type can be anything.
func f(t dep.T, s *dep.S, i dep.I, fn dep.F) (dep.T, *http.Transport) {
	tr := &http.Transport{}
	v := dep.V
	x := dep.New()
	x.IdleConnTimeout = 1
	y := dep.S{X: tr, Y: x}
	y.X = tr
	y.Transport.IdleConnTimeout = 2
	z, w := fn(tr, tr)
	z.Clone().MaxIdleConns = 3
	for _, e := range v {
		e.f(tr)
	}
	for range w {
	}
	x <- tr
	v = <-x
	v = v[0]
	v.x, v = v, tr
	v.x[0].y = tr
	(<-v).x[0] = tr
	v()[0] = tr
	v(tr).x = v(tr)
	*v = tr
	**v = tr
	v[tr] = tr
	v.x++
	i.M(tr).N(tr)
	_ = v.(*http.Transport)
	_ = any(tr).(dep.A)
	switch q := v.(type) {
	case *http.Transport:
		q.MaxIdleConns = 1
	case dep.T:
		_ = q
	}
	p1, p2, p3 := dep.Gn(1, tr)
	p2.IdleConnTimeout = 1
	_, _, _, _ = p1, p3, w, v
	m := mine{S: dep.S{}, h: tr}
	m.X = tr
	m.M(tr)
	_ = append(v, tr)
	_ = append(v.x, tr)
	_ = append(v, v...)
	_ = len(v)
	_ = make(dep.A)
	_ = make([]dep.A, 1)
	_ = new(dep.A)
	_ = new(v.x)
	copy(v, v)
	copy(v.x, v.x)
	_ = []dep.T{{}, {}}
	_ = map[dep.T]dep.T{v: v}
	_ = &dep.T{}
	_ = dep.A{v}
	_ = dep.A{x: v}
	_ = new(dep.T)
	_ = (*http.Transport)(v)
	_ = http.Transport(v)
	_ = dep.A(tr)
	_ = dep.A(v.x)
	_ = &http.Transport{DialContext: v, IdleConnTimeout: v, Proxy: w}
	_ = http.Client{Transport: dep.V}
	return t, tr
}

func failed() (*http.Transport, error) {
	v := dep.V
	return &http.Transport{}, v
}
