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
type derived dep.S
type alias = dep.T

var a = dep.V
var b, c = dep.Fn(dep.V, &dep.S{}, dep.W, dep.X)

func (m *mine) i() dep.I { return m }

func f(t dep.T, s *dep.S, i dep.I, fn dep.F) (dep.T, *http.Transport) {
	tr := &http.Transport{}
	x := dep.New()
	x.IdleConnTimeout = 1
	y := dep.S{X: tr, Y: x}
	y.X = tr
	y.Transport.IdleConnTimeout = 2
	z, w := fn(tr, tr)
	z.Clone().MaxIdleConns = 3
	for _, e := range dep.V {
		e.f(tr)
	}
	for range dep.W {
	}
	dep.X <- tr
	v := <-dep.X
	v = dep.V[0]
	v.x, v = dep.V, tr
	*dep.V = tr
	dep.V[tr] = tr
	i.M(tr).N(tr)
	_ = dep.V.(*http.Transport)
	switch q := dep.V.(type) {
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
	_ = append(dep.V, tr)
	_ = len(dep.V)
	copy(dep.V, dep.V)
	_ = []dep.T{{}, {}}
	_ = map[dep.T]dep.T{dep.V: dep.V}
	_ = &dep.T{}
	_ = new(dep.T)
	_ = (*http.Transport)(dep.V)
	_ = http.Transport(dep.V)
	_ = &http.Transport{DialContext: dep.V, IdleConnTimeout: dep.C, Proxy: dep.W}
	_ = http.Client{Transport: dep.V}
	return t, tr
}
