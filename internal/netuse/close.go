package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A Closing is a call of CloseIdleConnections, or a value of the method: whoever gets that is going to call it. The call may stand
// in a function that the one at hand calls: see [closings].
//
//	defer t.CloseIdleConnections()
//	cleanups = append(cleanups, t.CloseIdleConnections)
//
// Recv is what is closed: the transport itself, or something with a field that holds it, such as a client. Region is the part of
// In in which that happens, nil for all of In.
type Closing struct {
	Recv   pointsto.Node
	In     *pointsto.Function
	Region *pointsto.Region
	Pos    token.Pos // of the call, or of the value

	by       pointsto.Node // the operand that leads to what is closed, in the function that was called; 0 if none does
	deferred bool          // it happens when In returns
}

// Always reports whether whoever runs the function closes. A call under a condition does not travel to callers, except for the
// conditions that the analysis takes away, such as one that asks whether there is a transport at all.
func (c Closing) Always() bool { return c.Region == nil }

// Closings returns the calls of CloseIdleConnections. Whoever calls a function that always closes something closes it as well. The
// packages leak and lambda read them, too.
func (r *Result) Closings() []Closing { return r.closings }

// findClosings finds the calls and values of the method by its name alone, so that a client, a transport and an interface with the
// method count alike, and then passes each to the callers of the function it stands in:
//
//	func (s *session) stop() { s.client.CloseIdleConnections() }
//	...
//	defer s.stop() // closes, too
//
// The loop runs over a list that grows: a closing that a caller gets may be passed on to its callers. It ends because a Closing is
// nodes and regions of which there are finitely many, and known keeps each from being added twice; recursion needs no more than
// that. Closings of one function that differ in their nodes, and not in what these hold, are one to its callers.
func (r *Result) findClosings(files []*ast.File) {
	const name = "CloseIdleConnections"
	var deferred map[*ast.CallExpr]bool
	for _, c := range r.graph.AllCalls() {
		if c.Fn != nil && c.Fn.Name() == name {
			if deferred == nil {
				deferred = deferredCalls(files)
			}
			r.closings = append(r.closings, Closing{Recv: c.Recv, In: c.In, Region: c.Region, Pos: c.Pos, deferred: deferred[c.Expr]})
		}
	}
	for _, v := range r.graph.MethodValues() {
		if v.Fn.Name() == name {
			r.closings = append(r.closings, Closing{Recv: v.Object.Recv(), In: v.In, Region: v.Region, Pos: v.Object.Pos()})
		}
	}
	known, passed := make(map[likeClosing]bool), make(map[likeClosing]bool)
	for i := 0; i < len(r.closings); i++ {
		c := r.closings[i]
		r.closedSome.Add(c.Recv, true)
		r.closers(c.In.Root()).Add(c.Recv, c)
		if c.In == nil || !c.Always() || passed[r.like(c)] {
			continue
		}
		passed[r.like(c)] = true
		calls := c.In.Calls()
		if len(calls) > 0 {
			c.by = r.operand(c)
		}
		for _, call := range calls {
			up := Closing{Recv: c.In.PassedBy(call, c.Recv), In: call.In, Region: call.Region, Pos: c.Pos, by: c.In.PassedBy(call, c.by)}
			if like := r.like(up); !known[like] {
				known[like] = true
				r.closings = append(r.closings, up)
			}
			if !r.graph.Spend(1) {
				return
			}
		}
	}
}

// A likeClosing is what closings have in common that close the same for all who run them, and all who run those.
type likeClosing struct {
	in       *pointsto.Function
	region   *pointsto.Region
	recv, by likeNode
}

type likeNode struct {
	n      pointsto.Node // that holds the same, or which callers pass
	passed bool
}

func (r *Result) like(c Closing) likeClosing {
	node := func(n pointsto.Node) likeNode {
		if c.In != nil && n != 0 && (n == c.In.Recv() || slices.Contains(c.In.Params(), n)) {
			return likeNode{n, true}
		}
		return likeNode{r.graph.Content(n), false}
	}
	return likeClosing{c.In, c.Region, node(c.Recv), node(c.by)}
}

// closers returns the closings in the declared function f and its literals, by what they close.
func (r *Result) closers(f *pointsto.Function) *pointsto.Index[Closing] {
	if r.closersIn[f] == nil {
		r.closersIn[f] = pointsto.NewIndex[Closing](r.graph)
	}
	return r.closersIn[f]
}

// deferredCalls returns the calls of defer statements.
func deferredCalls(files []*ast.File) map[*ast.CallExpr]bool {
	calls := make(map[*ast.CallExpr]bool)
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if d, ok := n.(*ast.DeferStmt); ok {
				calls[d.Call] = true
			}
			return true
		})
	}
	return calls
}

