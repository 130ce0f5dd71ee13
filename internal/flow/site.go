package flow

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
)

// A Kind is a form in which a value comes into being.
type Kind uint8

const (
	Literal Kind = iota // T{...}, &T{...}, or elided in a container
	New                 // new(T)
	Var                 // var x T
	Field               // a struct field of type T
)

// A Site is an expression or a declaration that makes a value of a watched type, with what became of the value.
type Site struct {
	Type     *types.TypeName // the watched type
	Kind     Kind
	Pos, End token.Pos         // of the type's name, as far as it is written
	Lit      *ast.CompositeLit // for a Literal

	// Writes says for each field of the type what was written to it, in the literal or later.
	Writes map[string]Value

	// Unseen: the value was handed to code that cannot be seen, or was replaced as a whole. Fields without writes are unknown.
	Unseen bool

	// Replaced: it is a zero value that something was stored over, or that was thrown away.
	Replaced bool

	// Circumstances are what clients of the analysis found out about the value, for those who judge it.
	Circumstances map[catalog.Test]bool

	derived  bool            // of a type derived from the watched one
	variable *types.Var      // for a Var
	owner    *types.TypeName // for a Field that other packages can fill, the type that has it
	scope    scope           // that makes it
	obj      *Object
}

// fieldSites finds the struct fields of watched types.
func (b *builder) fieldSites() {
	b.fieldDecls = make(map[*types.Var]*Site)
	for _, file := range b.in.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				owner, _ := b.info.Defs[n.Name].(*types.TypeName)
				b.structFields(n.Type, owner)
			case *ast.StructType:
				b.structFields(n, nil)
			}
			return true
		})
	}
}

// structFields keeps the fields of watched types that t, the type of owner, declares.
func (b *builder) structFields(t ast.Expr, owner *types.TypeName) {
	st, ok := b.info.TypeOf(t).(*types.Struct)
	if !ok {
		return
	}
	for f := range st.Fields() {
		w := b.isWatched(f.Type())
		if w == nil || isPointer(f.Type()) || b.fieldDecls[f] != nil {
			continue
		}
		end := f.Pos() + token.Pos(len(f.Name()))
		site := &Site{Type: w, Kind: Field, Pos: f.Pos(), End: end, derived: named(f.Type()) != w}
		if owner != nil && owner.Exported() && f.Exported() {
			site.owner = owner
		}
		site.obj = &Object{typ: types.Unalias(f.Type()), site: site}
		b.fieldDecls[f] = site
		b.sites = append(b.sites, site)
	}
}

func (b *builder) fieldSite(f *types.Var) *Site { return b.fieldDecls[f.Origin()] }

// conclude fills in what the solution says about every site, and drops those that are none.
func (b *builder) conclude() []*Site {
	for _, c := range b.calls {
		if len(c.recv) == 0 {
			c.outside()
		}
	}
	b.solve()
	b.giveBack()

	var out []*Site
	for _, s := range b.sites {
		o := s.obj
		if s.derived && !o.converted {
			continue
		}
		if s.owner != nil && !b.instantiated[s.owner] {
			continue // only other packages make such a struct, and they fill it
		}
		s.Writes = o.writes
		s.Unseen, s.Replaced = o.unseen || o.filled || b.exhausted(), o.filled
		out = append(out, s)
	}
	return out
}

// Escaping returns the objects that outlive the function that makes them, or, if public, those that other packages can get
// hold of: what functions return, variables of the package hold, or values from outside keep, and all that these lead to.
func (g *Graph) Escaping(public bool) map[*Object]bool {
	b := g.b
	out := make(map[*Object]bool)
	roots := func(n Node) {
		for _, o := range b.at(n) {
			b.reach(o, out)
		}
	}
	for v, n := range b.vars {
		if v.Parent() == b.in.Pkg.Scope() && (!public || v.Exported()) {
			roots(n)
		}
	}
	for _, f := range b.functions {
		if !public || f.outside && f.obj != nil {
			for _, n := range f.results {
				roots(n)
			}
		}
	}
	for _, n := range b.ofType {
		for _, o := range b.at(n) {
			if o.sym != nil && !public {
				b.reach(o, out)
			}
		}
	}
	return out
}
