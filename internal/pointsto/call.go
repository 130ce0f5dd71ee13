package pointsto

import (
	"fmt"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
)

// A generator turns the syntax of one package into constraints.
//
// It has the state of one package: what is the same wherever the reader stands. Where the reader stands is in [scope] and [reader], which are
// passed by value.
type generator struct {
	*heap
	in   Input
	info *types.Info

	functions []*Function
	funcs     map[*types.Func]*Function
	instances map[*types.TypeParam][]types.Type // which struct types the package gives to type parameters
	sites     []*Site
	dropped   []*Site // of them, those that are not judged

	callSites    []*callSite
	impls        map[*types.Func]*implementers
	allCalls     []*Call
	outsideCalls []*Call // of functions of other packages
	methodValues []MethodValue
	handedOver   []Handover
	panicked     Node // what panics have; 0 if there are none
	recovers     bool
	made         map[token.Pos][]*Site // by literals and new
	used         map[*types.Var]bool   // that are named somewhere, once somebody asks

	varStores   []VarStore
	fieldStores []FieldStore
	fieldWrites []fieldWrite
	captured    map[*types.Var]Node          // what locals that literals use ever hold, with a call graph
	declared    []*types.TypeName            // once somebody asks
	makersOf    map[*types.TypeName][]string // of the package's own types, once somebody asks
	configured  map[string]bool              // packages that have a variable which this one assigns to
	pool        pool                         // of containers for dependency injection
	globals     map[*types.Var]token.Pos     // variables of other packages, and where they are first referred to
}

// A pool holds what a container for dependency injection has, by type.
//
//	fx.Provide(newClient, newAPI) // pool[*Client] ⊇ newClient#0, newAPI.c ⊇ pool[*Client], pool[*API] ⊇ newAPI#0
//
// All containers of a package share one.
type pool struct {
	nodes typeutil.Map // types.Type -> Node
	types []types.Type // of nodes, in the order in which they were asked for
	loose []types.Type // of these, those that [catalog.Container.As] is about
	seen  map[*Object]bool
}

// A scope is where code stands: a function and a region of it. It is passed down, and kept by the constraints that are resolved later.
//
// Those constraints run while solving, long after the reader has moved on. If they asked the generator where code stands, they would be
// told of some other function.
type scope struct {
	*generator
	fn     *Function // nil for the initializer of a package variable
	region *Region
}

// newCall records a call.
func (s scope) newCall(fn *types.Func, sig *types.Signature, recv Node, args, results []Node) *Call {
	c := &Call{Fn: fn, Sig: sig, In: s.fn, Region: s.region, Recv: recv, Args: args, Results: results}
	s.allCalls = append(s.allCalls, c)
	return c
}

// A callSite is a call of a function value or an interface method. Which functions it runs turns out while solving.
//
// For
//
//	run := func(t *T) { t.Idle = 1 }
//	run(x)
//
// the constraint on run's node finds the literal, and connects x with its parameter. The map keeps each callee connected once, whatever
// number of objects lead to it.
type callSite struct {
	scope
	sig           *types.Signature
	args, results []Node
	recv          map[any]Node // for each callee, a *Function or *types.Func, the receivers; nil, and a package, stand for unknown ones
	abstract      map[abstractCall]bool
	cause         cause
}

func (s scope) newCallSite(sig *types.Signature, args, results []Node) *callSite {
	c := &callSite{scope: s, sig: sig, args: args, results: results, recv: make(map[any]Node), abstract: make(map[abstractCall]bool), cause: s.trace.cause()}
	s.callSites = append(s.callSites, c)
	return c
}

// bind connects c with f, the function that it runs.
//
//	f.params ⊇ c.args, c.results ⊇ f.results
//
// It may run before the body of f is read, or after: parameters and results have their nodes from [generator.newFunction], and parameters
// that f turns out to return later are connected by [reader.returnsParam].
func (g *generator) bind(f *Function, c resolvedCall) {
	defer g.trace.calling(f, c.pos)()
	if f.recv != 0 {
		g.alias(c.recv, f.recv, f.sig.Recv().Type())
	}
	for i, p := range f.params {
		g.alias(c.args[i], p, f.sig.Params().At(i).Type())
	}
	for i, r := range f.results {
		g.alias(r, c.results[i], f.sig.Results().At(i).Type())
	}
	f.calls = append(f.calls, c)
	for _, p := range f.returned {
		g.returnParam(c, p)
	}
}

