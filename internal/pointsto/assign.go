package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"
)

// A place is what an expression that names one stands for: the node of what is there, and where an update of it goes.
//
// For the left side of an assignment it is not enough to know what is there:
//
//	m[k] = v     // into and keys: the map's own node
//	x.f[k] = v   // base and field: the container in the field of each object that x may be
//	*x.f = v
//
// [generator.update] uses either into, or base and field.
type place struct {
	node  Node
	into  Node // unless it is a field
	keys  Node // of a map, what is put into it along with a value
	base  Node // of a field, the struct
	owner types.Type
	field *types.Var
}

// place reads e; refers says that variables which it names are referred to, and not only assigned to.
//
// An index, a slice expression and a dereference leave the place as it is (rules 1 and 2). The key of a map goes to the node of the
// elements, since a map is its keys as well.
func (r reader) place(e ast.Expr, refers bool) place {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return r.place(e.X, refers)
	case *ast.Ident:
		n := r.named(e, refers)
		return place{node: n, into: n}
	case *ast.SelectorExpr:
		sel := r.info.Selections[e]
		if sel == nil {
			return r.place(e.Sel, refers)
		}
		if sel.Kind() != types.FieldVal {
			return place{node: r.method(e, sel)}
		}
		base, owner, f := r.selected(e, sel)
		return place{node: r.load(base, f), base: base, owner: owner, field: f}
	case *ast.IndexExpr:
		key := r.expr(e.Index)
		p := r.place(e.X, refers)
		if key != 0 {
			keys := r.node()
			r.copy(p.keys, keys)
			r.copy(key, keys)
			p.keys = keys
		}
		return p
	case *ast.StarExpr:
		return r.place(e.X, refers)
	case *ast.SliceExpr:
		r.expr(e.Low)
		r.expr(e.High)
		r.expr(e.Max)
		return r.place(e.X, refers)
	case *ast.TypeAssertExpr:
		return r.assertion(e)
	}
	n := r.expr(e)
	return place{node: n, into: n}
}

// assertion reads e. What is put into a container by way of it is found in what was asserted, too.
//
// In
//
//	m, _ := x.(map[string]*T)
//	m["a"] = t // in x, too
//
// the copy goes back only for containers, for a struct behind the interface is the same object anyway.
func (r reader) assertion(e *ast.TypeAssertExpr) place {
	p := r.place(e.X, true)
	t := r.info.TypeOf(e)
	if tup, ok := t.(*types.Tuple); ok {
		t = tup.At(0).Type()
	}
	n := r.nodeFor(t)
	if n != 0 {
		r.assertTo(p.node, n, t)
		if isContainer(t) {
			r.copy(n, p.node)
			r.update(p, n)
		}
	}
	p.node = n
	return p
}

// selected returns the struct that field selection e ends at, its type, and the field.
//
// The fields of an embedding path are loads like others ([heap.step]).
func (r reader) selected(e *ast.SelectorExpr, sel *types.Selection) (Node, types.Type, *types.Var) {
	path, f := sel.Index(), sel.Obj().(*types.Var)
	base, owner := r.step(r.expr(e.X), sel.Recv(), path[:len(path)-1])
	return base, owner, f
}

// update adds val to what p holds already: a weak update.
func (g *generator) update(p place, val Node) {
	if p.field == nil {
		g.copy(val, p.into)
		return
	}
	g.constrain(p.base, store{f: p.field, val: val, weak: true})
	g.handOver(Named(p.owner), p.field, val)
}

// put makes val an element of what e leads to: a container, the target of a pointer, a channel.
//
// It models
//
//	m[k] = v
//	ch <- v
//	copy(dst, src)
//
// An element that is a container itself is found by way of both, so the copy goes back as well.
func (r reader) put(e ast.Expr, elem types.Type, val Node) {
	p := r.place(e, false)
	r.update(p, val)
	if p.keys != 0 {
		r.update(p, p.keys)
	}
	if isContainer(elem) {
		r.copy(p.node, val)
	}
}

func (r reader) assignment(s *ast.AssignStmt) {
	if len(s.Lhs) != len(s.Rhs) {
		for i, n := range r.tuple(s.Rhs[0], len(s.Lhs)) {
			r.assign(s.Lhs[i], n, nil)
		}
		return
	}
	// All operands are read before any is written.
	vals := make([]Node, len(s.Rhs))
	for i, e := range s.Rhs {
		vals[i] = r.expr(e)
		if isBlank(s.Lhs[i]) {
			r.discard(e, vals[i])
		}
	}
	for i, e := range s.Rhs {
		if s.Tok != token.ASSIGN && s.Tok != token.DEFINE {
			e = nil // what x += e comes to is not known
		}
		r.assign(s.Lhs[i], vals[i], e)
	}
}

