package netuse

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// mayBeNil reports whether what o gets as its field of that name is a local variable that is still nil on some path, and nothing else.
//
//	var dial func(network, addr string) (net.Conn, error)
//	if proxy != "" {
//		dial = proxyTo(proxy).Dial
//	}
//	t := &http.Transport{Dial: dial}
//
// It is read as syntax. Where the order of statements is not plain, as in loops and literals, the variable counts as set, which is silent.
func (s *sockets) mayBeNil(o *pointsto.Object, field string) bool {
	some := false
	for _, w := range s.dials.graph.Writes(o, field) {
		v := variable(s.syntax.info, w.Expr)
		if v == nil || !s.isNilAt(v, w.Expr.Pos()) {
			return false
		}
		some = true
	}
	return some
}

// isNilAt reports whether v, a local variable that is declared without a value, may have none yet where control comes to pos.
func (s *sockets) isNilAt(v *types.Var, pos token.Pos) bool {
	if v.IsField() || v.Pkg() != s.syntax.pkg || v.Parent() == v.Pkg().Scope() {
		return false
	}
	for _, file := range s.files {
		if file.FileStart <= pos && pos < file.FileEnd {
			path, _ := astutil.PathEnclosingInterval(file, v.Pos(), v.Pos())
			for i, n := range path {
				if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 0 && i+3 < len(path) {
					a := assigning{s.syntax.info, v}
					list := statements(path[i+3])
					return !a.before(list, pos)
				}
			}
		}
	}
	return false
}

// statements returns the statements of a block or a clause, none for another node.
func statements(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}

// assigning tells where variable v has certainly been assigned to.
type assigning struct {
	info *types.Info
	v    *types.Var
}

// before reports whether v is assigned to by those of list that come before pos, or on the way from there.
func (a assigning) before(list []ast.Stmt, pos token.Pos) bool {
	for _, s := range list {
		if s.Pos() <= pos && pos < s.End() {
			return a.inside(s, pos)
		}
		if s.End() > a.v.Pos() && a.by(s) {
			return true
		}
	}
	return false
}

// inside reports whether v is assigned to on the way from the beginning of s to pos in it.
func (a assigning) inside(s ast.Stmt, pos token.Pos) bool {
	in := func(n ast.Node) bool { return n.Pos() <= pos && pos < n.End() }
	switch s := s.(type) {
	case *ast.BlockStmt:
		return a.before(s.List, pos)
	case *ast.IfStmt:
		isNil, notNil := a.compares(s.Cond)
		switch {
		case in(s.Body):
			return notNil || a.before(s.Body.List, pos)
		case s.Else != nil && in(s.Else):
			return isNil || a.inside(s.Else, pos)
		}
	case *ast.AssignStmt, *ast.DeclStmt, *ast.ExprStmt, *ast.ReturnStmt:
		var lit *ast.FuncLit
		ast.Inspect(s, func(n ast.Node) bool {
			if l, ok := n.(*ast.FuncLit); ok && in(l) {
				lit = l
			}
			return lit == nil
		})
		return lit != nil // it runs later
	}
	return true // not plain
}

// by reports whether v is assigned to whenever control leaves s for what follows.
func (a assigning) by(s ast.Stmt) bool {
	switch s := s.(type) {
	case nil:
		return false
	case *ast.AssignStmt:
		for _, e := range s.Lhs {
			if variable(a.info, e) == a.v {
				return true
			}
		}
	case *ast.BlockStmt:
		for _, s := range s.List {
			if a.by(s) {
				return true
			}
		}
		return len(s.List) > 0 && pointsto.Ends(a.info, s)
	case *ast.IfStmt:
		isNil, notNil := a.compares(s.Cond)
		return (notNil || a.by(s.Body)) && (isNil || a.by(s.Else))
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	case *ast.ExprStmt:
		return pointsto.Ends(a.info, s) || a.mentions(s)
	}
	return a.mentions(s)
}

// mentions reports whether v is in n. Statements that are not read may assign to it.
func (a assigning) mentions(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			found = found || a.info.Uses[id] == a.v
		}
		return !found
	})
	return found
}

// compares reports whether cond says that v is nil, or that it is not, and nothing else.
func (a assigning) compares(cond ast.Expr) (isNil, notNil bool) {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || variable(a.info, b.X) != a.v || !a.info.Types[ast.Unparen(b.Y)].IsNil() {
		return false, false
	}
	return b.Op == token.EQL, b.Op == token.NEQ
}
