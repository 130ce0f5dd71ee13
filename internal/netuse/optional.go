package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// unlessOff returns list without the contexts that are only there where an option, which is on by default, has been turned off: who does that
// has chosen that there is no limit. In their place a context with a deadline is in list.
//
//	if c.Timeout > 0 { // 30 s in DefaultConfig
//		ctx, cancel = context.WithTimeout(ctx, c.Timeout)
//		defer cancel()
//	}
//	return c.dial(ctx, addr)
//
// Those are the context that gets the deadline, and what else is assigned to the same variable.
func (d *dials) unlessOff(list []*pointsto.Object) []*pointsto.Object {
	for _, c := range d.limited {
		if !d.graph.Spend(1+len(list)) || len(c.Args) == 0 || len(c.Results) == 0 {
			break
		}
		made := func(o *pointsto.Object) bool { return d.graph.Holds(c.Results[0], o) }
		if len(list) < 2 || !slices.ContainsFunc(list, made) || !d.syntax.options.isOptional(c.Pos) {
			continue
		}
		others := d.besides(c)
		list = slices.DeleteFunc(slices.Clone(list), func(o *pointsto.Object) bool {
			return !made(o) && slices.ContainsFunc(others, func(n pointsto.Node) bool { return d.graph.Holds(n, o) })
		})
	}
	return list
}

// besides returns the context that c gives a deadline, and the results of the calls that are assigned to the same variable as that of c.
func (d *dials) besides(c *pointsto.Call) []pointsto.Node {
	out := []pointsto.Node{c.Args[0]}
	to := d.syntax.receivers[c.Expr]
	if len(to) == 0 {
		return out
	}
	v := pointsto.Variable(d.syntax.info, to[0])
	for _, other := range d.graph.AllCalls() {
		if v != nil && other.Expr != nil && len(other.Results) > 0 && d.graph.Spend(1) && slices.Contains(d.syntax.assigned[v], ast.Expr(other.Expr)) {
			out = append(out, other.Results[0])
		}
	}
	return out
}

// An optional is a part of the source that runs unless an option, as a duration, is off.
type optional struct {
	span
	option ast.Expr
	always bool // it runs where the option is zero, too: only a negative one is off
}

// options knows what runs unless an option is off.
type options struct {
	*source
	gifts *gifts
	all   []optional
}

// note notes the body of an if statement, if its condition is that an option is not zero.
func (ops *options) note(n ast.Node, _ scope) {
	s, ok := n.(*ast.IfStmt)
	if !ok {
		return
	}
	cond, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr)
	if !ok || cond.Op != token.GTR && cond.Op != token.NEQ && cond.Op != token.GEQ {
		return
	}
	if is, ok := sign(ops.info, cond.Y); ok && is == 0 {
		ops.all = append(ops.all, optional{span{s.Body.Pos(), s.Body.End()}, cond.X, cond.Op == token.GEQ})
	}
}

// isOptional reports whether pos is where an option is on, which it is by default.
func (ops *options) isOptional(pos token.Pos) bool {
	ops.readFiles()
	return slices.ContainsFunc(ops.all, func(o optional) bool {
		return o.has(pos) && (o.always && variable(ops.info, o.option) != nil || ops.isOn(o.option, byCallsHere()))
	})
}

func byCallsHere() walk {
	w := newWalk()
	w.calledHere = true
	return w
}

// isOn reports whether e is a number that is more than zero by default: a constant, or what the package gives such a default. For a parameter
// no call may pass a constant that is not.
//
//	cmp.Or(opts.Timeout, 15*time.Second)
func (ops *options) isOn(e ast.Expr, w walk) bool {
	if e == nil || !ops.spend(1) {
		return false
	}
	if ops.info.Types[e].Value != nil {
		is, _ := sign(ops.info, e)
		return is > 0
	}
	on := func(e ast.Expr) bool { return ops.isOn(e, w) }
	switch x := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		return x.Op == token.MUL && on(x.X) && on(x.Y)
	case *ast.CallExpr:
		fn := typeutil.StaticCallee(ops.info, x)
		switch {
		case ops.info.Types[x.Fun].IsType() && len(x.Args) == 1:
			return on(x.Args[0])
		case fn == nil:
			return false
		case isNamedFunc(fn, "cmp", "Or"):
			return slices.ContainsFunc(x.Args, on)
		}
		return ops.returnsOn(fn.Origin(), x, w)
	}
	v := variable(ops.info, e)
	if v == nil || v.Pkg() != ops.pkg || !w.at(v).first(v) {
		return false
	}
	w = w.at(v)
	if slices.ContainsFunc(ops.assigned[v], on) {
		return true
	}
	p, isParam := ops.params[v]
	if !isParam {
		return false
	}
	args, known := ops.gifts.passed(p, w)
	isOn := func(g gift) bool { return ops.isOn(g.e, g.at) }
	isOff := func(g gift) bool { return ops.info.Types[g.e].Value != nil && !isOn(g) }
	return known && slices.ContainsFunc(args, isOn) && !slices.ContainsFunc(args, isOff)
}

// returnsOn is [options.isOn] for what a call of fn, a function of the package, returns first.
func (ops *options) returnsOn(fn *types.Func, call *ast.CallExpr, w walk) bool {
	w = w.into(fn, call)
	return w.first(fn) && slices.ContainsFunc(ops.returns[fn], func(r *ast.ReturnStmt) bool {
		return len(r.Results) > 0 && ops.isOn(r.Results[0], w)
	})
}
