// Package flow follows values of watched struct types through the syntax of one package: to which of their fields something is
// written, in the literal or anywhere later, and which code they reach that cannot be seen.
//
// It computes a points-to relation over syntax and types: inclusion-based, sensitive to fields, insensitive to the order of
// statements and to branches. That fits the question, for a store under a condition counts as somebody's choice, and it needs
// neither the SSA form of the package nor anything of its dependencies but their types and facts.
package flow

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
)

// An Input is a package to follow values in.
type Input struct {
	Pkg   *types.Package
	Info  *types.Info
	Files []*ast.File // those that count

	// Watched lists the struct types to follow.
	Watched []*types.TypeName

	// Judged reports whether something is said of the values of a watched type. What other packages do to those that nothing is
	// said of need not be known.
	Judged func(*types.TypeName) bool

	// Trace asks for a Graph that knows of references and of calls to other packages.
	Trace bool

	// Relevant, if not nil, decides for some types whether their values are followed, though they lead to no watched one, or not
	// followed, though they may.
	Relevant func(types.Type) (relevant, decided bool)

	// Telling, if not nil, reports whether values of a type of another package are followed for its methods, if Trace is set.
	Telling func(*types.TypeName) bool

	// Fact returns the fact of an imported package, and whether there is one.
	Fact func(*types.Package) (*Fact, bool)
}

// A Result is what [Follow] found.
type Result struct {
	Sites  []*Site  // in the order of the source
	Fact   *Fact    // nil if the package is too large to say
	Graph  *Graph   // nil likewise, and if the package has nothing to do with watched types
	Unseen []string // import paths of packages that values reached and that have no fact; with repetitions
}

// Follow follows the values of in.
func Follow(in Input) *Result {
	b := newBuilder(in)
	if !in.Trace && !b.mentioned() {
		return &Result{Fact: new(Fact)}
	}
	b.fieldSites()
	b.declare()
	b.instances()
	b.read()
	b.solve()
	r := &Result{Sites: b.conclude(), Unseen: b.unseen()}
	if b.exhausted() {
		return r
	}
	r.Fact, r.Graph = b.fact(), &Graph{b}
	return r
}

func newBuilder(in Input) *builder {
	b := &builder{
		solver:       newSolver(),
		in:           in,
		info:         in.Info,
		watched:      make(map[*types.TypeName]*types.Struct),
		fields:       make(map[*types.Var]bool),
		vars:         make(map[*types.Var]Node),
		funcs:        make(map[*types.Func]*Function),
		ofType:       make(map[*types.TypeName]Node),
		impls:        make(map[*types.Func]implementers),
		instantiated: make(map[*types.TypeName]bool),

		configured:  make(map[string]bool),
		globals:     make(map[*types.Var]token.Pos),
		owners:      make(map[Node]*Object),
		given:       make(map[*types.Package][]Node),
		received:    make(map[*types.Package][]*Object),
		conversions: make(conversions),
		exposed:     make(map[exposure]bool),
	}
	for _, w := range in.Watched {
		s := structOf(w.Type())
		b.watched[w] = s
		for f := range s.Fields() {
			b.fields[f] = true
		}
	}
	b.narrow = b.newCarriers(false)
	b.carriers = b.narrow
	if in.Trace {
		b.carriers = b.newCarriers(true)
	}
	return b
}

// newCarriers finds the types whose values lead to watched ones. Which interfaces do depends on which types of the package do,
// and the other way round; two rounds settle all but contrived cases.
func (b *builder) newCarriers(wide bool) *carriers {
	c := &carriers{pkg: b.in.Pkg, wide: wide, also: b.in.Relevant, watched: func(t types.Type) bool { return b.isWatched(t) != nil }}
	if wide {
		c.telling, c.contexts = b.in.Telling, b.putsIntoContexts()
		c.errors = b.narrow.carries(errorType)
	}
	var base []types.Type
	for _, w := range b.in.Watched {
		base = append(base, types.NewPointer(w.Type()))
	}
	c.impls = base
	for range 2 {
		impls := base
		scope := b.in.Pkg.Scope()
		for _, name := range scope.Names() {
			tn, ok := scope.Lookup(name).(*types.TypeName)
			if !ok {
				continue
			}
			if n, ok := tn.Type().(*types.Named); ok && n.NumMethods() > 0 && c.carries(n) {
				impls = append(impls, types.NewPointer(n))
			}
		}
		c.impls = impls
		c.known.Iterate(func(t types.Type, v any) {
			if !v.(bool) {
				c.known.Delete(t)
			}
		})
	}
	return c
}

// putsIntoContexts reports whether the package puts values into contexts.
func (b *builder) putsIntoContexts() bool {
	for _, o := range b.info.Uses {
		if fn, ok := o.(*types.Func); ok && fn.Pkg() != nil && effectOf(fn) == catalog.Carries {
			return true
		}
	}
	return false
}

// mentioned tells whether the package has to do with values of a watched type: it names the type, or a type, variable or function
// by which it gets at them. What a generic function does depends on who calls it.
func (b *builder) mentioned() bool {
	named := &carriers{pkg: b.in.Pkg, watched: b.carriers.watched, named: true}
	for _, file := range b.in.Files {
		found := false
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				found = found || n.Type.TypeParams != nil
			case *ast.Ident:
				if o := b.info.Uses[n]; o != nil {
					found = found || named.carries(o.Type())
				}
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// read reads all declarations.
func (b *builder) read() {
	top := scope{builder: b}
	for _, file := range b.in.Files {
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.GenDecl:
				top.decl(d)
			case *ast.FuncDecl:
				if f := b.declared(d); f != nil {
					top.body(f, d.Body)
				}
			}
		}
	}
}

// unseen returns the packages whose facts were missing for values that matter.
func (b *builder) unseen() []string {
	var out []string
	for _, w := range b.wants {
		if b.leadsToSite(w.n, 0) {
			out = append(out, w.pkg)
		}
	}
	return out
}

// leadsToSite tells whether n holds a value that is judged, here or by whoever passes it, or a struct in which there is one.
func (b *builder) leadsToSite(n Node, depth int) bool {
	for _, o := range b.at(n) {
		if o.site != nil || o.sym != nil && o.sym.of != "" {
			if w := b.isWatched(o.typ); w != nil && b.in.Judged(w) {
				return true
			}
		}
		if depth < maxDepth && o.sym == nil {
			for _, f := range o.fields {
				if b.leadsToSite(f.n, depth+1) {
					return true
				}
			}
		}
	}
	return false
}
