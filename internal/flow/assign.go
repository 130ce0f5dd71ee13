package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

func (b scope) assignment(s *ast.AssignStmt) {
	if len(s.Lhs) != len(s.Rhs) {
		for i, n := range b.tuple(s.Rhs[0], len(s.Lhs)) {
			b.assign(s.Lhs[i], n, nil)
		}
		return
	}
	// All operands are read before any is written.
	vals := make([]Node, len(s.Rhs))
	for i, e := range s.Rhs {
		vals[i] = b.expr(e)
		if isBlank(s.Lhs[i]) {
			b.discard(e, vals[i])
		}
	}
	for i, e := range s.Rhs {
		if s.Tok != token.ASSIGN && s.Tok != token.DEFINE {
			e = nil // what x += e comes to is not known
		}
		b.assign(s.Lhs[i], vals[i], e)
	}
}

// assign writes val to lhs as a whole. It is the value of from; nil means that only the running program knows it.
func (b scope) assign(lhs ast.Expr, val Node, from ast.Expr) {
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		obj, ok := b.object(lhs).(*types.Var)
		if !ok || lhs.Name == "_" {
			return
		}
		if b.in.Trace && b.info.Defs[lhs] == nil && !b.fn.declares(obj) {
			b.varStores = append(b.varStores, VarStore{lhs.Pos(), obj, b.fn, b.region == nil})
		}
		if b.newVersion(obj, val) {
			return
		}
		n := b.variable(obj)
		b.alias(val, n, obj.Type())
		if from != nil && isContainer(b.info.TypeOf(from)) { // in an interface
			b.copy(n, val)
		}
		if b.info.Defs[lhs] != nil {
			b.initial(obj, from, val)
		} else {
			b.fill(n, obj)
		}
	case *ast.SelectorExpr:
		sel := b.info.Selections[lhs]
		if sel == nil {
			if v, ok := b.info.Uses[lhs.Sel].(*types.Var); ok && b.carries(v.Type()) {
				b.configured[v.Pkg().Path()] = true
			}
			b.put(lhs, val)
			return
		}
		base, owner, f := b.selected(lhs, sel)
		b.noteExpr(base, f, from)
		b.storeField(base, owner, f, val)
		if b.in.Trace && val != 0 {
			b.fieldStores = append(b.fieldStores, FieldStore{b.fn, f.Origin(), val, b.ofCopy(lhs.X)})
		}
		if site := b.fieldSite(f); site != nil {
			site.obj.filled = true
		}
	case *ast.IndexExpr:
		b.put(lhs.X, b.withKey(lhs, val))
		if isContainer(b.info.TypeOf(lhs)) {
			b.copy(b.again(lhs.X), val)
		}
	case *ast.StarExpr:
		to := b.expr(lhs.X)
		b.each(to, func(o *Object) {
			if !b.holds(val, o) {
				o.filled = true
			}
		})
		b.fillFields(to, val)
		b.copy(val, to)
		b.putAgain(lhs.X, val)
	}
}

// ofCopy reports whether x is, or is a part of, the copy that the method which is read got as its receiver.
func (b scope) ofCopy(x ast.Expr) bool {
	for structOf(b.info.TypeOf(x)) != nil {
		switch e := ast.Unparen(x).(type) {
		case *ast.SelectorExpr:
			x = e.X
		case *ast.Ident:
			return b.fn != nil && b.fn.sig.Recv() != nil && b.info.Uses[e] == b.fn.sig.Recv()
		default:
			return false
		}
	}
	return false
}

// fillFields copies what the fields of val hold to those of the structs that n points to.
func (b *builder) fillFields(n, val Node) {
	b.each(n, func(o *Object) {
		s := structOf(o.typ)
		if s == nil || o.sym != nil {
			return
		}
		b.each(val, func(v *Object) {
			if v == o {
				return
			}
			for f := range s.Fields() {
				if b.carries(f.Type()) {
					b.copy(b.field(v, f), b.field(o, f))
				}
			}
		})
	})
}

