package pointsto

import (
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
)

// A heap is the abstract memory: objects, their fields, the variables, and the objects that stand for what lies outside the package.
//
// All methods work on nodes, objects and types. Those of [generator] and [reader] turn syntax into calls of these.
type heap struct {
	*solver
	pkg      *types.Package
	tracked  map[*types.TypeName]*types.Struct
	fields   map[*types.Var]bool // of tracked types
	relevant *relevance
	verdict  *relevance       // the same without a call graph, so that verdicts do not depend on whether one is asked for
	owners   map[Node]*Object // of the nodes that are fields; nil without a call graph

	vars         map[*types.Var]Node
	ofType       map[*types.TypeName]Node // all values of a struct type of this package, the ones from outside among them
	ofFunc       typeutil.Map             // signature -> node: all function values of this package
	fieldSites   map[*types.Var]*Site
	instantiated map[*types.TypeName]bool // struct types of this package that it makes values of
	conversions  conversions
	placeholders []*Object // for what comes in by exported functions and types
	replaced     []replacement
	completions  []completion

	escapes
	retention
}

func newHeap(in Input) *heap {
	h := &heap{
		solver:       newSolver(),
		pkg:          in.Pkg,
		tracked:      make(map[*types.TypeName]*types.Struct),
		fields:       make(map[*types.Var]bool),
		vars:         make(map[*types.Var]Node),
		ofType:       make(map[*types.TypeName]Node),
		fieldSites:   make(map[*types.Var]*Site),
		instantiated: make(map[*types.TypeName]bool),
		conversions:  make(conversions),
		escapes:      escapes{exposed: make(map[exposure]bool), losses: make(map[Node]bool)},
		retention:    retention{retained: make(map[*types.Package][]Node), returned: make(map[*types.Package][]*Object), fetched: make(map[fetch]bool)},
	}
	for _, t := range in.Tracked {
		s := structOf(t.Type())
		h.tracked[t] = s
		for f := range s.Fields() {
			h.fields[f] = true
		}
	}
	if in.Explain != nil {
		h.trace = newTrace()
	}
	tracked := func(t types.Type) bool { return h.isTracked(t) != nil }
	h.verdict = newRelevance(in, tracked, false, false)
	h.relevant = h.verdict
	if in.CallGraph {
		h.relevant = newRelevance(in, tracked, true, h.verdict.has(errorType))
		h.owners = make(map[Node]*Object)
	}
	return h
}

// isTracked returns the tracked type that t, or what it points to, is or is derived from.
//
// A type is derived if it was declared with the very struct type of the tracked one, which go/types shares:
//
//	type own lib.T // its Underlying is that of lib.T
//
// Types derived in other packages do not count.
func (h *heap) isTracked(t types.Type) *types.TypeName {
	tn := Named(t)
	if tn == nil {
		return nil
	}
	if _, ok := h.tracked[tn]; ok {
		return tn
	}
	if tn.Pkg() != h.pkg {
		return nil
	}
	s, _ := tn.Type().Underlying().(*types.Struct)
	for t, ts := range h.tracked {
		if s == ts {
			return t
		}
	}
	return nil
}

// ownStruct returns the struct type of this package that t is, unless it is tracked, nil if it is none.
func (h *heap) ownStruct(t types.Type) *types.TypeName {
	if tn := Named(t); tn != nil && tn.Pkg() == h.pkg && structOf(t) != nil && h.isTracked(t) == nil {
		return tn
	}
	return nil
}

// nodeFor returns a new node for a value of type t, 0 if nothing of interest can be in it.
//
// Node 0 is what keeps the analysis small: most expressions of a package are of types that cannot lead to a tracked value.
func (h *heap) nodeFor(t types.Type) Node {
	if !h.relevant.has(t) {
		return 0
	}
	return h.node()
}

// variable returns the node of v.
//
// The variable of an instance is that of the generic declaration, so Origin comes first. For one of the locals this is the value it begins
// with; [reader.variable] has the current one.
func (h *heap) variable(v *types.Var) Node {
	v = v.Origin()
	if n, ok := h.vars[v]; ok {
		return n
	}
	n := h.nodeFor(v.Type())
	h.vars[v] = n
	switch {
	case n == 0:
	case v.Pkg() != h.pkg:
		h.importedVar(n, v)
	case v.Exported() && v.Parent() == h.pkg.Scope() && h.pkg.Name() != "main" && signatureOf(v.Type()) != nil:
		h.fromOutside(n, v.Type(), &placeholder{}) // other packages may replace it
	}
	return n
}

