package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

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

// closings finds the calls and values of the method by its name alone, so that a client, a transport and an interface with the
// method count alike, and then passes each to the callers of the function it stands in:
//
//	func (s *session) stop() { s.client.CloseIdleConnections() }
//	...
//	defer s.stop() // closes, too
//
// The loop runs over a list that grows: a closing that a caller gets may be passed on to its callers. It ends because a Closing is
// nodes and regions of which there are finitely many, and known keeps each from being added twice; recursion needs no more than
// that.
func closings(g *pointsto.Graph, files []*ast.File) []Closing {
	const name = "CloseIdleConnections"
	var out []Closing
	for _, c := range g.AllCalls() {
		if c.Fn != nil && c.Fn.Name() == name {
			out = append(out, Closing{Recv: c.Recv, In: c.In, Region: c.Region, Pos: c.Pos, deferred: isDeferred(files, c.Expr)})
		}
	}
	for _, v := range g.MethodValues() {
		if v.Fn.Name() == name {
			out = append(out, Closing{Recv: v.Object.Recv(), In: v.In, Region: v.Region, Pos: v.Object.Pos()})
		}
	}
	known := make(map[Closing]bool)
	for i := 0; i < len(out); i++ {
		c := out[i]
		if c.In == nil || !c.Always() {
			continue
		}
		c.by = operand(g, c)
		for _, call := range c.In.Calls() {
			up := Closing{Recv: c.In.PassedBy(call, c.Recv), In: call.In, Region: call.Region, Pos: c.Pos, by: c.In.PassedBy(call, c.by)}
			if !known[up] {
				known[up] = true
				out = append(out, up)
			}
		}
	}
	return out
}

// isDeferred reports whether call, nil if it is not written down, is that of a defer statement.
func isDeferred(files []*ast.File, call *ast.CallExpr) bool {
	found := false
	for _, file := range files {
		if call == nil || call.Pos() < file.FileStart || file.FileEnd <= call.Pos() {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			d, ok := n.(*ast.DeferStmt)
			found = found || ok && d.Call == call
			return !found
		})
	}
	return found
}

// operand returns the operand of the function c stands in by which it has what it closes, or what it knew of that already.
//
// The analysis is context-insensitive: s.client in the method stop above holds the clients of all sessions. The operand makes up
// for it. At the call a.stop(), only what a leads to is closed ([Result.closes]). Without that, one session that is stopped would
// silence the findings of all.
//
// It is 0 where the operand is itself what is closed, because Function.PassedBy then finds what each call passes, and where none
// leads there, as for a package variable.
func operand(g *pointsto.Graph, c Closing) pointsto.Node {
	if c.by != 0 {
		return c.by
	}
	for _, n := range append([]pointsto.Node{c.In.Recv()}, c.In.Params()...) {
		if n == c.Recv {
			return 0 // that is what it closes
		}
		reached := g.Reach(g.At(n))
		for _, o := range g.At(c.Recv) {
			if reached[o] {
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
// It is false if a package variable or a value from outside holds o: the transport is used after the function that closes it. But
// see [Result.closedByMaker]. A function that returns o and is exported, or used as a value, has callers that cannot be seen, and makes it false as well. A
// closing on the path of an error alone does not count, since the region of the site is not within its region.
func (r *Result) closed(s *pointsto.Site) bool {
	o := s.Object()
	// Most sites have no closing, and the search for functions that return o is the expensive part.
	if r.closedByMaker(s) {
		return true
	}
	if s.In() == nil || r.held[o] || !slices.ContainsFunc(r.closings, func(c Closing) bool { return r.closes(c, o) }) {
		return false
	}
	returning := make(map[*pointsto.Function]bool)
	for _, f := range r.graph.Functions() {
		for _, n := range f.Results() {
			if r.graph.Reach(r.graph.At(n))[o] {
				returning[f] = true
			}
		}
		if returning[f] && f.Referred() {
			return false
		}
	}
	return r.closedFrom(o, s.In(), s.Region(), returning, make(map[*pointsto.Function]bool))
}

// closedByMaker reports whether the function that makes the value of s defers the closing, and does not return it. Whoever writes that
// takes the value for done with when the function returns, though something still holds it:
//
//	t := &http.Transport{} // closed
//	defer t.CloseIdleConnections()
//	d.client = &http.Client{Transport: t}
func (r *Result) closedByMaker(s *pointsto.Site) bool {
	o := s.Object()
	if s.In() == nil || !slices.ContainsFunc(r.closings, func(c Closing) bool {
		return c.deferred && c.In == s.In() && s.Region().Within(c.Region) && r.closes(c, o)
	}) {
		return false
	}
	return !slices.ContainsFunc(s.In().Results(), func(n pointsto.Node) bool { return r.reached(n)[o] })
}

// closedFrom reports the same of whoever has o at that point of f. The functions that seen has are being looked at: one that calls
// itself adds no caller that could forget to close, so the answer for it is yes until another caller says no. A function that
// returns o and has no callers is not excused.
func (r *Result) closedFrom(o *pointsto.Object, f *pointsto.Function, at *pointsto.Region, returning, seen map[*pointsto.Function]bool) bool {
	if f == nil {
		return false
	}
	if !returning[f] {
		return r.closedIn(o, f, at)
	}
	if seen[f] {
		return true
	}
	seen[f] = true
	calls := f.Calls()
	for _, c := range calls {
		if !r.closedFrom(o, c.In, c.Region, returning, seen) {
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
// A literal inside of f counts as run by f, as `defer func() { t.CloseIdleConnections() }()` is. One that nobody calls is silent.
func (r *Result) closedIn(o *pointsto.Object, f *pointsto.Function, at *pointsto.Region) bool {
	return slices.ContainsFunc(r.closings, func(c Closing) bool {
		return c.In.Within(f) && at.Within(c.Region) && r.closes(c, o)
	})
}

// closes reports whether c closes the idle connections of o: it is the receiver, or a field of the receiver holds it. One step is
// enough for the Transport of a client. A wrapper around a transport in a client is two steps away, and is not closed by this,
// which leaves the finding: http.Client closes only what has the method itself.
func (r *Result) closes(c Closing, o *pointsto.Object) bool {
	if c.by != 0 && !r.reached(c.by)[o] {
		return false
	}
	return slices.ContainsFunc(r.graph.At(c.Recv), func(p *pointsto.Object) bool { return p == o || r.holds(p, o) })
}

// reached returns what n leads to, by any number of fields.
func (r *Result) reached(n pointsto.Node) map[*pointsto.Object]bool {
	if r.reach[n] == nil {
		r.reach[n] = r.graph.Reach(r.graph.At(n))
	}
	return r.reach[n]
}

// holds reports whether a field of p holds o.
func (r *Result) holds(p, o *pointsto.Object) bool {
	found := false
	p.Fields(func(_ *types.Var, n pointsto.Node) { found = found || r.graph.Holds(n, o) })
	return found
}