// assign writes val to lhs as a whole. It is the value of from; nil means that only the running program knows it.
//
// By the form of the left side:
//
//	x = v      assignVar
//	pkg.X = v  the variable of another package, which counts as configured ([Graph.Configures])
//	x.f = v    a store, and a write if f is a field of a tracked type
//	x[i] = v   put
//	*x = v     a replacement, and an update
//
// The write's region skips a guard that is the value itself ([Region.past]), and one that asks whether this very field is nil: otherwise
// it had been set already.
func (r reader) assign(lhs ast.Expr, val Node, from ast.Expr) {
	if lhs != nil && !isBlank(lhs) && isUntyped(r.info.TypeOf(lhs)) {
		r.lost(val)
		return
	}
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		r.assignVar(lhs, val, from)
	case *ast.SelectorExpr:
		sel := r.info.Selections[lhs]
		if sel == nil {
			if v, ok := r.info.Uses[lhs.Sel].(*types.Var); ok && r.relevant.has(v.Type()) {
				r.configured[v.Pkg().Path()] = true
			}
			r.put(lhs, nil, val)
			return
		}
		base, owner, f := r.selected(lhs, sel)
		if id, ok := ast.Unparen(lhs.X).(*ast.Ident); ok && len(sel.Index()) == 1 {
			if v, ok := r.info.ObjectOf(id).(*types.Var); ok {
				r.given(unreadPlace{v, f}, from)
			}
		}
		region := r.region.past(r.info, lhs.X)
		if region != nil && region.absent != nil && SamePlace(r.info, region.absent, lhs) {
			region = region.parent // there is something otherwise
		}
		r.noteExpr(base, f, from, lhs.Pos(), r.fn, region)
		r.store(base, f, val)
		r.handOver(Named(owner), f, val)
		if r.in.CallGraph && val != 0 {
			r.fieldStores = append(r.fieldStores, FieldStore{r.fn, f.Origin(), val, r.ofCopy(lhs.X)})
		}
		r.fillField(f)
	case *ast.IndexExpr:
		r.put(lhs, r.info.TypeOf(lhs), val)
	case *ast.StarExpr:
		p := r.place(lhs.X, true)
		r.constrain(p.node, replace{val})
		r.copy(val, p.node)
		r.update(p, val)
	}
}

// noteExpr records that field f of the objects of base is given the value of e, nil for one that is not known, by code at a place of region
// r of function in. That is nil for a literal, and for an address, by which anybody may write to f.
//
// Only fields of tracked types have writes. Those of all other structs are followed for what they hold.
func (g *generator) noteExpr(base Node, f *types.Var, e ast.Expr, at token.Pos, in *Function, r *Region) {
	if !g.fields[f.Origin()] {
		return
	}
	w := newWrite(g.trace, f, g.info, e, in, r)
	g.constrain(base, w)
	g.fieldWrites = append(g.fieldWrites, fieldWrite{base, w, e, at})
}

// ofCopy reports whether x is, or is a part of, the copy that the method which is read got as its receiver.
func (s scope) ofCopy(x ast.Expr) bool {
	for structOf(s.info.TypeOf(x)) != nil {
		switch e := ast.Unparen(x).(type) {
		case *ast.SelectorExpr:
			x = e.X
		case *ast.Ident:
			return s.fn != nil && s.fn.sig.Recv() != nil && s.info.Uses[e] == s.fn.sig.Recv()
		default:
			return false
		}
	}
	return false
}

// assignVar assigns to the variable that id names.
//
// A variable of struct type is an object of its own. To define it with a literal is to make that object, so the literal's site gets the
// variable; to assign to it later overwrites that object, and what is assigned is copied into the same node.
func (r reader) assignVar(id *ast.Ident, val Node, from ast.Expr) {
	v, ok := r.info.ObjectOf(id).(*types.Var)
	if !ok || id.Name == "_" {
		return
	}
	r.given(unreadPlace{v: v}, from)
	defines := r.info.Defs[id] != nil
	if r.in.CallGraph && !defines && r.fn != nil && !r.fn.Declares(v) {
		r.varStores = append(r.varStores, VarStore{id.Pos(), v, r.fn, r.region == nil})
	}
	if r.assignLocal(v, val) {
		return
	}
	n := r.variable(v)
	if _, ok := ast.Unparen(from).(*ast.StarExpr); ok {
		defer r.trace.copying()()
	}
	r.alias(val, n, v.Type())
	if from != nil && isContainer(r.info.TypeOf(from)) { // in an interface
		r.copy(n, val)
	}
	if !defines {
		r.overwrite(n, v)
	} else if lit, ok := ast.Unparen(from).(*ast.CompositeLit); ok {
		// Of a struct type: the literal is the variable's until something is stored over it.
		r.eachOf(val, lit, func(o *Object) { o.site.variable = v })
	}
}

// eachOf calls f for what lit, which was read into n, allocated.
//
// It is asked while reading, directly after the literal was read, so the node holds at least that.
func (g *generator) eachOf(n Node, lit *ast.CompositeLit, f func(*Object)) {
	for _, o := range g.at(n) {
		if o.site != nil && o.site.Lit == lit {
			f(o)
		}
	}
}

// overwrite notes that the zero value of variable v, one of struct type, is overwritten.
func (g *generator) overwrite(n Node, v *types.Var) { g.constrain(n, mark{what: overwritten, v: v}) }

// discard reads that the value of e, which val holds, is thrown away: what e makes is no value to judge.
//
// For example `_ = T{}`, which asserts that a type has certain fields, is not a value anybody uses.
func (g *generator) discard(e ast.Expr, val Node) {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	if lit, ok := e.(*ast.CompositeLit); ok {
		g.eachOf(val, lit, func(o *Object) {
			o.overwritten = true
			g.trace.overwrote(o)
		})
	}
}

// discardEmpty discards e if it is T{}.
func (g *generator) discardEmpty(e ast.Expr, val Node) {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok && len(lit.Elts) == 0 {
		g.discard(e, val)
	}
}

// discardZero discards e if it is T{}, &T{}, *new(T), or a variable of a struct type that has its zero value, to all appearance.
//
// Results beside an error are not used by callers that look at the error:
//
//	return T{}, err
func (g *generator) discardZero(info *types.Info, e ast.Expr, val Node) {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		g.discardZero(info, e.X, val)
	case *ast.StarExpr:
		if call, ok := ast.Unparen(e.X).(*ast.CallExpr); ok && info.Types[call.Fun].IsBuiltin() {
			g.constrain(val, mark{what: overwritten})
		}
	case *ast.Ident:
		if v, ok := info.ObjectOf(e).(*types.Var); ok {
			g.overwrite(val, v)
		}
	default:
		g.discardEmpty(e, val)
	}
}
