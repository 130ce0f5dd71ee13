package survey

import (
	"go/types"
	"maps"

	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// lifetime says how long v lives.
func (p *Package) lifetime(v *value) inventory.Lifetime {
	switch {
	case v.site != nil && p.Frozen[v.site]:
		return inventory.Outlives
	case v.site != nil && p.Fresh[v.site]:
		return inventory.Invocation
	case v.shared != "" || p.isVariable(v):
		return inventory.Program
	case v.site != nil && v.site.Kind == pointsto.Field:
		return inventory.Caller
	case v.in == nil:
		return inventory.Program
	}
	p.findKept()
	switch {
	case v.local != nil && p.Pkg.Name() != "main" && p.assignments().open[v.local]: // its address is taken
		return inventory.Caller
	case p.kept[v.obj]:
		return inventory.Program
	case p.Pkg.Name() != "main" && p.public[v.obj]:
		return inventory.Caller
	case v.site != nil && v.site.Region().IfAbsent() && len(p.heldBy(v.obj)) > 0: // a field keeps it for the next call
		return inventory.Caller
	case p.Often(v.pos):
		return inventory.PerCall
	case p.Pkg.Name() != "main" && p.leaves[v.obj]:
		return inventory.Caller
	case p.Pkg.Name() != "main":
		return inventory.PerCall
	}
	return inventory.Program
}

// isVariable reports whether v is a variable of another package.
func (p *Package) isVariable(v *value) bool {
	_, ok := v.maker.(*types.Var)
	return ok
}

// findKept finds what variables of the package hold, what other packages can get hold of, and what outlives the function that makes it.
func (p *Package) findKept() {
	if p.kept != nil {
		return
	}
	scope := p.Pkg.Scope()
	var held []*pointsto.Object
	for _, name := range scope.Names() {
		if v, ok := scope.Lookup(name).(*types.Var); ok {
			held = append(held, p.Graph.At(p.Graph.Var(v))...)
		}
	}
	p.kept = p.Graph.Reach(held)
	p.public, p.leaves = p.Graph.Escaping(true), p.Graph.Escaping(false)
	var handed []*pointsto.Object
	p.Graph.Leaving(func(h pointsto.Handover) bool {
		handed = append(handed, p.Graph.At(h.Val)...)
		return true
	})
	maps.Copy(p.leaves, p.Graph.Reach(handed))
}
