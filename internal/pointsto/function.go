package pointsto

import (
	"cmp"
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/types/typeutil"
)

// declare prepares the functions of the package, so that calls find them in any order. Those in values are used as such.
//
// A function that is named other than in a call is a value, and anybody may call it. In package main only methods can be called from
// outside, as nobody imports it. The receiver of a method always has all values of its type, which [heap.fromOutside] gives to it.
func (g *generator) declare(values map[*types.Func]bool) {
	for _, file := range g.in.Files {
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil {
				continue
			}
			obj, ok := g.info.Defs[fd.Name].(*types.Func)
			if !ok { // ill-typed
				continue
			}
			f := g.newFunction(obj.Signature(), obj, fd, nil)
			g.funcs[obj] = f
			// Methods are called through interfaces by code that never names them.
			f.outside = values[obj] || obj.Exported() && (g.pkg.Name() != "main" || obj.Signature().Recv() != nil)
		}
	}
	// In the order of the source, for deterministic results.
	for _, f := range g.functions {
		if f.outside {
			g.calledFromOutside(f)
		} else if f.recv != 0 {
			g.fromOutside(f.recv, f.sig.Recv().Type(), &placeholder{})
		}
	}
}

// newFunction returns a function with nodes for what it gets and returns. It is a literal in parent if obj is nil.
func (g *generator) newFunction(sig *types.Signature, obj *types.Func, decl ast.Node, parent *Function) *Function {
	f := &Function{obj: obj, sig: sig, parent: parent, pos: decl.Pos(), end: decl.End()}
	if r := sig.Recv(); r != nil {
		f.recv = g.variable(r)
	}
	for p := range sig.Params().Variables() {
		f.params = append(f.params, g.variable(p))
	}
	for r := range sig.Results().Variables() {
		n := g.nodeFor(r.Type())
		if r.Name() != "" {
			v := g.variable(r)
			g.add(v, g.zeroStruct(r.Type()))
			g.copy(v, n)
		}
		f.results = append(f.results, n)
	}
	g.functions = append(g.functions, f)
	return f
}

// calledFromOutside gives the parameters of f what an unknown caller may pass.
// This is rule 9.
//
// The placeholder of an exported function names it, and so gets into the summary. That of a literal or an unexported function has no name:
// what is done to it is said to nobody, for who passes it cannot be told.
func (g *generator) calledFromOutside(f *Function) {
	of := ""
	if f.obj != nil && f.obj.Exported() {
		of = FuncKey(f.obj)
	}
	if f.recv != 0 {
		g.fromOutside(f.recv, f.sig.Recv().Type(), &placeholder{of: of, param: -1, entry: f})
	}
	for i, p := range f.params {
		g.fromOutside(p, f.sig.Params().At(i).Type(), &placeholder{of: of, param: i, entry: f})
	}
}

// body reads the body of f, which stands where r is.
//
// Locals of the function around are seen with the values they have where the literal stands; those that would change later are not locals,
// or, as contexts, not the literal's ([census]).
func (r reader) body(f *Function, body *ast.BlockStmt) {
	in := reader{scope: r.scope, locals: r.localsOf(f, body)}
	in.fn = f
	for v, n := range r.locals { // of the functions around a literal, as it finds them
		if r.fn == nil || body.Pos() >= r.fn.captured[v] {
			in.locals[v] = n
		}
	}
	in.stmt(body)
}

// instantiations returns which struct types of interest the package gives to type parameters, through other type parameters too.
//
// In
//
//	func Make[T any]() *T { return new(T) }
//	Make[lib.T]().Idle = 1
//
// it says that T may be lib.T. Generic code is read once, for all instances, so a write to what one instance made counts for all: that
// errs towards silence. Structs only are kept, since others are not allocated as objects.
func (g *generator) instantiations() map[*types.TypeParam][]types.Type {
	out := make(map[*types.TypeParam][]types.Type)
	direct := make(map[*types.TypeParam][]types.Type)
	ids := slices.SortedFunc(maps.Keys(g.info.Instances), func(x, y *ast.Ident) int { return cmp.Compare(x.Pos(), y.Pos()) })
	for _, id := range ids {
		in := g.info.Instances[id]
		var params *types.TypeParamList
		switch o := g.info.Uses[id].(type) {
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
				} else if structOf(t) != nil && g.relevant.has(t) {
					out[p] = append(out[p], types.Unalias(t))
				}
			}
		}
		visit(p)
	}
	// A method's receiver has type parameters of its own.
	for _, f := range g.funcs {
		recv := f.sig.RecvTypeParams()
		if recv.Len() == 0 {
			continue
		}
		named, ok := Deref(f.sig.Recv().Type()).(*types.Named)
		if !ok || named.Origin().TypeParams().Len() != recv.Len() {
			continue // ill-typed
		}
		declared := named.Origin().TypeParams()
		for i := range recv.Len() {
			out[recv.At(i)] = out[declared.At(i)]
		}
	}
	return out
}
