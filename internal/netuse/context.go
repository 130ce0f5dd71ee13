package netuse

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A bound says whether something ends a dial that waits. Unbounded makes a finding, and so does callers, except for a default that they
// could replace ([dials.limits]). For code of another module the answer cannot be had, and a linter that is not sure is silent.
type bound uint8

const (
	unbounded bound = iota // nothing may
	bounded                // something does
	callers                // who calls an exported function may, by its context, or who set a field that has it
	unseen                 // that is the affair of another module's code
	waitless               // nothing has to: the network does not wait
	resolved               // net.Resolver does
	uncalled               // nothing has to: nobody calls the function that it is in
	parsed                 // perhaps nothing has to: the network may be unix, by a string of somebody else's
)

// ofContext returns what is known of the deadlines of the contexts that n holds: all of them must have one.
//
//	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
//	conn, err := d.DialContext(ctx, "tcp", addr)
//
// The parameter ctx and the variable after the assignment have nodes of their own (the analysis renames locals), so the outer context
// is not among them. A context that context.WithCancel or context.WithValue derives from another has the other's deadline, and
// context.WithoutCancel takes it off. Where two contexts meet, after an if statement that sets a deadline on one path, both are here.
//
// A function that code of another module calls may also come back from there, and be called with the contexts of whoever calls the
// package: these excuse it then.
//
// If no context is real, or none is known, the dial is unbounded: that nobody calls the function is not a limit.
func (d *dials) ofContext(n pointsto.Node) bound {
	return d.ofContexts(d.contexts(n), func(*pointsto.Object) bool { return false })
}

// ofContexts is ofContext for those of a list that are not left out.
func (d *dials) ofContexts(list []*pointsto.Object, leaveOut func(*pointsto.Object) bool) bound {
	var others, byCallers, byUnseen bool
	for _, o := range list {
		switch b, real := d.ofOneContext(o); {
		case !real, b == unbounded && leaveOut(o):
		case b == unbounded:
			return unbounded
		case b == callers:
			byCallers = true
		case b == unseen:
			byUnseen = true
		default:
			others = true
		}
	}
	switch {
	case byUnseen:
		return unseen
	case byCallers:
		return callers
	case others:
		return bounded
	}
	return unbounded
}

// isContext reports whether o is a context, and not a value in one: context.WithValue puts both in one node.
func isContext(o *pointsto.Object) bool {
	return o.MadeBy() != nil || pointsto.IsType(o.Type(), "context", "Context")
}

// contexts returns the contexts that n holds. A struct that embeds one has its deadline, unless it has a method Deadline of its own: then
// nothing is known of it.
func (d *dials) contexts(n pointsto.Node) (list []*pointsto.Object) {
	seen := make(map[*pointsto.Object]bool)
	var add func(n pointsto.Node)
	add = func(n pointsto.Node) {
		for _, o := range d.graph.At(n) {
			if seen[o] || !d.graph.Spend(1) {
				continue
			}
			seen[o] = true
			if isContext(o) {
				list = append(list, o)
				continue
			}
			if _, path, _ := types.LookupFieldOrMethod(o.Type(), true, d.syntax.pkg, "Deadline"); len(path) == 2 {
				o.Fields(func(v *types.Var, f pointsto.Node) {
					if v.Embedded() && pointsto.IsType(v.Type(), "context", "Context") {
						add(f)
					}
				})
			}
		}
	}
	add(n)
	return list
}

// ofOneContext returns what is known of context o. It is not real if it only stands for what other callers would pass, and there are none.
//
//	func knock(ctx context.Context, host string) error // ctx has a placeholder
//
// The placeholder is in the node of ctx beside what the calls in the package pass. It speaks for callers elsewhere, so it is asked
// who they can be ([dials.usesOf]): anybody, for an exported function; net.Resolver alone; code of another module; or nobody. In
// the last case the calls in the package are all there are, and it is skipped.
func (d *dials) ofOneContext(o *pointsto.Object) (b bound, real bool) {
	if fn := o.MadeBy(); fn != nil {
		switch e := catalog.EffectOf(fn.Pkg().Path(), pointsto.FuncKey(fn)); {
		case e == catalog.Bounded:
			return bounded, true
		case isDialBeside(o.In()):
			return callers, true
		}
		return unbounded, true
	}
	// Nothing is known of a context that a call returned, or that others have put into a field: those may have bounded it.
	f := o.Entry()
	if f == nil {
		if _, outside := o.FromOutside(); outside {
			return callers, !o.IsOwn()
		}
		return unbounded, true
	}
	u := d.usesOf(f)
	switch {
	case u.unbounded:
		return unbounded, true
	case u.callers:
		return callers, true
	case u.resolver:
		return bounded, true
	case u.unseen:
		return unseen, true
	}
	return unbounded, false
}

// isDialBeside reports whether f is a method Dial of a type with a method DialContext: who wants a limit calls that.
func isDialBeside(f *pointsto.Function) bool {
	if f == nil || f.Obj() == nil || f.Obj().Name() != "Dial" || f.Obj().Signature().Recv() == nil {
		return false
	}
	m, _, _ := types.LookupFieldOrMethod(f.Obj().Signature().Recv().Type(), true, f.Obj().Pkg(), "DialContext")
	fn, ok := m.(*types.Func)
	return ok && isDialContext(fn.Signature())
}

// uses says who calls a function, besides the calls in the package. calls are those in the package of function values that may be
// it: what they pass is known, so dials.bounded looks at each.
type uses struct {
	unbounded bool // code that gives it contexts without a deadline, or may
	callers   bool // importers of the package, who choose the context
	resolver  bool // net.Resolver, which gives it contexts with one
	unseen    bool // code of another module
	uncalled  bool // somebody has it who never calls it
	calls     []*pointsto.Call
}

