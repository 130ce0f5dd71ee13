package pointsto

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
)

// A Kind is a form in which a value comes into being.
type Kind uint8

const (
	Literal Kind = iota // T{...}, &T{...}, or elided in a container
	New                 // new(T)
	Var                 // var x T
	Field               // a struct field of type T
)

// A Site is an expression or a declaration that makes a value of a tracked type, with what became of the value.
//
// Sites are made while the syntax is read ([scope.allocate], and [generator.structFields] for fields). What is exported of one is filled
// by [generator.judged] after solving; before, it is the object that collects what happens.
//
//	t := &lib.T{Idle: 1} // a Literal, Writes["Idle"] is Positive
//	u := new(lib.T)      // a New
//	var v lib.T          // a Var
//	type s struct {
//		t lib.T // a Field: one site for all values of s
//	}
type Site struct {
	Type     *types.TypeName // the tracked type
	Kind     Kind
	Pos, End token.Pos         // of the type's name, as far as it is written
	Lit      *ast.CompositeLit // for a Literal

	// Writes says for each field of the type what was written to it, in the literal or later.
	Writes map[string]Value

	// Escapes: the value was handed to unknown code, or was overwritten as a whole. Fields without writes are unknown.
	Escapes bool

	// Overwritten: it is a zero value that something was stored over, or that was thrown away.
	Overwritten bool

	// Circumstances are what clients of the analysis found out about the value, for those who judge it.
	Circumstances map[catalog.Test]bool

	derived  bool            // of a type derived from the tracked one
	variable *types.Var      // for a Var
	owner    *types.TypeName // for a Field that other packages can fill, the type that has it
	in       *Function       // that makes it
	region   *Region         // of in
	obj      *Object
}

// In returns the function that makes the value, nil if none does, and Region the part of it.
func (s *Site) In() *Function   { return s.in }
func (s *Site) Region() *Region { return s.region }

// Object returns what stands for the value.
func (s *Site) Object() *Object { return s.obj }

// A Region is a part of a function that may be skipped or repeated: a branch, the body of a loop.
//
// Regions form a tree below each function, whose own region is nil. They are made by [reader.guarded] only. A region that comes with every
// value does not count as a condition:
//
//	if c.t != nil {
//		c.t.Idle = 1 // whenever there is a t
//	}
//	for _, t := range all {
//		t.Idle = 1 // each of them
//	}
type Region struct {
	parent *Region
	guard  ast.Expr // what is there at all where this runs, nil if that is not all that matters
	absent ast.Expr // what is nil where this runs

	of *branches // that this is one of, nil if none may run
}

// Branches are those of a statement that runs one of them.
//
// If a field is written in each branch that comes to the end, it is written always ([Object.WroteAlways]). An `if` without `else` has an
// empty second branch, in which nothing is written.
type branches struct {
	parent *Region
	come   int // how many come to the statement's end
	all    int // how many there are
}

// Cover reports whether whoever comes to region at comes to one of regions, as some are all the branches of a statement.
func Cover(regions []*Region, at *Region) bool {
	return cover(regions, at, func(b *branches) int { return b.all })
}

// cover starts from each of regions and climbs as long as it has found the branches of a statement, as many as are needed, in
//
//	if a {
//		t.Idle = 1
//	} else {
//		t.Idle = 2
//	}
//
// to the region around the statement, until it comes to at.
func cover(regions []*Region, at *Region, needed func(*branches) int) bool {
	covered := make(map[*branches]map[*Region]bool)
	for _, r := range regions {
		for ; r != nil && r.of != nil; r = r.parent {
			if covered[r.of] == nil {
				covered[r.of] = make(map[*Region]bool)
			}
			covered[r.of][r] = true
			if len(covered[r.of]) < needed(r.of) {
				break
			}
			if r.of.parent == nil || at.Within(r.of.parent) {
				return true
			}
		}
	}
	return false
}

// IfAbsent reports whether r runs only where a field is nil.
func (r *Region) IfAbsent() bool {
	for ; r != nil; r = r.parent {
		if _, ok := r.absent.(*ast.SelectorExpr); ok {
			return true
		}
	}
	return false
}

// Absent returns the expression that is nil where r runs, nil if its condition asks something else.
func (r *Region) Absent() ast.Expr { return r.absent }

