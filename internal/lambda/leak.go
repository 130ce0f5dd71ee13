package lambda

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// An allocation is a place where transports that keep their connections come into being: a literal, or a call of another package's
// function that allocates them and returns what holds them. Allocations are found before the walk, for the package as a whole; the walk
// decides which of them invocations run.
//
//	c := &http.Client{Transport: &http.Transport{}} // one here, made
//	s := api.New()                                  // one here, by the call, if the fact of api says that New returns a new client
type allocation struct {
	in      *pointsto.Function
	at      []pointsto.Node // where they are then
	clients []found
	made    *pointsto.Object // nil if another package makes it
	call    *pointsto.Call   // by which it does then
}

// findAllocations returns the allocations in functions of the package. A call is left out where the package that makes it does something
// about it: it passes a client of its own, sets a limit in what came back, or closes that. These are asked of the package as a whole,
// not of the path on which the result goes, which errs on the side of silence.
func (p *program) findAllocations() []allocation {
	var out []allocation
	for _, s := range p.in.Sites {
		if f, ok := p.clients.leaks[s.Object()]; ok && s.In() != nil && !p.closings.elsewhere[s.Object()] {
			out = append(out, allocation{s.In(), []pointsto.Node{s.Object().At()}, []found{f}, s.Object(), nil})
		}
	}
	for _, c := range p.in.Graph.Calls() {
		if c.In == nil {
			continue
		}
		e, f := p.funcEffect(c.Fn)
		if e == nil || len(e.Returns) == 0 || p.choices.made(c) || p.closings.result(c) {
			continue
		}
		a := allocation{in: c.In, at: values(c.Fn.Signature(), c.Results), call: c}
		for _, client := range f.pick(e.Returns) {
			a.clients = append(a.clients, found{Client: client})
		}
		out = append(out, a)
	}
	return out
}

// values returns the results of a call that are no errors, which nobody keeps connections in.
func values(sig *types.Signature, results []pointsto.Node) []pointsto.Node {
	var out []pointsto.Node
	for i, n := range results {
		if !pointsto.IsError(sig.Results().At(i).Type()) {
			out = append(out, n)
		}
	}
	return out
}

// allocated returns the transports that each invocation allocates: those that it drops, and those that it returns from root, the
// function that is summarized, nil if none is. It is asked after outliving, when places and runs are complete. Dropped here is a finding, or
// Allocates of the fact; returned is Returns of the fact, and up to the caller, which finds an allocation in its call.
func (r *reach) allocated(root *pointsto.Function) (dropped, returned []found) {
	passed := make(map[*pointsto.Object]bool) // what the callers of root pass to it
	if root != nil {
		for _, n := range append([]pointsto.Node{root.Recv()}, root.Params()...) {
			for _, o := range r.p.in.Graph.At(n) {
				passed[o] = true
			}
		}
	}
	r.p.in.Graph.Spend(len(r.p.allocations) / 16)
	for _, a := range r.p.allocations {
		if !r.perInvocation[a.in] {
			continue
		}
		drops, returns := r.disposition(a, root, passed)
		if drops {
			dropped = append(dropped, a.clients...)
		}
		if returns {
			returned = append(returned, a.clients...)
		}
	}
	return append(dropped, elsewhere(append(r.allocates, r.met(true)...))...), returned
}

// disposition reports what becomes of what a allocates. A function that is called before the first invocation and in each may do
// both: something that is kept there, and something that is dropped here. What a caller closes is neither.
//
//	func newClient() *http.Client { return &http.Client{Transport: &http.Transport{}} }
//
//	func handle() {
//		once.Do(func() { shared = newClient() }) // kept: no leak
//		newClient().Post(...)                    // dropped: a leak
//	}
//
// It goes up from the allocation: if the function returns it, each caller that invocations run is asked in turn. This is the one place
// where calls of one function are told apart. Recursion is ended by seen.
func (r *reach) disposition(a allocation, root *pointsto.Function, passed map[*pointsto.Object]bool) (dropped, returned bool) {
	seen := make(map[*pointsto.Function]bool)
	var visit func(f *pointsto.Function, at []pointsto.Node)
	visit = func(f *pointsto.Function, at []pointsto.Node) {
		kept, out := r.follow(f, at, passed)
		switch {
		case kept:
		case !out:
			dropped = true
		case f == root:
			returned = true
		case !seen[f]:
			seen[f] = true
			calls := f.Calls()
			if !r.p.in.Graph.Spend(len(calls)) {
				return
			}
			for _, c := range calls {
				if r.runsAround(c.In) && !r.p.in.Net.ClosesBehind(c, a.made) {
					visit(c.In, values(f.Signature(), c.Results))
				}
			}
		}
	}
	visit(a.in, a.at)
	return dropped, returned
}

