package netuse

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// variable returns the variable or the field that e names, nil if it does not.
func variable(info *types.Info, e ast.Expr) *types.Var {
	var id *ast.Ident
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		id = x.Sel
	default:
		return nil
	}
	if v, ok := info.ObjectOf(id).(*types.Var); ok {
		return v.Origin()
	}
	return nil
}

// typeOf returns the underlying type of e, nil if it has no type, as in code that does not compile.
func typeOf(info *types.Info, e ast.Expr) types.Type {
	if t := info.TypeOf(e); t != nil {
		return t.Underlying()
	}
	return nil
}

// constantOf returns the string that e is, "" if it is no constant.
func constantOf(info *types.Info, e ast.Expr) string {
	text, _ := constantString(info, e)
	return text
}

// constantString returns the string that e is, and whether it is a constant.
func constantString(info *types.Info, e ast.Expr) (text string, ok bool) {
	if v := info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v), true
	}
	return "", false
}

// sign returns the sign of e, and whether it is a constant integer. A duration is one.
func sign(info *types.Info, e ast.Expr) (sign int, ok bool) {
	if v := info.Types[e].Value; v != nil && v.Kind() == constant.Int {
		return constant.Sign(v), true
	}
	return 0, false
}

func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

func isNamedFunc(fn *types.Func, pkg, name string) bool {
	return fn.Pkg() != nil && fn.Pkg().Path() == pkg && fn.Name() == name
}

// receivesTime reports whether s is `<-ticker.C`, or assigns what that receives.
func receivesTime(info *types.Info, s ast.Stmt) bool {
	var e ast.Expr
	switch s := s.(type) {
	case *ast.ExprStmt:
		e = s.X
	case *ast.AssignStmt:
		e = s.Rhs[0]
	}
	x, ok := ast.Unparen(e).(*ast.UnaryExpr)
	return ok && x.Op == token.ARROW && isTimes(info, x.X)
}

// isTimes reports whether e is a channel of times, as timers and tickers have.
func isTimes(info *types.Info, e ast.Expr) bool {
	ch, ok := typeOf(info, e).(*types.Chan)
	return ok && pointsto.IsType(ch.Elem(), "time", "Time")
}

// otherwise returns what runs where the body of s does not: the other branch, or what follows to the end of the block if the body does not
// come to its end. It is empty if there is none.
func otherwise(info *types.Info, s *ast.IfStmt, end token.Pos) span {
	switch {
	case s.Else != nil:
		return span{s.Else.Pos(), s.Else.End()}
	case pointsto.Ends(info, s.Body):
		return span{s.End(), end}
	}
	return span{}
}
