package flow

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
)

// A dynamicCall is a call of a function value or an interface method.
type dynamicCall struct {
	scope
	sig           *types.Signature
	args, results []Node
	recv          map[any]Node // for each callee, a *function or *types.Func, the receivers; nil, and a package, stand for unseen ones
}

// call reads a call and returns the nodes of its results.
func (b scope) call(call *ast.CallExpr) []Node {
	fun := b.info.Types[call.Fun]
	if fun.IsType() {
		return []Node{b.conversion(call, fun.Type)}
	}
	if fun.IsBuiltin() {
		return []Node{b.builtin(call)}
	}
	sig := signatureOf(fun.Type)
	if sig == nil { // ill-typed, or a type parameter for several types
		for _, a := range call.Args {
			b.expr(a)
		}
		return nil
	}

	callee := typeutil.Callee(b.info, call)
	fn, _ := callee.(*types.Func)
	operand, _ := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	sel := b.info.Selections[operand]
	var recv, dynamic Node
	if fn == nil {
		dynamic = b.expr(call.Fun)
	} else {
		if sel != nil {
			recv = b.receiver(operand, sel)
		}
		b.mention(Mention{Pos: call.Pos(), Fn: fn})
	}
	args := b.args(call, sig)
	if sel != nil && sel.Kind() == types.MethodExpr {
		recv, args = args[0], args[1:]
	}
	results := make([]Node, sig.Results().Len())
	for i := range results {
		results[i] = b.nodeFor(sig.Results().At(i).Type())
	}
	if operand != nil {
		b.region = b.region.past(b.info, operand.X)
	}
	c := b.newCall(fn, sig, recv, args, results)
	c.Pos, c.Expr, c.Fun = call.Pos(), call, dynamic

	switch {
	case fn == nil:
		d := b.callValue(dynamic, sig, args, results)
		if d != nil && sel != nil && sel.Obj().Exported() && !b.isClosed(sel.Type(), sig) {
			d.outside() // anybody may have put a function of their own into an exported field
		}
	case isAbstract(fn):
		b.callInterface(fn, recv, args, results)
	default:
		b.callStatic(fn, recv, args, results, c)
	}
	return results
}

// signatureOf returns the signature that t is, or that all types of a type parameter's constraint share, nil if there is none.
func signatureOf(t types.Type) *types.Signature {
	if t == nil {
		return nil
	}
	sig, _ := core(t).Underlying().(*types.Signature)
	return sig
}

// args reads the arguments of a call into one node for each parameter.
func (b scope) args(call *ast.CallExpr, sig *types.Signature) []Node {
	var args []Node
	for _, a := range call.Args {
		if t, ok := b.info.TypeOf(a).(*types.Tuple); ok { // the results of a call are all arguments
			args = b.tuple(a, t.Len())
		} else {
			args = append(args, b.expr(a))
		}
	}
	if sig.Variadic() && !call.Ellipsis.IsValid() {
		last := sig.Params().Len() - 1
		rest := b.nodeFor(sig.Params().At(last).Type())
		for _, a := range args[last:] {
			b.copy(a, rest)
		}
		args = append(args[:last], rest)
	}
	return args
}

func (b scope) conversion(call *ast.CallExpr, to types.Type) Node {
	n := b.expr(call.Args[0])
	b.conversions.note(b.info.TypeOf(call.Args[0]), to)
	if w := b.isWatched(to); w != nil && named(to) == w {
		b.each(n, func(o *Object) { o.converted = true })
	}
	if _, ok := to.Underlying().(*types.Basic); ok { // unsafe.Pointer
		b.each(n, func(o *Object) { o.unseen = true })
	}
	if t, ok := types.Unalias(to).(*types.Named); ok && b.in.Trace && n == 0 && !types.IsInterface(t) && b.carriers.methodsCount(t) {
		n = b.node()
		b.add(n, &Object{typ: t, in: b.fn, at: n, pos: call.Pos()})
	}
	return n
}

