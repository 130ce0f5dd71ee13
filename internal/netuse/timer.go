package netuse

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// timers knows which contexts get a limit in time that the points-to analysis does not see.
type timers struct {
	*source
	gifts      *gifts
	cancels    map[*types.Var][]canceling  // of contexts, the functions that cancel them
	timed      map[*types.Var]bool         // functions that are handed on beside a duration, or called when a timer has fired
	holders    map[*types.Var][]*types.Var // of functions, what else has them
	expires    map[*types.Func]bool        // that return when a timer has fired
	goroutines []span
}

func newTimers(g *gifts) *timers {
	return &timers{
		source:  g.source,
		gifts:   g,
		cancels: make(map[*types.Var][]canceling),
		timed:   make(map[*types.Var]bool),
		expires: make(map[*types.Func]bool),
		holders: make(map[*types.Var][]*types.Var),
	}
}

// isTimed reports whether e is a context that a timer may cancel: whoever gets the function that cancels it gets a duration, too, or calls
// it when a timer has fired. After how long that is cannot be seen, and is silent.
//
//	ctx, cancel := context.WithCancel(ctx)
//	t := time.AfterFunc(timeout, cancel)
//	conn, err := d.DialContext(ctx, network, addr)
//
// A parameter is such a context if that is what all calls pass.
func (t *timers) isTimed(e ast.Expr, w walk) bool {
	v := pointsto.Variable(t.info, e)
	if v == nil || !w.at(v).first(v) {
		return false
	}
	t.readFiles()
	if p, isParam := t.params[v]; isParam && len(t.assigned[v]) == 0 {
		args, known := t.gifts.passed(p, w)
		return known && len(args) > 0 && !slices.ContainsFunc(args, func(g gift) bool { return !t.isTimed(g.e, g.at) })
	}
	return slices.ContainsFunc(t.cancels[v], func(c canceling) bool {
		return t.isCalledInTime(c.by, newWalk()) || t.expires[c.in] && slices.ContainsFunc(t.goroutines, func(p span) bool { return p.has(e.Pos()) })
	})
}

// A canceling is the variable that has the function which cancels a context, and the function that declares it.
type canceling struct {
	by *types.Var
	in *types.Func
}

// isCalledInTime reports whether the function that v has is called when a timer has fired, perhaps by way of a field or a map.
//
//	for _, cancel := range cancels {
//		cancel()
//	}
func (t *timers) isCalledInTime(v *types.Var, w walk) bool {
	return w.first(v) && t.spend(1) && (t.timed[v] || slices.ContainsFunc(t.holders[v], func(h *types.Var) bool { return t.isCalledInTime(h, w) }))
}

// note notes what n says of contexts and timers.
func (t *timers) note(n ast.Node, in scope) {
	switch n := n.(type) {
	case *ast.BlockStmt:
		t.noteFired(n.List, in.fn)
	case *ast.CaseClause:
		t.noteFired(n.Body, in.fn)
	case *ast.CommClause:
		t.noteFired(append([]ast.Stmt{n.Comm}, n.Body...), in.fn)
	case *ast.GoStmt:
		t.goroutines = append(t.goroutines, span{n.Pos(), n.End()})
	case *ast.RangeStmt:
		t.noteHolders(n)
	case *ast.AssignStmt:
		t.noteCancel(n, in.fn)
		t.noteHolders(n)
	case *ast.CallExpr:
		t.noteTimed(n)
	}
}

// noteHolders notes who has the functions that n assigns.
func (t *timers) noteHolders(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if len(n.Lhs) == len(n.Rhs) {
			for i, e := range n.Lhs {
				t.hold(e, n.Rhs[i])
			}
		}
	case *ast.RangeStmt:
		if n.Value != nil {
			t.hold(n.Value, element(n.X))
		}
	}
}

// hold notes that e, or that of which it is an element, has the function which val has.
func (t *timers) hold(e, val ast.Expr) {
	if call, ok := val.(*ast.CallExpr); ok && isAppend(t.info, call) {
		for _, a := range call.Args[1:] {
			t.hold(e, a)
		}
		return
	}
	if isPlainFunc(t.info.TypeOf(e)) || isPlainFunc(t.info.TypeOf(val)) {
		if from, to := t.holder(val), t.holder(e); from != nil && to != nil && from != to {
			t.holders[from] = append(t.holders[from], to)
		}
	}
}

// holder returns the variable or the field that e names, or is an element of.
func (t *timers) holder(e ast.Expr) *types.Var {
	if x, ok := ast.Unparen(e).(*ast.IndexExpr); ok {
		e = x.X
	}
	return variable(t.info, e)
}

// isPlainFunc reports whether t is a function type without parameters and results, as context.CancelFunc.
func isPlainFunc(t types.Type) bool {
	if t == nil {
		return false
	}
	sig, ok := t.Underlying().(*types.Signature)
	return ok && sig.Params().Len()+sig.Results().Len() == 0
}

// noteCancel notes which variable has the function that cancels the context that a has.
func (t *timers) noteCancel(a *ast.AssignStmt, in *types.Func) {
	if len(a.Lhs) != 2 || len(a.Rhs) != 1 {
		return
	}
	call, ok := ast.Unparen(a.Rhs[0]).(*ast.CallExpr)
	if !ok {
		return
	}
	if fn := typeutil.StaticCallee(t.info, call); fn == nil || !isNamedFunc(fn, "context", "WithCancel") {
		return
	}
	ctx, cancel := pointsto.Variable(t.info, a.Lhs[0]), pointsto.Variable(t.info, a.Lhs[1])
	if ctx != nil && cancel != nil {
		t.cancels[ctx] = append(t.cancels[ctx], canceling{cancel, in})
	}
}

// noteTimed notes the variables among the arguments of call, if there is a duration as well.
func (t *timers) noteTimed(call *ast.CallExpr) {
	timed := func(e ast.Expr) bool {
		typ := t.info.TypeOf(e)
		return typ != nil && pointsto.IsType(typ, "time", "Duration")
	}
	if !slices.ContainsFunc(call.Args, timed) {
		return
	}
	for _, e := range call.Args {
		if v := pointsto.Variable(t.info, e); v != nil {
			t.timed[v] = true
		} else if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
			t.noteCalled(lit.Body.List)
		}
	}
}

// noteFired notes what list does after a timer has fired: which functions without a name it calls, and whether it leaves the function, so
// that what that defers is called. The first of list may be what waits.
//
//	select {
//	case <-time.After(timeout):
//		cancel()
//	case <-ctx.Done():
//	}
func (t *timers) noteFired(list []ast.Stmt, in *types.Func) {
	for i, s := range list {
		if !receivesTime(t.info, s) {
			continue
		}
		t.noteCalled(list[i+1:])
		if _, ok := list[len(list)-1].(*ast.ReturnStmt); ok {
			t.expires[in] = true
		}
	}
}

// noteCalled notes that list, which runs when a timer has fired, calls variables.
func (t *timers) noteCalled(list []ast.Stmt) {
	for _, s := range list {
		ast.Inspect(s, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if v := variable(t.info, call.Fun); v != nil {
					t.timed[v] = true
				}
			}
			return true
		})
	}
}
