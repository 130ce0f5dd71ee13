package netuse

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A route is what other modules make of a transport, and what the package says of URLs on the way:
//
//	c := other.New("http://" + host)
//	c.Transport = t
//	...
//	resp, err := c.Request().Get("/status")
//
// What others do with a client cannot be seen. But somebody who gets a URL beside it asks that one, and whoever sends requests by methods
// of another module says where to.
type route struct {
	*plain
	besides []condition // what is known besides
	seen    map[*pointsto.Object]bool
	calls   map[*ast.CallExpr]bool
	based   bool // there is a URL for all requests, or for the service
	sends   bool // there is one for a request
	opens   bool // that of a request is not known
	fails   bool // some URL is not plain
}

// wrappersOf returns what sends requests by o: o, the values that have it as their http.RoundTripper, of whatever module, and the clients
// and proxies that have one of them.
//
//	&http.Client{Transport: retry.NewTransport(o)}
func (p *plain) wrappersOf(o *pointsto.Object) []*pointsto.Object {
	all, seen := []*pointsto.Object{o}, map[*pointsto.Object]bool{o: true}
	add := func(x *pointsto.Object) {
		if !seen[x] {
			seen[x], all = true, append(all, x)
		}
	}
	for i := 0; i < len(all) && i < maxTexts && p.syntax.spend(1); i++ {
		for _, e := range p.dials.graph.Holders().At(all[i]) {
			for _, h := range e.Noted {
				if isClient(h) || isProxy(h) || HasRoundTrip(h.Type()) {
					add(h)
				}
			}
		}
		if !p.left[all[i]] {
			continue
		}
		for _, c := range p.passing(all[i]) {
			if wraps(c) {
				for _, x := range c.Returned() {
					add(x)
				}
			}
		}
	}
	return all
}

// wraps reports whether c is a call that returns an http.RoundTripper, for one that it gets.
func wraps(c *pointsto.Call) bool {
	r := c.Fn.Signature().Results()
	return r.Len() > 0 && HasRoundTrip(r.At(0).Type())
}

// HasRoundTrip reports whether t, or a pointer to it, has the method of http.RoundTripper.
func HasRoundTrip(t types.Type) bool {
	m, _, _ := types.LookupFieldOrMethod(t, true, nil, "RoundTrip")
	_, ok := m.(*types.Func)
	return ok
}

// passing returns the calls of other packages' functions that o is an argument of, and those of its methods.
func (p *plain) passing(o *pointsto.Object) (calls []*pointsto.Call) {
	if p.outside == nil {
		p.outside = pointsto.NewIndex[*pointsto.Call](p.dials.graph)
		for _, c := range p.dials.graph.Calls() {
			if c.Expr == nil || catalog.OnlyReads(c.Fn.Pkg().Path(), pointsto.FuncKey(c.Fn)) {
				continue
			}
			p.outside.Add(c.Recv, c)
			for _, a := range c.Args {
				p.outside.Add(a, c)
			}
		}
	}
	for _, e := range p.outside.At(o) {
		calls = append(calls, e.Noted...)
	}
	return calls
}

// leavesForHTTP reports whether others get o, a client or a transport, and each gets a URL beside it that begins with http://, or sends
// where the package says so.
func (p *plain) leavesForHTTP(o *pointsto.Object, besides []condition) (some, all bool) {
	if !p.left[o] {
		return false, true
	}
	for _, c := range p.passing(o) {
		if wraps(c) || p.dials.graph.Holds(c.Recv, o) {
			continue
		}
		r := p.newRoute(besides)
		r.call(c)
		if pointsto.IsStd(c.Fn.Pkg()) || !r.isPlain() {
			return true, false
		}
		some = true
	}
	for _, e := range p.dials.graph.Holders().At(o) {
		for _, h := range e.Noted {
			n := pointsto.Named(h.Type())
			if n == nil || n.Pkg() == nil || n.Pkg() == p.syntax.pkg || pointsto.IsStd(n.Pkg()) || HasRoundTrip(h.Type()) {
				continue
			}
			r := p.newRoute(besides)
			r.value(h)
			if !r.isPlain() {
				return true, false
			}
			some = true
		}
	}
	return some, true
}

