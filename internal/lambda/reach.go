package lambda

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A reach is what can be reached from a handler, or from an exported name: the functions that invocations run and the objects that
// outlive an invocation. It is a walk without modes: its users differ in where they begin, in what is relevant, and in the birth.
//
// Invariants: runs, retained and places only grow; a function is visited at most twice, once as one that a single invocation runs and once
// as one that each runs; each visit takes a step of the budget. The answers (outliving, allocated, closedSites) are complete only after
// settle, which outliving calls; so that is asked first.
type reach struct {
	p        *program
	relevant map[any]bool // functions and objects that lead to what is asked for; nil if all may
	birth    *birth       // of the objects, nil if all that reach a place can be there
	reset    map[*types.Var]bool
	mustRun  map[*pointsto.Function]bool // functions that each invocation runs

	runs          map[*pointsto.Function]bool
	perInvocation map[*pointsto.Function]bool // of those that run, the ones that more than one invocation runs
	retained      map[*pointsto.Object]bool
	served        map[*pointsto.Object]bool // of those, the ones whose methods code that cannot be seen runs
	order         []*pointsto.Object        // the retained ones as they were reached
	places        map[pointsto.Node]bool    // that outlive an invocation
	registered    []registration            // for retained objects
	unborn        []func() bool             // what waits for a function to run that makes it; they report whether that came to pass

	unsure   []*pointsto.Function // methods that run if others pass a value that has them
	guessing bool                 // they do

	uses                []found         // of the pool of http.DefaultTransport
	outlives, allocates []Client        // of other packages
	called, offered     []Client        // likewise: see Effect
	closed              map[string]bool // keys of clients of other packages

	trail *trail // nil unless somebody asks why
}

// newReach returns an empty reach that goes only to what is relevant, or everywhere if relevant is nil.
func (p *program) newReach(relevant map[any]bool, b *birth) *reach {
	return &reach{
		p:             p,
		relevant:      relevant,
		birth:         b,
		reset:         make(map[*types.Var]bool),
		mustRun:       make(map[*pointsto.Function]bool),
		runs:          make(map[*pointsto.Function]bool),
		perInvocation: make(map[*pointsto.Function]bool),
		retained:      make(map[*pointsto.Object]bool),
		served:        make(map[*pointsto.Object]bool),
		places:        make(map[pointsto.Node]bool),
		closed:        make(map[string]bool),
		trail:         newTrail(p.in.Explain),
	}
}

// ofInterest reports whether the walk goes to v: a function or an object.
func (r *reach) ofInterest(v any) bool { return r.relevant == nil || r.relevant[v] }

// resets notes the variables that f, which each invocation runs, sets before it looks at them: rule 6. It has to be called for all handlers
// before the first run, as run asks for them. Only functions that are declared and mentioned outside of branches
// and loops are followed. One that is mentioned and not called counts as called, which errs on the side of silence.
//
//	func handle(ctx context.Context, body string) error {
//		client = newClient() // each invocation has its own: nothing is kept
//		...
//
// A function that an invocation runs earlier and that looks at the variable is not considered, which errs on the side of silence.
func (r *reach) resets(f *pointsto.Function) {
	if r.mustRun[f] {
		return
	}
	r.mustRun[f] = true
	for _, m := range f.References() {
		if m.Fn != nil && m.Always {
			if callee := r.p.in.Graph.Func(m.Fn); callee != nil {
				r.resets(callee)
			}
		}
	}
	first := firstLooks(f)
	for _, s := range r.p.storesIn[f] {
		// A function that looks at the variable first may leave it as it is.
		if s.Always && !first.before(s) {
			r.reset[s.Var] = true
		}
	}
}

