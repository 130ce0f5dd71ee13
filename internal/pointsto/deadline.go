package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// asksDeadline returns the variables of a in which it stores whether a context has a deadline, and the context; nil if it does
// something else.
//
//	_, ok := ctx.Deadline()
func asksDeadline(info *types.Info, a *ast.AssignStmt) (ok, ctx *types.Var) {
	if len(a.Lhs) != 2 || len(a.Rhs) != 1 {
		return nil, nil
	}
	call, isCall := ast.Unparen(a.Rhs[0]).(*ast.CallExpr)
	if !isCall {
		return nil, nil
	}
	sel, isMethod := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	if !isMethod || fn == nil || fn.Name() != "Deadline" || !isContext(info.TypeOf(sel.X)) {
		return nil, nil
	}
	if ok, ctx = Variable(info, a.Lhs[1]), Variable(info, sel.X); ok == nil || ctx == nil {
		return nil, nil
	}
	return ok, ctx
}

// timed returns the contexts that have a deadline where cond holds, and those that have one where it fails.
//
//	if _, ok := ctx.Deadline(); !ok {
//		ctx, cancel = context.WithTimeout(ctx, limit)
//		defer cancel()
//	}
//	d.DialContext(ctx, "tcp", addr) // on the other path it had one before
func (f *Function) timed(cond ast.Expr, info *types.Info) (holds, fails []*types.Var) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.Ident:
		if ctx := f.asked[Variable(info, e)]; ctx != nil {
			holds = []*types.Var{ctx}
		}
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			fails, holds = f.timed(e.X, info)
		}
	case *ast.BinaryExpr:
		xHolds, xFails := f.timed(e.X, info)
		yHolds, yFails := f.timed(e.Y, info)
		switch e.Op {
		case token.LAND:
			return append(xHolds, yHolds...), nil
		case token.LOR:
			return nil, append(xFails, yFails...)
		}
	}
	return holds, fails
}

// giveDeadline makes each of ctxs, which are locals of r, hold a context with a deadline from here on, as if context.WithDeadline had made it.
func giveDeadline(r reader, ctxs []*types.Var) {
	for _, v := range ctxs {
		if _, ok := r.locals[v]; !ok {
			continue
		}
		if maker, ok := Named(v.Type()).Pkg().Scope().Lookup("WithDeadline").(*types.Func); ok {
			r.locals[v] = r.holding(&Object{typ: v.Type(), maker: maker, in: r.fn})
		}
	}
}