// operand returns the operand of the function c stands in by which it has what it closes, or what it knew of that already.
//
// The analysis is context-insensitive: s.client in the method stop above holds the clients of all sessions. The operand makes up
// for it. At the call a.stop(), only what a leads to is closed ([Result.closes]). Without that, one session that is stopped would
// silence the findings of all.
//
// It is 0 where the operand is itself what is closed, because Function.PassedBy then finds what each call passes, and where none
// leads there, as for a package variable.
func (r *Result) operand(c Closing) pointsto.Node {
	if c.by != 0 {
		return c.by
	}
	for _, n := range append([]pointsto.Node{c.In.Recv()}, c.In.Params()...) {
		if n == c.Recv {
			return 0 // that is what it closes
		}
		for _, o := range r.graph.At(c.Recv) {
			if r.leads(n, o) {
				return n
			}
		}
	}
	return 0
}

// ClosesBehind reports whether the function that makes call always closes the idle connections of o afterwards. "Afterwards" is by
// region only: it is a closing that whoever makes the call comes to, wherever it stands in the function.
func (r *Result) ClosesBehind(call pointsto.LocalCall, o *pointsto.Object) bool {
	return r.closedIn(o, call.In, call.Region)
}

// closed reports whether everybody who comes to have o, which s makes, always closes its idle connections: the function that makes
// it, or, where that returns it, each that calls that one.
//
//	func fetch(url string) error {
//		t := &http.Transport{} // closed
//		defer t.CloseIdleConnections()
//		...
//	}
//
// It is false if a package variable or a value from outside holds o: the transport is used after the function that closes it. But see
// [Result.closedByMaker]. A function that returns o and is exported, or used as a value, has callers that cannot be seen, and makes it
// false as well. A closing on the path of an error alone does not count, since the region of the site is not within its region.
func (r *Result) closed(s *pointsto.Site) bool {
	o := s.Object()
	if r.closedByMaker(s) {
		return true
	}
	return s.In() != nil && !r.held[o] && r.isClosed(o) && !r.published()[o] && r.closedFrom(o, s.In(), s.Region(), make(map[*pointsto.Function]bool))
}

// published returns what functions return that have callers which cannot be seen.
func (r *Result) published() map[*pointsto.Object]bool {
	if r.returned == nil {
		var results []*pointsto.Object
		for _, f := range r.graph.Functions() {
			if f.Referred() {
				for _, n := range f.Results() {
					results = append(results, r.graph.At(n)...)
				}
			}
		}
		r.returned = r.graph.Reach(results)
	}
	return r.returned
}

// closedByMaker reports whether the function that makes the value of s defers the closing, and does not return it. Whoever writes that
// takes the value for done with when the function returns, though something still holds it:
//
//	t := &http.Transport{} // closed
//	defer t.CloseIdleConnections()
//	d.client = &http.Client{Transport: t}
func (r *Result) closedByMaker(s *pointsto.Site) bool {
	o := s.Object()
	return s.In() != nil && r.any(r.closers(s.In().Root()), o, func(c Closing) bool {
		return c.deferred && c.In == s.In() && s.Region().Within(c.Region) && (c.by == 0 || r.leads(c.by, o))
	}) && !slices.ContainsFunc(s.In().Results(), func(n pointsto.Node) bool { return r.leads(n, o) })
}

// closedFrom reports the same of whoever has o at that point of f. The functions that seen has are being looked at: one that calls
// itself adds no caller that could forget to close, so the answer for it is yes until another caller says no. A function that
// returns o and has no callers is not excused.
func (r *Result) closedFrom(o *pointsto.Object, f *pointsto.Function, at *pointsto.Region, seen map[*pointsto.Function]bool) bool {
	if f == nil || !r.graph.Spend(1) {
		return false
	}
	if !slices.ContainsFunc(f.Results(), func(n pointsto.Node) bool { return r.leads(n, o) }) {
		return r.closedIn(o, f, at)
	}
	if seen[f] {
		return true
	}
	seen[f] = true
	calls := f.Calls()
	for _, c := range calls {
		if !r.closedFrom(o, c.In, c.Region, seen) {
			return false
		}
	}
	return len(calls) > 0
}

// closedIn reports whether whoever has o at that point of f always closes its idle connections in f, or those of a client that uses
// it.
//
//	if own {
//		t := &http.Transport{} // whoever comes here comes to the next line
//		defer t.CloseIdleConnections()
//	}
//
// Closings in all branches of a statement are one. A literal inside of f counts as run by f, as
// `defer func() { t.CloseIdleConnections() }()` is. One that nobody calls is silent.
func (r *Result) closedIn(o *pointsto.Object, f *pointsto.Function, at *pointsto.Region) bool {
	var some []*pointsto.Region
	return r.any(r.closers(f.Root()), o, func(c Closing) bool {
		if !c.In.Within(f) || c.by != 0 && !r.leads(c.by, o) {
			return false
		}
		some = append(some, c.Region)
		return at.Within(c.Region)
	}) || pointsto.Cover(some, at)
}

