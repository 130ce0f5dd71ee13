package netuse

import (
	"go/ast"
	"go/constant"
	"go/types"
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
