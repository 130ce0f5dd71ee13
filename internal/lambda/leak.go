package lambda

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/flow"
)

// A making is a place where transports that keep their connections come into being: a literal, or a call of another package's
// function that makes them and returns what holds them.
type making struct {
	in      *flow.Function
	at      []flow.Node // where they are then
	clients []found
	made    *flow.Object // nil if another package makes it
}

// findMakings returns the makings in functions of the package.
func (p *program) findMakings() []making {
	var out []making
	for _, s := range p.in.Sites {
		if f, ok := p.clients.leaks[s.Object()]; ok && s.In() != nil && !p.closed[s.Object()] {
			out = append(out, making{s.In(), []flow.Node{s.Object().At()}, []found{f}, s.Object()})
		}
	}
	for _, c := range p.in.Graph.Calls() {
		if c.In == nil {
			continue
		}
		e, f := p.effect(c.Fn.Pkg(), flow.FuncKey(c.Fn))
		if e == nil || len(e.Gives) == 0 || p.passesClient(c) || p.retunes(c) || p.closesResult(c) {
			continue
		}
		m := making{in: c.In, at: values(c.Fn.Signature(), c.Results)}
		for _, client := range f.pick(e.Gives) {
			m.clients = append(m.clients, found{Client: client})
		}
		out = append(out, m)
	}
	return out
}

// closedElsewhere returns what functions of other packages close that get it, as it is or in something.
func (p *program) closedElsewhere() map[*flow.Object]bool {
	closed := make(map[*flow.Object]bool)
	for _, c := range p.in.Graph.Calls() {
		e, _ := p.effect(c.Fn.Pkg(), flow.FuncKey(c.Fn))
		if e == nil || !e.Closes || flow.IsStd(c.Fn.Pkg()) { // what net/http closes is a Closing
			continue
		}
		for _, n := range append([]flow.Node{c.Recv}, c.Args...) {
			for _, o := range p.withFields(p.in.Graph.At(n)) {
				closed[o] = true
			}
		}
	}
	return closed
}

// withFields returns objects, and what their fields hold.
func (p *program) withFields(objects []*flow.Object) []*flow.Object {
	all := slices.Clone(objects)
	for _, o := range objects {
		o.Fields(func(_ *types.Var, n flow.Node) { all = append(all, p.in.Graph.At(n)...) })
	}
	return all
}

// retunes tells whether the package changes what call returned, so that its fact no longer says how long that keeps connections.
func (p *program) retunes(call *flow.Call) bool {
	for o := range p.in.Graph.Reach(call.Returned()) {
		if o.Wrote("IdleConnTimeout").NonZero() || o.Wrote("DisableKeepAlives").NonZero() || o.Wrote("Transport").NonZero() {
			return true
		}
	}
	return false
}

// closesResult tells whether the package closes something of what call returned, or has it closed.
func (p *program) closesResult(call *flow.Call) bool {
	for _, c := range p.in.Graph.Closings() {
		for _, o := range p.in.Graph.At(c.Recv) {
			if from, _ := o.FromOutside(); from == call {
				return true
			}
		}
	}
	return slices.ContainsFunc(call.Returned(), func(o *flow.Object) bool { return p.closed[o] })
}

// values returns the results of a call that are no errors, which nobody keeps connections in.
func values(sig *types.Signature, results []flow.Node) []flow.Node {
	var out []flow.Node
	for i, n := range results {
		if !flow.IsError(sig.Results().At(i).Type()) {
			out = append(out, n)
		}
	}
	return out
}

// fate tells what becomes of what m makes. A function that is called before the first invocation and in each may make both:
// something that is kept there, and something that is dropped here. What a caller closes is neither.
func (w *walk) fate(m making) (dropped, returned bool) {
	g := w.p.in.Graph
	seen := make(map[*flow.Function]bool)
	var visit func(f *flow.Function, at []flow.Node)
	visit = func(f *flow.Function, at []flow.Node) {
		kept, out := w.follow(f, at)
		switch {
		case kept:
		case !out:
			dropped = true
		case f == w.root:
			returned = true
		case !seen[f]:
			seen[f] = true
			for _, c := range f.Calls() {
				if w.runsAround(c.In) && !g.ClosesBehind(c, m.made) {
					visit(c.In, values(f.Signature(), c.Results))
				}
			}
		}
	}
	visit(m.in, m.at)
	return dropped, returned
}

// follow tells whether f, and what it calls, put what is at the given places where it is kept, and whether f returns it.
func (w *walk) follow(f *flow.Function, at []flow.Node) (kept, returned bool) {
	g := w.p.in.Graph
	seen := make(map[flow.Node]bool)
	for len(at) > 0 {
		n := at[len(at)-1]
		at = at[:len(at)-1]
		if n == 0 || seen[n] {
			continue
		}
		seen[n] = true
		owner := g.Owner(n)
		if w.passed[owner] {
			return true, false // it is the caller's to drop
		}
		// What a field holds shares the fate of the struct: of this one, not of others that the same code makes.
		whole := w.madeFor(f, owner)
		if w.places[n] && len(whole) == 0 {
			return true, false
		}
		at = append(at, whole...)
		if w.p.resultOf[n] == f {
			returned = true
			continue // where calls of f take it is no matter
		}
		g.Next(n, func(next flow.Node) { at = append(at, next) })
	}
	return false, returned
}

// madeFor returns where o is once f has made it, itself or by calling a function. There is no such place if f found o.
func (w *walk) madeFor(f *flow.Function, o *flow.Object) []flow.Node {
	if o == nil || !w.runsAround(o.In()) {
		return nil
	}
	if f.Within(o.In()) || o.In().Within(f) {
		return []flow.Node{o.At()}
	}
	var out []flow.Node
	for _, n := range slices.Concat(w.p.callsIn[f]...) {
		if slices.Contains(w.p.in.Graph.At(n), o) {
			out = append(out, n)
		}
	}
	return out
}
