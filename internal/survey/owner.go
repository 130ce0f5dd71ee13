package survey

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/symbol"
)

// A holder is a field of a struct that holds a value.
type holder struct {
	object *pointsto.Object // the struct
	of     *types.Named     // its type, nil if that has no name
	field  *types.Var
}

func (h holder) String() string {
	if h.of == nil {
		return h.field.Name()
	}
	return h.of.Obj().Name() + "." + h.field.Name()
}

// owner says what holds v: a variable of the package, a field, the function that returns it, or a variable of a function, in this order.
func (p *Package) owner(v *value) string {
	if v.shared != "" {
		return v.shared
	}
	if v.site != nil && v.site.Kind == pointsto.Field {
		return p.fieldAt(v.pos)
	}
	if v.local != nil {
		return v.local.Name()
	}
	if p.owners == nil {
		p.owners = pointsto.NewIndex[string](p.Graph)
		for _, name := range p.Pkg.Scope().Names() {
			if w, ok := p.Pkg.Scope().Lookup(name).(*types.Var); ok {
				p.owners.Add(p.Graph.Var(w), name)
			}
		}
	}
	if name := firstNoted(p.owners, v.obj); name != "" {
		return name
	}
	held := p.heldBy(v.obj)
	for _, own := range []bool{true, false} {
		for _, h := range held {
			if own == (h.of == nil || h.of.Obj().Pkg() == p.Pkg) {
				if own {
					return h.String()
				}
				return h.of.Obj().Pkg().Name() + "." + h.String()
			}
		}
	}
	if p.makers == nil {
		p.makers = pointsto.NewIndex[string](p.Graph)
		for _, f := range p.Graph.Functions() {
			if f.Obj() != nil {
				for _, n := range f.Results() {
					p.makers.Add(n, pointsto.FuncKey(f.Obj())+"()")
				}
			}
		}
	}
	if name := firstNoted(p.makers, v.obj); name != "" {
		return name
	}
	return p.local(v.pos)
}

// firstNoted returns what was noted first of all that x has of o.
func firstNoted(x *pointsto.Index[string], o *pointsto.Object) string {
	for _, e := range x.At(o) {
		return e.Noted[0]
	}
	return ""
}

// heldBy returns the fields that hold o.
func (p *Package) heldBy(o *pointsto.Object) []holder {
	if p.holders == nil {
		p.holders = pointsto.NewIndex[holder](p.Graph)
		p.Graph.Objects(func(of *pointsto.Object) {
			n := named(of.Type())
			if _, ok := of.Type().Underlying().(*types.Struct); ok {
				of.Fields(func(f *types.Var, at pointsto.Node) { p.holders.Add(at, holder{of, n, f}) })
			}
		})
	}
	var out []holder
	for _, e := range p.holders.At(o) {
		out = append(out, e.Noted...)
	}
	return out
}

// fieldAt names the struct field that is declared at pos.
func (p *Package) fieldAt(pos token.Pos) string {
	name, typ := "", ""
	for _, n := range p.around(pos) {
		switch n := n.(type) {
		case *ast.Field:
			for _, id := range n.Names {
				if id.Pos() <= pos && pos < id.End() {
					name = id.Name
				}
			}
			if name == "" {
				name = p.text(n.Type)
			}
		case *ast.TypeSpec:
			typ = n.Name.Name + "."
		}
	}
	return typ + name
}

// local names the variable of a function that is given what stands at pos.
func (p *Package) local(pos token.Pos) string {
	for _, n := range p.around(pos) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, e := range n.Rhs {
				if e.Pos() <= pos && pos < e.End() && i < len(n.Lhs) && direct(e, pos) {
					if text := p.text(n.Lhs[i]); text != "_" {
						return text
					}
				}
			}
			return ""
		case *ast.ValueSpec:
			return symbol.OfValue(n, pos).Name
		case ast.Stmt, *ast.KeyValueExpr:
			return ""
		}
	}
	return ""
}

// direct reports whether what begins at pos is what e is, and not a part of it.
func direct(e ast.Expr, pos token.Pos) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return direct(x.X, pos)
	case *ast.StarExpr:
		return direct(x.X, pos)
	default:
		return x.Pos() == pos
	}
}
