package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"
)

// expr reads e and returns the node of its value, 0 if nothing of interest can be in it. Each expression is read once, for to read
// one that allocates is to allocate.
//
// Operands that hold nothing of interest are read all the same: a call, a literal or a reference may be inside.
func (r reader) expr(e ast.Expr) Node {
	switch e := e.(type) {
	case *ast.CallExpr:
		if results := r.call(e); len(results) > 0 {
			return results[0]
		}
	case *ast.UnaryExpr:
		return r.unary(e)
	case *ast.BinaryExpr:
		// A literal to compare with is no value to judge.
		r.discardEmpty(e.X, r.expr(e.X))
		r.discardEmpty(e.Y, r.expr(e.Y))
	case *ast.CompositeLit:
		return r.literal(e)
	case *ast.FuncLit:
		return r.funcLit(e)
	case *ast.IndexListExpr:
		return r.expr(e.X)
	case *ast.StarExpr:
		return r.copied(r.place(e, true).node, e)
	case *ast.ParenExpr, *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr, *ast.SliceExpr, *ast.TypeAssertExpr:
		return r.place(e, true).node
	}
	return 0
}

// copied returns a node for the value of e, a pointer's pointee, which n holds. One of a tracked type is copied, as by a method Clone:
//
//	t := *http.DefaultTransport.(*http.Transport)
func (s scope) copied(n Node, e *ast.StarExpr) Node {
	if n == 0 || s.isTracked(s.info.TypeOf(e)) == nil {
		return n
	}
	to := s.node()
	s.cloned(n, to, &Call{In: s.fn, Region: s.region, Pos: e.Pos()})
	return to
}

// tuple reads e, the only operand where n values are wanted.
func (r reader) tuple(e ast.Expr, n int) []Node {
	out := make([]Node, n)
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		copy(out, r.call(call))
		return out
	}
	// v, ok := of a map, a channel or a type assertion.
	out[0] = r.expr(e)
	return out
}

// named reads a name; refers says that what it names is referred to.
func (r reader) named(id *ast.Ident, refers bool) Node {
	switch o := r.info.ObjectOf(id).(type) {
	case *types.Var:
		n := r.variable(o)
		if n != 0 && refers {
			r.referToVar(o, id.Pos())
		}
		return n
	case *types.Func:
		r.refer(Reference{Pos: id.Pos(), Fn: o})
		return r.funcValue(o, 0, id.Pos())
	}
	return 0
}

// method reads the selection of a method: a method value or expression.
//
// The two forms, and what the object for each has:
//
//	f := x.Do   // a method value: recv is x
//	g := (*T).Do // a method expression: the first argument is the receiver
func (r reader) method(e *ast.SelectorExpr, sel *types.Selection) Node {
	fn := sel.Obj().(*types.Func)
	r.refer(Reference{Pos: e.Sel.Pos(), Fn: fn})
	if sel.Kind() == types.MethodVal {
		return r.funcValue(fn, r.receiver(e, sel), e.Sel.Pos())
	}
	o := r.funcObject(fn, sel.Type())
	o.methodExpr = true
	return r.function(o, sel.Type().(*types.Signature))
}

// receiver returns the node of the value whose method e selects, past the fields that embed it.
func (r reader) receiver(e *ast.SelectorExpr, sel *types.Selection) Node {
	path := sel.Index()
	n, _ := r.step(r.expr(e.X), sel.Recv(), path[:len(path)-1])
	return n
}

// funcValue returns a node with fn, which is referred to at pos, as a value, bound to recv if it is a method.
func (s scope) funcValue(fn *types.Func, recv Node, pos token.Pos) Node {
	sig := fn.Signature()
	o := s.funcObject(fn, sig)
	o.recv, o.pos = recv, pos
	if recv != 0 {
		s.methodValues = append(s.methodValues, MethodValue{fn, o, s.fn, s.region})
	}
	return s.function(o, sig)
}

// funcObject returns a new object for fn as a value of type t.
func (g *generator) funcObject(fn *types.Func, t types.Type) *Object {
	if f := g.funcs[fn.Origin()]; f != nil {
		return &Object{typ: t, fn: f}
	}
	return &Object{typ: t, ext: fn}
}

// funcLit reads a function literal. It counts as called from outside: where the value goes is not known yet. The body is read where the
// literal stands, with a copy of the locals of the function around it.
func (r reader) funcLit(e *ast.FuncLit) Node {
	sig, ok := r.info.TypeOf(e).(*types.Signature)
	if !ok {
		return 0 // a part of something that has no type
	}
	f := r.newFunction(sig, nil, e, r.fn)
	r.refer(Reference{Pos: e.Pos(), Lit: f})
	f.outside = true
	r.calledFromOutside(f)
	r.body(f, e.Body)
	return r.function(&Object{typ: sig, fn: f}, sig)
}

