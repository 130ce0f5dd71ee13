package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// A Function is a declared function or a literal.
type Function struct {
	obj     *types.Func // nil for a literal
	sig     *types.Signature
	parent  *Function // the function around a literal
	recv    Node
	params  []Node
	results []Node
	outside bool // may be called by code that is not in the package

	pos, end token.Pos
	mentions []Mention
	passed   []pass
	assigned map[*types.Var]bool // variables that it assigns to after their definition
	calls    []boundCall
}

// A pass says that a result is a parameter, -1 for the receiver.
type pass struct{ result, param int }

// param returns which parameter of f v is.
func (f *Function) param(v *types.Var) (int, bool) {
	if f.sig.Recv() == v {
		return -1, true
	}
	for i := range f.sig.Params().Len() {
		if f.sig.Params().At(i) == v {
			return i, true
		}
	}
	return 0, false
}

// operand returns the node of parameter i.
func (f *Function) operand(i int) Node {
	if i < 0 {
		return f.recv
	}
	return f.params[i]
}

// declares tells whether v is a variable of f, or of a literal inside of it.
func (f *Function) declares(v *types.Var) bool { return f.pos <= v.Pos() && v.Pos() < f.end }

// within tells whether f is g or a literal inside of it.
func (f *Function) within(g *Function) bool {
	for ; f != nil; f = f.parent {
		if f == g {
			return true
		}
	}
	return false
}

// declare prepares the functions of the package, so that calls find them in any order.
func (b *builder) declare() {
	for _, file := range b.in.Files {
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil {
				continue
			}
			obj := b.info.Defs[fd.Name].(*types.Func)
			f := (scope{builder: b}).newFunction(obj.Signature(), obj, fd)
			b.funcs[obj] = f
			// Methods are called through interfaces by code that never names them.
			f.outside = obj.Exported() && (b.in.Pkg.Name() != "main" || obj.Signature().Recv() != nil)
		}
	}
	for _, file := range b.in.Files {
		called := make(map[*ast.Ident]bool)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				called[funcIdent(n.Fun)] = true
			case *ast.Ident:
				if fn, ok := b.info.Uses[n].(*types.Func); ok && !called[n] {
					if f := b.funcs[fn.Origin()]; f != nil {
						f.outside = true
					}
				}
			}
			return true
		})
	}
	// In the order of the source, for deterministic results.
	for _, f := range b.functions {
		if f.outside {
			b.callFromOutside(f)
		} else if f.recv != 0 {
			b.fromOutside(f.recv, f.sig.Recv().Type(), &Symbol{})
		}
	}
}

func (b *builder) declared(fd *ast.FuncDecl) *Function {
	obj, _ := b.info.Defs[fd.Name].(*types.Func)
	return b.funcs[obj]
}

// funcIdent returns the identifier that names the function in fun, the operand of a call.
func funcIdent(fun ast.Expr) *ast.Ident {
	switch f := ast.Unparen(fun).(type) {
	case *ast.Ident:
		return f
	case *ast.SelectorExpr:
		return f.Sel
	case *ast.IndexExpr:
		return funcIdent(f.X)
	case *ast.IndexListExpr:
		return funcIdent(f.X)
	}
	return nil
}

func (b scope) newFunction(sig *types.Signature, obj *types.Func, decl ast.Node) *Function {
	f := &Function{obj: obj, sig: sig, parent: b.fn, pos: decl.Pos(), end: decl.End()}
	if r := sig.Recv(); r != nil {
		f.recv = b.variable(r)
	}
	for p := range sig.Params().Variables() {
		f.params = append(f.params, b.variable(p))
	}
	for r := range sig.Results().Variables() {
		n := b.nodeFor(r.Type())
		if r.Name() != "" {
			b.add(b.variable(r), b.zeroStruct(r.Type()))
			b.copy(b.variable(r), n)
		}
		f.results = append(f.results, n)
	}
	b.functions = append(b.functions, f)
	return f
}

// callFromOutside gives the parameters of f what an unseen caller may pass.
func (b *builder) callFromOutside(f *Function) {
	of := ""
	if f.obj != nil && f.obj.Exported() {
		of = FuncKey(f.obj)
	}
	if f.recv != 0 {
		b.fromOutside(f.recv, f.sig.Recv().Type(), &Symbol{of: of, param: -1})
	}
	for i, p := range f.params {
		t := f.sig.Params().At(i).Type()
		b.fromOutside(p, t, &Symbol{of: of, param: i})
	}
}

// body reads a function's body.
func (b scope) body(f *Function, body *ast.BlockStmt) {
	in := b.inside(f)
	for v := range b.reassigned(f, body) {
		in.locals[v] = b.base(v)
	}
	in.stmt(body)
}

// passes notes that result i of the current function is one of its own parameters, which each call knows for itself, and reports
// whether e says so.
func (b scope) passes(i int, e ast.Expr) bool {
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
			v, ok := b.object(x).(*types.Var)
			if !ok || b.fn.assigned[v] {
				return false
			}
			param, ok := b.fn.param(v)
			if p := (pass{i, param}); ok && !slices.Contains(b.fn.passed, p) {
				b.fn.passed = append(b.fn.passed, p)
				for _, c := range b.fn.calls {
					b.handBack(c, p)
				}
			}
			return ok
		default:
			return false
		}
	}
}

// resultVar returns the variable of the current function's result i, if it has a name.
func (b scope) resultVar(i int) *types.Var {
	if v := b.fn.sig.Results().At(i); v.Name() != "" {
		return v
	}
	return nil
}

func (b scope) returnStmt(s *ast.ReturnStmt) {
	want := b.fn.results
	if len(s.Results) == 1 && len(want) > 1 {
		for i, n := range b.tuple(s.Results[0], len(want)) {
			b.alias(n, want[i], b.fn.sig.Results().At(i).Type())
		}
		return
	}
	for i, e := range s.Results {
		n := b.expr(e)
		if last := len(s.Results) - 1; i < last && isFailure(b.info, s.Results[last]) {
			b.discardZero(e, n) // the zero value beside an error is no value
		}
		if i >= len(want) || b.passes(i, e) {
			continue
		}
		if v := b.resultVar(i); v != nil {
			b.copy(n, b.base(v)) // for functions that are deferred
		}
		b.alias(n, want[i], b.fn.sig.Results().At(i).Type())
	}
}

// A boundCall is a call that is connected with a function.
type boundCall struct {
	scope
	recv          Node
	args, results []Node
}

// handBack connects a result of c with the operand that it is.
func (b *builder) handBack(c boundCall, p pass) {
	if p.param < 0 {
		b.copy(c.recv, c.results[p.result])
	} else {
		b.copy(c.args[p.param], c.results[p.result])
	}
}

// bind connects c with the function that it runs.
func (b *builder) bind(f *Function, c boundCall) {
	if f.recv != 0 {
		b.alias(c.recv, f.recv, f.sig.Recv().Type())
	}
	for i, p := range f.params {
		b.alias(c.args[i], p, f.sig.Params().At(i).Type())
	}
	for i, r := range f.results {
		b.alias(r, c.results[i], f.sig.Results().At(i).Type())
	}
	// What came in by a parameter and goes out again comes back only to the call that passed it.
	f.calls = append(f.calls, c)
	for _, p := range f.passed {
		b.handBack(c, p)
	}
}