// run adds f, which invocations run: all of them, or one only. Once is handed on to what f runs, and a function that runs once from here
// and often from there counts as one that runs often: leaks are about the latter.
func (r *reach) run(f *pointsto.Function, once bool) {
	once = once || r.p.lazy[f]
	if !r.ofInterest(f) || r.runs[f] && (once || r.perInvocation[f]) || !r.p.step() {
		return
	}
	r.runs[f] = true
	r.perInvocation[f] = !once
	r.trail.reached(f)
	defer r.trail.from(f)()
	if r.birth != nil {
		r.birth.add(f)
	}
	refs := r.p.references(f)
	for _, callee := range refs.runs {
		r.run(callee, once)
	}
	r.call(refs.calls, once)
	r.mayRun(refs.unsure)
	r.keep(refs)
	for _, ref := range refs.vars {
		// If invocations run the function that declares it, too, each has a variable of its own.
		if !r.reset[ref.v] && !r.runsAround(ref.owner) {
			r.places[r.p.in.Graph.Var(ref.v)] = true
			for _, o := range r.p.in.Graph.At(r.p.in.Graph.Var(ref.v)) {
				// In a summary nobody knows what ran before. The birth says nothing of who filled a variable of the package.
				if ref.owner == nil && (r.birth == nil || !r.birth.whole) {
					r.retainNow(o) // whoever set the variable, it is there
				} else {
					r.retain(o)
				}
			}
		}
	}
	r.add(refs, once)
}

// call adds what calls of methods run, as far as there are receivers: rules 3 and 4. A receiver that is born later, when the walk has come
// to what makes it, is taken up then ([reach.settle]): the order in which the walk goes does not matter.
func (r *reach) call(calls []dispatch, once bool) {
	for i := range calls {
		if !r.p.step() {
			return
		}
		d := &calls[i]
		r.whenBorn(d.recv, func() {
			if d.fn != nil {
				r.run(d.fn, once)
			}
			if d.refs != nil {
				r.add(d.refs, once)
			}
		})
	}
}

// whenBorn does what is to be done once o can have come to be: now, or in settle, when a function that makes it was found to run. What
// is never born is never done, and that is how what other callers pass stays out.
func (r *reach) whenBorn(o *pointsto.Object, do func()) {
	if r.birth == nil || r.birth.has(o) {
		do()
		return
	}
	now := r.trail.at()
	r.unborn = append(r.unborn, func() bool {
		if r.birth != nil && !r.birth.has(o) {
			return false
		}
		defer r.trail.from(now)()
		do()
		return true
	})
}

// add adds the clients among refs. What only one invocation runs leaks once, so it allocates nothing that counts (rule 7); what it keeps
// outlives invocations all the same.
func (r *reach) add(refs *references, once bool) {
	r.trail.found(refs)
	r.uses = append(r.uses, refs.uses...)
	r.outlives = append(r.outlives, refs.outlives...)
	r.called = append(r.called, refs.called...)
	r.offered = append(r.offered, refs.offered...)
	for _, c := range refs.closes {
		r.closed[c.key()] = true
	}
	if !once {
		r.allocates = append(r.allocates, refs.allocates...)
	}
}

// retainPlaces adds places that outlive an invocation, with what they hold. The places matter by themselves, too: an allocation that
// gets to one is kept ([reach.follow]).
func (r *reach) retainPlaces(places ...pointsto.Node) {
	for _, n := range places {
		r.places[n] = true
		r.retain(r.p.in.Graph.At(n)...)
	}
}

// retain adds objects that outlive an invocation, if they can have come to be.
func (r *reach) retain(objects ...*pointsto.Object) {
	for _, o := range objects {
		if r.ofInterest(o) && !r.retained[o] {
			r.whenBorn(o, func() { r.retainNow(o) })
		}
	}
}

// serve adds objects that outlive an invocation and whose methods invocations run: handlers, what is registered on a mux, and what was
// given to unknown code. Their methods run in each invocation, so what these drop leaks. Of other retained objects that is not sure
// ([reach.retainNow]).
func (r *reach) serve(objects ...*pointsto.Object) {
	for _, o := range objects {
		r.retain(o)
		if !r.ofInterest(o) || r.served[o] {
			continue
		}
		r.served[o] = true
		r.whenBorn(o, func() {
			defer r.trail.from(o)()
			refs := r.p.references(o)
			for _, f := range refs.methods {
				r.run(f, false)
			}
			if refs.typed != nil {
				r.add(refs.typed, false)
			}
		})
	}
}