// follow reports whether f, and what it calls, put what is at the given places where it is kept, and whether f returns it. What
// ends up in passed is the caller's to drop. It is a forward walk along the copies of the solved graph, from node to node, and
// the objects on the way do not matter, apart from those whose fields the nodes are. Kept ends it at once: one way to be kept is
// enough, which errs on the side of silence.
func (r *reach) follow(f *pointsto.Function, at []pointsto.Node, passed map[*pointsto.Object]bool) (kept, returned bool) {
	g := r.p.in.Graph
	seen := make(map[pointsto.Node]bool)
	for len(at) > 0 {
		n := at[len(at)-1]
		at = at[:len(at)-1]
		if n == 0 || seen[n] || !r.p.step() {
			continue
		}
		seen[n] = true
		owner := g.Owner(n)
		if r.p.copied.isField(g, owner, n) {
			continue // the copy is gone when the method returns
		}
		if passed[owner] || isGiven(owner, r.p.in.Pkg) {
			return true, false
		}
		// What a field holds shares the fate of the struct: of this one, not of others that the same code makes.
		whole := r.madeFor(f, owner)
		if r.places[n] && len(whole) == 0 {
			return true, false
		}
		at = append(at, whole...)
		passedOn, gone := r.p.passedTo(n)
		if gone {
			return true, false
		}
		at = append(at, passedOn...)
		if r.p.resultOf[n] == f {
			returned = true
			continue // where calls of f take it is no matter
		}
		g.Next(n, func(next pointsto.Node) { at = append(at, next) })
	}
	return false, returned
}

// passedTo returns where code of other packages may retain what is at n, which it is given: in what it returns, or in what a method is
// called on. Gone says that it retains it itself, to all appearance.
func (p *program) passedTo(n pointsto.Node) (at []pointsto.Node, gone bool) {
	for _, c := range p.argOf[n] {
		if pointsto.IsStd(c.Fn.Pkg()) {
			continue
		}
		fact, seen := p.fact(c.Fn.Pkg())
		results := values(c.Fn.Signature(), c.Results)
		if !seen {
			at = append(append(at, results...), c.Recv)
			gone = gone || len(results) == 0 && c.Recv == 0
			continue
		}
		if e := fact.effect(pointsto.FuncKey(c.Fn)); e != nil {
			for _, i := range e.Retains {
				if i >= 0 && c.Args[i] == n {
					at = append(at, results...)
				}
			}
		}
	}
	return at, gone
}

// isGiven reports whether o, of another package's type, is a value of code that is not in pkg. That decides how long it lasts. A
// handler that is exported gets such values as its parameters, and what it puts into one of them is not reported.
func isGiven(o *pointsto.Object, pkg *types.Package) bool {
	if o == nil {
		return false
	}
	call, outside := o.FromOutside()
	n, ok := types.Unalias(o.Type()).(*types.Named)
	return outside && call == nil && ok && n.Obj().Pkg() != pkg
}

// madeFor returns where o is once f has made it, itself or by calling a function. There is no such place if f found o, as the receiver of a
// method that invocations do not make: then the field is one of what outlives the invocation, and what is put there is kept.
//
//	j := newJobs(base)     // made for handle
//	j.client = newClient() // shares the fate of j: dropped
func (r *reach) madeFor(f *pointsto.Function, o *pointsto.Object) []pointsto.Node {
	if o == nil || !r.runsAround(o.In()) {
		return nil
	}
	if f.Within(o.In()) || o.In().Within(f) {
		return []pointsto.Node{o.At()}
	}
	var out []pointsto.Node
	for _, results := range r.p.callsIn[f] {
		for _, n := range results {
			if r.p.step() && r.p.in.Graph.Holds(n, o) {
				out = append(out, n)
			}
		}
	}
	return out
}
