package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"
)

// structFields keeps the fields of tracked types that t, the type of owner, declares.
//
// A field has one site for all values of its struct, so a write to the field of any of them counts for all: in
//
//	type server struct{ t lib.T }
//
// a server that sets s.t.Idle silences all others. Pointers are left out; what they lead to has a site where it is made.
//
// This happens before anything is read: [heap.field] puts the site's object into the field as soon as that is selected.
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
		site := &Site{Type: w, Kind: Field, Pos: f.Pos(), End: end, derived: Named(f.Type()) != w}
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
//
// The order matters. Unknown callees and completions add constraints, so the solver runs again; replacements are looked at when all nodes
// hold what they will; sharing comes last as it reads what was done to objects by all of these.
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
			leave := g.trace.resume(r.cause)
			g.trace.overwrote(r.at)
			leave()
		}
	}
	g.share()
}

// judged returns the sites with what the solution says about each, except for those that are none.
//
// If the budget is spent, all sites escape: their fields are unknown, and nothing is reported for them.
func (g *generator) judged() []*Site {
	var out []*Site
	for _, s := range g.sites {
		o := s.obj
		if s.derived && !o.converted {
			g.dropped = append(g.dropped, s)
			continue
		}
		if s.owner != nil && !g.instantiated[s.owner] {
			g.dropped = append(g.dropped, s)
			continue // only other packages make such a struct, and they fill it
		}
		if s.Kind == Var && g.isUnused(s.variable) {
			g.dropped = append(g.dropped, s)
			continue
		}
		s.Writes = o.writes
		s.Escapes, s.Overwritten = o.escapes || o.overwritten || g.exhausted(), o.overwritten
		out = append(out, s)
	}
	return out
}