// importedVar fills the node of another package's variable.
//
// Each variable has a placeholder of its own, except that for those of the catalog (http.DefaultTransport) the type of the content is
// known, where the declaration says only that it is an interface. What is put into a container there is exposed, as other packages see it:
//
//	lib.Clients["a"] = &http.Client{}
func (h *heap) importedVar(n Node, v *types.Var) {
	if typ, known := catalog.HeldBy(v.Pkg().Path(), v.Name()); known {
		h.add(n, &Object{typ: v.Pkg().Scope().Lookup(typ).Type(), from: &placeholder{heldBy: v}})
		return
	}
	h.fromOutside(n, v.Type(), &placeholder{variable: v})
	if isContainer(v.Type()) && !IsStd(v.Pkg()) {
		h.expose(n, false) // whoever takes it out again may write to it
	}
}

// fromOutside adds to n what a value of type t may be when it comes from outside the package as p says.
// This is rule 5.
//
// What comes in depends on the type:
//
//	*lib.T, lib.T   a placeholder, with fields on demand
//	*own            all values of own, a type of this package, one of which stands for those from outside
//	func(*lib.T)    the package's own functions of that signature, and an unknown one unless only this package can make such
//
// A container is its elements (rule 2), so element comes first.
func (h *heap) fromOutside(n Node, t types.Type, p *placeholder) {
	if n == 0 || p.depth > maxDepth {
		return
	}
	t = element(t)
	if tn := h.ownStruct(t); tn != nil {
		h.copy(h.allOfType(tn), n)
		return
	}
	if sig, ok := t.Underlying().(*types.Signature); ok {
		h.copy(h.allOfSignature(sig), n)
		if h.isClosed(t, sig) {
			return
		}
	}
	o := &Object{typ: t, from: p}
	if p.of != "" {
		h.placeholders = append(h.placeholders, o)
	}
	h.receive(o)
	if p.call != nil {
		p.call.returned = append(p.call.returned, o)
	}
	h.add(n, o)
}

// allOfType returns the node that all values of struct type tn, declared in this package, reach:
// what a method finds in its receiver.
//
// Every value of the type that this package allocates is added to it ([scope.allocate], [heap.zeroStruct]). The one that comes from
// outside has "type T" as its origin, and what is written to its fields is in the summary under that name: who puts a value into a field
// of T is then told what methods of T do to it.
func (h *heap) allOfType(tn *types.TypeName) Node {
	n, ok := h.ofType[tn]
	if !ok {
		n = h.node()
		h.ofType[tn] = n
		h.add(n, &Object{typ: tn.Type(), from: &placeholder{of: "type " + tn.Name()}})
	}
	return n
}

// allOfSignature returns the node that all functions of this package with that signature reach.
// This is rule 6.
//
// In
//
//	type Option func(*Client)
//	func WithIdle(n int) Option { return func(c *Client) { c.t.Idle = n } }
//	func New(opts ...Option) *Client
//
// the options that New gets are the literals of this package. All functions of the signature may come, also those that never leave: that
// errs towards silence.
func (h *heap) allOfSignature(sig *types.Signature) Node {
	if n, ok := h.ofFunc.At(sig).(Node); ok {
		return n
	}
	n := h.node()
	h.ofFunc.Set(sig, n)
	return n
}

// isClosed reports whether only this package can make functions of type t: its name, or a type that it takes, is not exported.
func (h *heap) isClosed(t types.Type, sig *types.Signature) bool {
	unexported := func(t types.Type) bool {
		tn := Named(element(t))
		return tn != nil && tn.Pkg() == h.pkg && !tn.Exported()
	}
	if unexported(t) {
		return true
	}
	for p := range sig.Params().Variables() {
		if unexported(p.Type()) {
			return true
		}
	}
	return false
}