// past returns the region around r for which it counts that something is done to x in r: whether there is an x, and how many, makes no
// difference.
//
// It climbs as long as the guard is x itself. The guard of an inner region hides nothing of an outer one: in
//
//	if debug {
//		if t != nil {
//			t.Idle = 1
//		}
//	}
//
// the write to t depends on debug alone.
func (r *Region) past(info *types.Info, x ast.Expr) *Region {
	for r != nil && r.guard != nil && SamePlace(info, r.guard, x) {
		r = r.parent
	}
	return r
}

// Within reports whether whoever runs r also runs outer, if outer stands behind it.
func (r *Region) Within(outer *Region) bool {
	for ; r != nil; r = r.parent {
		if r == outer {
			return true
		}
	}
	return outer == nil
}

// A Function is a declared function or a literal.
//
// Each has one set of nodes for all its calls: the analysis is context-insensitive, except for what returned says. A function that a range
// statement calls (`for x := range seq`) has one as well, which is not among [Graph.Functions]: see [reader.iterate].
type Function struct {
	obj     *types.Func // nil for a literal
	sig     *types.Signature
	parent  *Function // the function around a literal
	recv    Node
	params  []Node
	results []Node
	outside bool // may be called by code that is not in the package

	pos, end   token.Pos
	references []Reference
	returned   []returnedParam
	assigned   map[*types.Var]bool       // variables that it assigns to after their definition
	captured   map[*types.Var]token.Pos  // variables that it assigns to after a literal has seen them: where the last assignment ends
	asked      map[*types.Var]*types.Var // variables that say whether a context has a deadline
	calls      []resolvedCall
}

// A returnedParam says that a result is a parameter, -1 for the receiver. Each call knows for itself what it passes there.
//
// In
//
//	func With(t *T, n int) *T { t.Idle = n; return t }
//
// a copy from the parameter to the result would give each caller the values of all others, and a finding on one of them would be silenced
// by what was done to another.
type returnedParam struct{ result, param int }

// A resolvedCall is a call that is connected with the function it runs.
//
// It is made by [generator.bind], for a static call while reading, for a dynamic one while solving.
type resolvedCall struct {
	in            *Function // nil for the initializer of a package variable
	region        *Region
	recv          Node
	args, results []Node
	pos           token.Pos // if somebody asks why
}

// Obj returns the declared function, nil for a literal.
func (f *Function) Obj() *types.Func { return f.obj }

// Parent returns the function around a literal.
func (f *Function) Parent() *Function { return f.parent }

// Root returns the outermost function around f, f itself if it is not in another one: a declared function, or a literal in the initializer
// of a package variable. It is nil if f is.
func (f *Function) Root() *Function {
	for f != nil && f.parent != nil {
		f = f.parent
	}
	return f
}

// Calls returns the calls in the package that may run f.
func (f *Function) Calls() []LocalCall {
	out := make([]LocalCall, len(f.calls))
	for i, c := range f.calls {
		out[i] = LocalCall{c.in, c.region, c.recv, c.args, c.results}
	}
	return out
}

// Span returns where f's declaration, or the literal, begins and ends.
func (f *Function) Span() (pos, end token.Pos) { return f.pos, f.end }

// References returns what f refers to, in the order of the source.
func (f *Function) References() []Reference { return f.references }

// Signature returns the function's type.
func (f *Function) Signature() *types.Signature { return f.sig }

// Recv, Params and Results return what f gets and what it returns, except for the parameters that it returns: see ReturnedParams.
func (f *Function) Recv() Node      { return f.recv }
func (f *Function) Params() []Node  { return f.params }
func (f *Function) Results() []Node { return f.results }

// ReturnedParams returns the parameters, the receiver among them, that f returns to whoever passed them.
func (f *Function) ReturnedParams() []Node {
	var out []Node
	for _, p := range f.returned {
		out = append(out, f.operand(p.param))
	}
	return out
}

// PassedBy returns what c passes as n, if that is an operand of f, and n itself if it is not.
//
// Clients use it to follow a value from a function to those who call it.
func (f *Function) PassedBy(c LocalCall, n Node) Node {
	if n == f.recv {
		return c.Recv
	}
	if i := slices.Index(f.params, n); i >= 0 && i < len(c.Args) {
		return c.Args[i]
	}
	return n
}

