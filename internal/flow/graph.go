package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// A Graph is what [Follow] learned of a package when it was asked to trace: functions and what they mention, objects and what
// they lead to.
type Graph struct{ b *builder }

// A Mention is a place where a function refers to something outside of itself.
type Mention struct {
	Pos token.Pos
	Var *types.Var  // a variable of a package, or of a function around a literal
	Fn  *types.Func // a function or method, of this package or another, called or not
	Lit *Function   // a literal inside of it

	Always bool // not in a branch or a loop
}

// A Call is a call in the package: one that is written there, or one that the call of a function value or of an interface's method
// turned out to be.
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

	outside  bool // Fn is another package's
	returned []*Object
}

// Returned returns the objects that stand for what the call returns.
func (c *Call) Returned() []*Object { return c.returned }

// newCall records a call.
func (b scope) newCall(fn *types.Func, sig *types.Signature, recv Node, args, results []Node) *Call {
	c := &Call{Fn: fn, Sig: sig, In: b.fn, Region: b.region, Recv: recv, Args: args, Results: results}
	b.made = append(b.made, c)
	return c
}

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
type FieldStore struct {
	In     *Function // nil for the initializer of a package variable
	Field  *types.Var
	Val    Node
	Copied bool // the field is one of a copy that the method got as its receiver
}

// FieldStores returns the assignments to fields, in the order in which they were read.
func (g *Graph) FieldStores() []FieldStore { return g.b.fieldStores }

// A VarStore is an assignment by a function to a variable that is not its own.
type VarStore struct {
	Pos    token.Pos
	Var    *types.Var
	In     *Function
	Always bool // whoever runs the function assigns
}

// Functions returns the functions of the package: declared ones and literals, in the order in which they were read.
func (g *Graph) Functions() []*Function { return g.b.functions }

// Func returns the function of this package that fn is, or nil.
func (g *Graph) Func(fn *types.Func) *Function { return g.b.funcs[fn.Origin()] }

// At returns the objects that n holds.
func (g *Graph) At(n Node) []*Object { return g.b.at(n) }

// Next calls f for each node that what n holds goes on to.
func (g *Graph) Next(n Node, f func(Node)) {
	for _, e := range g.b.nodes[n].edges {
		f(e.to)
	}
}

// Owner returns the object of which n is a field, nil if it is none.
func (g *Graph) Owner(n Node) *Object { return g.b.owners[n] }

// Var returns the node of v, a variable of a package, or one that a literal shares with the function around it: what is assigned to
// those is not told apart.
func (g *Graph) Var(v *types.Var) Node { return g.b.vars[v.Origin()] }

// Calls returns the calls of other packages' functions, in the order in which they were read.
func (g *Graph) Calls() []*Call { return g.b.traced }

// AllCalls returns the calls of functions of all packages, of function values and of interfaces' methods.
func (g *Graph) AllCalls() []*Call { return g.b.made }

// MethodValues returns the methods that are bound to receivers.
func (g *Graph) MethodValues() []MethodValue { return g.b.bound }

// Leaving calls yield for what other packages get: by calls, or in fields of their structs.
func (g *Graph) Leaving(yield func(Node) bool) {
	for _, c := range g.b.traced {
		for _, n := range c.Args {
			if n != 0 && !yield(n) {
				return
			}
		}
	}
	for _, n := range g.b.handed {
		if !yield(n) {
			return
		}
	}
}

// Holds reports whether n holds o.
func (g *Graph) Holds(n Node, o *Object) bool { return g.b.holds(n, o) }

// Objects calls f for each object that a place holds, several times for those that several hold.
func (g *Graph) Objects(f func(*Object)) {
	for i := range g.b.nodes {
		for _, o := range g.b.nodes[i].objects {
			f(o)
		}
	}
}

// Global returns what the exported variable of another package stands for, if the package refers to it, and where it does so
// first.
func (g *Graph) Global(path, name string) (objects []*Object, first token.Pos) {
	for v, pos := range g.b.globals {
		if v.Name() == name && v.Pkg().Path() == path {
			return g.b.at(g.b.vars[v]), pos
		}
	}
	return nil, token.NoPos
}

// Configures tells whether the package assigns to a variable of the package at path, or to a field of what one holds.
func (g *Graph) Configures(path string) bool {
	if g.b.configured[path] {
		return true
	}
	reached := make(map[*Object]bool)
	for v := range g.b.globals {
		if v.Pkg().Path() == path {
			g.b.reachable(g.b.vars[v], reached)
		}
	}
	for o := range reached {
		if len(o.writes) > 0 {
			return true
		}
	}
	return false
}

// Reach returns objects, and what their fields lead to.
func (g *Graph) Reach(objects []*Object) map[*Object]bool {
	reached := make(map[*Object]bool)
	for _, o := range objects {
		g.b.reach(o, reached)
	}
	return reached
}

// VarStores returns the assignments by functions to variables that are not their own.
func (g *Graph) VarStores() []VarStore { return g.b.varStores }

// Obj returns the declared function, nil for a literal.
func (f *Function) Obj() *types.Func { return f.obj }

