package pointsto

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// An Origin says where something was done to an object, what, and how the object came there.
type Origin struct {
	Kind OriginKind
	Pos  token.Pos // where the code of this package stands

	Wrote  Value     // what was written, if something was
	Value  ast.Expr  // the same, as the source has it; nil if it is not one expression, or not here
	Base   Node      // what holds the object there
	In     *Function // for Assigned, the function that does; nil for the initializer of a variable
	Region *Region   // of In

	Fn    *types.Func     // the function that gets the object, or that does it
	Owner *types.TypeName // for FieldOf, the struct of another package
	Field *types.Var      // likewise
	Pkg   *types.Package  // for Shared, whose code may return the object
	Place string          // where code of another package does it, as [Input.Explain] names places there

	Path []Step // how the object came there from where it is made
}

// An OriginKind is a way in which something is done to an object.
type OriginKind uint8

const (
	InLiteral   OriginKind = iota // it is written in the literal that makes the value
	Assigned                      // it is assigned
	Addressed                     // its address is taken, so that it may be assigned
	ByHelper                      // Fn, of another package, writes it, or hands it on to code that cannot be seen
	Shared                        // Pkg retains the object, and it is done to what Pkg returns
	Unseen                        // Fn, of another package, gets the object, and its code cannot be seen
	Bodiless                      // Fn, of this package, gets it, and its body is not Go that was read
	AnyFunction                   // a function value gets it that may be any function
	Implemented                   // Fn gets it, a method of an interface that other packages may implement
	Reflected                     // Fn gets it as an any, and may write to it by reflection
	FieldOf                       // it is stored in Field of Owner, a struct of a package whose code cannot be seen
	Called                        // a function that returns it goes to Fn, or to other code that cannot be seen
	Unsafe                        // it is converted to an unsafe.Pointer
	Panicked                      // it is in a panic, and whoever recovers may write to it
	Untyped                       // it goes where types are not known, as the package has errors
	Replaced                      // another value is stored over it, or it is thrown away
	Exhausted                     // the package is too large
)

// A Step is a part of the way of an object.
type Step struct {
	Kind StepKind
	Pos  token.Pos // where the code stands; it may be none
	Call token.Pos // for Returned, the call that gets it; it may be none

	Func  *Function   // for Passed, Received and Returned
	Fn    *types.Func // for HandedOn
	Field *types.Var  // for StoredIn and ReadFrom
	Var   *types.Var  // for AssignedTo
	Of    types.Type  // what the step is about, if that is not the object but the struct that a field of it is in
}

// A StepKind is a kind of [Step].
type StepKind uint8

const (
	Passed     StepKind = iota // to Func
	Received                   // by method Func, which gets all values of its type, or from callers that are not in the package
	Returned                   // by Func
	Through                    // it is passed to Func, which returns its parameter
	HandedOn                   // it is passed to Fn, of another package, which returns it
	StoredIn                   // Field
	ReadFrom                   // Field
	AssignedTo                 // Var, a variable of a package
	Copied                     // it is the copy of what a pointer leads to
)

// Explains reports whether the analysis was asked why.
func (g *Graph) Explains() bool { return g.g.trace != nil }

// Origins returns where the field of that name of o is written, in the order of the source. It needs Input.Explain.
func (g *Graph) Origins(o *Object, field string) []Origin { return g.explanation(o).of(field) }

// Unknown returns where o goes to code that cannot be seen, or is overwritten, in the order of the source. It needs Input.Explain.
func (g *Graph) Unknown(o *Object) []Origin { return g.explanation(o).unknown() }

// Path returns how o comes to n from where it is made. It needs Input.Explain.
func (g *Graph) Path(o *Object, n Node) []Step { return g.explanation(o).path(n) }

// explanation returns that of o. Most questions are about the object that the one before was about.
func (g *Graph) explanation(o *Object) *explanation {
	if g.lastExplained == nil || g.lastExplained.o != o {
		g.lastExplained = g.newExplanation(o)
	}
	return g.lastExplained
}

