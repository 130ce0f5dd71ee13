package netuse

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// gifts knows what variables and fields are given, and whether others may give them something else.
type gifts struct {
	*source
	options map[*types.Var]bool // fields that others fill, once somebody asks
}

// given returns all that v is given, unless others may give it something. Of several results it is the first one that counts. A
// parameter may be assigned to as well, and is given both.
func (g *gifts) given(v *types.Var, w walk) (list []gift, known bool) {
	v = v.Origin()
	for _, e := range g.assigned[v] {
		if x, ok := e.(*ast.UnaryExpr); ok && x.Op == token.AND && variable(g.info, x.X) == v {
			if !w.said {
				return nil, false // by its address
			}
			continue
		}
		list = append(list, gift{e, w})
	}
	if p, ok := g.params[v]; ok {
		args, known := g.passed(p, w)
		return append(list, args...), known
	}
	return list, g.isOwn(v) || w.said && v.Pkg() == g.pkg && !g.isOption(v)
}

// isOption reports whether v is a field that others fill: exported, with a tag for a decoder, or of a struct that an exported function
// gets.
//
//	func New(o Options) *Client // o.URL is whatever they like
//
// That of a value which such a function returns may be changed as well, but the source says nothing of it. Nor does it of a struct that has
// its client in a field that others cannot fill.
func (g *gifts) isOption(v *types.Var) bool {
	if !v.IsField() || !v.Exported() {
		return false
	}
	if g.options == nil {
		g.options = make(map[*types.Var]bool)
		g.findTagged()
		for p, of := range g.params {
			if of.fn == nil || !of.fn.Exported() {
				continue
			}
			if s, ok := structOf(p.Type()); ok && !hasOwnClient(s) {
				for f := range s.Fields() {
					g.options[f.Origin()] = true
				}
			}
		}
	}
	return g.options[v]
}

// findTagged notes the fields that have a tag.
func (g *gifts) findTagged() {
	for _, file := range g.files {
		for n := range ast.Preorder(file) {
			if f, ok := n.(*ast.Field); ok && f.Tag != nil {
				for _, id := range f.Names {
					if v, ok := g.info.Defs[id].(*types.Var); ok {
						g.options[v] = true
					}
				}
			}
		}
	}
}

// hasOwnClient reports whether s has an http.Client, or what one sends by, that only its package sets.
func hasOwnClient(s *types.Struct) bool {
	for f := range s.Fields() {
		if n := pointsto.Named(f.Type()); !f.Exported() && n != nil && n.Pkg() != nil && n.Pkg().Path() == "net/http" {
			switch n.Name() {
			case "Client", "RoundTripper", "Transport":
				return true
			}
		}
	}
	return false
}

// structOf returns the struct that a value of type t is, or points to, or has as its elements, which may be pointers.
func structOf(t types.Type) (*types.Struct, bool) {
	for range 3 {
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		case *types.Struct:
			return u, true
		}
	}
	return nil, false
}

// isOwn reports whether only this package gives v, a variable or a field, its values. Unexported fields are of one struct type, and
// all values of the type are taken together. Variables of the package are not its own, though they be unexported:
//
//	var network = "unix" // a test in the package, or flag.StringVar, gives it others
func (g *gifts) isOwn(v *types.Var) bool {
	if v.Pkg() != g.pkg {
		return false
	}
	if v.IsField() {
		return !v.Exported()
	}
	return v.Parent() != g.pkg.Scope() // flags and tests change those
}

// passed returns what is passed as p: by the call that led the walk into the function, if it is known, and else by the calls in the
// package, which is all that there is unless somebody else can call the function. A call that does not have one argument for each
// parameter, as f(g()), makes it unknown.
func (g *gifts) passed(p param, w walk) (args []gift, known bool) {
	if p.fn == nil {
		return nil, false
	}
	calls, up := g.callers[p.fn], w
	if w.in != nil && w.in.of == p.fn {
		calls, up.in = []*ast.CallExpr{w.in.call}, w.in.up
	} else if up.in = nil; !g.seesCalls(p.fn, w) {
		return nil, false
	}
	for _, call := range calls {
		e := g.argument(call, p)
		if e == nil {
			return nil, false
		}
		args = append(args, gift{e, up})
	}
	return args, true
}

// argument returns what call passes as p, nil if that is not one of the arguments. For the last parameter of a variadic function it is a
// list of them, which is made.
func (g *gifts) argument(call *ast.CallExpr, p param) ast.Expr {
	sig := p.fn.Signature()
	n := sig.Params().Len()
	if len(call.Args) == 1 && n > 1 {
		if _, several := g.info.TypeOf(call.Args[0]).(*types.Tuple); several {
			return nil
		}
	}
	switch {
	case !sig.Variadic() || call.Ellipsis.IsValid():
		if len(call.Args) != n {
			return nil
		}
	case p.index == n-1 && n <= len(call.Args)+1:
		return &ast.CompositeLit{Elts: call.Args[n-1:], Lbrace: call.Pos(), Rbrace: call.End()}
	}
	if p.index >= len(call.Args) {
		return nil
	}
	return call.Args[p.index]
}

// seesCalls reports whether the calls in the package count as all calls of fn.
func (g *gifts) seesCalls(fn *types.Func, w walk) bool {
	switch {
	case g.values[fn]:
		return false
	case w.calledHere && fn.Signature().Recv() == nil && len(g.callers[fn]) > 0, w.said && g.isOfProgram(fn):
		return true
	}
	return g.onlyCalledHere(fn)
}

// onlyCalledHere reports whether no other code than what names fn calls it. An interface's method of the same name may be fn, and
// its calls are not among the callers. In a program, exported functions are called by nobody else.
func (g *gifts) onlyCalledHere(fn *types.Func) bool {
	if fn.Signature().Recv() != nil && (fn.Exported() || g.abstract[fn.Name()]) {
		return false
	}
	return !fn.Exported() || fn.Pkg().Name() == "main"
}

// isOfProgram reports whether fn is a function of a program, or a method that it calls by name: by all that the source says, others do not.
func (g *gifts) isOfProgram(fn *types.Func) bool {
	return fn.Pkg().Name() == "main" && len(g.callers[fn]) > 0 && !g.abstract[fn.Name()]
}
