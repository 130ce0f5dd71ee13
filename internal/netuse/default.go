package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// isDefault reports whether o, a dialer or its method, is there for those who bring none: it is made, or returned by a call, where another
// one is nil.
//
//	if c.Dialer == nil {
//		c.Dialer = &net.Dialer{} // o
//	}
//	return c.Dialer.DialContext(ctx, "tcp", addr)
func (d *dials) isDefault(o *pointsto.Object) bool {
	pos := o.Pos()
	if s := o.Site(); s != nil {
		pos = s.Pos
	}
	return d.syntax.defaults.isDefault(pos) || slices.ContainsFunc(d.replace, func(c *pointsto.Call) bool { return d.graph.Holds(c.Results[0], o) })
}

// inDefault reports whether f, or a function around it, is a dial function for those who bring none.
//
//	c := &Client{dial: func(ctx context.Context, addr string) (net.Conn, error) { ... }} // f
//	for _, option := range options {
//		option(c)
//	}
func (d *dials) inDefault(f *pointsto.Function) bool {
	for ; f != nil; f = f.Parent() {
		for _, o := range d.values[f] {
			if d.isDefault(o) || slices.ContainsFunc(d.ofGiven, func(c *pointsto.Call) bool { return d.graph.Holds(c.Fun, o) }) {
				return true
			}
		}
	}
	return false
}

// isGiven reports whether what n holds may be a dialer, or a dial function, that a user of the package has given.
//
//	func WithDialer(d Dialer) Option { return func(c *Client) { c.dialer = d } }
func (d *dials) isGiven(n pointsto.Node) bool {
	return slices.ContainsFunc(d.graph.At(n), func(o *pointsto.Object) bool {
		e, outside := o.Entrance()
		return outside && !o.IsOwn() && e.Call == nil && e.Var == nil && e.Pkg == nil && isDialing(o.Type()) && !d.isHidden(e)
	})
}

// isVariable reports whether o is in an exported variable of an interface whose methods take a context: others may replace it.
//
//	var DefaultDialer Dialer = &net.Dialer{}
func (d *dials) isVariable(o *pointsto.Object) bool {
	scope := d.syntax.pkg.Scope()
	return slices.ContainsFunc(scope.Names(), func(name string) bool {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok || !v.Exported() || !d.graph.Holds(d.graph.Var(v), o) {
			return false
		}
		i, ok := v.Type().Underlying().(*types.Interface)
		return ok && isDialing(i) && dialsByContext(i)
	})
}

// dialsByContext reports whether a method of i takes a context.
func dialsByContext(i *types.Interface) bool {
	for m := range i.Methods() {
		if takesContext(m.Signature()) {
			return true
		}
	}
	return false
}

// isHidden reports whether e is a field of a type whose values other packages never have.
func (d *dials) isHidden(e pointsto.Entrance) bool {
	name, ok := strings.CutPrefix(e.Of, "type ")
	tn := d.syntax.pkg.Scope().Lookup(name)
	return ok && tn != nil && !d.isShown(tn.Type())
}

// A want is a part of the source that runs only where a dialer, or a dial function, is nil.
type want struct {
	span
	of ast.Expr // the dialer
}

// defaults knows where the source makes what is there for those who bring no dialer.
type defaults struct {
	*source
	wanting  []want        // where a dialer is nil
	replaced []replacement // what has a default until a dialer that is not nil replaces it
}

// isDefault reports whether pos is where a dialer is nil that others may give.
func (d *defaults) isDefault(pos token.Pos) bool {
	d.readFiles()
	given := func(w want) bool { return w.has(pos) && d.mayBeGiven(w.of) }
	return slices.ContainsFunc(d.wanting, given) || slices.ContainsFunc(d.replaced, func(r replacement) bool {
		return d.mayBeGiven(r.by) && slices.ContainsFunc(d.assigned[r.v], func(e ast.Expr) bool { return e != nil && e.Pos() <= pos && pos < e.End() })
	})
}

// mayBeGiven reports whether e may be something else than what this package makes.
//
//	if c.dialer == nil { // nothing else is assigned to this field
//		c.dialer = &net.Dialer{}
//	}
func (d *defaults) mayBeGiven(e ast.Expr) bool {
	v := variable(d.info, e)
	if v == nil || v.Pkg() != d.pkg || v.Exported() {
		return true
	}
	if _, isParam := d.params[v]; isParam || !v.IsField() && len(d.assigned[v]) == 0 {
		return true
	}
	return slices.ContainsFunc(d.assigned[v], func(e ast.Expr) bool {
		if !v.IsField() && d.isResult(e) {
			return false
		}
		return e == nil || !d.isMade(e)
	})
}

