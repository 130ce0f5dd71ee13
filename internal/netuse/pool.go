package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"time"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// DefaultIdle is the IdleConnTimeout of http.DefaultTransport.
const DefaultIdle = 90 * time.Second

// DefaultPool returns the first place in files that uses http.DefaultTransport, or a clone of it, with the IdleConnTimeout that it
// has unless somebody sets it: http.DefaultClient, http.Get and its like, and clients without a Transport among them.
//
// The analyzer asks it where the settings allow less than [DefaultIdle]: then such a use is a finding, one for each package. It says of
// which clones another field disables that one.
//
// Clones, copies by value and clients are asked of the graph, which knows what is written to them later:
//
//	t := http.DefaultTransport.(*http.Transport).Clone()
//	t.IdleConnTimeout = 30 * time.Second // not a use
//	c := &http.Client{}                  // a use, unless its Transport is set
//
// The names are found in the syntax, so that a package without a graph has such places as well. If the package sets the
// IdleConnTimeout of http.DefaultTransport itself, wherever that is, it has none.
func DefaultPool(info *types.Info, files []*ast.File, found *pointsto.Result, disabled func(*pointsto.Object) bool) token.Pos {
	first := token.NoPos
	at := func(pos token.Pos) {
		if !first.IsValid() || pos < first {
			first = pos
		}
	}
	if g := found.Graph; g != nil {
		own := false
		g.Objects(func(o *pointsto.Object) {
			switch {
			case !IsDefaultTransport(o):
			case IsSharedTransport(o):
				own = own || o.Wrote("IdleConnTimeout") != 0
			case o.CopiedAt().IsValid() && o.Wrote("IdleConnTimeout") == 0 && !disabled(o):
				at(o.CopiedAt())
			}
		})
		if own {
			return token.NoPos
		}
	}
	for _, s := range found.Sites {
		if pointsto.IsType(s.Object().Type(), "net/http", "Client") && s.Writes["Transport"] == 0 && !s.Escapes {
			at(s.Pos)
		}
	}
	for _, file := range files {
		var stack []ast.Node
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				stack = stack[:len(stack)-1]
				return true
			}
			if id, ok := n.(*ast.Ident); ok && usesDefault(info.Uses[id]) {
				if start, ok := poolUse(id, stack); ok {
					at(start)
				}
			}
			stack = append(stack, n)
			return true
		})
	}
	return first
}

// usesDefault reports whether o is http.DefaultTransport, or a variable or a function of net/http that uses it. Methods of the same
// names, as http.Client.Get, are not in the scope of the package and do not count: their client is asked about.
func usesDefault(o types.Object) bool {
	if o == nil || o.Pkg() == nil || o.Pkg().Path() != "net/http" || o.Parent() != o.Pkg().Scope() {
		return false
	}
	return o.Name() == "DefaultClient" || o.Name() == "DefaultTransport" || catalog.EffectOf("net/http", o.Name()) == catalog.Sends
}

// poolUse returns where the expression begins in which id, behind the nodes on stack, is used. There is none if it is only replaced,
// or asserted to be what can be changed or cloned.
//
//	http.DefaultTransport = own                       // not a use
//	t := http.DefaultTransport.(*http.Transport)      // not a use: what becomes of t is in the graph
//	idle := http.DefaultTransport.(*http.Transport).IdleConnTimeout // a use: it is copied
//	client.Transport = http.DefaultTransport          // a use
//	http.DefaultClient.Timeout = time.Second          // a use
//
// A selection from the variable ends the way up. That of the variable from its package does not: there id is the Sel.
func poolUse(id *ast.Ident, stack []ast.Node) (start token.Pos, ok bool) {
	var e ast.Expr = id
	for i := len(stack) - 1; i >= 0; i-- {
		switch n := stack[i].(type) {
		case *ast.SelectorExpr:
			if n.Sel != id {
				return e.Pos(), true
			}
			e = n
		case *ast.ParenExpr:
			e = n
		case *ast.TypeAssertExpr:
			return e.Pos(), readsIdle(stack[:i])
		case *ast.AssignStmt:
			return e.Pos(), !slices.Contains(n.Lhs, e)
		default:
			return e.Pos(), true
		}
	}
	return e.Pos(), true
}

// readsIdle reports whether an expression inside of the nodes on stack is there for its IdleConnTimeout.
func readsIdle(stack []ast.Node) bool {
	for i := len(stack) - 1; i > 0; i-- {
		switch n := stack[i].(type) {
		case *ast.ParenExpr:
		case *ast.SelectorExpr:
			assign, ok := stack[i-1].(*ast.AssignStmt)
			return n.Sel.Name == "IdleConnTimeout" && !(ok && slices.Contains(assign.Lhs, ast.Expr(n)))
		default:
			return false
		}
	}
	return false
}

// IsClone reports whether c copies an http.Transport: it is a call of its method Clone. Those of http.Request, tls.Config and
// others have the same name, so the receiver's type is asked.
func IsClone(c *pointsto.Call) bool {
	if c.Fn == nil || c.Fn.Name() != "Clone" || c.Recv == 0 || c.Fn.Signature().Recv() == nil {
		return false
	}
	t := c.Fn.Signature().Recv().Type()
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	return pointsto.IsType(t, "net/http", "Transport")
}