// retainNow adds an object that outlives an invocation, with what it holds. That invocations run its methods, their callers tell.
func (r *reach) retainNow(o *pointsto.Object) {
	if !r.ofInterest(o) || r.retained[o] || !r.p.step() {
		return
	}
	r.retained[o] = true
	r.trail.reached(o)
	defer r.trail.from(o)()
	r.order = append(r.order, o)
	refs := r.p.references(o)
	for _, f := range refs.runs {
		r.run(f, false)
	}
	r.keep(refs)
	r.call(refs.calls, false)
	r.add(refs, false)
	r.serve(refs.objects...)
	for _, s := range refs.stored {
		r.places[s.place] = true
		r.retain(s.o)
	}
	r.register(refs.registered...)
}

// register adds calls that may leave something in what outlives an invocation.
func (r *reach) register(regs ...registration) {
	for _, reg := range regs {
		r.trail.reached(reg)
	}
	r.registered = append(r.registered, regs...)
}

// keep adds the places of refs that outlive an invocation, with what they hold.
func (r *reach) keep(refs *references) {
	r.retainPlaces(refs.retained...)
	for _, n := range refs.given {
		r.places[n] = true
		r.serve(r.p.in.Graph.At(n)...)
	}
}

// mayRun adds methods that run if others pass a value that has them: now or never, or in guess.
func (r *reach) mayRun(methods []*pointsto.Function) {
	if !r.guessing {
		r.unsure = append(r.unsure, methods...)
		return
	}
	for _, f := range methods {
		r.run(f, false)
	}
}

// guess goes on to all that runs if other packages make the values for it: what Calls of an [Effect] has.
func (r *reach) guess() {
	r.guessing, r.birth = true, nil
	r.mayRun(r.unsure)
	r.settle()
}

// runMethods goes on to all that runs if other packages call each method of what outlives invocations: what Offers of an [Effect] has.
func (r *reach) runMethods() {
	for i := 0; ; i++ {
		if i == len(r.order) {
			r.settle()
		}
		if i == len(r.order) || !r.p.step() {
			return
		}
		leave := r.trail.from(r.order[i])
		for _, f := range r.p.references(r.order[i]).methods {
			r.run(f, false)
			r.plugins(f, make(map[*pointsto.Function]bool))
		}
		leave()
	}
}

// plugins adds what method f of a retained object calls through interfaces. Whether another package calls f, it knows by itself; which
// values are behind the interfaces, it does not.
//
//	type Service struct{ backend backend } // an interface with a method send
//
//	func New() *Service            { return &Service{&webhook{&http.Client{}}} }
//	func (s *Service) Notify() error { return s.backend.send() } // that it runs webhook.send is known here only
func (r *reach) plugins(f *pointsto.Function, seen map[*pointsto.Function]bool) {
	if seen[f] || !r.ofInterest(f) {
		return
	}
	seen[f] = true
	refs := r.p.references(f)
	r.call(refs.calls, false)
	for _, callee := range refs.runs {
		r.plugins(callee, seen)
	}
}

// settle adds what depends on what was reached: what was given, before the first invocation, to the methods of retained objects, and
// what is made by functions that were reached later. It goes on until nothing changes: each round takes registrations away or
// finishes something that waits, and steps bound it.
//
//	recent.PushFront(client)         // in the handler, on a list: not retained, as it is never used again
//	mux.Handle("/", &api{client: c}) // in main: the methods of api run in invocations
//
// What an invocation gives to such a method is left to rule 9: it is of that invocation.
func (r *reach) settle() {
	for progress := true; progress; {
		progress = false
		for len(r.registered) > 0 {
			reg := r.registered[0]
			c := reg.call
			r.registered = r.registered[1:]
			if !r.runsAround(c.In) || r.p.isShared(c) {
				leave := r.trail.from(reg)
				refs := r.p.references(reg)
				r.keep(refs)
				r.call(refs.calls, false)
				r.add(refs, false)
				r.retain(refs.objects...)
				leave()
				progress = true
			}
		}
		waiting := r.unborn
		r.unborn = nil
		for _, retry := range waiting {
			if r.p.step() && retry() {
				progress = true
			} else {
				r.unborn = append(r.unborn, retry)
			}
		}
	}
}

