package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// fallbacks are the parts of the source that run only where http.DefaultTransport is not an *http.Transport, because the program
// has replaced it. What is made there is made for want of something better, and nothing is said of it, not by leak either.
//
//	if t, ok := http.DefaultTransport.(*http.Transport); ok {
//		return t.Clone()
//	}
//	return &http.Transport{} // this
//
// It is syntax: positions in the source, not regions of the graph. A function that is called from such a part is not part of it, so
// what it makes is reported. An ok that was declared before, and a condition that tests more than ok, and whether the transport is nil, are
// not known either, with the same effect.
type fallbacks struct {
	info  *types.Info
	is    map[*types.Var]bool // first results of the assertion that it is one
	oks   map[*types.Var]bool // and second ones
	parts []span
}

// findFallbacks reads the files twice: the conditions are known by their variables, and a variable may be tested where ast.Inspect
// has not come to its assertion yet, as in an if statement that has the assertion as its init statement.
func findFallbacks(info *types.Info, files []*ast.File) *fallbacks {
	f := &fallbacks{info: info, is: make(map[*types.Var]bool), oks: make(map[*types.Var]bool)}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if a, ok := n.(*ast.AssignStmt); ok && len(a.Lhs) == 2 && len(a.Rhs) == 1 && f.asserts(a.Rhs[0]) {
				if v := f.variable(a.Lhs[1]); v != nil && a.Tok == token.DEFINE {
					f.oks[v] = true
					if t := f.variable(a.Lhs[0]); t != nil {
						f.is[t] = true
					}
				}
			}
			return true
		})
	}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BlockStmt:
				f.block(n)
			case *ast.IfStmt:
				f.branches(n)
			case *ast.TypeSwitchStmt:
				f.clauses(n)
			}
			return true
		})
	}
	return f
}

// has reports whether pos is in one of them.
func (f *fallbacks) has(pos token.Pos) bool {
	return slices.ContainsFunc(f.parts, func(p span) bool { return p.has(pos) })
}

// clauses adds the clauses of s that run where http.DefaultTransport is something else, if s is a switch over its type:
//
//	switch t := http.DefaultTransport.(type) {
//	case *http.Transport:
//		return t.Clone()
//	default:
//		return &http.Transport{} // this
//	}
//
// What follows is judged.
func (f *fallbacks) clauses(s *ast.TypeSwitchStmt) {
	var x ast.Expr
	switch a := s.Assign.(type) {
	case *ast.AssignStmt:
		x = a.Rhs[0]
	case *ast.ExprStmt:
		x = a.X
	}
	if !f.asserts(x) {
		return
	}
	for _, stmt := range s.Body.List {
		c := stmt.(*ast.CaseClause)
		if !slices.ContainsFunc(c.List, func(e ast.Expr) bool { return pointsto.IsType(f.info.TypeOf(e), "net/http", "Transport") }) {
			f.parts = append(f.parts, span{c.Pos(), c.End()})
		}
	}
}

// asserts reports whether e is http.DefaultTransport.(*http.Transport). The asserted type is not looked at: an assertion to
// something else counts as well, which is silent.
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

// variable returns the variable that e names, nil if e is anything else. A nil variable is in no map here.
func (f *fallbacks) variable(e ast.Expr) *types.Var {
	return pointsto.Variable(f.info, e)
}

// succeeded returns what runs where the assertion that s tests holds, and where it does not; neither if s tests something else. The
// two forms are the condition alone, and its negation:
//
//	if ok { then } else { otherwise }              // or ok && t != nil
//	if !ok { otherwise } else { then }             // or !ok || t == nil
func (f *fallbacks) succeeded(s *ast.IfStmt) (then, otherwise ast.Stmt) {
	if not, ok := f.apartFromNil(s.Cond, token.LOR, token.EQL).(*ast.UnaryExpr); ok && not.Op == token.NOT && f.oks[f.variable(not.X)] {
		return s.Else, s.Body
	}
	if f.oks[f.variable(f.apartFromNil(s.Cond, token.LAND, token.NEQ))] {
		return s.Body, s.Else
	}
	return nil, nil
}

// apartFromNil returns the other operand of cond, if one of those that op joins compares the transport with nil by cmp, and cond if not.
func (f *fallbacks) apartFromNil(cond ast.Expr, op, cmp token.Token) ast.Expr {
	comparesNil := func(e ast.Expr) bool {
		b, ok := ast.Unparen(e).(*ast.BinaryExpr)
		return ok && b.Op == cmp && (f.is[f.variable(b.X)] && f.info.Types[b.Y].IsNil() || f.is[f.variable(b.Y)] && f.info.Types[b.X].IsNil())
	}
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case ok && b.Op == op && comparesNil(b.Y):
		return ast.Unparen(b.X)
	case ok && b.Op == op && comparesNil(b.X):
		return ast.Unparen(b.Y)
	}
	return ast.Unparen(cond)
}

// branches adds the branch of s that runs where the assertion fails:
//
//	t, ok := http.DefaultTransport.(*http.Transport)
//	if !ok {
//		t = &http.Transport{} // this
//	}
func (f *fallbacks) branches(s *ast.IfStmt) {
	if _, otherwise := f.succeeded(s); otherwise != nil {
		f.parts = append(f.parts, span{otherwise.Pos(), otherwise.End()})
	}
}

// block adds what follows where the branch of success ends the function, and what stands before it that the branch replaces:
//
//	t := &http.Transport{} // this
//	if d, ok := http.DefaultTransport.(*http.Transport); ok {
//		t = d.Clone()
//	}
//
// Only a return counts as the end. Where the branch goes on, what follows runs in both cases, and is judged. The statement that is
// replaced must stand right before the if statement, or before the assertion that the if statement tests, so that nothing uses its
// value in between.
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
		replaced := i - 1
		if replaced > 0 && f.isAssertion(b.List[replaced]) {
			replaced--
		}
		if before, ok := b.List[max(replaced, 0)].(*ast.AssignStmt); ok && len(before.Lhs) == 1 && f.assigns(then, f.variable(before.Lhs[0])) {
			f.parts = append(f.parts, span{before.Pos(), before.End()})
		}
	}
}

// isAssertion reports whether s is an assignment of the assertion to two variables, one of which the condition may be.
func (f *fallbacks) isAssertion(s ast.Stmt) bool {
	a, ok := s.(*ast.AssignStmt)
	return ok && len(a.Lhs) == 2 && len(a.Rhs) == 1 && f.asserts(a.Rhs[0])
}

// first picks the branch of success from what succeeded returns.
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