func (b scope) builtin(call *ast.CallExpr) Node {
	switch funcIdent(call.Fun).Name {
	case "new":
		t := b.info.TypeOf(call.Args[0])
		if tv := b.info.Types[call.Args[0]]; !tv.IsType() {
			return b.expr(call.Args[0]) // new(expr), since Go 1.26
		}
		n := b.nodeFor(t)
		if structOf(t) != nil || isTypeParam(t) {
			b.make(n, t, Site{Pos: call.Pos(), End: call.End(), Kind: New})
		}
		return n
	case "make":
		t := element(b.info.TypeOf(call))
		n := b.nodeFor(t)
		if tn := b.ownStruct(t); tn != nil {
			b.copy(b.allOfType(tn), n)
		}
		for _, a := range call.Args[1:] {
			b.expr(a)
		}
		return n
	case "append":
		n := b.nodeFor(b.info.TypeOf(call))
		if n == 0 {
			break
		}
		for i, a := range call.Args {
			t := b.info.TypeOf(a)
			if s, ok := t.Underlying().(*types.Slice); ok && (i == 0 || call.Ellipsis.IsValid()) {
				t = s.Elem()
			}
			b.insert(t, b.expr(a), n)
		}
		return n
	case "copy":
		b.put(call.Args[0], b.expr(call.Args[1]))
		return 0
	}
	for _, a := range call.Args {
		b.expr(a)
	}
	return 0
}

func (b scope) callStatic(fn *types.Func, recv Node, args, results []Node, c *Call) {
	if f := b.funcs[fn.Origin()]; f != nil {
		b.bind(f, boundCall{b, recv, args, results})
		return
	}
	b.external(fn, c)
}

// callValue reads the call of a function value.
func (b scope) callValue(fun Node, sig *types.Signature, args, results []Node) *dynamicCall {
	if fun == 0 {
		return nil
	}
	call := b.newDynamicCall(sig, args, results)
	b.each(fun, func(o *Object) {
		if s, ok := o.typ.(*types.Signature); ok && !sameShape(s, sig) {
			return
		}
		c, recv := *call, o.recv
		if o.methodExpr && len(args) > 0 { // otherwise it got its receiver where that cannot be seen
			recv, c.args = args[0], args[1:]
		}
		switch {
		case o.fn != nil:
			c.function(o.fn, recv)
		case o.ext != nil && isAbstract(o.ext):
			b.callInterface(o.ext, recv, c.args, results)
		case o.ext != nil:
			c.method(o.ext, recv)
		case o.sym != nil:
			call.outside()
			call.received(o.sym.from)
		}
	})
	return call
}

// sameShape tells whether functions of types x and y take and return as many values. A call runs no other than those of its own
// shape, though values of other types reach it: a map's keys, and whatever is behind the interface that an assertion finds lacking.
func sameShape(x, y *types.Signature) bool {
	return x.Params().Len() == y.Params().Len() && x.Results().Len() == y.Results().Len()
}

// isAbstract tells whether fn is a method of an interface.
func isAbstract(fn *types.Func) bool {
	r := fn.Signature().Recv()
	return r != nil && types.IsInterface(r.Type())
}

// callInterface reads the call of method fn through an interface.
func (b scope) callInterface(fn *types.Func, recv Node, args, results []Node) {
	if effectOf(fn) == catalog.Yields {
		b.fromOutside(results[0], fn.Signature().Results().At(0).Type(), &Symbol{from: fn.Pkg()})
	}
	if recv == 0 {
		return
	}
	call := b.newDynamicCall(fn.Signature(), args, results)
	impls := b.implementers(fn)
	for _, f := range impls.untracked {
		var r Node
		if isContainer(f.sig.Recv().Type()) {
			r = recv
		}
		call.function(f, r)
	}
	b.each(recv, func(o *Object) {
		if types.IsInterface(o.typ) {
			// It may be any, those of this package among them.
			for _, f := range impls.methods {
				var r Node
				if b.isWatched(f.sig.Recv().Type()) != nil {
					r = b.holding(o) // converted
				}
				call.function(f, r)
			}
			if !impls.closed {
				call.outside()
			}
			if o.sym != nil {
				call.received(o.sym.from)
			}
			return
		}
		m, path, _ := types.LookupFieldOrMethod(types.NewPointer(o.typ), true, fn.Pkg(), fn.Name())
		if impl, ok := m.(*types.Func); ok && sameShape(impl.Signature(), fn.Signature()) {
			r, _ := b.step(b.holding(o), o.typ, path[:len(path)-1])
			call.method(impl, r)
		}
		for _, f := range impls.methods {
			if tn := named(f.sig.Recv().Type()); tn != named(o.typ) && b.conversions.mayBe(o.typ, tn.Type()) {
				call.function(f, b.holding(o))
			}
		}
	})
}

