package survey

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A variable that is a copy of a struct is a value of its own:
//
//	c := *http.DefaultClient
//	c.Timeout = time.Minute
//
// To the points-to analysis it is what it was copied from (rule 1 there). So what is stored in it is told by the name of the variable.

// findCopies finds the variables that are copies of values of the listed types.
func (p *Package) findCopies(add func(*value)) {
	p.copies = make(map[*types.Var]*value)
	look := func(to, from ast.Expr) {
		id, ok := to.(*ast.Ident)
		if !ok {
			return
		}
		v, ok := p.Info.Defs[id].(*types.Var)
		if !ok {
			return
		}
		if _, pointer := types.Unalias(v.Type()).(*types.Pointer); pointer || p.listed(v.Type()) == nil {
			return
		}
		switch ast.Unparen(from).(type) {
		case *ast.StarExpr, *ast.Ident, *ast.SelectorExpr:
			p.copies[v] = &value{typ: p.listed(v.Type()), pos: from.Pos(), in: p.functionAt(from.Pos()), local: v}
			add(p.copies[v])
		}
	}
	for _, file := range p.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok == token.DEFINE && len(n.Lhs) == len(n.Rhs) {
					for i := range n.Lhs {
						look(n.Lhs[i], n.Rhs[i])
					}
				}
			case *ast.ValueSpec:
				for i := range n.Values {
					if len(n.Names) == len(n.Values) {
						look(n.Names[i], n.Values[i])
					}
				}
			}
			return true
		})
	}
}

// functionAt returns the innermost function around pos, nil if there is none.
func (p *Package) functionAt(pos token.Pos) *pointsto.Function {
	if p.functionsAt == nil {
		p.functionsAt = make(map[token.Pos]*pointsto.Function)
		for _, f := range p.Graph.Functions() {
			from, _ := f.Span()
			p.functionsAt[from] = f
		}
	}
	for _, n := range p.source.around(pos) {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return p.functionsAt[n.Pos()]
		}
	}
	return nil
}

// copyAt returns the copy that a field of which is assigned at pos, nil if what is assigned there belongs to no copy.
func (p *Package) copyAt(pos token.Pos) *types.Var {
	if len(p.copies) == 0 {
		return nil
	}
	around := p.source.around(pos)
	if len(around) == 0 {
		return nil
	}
	id, ok := around[0].(*ast.Ident)
	if !ok {
		return nil
	}
	if v, ok := p.Info.Uses[id].(*types.Var); ok && p.copies[v] != nil {
		return v
	}
	return nil
}

// copyOf returns the copy of which c calls a method, nil if it calls one of something else.
func (p *Package) copyOf(c *pointsto.Call) *value {
	if c.Expr == nil {
		return nil
	}
	sel, ok := ast.Unparen(c.Expr.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	id, ok := ast.Unparen(sel.X).(*ast.Ident)
	if !ok {
		return nil
	}
	local, _ := p.Info.Uses[id].(*types.Var)
	return p.copies[local]
}

// copied finds what each copy was made from.
func (j *join) copied() {
	for _, p := range j.packages {
		for _, v := range p.values {
			if v.local == nil {
				continue
			}
			for _, o := range p.Graph.At(p.Graph.Var(v.local)) {
				from, outside := o.Entrance()
				switch base := j.ofObject[o]; {
				case base != nil:
					v.bases = append(v.bases, base)
				case netuse.IsDefaultTransport(o), outside && isDefaultClient(from):
					v.bases = append(v.bases, &value{p: p, typ: v.typ, shared: "net/http"})
				}
			}
		}
	}
}

// isDefaultClient reports whether a value came in by http.DefaultClient.
func isDefaultClient(from pointsto.Entrance) bool {
	return from.Var != nil && from.Path == "" && from.Var.Name() == "DefaultClient" && from.Var.Pkg().Path() == "net/http"
}