func (g *Graph) newExplanation(o *Object) *explanation {
	x := &explanation{generator: g.g, g: g, o: o, reached: make(map[Node]edge)}
	if g.g.trace == nil {
		return x
	}
	// All values of a type are one node, which tells less than a call that passes this one. So it comes last.
	all := g.typeNodes()
	var queue, last []Node
	visit := func(from, to Node) {
		if _, ok := x.reached[to]; ok {
			return
		}
		x.reached[to] = edge{from, to}
		if all[to] {
			last = append(last, to)
		} else {
			queue = append(queue, to)
		}
	}
	for _, n := range g.g.trace.begun[o] {
		visit(0, n)
	}
	for len(queue)+len(last) > 0 && g.Spend(1) {
		if len(queue) == 0 {
			queue, last = last, nil
		}
		n := queue[0]
		queue = queue[1:]
		for _, to := range g.g.state(n).copies.list {
			visit(n, to)
		}
		for _, c := range g.g.state(n).filtered {
			if c.only.admits(g.g.heap, o) {
				visit(n, c.to)
			}
		}
	}
	return x
}

// of returns the origins of what is written to field.
func (x *explanation) of(field string) []Origin {
	if x.trace == nil || x.o.writes[field] == 0 {
		return nil
	}
	var out []Origin
	for _, s := range x.g.done(x.o) {
		switch c := s.c.(type) {
		case write:
			if c.field != field {
				continue
			}
			at := Origin{Kind: Assigned, Pos: s.pos, Wrote: c.value, Value: c.from, In: c.in, Region: c.region}
			switch {
			case c.in == nil && c.from == nil:
				at.Kind = Addressed
			case c.in == nil && x.o.site != nil && x.o.site.Lit != nil && x.o.site.Lit.Pos() <= s.pos && s.pos < x.o.site.Lit.End():
				at.Kind = InLiteral
			}
			out = append(out, x.at(at, s.n))
		case effect:
			if c.path == "" && !c.does.Escapes && c.does.Field == field {
				out = append(out, x.at(Origin{Kind: ByHelper, Pos: s.pos, Wrote: c.does.Value, Fn: s.fn, Owner: s.owner, Field: s.field, Place: c.does.Place}, s.n))
			}
		}
	}
	if len(out) == 0 {
		out = x.shared(func(p *Object) bool { return p.writes[field] != 0 }, func(p *explanation) []Origin { return p.of(field) })
	}
	return sortOrigins(out)
}

// unknown returns why what becomes of the object is not known.
func (x *explanation) unknown() []Origin {
	if x.trace == nil || !x.o.escapes && !x.o.overwritten {
		return nil
	}
	var out []Origin
	for _, s := range x.g.done(x.o) {
		at := Origin{Pos: s.pos, Fn: s.fn, Owner: s.owner, Field: s.field}
		switch c := s.c.(type) {
		case mark:
			if c.what != escapesNow || c.v != nil && (x.o.site == nil || x.o.site.variable != c.v) {
				continue
			}
			at.Kind = x.unseen(s.cause)
		case expose:
			if x.isTracked(x.o.typ) == nil && !(c.reflection && types.IsInterface(x.o.typ)) {
				continue
			}
			at.Kind = x.unseen(s.cause)
			if c.reflection && (at.Kind == Unseen || at.Kind == Implemented) {
				at.Kind = Reflected
			}
			if s.n == x.panicked {
				at.Kind = Panicked
			}
		case loss:
			at.Kind = Untyped
		case effect:
			if c.path != "" || !c.does.Escapes {
				continue
			}
			at.Kind, at.Place = ByHelper, c.does.Place
		default:
			continue
		}
		out = append(out, x.at(at, s.n))
	}
	if x.o.escapes && len(out) == 0 {
		out = x.shared(func(p *Object) bool { return p.escapes || p.overwritten }, (*explanation).unknown)
	}
	if x.o.overwritten {
		out = append(out, Origin{Kind: Replaced, Pos: x.trace.overwritten[x.o].pos})
	}
	return sortOrigins(out)
}

