package bound

import (
	"go/ast"
	"go/token"
	"go/types"
)

// maxBetween bounds how many statements may stand between a value and the one that is written over it.
const maxBetween = 20

// overwrites finds the values in a list of statements that the next one to mention their variable, or field of a variable, writes over:
//
//	c := config{idle: 90 * time.Second} // dead
//	c.idle = 30 * time.Second
func (s *source) overwrites(list []ast.Stmt) {
	for i, stmt := range list {
		next := list[i+1 : min(len(list), i+1+maxBetween)]
		v, field, e := s.given(stmt)
		if v == nil {
			continue
		}
		if s.isOver(next, v, field) {
			s.dead[e] = true
		}
		if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && u.Op == token.AND {
			e = u.X
		}
		if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok && field == nil {
			for _, elt := range lit.Elts {
				if kv, ok := elt.(*ast.KeyValueExpr); ok {
					if f := s.variable(kv.Key); f != nil && f.IsField() && s.isOver(next, v, f) {
						s.dead[kv.Value] = true
					}
				}
			}
		}
	}
}

// given returns the local variable that stmt gives e to, and nothing else, or its field.
func (s *source) given(stmt ast.Stmt) (v, field *types.Var, e ast.Expr) {
	var to ast.Expr
	switch stmt := stmt.(type) {
	case *ast.AssignStmt:
		if len(stmt.Lhs) != 1 || len(stmt.Rhs) != 1 || stmt.Tok != token.ASSIGN && stmt.Tok != token.DEFINE {
			return nil, nil, nil
		}
		to, e = stmt.Lhs[0], stmt.Rhs[0]
	case *ast.DeclStmt:
		decl := stmt.Decl.(*ast.GenDecl)
		if len(decl.Specs) != 1 {
			return nil, nil, nil
		}
		spec, ok := decl.Specs[0].(*ast.ValueSpec)
		if !ok || len(spec.Names) != 1 || len(spec.Values) != 1 {
			return nil, nil, nil
		}
		to, e = spec.Names[0], spec.Values[0]
	default:
		return nil, nil, nil
	}
	if sel, ok := ast.Unparen(to).(*ast.SelectorExpr); ok {
		if field = s.variable(sel); field == nil || !field.IsField() {
			return nil, nil, nil
		}
		to = sel.X
	}
	if id, ok := ast.Unparen(to).(*ast.Ident); ok {
		v, _ = s.Info.ObjectOf(id).(*types.Var)
	}
	if v == nil || v.Parent() == s.Pkg.Scope() || v.Pkg() != s.Pkg {
		return nil, nil, nil
	}
	return v, field, e
}

// isOver reports whether the first of list that mentions v, apart from those that give its other fields a value, writes over all of v, or
// over that field of it.
func (s *source) isOver(list []ast.Stmt, v, field *types.Var) bool {
	for _, stmt := range list {
		if !s.mentions(stmt, v) {
			continue
		}
		to, f, e := s.given(stmt)
		if to != v || s.mentions(e, v) {
			return false
		}
		if f == nil || f == field {
			return true
		}
	}
	return false
}

func (s *source) mentions(n ast.Node, v *types.Var) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && s.Info.ObjectOf(id) == v {
			found = true
		}
		return !found
	})
	return found
}
