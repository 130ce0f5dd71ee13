package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// An Object is a value that the analysis tells from others: what one expression makes, what a variable of struct type holds,
// a function, or something that came from outside the package.
type Object struct {
	typ    types.Type // without pointers
	site   *Site      // if it is one
	fn     *Function  // if it is a function of this package
	ext    *types.Func
	recv   Node             // what a method value is bound to
	sym    *Symbol          // if it came from outside
	fields map[string]field // by name: a conversion between struct types keeps what they hold
	sorted []field          // the same, once somebody asks for them in order
	in     *Function        // that makes it
	at     Node             // where it is made
	pos    token.Pos

	methodExpr bool // a function whose first argument is the receiver

	writes    map[string]Value // of watched fields
	largest   map[string]int64 // the largest integer constant among them
	unseen    bool             // handed to code that cannot be seen
	filled    bool             // its zero value was replaced as a whole
	converted bool             // seen as the watched type that it was derived from
	maker     *types.Func      // the library function that made it, if that tells something
}

// A field is what a field of an object holds.
type field struct {
	v *types.Var
	n Node
}

func (o *Object) write(field string, v Value) {
	if o.writes == nil {
		o.writes = make(map[string]Value)
	}
	o.writes[field] |= v
}

// writeConst notes that field was given an integer constant.
func (o *Object) writeConst(field string, c int64) {
	if o.largest == nil {
		o.largest = make(map[string]int64)
	}
	o.largest[field] = max(o.largest[field], c)
}

// A Symbol stands for a value that a caller outside the package provides, or that outside code returned.
type Symbol struct {
	of    string // the function or type that it enters by; empty for what outside code returned
	param int    // index of the parameter, -1 for the receiver
	path  string // fields selected since, joined by dots
	depth int
	call  *Call          // that returned it
	from  *types.Package // whose code it came from

	variable *types.Var // of another package, that it came in by

	heldBy *types.Var // the variable of another package that holds it, of those that the catalogue knows
	copied bool       // it is a copy of that
}

// maxDepth bounds how many fields are selected from a value that came from outside.
const maxDepth = 3

// fromOutside adds to n what a value of type t may be when it comes from outside the package by way of sym.
func (b *builder) fromOutside(n Node, t types.Type, sym *Symbol) {
	if n == 0 || sym.depth > maxDepth {
		return
	}
	t = element(t)
	if tn := b.ownStruct(t); tn != nil {
		b.copy(b.allOfType(tn), n)
		return
	}
	if sig, ok := t.Underlying().(*types.Signature); ok {
		b.copy(b.allOfSignature(sig), n)
		if b.isClosed(t, sig) {
			return
		}
	}
	o := &Object{typ: t, sym: sym}
	if sym.of != "" {
		b.symbols = append(b.symbols, o)
	}
	b.receive(o)
	if sym.call != nil {
		sym.call.returned = append(sym.call.returned, o)
	}
	b.add(n, o)
}

// allOfType returns the node that all values of struct type tn, declared in this package, reach:
// what a method finds in its receiver.
func (b *builder) allOfType(tn *types.TypeName) Node {
	n, ok := b.ofType[tn]
	if !ok {
		n = b.node()
		b.ofType[tn] = n
		b.add(n, &Object{typ: tn.Type(), sym: &Symbol{of: "type " + tn.Name()}})
	}
	return n
}

func (b *builder) allOfSignature(sig *types.Signature) Node {
	if n, ok := b.ofFunc.At(sig).(Node); ok {
		return n
	}
	n := b.node()
	b.ofFunc.Set(sig, n)
	return n
}

// isClosed tells whether only this package can make functions of type t: its name, or a type that it takes, is not exported.
func (b *builder) isClosed(t types.Type, sig *types.Signature) bool {
	unexported := func(t types.Type) bool {
		tn := named(element(t))
		return tn != nil && tn.Pkg() == b.in.Pkg && !tn.Exported()
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
func (b *builder) field(o *Object, f *types.Var) Node {
	f = f.Origin()
	if known, ok := o.fields[f.Name()]; ok {
		return known.n
	}
	outside := o.sym != nil
	if !b.carries(f.Type()) || !mayHave(o.typ, f) {
		return 0
	}
	n := b.node()
	if o.fields == nil {
		o.fields = make(map[string]field)
	}
	o.fields[f.Name()] = field{f, n}
	if b.in.Trace {
		b.owners[n] = o
	}
	if outside {
		sym := *o.sym
		sym.depth++
		if sym.path != "" {
			sym.path += "."
		}
		sym.path += f.Name()
		b.fromOutside(n, f.Type(), &sym)
	}
	// A field of struct type is there from the start, as a zero value.
	if site := b.fieldSite(f); site != nil {
		b.add(n, site.obj)
	} else if !outside {
		b.add(n, b.zeroStruct(f.Type()))
	}
	return n
}

// zeroStruct returns a new object for the zero value of struct type t, or of an array of such, or nil if t is neither.
func (b *builder) zeroStruct(t types.Type) *Object {
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
	o := &Object{typ: types.Unalias(t)}
	if tn := named(t); tn != nil && tn.Pkg() == b.in.Pkg {
		b.instantiated[tn] = true
		b.add(b.allOfType(tn), o)
	}
	return o
}

// alias makes to hold what from holds, and, if t, their type, is that of containers, the other way round as well.
func (b *builder) alias(from, to Node, t types.Type) {
	b.copy(from, to)
	if isContainer(t) {
		b.copy(to, from)
	}
}

// load returns a node with what field f holds in the objects of base.
func (b *builder) load(base Node, f *types.Var) Node {
	if base == 0 || !b.carries(f.Type()) {
		return 0
	}
	n := b.node()
	b.each(base, func(o *Object) { b.alias(b.field(o, f), n, f.Type()) })
	return n
}

// address returns a node for the address of field f in the objects of base.
func (b *builder) address(base Node, f *types.Var) Node {
	n := b.load(base, f)
	b.store(base, f, n)
	return n
}

// store copies val into field f of the objects of base.
func (b *builder) store(base Node, f *types.Var, val Node) {
	if val == 0 {
		return
	}
	b.each(base, func(o *Object) { b.alias(val, b.field(o, f), f.Type()) })
}

// noteExpr records that field f of the objects of base is given the value of e, nil for one that is not known.
func (b *builder) noteExpr(base Node, f *types.Var, e ast.Expr) {
	if !b.fields[f.Origin()] {
		return
	}
	v := valueOf(b.info, e)
	b.each(base, func(o *Object) { o.write(f.Name(), v) })
	if c := b.info.Types[e].Value; c != nil && c.Kind() == constant.Int {
		i, _ := constant.Int64Val(c)
		b.each(base, func(o *Object) { o.writeConst(f.Name(), i) })
	}
}

// step selects the fields of an embedding path from base, whose static type is t; it returns the last struct's node and type.
func (b *builder) step(base Node, t types.Type, path []int) (Node, types.Type) {
	for _, i := range path {
		s := structOf(element(t)) // of a named pointer type, too
		base, t = b.load(base, s.Field(i)), s.Field(i).Type()
	}
	return base, t
}
