package netuse

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// Visible reports whether other packages can get hold of o: they are given it, an exported function returns it, an exported variable
// holds it, or exported fields of these lead to it. An unexported field ends the way, since only this package uses what it holds:
//
//	type API struct{ client *http.Client }
//	func New() *API { return &API{client: &http.Client{}} } // the API is visible, its client is not
//
// dials.public goes on to all fields. For dialers, which are mostly locals, it makes no difference.
func (r *Result) Visible(o *pointsto.Object) bool {
	if r.visible == nil {
		r.visible = visible(r.dials, true)
	}
	return r.visible[o]
}

// Returned is like [Result.Visible], except that to be given to others does not count.
func (r *Result) Returned(o *pointsto.Object) bool { return visible(r.dials, false)[o] }

// HandedOut reports whether a function that other packages call returns o itself, and not merely something that has it.
func (r *Result) HandedOut(o *pointsto.Object) bool {
	for n := range r.dials.results {
		if r.dials.graph.Holds(n, o) {
			return true
		}
	}
	return false
}

func visible(d *dials, given bool) map[*pointsto.Object]bool {
	out := make(map[*pointsto.Object]bool)
	var add func(n pointsto.Node)
	fields := func(o *pointsto.Object) {
		o.Fields(func(f *types.Var, n pointsto.Node) {
			if f.Exported() {
				add(n)
			}
		})
	}
	add = func(n pointsto.Node) {
		for _, o := range d.graph.At(n) {
			if !out[o] {
				out[o] = true
				fields(o)
			}
		}
	}
	if given {
		for n := range d.leaving {
			add(n)
		}
	}
	for n := range d.results {
		add(n)
	}
	if pkg := d.syntax.pkg; pkg.Name() != "main" {
		for _, name := range pkg.Scope().Names() {
			if v, ok := pkg.Scope().Lookup(name).(*types.Var); ok && v.Exported() {
				add(d.graph.Var(v))
			}
		}
	}
	d.graph.Objects(func(o *pointsto.Object) {
		if _, outside := o.FromOutside(); outside {
			fields(o)
		}
	})
	return out
}

// A requests knows which requests the clients of a package send.
type requests struct{ *Result }

// bounded reports whether client o sends requests, and the context of each of them has a deadline.
//
//	ctx, cancel := context.WithTimeout(ctx, time.Minute)
//	defer cancel()
//	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
//	...
//	resp, err := client.Do(req)
//
// What others do with a client is not known, so one that is visible is not bounded, nor is one of which a method becomes a value.
func (r *requests) bounded(o *pointsto.Object) bool {
	if r.Visible(o) {
		return false
	}
	for _, v := range r.graph.MethodValues() {
		if r.graph.Holds(v.Object.Recv(), o) {
			return false
		}
	}
	sends := false
	for _, c := range r.graph.Calls() {
		if c.Recv == 0 || !r.graph.Holds(c.Recv, o) || c.Fn.Name() == "CloseIdleConnections" {
			continue
		}
		if !r.boundedCall(c) {
			return false
		}
		sends = true
	}
	return sends
}

// boundedCall reports whether c is a call of Do whose request has a context with a deadline. Get and its like have no context.
func (r *requests) boundedCall(c *pointsto.Call) bool {
	return pointsto.FuncKey(c.Fn) == "Client.Do" && len(c.Args) == 1 && r.ofRequest(c.Args[0]) != unbounded
}

// ofRequestContext returns what is known of the deadline of e, if it is the context of a request that got one in the same block.
//
//	r = r.WithContext(ctx)
//	conn, err := d.DialContext(r.Context(), "tcp", addr)
func (d *dials) ofRequestContext(e ast.Expr) bound {
	made := d.syntax.requests.madeFrom(e)
	if made == nil {
		return unbounded
	}
	for _, c := range d.graph.Calls() {
		if c.Expr == made && d.graph.Spend(1) {
			return d.ofContext(c.Args[contextParam(c.Fn.Signature())])
		}
	}
	return unbounded
}

// madeRequests knows which places have a request that a call has made with a context.
type madeRequests struct {
	*source
	all []madeRequest
}

// madeFrom returns the call that made the request whose context e is, nil if that is not known.
func (m *madeRequests) madeFrom(e ast.Expr) *ast.CallExpr {
	m.readFiles()
	if v := pointsto.Variable(m.info, e); v != nil && len(m.assigned[v]) == 1 && m.assigned[v][0] != nil {
		e = m.assigned[v][0]
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return nil
	}
	fn := typeutil.StaticCallee(m.info, call)
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "net/http" || pointsto.FuncKey(fn) != "Request.Context" {
		return nil
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	for _, r := range m.all {
		if r.in.has(call.Pos()) && pointsto.SamePlace(m.info, r.place, sel.X) && !m.changed(sel.X, r.in.from+1, call.Pos()) {
			return r.by
		}
	}
	return nil
}

// A madeRequest is a place that has a request which a call has made with a context.
type madeRequest struct {
	place ast.Expr
	by    *ast.CallExpr
	in    span
}

// note notes that n assigns a request that has a context.
func (m *madeRequests) note(n ast.Node, in scope) {
	a, ok := n.(*ast.AssignStmt)
	if !ok || len(a.Rhs) != 1 {
		return
	}
	call, ok := ast.Unparen(a.Rhs[0]).(*ast.CallExpr)
	if !ok {
		return
	}
	if fn := typeutil.StaticCallee(m.info, call); fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "net/http" && catalog.Contextual(pointsto.FuncKey(fn)) {
		m.all = append(m.all, madeRequest{a.Lhs[0], call, span{a.End(), in.end}})
	}
}

// choosesDeadline reports whether f itself sets the deadline of a context in ctx, on some path at least. A condition is somebody's
// choice:
//
//	if c.timeout > 0 {
//		ctx, cancel = context.WithTimeout(ctx, c.timeout)
//		defer cancel()
//	}
func (r *requests) choosesDeadline(f *pointsto.Function, ctx pointsto.Node) bool {
	return slices.ContainsFunc(r.graph.At(ctx), func(o *pointsto.Object) bool {
		fn := o.MadeBy()
		return fn != nil && o.In() == f && catalog.EffectOf(fn.Pkg().Path(), fn.Name()) == catalog.Bounded
	})
}

// ofRequest returns what is known of the contexts of the requests that n holds: all of them must have a deadline. A request is known
// by the call that returned it, if that is one that takes a context. The others have none, such as those of http.NewRequest, or one
// that is not known.
func (r *requests) ofRequest(n pointsto.Node) bound {
	some := false
	for _, o := range r.graph.At(n) {
		if !pointsto.IsType(o.Type(), "net/http", "Request") {
			continue
		}
		if f := o.Entry(); f != nil {
			if u := r.dials.usesOf(f); u.unbounded || u.callers || u.resolver || u.unseen {
				return unbounded
			}
			continue // it stands for other callers, and there are none
		}
		call, _ := o.FromOutside()
		if call == nil || call.Fn.Pkg().Path() != "net/http" || !catalog.Contextual(pointsto.FuncKey(call.Fn)) {
			return unbounded
		}
		ctx := call.Args[contextParam(call.Fn.Signature())]
		if b := r.dials.ofContext(ctx); (b == unbounded || b == callers) && !r.choosesDeadline(call.In, ctx) {
			return unbounded
		}
		some = true
	}
	if some {
		return bounded
	}
	return unbounded
}
