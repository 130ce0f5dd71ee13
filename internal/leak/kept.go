package leak

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// isForeign reports whether o is something that holds transports beyond the reach of this package: a value of whoever calls the
// package, or one of a type whose code is not seen.
//
//	func (s *Server) handle() { s.client.Transport = &http.Transport{} } // s is a value from outside
//	cfg := &other.Config{Transport: &http.Transport{}}                   // the code of its type is not read
//
// Clients and proxies of the standard library that are made here hold a transport and do nothing else with it. What nobody passes
// ([finder.findPlaces]) holds nothing, and a type of this package, or one without a name, is read like the rest.
func (f *finder) isForeign(o *pointsto.Object) bool {
	if pointsto.IsType(o.Type(), "net/http", "Transport") {
		return false // the one that is asked about
	}
	if f.passed[o] {
		return false
	}
	if pointsto.IsType(o.Type(), "net/http/httputil", "ReverseProxy") && f.proxies[o] {
		return false // it comes from outside, but is new, and nobody else has it
	}
	_, outside := o.FromOutside()
	if !outside && (pointsto.IsType(o.Type(), "net/http", "Client") || pointsto.IsType(o.Type(), "net/http/httputil", "ReverseProxy")) {
		return false
	}
	return outside || !f.isOwn(o)
}

// isOwn reports whether o is not of a type that another package declares. A type without a name counts as own.
func (f *finder) isOwn(o *pointsto.Object) bool {
	n, ok := types.Unalias(o.Type()).(*types.Named)
	return !ok || n.Obj().Pkg() == f.Pkg
}

// findPlaces finds the nodes that outlive calls, or that code gets which may keep what it is given. They are
//
//  1. the variables that last, from the source ([reader.last]);
//  2. what literals return, and functions that code elsewhere may call: whoever calls them may keep it;
//  3. parameters that are containers, in which the caller finds what is put there;
//  4. the receivers of method values: the value may be called later, and has what it is bound to;
//  5. the arguments of functions of other packages, except for those that the catalog knows to keep nothing.
//
// A place that is missing here is a false finding; one too many is silent.
//
// It also fills passed. A literal of a function type that only this package can make or call has no callers elsewhere, so the placeholders
// in its parameters stand for values that nobody passes:
//
//	type option func(*http.Client)
func (f *finder) findPlaces() {
	g := f.Graph
	f.passed = make(map[*pointsto.Object]bool)
	f.kept = pointsto.NewIndex[pointsto.Node](g)
	add := func(nodes ...pointsto.Node) {
		for _, n := range nodes {
			f.kept.Add(n, n)
		}
	}
	for _, v := range f.code.lasting {
		add(g.Var(v))
	}
	for _, fn := range g.Functions() {
		if fn.Obj() == nil && f.code.closed[fn.Signature()] {
			for _, n := range fn.Params() {
				for _, o := range g.At(n) {
					if call, outside := o.FromOutside(); outside && call == nil && (!f.isOwn(o) || isInner(f.Pkg, o.Type())) {
						f.passed[o] = true
					}
				}
			}
		}
		if fn.Obj() == nil || fn.Referred() {
			add(fn.Results()...)
		}
		for i, n := range fn.Params() {
			if isContainer(fn.Signature().Params().At(i).Type()) {
				add(n)
			}
		}
	}
	for _, v := range g.MethodValues() {
		add(v.Object.Recv())
	}
	for _, c := range g.AllCalls() {
		switch {
		case c.Fn == nil: // the functions of the package that it runs have their own places
			for _, o := range g.At(c.Fun) {
				if o.Func() == nil {
					add(c.Args...)
				}
			}
		case g.Func(c.Fn) == nil && (c.Fn.Pkg() == nil || !catalog.OnlyReads(c.Fn.Pkg().Path(), pointsto.FuncKey(c.Fn))):
			add(c.Args...)
		}
	}
}

// isContainer reports whether what is put into a value of type t by one function is there for others. Arrays are copied, and are
// not.
func isContainer(t types.Type) bool {
	const deepest = 10 // pointers to pointers; a type may point to itself
	for range deepest {
		switch u := t.Underlying().(type) {
		case *types.Map, *types.Slice, *types.Chan:
			return true
		case *types.Pointer:
			t = u.Elem()
		default:
			return false
		}
	}
	return false
}