// field returns the node of field f of object o, or 0 if it has none.
//
// The slot is entered before its content, as types may be recursive. The placeholder of a field is a part of that of its struct: it is a
// copy with a longer path, so that all that is known of the origin (call, package, variable) goes on to fields.
func (h *heap) field(o *Object, f *types.Var) Node {
	f = f.Origin()
	if known, ok := o.slots[f.Name()]; ok {
		return known.node
	}
	if !h.relevant.has(f.Type()) || !mayHave(o.typ, f) {
		return 0
	}
	n := h.node()
	if o.slots == nil {
		o.slots = make(map[string]slot)
	}
	o.slots[f.Name()] = slot{f, n}
	h.trace.isField(n, o, f)
	if h.owners != nil {
		h.owners[n] = o
	}
	if o.from != nil {
		p := *o.from
		p.depth++
		if p.path != "" {
			p.path += "."
		}
		p.path += f.Name()
		p.own = p.own || !f.Exported() && f.Pkg() == h.pkg
		h.fromOutside(n, f.Type(), &p)
	}
	// A field of struct type is there from the start, as a zero value.
	if site := h.fieldSite(f); site != nil {
		h.add(n, site.obj)
	} else if o.from == nil {
		h.add(n, h.zeroStruct(f.Type()))
	}
	return n
}

// fieldSite returns the site that field f is, nil if it is none.
func (h *heap) fieldSite(f *types.Var) *Site { return h.fieldSites[f.Origin()] }

// zeroStruct returns a new object for the zero value of struct type t, or of an array of such, or nil if t is neither.
// This is rule 4.
//
// It has no site: only a field of a tracked type ([generator.structFields]), and a variable of one, are judged.
func (h *heap) zeroStruct(t types.Type) *Object {
	for {
		a, ok := t.Underlying().(*types.Array)
		if !ok {
			break
		}
		t = a.Elem()
	}
	if structOf(t) == nil {
		return nil
	}
	o := &Object{typ: types.Unalias(t), zero: true}
	if tn := Named(t); tn != nil && tn.Pkg() == h.pkg {
		h.instantiated[tn] = true
		h.add(h.allOfType(tn), o)
	}
	return o
}

// alias makes to hold what from holds, and, if t, their type, is that of containers, the other way round as well.
// This is rule 2.
//
// It is used wherever Go copies a value as a whole: assignments, arguments, results, elements. In
//
//	m := s.all
//	m["x"] = t // found in s.all, too
//
// only the second direction leads t to the field.
func (h *heap) alias(from, to Node, t types.Type) {
	h.copy(from, to)
	if isContainer(t) {
		h.copy(to, from)
	}
}

// reach adds o, and all that its fields lead to, to reached.
//
// It is for after solving, and does not go into functions: see [heap.reachable].
func (h *heap) reach(o *Object, reached map[*Object]bool) {
	if reached[o] {
		return
	}
	reached[o] = true
	h.budget.work++
	for _, s := range o.slots {
		for _, p := range h.at(s.node) {
			h.reach(p, reached)
		}
	}
}

// reachable adds to reached what n leads to, by way of what functions return, too.
//
// What a function retained by somebody returns may be had by calling it, so it is reachable in the same sense.
func (h *heap) reachable(n Node, reached map[*Object]bool) {
	for _, o := range h.at(n) {
		h.reach(o, reached)
		if o.fn == nil {
			continue
		}
		for _, r := range o.fn.results {
			for _, p := range h.at(r) {
				h.reach(p, reached)
			}
		}
	}
}

// escapes is what is known of values that unknown code gets.
type escapes struct {
	exposed map[exposure]bool
	losses  map[Node]bool
	wants   []want
}

// An exposure is a node that unknown code gets.
type exposure struct {
	n          Node
	reflection bool
}

// A want is a package whose summary was needed for what n holds.
type want struct {
	n   Node
	pkg string
}

// retention is what went to other packages, and what came from there.
type retention struct {
	retained map[*types.Package][]Node    // what code of other packages gets
	returned map[*types.Package][]*Object // placeholders for what comes from there
	fetched  map[fetch]bool               // which nodes hold what came from there
}

// A fetch is a node that holds what a package returned.
type fetch struct {
	p *types.Package
	n Node
}

// receive notes that o came from the package that it stands for.
//
// Errors are left out: what a package retains is not taken to come back as one.
func (h *heap) receive(o *Object) {
	if p := o.from.pkg; p != nil && !IsError(o.typ) {
		h.returned[p] = append(h.returned[p], o)
	}
}

// A replacement stores a value over what a pointer leads to.
//
//	o.f ⊇ v.f for o ∈ b, v ∈ val and all f
//
// Whether it overwrites anything is decided in [generator.finalize].
type replacement struct {
	at    *Object
	val   Node
	cause cause
}

// A completion is an effect on an operand of a call that is certain only if another function is called, too.
//
// It waits until all calls are known. See [generator.complete].
type completion struct {
	call  *Call
	n     Node
	e     Effect
	cause cause
}
