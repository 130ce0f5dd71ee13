package netuse

import (
	"go/ast"
	"go/types"

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
