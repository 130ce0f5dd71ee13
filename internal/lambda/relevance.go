package lambda

import (
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A relevance pass finds out which functions and objects lead to something. Most lead nowhere, so the many walks that a summary
// takes, one from each exported function, need not go there. It does not change what a walk finds, only how far it goes without use: it
// is coarser than any walk, with no birth, no resets and no lifetimes.
//
// Take a package of a thousand exported functions of which three lead to a client. Without the pass, a thousand walks each go through
// all that a function mentions, most of it the same helpers. With it, 997 of them end where they begin.
type relevance struct {
	from map[any][]any // who refers to a function or object
	ends []any         // those with a client in them
}

// relevance goes from all that the package exports to all that this refers to. Each function and object is visited once, so this is linear in
// the edges, where the walks without it would take one such pass for each exported name.
func (p *program) relevance() *relevance {
	s := &relevance{from: make(map[any][]any)}
	for _, fn := range exported(p.in.Graph) {
		s.visit(p, nil, fn)
		s.places(p, nil, fn.Results()...)
		s.places(p, nil, fn.ReturnedParams()...)
		for _, reg := range p.registry.passedTo(fn) {
			s.visit(p, nil, reg)
		}
	}
	for _, reg := range p.registry.onDefaultMux {
		s.visit(p, nil, reg)
	}
	for _, v := range exportedVars(p.in.Pkg) {
		s.places(p, nil, p.in.Graph.Var(v))
	}
	return s
}

// visit notes that from refers to v, nil for an exported name itself, and goes on from v the first time. It has to follow each edge that
// [reach] follows: one that it leaves out is a way that no walk takes, and a client that no fact has.
func (s *relevance) visit(p *program, from, v any) {
	if !p.step() {
		return
	}
	known, seen := s.from[v]
	if from != nil {
		known = append(known, from)
	}
	s.from[v] = known
	if seen {
		return
	}
	refs := p.references(v)
	if refs.ofInterest() {
		s.ends = append(s.ends, v)
	}
	for _, f := range slices.Concat(refs.runs, refs.methods, refs.unsure) {
		s.visit(p, v, f)
	}
	for i := range refs.calls {
		d := &refs.calls[i]
		if d.refs != nil {
			s.ends = append(s.ends, v)
		}
		if d.fn != nil {
			s.visit(p, v, d.fn)
		}
	}
	for _, st := range refs.stored {
		s.visit(p, v, st.o)
	}
	for _, ref := range refs.vars {
		s.places(p, v, p.in.Graph.Var(ref.v))
	}
	s.places(p, v, slices.Concat(refs.retained, refs.given)...)
	for _, o := range refs.objects {
		s.visit(p, v, o)
	}
	for _, c := range refs.registered {
		s.visit(p, v, c)
	}
}

// places visits what places hold.
func (s *relevance) places(p *program, from any, places ...pointsto.Node) {
	for _, n := range places {
		for _, o := range p.in.Graph.At(n) {
			s.visit(p, from, o)
		}
	}
}

// leadingTo returns the ends and what leads to them: reverse reachability.
func (s *relevance) leadingTo(ends []any) map[any]bool {
	leads := make(map[any]bool)
	for pending := slices.Clone(ends); len(pending) > 0; {
		v := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if !leads[v] {
			leads[v] = true
			pending = append(pending, s.from[v]...)
		}
	}
	return leads
}

// toParameters returns what leads to values that other packages pass to this one. It is what Retains of an effect is computed with.
func (s *relevance) toParameters() map[any]bool {
	var ends []any
	for v := range s.from {
		if o, ok := v.(*pointsto.Object); ok {
			if call, outside := o.FromOutside(); outside && call == nil {
				ends = append(ends, o)
			}
		}
	}
	return s.leadingTo(ends)
}

// toDefaultMux returns what leads to functions that leave something in http.DefaultServeMux.
func (s *relevance) toDefaultMux(p *program) map[any]bool {
	var ends []any
	for _, reg := range p.registry.onDefaultMux {
		ends = append(ends, reg.call.In)
	}
	return s.leadingTo(ends)
}

// toClients returns what may lead to clients, or to a function that decides on what becomes of one. The second round is for functions
// through which a client passes but which refer to none, such as one that a caller hands it to: without them, a walk would not know that
// they run, and disposition would take what they get for dropped.
func (s *relevance) toClients(p *program) map[any]bool {
	ends := slices.Clone(s.ends)
	add := func(f *pointsto.Function) { // with those that it is a literal of
		for ; f != nil; f = f.Parent() {
			ends = append(ends, f)
		}
	}
	for _, a := range p.allocations {
		add(a.in)
	}
	for _, c := range p.closings.always {
		add(c.in)
	}
	for _, o := range p.clients.shared {
		add(o.In())
	}
	toClients := s.leadingTo(ends)
	for _, c := range p.in.Graph.Calls() {
		if leads(p.in.Graph, c.Args, toClients) || leads(p.in.Graph, c.Results, toClients) {
			add(c.In)
		}
	}
	return s.leadingTo(ends)
}
