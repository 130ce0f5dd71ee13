package flow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
)

// A scope is where the builder reads: a function, a region of it, and what its local variables hold there. It is passed down,
// and a constraint that is resolved later keeps the one that it was read in.
type scope struct {
	*builder
	fn     *Function // nil for the initializer of a package variable
	region *Region
	locals locals // updated in place as statements are read
	heads  []locals
	breaks []*[]locals // for each switch or select around, how breaks leave it
}

// inside returns the scope of the body of f, a function that is declared here.
func (b scope) inside(f *Function) scope {
	return scope{builder: b.builder, fn: f, region: b.region, locals: make(locals)}
}

// guarded returns the scope of a region that may be skipped or repeated, entered with the locals given.
func (b scope) guarded(guard ast.Expr, in locals) scope {
	b.region = &Region{parent: b.region, guard: guard}
	b.locals = in
	return b
}

// A Region is a part of a function that may be skipped or repeated: a branch, the body of a loop.
type Region struct {
	parent *Region
	guard  ast.Expr // what is there at all where this runs, nil if that is not all that matters
}

// past returns the region around r for which it counts that something is done to x in r: whether there is an x, and how many, makes no
// difference.
func (r *Region) past(info *types.Info, x ast.Expr) *Region {
	for r != nil && r.guard != nil && SamePlace(info, r.guard, x) {
		r = r.parent
	}
	return r
}

// within reports whether whoever runs r also runs outer, if outer stands behind it.
func (r *Region) Within(outer *Region) bool {
	for ; r != nil; r = r.parent {
		if r == outer {
			return true
		}
	}
	return outer == nil
}

// guard returns the expression that s does no more than look for, nil if there is none: x of `if x != nil` and of
// `if x, ok := y.(T); ok`, and of their like.
func guard(s *ast.IfStmt) ast.Expr {
	switch cond := ast.Unparen(s.Cond).(type) {
	case *ast.BinaryExpr:
		if cond.Op == token.NEQ {
			return cond.X
		}
	case *ast.Ident:
		if a, ok := s.Init.(*ast.AssignStmt); ok {
			return a.Lhs[0]
		}
	}
	return nil
}

// SamePlace reports whether x and y name one place: the same variable, the same fields selected from it, the same elements, or the
// result of the same call. Names alone do not make two expressions the same.
func SamePlace(info *types.Info, x, y ast.Expr) bool {
	x, y = ast.Unparen(x), ast.Unparen(y)
	if c, d := info.Types[x].Value, info.Types[y].Value; c != nil && d != nil {
		return c.ExactString() == d.ExactString()
	}
	switch x := x.(type) {
	case *ast.Ident:
		y, ok := y.(*ast.Ident)
		return ok && info.ObjectOf(x) != nil && info.ObjectOf(x) == info.ObjectOf(y)
	case *ast.SelectorExpr:
		y, ok := y.(*ast.SelectorExpr)
		if !ok || !SamePlace(info, x.Sel, y.Sel) {
			return false
		}
		return info.Selections[x] == nil || SamePlace(info, x.X, y.X)
	case *ast.StarExpr:
		y, ok := y.(*ast.StarExpr)
		return ok && SamePlace(info, x.X, y.X)
	case *ast.IndexExpr:
		y, ok := y.(*ast.IndexExpr)
		return ok && SamePlace(info, x.X, y.X) && SamePlace(info, x.Index, y.Index)
	case *ast.TypeAssertExpr:
		y, ok := y.(*ast.TypeAssertExpr)
		return ok && SamePlace(info, x.X, y.X) && types.Identical(info.TypeOf(x), info.TypeOf(y))
	case *ast.CallExpr:
		y, ok := y.(*ast.CallExpr)
		if !ok || len(x.Args) != len(y.Args) || !SamePlace(info, x.Fun, y.Fun) {
			return false
		}
		for i := range x.Args {
			if !SamePlace(info, x.Args[i], y.Args[i]) {
				return false
			}
		}
		return true
	}
	return false
}

// Ends reports whether control surely does not come behind s.
func Ends(info *types.Info, s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return s.Tok == token.BREAK || s.Tok == token.CONTINUE // where they lead to knows
	case *ast.BlockStmt:
		return len(s.List) > 0 && Ends(info, s.List[len(s.List)-1])
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		if fn := typeutil.StaticCallee(info, call); fn != nil {
			return effectOf(fn) == catalog.Exits
		}
		id, ok := call.Fun.(*ast.Ident)
		return ok && id.Name == "panic"
	}
	return false
}