// returnParam connects a result of c with the operand that it is: what came in by a parameter and goes out again comes back only to
// the call that passed it.
func (g *generator) returnParam(c resolvedCall, p returnedParam) {
	if p.param < 0 {
		g.copy(c.recv, c.results[p.result])
	} else {
		g.copy(c.args[p.param], c.results[p.result])
	}
}

// callStatic reads c, a call of fn.
// This is rule 8.
//
// Of a method it is the one that the static type has, found by go/types; methods of interfaces go to [scope.callInterface].
func (s scope) callStatic(fn *types.Func, c *Call) {
	if f := s.funcs[fn.Origin()]; f != nil {
		s.bind(f, resolvedCall{s.fn, s.region, c.Recv, c.Args, c.Results, s.trace.pos()})
		return
	}
	if fn.Pkg() == s.pkg {
		s.bodiless(fn, c)
		return
	}
	s.external(fn, c)
}

// bodiless reads c, a call of a function of this package whose body cannot be seen: it is assembly, or in a file that does not count.
//
// It errs towards silence: what such a function sees as a tracked type counts as configured.
func (s scope) bodiless(fn *types.Func, c *Call) {
	defer s.trace.about(fn)()
	sig := fn.Signature()
	s.unknownArgs(sig, c.Args)
	if r := sig.Recv(); r != nil && s.isTracked(element(r.Type())) != nil {
		s.constrain(c.Recv, mark{what: escapesNow})
	}
	for i, r := range c.Results {
		s.fromOutside(r, sig.Results().At(i).Type(), &placeholder{})
	}
}

// callValue reads the call of the functions that fun holds.
func (s scope) callValue(fun Node, sig *types.Signature, args, results []Node) *callSite {
	if fun == 0 {
		return nil
	}
	c := s.newCallSite(sig, args, results)
	s.constrain(fun, call{c})
	return c
}

// A call runs the functions that b holds.
//
//	o.params ⊇ args, results ⊇ o.results for o ∈ b
//
// A function object of another shape is skipped. It is there because a node may hold what the types exclude (rule 2, keys of maps). A
// placeholder is an unknown function, which may configure what it gets, and return what its package retains.
type call struct{ *callSite }

func (c call) String() string { return fmt.Sprintf("call%v → %v", c.args, c.results) }

func (c call) apply(_ *heap, o *Object) {
	if s, ok := o.typ.(*types.Signature); ok && !sameShape(s, c.sig) {
		return
	}
	site, recv := *c.callSite, o.recv
	if o.methodExpr && len(c.args) > 0 { // otherwise it got its receiver where that cannot be seen
		recv, site.args = c.args[0], c.args[1:]
	}
	switch {
	case o.fn != nil:
		site.function(o.fn, recv)
	case o.ext != nil && isAbstract(o.ext):
		key := abstractCall{o.ext, recv}
		if !c.abstract[key] {
			c.abstract[key] = true
			c.callInterface(o.ext, recv, site.args, c.results, nil)
		}
	case o.ext != nil:
		site.method(o.ext, recv)
	case o.from != nil:
		c.unknown()
		c.retained(o.from.pkg, nil)
	}
}

// An abstractCall is the call of a method value of an interface.
type abstractCall struct {
	fn   *types.Func
	recv Node
}

// callInterface reads the call of method fn through an interface, which is in the source as by; nil if it is not there.
//
// Types whose values the heap does not follow (`type logger int`) leave no objects in the receiver, so their methods are called whether
// such a value arrives or not. That is imprecise, and errs towards silence.
func (s scope) callInterface(fn *types.Func, recv Node, args, results []Node, by *Call) {
	defer s.trace.about(fn)()
	if effectOf(fn) == catalog.Yields {
		s.fromOutside(results[0], fn.Signature().Results().At(0).Type(), &placeholder{pkg: fn.Pkg()})
	}
	if recv == 0 {
		return
	}
	c := s.newCallSite(fn.Signature(), args, results)
	impls := s.implementers(fn)
	for _, f := range impls.untracked {
		var r Node
		if isContainer(f.sig.Recv().Type()) {
			r = recv
		}
		c.function(f, r)
	}
	s.constrain(recv, invoke{c, fn, impls, by})
}

