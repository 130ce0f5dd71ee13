package netuse

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A Closing is a call of CloseIdleConnections, or a value of the method: whoever gets that is going to call it.
type Closing struct {
	Recv   pointsto.Node
	In     *pointsto.Function
	Region *pointsto.Region

	by pointsto.Node // the operand that leads to what is closed, in the function that was called; 0 if none does
}

// Always reports whether whoever runs the function closes.
func (c Closing) Always() bool { return c.Region == nil }

// Closings returns the calls of CloseIdleConnections. Whoever calls a function that always closes something closes it as well.
func (r *Result) Closings() []Closing { return r.closings }

func closings(g *pointsto.Graph) []Closing {
	const name = "CloseIdleConnections"
	var out []Closing
	for _, c := range g.AllCalls() {
		if c.Fn != nil && c.Fn.Name() == name {
			out = append(out, Closing{Recv: c.Recv, In: c.In, Region: c.Region})
		}
	}
	for _, v := range g.MethodValues() {
		if v.Fn.Name() == name {
			out = append(out, Closing{Recv: v.Object.Recv(), In: v.In, Region: v.Region})
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
			up := Closing{c.In.PassedBy(call, c.Recv), call.In, call.Region, c.In.PassedBy(call, c.by)}
			if !known[up] {
				known[up] = true
				out = append(out, up)
			}
		}
	}
	return out
}

// operand returns the operand of the function c stands in by which it has what it closes, or what it knew of that already.
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

// ClosesBehind reports whether the function that makes call always closes the idle connections of o afterwards.
func (r *Result) ClosesBehind(call pointsto.LocalCall, o *pointsto.Object) bool {
	return r.closedIn(o, call.In, call.Region)
}

// closed reports whether everybody who comes to have o, which s makes, always closes its idle connections: the function that makes it,
// or, where that returns it, each that calls that one.
func (r *Result) closed(s *pointsto.Site) bool {
	o := s.Object()
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

// closedFrom reports the same of whoever has o at that point of f. The functions that seen has are being looked at.
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

// closedIn reports whether whoever has o at that point of f always closes its idle connections in f, or those of a client that uses it.
func (r *Result) closedIn(o *pointsto.Object, f *pointsto.Function, at *pointsto.Region) bool {
	return slices.ContainsFunc(r.closings, func(c Closing) bool {
		return c.In.Within(f) && at.Within(c.Region) && r.closes(c, o)
	})
}

// closes reports whether c closes the idle connections of o.
func (r *Result) closes(c Closing, o *pointsto.Object) bool {
	if c.by != 0 && !r.reached(c.by)[o] {
		return false
	}
	return slices.ContainsFunc(r.graph.At(c.Recv), func(p *pointsto.Object) bool { return p == o || r.holds(p, o) })
}

// reached returns what n leads to.
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