func (p *plain) newRoute(besides []condition) *route {
	p.syntax.readFiles()
	return &route{plain: p, besides: besides, seen: make(map[*pointsto.Object]bool), calls: make(map[*ast.CallExpr]bool)}
}

func (r *route) isPlain() bool { return (r.based || r.sends && !r.opens) && !r.fails }

// call reads what c says of URLs, and goes on to what it returns and what it is a method of.
func (r *route) call(c *pointsto.Call) {
	if !r.args(c.Fn, c.Expr) || pointsto.IsStd(c.Fn.Pkg()) {
		return
	}
	for _, o := range r.dials.graph.At(c.Recv) {
		r.value(o)
	}
	for _, o := range c.Returned() {
		r.value(o)
	}
	if len(c.Returned()) == 0 {
		r.untracked(c.Fn)
	}
}

// args reads the arguments of call, of fn, and reports whether they had not been read.
func (r *route) args(fn *types.Func, call *ast.CallExpr) bool {
	if r.calls[call] || !r.syntax.spend(1) {
		return false
	}
	r.calls[call] = true
	arg, isRequest := catalog.RequestArg(fn.Name())
	for i, a := range call.Args {
		switch known := r.says(a); {
		case known == https:
			r.fails = true
		case isRequest && i == arg:
			r.sends, r.opens = r.sends || known == plainly, r.opens || known != plainly
		case known == plainly:
			r.based = true
		}
	}
	return true
}

// untracked reads the calls of the methods of what fn returns first, of whose type the package follows no values. So all of them count, of
// whichever value:
//
//	client.R().SetBody(body).Execute(method, "http://"+host)
func (r *route) untracked(fn *types.Func) {
	results := fn.Signature().Results()
	if results.Len() == 0 {
		return
	}
	n := pointsto.Named(results.At(0).Type())
	if n == nil || n.Pkg() != fn.Pkg() {
		return
	}
	for m, calls := range r.syntax.callers {
		if recv := m.Signature().Recv(); recv == nil || pointsto.Named(recv.Type()) != n {
			continue
		}
		for _, call := range calls {
			if r.args(m, call) {
				r.untracked(m)
			}
		}
	}
}

// value reads what is done with o, a value of another module: the call that returned it, what its fields are given, and what else it is
// passed to.
func (r *route) value(o *pointsto.Object) {
	n := pointsto.Named(o.Type())
	if r.seen[o] || n == nil || n.Pkg() == nil || n.Pkg() == r.syntax.pkg || pointsto.IsStd(n.Pkg()) || len(r.seen) > maxTexts {
		return
	}
	r.seen[o] = true
	if c, _ := o.FromOutside(); c != nil && c.Expr != nil {
		r.call(c)
	}
	if s, ok := structOf(n.Type()); ok {
		for f := range s.Fields() {
			r.given(f)
		}
	}
	for _, c := range r.passing(o) {
		r.call(c)
	}
}

// given reads what the package gives to field f, in whichever value of the struct.
func (r *route) given(f *types.Var) {
	some, others := false, false
	for _, e := range r.syntax.assigned[f.Origin()] {
		known := unsaid
		if e != nil {
			known = r.says(e)
		}
		some, others = some || known == plainly, others || known != plainly
		r.fails = r.fails || known == https
	}
	r.based = r.based || some && !others
}

// A scheme is what the source says of one.
type scheme uint8

const (
	unsaid scheme = iota
	plainly
	https
)

// says returns the scheme of e, if that is a URL, a request, or a list of URLs.
func (r *route) says(e ast.Expr) scheme {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok && len(lit.Elts) > 0 && isString(elementOf(r.syntax.info.TypeOf(lit))) {
		e = element(lit)
	}
	switch {
	case r.syntax.texts.said(e, isHTTP, r.besides...):
		return plainly
	case r.syntax.texts.said(e, func(text string) bool { return strings.HasPrefix(text, "https://") }, r.besides...):
		return https
	}
	return unsaid
}

func elementOf(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	if s, ok := t.Underlying().(*types.Slice); ok {
		return s.Elem()
	}
	return nil
}