func (b scope) newDynamicCall(sig *types.Signature, args, results []Node) *dynamicCall {
	c := &dynamicCall{scope: b, sig: sig, args: args, results: results, recv: make(map[any]Node)}
	b.calls = append(b.calls, c)
	return c
}

// method calls fn, which may be of this package or not, with what recv holds as its receiver.
func (c *dynamicCall) method(fn *types.Func, recv Node) {
	if f := c.funcs[fn.Origin()]; f != nil {
		c.function(f, recv)
	} else if r, known := c.receiver(fn, recv); !known {
		if v := fn.Signature().Recv(); v != nil {
			c.alias(r, recv, v.Type()) // what the method puts into it
		}
		c.external(fn, c.newCall(fn, fn.Signature(), r, c.args, c.results))
	}
}

func (c *dynamicCall) function(f *Function, recv Node) {
	if r, known := c.receiver(f, recv); !known {
		c.bind(f, boundCall{c.scope, r, c.args, c.results})
	}
}

// receiver returns the one node for the receivers of callee, with those of recv in it, and whether callee was known already:
// however many objects reach a call, it is connected with each callee once.
func (c *dynamicCall) receiver(callee any, recv Node) (r Node, known bool) {
	r, known = c.recv[callee]
	if !known {
		r = c.node()
		c.recv[callee] = r
	}
	c.copy(recv, r)
	return r, known
}

// outside calls a function that anybody may have written.
func (c *dynamicCall) outside() {
	if _, known := c.recv[nil]; !known {
		c.recv[nil] = 0
		c.callUnseen(c.sig, c.args)
	}
}

// Implementers are the methods of this package that a call through an interface may run.
type implementers struct {
	methods   []*Function
	untracked []*Function // of them, those of types whose values leave no trace
	closed    bool        // there are no others
}

func (b *builder) implementers(fn *types.Func) implementers {
	m, ok := b.impls[fn]
	if !ok {
		m = b.findImplementers(fn)
		b.impls[fn] = m
	}
	return m
}

func (b *builder) findImplementers(fn *types.Func) (out implementers) {
	iface := fn.Signature().Recv().Type()
	i := iface.Underlying().(*types.Interface)
	tn := named(iface)
	out.closed = tn != nil && tn.Pkg() == b.in.Pkg && !tn.Exported()
	for m := range i.Methods() {
		if !m.Exported() && m.Pkg() == b.in.Pkg {
			out.closed = true
		}
	}
	scope := b.in.Pkg.Scope()
	for _, name := range scope.Names() {
		t, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		p := types.NewPointer(t.Type())
		if !types.Implements(p, i) {
			continue
		}
		m, _, _ := types.LookupFieldOrMethod(p, true, fn.Pkg(), fn.Name())
		impl, ok := m.(*types.Func)
		if !ok {
			continue // of an ill-typed interface, which all types implement
		}
		if f := b.funcs[impl.Origin()]; f != nil {
			out.methods = append(out.methods, f)
			if structOf(t.Type()) == nil || !b.narrow.carries(t.Type()) {
				out.untracked = append(out.untracked, f)
			}
		}
	}
	return out
}

// callUnseen hands args to code that cannot be seen and that anybody may have written.
// What it gets as an interface with methods, it does not configure.
func (b *builder) callUnseen(sig *types.Signature, args []Node) {
	for i, a := range args {
		t := element(sig.Params().At(i).Type())
		if types.IsInterface(t) && !isEmptyInterface(t) && !isTypeParam(t) {
			continue
		}
		if b.isWatched(t) != nil {
			b.each(a, func(o *Object) { o.unseen = true }) // of whatever type it was before an assertion
			continue
		}
		if isEmptyInterface(t) {
			b.expose(a, true)
			continue
		}
		b.expose(a, false)
	}
}
