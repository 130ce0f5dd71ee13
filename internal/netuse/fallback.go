package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
)

// fallbacks are the parts of the source that run only where http.DefaultTransport is no *http.Transport, because the program has
// replaced it. What is made there is made for want of something better.
type fallbacks struct {
	info  *types.Info
	oks   map[*types.Var]bool // second results of the assertion that it is one
	parts []span
}

type span struct{ from, to token.Pos }

func findFallbacks(info *types.Info, files []*ast.File) *fallbacks {
	f := &fallbacks{info: info, oks: make(map[*types.Var]bool)}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if a, ok := n.(*ast.AssignStmt); ok && len(a.Lhs) == 2 && len(a.Rhs) == 1 && f.asserts(a.Rhs[0]) {
				if v := f.variable(a.Lhs[1]); v != nil && a.Tok == token.DEFINE {
					f.oks[v] = true
				}
			}
			return true
		})
	}
	if len(f.oks) == 0 {
		return f
	}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BlockStmt:
				f.block(n)
			case *ast.IfStmt:
				f.branches(n)
			}
			return true
		})
	}
	return f
}

// has reports whether pos is in one of them.
func (f *fallbacks) has(pos token.Pos) bool {
	for _, p := range f.parts {
		if p.from <= pos && pos < p.to {
			return true
		}
	}
	return false
}

// asserts reports whether e is http.DefaultTransport.(*http.Transport).
func (f *fallbacks) asserts(e ast.Expr) bool {
	a, ok := ast.Unparen(e).(*ast.TypeAssertExpr)
	if !ok {
		return false
	}
	sel, ok := ast.Unparen(a.X).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	v, ok := f.info.Uses[sel.Sel].(*types.Var)
	return ok && v.Name() == "DefaultTransport" && v.Pkg() != nil && v.Pkg().Path() == "net/http"
}

func (f *fallbacks) variable(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := f.info.ObjectOf(id).(*types.Var)
	return v
}

// succeeded returns what runs where the assertion that s tests holds, and where it does not; neither if s tests something else.
func (f *fallbacks) succeeded(s *ast.IfStmt) (then, otherwise ast.Stmt) {
	if not, ok := ast.Unparen(s.Cond).(*ast.UnaryExpr); ok && not.Op == token.NOT && f.oks[f.variable(not.X)] {
		return s.Else, s.Body
	}
	if f.oks[f.variable(s.Cond)] {
		return s.Body, s.Else
	}
	return nil, nil
}

// branches adds the branch of s that runs where the assertion fails.
func (f *fallbacks) branches(s *ast.IfStmt) {
	if _, otherwise := f.succeeded(s); otherwise != nil {
		f.parts = append(f.parts, span{otherwise.Pos(), otherwise.End()})
	}
}

// block adds what follows where the branch of success ends the function, and what stands before it that the branch replaces.
func (f *fallbacks) block(b *ast.BlockStmt) {
	for i, stmt := range b.List {
		s, ok := stmt.(*ast.IfStmt)
		if !ok {
			continue
		}
		then, ok := first(f.succeeded(s)).(*ast.BlockStmt)
		if !ok || len(then.List) == 0 {
			continue
		}
		if _, ok := then.List[len(then.List)-1].(*ast.ReturnStmt); ok {
			f.parts = append(f.parts, span{s.End(), b.End()})
		}
		if before, ok := b.List[max(i-1, 0)].(*ast.AssignStmt); ok && len(before.Lhs) == 1 && f.assigns(then, f.variable(before.Lhs[0])) {
			f.parts = append(f.parts, span{before.Pos(), before.End()})
		}
	}
}

func first(s, _ ast.Stmt) ast.Stmt { return s }

// assigns reports whether a statement of b gives v another value.
func (f *fallbacks) assigns(b *ast.BlockStmt, v *types.Var) bool {
	for _, stmt := range b.List {
		if a, ok := stmt.(*ast.AssignStmt); ok && v != nil && a.Tok == token.ASSIGN && len(a.Lhs) == 1 && f.variable(a.Lhs[0]) == v {
			return true
		}
	}
	return false
}