// isResult reports whether e, or the statement that assigns to several variables if e is nil, calls a function. What that finds in something
// else is not what a user gives for a dialer:
//
//	dialer, err := dialerOf(transport)
func (d *defaults) isResult(e ast.Expr) bool {
	if e == nil {
		return true
	}
	_, isCall := ast.Unparen(e).(*ast.CallExpr)
	return isCall
}

// isMade reports whether e makes a value, or is nil or a function with a name.
func (d *defaults) isMade(e ast.Expr) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit, *ast.FuncLit:
		return true
	case *ast.UnaryExpr:
		return x.Op == token.AND && d.isMade(x.X)
	case *ast.CallExpr:
		return d.info.Types[x.Fun].IsBuiltin()
	case *ast.SelectorExpr:
		if sel := d.info.Selections[x]; sel != nil {
			return sel.Kind() == types.MethodVal && d.isMade(x.X)
		}
		_, isFunc := d.info.Uses[x.Sel].(*types.Func)
		return isFunc
	case *ast.Ident:
		_, isFunc := d.info.Uses[x].(*types.Func)
		return isFunc || d.info.Types[x].IsNil()
	}
	return false
}

// note notes what n says of dialers that are nil.
func (d *defaults) note(n ast.Node, in scope) {
	switch n := n.(type) {
	case *ast.IfStmt:
		d.noteDefault(n, in.end)
	case *ast.SwitchStmt:
		d.noteCases(n)
	case *ast.CallExpr:
		d.noteOr(n)
	}
}

// noteDefault notes the parts of s, and of the block around it, which ends there, that run where a dialer is nil. Other conditions beside
// that make no difference.
//
//	if c.Dial != nil {
//		return c.Dial(ctx, "tcp", addr)
//	}
//	return new(net.Dialer).DialContext(ctx, "tcp", addr) // here
func (d *defaults) noteDefault(s *ast.IfStmt, end token.Pos) {
	d.noteWants(s.Cond, span{s.Body.Pos(), s.Body.End()}, otherwise(d.info, s, end))
	d.noteReplaced(s)
}

// A replacement is what a variable gets in place of what it has had.
type replacement struct {
	v  *types.Var
	by ast.Expr
}

// noteReplaced notes what s replaces by a dialer if there is one: what that has had is the default.
//
//	dial := dialTCP
//	if opts.Dial != nil {
//		dial = opts.Dial
//	}
func (d *defaults) noteReplaced(s *ast.IfStmt) {
	if !d.isGivenIf(s.Cond) {
		return
	}
	for _, s := range s.Body.List {
		if a, ok := s.(*ast.AssignStmt); ok && a.Tok == token.ASSIGN && len(a.Lhs) == 1 && len(a.Rhs) == 1 && isDialing(d.info.TypeOf(a.Lhs[0])) {
			if v := variable(d.info, a.Lhs[0]); v != nil {
				d.replaced = append(d.replaced, replacement{v, a.Rhs[0]})
			}
		}
	}
}

// isGivenIf reports whether cond asks, beside others, whether a dialer is not nil.
func (d *defaults) isGivenIf(cond ast.Expr) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
		return false
	case b.Op == token.LAND || b.Op == token.LOR:
		return d.isGivenIf(b.X) || d.isGivenIf(b.Y)
	}
	return b.Op == token.NEQ && d.info.Types[b.Y].IsNil() && isDialing(d.info.TypeOf(b.X))
}

// noteCases is [defaults.noteDefault] for the clauses of a switch.
func (d *defaults) noteCases(s *ast.SwitchStmt) {
	if s.Tag != nil {
		return
	}
	for _, c := range s.Body.List {
		for _, e := range c.(*ast.CaseClause).List {
			d.noteWants(e, span{c.Pos(), c.End()}, span{c.End(), s.End()})
		}
	}
}

// noteOr notes the arguments of cmp.Or behind a dialer.
func (d *defaults) noteOr(call *ast.CallExpr) {
	if fn := typeutil.StaticCallee(d.info, call); len(call.Args) > 1 && fn != nil && isNamedFunc(fn, "cmp", "Or") && isDialing(d.info.TypeOf(call.Args[0])) {
		d.wanting = append(d.wanting, want{span{call.Args[1].Pos(), call.End()}, call.Args[0]})
	}
}

// noteWants notes the dialers that cond compares with nil, and where they are that: in then, which runs if cond holds, or in otherwise.
func (d *defaults) noteWants(cond ast.Expr, then, otherwise span) {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
	case b.Op == token.LAND || b.Op == token.LOR:
		d.noteWants(b.X, then, otherwise)
		d.noteWants(b.Y, then, otherwise)
	case !d.info.Types[b.Y].IsNil() || !isDialing(d.info.TypeOf(b.X)):
	case b.Op == token.EQL:
		d.wanting = append(d.wanting, want{then, b.X})
	case b.Op == token.NEQ:
		d.wanting = append(d.wanting, want{otherwise, b.X})
	}
}
