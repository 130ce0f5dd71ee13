package survey

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A value is one that is listed, or that belongs to one.
type value struct {
	p   *Package
	typ *catalog.Type
	pos token.Pos

	obj  *pointsto.Object // nil for a use of a variable of net/http
	site *pointsto.Site   // if the package makes it
	in   *pointsto.Function

	copied bool         // it is a copy of http.DefaultTransport
	local  *types.Var   // the variable, if it is a copy of another value
	maker  types.Object // the function or variable of another package that it comes from
	shared string       // what uses http.DefaultClient or http.DefaultTransport, such as http.Get
	hidden bool         // it stands where nothing is listed

	id     string
	bases  []*value // what code of another package makes it from
	others []store  // what other packages store in its fields
	abroad []held   // what stands for it there
	closed bool     // it escapes to functions alone that are known: see options
	users  map[string]bool
}

// A held is what stands for a value in a package.
type held struct {
	p *Package
	o *pointsto.Object
}

// findValues finds what the package makes and uses.
func (p *Package) findValues() {
	type key struct {
		pos token.Pos
		typ *catalog.Type
	}
	known := make(map[key]bool)
	add := func(v *value) {
		v.p = p
		v.hidden = !p.Counts(v.pos)
		if k := (key{v.pos, v.typ}); !known[k] { // generic code makes several values in one place
			known[k] = true
			p.values = append(p.values, v)
		}
	}
	for _, s := range p.Sites {
		if t := catalog.Find(p.Types, s.Type.Pkg().Path(), s.Type.Name()); t != nil && !s.Overwritten {
			add(&value{typ: t, pos: s.Pos, obj: s.Object(), site: s, in: s.In()})
		}
	}
	if p.Graph != nil {
		p.findForeign(add)
		p.findCopies(add)
	}
	p.source.sharedUses(func(name, typ string, pos token.Pos) {
		add(&value{typ: catalog.Find(p.Types, "net/http", typ), pos: pos, shared: name})
	})
	slices.SortStableFunc(p.values, func(a, b *value) int { return cmp.Compare(a.pos, b.pos) })
}

// findForeign finds copies of http.DefaultTransport, and values that other packages make or have.
func (p *Package) findForeign(add func(*value)) {
	for _, c := range p.Graph.AllCalls() {
		if c.Expr == nil || len(c.Results) == 0 {
			continue
		}
		if netuse.IsClone(c) {
			for _, o := range p.Graph.At(c.Results[0]) {
				if t := p.listed(o.Type()); t != nil && netuse.IsDefaultTransport(o) {
					add(&value{typ: t, pos: c.Pos, obj: o, in: c.In, copied: true})
				}
			}
		}
	}
	seen := make(map[*pointsto.Object]bool)
	p.Graph.Objects(func(o *pointsto.Object) {
		from, outside := o.Entrance()
		if !outside || from.Path != "" || seen[o] {
			return
		}
		seen[o] = true
		t := p.listed(o.Type())
		if t == nil {
			return
		}
		if from.Call != nil && from.Call.Fn != nil && from.Call.Expr != nil {
			add(&value{typ: t, pos: from.Call.Pos, obj: o, in: from.Call.In, maker: from.Call.Fn})
		} else if from.Var != nil {
			if pos := p.source.firstUse(from.Var); pos.IsValid() && from.Var.Pkg().Path() != "net/http" {
				add(&value{typ: t, pos: pos, obj: o, maker: from.Var})
			}
		}
	})
}