// An invoke runs a method of what b holds.
//
//	o.fn.params ⊇ args, results ⊇ o.fn.results for o ∈ b
//
// An object of a known type runs its own method, which may be promoted from an embedded field. What is only known as an interface runs
// all methods of this package that could be behind it, and unknown ones, unless nobody else can implement it.
type invoke struct {
	*callSite
	fn    *types.Func
	impls *implementers
	by    *Call
}

func (c invoke) String() string {
	return fmt.Sprintf("invoke %s%v → %v", c.fn.Name(), c.args, c.results)
}

func (c invoke) apply(_ *heap, o *Object) {
	if types.IsInterface(o.typ) {
		// It may be any, those of this package among them.
		for _, f := range c.impls.methods {
			r := c.function(f, 0)
			if c.isTracked(f.sig.Recv().Type()) != nil {
				c.add(r, o) // converted
			}
		}
		if !c.impls.closed {
			c.unknown()
		}
		if o.from != nil {
			c.retained(o.from.pkg, c.by)
		}
		return
	}
	d := c.dispatch(o.typ)
	switch {
	case d.own == nil:
	case len(d.path) == 0:
		c.add(c.method(d.own, 0), o)
	default:
		r, _ := c.step(c.holding(o), o.typ, d.path)
		c.method(d.own, r)
	}
	for _, f := range d.converted {
		c.add(c.function(f, 0), o)
	}
}

// A dispatch is what the call of an interface's method runs for objects of one type.
type dispatch struct {
	own       *types.Func // the method of the type; nil if it has none
	path      []int       // of the fields by which it is promoted
	converted []*Function // those of types to which the object can have been converted
}

// dispatch returns what c runs for objects of type t. It is found once for each method and type, as all conversions were read.
func (c invoke) dispatch(t types.Type) *dispatch {
	d := c.impls.dispatched[t]
	if d != nil {
		return d
	}
	d = new(dispatch)
	c.impls.dispatched[t] = d
	m, path, _ := types.LookupFieldOrMethod(types.NewPointer(t), true, c.fn.Pkg(), c.fn.Name())
	if impl, ok := m.(*types.Func); ok && sameShape(impl.Signature(), c.fn.Signature()) {
		d.own, d.path = impl, path[:len(path)-1]
	}
	c.budget.work += len(c.impls.methods)
	for _, f := range c.impls.methods {
		if tn := Named(f.sig.Recv().Type()); tn != Named(t) && c.conversions.mayBe(t, tn.Type()) {
			d.converted = append(d.converted, f)
		}
	}
	return d
}

// method calls fn, which may be of this package or not, with what recv holds as its receiver. It returns the node of all receivers.
func (c *callSite) method(fn *types.Func, recv Node) Node {
	if f := c.funcs[fn.Origin()]; f != nil {
		return c.function(f, recv)
	}
	r, known := c.receiver(fn, recv)
	if !known {
		if v := fn.Signature().Recv(); v != nil && isContainer(v.Type()) {
			c.copy(r, recv) // what the method puts into it
		}
		c.external(fn, c.newCall(fn, fn.Signature(), r, c.args, c.results))
	}
	return r
}

// function calls f with what recv holds as its receiver. It returns the node of all receivers.
func (c *callSite) function(f *Function, recv Node) Node {
	r, known := c.receiver(f, recv)
	if f.recv != 0 && isContainer(f.sig.Recv().Type()) {
		c.copy(r, recv) // what the method puts into it
	}
	if !known {
		c.bind(f, resolvedCall{c.fn, c.region, r, c.args, c.results, c.cause.pos})
	}
	return r
}

// receiver returns the one node for the receivers of callee, with those of recv in it, and whether callee was known already:
// however many objects reach a call, it is connected with each callee once.
//
// It is what keeps a call through a popular interface linear: objects that arrive later are added to a node that is connected already.
func (c *callSite) receiver(callee any, recv Node) (r Node, known bool) {
	r, known = c.recv[callee]
	if !known {
		r = c.node()
		c.recv[callee] = r
	}
	c.copy(recv, r)
	return r, known
}

