package analyzer

import (
	"fmt"
	"strings"
)

const (
	use     = "\n\nfunc use(t *http.Transport) { t.IdleConnTimeout = time.Minute }\n\nvar _ = time.Second\n"
	imports = "package p\n\nimport (\n\t\"net/http\"\n\t\"time\"\n)\n\n"
)

// nasty lists packages that are odd, and well-typed.
var nasty = []string{
	// Types that contain themselves.
	imports + `
type list []list
type tree map[string]tree
type ptr *ptr
type ch chan ch
type fn func(fn) fn
type arr []*[1]arr
type iface interface{ get(iface) iface }
type self struct { *self; next *self; list list; t http.Transport }

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
` + use,
	// Generic types that grow with each step.
	imports + `
type grow[T any] struct { next *grow[T]; v T; all []grow[T] }
type twice[T any] []twice[T]
type keyed map[*http.Transport]keyed
type boxed[T any] *boxed[T]
type func_[T any] func(func_[T]) func_[T]
type pair[A, B any] struct { swap *pair[B, A]; a A }
type node[T interface{ *node[T] | *http.Transport }] struct { t T }

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
	for t := range m { use(t) }
	var x any = m
	return x.(keyed), *b
}

func all[T any](v T, n int) T {
	if n == 0 { return v }
	return all[T](v, n-1)
}

var t = all(&http.Transport{}, 3)
` + use,
	// Method sets of embedded generics.
	imports + `
type base[T any] struct { v T }
func (b *base[T]) set(v T) { b.v = v }
func (b base[T]) get() T { return b.v }
type mid[T any] struct { *base[T] }
type top struct { mid[*http.Transport]; *base[int] }
type getter[T any] interface { get() T }
type both[T any] interface { getter[T]; set(T) }

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

type number interface { ~int | ~string }
func max[T number](a, b T) T { if a > b { return a }; return b }
func build[T any, P interface { *T; RoundTrip(*http.Request) (*http.Response, error) }]() P { return P(new(T)) }
func fill[T interface{ http.Transport }]() T { return T{} }
func ptr[P *http.Transport | *http.Client](p P) P { return p }
var rt = build[http.Transport]()
var z = fill[http.Transport]()
var q = ptr(&http.Transport{})
` + use,
	// Interfaces that lead in circles, labels, shadows, blank names.
	imports + `
type a interface { b() bb }
type bb interface { a() a }
type impl struct { impl2 *impl2; t *http.Transport }
type impl2 struct { *impl }
func (*impl2) a() a { return (*impl)(nil) }
func (i *impl) b() bb { return i.impl2 }
type _ struct { http.Transport }
var _, _ = &http.Transport{}, http.Transport{}
func _() { _ = http.Transport{} }
func init() { use(nil) }
func init() { var http = 1; _ = http }
func (impl) _() {}
func f(_ *http.Transport, _ ...http.Transport) (_ http.Transport, _ *http.Transport) {
	type http = impl
	goto end
end:
	for {
		select {}
	}
}
func g() (t http.Transport) {
	defer func() { t = *(*http.Transport)(nil) }()
	panic(new(http.Transport).RegisterProtocol)
}
func h(f func(int) (int, *http.Transport)) {
	k := func(int, *http.Transport) {}
	k(f(1))
	new(http.Transport).CloseIdleConnections()
	(&http.Transport{}).Clone().Clone().CloseIdleConnections()
	(*http.Transport).CloseIdleConnections(&http.Transport{})
	func() *http.Transport { return &http.Transport{} }().IdleConnTimeout++
	map[string]*http.Transport{"": {}}[""].MaxIdleConns |= 1
	[]func(){0: func() { use(&http.Transport{}) }}[0]()
	println(&http.Transport{} == nil, struct{ t *http.Transport }{} == struct{ t *http.Transport }{&http.Transport{}})
	var arr [3][3]http.Transport
	for i, row := range arr { for j := range row { use(&arr[i][j]) } }
	for range arr {}
	clear(map[int]http.Transport{0: {}})
	copy([]http.Transport{{}}, arr[0][:])
	delete(map[*http.Transport]int{{}: 1}, &http.Transport{})
	switch x := any(&http.Transport{}).(type) { case nil, error: _ = x; case interface{ Clone() *http.Transport }: use(x.Clone()) }
}
` + use,
	// Lambda, by the shape of it.
	imports + "var client = &http.Client{Transport: &http.Transport{}}\n\nfunc Handler(w http.ResponseWriter, r *http.Request) { client.Do(r); http.Get(\"\"); http.DefaultTransport.(*http.Transport).Clone() }\n" + use,
	"package p\n", "package p\nimport \"net/http\"\nvar _ http.Transport", "package p\nimport . \"net/http\"\nvar _ = Transport{}\nvar _ Transport",
}

