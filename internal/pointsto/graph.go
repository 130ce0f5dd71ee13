package pointsto

import (
	"go/token"
	"go/types"
	"slices"
)

// A Graph is what [Analyze] learned of a package: functions, calls and what they pass, objects and what they lead to. References
// and owners of fields are in it only if a call graph was asked for.
//
// It is for clients that ask who owns a value, how long it lives and who calls whom (lambda, netuse). They walk the solution and must not
// change it. It is complete when [Analyze] has returned.
type Graph struct {
	g        *generator
	contents *contents
	holders  *Index[*Object] // once somebody asks

	writes map[writtenTo][]Write // nil until somebody asks for them

	// Nil until somebody asks why:
	places        *namedPlaces
	deeds         *Index[int]   // what does something to objects, by its place in what was said
	ofTypes       map[Node]bool // nodes that hold all values of a type
	lastExplained *explanation
}

// An explanation answers questions about one object. It walks the copies forward from where the object is made, so the ways are shortest.
//
// If the budget is spent, it has not all of them.
type explanation struct {
	*generator
	g       *Graph
	o       *Object
	reached map[Node]edge    // how the walk first came to a node; from is 0 where it began
	depth   int              // of structs, on the way of whose fields the object is
	shares  []*types.Package // by which what is asked about may be another object, which the one before is
}

func newGraph(g *generator) *Graph {
	return &Graph{g: g, contents: &contents{g.solver, make(map[Node]Node), make(map[string]Node)}}
}

// Spend counts n steps of work of a client in the budget of the package, and reports whether there is some left. Past it, the client
// may stop: [Result.Conclude] drops what it found.
func (g *Graph) Spend(n int) bool { return g.g.budget.spend(n) }

// Functions returns the functions of the package: declared ones and literals, in the order in which they were read.
func (g *Graph) Functions() []*Function { return g.g.functions }

// Func returns the function of this package that fn is, or nil.
func (g *Graph) Func(fn *types.Func) *Function { return g.g.funcs[fn.Origin()] }

// At returns the objects that n holds. The slice must not be changed.
func (g *Graph) At(n Node) []*Object { return g.g.at(n) }

// Holds reports whether n holds o.
func (g *Graph) Holds(n Node, o *Object) bool { return g.g.has(n, o) }

// Content returns a node that stands for all those that hold the same as n, 0 if n holds nothing.
//
// Most nodes of a package hold the same as many others. What is asked of each of them is asked once if it is asked of the content.
func (g *Graph) Content(n Node) Node { return g.contents.content(n) }

// NewIndex returns an empty index of the nodes of g.
func NewIndex[T any](g *Graph) *Index[T] {
	return &Index[T]{g.contents, make(map[Node]*Entry[T]), make(map[*Object][]*Entry[T])}
}

// Holders returns the objects that have fields, by what these hold: the client by its transport. It is made when it is first asked for.
func (g *Graph) Holders() *Index[*Object] {
	if g.holders == nil {
		g.holders = NewIndex[*Object](g)
		g.Objects(func(o *Object) {
			o.Fields(func(_ *types.Var, n Node) { g.holders.Add(n, o) })
		})
	}
	return g.holders
}

// Next calls f for each node that what n holds goes on to.
func (g *Graph) Next(n Node, f func(Node)) { g.g.next(n, f) }

// Owner returns the object of which n is a field, nil if it is none.
func (g *Graph) Owner(n Node) *Object { return g.g.owners[n] }

// Var returns the node of v, a variable of a package, or one that a literal shares with the function around it: what is assigned to
// those is not told apart.
//
// Of a local that is assigned more than once, and that no literal uses, this is the node of its first value only.
func (g *Graph) Var(v *types.Var) Node {
	if n, ok := g.g.captured[v]; ok {
		return n
	}
	return g.g.vars[v.Origin()]
}

// Calls returns the calls of other packages' functions, in the order in which they were read.
func (g *Graph) Calls() []*Call { return g.g.outsideCalls }

// AllCalls returns the calls of functions of all packages, of function values and of interfaces' methods.
func (g *Graph) AllCalls() []*Call { return g.g.allCalls }

// MethodValues returns the methods that are bound to receivers.
func (g *Graph) MethodValues() []MethodValue { return g.g.methodValues }

// FieldStores returns the assignments to fields, in the order in which they were read.
func (g *Graph) FieldStores() []FieldStore { return g.g.fieldStores }

// Writes returns the values that the field of that name of o is given, in the order of the source, and one without an expression for all
// that code which cannot be seen, or is in other packages, may do.
func (g *Graph) Writes(o *Object, field string) []Write {
	if g.writes == nil {
		g.writes = make(map[writtenTo][]Write)
		for _, w := range g.g.fieldWrites {
			for _, o := range g.At(w.base) {
				k := writtenTo{o, w.field}
				g.writes[k] = append(g.writes[k], w.to(o))
			}
		}
	}
	out := slices.Clip(g.writes[writtenTo{o, field}])
	if o.elsewhere[field] || o.escapes {
		out = append(out, Write{})
	}
	return out
}

// VarStores returns the assignments by functions to variables that are not their own.
func (g *Graph) VarStores() []VarStore { return g.g.varStores }