// runsAround reports whether invocations run f or a function around it.
func (r *reach) runsAround(f *pointsto.Function) bool {
	for ; f != nil; f = f.Parent() {
		if r.runs[f] {
			return true
		}
	}
	return false
}

// outliving returns the clients that outlive an invocation: those of this package with positions, those of others without. What is left
// out here is rule 8, and what another finding says: a transport is reported at the client that uses it. A transport that no client holds
// has a finding of its own.
func (r *reach) outliving() []found {
	r.settle()
	var out []found
	for _, o := range r.order {
		if !r.p.step() {
			break
		}
		f, ok := r.p.clients.outlives[o]
		if ok && !r.isOwned(o) && !r.p.requests.staysLocal(o) && !(f.Rule == Default && r.p.defaultPool.tuned) && !r.closes(o) {
			out = append(out, f)
		}
	}
	if uses := r.poolUses(); len(uses) > 0 {
		out = append(out, slices.MinFunc(uses, worse))
	}
	return append(out, slices.DeleteFunc(elsewhere(append(r.outlives, r.met(false)...)), func(f found) bool {
		if r.closed[f.key()] && r.relevant == nil {
			r.p.heard[f.key()] = "invocations close its idle connections"
		}
		return r.closed[f.key()]
	})...)
}

// isOwned reports whether transport o is reported at a client that uses it, which has to outlive an invocation as well.
func (r *reach) isOwned(o *pointsto.Object) bool {
	return slices.ContainsFunc(r.p.clients.owners[o], func(client *pointsto.Object) bool { return r.retained[client] })
}

// met returns the clients that are called and offered: those that each call drops, or the others.
func (r *reach) met(dropped bool) []Client {
	offered := make(map[string]bool)
	for _, c := range r.offered {
		offered[c.key()] = true
	}
	return slices.DeleteFunc(slices.Clone(r.called), func(c Client) bool { return !offered[c.key()] || (c.Rule == Leak) != dropped })
}

// poolUses returns the uses of http.DefaultTransport's pool. Of these a package reports the first whose requests net/http does not repeat
// by itself, or else the first. A client that each invocation makes is one, as the pool on which it sends outlives the client.
func (r *reach) poolUses() []found {
	if r.p.defaultPool.tuned || r.closes(r.p.defaultPool.objects...) {
		return nil
	}
	uses := slices.Clip(r.uses)
	for _, o := range r.p.clients.shared {
		if r.perInvocation[o.In()] && !r.retained[o] && !r.p.requests.staysLocal(o) && !r.closes(o) {
			f := r.p.clients.outlives[o]
			f.Pool, f.Safe = true, r.p.requests.readsOnly(nil, o.At())
			uses = append(uses, f)
		}
	}
	return uses
}

// worse orders uses of a pool: those first whose requests are not repeated, and then by place.
func worse(a, b found) int {
	if a.Safe != b.Safe {
		if b.Safe {
			return -1
		}
		return 1
	}
	if a.pos != b.pos {
		return int(a.pos) - int(b.pos)
	}
	return comparePlaces(a.Place, b.Place)
}

// elsewhere returns the clients of other packages.
func elsewhere(clients []Client) []found {
	var out []found
	for _, c := range clients {
		out = append(out, found{Client: c})
	}
	return out
}

// closes reports whether invocations always close the idle connections of one of objects, or of its transport: rule 8. A closing counts
// if the function that has it runs, not if each invocation runs it, which errs on the side of silence. The functions that the runtime
// calls before each freeze count, too. One that is given to lambda.WithEnableSIGTERM does not, as it runs at the end of the process.
func (r *reach) closes(objects ...*pointsto.Object) bool {
	run := func(f *pointsto.Function) bool { return r.runsAround(f) || r.p.closings.beforeFreeze[f] }
	for _, o := range withFields(r.p.in.Graph, objects) {
		for _, e := range r.p.closings.by.At(o) {
			if r.p.in.Graph.Spend(len(e.Noted)) && slices.ContainsFunc(e.Noted, run) {
				return true
			}
		}
	}
	return false
}
