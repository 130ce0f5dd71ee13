package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// timers knows which contexts get a limit in time that the points-to analysis does not see.
type timers struct {
	*source
	gifts      *gifts
	cancels    map[*types.Var][]canceling // of contexts, the functions that cancel them
	timed      map[*types.Var]bool        // functions that are handed on beside a duration, or called when a timer has fired
	expires    map[*types.Func]bool       // that return when a timer has fired
	goroutines []span
	optional   map[*types.Var][]ast.Expr // of contexts, the durations that they get as a limit if these are not zero
	defaults   []ast.Expr                // durations that get a value if they are zero
}

func newTimers(g *gifts) *timers {
	return &timers{
		source:   g.source,
		gifts:    g,
		cancels:  make(map[*types.Var][]canceling),
		timed:    make(map[*types.Var]bool),
		expires:  make(map[*types.Func]bool),
		optional: make(map[*types.Var][]ast.Expr),
	}
}

// isTimed reports whether e is a context that has a default limit ([timers.hasDefault]), or that a timer may cancel: whoever gets the
// function that cancels it gets a duration, too, or calls it when a timer has fired. After how long that is cannot be seen, and is silent.
//
//	ctx, cancel := context.WithCancel(ctx)
//	t := time.AfterFunc(timeout, cancel)
//	conn, err := d.DialContext(ctx, network, addr)
func (t *timers) isTimed(e ast.Expr) bool {
	v := pointsto.Variable(t.info, e)
	if v == nil {
		return false
	}
	t.readFiles()
	return t.hasDefault(v) || slices.ContainsFunc(t.cancels[v], func(c canceling) bool {
		return t.timed[c.by] || t.expires[c.in] && slices.ContainsFunc(t.goroutines, func(p span) bool { return p.has(e.Pos()) })
	})
}

// A canceling is the variable that has the function which cancels a context, and the function that declares it.
type canceling struct {
	by *types.Var
	in *types.Func
}

// hasDefault reports whether context v gets a limit if a duration is not zero, which it never is, as zero has been replaced. That a
// negative one means no limit is a choice.
//
//	if d.Timeout == 0 {
//		d.Timeout = 15 * time.Second
//	}
//	if d.Timeout > 0 {
//		ctx, cancel = context.WithTimeout(ctx, d.Timeout)
//	}
func (t *timers) hasDefault(v *types.Var) bool {
	return slices.ContainsFunc(t.optional[v], func(limit ast.Expr) bool {
		replaced := func(e ast.Expr) bool { return pointsto.SamePlace(t.info, e, limit) }
		return t.isPositive(limit, newWalk()) || slices.ContainsFunc(t.defaults, replaced)
	})
}

// isPositive reports whether e is a constant that is more than zero, or a variable that is only given such.
func (t *timers) isPositive(e ast.Expr, w walk) bool {
	if e == nil || !t.spend(1) {
		return false
	}
	if t.info.Types[e].Value != nil {
		is, _ := sign(t.info, e)
		return is > 0
	}
	v := variable(t.info, e)
	if v == nil {
		return false
	}
	if w = w.at(v); !w.first(v) {
		return false
	}
	given, known := t.gifts.given(v, w)
	return known && len(given) > 0 && !slices.ContainsFunc(given, func(g gift) bool { return !t.isPositive(g.e, g.at) })
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
	case *ast.IfStmt:
		t.noteOptional(n)
	case *ast.AssignStmt:
		t.noteCancel(n, in.fn)
	case *ast.CallExpr:
		t.noteTimed(n)
	}
}

// noteOptional notes what s replaces if it is zero, or the contexts that get a limit if something is not.
func (t *timers) noteOptional(s *ast.IfStmt) {
	cond, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr)
	if !ok {
		return
	}
	if is, ok := sign(t.info, cond.Y); !ok || is != 0 {
		return
	}
	for _, stmt := range s.Body.List {
		a, ok := stmt.(*ast.AssignStmt)
		if !ok || len(a.Rhs) != 1 {
			continue
		}
		switch cond.Op {
		case token.EQL, token.LEQ:
			if is, _ := sign(t.info, a.Rhs[0]); is > 0 && len(a.Lhs) == 1 && pointsto.SamePlace(t.info, a.Lhs[0], cond.X) {
				t.defaults = append(t.defaults, cond.X)
			}
		case token.NEQ, token.GTR:
			call, ok := ast.Unparen(a.Rhs[0]).(*ast.CallExpr)
			if !ok || len(call.Args) != 2 || !pointsto.SamePlace(t.info, call.Args[1], cond.X) {
				continue
			}
			if fn := typeutil.StaticCallee(t.info, call); fn != nil && isNamedFunc(fn, "context", "WithTimeout") {
				if v := pointsto.Variable(t.info, a.Lhs[0]); v != nil {
					t.optional[v] = append(t.optional[v], cond.X)
				}
			}
		}
	}
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
				if v := pointsto.Variable(t.info, call.Fun); v != nil {
					t.timed[v] = true
				}
			}
			return true
		})
	}
}