// join adds v to u. Every way to call the function counts: the flags only ever turn on.
func (u *uses) join(v uses) {
	u.unbounded, u.callers, u.resolver = u.unbounded || v.unbounded, u.callers || v.callers, u.resolver || v.resolver
	u.unseen, u.uncalled = u.unseen || v.unseen, u.uncalled || v.uncalled
	u.calls = append(u.calls, v.calls...)
}

// usesOf returns who calls f, besides what names it. It is asked for each context and each dial inside of f, and remembers.
func (d *dials) usesOf(f *pointsto.Function) uses {
	if u, ok := d.used[f]; ok {
		return u
	}
	var u uses
	if fn := f.Obj(); fn != nil && fn.Exported() {
		u.join(d.exported(fn))
	}
	for _, o := range d.values[f] {
		u.join(d.usesOfValue(o))
	}
	d.used[f] = u
	return u
}

// exported returns who calls fn, which is exported. Whoever imports the package may pass context.Background(), so the context of an
// exported function has no deadline. In a program nobody imports it, and the calls in the package are all.
//
// An exported method of an unexported type is in between: it is called only by those who get a value of the type, by an interface
// for example.
//
//	type hook struct{}
//	func (hook) DialContext(ctx context.Context, network, addr string) (net.Conn, error)
//	...
//	other.Use(hook{})
func (d *dials) exported(fn *types.Func) (u uses) {
	recv := fn.Signature().Recv()
	if fn.Name() == "DialContext" && isDialContext(fn.Signature()) {
		u.unseen = true // who dials with it chooses the context, as with a net.Dialer
		return u
	}
	if recv == nil {
		u.callers = fn.Pkg().Name() != "main"
		return u
	}
	tn := pointsto.Named(recv.Type())
	if tn == nil || tn.Exported() && fn.Pkg().Name() != "main" {
		u.callers = true
		return u
	}
	return d.usesOfType(tn)
}

// usesOfType returns who gets values of type tn, and may call its methods.
func (d *dials) usesOfType(tn *types.TypeName) uses {
	if d.byType == nil {
		d.byType = make(map[*types.TypeName]uses)
		join := func(o *pointsto.Object, v uses) {
			if t := pointsto.Named(o.Type()); t != nil && d.graph.Spend(1) {
				u := d.byType[t]
				u.join(v)
				d.byType[t] = u
			}
		}
		for h := range d.graph.Leaving {
			if isKept(h) {
				continue
			}
			for _, o := range d.graph.At(h.Val) {
				join(o, d.handed(h, true))
			}
		}
		for o := range d.public {
			join(o, uses{callers: true})
		}
	}
	return d.byType[tn]
}

// usesOfValue returns who calls function value o: where it goes from the place at which it becomes one. It may end in an argument
// or a field of another package (leaving), in a result or a variable that importers see (results), or in a call here (dynamic).
func (d *dials) usesOfValue(o *pointsto.Object) (u uses) {
	if u, known := d.goesTo[o]; known {
		return u
	}
	takes := takesContext(o.Type())
	for n := range d.reached(o) {
		for _, h := range d.leaving[n] {
			if h.Owner != nil && h.Pkg.Path() == "net/http" && h.Owner.Name() == "Transport" && h.Field != nil && d.superseded(o, h.Field.Name()) {
				u.uncalled = true
			} else if !isKept(h) {
				u.join(d.handed(h, takes))
			}
		}
		u.unbounded = u.unbounded || d.results[n] || d.hidden[n] && !takes
		u.unseen = u.unseen || d.hidden[n] && takes
		u.calls = append(u.calls, d.dynamic[n]...)
		d.graph.Spend(1 + len(d.leaving[n]) + len(d.dynamic[n]))
	}
	d.goesTo[o] = u
	return u
}

// reached returns the nodes to which o goes from the place where it becomes a value. It follows the copies forward, and only to
// nodes that hold o, so a copy that keeps o out, as an assertion to another type, ends the way.
func (d *dials) reached(o *pointsto.Object) map[pointsto.Node]bool {
	seen := map[pointsto.Node]bool{}
	var visit func(n pointsto.Node)
	visit = func(n pointsto.Node) {
		if n == 0 || seen[n] || !d.graph.Spend(1) || !d.graph.Holds(n, o) {
			return
		}
		seen[n] = true
		d.graph.Next(n, visit)
	}
	visit(o.At())
	return seen
}

// handed returns what those do who get a function by h; takes says that the function takes a context.
//
//	&net.Resolver{Dial: dial}          // bounded: the resolver's queries have a limit
//	&http.Transport{DialContext: dial} // unbounded: net/http takes deadlines off
//	&other.Config{DialContext: dial}   // unseen
//
// A function without a context, as net.Dialer.Dial, cannot be bounded by whoever calls it. What another module does with one that
// takes a context is not seen, and counts as bounded, which is silent.
func (d *dials) handed(h pointsto.Handover, takes bool) (u uses) {
	switch {
	case h.Owner != nil && h.Pkg.Path() == "net" && h.Owner.Name() == "Resolver":
		u.resolver = true
	case pointsto.IsStd(h.Pkg) || !takes:
		u.unbounded = true
	default:
		u.unseen = true
	}
	return u
}

// takesContext reports whether t is the type of functions that take a context.
func takesContext(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && contextParam(sig) >= 0
}

// contextParam returns the index of the parameter of sig that is a context, -1 if there is none. The index is one into Call.Args,
// too, which has one node for each parameter.
func contextParam(sig *types.Signature) int {
	for i := range sig.Params().Len() {
		if pointsto.IsType(sig.Params().At(i).Type(), "context", "Context") {
			return i
		}
	}
	return -1
}
