package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"
)

// findFieldSites finds the struct fields of tracked types.
func (g *generator) findFieldSites() {
	for _, file := range g.in.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				owner, _ := g.info.Defs[n.Name].(*types.TypeName)
				g.structFields(n.Type, owner)
			case *ast.StructType:
				g.structFields(n, nil)
			}
			return true
		})
	}
}

// structFields keeps the fields of tracked types that t, the type of owner, declares.
func (g *generator) structFields(t ast.Expr, owner *types.TypeName) {
	st, ok := g.info.TypeOf(t).(*types.Struct)
	if !ok {
		return
	}
	for f := range st.Fields() {
		w := g.isTracked(f.Type())
		if w == nil || isPointer(f.Type()) || g.fieldSites[f] != nil {
			continue
		}
		end := f.Pos() + token.Pos(len(f.Name()))
		site := &Site{Type: w, Kind: Field, Pos: f.Pos(), End: end, derived: named(f.Type()) != w}
		if owner != nil && owner.Exported() && f.Exported() {
			site.owner = owner
		}
		site.obj = &Object{typ: types.Unalias(f.Type()), site: site}
		g.fieldSites[f] = site
		g.sites = append(g.sites, site)
	}
}

// finalize does what needs a solution: a call that found no function runs unknown ones, and what happened to one of the values that may
// be the same happened to all of them.
func (g *generator) finalize() {
	if !g.recovers {
		g.expose(g.panicked, true) // somebody else may recover it
	}
	for _, c := range g.callSites {
		if len(c.recv) == 0 {
			c.unknown()
		}
	}
	g.complete()
	g.solve()
	for _, r := range g.replaced {
		if !g.has(r.val, r.at) { // otherwise it may have been stored over itself
			r.at.overwritten = true
		}
	}
	g.share()
}

// judged returns the sites with what the solution says about each, except for those that are none.
func (g *generator) judged() []*Site {
	var out []*Site
	for _, s := range g.sites {
		o := s.obj
		if s.derived && !o.converted {
			continue
		}
		if s.owner != nil && !g.instantiated[s.owner] {
			continue // only other packages make such a struct, and they fill it
		}
		s.Writes = o.writes
		s.Escapes, s.Overwritten = o.escapes || o.overwritten || g.exhausted(), o.overwritten
		out = append(out, s)
	}
	return out
}
