// Package selfcontained has types that contain themselves.
package selfcontained

import (
	"net/http"
	"time"
)

type list []list
type tree map[string]tree
type ptr *ptr
type ch chan ch
type fn func(fn) fn
type arr []*[1]arr
type iface interface{ get(iface) iface }
type self struct {
	*self
	next *self
	list list
	t    http.Transport
}

func f(l list, t tree, p ptr, c ch, g fn, a arr, i iface, s self, tr *http.Transport) (list, tree, ptr, ch, fn, arr, iface, self) {
	l = append(l, l)
	l[0] = l
	t["a"] = t
	*p = p
	c <- <-c
	g = g(g)
	a[0][0] = a
	i = i.get(i)
	s.self = &s
	s.next.next.t = http.Transport{}
	var x any = l
	x.(list)[0] = x.(list)
	for _, l = range l {
	}
	use(&s.t)
	return l, t, p, c, g, a, i, s
}

func use(t *http.Transport) { t.IdleConnTimeout = time.Minute }

var _ = time.Second
