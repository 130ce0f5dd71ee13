package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// A literal that is overwritten before anything reads it is no value to judge: `t := &T{}` before `t = clone`, or field f of
// `v := &S{f: &T{}}` before `v.f = clone`. A local variable is assigned in the order of the statements, so these tell.

// An unreadPlace is a local variable, or a field of what it holds.
type unreadPlace struct {
	v *types.Var
	f *types.Var // nil for the variable
}

// A fate says what becomes of what a place holds.
type fate uint8

const (
	remains fate = iota // the place has it still
	isRead              // something reads the place, or may
	isGone              // the place has another value, or nobody can read it anymore
)

// given notes that place p is given e, and discards the literals in e that are overwritten before anything reads them, on all paths:
//
//	t := &T{} // discarded
//	if c {
//		t = clone
//	} else {
//		t = &T{Idle: 1}
//	}
//
// A literal with literals in its fields has a place for each of these as well.
func (r reader) given(p unreadPlace, e ast.Expr) {
	if r.fn == nil || !r.fn.Declares(p.v) || r.fn.captured[p.v].IsValid() || !r.makesSite(e) {
		return
	}
	if s := p.loses(r); s != nil {
		r.discardMade(e, s)
		return
	}
	lit, ok := ast.Unparen(stripAddress(e)).(*ast.CompositeLit)
	if !ok || p.f != nil {
		return
	}
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok && r.makesSite(kv.Value) {
			if id, ok := kv.Key.(*ast.Ident); ok {
				if f, ok := r.info.Uses[id].(*types.Var); ok && f.IsField() {
					if s := (unreadPlace{p.v, f}).loses(r); s != nil {
						r.discardMade(kv.Value, s)
					}
				}
			}
		}
	}
}

// loses returns the last of the statements by which p loses what it is given where r is, nil if something may read that.
func (p unreadPlace) loses(r reader) ast.Stmt {
	t := &future{generator: r.generator, p: p, lasts: p.f != nil}
	for v := range r.fn.sig.Results().Variables() {
		t.lasts = t.lasts || v == p.v
	}
	for a := r.ahead; a != nil; a = a.outer {
		switch t.inList(a.list) {
		case isGone:
			return t.last
		case isRead:
			return nil
		}
	}
	return nil // who comes next is not looked at
}

// A future tells what becomes of what a place holds.
type future struct {
	*generator
	p     unreadPlace
	lasts bool // it may be read when the function has returned

	last ast.Stmt // the last one by which it is gone
}

func (t *future) inList(list []ast.Stmt) fate {
	for _, s := range list {
		if f := t.inStmt(s); f != remains {
			return f
		}
	}
	return remains
}

// inStmt returns what s makes of it. A return makes an end of a variable, except for results, and not of a field of what it leads to.
func (t *future) inStmt(s ast.Stmt) fate {
	switch s := s.(type) {
	case nil:
		return remains
	case *ast.BlockStmt:
		return t.inList(s.List)
	case *ast.LabeledStmt:
		return t.inStmt(s.Stmt)
	case *ast.AssignStmt:
		return t.inAssignment(s)
	case *ast.IfStmt:
		if f := t.inStmt(s.Init); f != remains || t.mentions(s.Cond) {
			return max(f, isRead)
		}
		return anyOf(t.inStmt(s.Body), t.inStmt(s.Else))
	case *ast.SwitchStmt:
		if f := t.inStmt(s.Init); f != remains || s.Tag != nil && t.mentions(s.Tag) {
			return max(f, isRead)
		}
		return t.inClauses(s.Body, false)
	case *ast.SelectStmt:
		return t.inClauses(s.Body, true)
	case *ast.BranchStmt:
		return isRead // where it leads to is not looked at
	}
	switch {
	case t.mentions(s):
		return isRead
	case !Ends(t.info, s):
		return remains
	case t.lasts:
		return isRead
	}
	t.last = s
	return isGone
}

