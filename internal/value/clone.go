package value

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
)

// clone looks at a call that clones a value, the last of the nodes on stack.
func (f *finder) clone(call *ast.CallExpr, stack []ast.Node) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Clone" || len(call.Args) != 0 {
		return
	}
	of, name := f.traps(f.Info.TypeOf(sel.X))
	for _, trap := range of {
		if trap.Is == catalog.Cloned && f.fresh(trap, sel.X) && f.lost(trap, call, stack) {
			f.report(sel.Sel, name, []Clause{{"is cloned without", []string{trap.Field}, "", trap.Reason}})
		}
	}
}

// fresh reports whether e is a literal none of whose fields in trap.Unless anything is written to.
func (f *finder) fresh(trap catalog.Trap, e ast.Expr) bool {
	lit := f.origin(e)
	if lit == nil {
		return false
	}
	l := literal{elements: make(map[string]*ast.KeyValueExpr), site: f.sites[lit]}
	if l.site == nil || l.site.Escapes {
		return false
	}
	for _, name := range trap.Unless {
		if f.written(l, name) {
			return false
		}
	}
	return true
}

// origin returns the literal that e is, or that the variable e always holds, or nil.
func (f *finder) origin(e ast.Expr) *ast.CompositeLit {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = ast.Unparen(u.X)
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		return e
	case *ast.Ident:
		v, ok := f.Info.Uses[e].(*types.Var)
		if !ok {
			return nil
		}
		value, once := f.definition(v)
		if !once {
			return nil
		}
		if _, ok := ast.Unparen(value).(*ast.Ident); ok {
			return nil
		}
		return f.origin(value)
	}
	return nil
}

// definition returns what variable v is defined to be, and whether it is a variable of this package that nothing else is stored in.
func (f *finder) definition(v *types.Var) (value ast.Expr, once bool) {
	n := 0
	for _, file := range f.Files {
		if v.Parent() != f.Pkg.Scope() && (v.Pos() < file.FileStart || file.FileEnd <= v.Pos()) {
			continue
		}
		for node := range ast.Preorder(file) {
			switch node := node.(type) {
			case *ast.AssignStmt:
				for i, l := range node.Lhs {
					if id, ok := ast.Unparen(l).(*ast.Ident); ok && f.Info.ObjectOf(id) == v {
						n++
						if len(node.Lhs) == len(node.Rhs) {
							value = node.Rhs[i]
						}
					}
				}
			case *ast.ValueSpec:
				for i, id := range node.Names {
					if f.Info.Defs[id] == v {
						n++
						if len(node.Names) == len(node.Values) {
							value = node.Values[i]
						}
					}
				}
			case *ast.UnaryExpr:
				if id, ok := ast.Unparen(node.X).(*ast.Ident); ok && node.Op == token.AND && f.Info.ObjectOf(id) == v {
					n++ // whoever has the pointer may store to it
				}
			case *ast.RangeStmt:
				for _, l := range []ast.Expr{node.Key, node.Value} {
					if id, ok := l.(*ast.Ident); ok && f.Info.ObjectOf(id) == v {
						n++
					}
				}
			}
		}
	}
	return value, n == 1 && value != nil && !v.Exported()
}

// lost reports whether nothing turns HTTP/2 on again in the clone that call makes: it becomes the transport of a client, at once or
// by a variable with which nothing else is done.
func (f *finder) lost(trap catalog.Trap, call *ast.CallExpr, stack []ast.Node) bool {
	if imports(f.Pkg, http2) {
		return false
	}
	for _, field := range trap.Unless {
		if f.stored(trap, field) {
			return false
		}
	}
	parent := stack[len(stack)-2]
	if f.becomesTransport(call, parent) {
		return true
	}
	assign, ok := parent.(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 1 || assign.Tok != token.DEFINE {
		return false
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := f.Info.Defs[id].(*types.Var)
	if !ok {
		return false
	}
	if _, once := f.definition(v); !once {
		return false
	}
	used := false
	for _, file := range f.Files {
		if v.Pos() < file.FileStart || file.FileEnd <= v.Pos() {
			continue
		}
		var within []ast.Node
		fine := true
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				within = within[:len(within)-1]
				return true
			}
			if id, ok := n.(*ast.Ident); ok && f.Info.Uses[id] == v {
				above := within[len(within)-1]
				if f.becomesTransport(id, above) {
					used = true
				} else if sel, ok := above.(*ast.SelectorExpr); !ok || sel.X != id {
					fine = false
				}
			}
			within = append(within, n)
			return fine
		})
		if !fine {
			return false
		}
	}
	return used
}

// becomesTransport reports whether e, a child of parent, is stored in the field Transport of an http.Client.
func (f *finder) becomesTransport(e ast.Expr, parent ast.Node) bool {
	client := catalog.Trap{Package: "net/http", Type: "Client"}
	switch parent := parent.(type) {
	case *ast.KeyValueExpr:
		key, ok := parent.Key.(*ast.Ident)
		if !ok || key.Name != "Transport" || ast.Unparen(parent.Value) != e {
			return false
		}
		v, ok := f.Info.Uses[key].(*types.Var)
		return ok && v.IsField() && v.Pkg() != nil && v.Pkg().Path() == client.Package
	case *ast.AssignStmt:
		for i, r := range parent.Rhs {
			if ast.Unparen(r) != e || len(parent.Lhs) != len(parent.Rhs) {
				continue
			}
			sel, ok := ast.Unparen(parent.Lhs[i]).(*ast.SelectorExpr)
			return ok && f.isField(sel, client, "Transport")
		}
	}
	return false
}