// isClosed reports whether something closes the idle connections of o.
func (r *Result) isClosed(o *pointsto.Object) bool {
	if r.closedSome.Has(o) {
		return true
	}
	for _, e := range r.graph.Holders().At(o) {
		if slices.ContainsFunc(e.Noted, r.closedSome.Has) {
			return true
		}
	}
	return false
}

// any reports whether one of the closings of x that are of o is so: o is the receiver, or a field of the receiver holds it. One step is
// enough for the Transport of a client. A wrapper around a transport in a client is two steps away, and is not closed by this,
// which leaves the finding: http.Client closes only what has the method itself.
func (r *Result) any(x *pointsto.Index[Closing], o *pointsto.Object, is func(Closing) bool) bool {
	of := func(o *pointsto.Object) bool {
		return slices.ContainsFunc(x.At(o), func(e *pointsto.Entry[Closing]) bool {
			return r.graph.Spend(len(e.Noted)) && slices.ContainsFunc(e.Noted, is)
		})
	}
	if x.Empty() || o == nil {
		return false
	}
	return of(o) || slices.ContainsFunc(r.graph.Holders().At(o), func(e *pointsto.Entry[*pointsto.Object]) bool {
		return r.graph.Spend(len(e.Noted)) && slices.ContainsFunc(e.Noted, of)
	})
}

// closedOften reports whether a loop that does not count closes the idle connections of o, waiting in between.
//
//	for {
//		time.Sleep(time.Minute)
//		t.CloseIdleConnections()
//	}
//
// A closing under a condition, as that a request failed, is no such one, but for a select that waits. That the loop is run is not looked
// at, which is silent.
func (r *Result) closedOften(o *pointsto.Object) bool {
	if !r.isClosed(o) {
		return false
	}
	if r.often == nil {
		r.often = closingLoops(r.syntax.info, r.syntax.files)
	}
	return slices.ContainsFunc(r.closings, func(c Closing) bool { return r.graph.Spend(1) && r.isOften(c) && r.closes(c, o) })
}

// isOften reports whether such a loop makes the call c, or that of the function which always does so.
func (r *Result) isOften(c Closing) bool {
	if r.often[c.Pos] {
		return true
	}
	if len(r.often) == 0 || c.In == nil || c.In.Obj() == nil || !c.Always() {
		return false
	}
	r.syntax.readFiles()
	return slices.ContainsFunc(r.syntax.callers[c.In.Obj()], func(call *ast.CallExpr) bool { return r.often[call.Pos()] })
}

// closingLoops returns where calls stand that a loop makes again and again, in the course of time.
func closingLoops(info *types.Info, files []*ast.File) map[token.Pos]bool {
	often := make(map[token.Pos]bool)
	for _, file := range files {
		for n := range ast.Preorder(file) {
			switch n := n.(type) {
			case *ast.ForStmt:
				if n.Init == nil && n.Post == nil {
					noteOften(info, n.Body.List, false, often)
				}
			case *ast.RangeStmt:
				if isTimes(info, n.X) {
					noteOften(info, n.Body.List, true, often)
				}
			}
		}
	}
	return often
}

// noteOften notes the calls among list if one of list waits for some time, or something did. Of a select, the clause that waits has come
// about by itself.
func noteOften(info *types.Info, list []ast.Stmt, waited bool, often map[token.Pos]bool) {
	waited = waited || slices.ContainsFunc(list, func(s ast.Stmt) bool { return waits(info, s) })
	for _, s := range list {
		switch s := s.(type) {
		case *ast.ExprStmt:
			if waited {
				often[s.X.Pos()] = true
			}
		case *ast.SelectStmt:
			for _, c := range s.Body.List {
				if c := c.(*ast.CommClause); waits(info, c.Comm) {
					noteOften(info, c.Body, true, often)
				}
			}
		}
	}
}

// waits reports whether s waits for some time: time.Sleep(d) or <-time.After(d).
func waits(info *types.Info, s ast.Stmt) bool {
	if x, ok := s.(*ast.ExprStmt); ok {
		if call, ok := ast.Unparen(x.X).(*ast.CallExpr); ok {
			fn := typeutil.StaticCallee(info, call)
			return fn != nil && isNamedFunc(fn, "time", "Sleep")
		}
	}
	return receivesTime(info, s)
}

// leads reports whether n leads to o, by any number of fields.
func (r *Result) leads(n pointsto.Node, o *pointsto.Object) bool {
	n = r.graph.Content(n)
	if n == 0 {
		return false
	}
	if r.reached[n] == nil {
		r.reached[n] = r.graph.Reach(r.graph.At(n))
	}
	return r.reached[n][o]
}

// closes reports whether c closes the idle connections of o.
func (r *Result) closes(c Closing, o *pointsto.Object) bool {
	is := func(p *pointsto.Object) bool {
		return p == o || slices.ContainsFunc(r.graph.Holders().At(o), func(e *pointsto.Entry[*pointsto.Object]) bool { return slices.Contains(e.Noted, p) })
	}
	return (c.by == 0 || r.leads(c.by, o)) && slices.ContainsFunc(r.graph.At(c.Recv), is)
}