// unknown calls a function that anybody may have written.
func (c *callSite) unknown() {
	if _, known := c.recv[nil]; !known {
		defer c.trace.resume(c.cause)()
		c.recv[nil] = 0
		c.unknownArgs(c.sig, c.args)
	}
}

// retained reads that a call through a value of package p, nil if that is not known, may return what p retains. By is the call if it is of
// an interface's method: that can return another interface of whoever brought the value.
//
//	func Register(r Router) { r.Group("/orders").Get("/", list) }
func (c *callSite) retained(p *types.Package, by *Call) {
	if _, known := c.recv[p]; known || p == nil && (by == nil || !c.in.CallGraph) {
		return
	}
	c.recv[p] = 0
	for i, r := range c.results {
		if t := c.sig.Results().At(i).Type(); p != nil || types.IsInterface(t) && !isContext(t) && !IsError(t) {
			c.fromOutside(r, t, &placeholder{pkg: p, asked: by})
		}
	}
}

// Implementers are the methods of this package that a call through an interface may run.
//
// They are cached for each interface method; declared types of the package are looked at, local ones are not.
type implementers struct {
	methods   []*Function
	untracked []*Function // of them, those of types whose values leave no trace
	closed    bool        // there are no others

	dispatched map[types.Type]*dispatch
}

func (g *generator) implementers(fn *types.Func) *implementers {
	m, ok := g.impls[fn]
	if !ok {
		m = g.findImplementers(fn)
		g.impls[fn] = m
	}
	return m
}

func (g *generator) findImplementers(fn *types.Func) *implementers {
	out := &implementers{dispatched: make(map[types.Type]*dispatch)}
	iface := fn.Signature().Recv().Type()
	i := iface.Underlying().(*types.Interface)
	tn := Named(iface)
	out.closed = tn != nil && tn.Pkg() == g.pkg && !tn.Exported()
	for m := range i.Methods() {
		if !m.Exported() && m.Pkg() == g.pkg {
			out.closed = true
		}
	}
	g.budget.work += g.pkg.Scope().Len()
	for _, t := range g.declaredTypes() {
		p := types.NewPointer(t.Type())
		if !types.Implements(p, i) {
			continue
		}
		m, _, _ := types.LookupFieldOrMethod(p, true, fn.Pkg(), fn.Name())
		impl, ok := m.(*types.Func)
		if !ok {
			continue // of an ill-typed interface, which all types implement
		}
		if f := g.funcs[impl.Origin()]; f != nil {
			out.methods = append(out.methods, f)
			if structOf(t.Type()) == nil || !g.verdict.has(t.Type()) {
				out.untracked = append(out.untracked, f)
			}
		}
	}
	return out
}

// declaredTypes returns the types that the package declares, by name.
func (g *generator) declaredTypes() []*types.TypeName {
	if g.declared == nil {
		scope := g.pkg.Scope()
		for _, name := range scope.Names() {
			if t, ok := scope.Lookup(name).(*types.TypeName); ok {
				g.declared = append(g.declared, t)
			}
		}
	}
	return g.declared
}

// refer records a reference of the function that is being read.
func (s scope) refer(r Reference) {
	if s.in.CallGraph && s.fn != nil {
		r.Always = s.region == nil
		s.fn.references = append(s.fn.references, r)
	}
}

// referToVar records a reference to v, unless v is the function's own.
func (s scope) referToVar(v *types.Var, pos token.Pos) {
	if v.Pkg() != s.pkg {
		if _, ok := s.globals[v]; !ok {
			s.globals[v] = pos
		}
	}
	if s.fn != nil && !s.fn.Declares(v) {
		s.refer(Reference{Pos: pos, Var: v})
	}
}

// insert makes val, of type t, an element of container n. If it is a container itself, what is put into it by way of n is found in
// it, too.
func (g *generator) insert(t types.Type, val, n Node) { g.alias(val, n, t) }

// function returns a node with the function object o, and makes it known to callers of its signature.
func (g *generator) function(o *Object, sig *types.Signature) Node {
	plain := types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic())
	g.add(g.allOfSignature(plain), o)
	o.at = g.holding(o)
	return o.at
}

// fillField notes that f, if it is a site, was overwritten.
func (g *generator) fillField(f *types.Var) {
	if site := g.fieldSite(f); site != nil {
		site.obj.overwritten = true
		g.trace.overwrote(site.obj)
	}
}