// unseen returns what kind of code c hands something to.
func (x *explanation) unseen(c cause) OriginKind {
	for by := c; by.by != nil; by = x.trace.known[saidOf{by.on, by.by}] {
		if _, ok := by.by.(exposeResults); ok {
			return Called
		}
	}
	switch {
	case c.owner != nil && c.owner.Pkg() == types.Unsafe:
		return Unsafe
	case c.owner != nil:
		return FieldOf
	case c.fn == nil:
		return AnyFunction
	case c.fn.Pkg() == x.pkg && !isAbstract(c.fn):
		return Bodiless
	case isAbstract(c.fn):
		return Implemented
	}
	return Unseen
}

// shared returns what is done to objects that packages returned and that may be this one, as it went there (rule 11).
func (x *explanation) shared(done func(*Object) bool, origins func(*explanation) []Origin) []Origin {
	var out []Origin
	for p, nodes := range x.retained {
		if slices.Contains(x.shares, p) {
			continue
		}
		reached := make(map[*Object]bool)
		var at Node
		for _, n := range nodes {
			if x.reachable(n, reached); reached[x.o] {
				at = n
				break
			}
		}
		if at == 0 {
			continue
		}
		for _, o := range x.returned[p] {
			t := x.isTracked(o.typ)
			if !done(o) || t == nil && !x.mayHold(o.typ) || !x.mayBeSame(x.o, t) {
				continue
			}
			y := x.g.newExplanation(o)
			y.shares = append(slices.Clip(x.shares), p)
			for _, d := range origins(y) {
				d.Kind, d.Pkg, d.Path = Shared, p, x.path(at)
				out = append(out, d)
			}
		}
	}
	return out
}

// at completes an origin that a constraint on n led to.
func (x *explanation) at(o Origin, n Node) Origin {
	o.Base, o.Path = n, x.path(n)
	return o
}

// path returns the steps from where the object is made to n.
func (x *explanation) path(n Node) []Step {
	if _, ok := x.reached[n]; !ok {
		// A constraint that was applied is known by the representative of a cycle, all of which hold the same.
		n = x.sameAs(n)
	}
	var way []edge
	for e, ok := x.reached[n]; ok && e.from != 0; e, ok = x.reached[e.from] {
		way = append(way, e)
	}
	slices.Reverse(way)
	var out []Step
	for _, e := range way {
		out = x.step(out, e)
	}
	return out
}

// sameAs returns the first node of the walk in the cycle of n.
func (x *explanation) sameAs(n Node) Node {
	r, out := x.find(n), Node(0)
	for m := range x.reached {
		if x.find(m) == r && (out == 0 || m < out) {
			out = m
		}
	}
	return out
}

// step adds to steps what copy e is, unless it is between variables of one function.
func (x *explanation) step(steps []Step, e edge) []Step {
	c := x.trace.copies[e]
	places := x.g.named()
	from, to := x.trace.fields[e.from], x.trace.fields[e.to]
	last := len(steps) - 1
	switch {
	case c.fn != nil:
		if last >= 0 && steps[last].Kind == HandedOn && steps[last].Fn == c.fn && steps[last].Pos == c.pos {
			return steps
		}
		return append(steps, Step{Kind: HandedOn, Pos: c.pos, Fn: c.fn})
	case c.copies:
		return append(steps, Step{Kind: Copied, Pos: c.pos})
	case to.field != nil:
		return append(steps, Step{Kind: StoredIn, Pos: c.pos, Field: to.field})
	case from.field != nil:
		return append(x.holder(steps, c), Step{Kind: ReadFrom, Pos: c.pos, Field: from.field})
	case places.entries[e.to] != nil:
		f := places.entries[e.to]
		if c.callee == f {
			return append(steps, Step{Kind: Passed, Pos: c.pos, Func: f})
		}
		return append(steps, Step{Kind: Received, Pos: f.pos, Func: f})
	case places.results[e.to] != nil && c.callee == nil:
		return append(steps, Step{Kind: Returned, Pos: c.pos, Func: places.results[e.to]})
	case places.results[e.from] != nil && c.callee == places.results[e.from]:
		if last >= 0 && steps[last].Kind == Returned && steps[last].Func == c.callee {
			steps[last].Call = c.pos
		}
		return steps
	case c.callee != nil:
		return append(steps, Step{Kind: Through, Pos: c.pos, Func: c.callee})
	case places.vars[e.to] != nil:
		return append(steps, Step{Kind: AssignedTo, Pos: c.pos, Var: places.vars[e.to]})
	}
	return steps
}