// inAssignment returns what s makes of it: what is assigned is read first.
func (t *future) inAssignment(s *ast.AssignStmt) fate {
	overwrites := s.Tok == token.ASSIGN || s.Tok == token.DEFINE
	out := remains
	for _, e := range s.Rhs {
		if t.mentions(e) {
			return isRead
		}
	}
	for _, e := range s.Lhs {
		switch {
		case overwrites && t.isPlace(e):
			out, t.last = isGone, s
		case t.mentions(e):
			return isRead
		}
	}
	return out
}

// inClauses returns what a switch or select makes of it; exhaustive says that one of its clauses runs.
func (t *future) inClauses(body *ast.BlockStmt, exhaustive bool) fate {
	var all []fate
	for _, s := range body.List {
		switch c := s.(type) {
		case *ast.CaseClause:
			exhaustive = exhaustive || c.List == nil
			if slices.ContainsFunc(c.List, func(e ast.Expr) bool { return t.mentions(e) }) {
				return isRead
			}
			all = append(all, t.inList(c.Body))
		case *ast.CommClause:
			all = append(all, t.inList(append([]ast.Stmt{c.Comm}, c.Body...)))
		}
	}
	if !exhaustive {
		all = append(all, remains)
	}
	return anyOf(all...)
}

// anyOf returns what becomes of a value where one of several ways is taken.
func anyOf(ways ...fate) fate {
	switch {
	case slices.Contains(ways, isRead):
		return isRead
	case slices.Contains(ways, remains):
		return remains
	}
	return isGone
}

// isPlace reports whether e is the place, or the variable that it is a field of.
func (t *future) isPlace(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return t.info.ObjectOf(e) == t.p.v
	case *ast.SelectorExpr:
		id, ok := ast.Unparen(e.X).(*ast.Ident)
		return ok && t.p.f != nil && t.info.ObjectOf(id) == t.p.v && t.info.ObjectOf(e.Sel) == t.p.f
	}
	return false
}

// mentions reports whether the place is named in n, or may be read by what is. That another field is named does not count.
func (t *future) mentions(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			sel := t.info.Selections[n]
			if id, ok := ast.Unparen(n.X).(*ast.Ident); ok && t.p.f != nil && t.info.ObjectOf(id) == t.p.v && sel != nil && sel.Kind() == types.FieldVal {
				found = found || len(sel.Index()) != 1 || sel.Obj() == t.p.f
				return false
			}
		case *ast.Ident:
			found = found || t.info.ObjectOf(n) == t.p.v
		}
		return !found && t.budget.spend(1)
	})
	return found || t.exhausted()
}

func stripAddress(e ast.Expr) ast.Expr {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok {
		return u.X
	}
	return e
}

// makesSite reports whether e makes a site, or a struct with one in a field.
func (g *generator) makesSite(e ast.Expr) bool {
	found := false
	g.sitesIn(e, func(*Site) { found = true })
	return found
}

// discardMade discards what e makes, and the literals that stand in it as fields, since s overwrites it.
func (g *generator) discardMade(e ast.Expr, s ast.Stmt) {
	defer g.trace.enterNode(s)()
	g.sitesIn(e, func(s *Site) {
		s.obj.overwritten = true
		g.trace.overwrote(s.obj)
	})
}

// sitesIn calls f for the site that e makes, and for those that stand in it as fields.
func (g *generator) sitesIn(e ast.Expr, f func(*Site)) {
	if e == nil {
		return
	}
	e = ast.Unparen(stripAddress(e))
	for _, s := range g.made[e.Pos()] {
		if s.Lit == e || s.Kind == New {
			f(s)
		}
	}
	if lit, ok := e.(*ast.CompositeLit); ok {
		for _, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				g.sitesIn(kv.Value, f)
			}
		}
	}
}

// isUnused reports whether v is a variable of the package that nobody else can name, and nothing here does.
func (g *generator) isUnused(v *types.Var) bool {
	if v == nil || v.Exported() || v.Parent() != g.pkg.Scope() {
		return false
	}
	if g.used == nil {
		g.used = make(map[*types.Var]bool)
		for _, o := range g.info.Uses {
			if v, ok := o.(*types.Var); ok {
				g.used[v.Origin()] = true
			}
		}
	}
	return !g.used[v]
}
