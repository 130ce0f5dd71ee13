package survey

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
)

// sharedUses calls found for the uses of http.DefaultClient and http.DefaultTransport: one of each type for each declaration. See sharedUse.
func (s *source) sharedUses(found func(name, typ string, pos token.Pos)) {
	for _, file := range s.files {
		for _, d := range file.Decls {
			seen := make(map[string]bool)
			var stack []ast.Node
			ast.Inspect(d, func(n ast.Node) bool {
				if n == nil {
					stack = stack[:len(stack)-1]
					return true
				}
				if id, ok := n.(*ast.Ident); ok {
					if name, typ := s.sharedUse(id, stack); name != "" && !seen[typ] {
						seen[typ] = true
						found(name, typ, stack[len(stack)-1].Pos())
					}
				}
				stack = append(stack, n)
				return true
			})
		}
	}
}

// sharedUse returns what uses http.DefaultClient or http.DefaultTransport, if id does, and the type of that.
//
// To replace one is no use, and neither is what makes another value of http.DefaultTransport, or part of a client:
//
//	http.DefaultTransport = own
//	t := http.DefaultTransport.(*http.Transport).Clone()
//	c := &http.Client{Transport: http.DefaultTransport}
func (s *source) sharedUse(id *ast.Ident, stack []ast.Node) (name, typ string) {
	o := s.info.Uses[id]
	if o == nil || o.Pkg() == nil || o.Pkg().Path() != "net/http" || o.Parent() != o.Pkg().Scope() || len(stack) == 0 {
		return "", ""
	}
	sends := catalog.EffectOf("net/http", o.Name()) == catalog.Sends
	if !sends && o.Name() != "DefaultClient" && o.Name() != "DefaultTransport" {
		return "", ""
	}
	i := len(stack) - 1
	var e ast.Expr = id
	if sel, ok := stack[i].(*ast.SelectorExpr); ok && sel.Sel == id {
		e = sel
		i--
	}
	if i >= 0 {
		switch n := stack[i].(type) {
		case *ast.AssignStmt:
			if slices.Contains(n.Lhs, e) {
				return "", ""
			}
			if o.Name() == "DefaultTransport" && len(n.Lhs) == len(n.Rhs) && s.isTransportOf(n.Lhs[slices.Index(n.Rhs, e)]) {
				return "", ""
			}
		case *ast.TypeAssertExpr, *ast.StarExpr: // a copy is a value of its own
			return "", ""
		}
	}
	if o.Name() == "DefaultTransport" && s.isPartOfClient(stack) {
		return "", ""
	}
	name = "http." + o.Name()
	if o.Name() == "DefaultTransport" {
		return name, "Transport"
	}
	return name, "Client"
}

// isPartOfClient reports whether what stands behind the nodes of stack becomes the Transport of an http.Client, wrapped or not.
func (s *source) isPartOfClient(stack []ast.Node) bool {
	for _, n := range slices.Backward(stack) {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if s.isTransportOf(n.Key) {
				return true
			}
		case ast.Stmt:
			return false
		}
	}
	return false
}

// isTransportOf reports whether e is the field Transport of an http.Client.
func (s *source) isTransportOf(e ast.Expr) bool {
	var v types.Object
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v = s.info.Uses[e]
	case *ast.SelectorExpr:
		v = s.info.Uses[e.Sel]
	}
	f, ok := v.(*types.Var)
	return ok && f.IsField() && f.Name() == "Transport" && f.Pkg() != nil && f.Pkg().Path() == "net/http"
}
