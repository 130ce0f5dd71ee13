package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

func (r reader) stmts(list []ast.Stmt) {
	rest := &ahead{outer: r.ahead}
	r.ahead = rest
	for i, s := range list {
		rest.list = list[i+1:]
		r.stmt(s)
	}
}

// first reads a statement that begins another one, of which it is not told what comes behind.
func (r reader) first(s ast.Stmt) {
	r.ahead = nil
	r.stmt(s)
}

// stmt reads a statement, nil for one that is left out.
//
// Deferred calls and goroutines are calls at the place where they stand. That is sound since writes are not ordered, except for locals:
// what a deferred call reads is what the variables held there. If the budget is spent, nothing more is read: branches and loops in
// functions with many locals make a node for each.
func (r reader) stmt(s ast.Stmt) {
	if r.exhausted() {
		return
	}
	defer r.trace.enterNode(s)()
	switch s := s.(type) {
	case *ast.AssignStmt:
		r.assignment(s)
	case *ast.BlockStmt:
		r.stmts(s.List)
	case *ast.BranchStmt:
		if s.Tok == token.BREAK {
			r.breakOut()
		}
	case *ast.DeclStmt:
		r.decl(s.Decl.(*ast.GenDecl))
	case *ast.DeferStmt:
		r.expr(s.Call)
	case *ast.ExprStmt:
		r.expr(s.X)
	case *ast.ForStmt:
		r.first(s.Init)
		r.loop(nil, func(r reader) { r.expr(s.Cond) }, s.Body, s.Post)
	case *ast.GoStmt:
		r.expr(s.Call)
	case *ast.IfStmt:
		r.first(s.Init)
		r.expr(s.Cond)
		in := r.locals
		all := &branches{parent: r.region}
		then, otherwise := r.guarded(guard(s), maps.Clone(in)), r.guarded(nil, maps.Clone(in))
		then.region.absent, otherwise.region.absent = absent(r.info, s, token.EQL), absent(r.info, s, token.NEQ)
		holds, fails := r.fn.timed(s.Cond, r.info)
		giveDeadline(then, holds)
		giveDeadline(otherwise, fails)
		r.join(append(then.inside(all, []ast.Stmt{s.Body}), otherwise.inside(all, []ast.Stmt{s.Else})...)...)
	case *ast.IncDecStmt:
		r.assign(s.X, 0, nil)
	case *ast.LabeledStmt:
		r.stmt(s.Stmt)
	case *ast.RangeStmt:
		r.rangeStmt(s)
	case *ast.ReturnStmt:
		r.returnStmt(s)
	case *ast.SelectStmt:
		r.cases(s.Body, true, nil)
	case *ast.SendStmt:
		r.put(s.Chan, r.info.TypeOf(s.Value), r.expr(s.Value))
	case *ast.SwitchStmt:
		r.first(s.Init)
		r.expr(s.Tag)
		r.cases(s.Body, false, nil)
	case *ast.TypeSwitchStmt:
		r.typeSwitch(s)
	}
}

func (r reader) decl(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		if spec, ok := spec.(*ast.ValueSpec); ok {
			r.valueSpec(spec)
		}
	}
}

func (r reader) valueSpec(spec *ast.ValueSpec) {
	defer r.trace.enterNode(spec)()
	switch {
	case len(spec.Values) == 0:
		for _, id := range spec.Names {
			if v, ok := r.info.Defs[id].(*types.Var); ok {
				r.zeroVar(id, v)
			}
		}
	case len(spec.Values) != len(spec.Names):
		for i, n := range r.tuple(spec.Values[0], len(spec.Names)) {
			r.assign(spec.Names[i], n, nil)
		}
	default:
		for i, e := range spec.Values {
			val := r.expr(e)
			if isBlank(spec.Names[i]) {
				r.discard(e, val)
			}
			r.assign(spec.Names[i], val, e)
		}
	}
}

// zeroVar reads `var id T`.
//
// A struct is allocated by its declaration and may be a site; an array of structs holds one zero value for all elements.
func (r reader) zeroVar(id *ast.Ident, v *types.Var) {
	n := r.variable(v)
	if n == 0 || id.Name == "_" || isPointer(v.Type()) {
		return
	}
	if structOf(v.Type()) == nil && !isTypeParam(v.Type()) {
		r.add(n, r.zeroStruct(v.Type()))
		return
	}
	r.allocate(n, v.Type(), Site{Pos: id.Pos(), End: id.End(), Kind: Var, variable: v})
}

