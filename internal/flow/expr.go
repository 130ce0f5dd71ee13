package flow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// expr reads e and returns the node of its value, 0 if nothing of interest can be in it.
func (b scope) expr(e ast.Expr) Node {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return b.expr(e.X)
	case *ast.Ident:
		return b.named(e)
	case *ast.SelectorExpr:
		return b.selector(e)
	case *ast.CallExpr:
		if rs := b.call(e); len(rs) > 0 {
			return rs[0]
		}
	case *ast.StarExpr:
		return b.expr(e.X)
	case *ast.UnaryExpr:
		return b.unary(e)
	case *ast.BinaryExpr:
		// A literal to compare with is no value to judge.
		b.discardEmpty(e.X, b.expr(e.X))
		b.discardEmpty(e.Y, b.expr(e.Y))
	case *ast.CompositeLit:
		return b.literal(e)
	case *ast.FuncLit:
		return b.funcLit(e)
	case *ast.IndexExpr:
		b.expr(e.Index)
		return b.expr(e.X)
	case *ast.IndexListExpr:
		return b.expr(e.X)
	case *ast.SliceExpr:
		b.expr(e.Low)
		b.expr(e.High)
		b.expr(e.Max)
		return b.expr(e.X)
	case *ast.TypeAssertExpr:
		return b.assertion(e)
	}
	return 0
}

// tuple reads e, the only operand where n values are wanted.
func (b scope) tuple(e ast.Expr, n int) []Node {
	out := make([]Node, n)
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		copy(out, b.call(call))
		return out
	}
	// v, ok := of a map, a channel or a type assertion.
	out[0] = b.expr(e)
	return out
}

func (b scope) named(id *ast.Ident) Node {
	switch o := b.object(id).(type) {
	case *types.Var:
		n := b.variable(o)
		if n != 0 {
			b.mentionVar(o, id.Pos())
		}
		return n
	case *types.Func:
		b.mention(Mention{Pos: id.Pos(), Fn: o})
		return b.funcValue(o, 0, id.Pos())
	}
	return 0
}

func (b scope) selector(e *ast.SelectorExpr) Node {
	sel := b.info.Selections[e]
	if sel == nil {
		return b.named(e.Sel)
	}
	switch sel.Kind() {
	case types.FieldVal:
		base, _, f := b.selected(e, sel)
		return b.load(base, f)
	case types.MethodExpr:
		fn := sel.Obj().(*types.Func)
		b.mention(Mention{Pos: e.Sel.Pos(), Fn: fn})
		o := b.funcObject(fn, sel.Type())
		o.methodExpr = true
		return b.function(o, sel.Type().(*types.Signature))
	case types.MethodVal:
		b.mention(Mention{Pos: e.Sel.Pos(), Fn: sel.Obj().(*types.Func)})
		return b.funcValue(sel.Obj().(*types.Func), b.receiver(e, sel), e.Sel.Pos())
	}
	return 0
}

// receiver returns the node of the value whose method e selects, past the fields that embed it.
func (b scope) receiver(e *ast.SelectorExpr, sel *types.Selection) Node {
	path := sel.Index()
	n, _ := b.step(b.expr(e.X), sel.Recv(), path[:len(path)-1])
	return n
}

// funcValue returns a node with fn, which is referred to at pos, as a value, bound to recv if it is a method.
func (b scope) funcValue(fn *types.Func, recv Node, pos token.Pos) Node {
	sig := fn.Signature()
	o := b.funcObject(fn, sig)
	o.recv, o.pos = recv, pos
	if recv != 0 {
		b.bound = append(b.bound, MethodValue{fn, o, b.fn, b.region})
	}
	return b.function(o, sig)
}

// funcObject returns a new object for fn as a value of type t.
func (b *builder) funcObject(fn *types.Func, t types.Type) *Object {
	if f := b.funcs[fn.Origin()]; f != nil {
		return &Object{typ: t, fn: f}
	}
	return &Object{typ: t, ext: fn}
}

// function returns a node with the function object o, and makes it known to callers of its signature.
func (b *builder) function(o *Object, sig *types.Signature) Node {
	plain := types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic())
	b.add(b.allOfSignature(plain), o)
	return b.holding(o)
}

func (b scope) funcLit(e *ast.FuncLit) Node {
	sig := b.info.TypeOf(e).(*types.Signature)
	f := b.newFunction(sig, nil, e)
	b.mention(Mention{Pos: e.Pos(), Lit: f})
	f.outside = true
	b.callFromOutside(f)
	b.body(f, e.Body)
	return b.function(&Object{typ: sig, fn: f}, sig)
}

func (b scope) unary(e *ast.UnaryExpr) Node {
	if e.Op == token.AND {
		if x, ok := ast.Unparen(e.X).(*ast.SelectorExpr); ok {
			if sel := b.info.Selections[x]; sel != nil {
				// Whoever gets the address of a field may write to it.
				base, _, f := b.selected(x, sel)
				b.noteExpr(base, f, nil)
				return b.address(base, f)
			}
		}
	}
	return b.expr(e.X)
}

