package netuse

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// neverSends reports whether the transport that s makes stays in that function and sends nothing: it is there for one of its functions.
//
//	t := &http.Transport{Proxy: http.ProxyFromEnvironment}
//	proxy, err := t.Proxy(req)
//
// A field, a variable of any package or a parameter that holds it, which may be a channel, makes the answer no, and so does any call of a
// method. If no function is taken, it is not known what the transport is for.
func (r *Result) neverSends(s *pointsto.Site) bool {
	o, in := s.Object(), s.In()
	if in == nil || r.graph.Holders().Has(o) || !r.graph.Spend(len(r.graph.AllCalls())) {
		return false
	}
	body := r.sockets.body(in)
	if body == nil || !r.takesFunction(body, o) || r.graph.Escaping()[o] {
		return false
	}
	holds := func(n pointsto.Node) bool { return n != 0 && r.graph.Holds(n, o) }
	return !slices.ContainsFunc(r.graph.Functions(), func(f *pointsto.Function) bool { return slices.ContainsFunc(f.Params(), holds) }) &&
		!slices.ContainsFunc(r.graph.AllCalls(), func(c *pointsto.Call) bool { return holds(c.Recv) }) &&
		!slices.ContainsFunc(r.graph.MethodValues(), func(v pointsto.MethodValue) bool { return holds(v.Object.Recv()) })
}

// takesFunction reports whether body takes a function from a field of o: it calls it, passes it, assigns it or returns it.
func (r *Result) takesFunction(body *ast.BlockStmt, o *pointsto.Object) bool {
	for n := range ast.Preorder(body) {
		var taken []ast.Expr
		switch n := n.(type) {
		case *ast.CallExpr:
			taken = append(slices.Clip(n.Args), n.Fun)
		case *ast.AssignStmt:
			taken = n.Rhs
		case *ast.ValueSpec:
			taken = n.Values
		case *ast.ReturnStmt:
			taken = n.Results
		case *ast.KeyValueExpr:
			taken = []ast.Expr{n.Value}
		}
		if slices.ContainsFunc(taken, func(e ast.Expr) bool { return r.isFunctionOf(o, e) }) {
			return true
		}
	}
	return false
}

// isFunctionOf reports whether e is a field of o that has a function.
func (r *Result) isFunctionOf(o *pointsto.Object, e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	f := r.syntax.info.Selections[sel]
	if f == nil || f.Kind() != types.FieldVal || !pointsto.IsType(pointsto.Deref(f.Recv()), "net/http", "Transport") {
		return false
	}
	v := variable(r.syntax.info, sel.X)
	_, isFunc := f.Type().Underlying().(*types.Signature)
	return isFunc && v != nil && r.graph.Holds(r.graph.Var(v), o)
}

// neverConnect reports whether the dial functions of transport o, of which it has one on every path, do nothing but fail.
//
//	t := &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) {
//		return nil, errProhibited
//	}}
//
// One for TLS must fail as well. A return statement without operands may return a connection.
func (s *sockets) neverConnect(o *pointsto.Object) bool {
	fns, others, known := funcsIn(s.dials.graph, o, "DialContext", "Dial", "DialTLSContext", "DialTLS")
	if len(fns) == 0 || len(others) > 0 || !known || s.dialsSometimes(o) {
		return false
	}
	return !slices.ContainsFunc(fns, func(f *pointsto.Function) bool { return !s.fails(f) })
}

// fails reports whether each return statement of f returns nil and an error. Without any, f panics.
func (s *sockets) fails(f *pointsto.Function) bool {
	body := s.body(f)
	if body == nil || !s.syntax.spend(1) {
		return false
	}
	all := true
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			all = all && len(n.Results) == 2 && s.syntax.info.Types[n.Results[0]].IsNil() && pointsto.IsFailure(s.syntax.info, n.Results[1])
		}
		return true
	})
	return all
}
