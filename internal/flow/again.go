package flow

import (
	"go/ast"
	"go/types"
)

// Reading an expression makes the values that it makes, so it is read once. What follows looks at one that has been read: at the
// place that it names, if it does.

// again returns the node of the place that e names, 0 if it names none.
func (b scope) again(e ast.Expr) Node {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := b.object(e).(*types.Var); ok {
			return b.variable(v)
		}
	case *ast.SelectorExpr:
		if base, _, f := b.selectedAgain(e); f != nil {
			return b.load(base, f)
		}
		return b.again(e.Sel)
	case *ast.IndexExpr:
		return b.again(e.X)
	case *ast.SliceExpr:
		return b.again(e.X)
	case *ast.StarExpr:
		return b.again(e.X)
	case *ast.UnaryExpr:
		return b.again(e.X)
	case *ast.TypeAssertExpr:
		return b.again(e.X)
	}
	return 0
}

// selectedAgain returns the struct that field selection e ends at, its type, and the field, nil if e selects none.
func (b scope) selectedAgain(e *ast.SelectorExpr) (Node, types.Type, *types.Var) {
	sel := b.info.Selections[e]
	if sel == nil {
		return 0, nil, nil
	}
	path := sel.Index()
	base, owner := b.step(b.again(e.X), sel.Recv(), path[:len(path)-1])
	return base, owner, sel.Obj().(*types.Var)
}

// putAgain adds val to what the place e leads to.
func (b scope) putAgain(e ast.Expr, val Node) {
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		if base, owner, f := b.selectedAgain(e); f != nil {
			b.addToField(base, owner, f, val)
			return
		}
		b.copy(val, b.again(e.Sel))
	case *ast.IndexExpr:
		b.putAgain(e.X, val)
	case *ast.StarExpr:
		b.putAgain(e.X, val)
	case *ast.TypeAssertExpr:
		b.putAgain(e.X, val)
	default:
		b.copy(val, b.again(e))
	}
}
