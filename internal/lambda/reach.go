package lambda

import (
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/flow"
)

// A reach is what can be reached from a handler, or from an exported name: the functions that invocations run and the objects that
// outlive an invocation.
type reach struct {
	p        *program
	relevant map[any]bool // functions and objects that lead to what is asked for; nil if all may
	reset    map[*types.Var]bool
	mustRun  map[*flow.Function]bool // functions that each invocation runs

	runs          map[*flow.Function]bool
	perInvocation map[*flow.Function]bool // of those that run, the ones that more than one invocation runs
	retained      map[*flow.Object]bool
	order         []*flow.Object     // the retained ones as they were reached
	places        map[flow.Node]bool // that outlive an invocation
	pending       []*flow.Call       // registrations of retained objects

	uses                []token.Pos // of http.DefaultClient
	outlives, allocates []Client    // of other packages
}

// newReach returns an empty reach that goes only to what is relevant, or everywhere if relevant is nil.
func (p *program) newReach(relevant map[any]bool) *reach {
	return &reach{
		p:             p,
		relevant:      relevant,
		reset:         make(map[*types.Var]bool),
		mustRun:       make(map[*flow.Function]bool),
		runs:          make(map[*flow.Function]bool),
		perInvocation: make(map[*flow.Function]bool),
		retained:      make(map[*flow.Object]bool),
		places:        make(map[flow.Node]bool),
	}
}

func (r *reach) ofInterest(v any) bool { return r.relevant == nil || r.relevant[v] }

// resets notes the variables that f, which each invocation runs, sets before it looks at them.
func (r *reach) resets(f *flow.Function) {
	if r.mustRun[f] {
		return
	}
	r.mustRun[f] = true
	for _, m := range f.Mentions() {
		if m.Fn != nil && m.Always {
			if callee := r.p.in.Graph.Func(m.Fn); callee != nil {
				r.resets(callee)
			}
		}
	}
	for _, s := range r.p.in.Graph.VarStores() {
		// A function that looks at the variable first may leave it as it is.
		looks := func(m flow.Mention) bool { return m.Var == s.Var && m.Pos < s.Pos }
		if s.In == f && s.Always && !slices.ContainsFunc(f.Mentions(), looks) {
			r.reset[s.Var] = true
		}
	}
}

// run adds f, which invocations run: all of them, or one only.
func (r *reach) run(f *flow.Function, once bool) {
	once = once || r.p.lazy[f]
	if !r.ofInterest(f) || r.runs[f] && (once || r.perInvocation[f]) {
		return
	}
	r.runs[f] = true
	r.perInvocation[f] = !once
	refs := r.p.references(f)
	for _, callee := range refs.runs {
		r.run(callee, once)
	}
	for _, ref := range refs.vars {
		// If invocations run the function around, too, each has a variable of its own.
		if !r.reset[ref.v] && !r.runsAround(ref.around) {
			r.retainPlaces(r.p.in.Graph.Var(ref.v))
		}
	}
	r.add(refs, once)
}

// add adds the clients among refs.
func (r *reach) add(refs *references, once bool) {
	r.uses = append(r.uses, refs.uses...)
	r.outlives = append(r.outlives, refs.outlives...)
	if !once {
		r.allocates = append(r.allocates, refs.allocates...)
	}
}

// retainPlaces adds places that outlive an invocation, with what they hold.
func (r *reach) retainPlaces(places ...flow.Node) {
	for _, n := range places {
		r.places[n] = true
		r.retain(r.p.in.Graph.At(n)...)
	}
}

// retain adds objects that outlive an invocation, and with each what it holds. Each invocation may run their methods.
func (r *reach) retain(objects ...*flow.Object) {
	for _, o := range objects {
		if !r.ofInterest(o) || r.retained[o] {
			continue
		}
		r.retained[o] = true
		r.order = append(r.order, o)
		refs := r.p.references(o)
		for _, f := range refs.runs {
			r.run(f, false)
		}
		r.add(refs, false)
		r.retainPlaces(refs.retained...)
		r.retain(refs.objects...)
		r.pending = append(r.pending, refs.registered...)
	}
}

// register adds what was given, before the first invocation, to the methods of retained objects: handlers to a mux, options to a
// builder. They retain it.
func (r *reach) register() {
	for len(r.pending) > 0 {
		c := r.pending[0]
		r.pending = r.pending[1:]
		if !r.runsAround(c.In) {
			r.retainPlaces(c.Args...)
			r.retain(c.Returned()...)
		}
	}
}

// runsAround reports whether invocations run f or a function around it.
func (r *reach) runsAround(f *flow.Function) bool {
	for ; f != nil; f = f.Parent() {
		if r.runs[f] {
			return true
		}
	}
	return false
}

// outliving returns the clients that outlive an invocation: those of this package with positions, those of others without.
func (r *reach) outliving() []found {
	r.register()
	var out []found
	for _, o := range r.order {
		f, ok := r.p.clients.outlives[o]
		owned := slices.ContainsFunc(r.p.clients.owners[o], func(client *flow.Object) bool { return r.retained[client] })
		if ok && !owned && !r.p.staysLocal(o) && !(f.Rule == Default && r.p.defaultTuned) && !r.closes([]*flow.Object{o}) {
			out = append(out, f)
		}
	}
	if len(r.uses) > 0 && !r.closes(r.p.defaultClient) {
		first := slices.Min(r.uses)
		out = append(out, found{Client: Client{Place: r.p.in.place(first), Type: r.p.in.Written(first), Rule: Default}, pos: first, end: first})
	}
	return append(out, elsewhere(r.outlives)...)
}

// elsewhere returns the clients of other packages.
func elsewhere(clients []Client) []found {
	var out []found
	for _, c := range clients {
		out = append(out, found{Client: c})
	}
	return out
}

// closes reports whether invocations always close the idle connections of one of objects, or of its transport.
func (r *reach) closes(objects []*flow.Object) bool {
	g := r.p.in.Graph
	all := r.p.withFields(objects)
	for _, c := range r.p.in.Net.Closings() {
		closed := func(o *flow.Object) bool { return slices.Contains(all, o) }
		if c.Always() && (r.runsAround(c.In) || r.p.beforeFreeze[c.In]) && slices.ContainsFunc(g.At(c.Recv), closed) {
			return true
		}
	}
	return false
}