// unary reads e. The address of a field is a write of unknown value ([Dynamic]), so the field is silent, as for
//
//	flag.IntVar(&t.Idle, "idle", 0, "")
//
// A receive is its channel (rule 2), and other operators make no value of interest.
func (r reader) unary(e *ast.UnaryExpr) Node {
	if e.Op == token.AND {
		switch x := ast.Unparen(e.X).(type) {
		case *ast.StarExpr:
			return r.expr(x.X)
		case *ast.SelectorExpr:
			if sel := r.info.Selections[x]; sel != nil {
				// Whoever gets the address of a field may write to it.
				base, _, f := r.selected(x, sel)
				r.noteExpr(base, f, nil, e.Pos(), nil, nil)
				return r.address(base, f)
			}
		}
	}
	return r.expr(e.X)
}

// literal reads a composite literal, and returns the node of its value.
//
// It models
//
//	x := &T{f: y}
//
// as an object, a write for each element, and a store for each value. Writes in a literal have no function or region: they are there
// whenever the object is. [generator.fillField] notes that the zero value of a field of struct type was replaced.
func (r reader) literal(e *ast.CompositeLit) Node {
	t := Deref(r.info.TypeOf(e))
	if isUntyped(t) {
		for _, elt := range e.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			r.lose(elt)
		}
		return 0
	}
	s := structOf(core(t))
	if s == nil {
		return r.container(e, t)
	}
	n := r.nodeFor(t)
	r.allocate(n, t, literalSite(e))
	for i, elt := range e.Elts {
		leave := r.trace.enterNode(elt)
		var f *types.Var
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			key, _ := kv.Key.(*ast.Ident)
			f, _ = r.info.Uses[key].(*types.Var)
			elt = kv.Value
		} else if i < s.NumFields() {
			f = s.Field(i)
		}
		val := r.expr(elt)
		if f == nil { // ill-typed
			leave()
			continue
		}
		base, owner := r.promoted(n, t, f)
		r.noteExpr(base, f, elt, elt.Pos(), nil, nil)
		r.store(base, f, val)
		r.handOver(Named(owner), f, val)
		r.fillField(f)
		leave()
	}
	return n
}

// promoted returns the struct that f, a key of a literal of type t, is a field of: since Go 1.27 that may be one that t embeds.
func (s scope) promoted(n Node, t types.Type, f *types.Var) (base Node, owner types.Type) {
	for g := range structOf(core(t)).Fields() {
		if g.Origin() == f.Origin() {
			return n, t
		}
	}
	if _, path, _ := types.LookupFieldOrMethod(t, true, f.Pkg(), f.Name()); len(path) > 1 {
		return s.step(n, t, path[:len(path)-1])
	}
	return n, t
}

func literalSite(e *ast.CompositeLit) Site {
	if e.Type != nil {
		return Site{Pos: e.Type.Pos(), End: e.Type.End(), Kind: Literal, Lit: e}
	}
	return Site{Pos: e.Lbrace, End: e.Lbrace + 1, Kind: Literal, Lit: e}
}

// container reads a literal of a container: it is its elements and keys.
func (r reader) container(e *ast.CompositeLit, t types.Type) Node {
	n := r.nodeFor(t)
	for _, elt := range e.Elts {
		leave := r.trace.enterNode(elt)
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			r.copy(r.expr(kv.Key), n)
			elt = kv.Value
		}
		r.insert(r.info.TypeOf(elt), r.expr(elt), n)
		leave()
	}
	return n
}

// allocate adds to n an object for the value of type t that is made at site. If t is a type parameter, that is one for each
// type that it may be.
//
//	o ∈ n
//
// It is the one place where sites for literals, new and variables are made. Objects of other struct types of this package join all values
// of their type, where methods and callers from outside find them.
func (s scope) allocate(n Node, t types.Type, at Site) {
	if n == 0 {
		return
	}
	p, generic := types.Unalias(t).(*types.TypeParam)
	list := s.instances[p]
	if len(list) == 0 {
		list = []types.Type{types.Unalias(t)}
	}
	for _, t := range list {
		o := &Object{typ: t, in: s.fn, at: n, pos: at.Pos}
		w := s.isTracked(t)
		derived := w != Named(t)
		if w != nil && !(generic && derived) {
			site := at
			site.Type, site.derived, site.in, site.region, site.obj = w, derived, s.fn, s.region, o
			o.site = &site
			s.sites = append(s.sites, &site)
			if at.Kind == Literal || at.Kind == New {
				s.made[at.Pos] = append(s.made[at.Pos], &site)
			}
		} else if tn := s.ownStruct(t); tn != nil {
			s.instantiated[tn] = true
			s.add(s.allOfType(tn), o)
		}
		s.add(n, o)
	}
}
