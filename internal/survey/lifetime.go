package survey

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"

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
	case v.shared != "" || v.isVariable():
		return inventory.Program
	case v.site != nil && v.site.Kind == pointsto.Field:
		return inventory.Caller
	case v.in == nil:
		return inventory.Program
	}
	r := p.retention()
	switch {
	case v.local != nil && p.Pkg.Name() != "main" && p.assignments().open[v.local]: // its address is taken
		return inventory.Caller
	case r.kept[v.obj], p.isInit(v.in) && !p.Often(v.pos):
		return inventory.Program
	case p.Pkg.Name() != "main" && r.public[v.obj]:
		return inventory.Caller
	case v.site != nil && v.site.Region().IfAbsent() && len(p.owners.heldBy(v.obj)) > 0: // a field keeps it for the next call
		return inventory.Caller
	case p.Pkg.Name() != "main" && p.isPartOfResult(v.obj, v.in, maxHops):
		return inventory.Caller
	case p.Often(v.pos), p.isReturned(v.in):
		return inventory.PerCall
	case p.Pkg.Name() != "main" && r.leaves[v.obj]:
		return inventory.Caller
	case p.Pkg.Name() != "main":
		return inventory.PerCall
	}
	return inventory.Program
}

// isVariable reports whether v is a variable of another package.
func (v *value) isVariable() bool {
	_, ok := v.maker.(*types.Var)
	return ok
}

// A retention is what keeps the objects of a package alive.
type retention struct {
	kept   map[*pointsto.Object]bool // by variables of the package
	public map[*pointsto.Object]bool // what other packages can get hold of
	leaves map[*pointsto.Object]bool // what outlives the function that makes it, or goes to other packages
}

// retention finds what is kept, once.
func (p *Package) retention() *retention {
	if p.retained != nil {
		return p.retained
	}
	scope := p.Pkg.Scope()
	var held []*pointsto.Object
	for _, name := range scope.Names() {
		if v, ok := scope.Lookup(name).(*types.Var); ok {
			held = append(held, p.Graph.At(p.Graph.Var(v))...)
		}
	}
	p.retained = &retention{kept: p.Graph.Reach(held), public: p.Graph.Public(nil), leaves: p.Graph.Escaping()}
	var handed []*pointsto.Object
	p.Graph.Leaving(func(h pointsto.Handover) bool {
		if h.Owner == nil || p.listed(h.Owner.Type()) == nil { // a client keeps its transport as long as it is kept
			handed = append(handed, p.Graph.At(h.Val)...)
		}
		return true
	})
	p.Graph.Objects(func(o *pointsto.Object) {
		if _, outside := o.Entrance(); outside && p.listed(o.Type()) != nil {
			handed = append(handed, o)
		}
	})
	maps.Copy(p.retained.leaves, p.Graph.Reach(handed))
	return p.retained
}

// isPartOfResult reports whether function in, which makes o, makes a struct around it that other packages get, or a client which is in one:
//
//	func New() *Client { return &Client{http: &http.Client{}} }
func (p *Package) isPartOfResult(o *pointsto.Object, in *pointsto.Function, depth int) bool {
	return slices.ContainsFunc(p.owners.heldBy(o), func(h holder) bool {
		if h.object.In() != in {
			return false
		}
		if p.listed(h.object.Type()) != nil {
			return depth > 0 && p.isPartOfResult(h.object, in, depth-1)
		}
		return p.retention().public[h.object]
	})
}

// isReturned reports whether f is a literal that a function returns: whoever gets it may call it again and again.
//
//	return func() error { return get(&http.Client{}) }
//	return health.CheckFunc(func() error { return get(&http.Client{}) })
func (p *Package) isReturned(f *pointsto.Function) bool {
	if f.Obj() != nil {
		return false
	}
	from, _ := f.Span()
	path := p.source.around(from)
	i := slices.IndexFunc(path, func(n ast.Node) bool { _, ok := n.(*ast.FuncLit); return ok })
	for _, n := range path[i+1:] {
		switch n := n.(type) {
		case *ast.ReturnStmt:
			return true
		case *ast.CallExpr:
			if !p.Info.Types[n.Fun].IsType() {
				return false
			}
		case *ast.ParenExpr:
		default:
			return false
		}
	}
	return false
}