// Declares reports whether v is a variable of f, or of a literal inside of it.
func (f *Function) Declares(v *types.Var) bool { return f.pos <= v.Pos() && v.Pos() < f.end }

// Referred reports whether something may run f that does not call it by name: it is exported, or used as a value.
//
// The name of a function in the operand of a call does not count as a use of it as a value ([generator.scan]); a function literal
// always counts.
func (f *Function) Referred() bool { return f.outside }

// Within reports whether f is g or a literal inside of it.
func (f *Function) Within(g *Function) bool {
	for ; f != nil; f = f.parent {
		if f == g {
			return true
		}
	}
	return false
}

// param returns which parameter of f v is.
func (f *Function) param(v *types.Var) (int, bool) {
	if f.sig.Recv() == v {
		return -1, true
	}
	for i := range f.sig.Params().Len() {
		if f.sig.Params().At(i) == v {
			return i, true
		}
	}
	return 0, false
}

// operand returns the node of parameter i.
func (f *Function) operand(i int) Node {
	if i < 0 {
		return f.recv
	}
	return f.params[i]
}

// A Reference is a place where a function refers to something outside of itself.
type Reference struct {
	Pos token.Pos
	Var *types.Var  // a variable of a package, or of a function around a literal
	Fn  *types.Func // a function or method, of this package or another, called or not
	Lit *Function   // a literal inside of it

	Always bool // not in a branch or a loop
}

// A Call is a call in the package: one that is written there, or one that the call of a function value or of an interface's method
// turned out to be.
//
// For one place in the source there may be several: the call of a function value is one without Fn, and each function of another package
// that it turns out to run while solving is one with Fn and without Expr.
type Call struct {
	Fn     *types.Func // the function or method; nil for a function value
	Sig    *types.Signature
	Expr   *ast.CallExpr // nil if it is not written as one of Fn
	Pos    token.Pos     // likewise
	In     *Function     // nil for the initializer of a package variable
	Region *Region       // of In
	Fun    Node          // the function value, if there is no Fn
	Recv   Node
	Args   []Node // one for each parameter

	Results []Node

	returned []*Object
}

// Returned returns the objects that stand for what the call returns.
func (c *Call) Returned() []*Object { return c.returned }

// A LocalCall is a call of a function of the package.
type LocalCall struct {
	In      *Function // nil for the initializer of a package variable
	Region  *Region   // of In
	Recv    Node
	Args    []Node
	Results []Node
}

// A MethodValue is a method that is bound to a receiver.
type MethodValue struct {
	Fn     *types.Func
	Object *Object // the value
	In     *Function
	Region *Region
}

// A FieldStore is an assignment to a field.
//
// They are for clients that ask who retains what. A store to a copy is lost when the method returns:
//
//	func (c C) set(t *T) { c.t = t } // Copied
type FieldStore struct {
	In     *Function // nil for the initializer of a package variable
	Field  *types.Var
	Val    Node
	Copied bool // the field is one of a copy that the method got as its receiver
}

// A VarStore is an assignment by a function to a variable that is not its own.
type VarStore struct {
	Pos    token.Pos
	Var    *types.Var
	In     *Function
	Always bool // whoever runs the function assigns
}

// A Node is a place that holds objects: a variable, a field of an object, a function's result, an expression.
// The zero node holds nothing, and constraints about it say nothing.
//
// That constraints about the zero node say nothing spares each caller a test: what is irrelevant has node 0, and so has all that is
// derived from it.
type Node int32

func (n Node) String() string { return fmt.Sprintf("n%d", n) }

// resultVar returns the variable of the function's result i, if it has a name.
func (f *Function) resultVar(i int) *types.Var {
	if v := f.sig.Results().At(i); v.Name() != "" {
		return v
	}
	return nil
}

// A Handover is what another package gets: as an argument of a call, or in a field of one of its structs.
//
// They are what [Graph.Leaving] yields.
type Handover struct {
	Val   Node
	Pkg   *types.Package  // that gets it
	Fn    *types.Func     // whose argument it is; nil for a field
	Type  types.Type      // of the parameter; nil for a field
	Owner *types.TypeName // of the field; nil for an argument
	Field *types.Var
}
