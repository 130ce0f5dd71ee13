package pointsto

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// call reads a call and returns the nodes of its results.
//
// The region of the call skips a guard that asks for the operand itself: in
//
//	if c != nil {
//		c.Close()
//	}
//
// the call is made for each c. What may run is one of four: a conversion, a builtin, a known function or method, a function value. An
// exported field of function type may hold a function of another package as well, so the call of one runs an unknown function, too.
func (r reader) call(call *ast.CallExpr) []Node {
	defer r.trace.enterNode(call)()
	fun := r.info.Types[call.Fun]
	if fun.IsType() {
		return []Node{r.conversion(call, fun.Type)}
	}
	if fun.IsBuiltin() {
		return []Node{r.builtin(call)}
	}
	sig := signatureOf(fun.Type)
	if sig == nil { // ill-typed, or a type parameter for several types
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			r.lose(sel.X)
		}
		for _, a := range call.Args {
			r.lose(a)
		}
		return nil
	}

	fn, _ := typeutil.Callee(r.info, call).(*types.Func)
	operand, _ := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	sel := r.info.Selections[operand]
	var recv, dynamic Node
	if fn == nil {
		dynamic = r.expr(call.Fun)
	} else {
		if sel != nil {
			recv = r.receiver(operand, sel)
		}
		r.refer(Reference{Pos: call.Pos(), Fn: fn})
	}
	args := r.args(call, sig)
	if sel != nil && sel.Kind() == types.MethodExpr {
		recv, args = args[0], args[1:]
	}
	results := make([]Node, sig.Results().Len())
	for i := range results {
		results[i] = r.nodeFor(sig.Results().At(i).Type())
	}
	s := r.scope
	if operand != nil {
		s.region = r.region.past(r.info, operand.X)
	}
	c := s.newCall(fn, sig, recv, args, results)
	c.Pos, c.Expr, c.Fun = call.Pos(), call, dynamic
	switch {
	case fn == nil:
		d := s.callValue(dynamic, sig, args, results)
		if d != nil && sel != nil && sel.Obj().Exported() && !s.isClosed(sel.Type(), sig) {
			d.unknown() // anybody may have put a function of their own into an exported field
		}
	case isAbstract(fn):
		s.callInterface(fn, recv, args, results, c)
	default:
		s.contain(c, r.expr)
		s.callStatic(fn, c)
	}
	return results
}

// args reads the arguments of a call into one node for each parameter.
//
// Variadic arguments are elements of one slice, and share the node of the last parameter. A call that is ill-typed may have too many or too
// few.
func (r reader) args(call *ast.CallExpr, sig *types.Signature) []Node {
	var args []Node
	for _, a := range call.Args {
		if t, ok := r.info.TypeOf(a).(*types.Tuple); ok { // the results of a call are all arguments
			args = r.tuple(a, t.Len())
		} else {
			args = append(args, r.expr(a))
		}
	}
	params := sig.Params().Len()
	if last := params - 1; sig.Variadic() && !call.Ellipsis.IsValid() && len(args) >= last {
		rest := r.nodeFor(sig.Params().At(last).Type())
		for _, a := range args[last:] {
			r.copy(a, rest)
		}
		args = append(args[:last], rest)
	}
	if len(args) < params {
		args = append(args, make([]Node, params-len(args))...)
	}
	return args[:params]
}

// conversion reads a call that converts its operand to type to.
//
// A conversion does not make an object: the old one goes on, and keeps its type. [conversions] remembers that it may now be seen as
// another one, without which [ofType] would stop it at an assertion. What becomes an unsafe.Pointer escapes.
func (r reader) conversion(call *ast.CallExpr, to types.Type) Node {
	if len(call.Args) == 0 {
		return 0 // ill-typed
	}
	n := r.expr(call.Args[0])
	r.conversions.note(r.info.TypeOf(call.Args[0]), to)
	if t := r.isTracked(to); t != nil && Named(to) == t {
		r.constrain(n, mark{what: converted})
	}
	if _, ok := to.Underlying().(*types.Basic); ok { // unsafe.Pointer
		defer r.trace.into(types.Unsafe.Scope().Lookup("Pointer").(*types.TypeName), nil)()
		r.constrain(n, mark{what: escapesNow})
	}
	if t, ok := types.Unalias(to).(*types.Named); ok && r.in.CallGraph && n == 0 && !types.IsInterface(t) && r.relevant.methodsCount(t) {
		n = r.holding(&Object{typ: t, in: r.fn, pos: call.Pos()})
		r.at(n)[0].at = n
	}
	return n
}

// builtin reads a call of a predeclared function.
//
// All panics share one node, and each recover returns it. If nobody in the package recovers, whoever calls it may ([generator.finalize]).
// The elements of make are zero values, which matter for structs of this package.
func (r reader) builtin(call *ast.CallExpr) Node {
	switch funcIdent(call.Fun).Name {
	case "new":
		t := r.info.TypeOf(call.Args[0])
		if tv := r.info.Types[call.Args[0]]; !tv.IsType() {
			return r.expr(call.Args[0]) // new(expr), since Go 1.26
		}
		n := r.nodeFor(t)
		if structOf(t) != nil || isTypeParam(t) {
			r.allocate(n, t, Site{Pos: call.Pos(), End: call.End(), Kind: New})
		}
		return n
	case "make":
		t := element(r.info.TypeOf(call))
		n := r.nodeFor(t)
		if tn := r.ownStruct(t); tn != nil {
			r.copy(r.allOfType(tn), n)
		}
		for _, a := range call.Args[1:] {
			r.expr(a)
		}
		return n
	case "append":
		if n := r.nodeFor(r.info.TypeOf(call)); n != 0 {
			r.appended(call, n)
			return n
		}
	case "panic":
		if r.panicked == 0 {
			r.panicked = r.node()
		}
		r.copy(r.expr(call.Args[0]), r.panicked)
		return 0
	case "recover":
		if r.panicked == 0 {
			r.panicked = r.node()
		}
		r.recovers = true
		return r.panicked
	case "copy":
		r.put(call.Args[0], nil, r.expr(call.Args[1]))
		return 0
	}
	for _, a := range call.Args {
		r.expr(a)
	}
	return 0
}

// appended reads a call of append: n, what it returns, holds what its arguments hold.
//
// Of a slice that is appended to, or that is given with dots, the elements are copied. The copy goes back only if these are containers
// themselves, so what is appended is not found in the old slice.
func (r reader) appended(call *ast.CallExpr, n Node) {
	for i, a := range call.Args {
		t := r.info.TypeOf(a)
		if s, ok := t.Underlying().(*types.Slice); ok && (i == 0 || call.Ellipsis.IsValid()) {
			t = s.Elem()
		}
		r.insert(t, r.expr(a), n)
	}
}
