package pointsto

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
)

// Below, b is the node that a constraint is about, and o.f the node of field f of object o. Copies are the solver's own.

// A load reads a field. What a container there gets by way of to is found in the field, too.
//
//	to ⊇ o.f for o ∈ b; if f is a container, o.f ⊇ to
//
// It models
//
//	y := x.f
//
// Aliasing goes both ways only for containers, since `x.f = append(x.f, v)` and `y[i] = v` write to the same elements. For a pointer to a
// struct it need not: the object is shared, and its fields have nodes of their own. If the field is irrelevant its node is 0, and nothing
// is copied.
type load struct {
	f  *types.Var
	to Node
}

func (c load) apply(h *heap, o *Object) { h.alias(h.field(o, c.f), c.to, c.f.Type()) }
func (c load) String() string           { return fmt.Sprintf("%v ⊇ •.%s", c.to, c.f.Name()) }

// A loadAll reads all fields.
//
//	to ⊇ o.f for o ∈ b and all f
//
// It models generic code of another package, whose fields cannot be told apart from here: what is put into a container by one method comes
// out by another. It is imprecise, and errs towards silence.
type loadAll struct{ to Node }

func (c loadAll) apply(h *heap, o *Object) {
	if s := structOf(o.typ); s != nil {
		for f := range s.Fields() {
			h.copy(h.field(o, f), c.to)
		}
	}
}
func (c loadAll) String() string { return fmt.Sprintf("%v ⊇ •.all", c.to) }

// A store writes a field as a whole; a weak one adds to what a container or a pointee there holds. An address is a load and a store
// of one node.
//
//	o.f ⊇ val for o ∈ b; if f is a container and the store not weak, val ⊇ o.f
//
// It models
//
//	x.f = y      // whole
//	x.f[i] = y   // weak: y is an element, not another name of the container
//
// If a weak one were to copy back, an element would take on all that the container holds.
type store struct {
	f    *types.Var
	val  Node
	weak bool
}

func (c store) apply(h *heap, o *Object) {
	if c.weak {
		h.copy(c.val, h.field(o, c.f))
	} else {
		h.alias(c.val, h.field(o, c.f), c.f.Type())
	}
}

func (c store) String() string {
	if c.weak {
		return fmt.Sprintf("•.%s ⊇ elements %v", c.f.Name(), c.val)
	}
	return fmt.Sprintf("•.%s ⊇ %v", c.f.Name(), c.val)
}

// A replace is a replacement of each object.
//
// It models
//
//	*p = v
//
// Fields are copied, not shared: afterwards p and v are two values. That the old value is overwritten is noted for [generator.finalize],
// as it holds only if v is not what p leads to already. A placeholder keeps its fields: that it is overwritten is in the summary as an
// escape, which says enough.
type replace struct{ val Node }

func (c replace) apply(h *heap, o *Object) {
	h.replaced = append(h.replaced, replacement{o, c.val, h.trace.cause()})
	if structOf(o.typ) != nil && o.from == nil {
		h.constrain(c.val, copyFields{o})
	}
}
func (c replace) String() string { return fmt.Sprintf("•.all ⊇ %v.all", c.val) }

// A copyFields copies the fields of what b holds.
//
//	to.f ⊇ o.f for o ∈ b and all f
//
// The test for o == to ends `*p = *p`. Fields that nobody has looked at get nodes here, which is why irrelevant ones are skipped first.
type copyFields struct{ to *Object }

func (c copyFields) apply(h *heap, o *Object) {
	if o == c.to {
		return
	}
	for f := range structOf(c.to.typ).Fields() {
		if h.relevant.has(f.Type()) {
			h.copy(h.field(o, f), h.field(c.to, f))
		}
	}
}
func (c copyFields) String() string { return fmt.Sprintf("%v.all ⊇ •.all", c.to) }

// A write notes what was written to a field of a tracked type.
//
//	value ∈ o.writes[field] for o ∈ b
//
// The receiver of a write may hold many objects, of which a run writes to one. All count as written to, so that this errs towards silence.
// What is written in a literal has no function and is there always; what is assigned later may be conditional, which [Object.writeIn]
// keeps for clients that ask for a write on each path.
type write struct {
	field  string
	value  Value
	number int64 // if it is a constant above zero

	in     *Function // that assigns; nil for a literal
	region *Region
	from   ast.Expr // what was written, if somebody asks why
}