// holder adds how the struct whose field is read came to where that is done.
func (x *explanation) holder(steps []Step, c cause) []Step {
	if x.depth >= 2 || c.object == nil {
		return steps
	}
	y := x.g.newExplanation(c.object)
	y.depth = x.depth + 1
	for _, s := range y.path(c.on) {
		if s.Of == nil {
			s.Of = c.object.typ
		}
		if s.Kind != ReadFrom {
			steps = append(steps, s)
		}
	}
	return steps
}

// done returns what does something to o, of all that was said, in that order.
func (g *Graph) done(o *Object) []saying {
	said := g.g.trace.said
	if g.deeds == nil {
		g.deeds = NewIndex[int](g)
		for i, s := range said {
			switch s.c.(type) {
			case write, effect, mark, expose, loss:
				g.deeds.Add(s.n, i)
			}
		}
	}
	var at []int
	for _, e := range g.deeds.At(o) {
		if g.Spend(len(e.Noted)) {
			at = append(at, e.Noted...)
		}
	}
	slices.Sort(at)
	out := make([]saying, len(at))
	for k, i := range at {
		out[k] = said[i]
	}
	return out
}

// typeNodes returns the nodes that hold all values of a type.
func (g *Graph) typeNodes() map[Node]bool {
	if g.ofTypes == nil {
		g.ofTypes = make(map[Node]bool)
		for _, n := range g.g.ofType {
			g.ofTypes[n] = true
		}
	}
	return g.ofTypes
}

func (g *Graph) named() *namedPlaces {
	if g.places != nil {
		return g.places
	}
	p := &namedPlaces{make(map[Node]*Function), make(map[Node]*Function), make(map[Node]*types.Var)}
	for _, f := range g.g.functions {
		if f.recv != 0 {
			p.entries[f.recv] = f
		}
		for _, n := range f.params {
			p.entries[n] = f
		}
		for _, n := range f.results {
			p.results[n] = f
		}
	}
	for v, n := range g.g.vars {
		if v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
			p.vars[n] = v
		}
	}
	for _, m := range []map[Node]*Function{p.entries, p.results} {
		delete(m, 0)
	}
	delete(p.vars, 0)
	g.places = p
	return p
}

// sortOrigins sorts origins by place, and leaves out those of one place that say the same.
func sortOrigins(list []Origin) []Origin {
	slices.SortStableFunc(list, func(a, b Origin) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Place, b.Place), cmp.Compare(len(a.Path), len(b.Path)))
	})
	return slices.CompactFunc(list, func(a, b Origin) bool {
		return a.Pos == b.Pos && a.Kind == b.Kind && a.Fn == b.Fn && a.Place == b.Place && a.Owner == b.Owner && a.Pkg == b.Pkg
	})
}

// placeOf returns where what a summary says of o is done: that its field is written, or, if field is empty, that it escapes.
//
// What it costs does not count: to be asked why must not make a package too large.
func (g *Graph) placeOf(o *Object, field string) string {
	before := g.g.budget.work
	defer func() { g.g.budget.work = before }()
	x := g.newExplanation(o)
	origins := x.unknown
	if field != "" {
		origins = func() []Origin { return x.of(field) }
	}
	for _, at := range origins() {
		if at.Place != "" {
			return at.Place
		}
		if at.Pos.IsValid() {
			return g.g.in.Explain(at.Pos)
		}
	}
	return ""
}
