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
// A field that holds it, or any call of a method, makes the answer no, and so does the want of a function that is taken: then it is not known
// what the transport is for.
func (r *Result) neverSends(s *pointsto.Site) bool {
	o, in := s.Object(), s.In()
	if in == nil || r.graph.Holders().Has(o) || !r.graph.Spend(len(r.graph.AllCalls())) {
		return false
	}
	body := r.sockets.body(in)
	if body == nil || !r.takesFunction(body, o) || r.graph.Escaping()[o] {
		return false
	}
	for _, c := range r.graph.AllCalls() {
		if c.Recv != 0 && r.graph.Holds(c.Recv, o) {
			return false
		}
	}
	for _, v := range r.graph.MethodValues() {
		if r.graph.Holds(v.Object.Recv(), o) {
			return false
		}
	}
	return true
}

// takesFunction reports whether body takes a function from a field of o. To write to the field, or to compare it with nil, is not to take it.
func (r *Result) takesFunction(body *ast.BlockStmt, o *pointsto.Object) bool {
	left := make(map[ast.Expr]bool)
	for n := range ast.Preorder(body) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				left[ast.Unparen(e)] = true
			}
		case *ast.UnaryExpr: // its address is there to write to it
			left[ast.Unparen(n.X)] = true
		case *ast.BinaryExpr:
			left[ast.Unparen(n.X)], left[ast.Unparen(n.Y)] = true, true
		case *ast.SelectorExpr:
			f := r.texts.info.Selections[n]
			if f == nil || f.Kind() != types.FieldVal || left[n] || !pointsto.IsType(pointsto.Deref(f.Recv()), "net/http", "Transport") {
				continue
			}
			v := variable(r.texts.info, n.X)
			if _, isFunc := f.Type().Underlying().(*types.Signature); isFunc && v != nil && r.graph.Holds(r.graph.Var(v), o) {
				return true
			}
		}
	}
	return false
}

// neverConnect reports whether the dial functions of transport o, of which it has one on every path, do nothing but fail.
//
//	t := &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) {
//		return nil, errProhibited
//	}}
//
// One for TLS must fail as well. A function without a return statement, or with one that has no operands, may connect.
func (s *sockets) neverConnect(o *pointsto.Object) bool {
	fns, others, known := funcsIn(s.dials.graph, o, "DialContext", "Dial", "DialTLSContext", "DialTLS")
	if len(fns) == 0 || len(others) > 0 || !known || s.dialsSometimes(o) {
		return false
	}
	return !slices.ContainsFunc(fns, func(f *pointsto.Function) bool { return !s.fails(f) })
}

// fails reports whether each return statement of f, of which there are some, returns nil and an error.
func (s *sockets) fails(f *pointsto.Function) bool {
	body := s.body(f)
	if body == nil || !s.texts.spend(1) {
		return false
	}
	some, all := false, true
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			some = true
			all = all && len(n.Results) == 2 && s.texts.info.Types[n.Results[0]].IsNil() && pointsto.IsFailure(s.texts.info, n.Results[1])
		}
		return true
	})
	return some && all
}