func (c write) apply(_ *heap, o *Object) {
	if c.in == nil {
		o.write(c.field, c.value)
		o.writeAlways(c.field)
	} else {
		o.writeIn(c.field, c.value, c.in, c.region)
	}
	if c.number > 0 {
		o.writeConst(c.field, c.number)
	}
}
func (c write) String() string { return fmt.Sprintf("•.%s = %v", c.field, c.value) }

// A mark notes what happened to the objects that b holds.
//
//	what(o) for o ∈ b, if variable v is given only for what it holds from its declaration on
//
// The condition on v is for variables of struct type, whose node may hold other objects as well:
//
//	var t T   // the site, of variable t
//	t = v     // marks what began as t, not what v holds
type mark struct {
	what what
	v    *types.Var
}

// A what is something that happens to an object. A type that was derived from a tracked one is judged only if it is converted to that:
//
//	type own T
//	use(T(own{})) // a site of T; without the conversion, own merely has the same fields
type what uint8

const (
	escapesNow  what = iota // it is handed to unknown code
	overwritten             // its zero value is replaced as a whole
	converted               // it is seen as the tracked type that its own is derived from
)

func (w what) String() string { return [...]string{"escapes", "overwritten", "converted"}[w] }

func (c mark) apply(h *heap, o *Object) {
	if c.v != nil && (o.site == nil || o.site.variable != c.v) {
		return
	}
	switch c.what {
	case escapesNow:
		o.escapes = true
	case overwritten:
		o.overwritten = true
		h.trace.overwrote(o)
	case converted:
		o.converted = true
	}
}

func (c mark) String() string {
	if c.v != nil {
		return fmt.Sprintf("%v if %s's", c.what, c.v.Name())
	}
	return c.what.String()
}

// An effect does what the summary of a function of another package says happens to what a path leads to.
//
//	e(o.path) for o ∈ b
//
// The path is followed a field at a time, each step as a constraint on the field's node, so that an object which gets there later is
// affected, too. A field that the type does not have is ignored: summaries name fields by text, and an argument passed as an interface may
// be of any type. Effects count as written always, as the summary does not say under which condition it writes.
type effect struct {
	path string
	does Effect
}

func (c effect) apply(h *heap, o *Object) {
	if c.path == "" {
		if c.does.Escapes {
			o.escapes = true
		} else {
			o.writeElsewhere(c.does.Field, c.does.Value)
		}
		return
	}
	first, rest, _ := strings.Cut(c.path, ".")
	if s := structOf(o.typ); s != nil {
		for f := range s.Fields() {
			if f.Name() == first {
				h.constrain(h.field(o, f), effect{rest, c.does})
			}
		}
	}
}
func (c effect) String() string { return fmt.Sprintf("effect %v", c.does) }

// A clone returns copies: a copy counts as the value, for somebody who changes it has looked. Only copies of what a variable of another
// package is known to hold are told apart from that. For an allocation a copy is there besides the value, and tells what is done to it alone.
//
//	to ⊇ {copy of o} for o ∈ b that is original, or is allocated
//
// The map makes apply idempotent: each original has one copy for a call of Clone, however often the constraint is applied. It is behind a
// pointer because a constraint must be comparable.
type clone struct {
	to     Node
	by     *Call
	copies *map[*Object]*Object
}

func newClone(to Node, by *Call) clone {
	copies := make(map[*Object]*Object)
	return clone{to, by, &copies}
}

func (c clone) apply(h *heap, o *Object) {
	if !isOriginal(o) && o.site == nil {
		return
	}
	copies := *c.copies
	if copies[o] == nil {
		copies[o] = &Object{typ: o.typ, of: o, by: c.by, in: c.by.In}
		if isOriginal(o) {
			copies[o] = &Object{typ: o.typ, from: &placeholder{heldBy: o.from.heldBy, copied: c.by}}
		}
	}
	h.add(c.to, copies[o])
}
func (c clone) String() string { return fmt.Sprintf("%v ⊇ copies", c.to) }

// isOriginal reports whether o is what a variable of another package is known to hold.
func isOriginal(o *Object) bool { return o.from != nil && o.from.heldBy != nil && o.from.copied == nil }