func (b scope) assertion(e *ast.TypeAssertExpr) Node {
	x := b.expr(e.X)
	t := b.info.TypeOf(e)
	if tup, ok := t.(*types.Tuple); ok {
		t = tup.At(0).Type()
	}
	n := b.nodeFor(t)
	if n == 0 {
		return 0
	}
	b.assertTo(x, n, t)
	if isContainer(t) {
		b.copy(n, x)
		b.putAgain(e.X, n)
	}
	return n
}

// assertTo copies to n the objects of x that can be of type t, or can have been converted to it.
func (b *builder) assertTo(x, n Node, t types.Type) {
	t = element(t)
	if _, ok := t.Underlying().(*types.Interface); ok {
		b.copy(x, n)
		return
	}
	b.copyIf(x, n, func(o *Object) bool {
		if types.Identical(o.typ, t) || named(o.typ) != nil && named(o.typ) == named(t) {
			return true
		}
		if b.conversions.mayBe(o.typ, t) {
			return true
		}
		_, unknown := o.typ.Underlying().(*types.Interface)
		return unknown
	})
}

func (b scope) literal(e *ast.CompositeLit) Node {
	t := deref(b.info.TypeOf(e))
	s := structOf(core(t))
	if s == nil {
		return b.container(e, t)
	}
	n := b.nodeFor(t)
	b.make(n, t, literalSite(e))
	for i, elt := range e.Elts {
		var f *types.Var
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			f = b.info.Uses[kv.Key.(*ast.Ident)].(*types.Var)
			elt = kv.Value
		} else {
			f = s.Field(i)
		}
		val := b.expr(elt)
		b.noteExpr(n, f, elt)
		b.store(n, f, val)
		b.handOver(named(t), f, val)
		if site := b.fieldSite(f); site != nil {
			site.obj.filled = true
		}
	}
	return n
}

func literalSite(e *ast.CompositeLit) Site {
	if e.Type != nil {
		return Site{Pos: e.Type.Pos(), End: e.Type.End(), Kind: Literal, Lit: e}
	}
	return Site{Pos: e.Lbrace, End: e.Lbrace + 1, Kind: Literal, Lit: e}
}

func (b scope) container(e *ast.CompositeLit, t types.Type) Node {
	n := b.nodeFor(t)
	for _, elt := range e.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			b.copy(b.expr(kv.Key), n)
			elt = kv.Value
		}
		b.insert(b.info.TypeOf(elt), b.expr(elt), n)
	}
	return n
}

// insert makes val, of type t, an element of container n. If it is a container itself, what is put into it by way of n is found in
// it, too.
func (b *builder) insert(t types.Type, val, n Node) {
	b.copy(val, n)
	if isContainer(t) {
		b.copy(n, val)
	}
}

// make adds to n an object for the value of type t that is made at site. If t is a type parameter, that is one for each
// type that it may be.
func (b scope) make(n Node, t types.Type, site Site) {
	if n == 0 {
		return
	}
	p, generic := types.Unalias(t).(*types.TypeParam)
	list := b.inst[p]
	if len(list) == 0 {
		list = []types.Type{types.Unalias(t)}
	}
	for _, t := range list {
		o := &Object{typ: t, in: b.fn, at: n, pos: site.Pos}
		derived := b.isWatched(t) != named(t)
		if w := b.isWatched(t); w != nil && !(generic && derived) {
			s := site
			s.Type, s.derived, s.scope, s.obj = w, derived, b, o
			o.site = &s
			b.sites = append(b.sites, &s)
		} else if tn := b.ownStruct(t); tn != nil {
			b.instantiated[tn] = true
			b.add(b.allOfType(tn), o)
		}
		b.add(n, o)
	}
}

// instances records which struct types of interest the package gives to type parameters, through other type parameters too.
func (b *builder) instances() {
	b.inst = make(map[*types.TypeParam][]types.Type)
	direct := make(map[*types.TypeParam][]types.Type)
	for id, in := range b.info.Instances {
		var params *types.TypeParamList
		switch o := b.info.Uses[id].(type) {
		case *types.Func:
			params = o.Origin().Signature().TypeParams()
		case *types.TypeName:
			if n, ok := o.Type().(*types.Named); ok {
				params = n.Origin().TypeParams()
			}
		}
		for i := range params.Len() {
			p := params.At(i)
			direct[p] = append(direct[p], in.TypeArgs.At(i))
		}
	}
	for p := range direct {
		var seen typeutil.Map
		var visit func(p *types.TypeParam)
		visit = func(q *types.TypeParam) {
			for _, t := range direct[q] {
				if seen.Set(t, true) != nil {
					continue
				}
				if r, ok := types.Unalias(t).(*types.TypeParam); ok {
					visit(r)
				} else if structOf(t) != nil && b.carries(t) {
					b.inst[p] = append(b.inst[p], types.Unalias(t))
				}
			}
		}
		visit(p)
	}
	// A method's receiver has type parameters of its own.
	for _, f := range b.funcs {
		recv := f.sig.RecvTypeParams()
		if recv.Len() == 0 {
			continue
		}
		declared := deref(f.sig.Recv().Type()).(*types.Named).Origin().TypeParams()
		for i := range recv.Len() {
			b.inst[recv.At(i)] = b.inst[declared.At(i)]
		}
	}
}
