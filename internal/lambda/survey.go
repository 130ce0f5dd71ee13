package lambda

import "github.com/transportlint/transportlint/internal/flow"

// A survey is what one walk over all that a package exports noted: which function or object refers to which. Most of them lead
// nowhere, so the many walks that a fact takes, one from each exported function, need not go there.
type survey struct {
	from map[any][]any // who refers to a function or object
	ends []any         // those with something of interest in them
}

func (s *survey) refer(from, to any) {
	if from != nil {
		s.from[to] = append(s.from[to], from)
	}
}

// leadingTo returns the ends and what leads to them.
func (s *survey) leadingTo(ends []any) map[any]bool {
	leads := make(map[any]bool)
	var visit func(v any)
	visit = func(v any) {
		if !leads[v] {
			leads[v] = true
			for _, from := range s.from[v] {
				visit(from)
			}
		}
	}
	for _, v := range ends {
		visit(v)
	}
	return leads
}

// survey walks over all that the package exports. What depends on where a walk begins, this one takes to be so.
func (p *program) survey() *survey {
	s := &survey{from: make(map[any][]any)}
	w := p.newWalk()
	w.survey = s
	for _, fn := range p.exported() {
		w.run(fn)
		w.keepNodes(fn.Results()...)
		w.keepNodes(fn.Passed()...)
	}
	for _, v := range p.exportedVars() {
		w.keepNodes(p.in.Graph.Var(v))
	}
	return s
}

// outside returns what other packages pass to this one.
func (s *survey) outside() []any {
	var out []any
	for v := range s.from {
		if o, ok := v.(*flow.Object); ok {
			if call, outside := o.FromOutside(); outside && call == nil {
				out = append(out, o)
			}
		}
	}
	return out
}

// leadingToClients returns what may lead to clients, or to a function that decides on what becomes of one.
func (p *program) leadingToClients(s *survey) map[any]bool {
	for _, m := range p.makings {
		s.add(m.in)
	}
	for _, c := range p.in.Graph.Closings() {
		s.add(c.In)
	}
	toClients := s.leadingTo(s.ends)
	for _, c := range p.in.Graph.Calls() {
		if leads(p.in.Graph, c.Args, toClients) || leads(p.in.Graph, c.Results, toClients) {
			s.add(c.In)
		}
	}
	return s.leadingTo(s.ends)
}

// add makes f, and the functions that it is a literal of, ends.
func (s *survey) add(f *flow.Function) {
	for ; f != nil; f = f.Parent() {
		s.ends = append(s.ends, f)
	}
}