// The conditions of filtered copies.
type (
	ofType   struct{ t types.Type } // it can be of type t, or can have been converted to it
	isError  struct{}               // it may be an error, as are those that fmt.Errorf wraps, but not all else that it is given
	isValue  struct{}               // it is no function
	isCopied struct{}               // it is not what a variable of another package is known to hold
)

// admits reports whether o can be of type t.
//
// A placeholder of interface type passes, since what is behind it is unknown. Types that were converted into each other pass: the object
// keeps the type it was allocated with.
func (f ofType) admits(h *heap, o *Object) bool {
	if types.Identical(o.typ, f.t) || Named(o.typ) != nil && Named(o.typ) == Named(f.t) {
		return true
	}
	if h.conversions.mayBe(o.typ, f.t) {
		return true
	}
	_, unknown := o.typ.Underlying().(*types.Interface)
	return unknown
}

func (isError) admits(_ *heap, o *Object) bool {
	return types.IsInterface(o.typ) || implementsError(types.NewPointer(o.typ))
}
func (isValue) admits(_ *heap, o *Object) bool  { return o.fn == nil && o.ext == nil }
func (isCopied) admits(_ *heap, o *Object) bool { return !isOriginal(o) }

func (f ofType) String() string {
	return types.TypeString(f.t, func(p *types.Package) string { return p.Name() })
}
func (isError) String() string  { return "error" }
func (isValue) String() string  { return "no function" }
func (isCopied) String() string { return "no original" }

// load returns a node with what field f holds in the objects of base.
func (h *heap) load(base Node, f *types.Var) Node {
	if base == 0 || !h.relevant.has(f.Type()) {
		return 0
	}
	n := h.node()
	h.constrain(base, load{f, n})
	return n
}

// address returns a node for the address of field f in the objects of base.
//
// It models `&x.f`. A node does not tell a value from its address (rule 1), so what is stored through the pointer has to reach the field,
// and what is stored in the field has to be seen through the pointer.
func (h *heap) address(base Node, f *types.Var) Node {
	n := h.load(base, f)
	h.store(base, f, n)
	return n
}

// store makes field f of the objects of base hold val.
func (h *heap) store(base Node, f *types.Var, val Node) {
	if val != 0 {
		h.constrain(base, store{f: f, val: val})
	}
}

func newWrite(t *trace, f *types.Var, info *types.Info, e ast.Expr, in *Function, r *Region) write {
	w := write{field: f.Name(), value: valueOf(info, e), in: in, region: r}
	if c := info.Types[e].Value; c != nil && c.Kind() == constant.Int {
		w.number, _ = constant.Int64Val(c)
	}
	if t != nil {
		w.from = e
	}
	return w
}

// step selects the fields of an embedding path from base, whose static type is t; it returns the last struct's node and type.
// This is rule 1.
//
// For example, in
//
//	type client struct{ *T }
//	c.Idle = 1 // step selects T from c; the caller then writes Idle
//
// all indices but the last come here.
func (h *heap) step(base Node, t types.Type, path []int) (Node, types.Type) {
	for _, i := range path {
		s := structOf(element(t)) // of a named pointer type, too
		base, t = h.load(base, s.Field(i)), s.Field(i).Type()
	}
	return base, t
}

// assertTo copies to n the objects of x that can be of type t, or can have been converted to it.
// This is rule 3.
//
// It models
//
//	y := x.(T)
//	switch y := x.(type) { case T: }
//
// An assertion to an interface copies everything, whether it implements that or not. That is imprecise, and errs towards silence.
func (h *heap) assertTo(x, n Node, t types.Type) {
	t = element(t)
	if _, ok := t.Underlying().(*types.Interface); ok {
		h.copy(x, n)
		return
	}
	h.copyIf(x, n, ofType{t})
}

// A fieldWrite is a value that a field of a tracked type is given: in a literal, by an assignment, or by whoever gets its address.
//
// The generator keeps these besides the constraint for [generator.completing], which looks for the function that writes to a value which
// came in by another one, and for [Graph.Writes].
type fieldWrite struct {
	base Node
	write
	from ast.Expr // what is written, nil if that is not one expression
	pos  token.Pos
}