// Leaving calls yield for what other packages get.
//
// Both forms count: `lib.Use(t)` and `lib.Config{T: t}`.
func (g *Graph) Leaving(yield func(Handover) bool) {
	for _, c := range g.g.outsideCalls {
		for i, n := range c.Args {
			if n != 0 && !yield(Handover{Val: n, Pkg: c.Fn.Pkg(), Fn: c.Fn, Type: c.Fn.Signature().Params().At(i).Type()}) {
				return
			}
		}
	}
	for _, h := range g.g.handedOver {
		if !yield(h) {
			return
		}
	}
}

// Objects calls f for each object that some place holds.
func (g *Graph) Objects(f func(*Object)) {
	for _, o := range g.g.objects[1:] {
		f(o)
	}
}

// Global returns what the exported variable of another package stands for, if the package refers to it, and where it does so
// first.
func (g *Graph) Global(path, name string) (objects []*Object, first token.Pos) {
	for v, pos := range g.g.globals {
		if v.Name() == name && v.Pkg().Path() == path {
			return g.At(g.g.vars[v]), pos
		}
	}
	return nil, token.NoPos
}

// Configures reports whether the package assigns to a variable of the package at path, or to a field of what one holds.
//
// It asks for the variable itself and for all that it leads to, `lib.Client = c` and `lib.Client.T.Idle = 1`.
func (g *Graph) Configures(path string) bool {
	if g.g.configured[path] {
		return true
	}
	reached := make(map[*Object]bool)
	for v := range g.g.globals {
		if v.Pkg().Path() == path {
			g.g.reachable(g.g.vars[v], reached)
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
//
// If the budget is spent, it is not all of them.
func (g *Graph) Reach(objects []*Object) map[*Object]bool {
	reached := make(map[*Object]bool)
	for _, o := range objects {
		if g.Spend(1) {
			g.g.reach(o, reached)
		}
	}
	return reached
}

// Held returns the objects that variables of the package hold, or values from outside, and all that these lead to. What is in a field
// of struct type does not count for the latter: all values of the struct share it.
//
// That values of this package's types come from outside means that somebody else keeps them, so what they hold is held.
func (g *Graph) Held() map[*Object]bool {
	return g.held(func(o *Object) bool { return o.site == nil || o.site.Kind != Field })
}

func (g *Graph) held(counts func(*Object) bool) map[*Object]bool {
	out := make(map[*Object]bool)
	for v, n := range g.g.vars {
		if v.Parent() == g.g.pkg.Scope() {
			g.reachAll(n, out)
		}
	}
	for _, n := range g.g.ofType {
		for _, o := range g.At(n) {
			if o.from == nil {
				continue
			}
			out[o] = true
			for _, s := range o.slots {
				for _, p := range g.At(s.node) {
					if counts(p) {
						g.g.reach(p, out)
					}
				}
			}
		}
	}
	return out
}

// reachAll adds to out what n holds, and all that this leads to.
func (g *Graph) reachAll(n Node, out map[*Object]bool) {
	for _, o := range g.At(n) {
		g.g.reach(o, out)
	}
}

// Escaping returns the objects that outlive the function that allocates them: what functions return, variables of this package and of others
// hold, or values from outside keep, and all that these lead to.
func (g *Graph) Escaping() map[*Object]bool {
	out := g.held(func(*Object) bool { return true })
	for v, n := range g.g.vars {
		if v.Pkg() != g.g.pkg {
			g.reachAll(n, out)
		}
	}
	for _, f := range g.g.functions {
		for _, n := range f.results {
			g.reachAll(n, out)
		}
	}
	return out
}

// Public returns the objects that other packages can get hold of: what functions return that they call, exported variables hold, and all
// that these lead to by fields that they can select. A variable, or a field of a value of type of, counts only if shows says so; if it is
// nil, all do. What a function returns that is not exported they do not get, whoever has it as a value, as with a literal.
func (g *Graph) Public(shows func(of types.Type, v *types.Var) bool) map[*Object]bool {
	p := publicity{g, shows, make(map[*Object]bool)}
	for v, n := range g.g.vars {
		if v.Parent() == g.g.pkg.Scope() && v.Exported() && p.counts(nil, v) {
			p.reachAll(n)
		}
	}
	for _, f := range g.g.functions {
		if f.outside && f.obj != nil && f.obj.Exported() {
			for _, n := range f.results {
				p.reachAll(n)
			}
		}
	}
	return p.out
}

// A publicity looks for what other packages can get hold of.
type publicity struct {
	*Graph
	shows func(of types.Type, v *types.Var) bool
	out   map[*Object]bool
}

func (p publicity) counts(of types.Type, v *types.Var) bool { return p.shows == nil || p.shows(of, v) }

func (p publicity) reachAll(n Node) {
	for _, o := range p.At(n) {
		p.reach(o)
	}
}

// reach is heap.reach without the fields that only this package can select. A field that is embedded lends what it has to the struct, so
// it is public under any name.
func (p publicity) reach(o *Object) {
	if p.out[o] {
		return
	}
	p.out[o] = true
	p.g.budget.work++
	for _, s := range o.slots {
		if (s.field.Exported() || s.field.Embedded() || s.field.Pkg() != p.g.pkg) && p.counts(o.typ, s.field) {
			p.reachAll(s.node)
		}
	}
}

// The places of a package by their nodes.
type namedPlaces struct {
	entries, results map[Node]*Function
	vars             map[Node]*types.Var // of packages
}