// Parent returns the function around a literal.
func (f *Function) Parent() *Function { return f.parent }

// Calls returns the calls in the package that may run f.
func (f *Function) Calls() []LocalCall {
	out := make([]LocalCall, len(f.calls))
	for i, c := range f.calls {
		out[i] = LocalCall{c.fn, c.region, c.recv, c.args, c.results}
	}
	return out
}

// Mentions returns what f refers to, in the order of the source.
func (f *Function) Mentions() []Mention { return f.mentions }

// Signature returns the function's type.
func (f *Function) Signature() *types.Signature { return f.sig }

// Recv, Params and Results return what f gets and what it returns, but for the parameters that it returns: see Passed.
func (f *Function) Recv() Node      { return f.recv }
func (f *Function) Params() []Node  { return f.params }
func (f *Function) Results() []Node { return f.results }

// Passed returns the parameters, the receiver among them, that f returns to whoever passed them.
func (f *Function) Passed() []Node {
	var out []Node
	for _, p := range f.passed {
		out = append(out, f.operand(p.param))
	}
	return out
}

// Declares reports whether v is a variable of f, or of a literal inside of it.
func (f *Function) Declares(v *types.Var) bool { return f.declares(v) }

// Referred reports whether something may run f that does not call it by name: it is exported, or used as a value.
func (f *Function) Referred() bool { return f.outside }

// Within tells whether f is g or a literal inside of it.
func (f *Function) Within(g *Function) bool { return f.within(g) }

// PassedBy returns what c passes as n, if that is an operand of f, and n itself if it is not.
func (f *Function) PassedBy(c LocalCall, n Node) Node {
	if n == f.recv {
		return c.Recv
	}
	if i := slices.Index(f.params, n); i >= 0 && i < len(c.Args) {
		return c.Args[i]
	}
	return n
}

// Type returns the object's type without pointers.
func (o *Object) Type() types.Type { return o.typ }

// Site returns the site that makes the object, if it is of a watched type.
func (o *Object) Site() *Site { return o.site }

// Func returns the function of this package that the object is, and Ext the one of another package.
func (o *Object) Func() *Function  { return o.fn }
func (o *Object) Ext() *types.Func { return o.ext }

// Recv returns what a method value is bound to.
func (o *Object) Recv() Node { return o.recv }

// In returns the function that makes the object, nil if none does, and At the node where it does.
func (o *Object) In() *Function { return o.in }
func (o *Object) At() Node      { return o.at }

// FromOutside tells whether the object stands for values of other packages, and returns the call that returned it, if one did.
func (o *Object) FromOutside() (call *Call, outside bool) {
	if o.sym == nil {
		return nil, false
	}
	return o.sym.call, true
}

// Pos returns where the object is made, or referred to if it is a function.
func (o *Object) Pos() token.Pos { return o.pos }

// Variable returns the variable of another package that the object is, or is a part of, nil if it is none.
func (o *Object) Variable() *types.Var {
	if o.sym == nil {
		return nil
	}
	return o.sym.variable
}

// HeldBy returns the variable of another package that holds the object, if it is one that the catalogue knows; copied says that the
// object is a copy of what it holds.
func (o *Object) HeldBy() (v *types.Var, copied bool) {
	if o.sym == nil {
		return nil, false
	}
	return o.sym.heldBy, o.sym.copied
}

// MadeBy returns the library function that made the object, nil if none did.
func (o *Object) MadeBy() *types.Func { return o.maker }

// Wrote returns what was written to the object's field of that name.
func (o *Object) Wrote(field string) Value { return o.writes[field] }

// Largest returns the largest integer constant that was written to the object's field of that name, 0 if none was.
func (o *Object) Largest(field string) int64 { return o.largest[field] }

// Fields calls f for each field that was looked at, sorted by name.
func (o *Object) Fields(f func(*types.Var, Node)) {
	if len(o.sorted) != len(o.fields) {
		o.sorted = slices.SortedFunc(maps.Values(o.fields), func(x, y field) int { return strings.Compare(x.v.Name(), y.v.Name()) })
	}
	for _, field := range o.sorted {
		f(field.v, field.n)
	}
}

// In returns the function that makes the value, nil if none does, and Region the part of it.
func (s *Site) In() *Function   { return s.scope.fn }
func (s *Site) Region() *Region { return s.scope.region }

// Object returns what stands for the value.
func (s *Site) Object() *Object { return s.obj }

// mention records a reference of the function that is being read.
func (b scope) mention(m Mention) {
	if b.in.Trace && b.fn != nil {
		m.Always = b.region == nil
		b.fn.mentions = append(b.fn.mentions, m)
	}
}

// mentionVar records a reference to v, unless v is the current function's own.
func (b scope) mentionVar(v *types.Var, pos token.Pos) {
	if !b.in.Trace {
		return
	}
	if v.Pkg() != b.in.Pkg {
		if _, ok := b.globals[v]; !ok {
			b.globals[v] = pos
		}
	}
	if b.fn != nil && !b.fn.declares(v) {
		b.mention(Mention{Pos: pos, Var: v})
	}
}