// initial reads `v := from` of a struct type: the literal is v's until something is stored over it.
func (b scope) initial(v *types.Var, from ast.Expr, val Node) {
	lit, ok := ast.Unparen(from).(*ast.CompositeLit)
	if !ok {
		return
	}
	b.each(val, func(o *Object) {
		if o.site != nil && o.site.Lit == lit {
			o.site.variable = v
		}
	})
}

// discard reads that the value of e, which val holds, is thrown away: what e makes is no value to judge.
func (b scope) discard(e ast.Expr, val Node) {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	if lit, ok := e.(*ast.CompositeLit); ok {
		b.each(val, func(o *Object) {
			if o.site != nil && o.site.Lit == lit {
				o.filled = true
			}
		})
	}
}

// discardEmpty discards e if it is T{}.
func (b scope) discardEmpty(e ast.Expr, val Node) {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok && len(lit.Elts) == 0 {
		b.discard(e, val)
	}
}

// discardZero discards e if it is T{}, &T{}, *new(T), or a variable of a struct type that has its zero value, to all appearance.
func (b scope) discardZero(e ast.Expr, val Node) {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		b.discardZero(e.X, val)
	case *ast.StarExpr:
		if call, ok := ast.Unparen(e.X).(*ast.CallExpr); ok && b.info.Types[call.Fun].IsBuiltin() {
			b.each(val, func(o *Object) { o.filled = true })
		}
	case *ast.Ident:
		v, _ := b.object(e).(*types.Var)
		b.fill(val, v)
	default:
		b.discardEmpty(e, val)
	}
}

// isFailure tells whether e is an error other than nil, or false.
func isFailure(info *types.Info, e ast.Expr) bool {
	tv := info.Types[e]
	if tv.Value != nil && tv.Value.Kind() == constant.Bool {
		return !constant.BoolVal(tv.Value)
	}
	return tv.Type != nil && implementsError(tv.Type)
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// fill marks the zero value of variable v, one of struct type, as replaced.
func (b *builder) fill(n Node, v *types.Var) {
	b.each(n, func(o *Object) {
		if o.site != nil && o.site.variable == v {
			o.filled = true
		}
	})
}

// put adds val to what the place lhs leads to: an element of a container, the target of a pointer, a channel.
func (b scope) put(lhs ast.Expr, val Node) {
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		b.copy(val, b.again(lhs))
	case *ast.SelectorExpr:
		sel := b.info.Selections[lhs]
		if sel == nil {
			b.put(lhs.Sel, val)
			return
		}
		base, owner, f := b.selected(lhs, sel)
		b.addToField(base, owner, f, val)
	case *ast.IndexExpr:
		b.put(lhs.X, b.withKey(lhs, val))
	case *ast.StarExpr:
		b.put(lhs.X, val)
	case *ast.SliceExpr:
		b.put(lhs.X, val)
	case *ast.UnaryExpr:
		b.put(lhs.X, val)
	default:
		b.copy(val, b.expr(lhs))
	}
}

// withKey returns a node with val and the index of e, which for a map goes into it as well.
func (b scope) withKey(e *ast.IndexExpr, val Node) Node {
	key := b.expr(e.Index)
	if key == 0 {
		return val
	}
	n := b.node()
	b.copy(key, n)
	b.copy(val, n)
	return n
}

// selected returns the struct that field selection e ends at, its type, and the field.
func (b scope) selected(e *ast.SelectorExpr, sel *types.Selection) (Node, types.Type, *types.Var) {
	path := sel.Index()
	base, owner := b.step(b.expr(e.X), sel.Recv(), path[:len(path)-1])
	return base, owner, sel.Obj().(*types.Var)
}

// addToField adds val to what the field holds already.
func (b scope) addToField(base Node, owner types.Type, f *types.Var, val Node) {
	b.each(base, func(o *Object) { b.copy(val, b.field(o, f)) })
	b.handOver(named(owner), f, val)
}

func (b scope) storeField(base Node, owner types.Type, f *types.Var, val Node) {
	b.store(base, f, val)
	b.handOver(named(owner), f, val)
}
