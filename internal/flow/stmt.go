package flow

import (
	"go/ast"
	"go/token"
	"go/types"
)

func (b scope) stmts(list []ast.Stmt) {
	for _, s := range list {
		b.stmt(s)
	}
}

func (b scope) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.AssignStmt:
		b.assignment(s)
	case *ast.BlockStmt:
		b.stmts(s.List)
	case *ast.BranchStmt:
		if s.Tok == token.BREAK {
			b.breakOut()
		}
	case *ast.DeclStmt:
		b.decl(s.Decl.(*ast.GenDecl))
	case *ast.DeferStmt:
		b.expr(s.Call)
	case *ast.ExprStmt:
		b.expr(s.X)
	case *ast.ForStmt:
		b.stmt(s.Init)
		b.loop(nil, func(b scope) { b.expr(s.Cond) }, s.Body, s.Post)
	case *ast.GoStmt:
		b.expr(s.Call)
	case *ast.IfStmt:
		b.stmt(s.Init)
		b.expr(s.Cond)
		in := b.locals
		b.join(append(b.branch(guard(s), in, s.Body), b.branch(nil, in, s.Else)...)...)
	case *ast.IncDecStmt:
		b.assign(s.X, 0, nil)
	case *ast.LabeledStmt:
		b.stmt(s.Stmt)
	case *ast.RangeStmt:
		b.rangeStmt(s)
	case *ast.ReturnStmt:
		b.returnStmt(s)
	case *ast.SelectStmt:
		b.cases(s.Body, true, nil)
	case *ast.SendStmt:
		val := b.expr(s.Value)
		b.put(s.Chan, val)
		if isContainer(b.info.TypeOf(s.Value)) {
			b.copy(b.again(s.Chan), val)
		}
	case *ast.SwitchStmt:
		b.stmt(s.Init)
		b.expr(s.Tag)
		b.cases(s.Body, false, nil)
	case *ast.TypeSwitchStmt:
		b.typeSwitch(s)
	}
}

func (b scope) decl(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		if spec, ok := spec.(*ast.ValueSpec); ok {
			b.valueSpec(spec)
		}
	}
}

func (b scope) valueSpec(spec *ast.ValueSpec) {
	switch {
	case len(spec.Values) == 0:
		for _, id := range spec.Names {
			if v, ok := b.info.Defs[id].(*types.Var); ok {
				b.zeroVar(id, v)
			}
		}
	case len(spec.Values) != len(spec.Names):
		for i, n := range b.tuple(spec.Values[0], len(spec.Names)) {
			b.assign(spec.Names[i], n, nil)
		}
	default:
		for i, e := range spec.Values {
			val := b.expr(e)
			if isBlank(spec.Names[i]) {
				b.discard(e, val)
			}
			b.assign(spec.Names[i], val, e)
		}
	}
}

// zeroVar reads `var id T`.
func (b scope) zeroVar(id *ast.Ident, v *types.Var) {
	n := b.variable(v)
	if n == 0 || id.Name == "_" || isPointer(v.Type()) {
		return
	}
	if structOf(v.Type()) == nil && !isTypeParam(v.Type()) {
		b.add(n, b.zeroStruct(v.Type()))
		return
	}
	b.make(n, v.Type(), Site{Pos: id.Pos(), End: id.End(), Kind: Var, variable: v})
}

func (b scope) rangeStmt(s *ast.RangeStmt) {
	x := b.expr(s.X)
	key, value := Node(0), x
	if t := b.info.TypeOf(s.X); t != nil {
		switch t := t.Underlying().(type) {
		case *types.Chan:
			key = x
		case *types.Map:
			key, value = b.only(x, t.Key()), b.only(x, t.Elem())
		case *types.Signature:
			key, value = b.iterate(x, t)
		}
	}
	each := s.Value // what is done to each of all counts as done
	if each == nil {
		each = s.Key
	}
	b.loop(each, func(b scope) {
		b.assign(s.Key, key, nil)
		b.assign(s.Value, value, nil)
	}, s.Body)
}

// only returns a node with those of x that can be of type t.
func (b *builder) only(x Node, t types.Type) Node {
	n := b.nodeFor(t)
	b.assertTo(x, n, t)
	b.copy(n, x) // what is put into a container
	return n
}

// iterate returns what the iterator seq yields. One that another package made of a container holds the container's elements.
func (b scope) iterate(seq Node, sig *types.Signature) (key, value Node) {
	if sig.Params().Len() != 1 {
		return 0, 0
	}
	yield, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	if !ok {
		return 0, 0
	}
	f := &Function{sig: yield}
	for p := range yield.Params().Variables() {
		n := b.nodeFor(p.Type())
		b.assertTo(seq, n, p.Type())
		f.params = append(f.params, n)
	}
	b.callValue(seq, sig, []Node{b.holding(&Object{typ: yield, fn: f})}, nil)
	return append(f.params, 0, 0)[0], append(f.params, 0, 0)[1]
}

func (b scope) typeSwitch(s *ast.TypeSwitchStmt) {
	b.stmt(s.Init)
	var x Node
	if a, ok := s.Assign.(*ast.AssignStmt); ok {
		x = b.expr(a.Rhs[0].(*ast.TypeAssertExpr).X)
	} else {
		b.stmt(s.Assign)
	}
	b.cases(s.Body, false, func(b scope, c ast.Stmt) {
		if v, ok := b.info.Implicits[c].(*types.Var); ok {
			b.assertTo(x, b.variable(v), v.Type())
		}
	})
}