// rangeStmt reads a range over any type.
//
// A map's node has keys and values in it, so each variable gets what can be of its type. What is done in the body to the variable of the
// loop is done to each element, hence not conditional ([Region.past]).
func (r reader) rangeStmt(s *ast.RangeStmt) {
	x := r.expr(s.X)
	key, value := Node(0), x
	if t := r.info.TypeOf(s.X); t != nil {
		switch t := t.Underlying().(type) {
		case *types.Chan:
			key = x
		case *types.Map:
			key, value = r.only(x, t.Key()), r.only(x, t.Elem())
		case *types.Signature:
			key, value = r.iterate(x, t)
		}
	}
	each := s.Value // what is done to each of all counts as done
	if each == nil {
		each = s.Key
	}
	r.loop(each, func(r reader) {
		r.assign(s.Key, key, nil)
		r.assign(s.Value, value, nil)
	}, s.Body)
}

// only returns a node with those of x that can be of type t.
//
// The copy goes both ways, as the value may be a container that the body puts something into.
func (g *generator) only(x Node, t types.Type) Node {
	n := g.nodeFor(t)
	g.assertTo(x, n, t)
	g.copy(n, x) // what is put into a container
	return n
}

// iterate returns what the iterator seq yields. One that another package made of a container holds the container's elements.
//
// The body of
//
//	for t := range seq {
//	}
//
// is modeled as a function, whose parameters are the variables, passed to seq.
func (r reader) iterate(seq Node, sig *types.Signature) (key, value Node) {
	if sig.Params().Len() != 1 {
		return 0, 0
	}
	yield, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	if !ok {
		return 0, 0
	}
	f := &Function{sig: yield}
	for p := range yield.Params().Variables() {
		n := r.nodeFor(p.Type())
		r.assertTo(seq, n, p.Type())
		f.params = append(f.params, n)
	}
	r.callValue(seq, sig, []Node{r.holding(&Object{typ: yield, fn: f})}, nil)
	return append(f.params, 0, 0)[0], append(f.params, 0, 0)[1]
}

// typeSwitch reads `switch y := x.(type)`, with y or without.
//
// Each clause has a variable of its own, an implicit object of go/types.
func (r reader) typeSwitch(s *ast.TypeSwitchStmt) {
	r.first(s.Init)
	var x Node
	if a, ok := s.Assign.(*ast.AssignStmt); ok {
		x = r.expr(a.Rhs[0].(*ast.TypeAssertExpr).X)
	} else {
		r.stmt(s.Assign)
	}
	r.cases(s.Body, false, func(r reader, c ast.Stmt) {
		if v, ok := r.info.Implicits[c].(*types.Var); ok {
			r.assertTo(x, r.variable(v), v.Type())
		}
	})
}

// returnStmt makes the results of the function hold what s returns.
//
// A result that is a parameter goes to the calls one by one, not by the node of the result; see [returnedParam]. Named results are
// variables as well, which deferred literals may read.
func (r reader) returnStmt(s *ast.ReturnStmt) {
	want := r.fn.results
	if len(s.Results) == 1 && len(want) > 1 {
		for i, n := range r.tuple(s.Results[0], len(want)) {
			r.alias(n, want[i], r.fn.sig.Results().At(i).Type())
		}
		return
	}
	for i, e := range s.Results {
		n := r.expr(e)
		if last := len(s.Results) - 1; i < last && IsFailure(r.info, s.Results[last]) {
			r.discardZero(r.info, e, n) // the zero value beside an error is no value
		}
		if i >= len(want) || r.returnsParam(i, e) {
			continue
		}
		if v := r.fn.resultVar(i); v != nil {
			r.copy(n, r.heap.variable(v)) // for functions that are deferred
		}
		r.alias(n, want[i], r.fn.sig.Results().At(i).Type())
	}
}

// returnsParam notes that result i of the function is one of its own parameters, which each call knows for itself, and reports
// whether e says so.
//
// Calls that were bound before this statement was read are connected here, all others by [generator.bind]. If the function assigns to the
// parameter it may return something else, and the copy by the result's node is used.
func (r reader) returnsParam(i int, e ast.Expr) bool {
	for {
		e = ast.Unparen(e)
		switch x := e.(type) {
		case *ast.UnaryExpr: // & and <-, as others make no value of interest
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.TypeAssertExpr:
			e = x.X
		case *ast.Ident:
			v, ok := r.info.ObjectOf(x).(*types.Var)
			if !ok || r.fn.assigned[v] {
				return false
			}
			if n, ok := r.locals[v]; ok && n != r.heap.variable(v) {
				return false // in this branch it has a deadline
			}
			param, ok := r.fn.param(v)
			if p := (returnedParam{i, param}); ok && !slices.Contains(r.fn.returned, p) {
				r.fn.returned = append(r.fn.returned, p)
				for _, c := range r.fn.calls {
					leave := r.trace.calling(r.fn, c.pos)
					r.returnParam(c, p)
					leave()
				}
			}
			return ok
		default:
			return false
		}
	}
}
