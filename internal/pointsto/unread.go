package pointsto

import (
	"go/ast"
	"go/types"
)

// A literal that is overwritten before anything reads it is no value to judge: `t := &T{}` before `t = clone`, or field f of
// `v := &S{f: &T{}}` before `v.f = clone`.

// given notes that place p, which nobody has read since it was last given something, is given e.
//
// It discards only within one region of one function. Under a condition the first value may remain:
//
//	t := &T{}
//	if c {
//		t = clone // the literal is judged
//	}
//
// Whatever reads the variable, a call that gets it or a selection, takes it out by [generator.takeUnread]. A literal with literals in its
// fields has a place for each of these as well.
func (r reader) given(p unreadPlace, e ast.Expr) {
	if old, ok := r.unread[p.v][p.f]; ok && old.fn == r.fn && old.region == r.region {
		r.discardMade(old.e)
	}
	delete(r.unread[p.v], p.f)
	if r.fn == nil || !r.fn.Declares(p.v) || !makes(r.info, e) {
		return
	}
	r.leaveUnread(p, unread{r.fn, r.region, e})
	lit, ok := ast.Unparen(stripAddress(e)).(*ast.CompositeLit)
	if !ok || p.f != nil {
		return
	}
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				if f, ok := r.info.Uses[id].(*types.Var); ok && f.IsField() && makes(r.info, kv.Value) {
					r.leaveUnread(unreadPlace{p.v, f}, unread{r.fn, r.region, kv.Value})
				}
			}
		}
	}
}

// leaveUnread notes that nobody has read u at p.
func (g *generator) leaveUnread(p unreadPlace, u unread) {
	if g.unread[p.v] == nil {
		g.unread[p.v] = make(map[*types.Var]unread)
	}
	g.unread[p.v][p.f] = u
}

// takeUnread returns what is not read of v and its fields, and forgets it: v is about to be read.
func (g *generator) takeUnread(v *types.Var) map[*types.Var]unread {
	out := g.unread[v]
	delete(g.unread, v)
	return out
}

// makes reports whether e makes a struct, or points to one that it makes.
func makes(info *types.Info, e ast.Expr) bool {
	switch x := ast.Unparen(stripAddress(e)).(type) {
	case *ast.CompositeLit:
		return structOf(info.TypeOf(x)) != nil
	case *ast.CallExpr:
		return isNew(info, x)
	}
	return false
}

func stripAddress(e ast.Expr) ast.Expr {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok {
		return u.X
	}
	return e
}

func isNew(info *types.Info, call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	return ok && id.Name == "new" && info.Types[call.Fun].IsBuiltin()
}

// discardMade discards what e makes, and the literals that stand in it as fields.
func (g *generator) discardMade(e ast.Expr) {
	e = ast.Unparen(stripAddress(e))
	for _, s := range g.made[e.Pos()] {
		if s.Lit == e || s.Kind == New {
			s.obj.overwritten = true
			g.trace.overwrote(s.obj)
		}
	}
	if lit, ok := e.(*ast.CompositeLit); ok {
		for _, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok && makes(g.info, kv.Value) {
				g.discardMade(kv.Value)
			}
		}
	}
}