// halves lists packages with the source of a package dep that they import, which is not well-typed.
var halves = [][2]string{
	{`
import "nowhere"

type T undefined
type S struct { X undefined; nowhere.Transport; Y nowhere.Y; Z *T }
type G[P undefined] struct { p P }
type I interface { undefined; M(undefined) undefined }
type F func(undefined, ...nowhere.X) (undefined, nowhere.X)
var V undefined
var W = nowhere.W
var X nowhere.X
const C = undefined
func Fn(undefined, *S, ...undefined) (undefined, *S)
func Gn[P undefined, Q any](p P, q Q) (P, Q, undefined)
func (S) M(undefined) undefined
func (undefined) M()
func New() nowhere.Transport
`, `package p

import (
	"dep"
	"net/http"
)

type mine struct { dep.S; t dep.T; g dep.G[int]; h *http.Transport }
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
	for _, e := range dep.V { e.f(tr) }
	for range dep.W {}
	dep.X <- tr
	v := <-dep.X
	v = dep.V[0]
	v.x, v = dep.V, tr
	*dep.V = tr
	dep.V[tr] = tr
	i.M(tr).N(tr)
	_ = dep.V.(*http.Transport)
	switch q := dep.V.(type) { case *http.Transport: q.MaxIdleConns = 1; case dep.T: _ = q }
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
`},
	{"func Set(t *Missing) {}\ntype Option func(*Missing)\n", "package p\n\nimport (\n\t\"dep\"\n\t\"net/http\"\n)\n\nfunc f() *http.Transport {\n\tt := &http.Transport{}\n\tdep.Set(t)\n\tvar o dep.Option\n\to(t)\n\treturn t\n}\n"},
	{"import \"net/http\"\nfunc Set(t *http.Transport) { t.IdleConnTimeout = 1 }\nvar unused = x\n", "package p\n\nimport (\n\t\"dep\"\n\t\"net/http\"\n)\n\nvar t = &http.Transport{}\n\nfunc init() { dep.Set(t) }\n"},
}

// huge returns packages that are valid, and out of all proportion.
func huge() map[string]string {
	const n = 10_000
	repeat := strings.Repeat
	var helpers, elems, chain, wide strings.Builder
	for i := range 300 { // more keep the type checker busy
		fmt.Fprintf(&helpers, "func h%d(t *http.Transport) *http.Transport { if t != nil { return h%d(t) }; use(t); return h%d(t) }\n", i, (i+1)%300, (i*7)%300)
	}
	for i := range 20_000 {
		fmt.Fprintf(&elems, "\t{MaxIdleConns: %d},\n", i)
	}
	for i := range 2_000 {
		fmt.Fprintf(&chain, "\tx%d := x%d\n", i+1, i)
		fmt.Fprintf(&wide, "\tm[%d] = &http.Transport{}\n\tuse(m[%d])\n", i, i)
	}
	return map[string]string{
		"parentheses": imports + "var t = " + repeat("(", n) + "&http.Transport{}" + repeat(")", n) + use,
		"blocks":      imports + "func f() {\n" + repeat("{", n) + "use(&http.Transport{})" + repeat("}", n) + "}" + use,
		"branches":    imports + "func f() {\nvar t *http.Transport\nt = &http.Transport{}\n" + repeat("if t != nil {\nt = t.Clone()\n", 1000) + repeat("}\n", 1000) + "use(t)\n}" + use,
		"loops":       imports + "func f() {\nvar t *http.Transport\nt = &http.Transport{}\n" + repeat("for {\nt = t.Clone()\n", 200) + repeat("}\n", 200) + "}" + use,
		"closures":    imports + "func f() *http.Transport {\nreturn " + repeat("func() *http.Transport { return ", 1000) + "&http.Transport{}" + repeat(" }()", 1000) + "\n}" + use,
		"calls":       imports + "func id(t *http.Transport) *http.Transport { return t }\nvar t = " + repeat("id(", n) + "&http.Transport{}" + repeat(")", n) + use,
		"pointers":    imports + "var t " + repeat("*", n) + "http.Transport" + use,
		"slices":      imports + "var t " + repeat("[]", 200) + "http.Transport" + use,
		"literal":     imports + "var t = []http.Transport{\n" + elems.String() + "}" + use,
		"helpers":     imports + helpers.String() + "var t = h0(&http.Transport{})" + use,
		"chain":       imports + "func f() {\nx0 := &http.Transport{}\n" + chain.String() + "use(x2000)\n}" + use,
		"map":         imports + "func f() {\nm := map[int]*http.Transport{}\n" + wide.String() + "}" + use,
		"sum":         imports + "var s = \"\"" + repeat(" + \"a\"", n) + "\nvar t = &http.Transport{}" + use,
		"fields":      imports + "type s struct{ t *http.Transport; s *s }\nfunc f(x *s) {\nx" + repeat(".s", n) + ".t = &http.Transport{}\n}" + use,
	}
}
