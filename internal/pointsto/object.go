package pointsto

import (
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// An Object is a value that the analysis tells from others: what one expression allocates, what a variable of struct type holds,
// a function, or something that came from outside the package.
//
// Objects are made while reading (allocations, functions) and while solving (placeholders of fields and of what dynamic calls return,
// copies, zero values). They are told apart by identity; two with the same type and position are still two.
//
// What happened to it (writes, escapes, overwritten, converted) only grows, and is final after [generator.finalize]. An object without a
// site collects it as well: of a placeholder it becomes the summary.
type Object struct {
	id    int        // in the solver, once a node holds it
	typ   types.Type // without pointers
	site  *Site      // if it is of a tracked type
	fn    *Function  // if it is a function of this package
	ext   *types.Func
	recv  Node            // what a method value is bound to
	from  *placeholder    // if it stands for values from outside
	of    *Object         // the allocation that it is a copy of
	by    *Call           // that made the copy
	maker *types.Func     // the library function that made it, if that tells something
	slots map[string]slot // its fields, by name: a conversion between struct types keeps what they hold
	order []slot          // the same, sorted, once somebody asks
	in    *Function       // that allocates it
	at    Node            // where it is allocated
	pos   token.Pos       // likewise, or where it is referred to if it is a function

	zero       bool // the zero value of a variable or field of struct type
	methodExpr bool // a function whose first argument is the receiver

	writes      map[string]Value // of fields of a tracked type
	largest     map[string]int64 // the largest integer constant among them
	always      map[string]bool  // whether a field is written whenever the object is made, as far as is known
	sometimes   map[string][]*Region
	elsewhere   map[string]bool // fields that code of other packages writes to, as a summary says
	escapes     bool            // handed to unknown code
	overwritten bool            // its zero value was replaced as a whole
	converted   bool            // seen as the tracked type that it was derived from
}

// A slot is a field of an object: the node of what it holds.
//
// Slots are made on demand by [heap.field]. A field that nobody selects has none, so a struct of fifty fields costs what is used of it.
// Their key is the name, not the field: after `B(a)` the fields of B are other variables than those of A, and must be the same slots.
type slot struct {
	field *types.Var
	node  Node
}

// A placeholder says what an object from outside the package stands for: a value that a caller provides, or that unknown code returned.
//
// For example, in
//
//	func Tune(c *Client) { c.HTTP.Transport.Idle = 1 }
//
// what is written to is the placeholder of Tune, parameter 0, path HTTP.Transport, if Client is a type of another package, and the summary
// says Tune#0.HTTP.Transport.Idle=positive. If Client is of this package, it is the placeholder "type Client" with that path (rule 5),
// since whoever calls Tune may have got the client anywhere.
type placeholder struct {
	of    string         // the function or type that it enters by; empty for what outside code returned
	param int            // index of the parameter, -1 for the receiver
	path  string         // the access path: fields selected since, joined by dots
	depth int            // how many these are
	call  *Call          // that returned it
	asked *Call          // or that may have, by a method of an interface behind which there is code of another package
	pkg   *types.Package // whose code it came from
	entry *Function      // by a parameter of which it came in
	own   bool           // what only this package gives: one of the fields is unexported

	variable *types.Var // of another package, that it came in by

	heldBy *types.Var // the variable of another package that holds it, of those that the catalog knows
	copied *Call      // it is a copy of that, which this call made
}

// maxDepth is the k-limit: how many fields are selected from a value that came from outside.
//
// Without a limit `for n != nil { n = n.Next }` would make objects forever. What lies deeper holds nothing from outside: what is done to
// it is not in the summary, which may lead to a false finding in an importer.
const maxDepth = 3

func (o *Object) String() string { return fmt.Sprintf("o%d", o.id) }

// write notes that something was written to field.
//
// Kinds of values are collected, not counted: a field that was given 0 in one place and 5 in another is Zero|Positive.
func (o *Object) write(field string, v Value) {
	if o.writes == nil {
		o.writes = make(map[string]Value)
	}
	o.writes[field] |= v
}

// writeIn notes that something was written to field by code of region r of function f.
//
// The region matters only in relation to where the object is made. In
//
//	if debug {
//		t := &T{}
//		t.Idle = 1
//	}
//
// the write is certain for t, as whoever makes t is in the branch already. Regions of other functions cannot be compared with it, and are
// taken as they are.
func (o *Object) writeIn(field string, v Value, f *Function, r *Region) {
	o.write(field, v)
	if o.sometimes == nil {
		o.sometimes = make(map[string][]*Region)
	}
	if in, at := o.made(); in == f && f != nil && r != nil && at.Within(r) {
		r = nil // whoever makes it is there already
	}
	if r == nil {
		o.writeAlways(field)
	} else {
		o.sometimes[field] = append(o.sometimes[field], r)
	}
}

func (o *Object) writeAlways(field string) {
	if o.always == nil {
		o.always = make(map[string]bool)
	}
	o.always[field] = true
}

// WroteAlways reports whether one of the fields of those names, which were written to, is so on every path, as far as is known.
//
// It is true of a field that was not written at all, so ask [Object.Wrote] first.
func (o *Object) WroteAlways(fields ...string) bool {
	var sometimes []*Region
	for _, field := range fields {
		if o.always[field] || len(o.sometimes[field]) == 0 {
			return true
		}
		sometimes = append(sometimes, o.sometimes[field]...)
	}
	_, at := o.made()
	return cover(sometimes, at, func(b *branches) int { return b.come })
}

// made returns the function that makes o, and the part of it, if o has a site or is a copy. Both are nil otherwise.
func (o *Object) made() (*Function, *Region) {
	switch {
	case o.site != nil:
		return o.site.in, o.site.region
	case o.from != nil && o.from.copied != nil:
		return o.from.copied.In, o.from.copied.Region
	case o.by != nil:
		return o.by.In, o.by.Region
	}
	return nil, nil
}

// writeElsewhere notes that code which is not read here writes to field.
func (o *Object) writeElsewhere(field string, v Value) {
	o.write(field, v)
	o.writeAlways(field)
	if o.elsewhere == nil {
		o.elsewhere = make(map[string]bool)
	}
	o.elsewhere[field] = true
}

// writeConst notes that field was given an integer constant.
func (o *Object) writeConst(field string, c int64) {
	if o.largest == nil {
		o.largest = make(map[string]int64)
	}
	o.largest[field] = max(o.largest[field], c)
}

// Type returns the object's type without pointers.
func (o *Object) Type() types.Type { return o.typ }

// Site returns the site that makes the object, if it is of a tracked type.
func (o *Object) Site() *Site { return o.site }

// Func returns the function of this package that the object is, and Ext the one of another package.
func (o *Object) Func() *Function  { return o.fn }
func (o *Object) Ext() *types.Func { return o.ext }

// Recv returns what a method value is bound to.
func (o *Object) Recv() Node { return o.recv }

// In returns the function that allocates the object, nil if none does, and At the node where it does, or where a function becomes a
// value.
func (o *Object) In() *Function { return o.in }
func (o *Object) At() Node      { return o.at }

// FromOutside reports whether the object is a placeholder for values of other packages, and returns the call that returned it, if
// one did.
func (o *Object) FromOutside() (call *Call, outside bool) {
	if o.from == nil {
		return nil, false
	}
	return o.from.call, true
}

// Asked returns the call of an interface's method that returned the object, if that was code of another package; nil if none did.
func (o *Object) Asked() *Call {
	if o.from == nil {
		return nil
	}
	return o.from.asked
}

// IsZero reports whether the object is the zero value of a variable or field of struct type, and has no site. What is assigned to its
// fields is in it.
func (o *Object) IsZero() bool { return o.zero }

// Pos returns where the object is allocated, or referred to if it is a function.
func (o *Object) Pos() token.Pos { return o.pos }

// Variable returns the variable of another package that the object is, or is a part of, nil if it is none.
func (o *Object) Variable() *types.Var {
	if o.from == nil {
		return nil
	}
	return o.from.variable
}

// An Entrance says where a value from outside the package came in.
type Entrance struct {
	Of    string         // the function, as [FuncKey] names it, or "type T", by which it came in; empty for all others
	Param int            // the parameter of the function, -1 for the receiver
	Call  *Call          // that returned it, nil if none did, or if neither a call graph nor explanations were asked for
	Var   *types.Var     // of another package, that it came in by
	Pkg   *types.Package // whose code it came from, nil if that is not known
	Path  string         // the fields selected since, joined by dots
}

// Entrance returns where the object came in, and whether it came from outside.
func (o *Object) Entrance() (Entrance, bool) {
	if o.from == nil {
		return Entrance{}, false
	}
	p := o.from
	return Entrance{p.of, p.param, p.call, p.variable, p.pkg, p.path}, true
}

// Entry returns the function of this package by a parameter of which the object came in from outside, nil if it did not.
//
// Fields of it are not the parameter, therefore the test of depth.
func (o *Object) Entry() *Function {
	if o.from == nil || o.from.depth > 0 {
		return nil
	}
	return o.from.entry
}

// IsOwn reports whether the object stands for what a field holds that other packages cannot give anything, as it is unexported or in one
// that is. What this package gives it is there as well, so it stands for nothing else.
func (o *Object) IsOwn() bool { return o.from != nil && o.from.own }

// HeldBy returns the variable of another package that holds the object, if it is one that the catalog knows; copied says that the
// object is a copy of what it holds.
func (o *Object) HeldBy() (v *types.Var, copied bool) {
	if o.from == nil {
		return nil, false
	}
	return o.from.heldBy, o.from.copied != nil
}

// CopyOf returns the allocation that the object is a copy of, and what made the copy, nil if it is none. Where the copy is, its original
// counts as being, too, but not the other way round. What a variable of another package holds is no allocation: see [Object.HeldBy].
func (o *Object) CopyOf() (original *Object, by *Call) { return o.of, o.by }

// CopiedAt returns where the object was copied, if it is a copy and the package says where.
//
//	t.Clone()
//	*t
func (o *Object) CopiedAt() token.Pos {
	by := o.by
	if o.from != nil {
		by = o.from.copied
	}
	switch {
	case by == nil:
		return token.NoPos
	case by.Expr != nil:
		return by.Expr.Pos()
	}
	return by.Pos
}

// MadeBy returns the library function that made the object, nil if none did.
func (o *Object) MadeBy() *types.Func { return o.maker }

// Wrote returns what was written to the object's field of that name.
func (o *Object) Wrote(field string) Value { return o.writes[field] }

// Largest returns the largest integer constant that was written to the object's field of that name, 0 if none was.
func (o *Object) Largest(field string) int64 { return o.largest[field] }

// Fields calls f for each field that was looked at, sorted by name.
//
// The order is kept until fields are added, since clients walk the same objects again and again.
func (o *Object) Fields(f func(*types.Var, Node)) {
	if len(o.order) != len(o.slots) {
		o.order = slices.SortedFunc(maps.Values(o.slots), func(x, y slot) int { return strings.Compare(x.field.Name(), y.field.Name()) })
	}
	for _, s := range o.order {
		f(s.field, s.node)
	}
}
