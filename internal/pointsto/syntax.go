package pointsto

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
)

// guard returns the expression that s does no more than look for, nil if there is none: x of `if x != nil` and of
// `if x, ok := y.(T); ok`, and of their like.
//
// Any comparison by != counts, not only one with nil: who asks compares the result with a place by [SamePlace].
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

// absent returns x of `if x == nil`, or of `if x != nil` for its else, by the operator; nil if s asks something else.
func absent(info *types.Info, s *ast.IfStmt, op token.Token) ast.Expr {
	if cond, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr); ok && cond.Op == op && info.Types[cond.Y].IsNil() {
		return cond.X
	}
	return nil
}

// SamePlace reports whether x and y name one place: the same variable, the same fields selected from it, the same elements, or the
// result of the same call. Names alone do not make two expressions the same.
//
// It compares syntax and objects, not values: a variable that was assigned between the two is still the same place.
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
//
// It errs towards false: a loop without end, or a call of a function of this package that never returns, is taken to come to its end,
// which joins one way more than there is.
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

// IsFailure reports whether e is an error other than nil, or false.
//
// A variable of type error counts by its type alone, though it may be nil: `return T{}, err`.
func IsFailure(info *types.Info, e ast.Expr) bool {
	tv := info.Types[e]
	if tv.Value != nil && tv.Value.Kind() == constant.Bool {
		return !constant.BoolVal(tv.Value)
	}
	return tv.Type != nil && implementsError(tv.Type)
}

// isBlank reports whether e is the blank identifier.
func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// funcIdent returns the identifier that names the function in fun, the operand of a call.
func funcIdent(fun ast.Expr) *ast.Ident {
	switch f := ast.Unparen(fun).(type) {
	case *ast.Ident:
		return f
	case *ast.SelectorExpr:
		return f.Sel
	case *ast.IndexExpr:
		return funcIdent(f.X)
	case *ast.IndexListExpr:
		return funcIdent(f.X)
	}
	return nil
}

// DeclaredNames returns the names of the functions and methods that files declare. To ask it of an identifier is much cheaper than to ask
// what it refers to.
func DeclaredNames(files []*ast.File) map[string]bool {
	names := make(map[string]bool)
	for _, file := range files {
		for _, d := range file.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok {
				names[fd.Name.Name] = true
			}
		}
	}
	return names
}

// Variable returns the variable that e names, nil if e is something else.
func Variable(info *types.Info, e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := info.ObjectOf(id).(*types.Var)
	return v
}
