package survey

import (
	"cmp"
	"go/ast"
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
	p.findShared(add)
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
			if pos := p.firstUse(from.Var); pos.IsValid() && from.Var.Pkg().Path() != "net/http" {
				add(&value{typ: t, pos: pos, obj: o, maker: from.Var})
			}
		}
	})
}

// firstUse returns where the package names v first.
func (p *Package) firstUse(v *types.Var) token.Pos {
	if p.uses == nil {
		p.uses = make(map[types.Object]token.Pos)
		for id, o := range p.Info.Uses {
			if first, ok := p.uses[o]; !ok || id.Pos() < first {
				p.uses[o] = id.Pos()
			}
		}
	}
	return p.uses[v]
}

// findShared finds the uses of http.DefaultClient and http.DefaultTransport in the source: one for each declaration.
func (p *Package) findShared(add func(*value)) {
	for _, file := range p.Files {
		for _, d := range file.Decls {
			found := make(map[string]bool)
			var stack []ast.Node
			ast.Inspect(d, func(n ast.Node) bool {
				if n == nil {
					stack = stack[:len(stack)-1]
					return true
				}
				if id, ok := n.(*ast.Ident); ok {
					if name, of := p.sharedUse(id, stack); name != "" && !found[of] {
						found[of] = true
						add(&value{typ: catalog.Find(p.Types, "net/http", of), pos: stack[len(stack)-1].Pos(), shared: name})
					}
				}
				stack = append(stack, n)
				return true
			})
		}
	}
}

// sharedUse returns what uses http.DefaultClient or http.DefaultTransport, if id does, and the type of that.
//
// To replace one is no use, and neither is what makes another value of http.DefaultTransport, or part of a client:
//
//	http.DefaultTransport = own
//	t := http.DefaultTransport.(*http.Transport).Clone()
//	c := &http.Client{Transport: http.DefaultTransport}
func (p *Package) sharedUse(id *ast.Ident, stack []ast.Node) (name, typ string) {
	o := p.Info.Uses[id]
	if o == nil || o.Pkg() == nil || o.Pkg().Path() != "net/http" || o.Parent() != o.Pkg().Scope() || len(stack) == 0 {
		return "", ""
	}
	sends := catalog.EffectOf("net/http", o.Name()) == catalog.Sends
	if !sends && o.Name() != "DefaultClient" && o.Name() != "DefaultTransport" {
		return "", ""
	}
	i := len(stack) - 1
	var e ast.Expr = id
	if sel, ok := stack[i].(*ast.SelectorExpr); ok && sel.Sel == id {
		e = sel
		i--
	}
	if i >= 0 {
		switch n := stack[i].(type) {
		case *ast.AssignStmt:
			if slices.Contains(n.Lhs, e) {
				return "", ""
			}
			if o.Name() == "DefaultTransport" && len(n.Lhs) == len(n.Rhs) && p.isTransportOf(n.Lhs[slices.Index(n.Rhs, e)]) {
				return "", ""
			}
		case *ast.TypeAssertExpr, *ast.StarExpr: // a copy is a value of its own
			return "", ""
		}
	}
	if o.Name() == "DefaultTransport" && p.isPartOfClient(stack) {
		return "", ""
	}
	name = "http." + o.Name()
	if o.Name() == "DefaultTransport" {
		return name, "Transport"
	}
	return name, "Client"
}

// isPartOfClient reports whether what stands behind the nodes of stack becomes the Transport of an http.Client, wrapped or not.
func (p *Package) isPartOfClient(stack []ast.Node) bool {
	for _, n := range slices.Backward(stack) {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if p.isTransportOf(n.Key) {
				return true
			}
		case ast.Stmt:
			return false
		}
	}
	return false
}

// isTransportOf reports whether e is the field Transport of an http.Client.
func (p *Package) isTransportOf(e ast.Expr) bool {
	var v types.Object
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v = p.Info.Uses[e]
	case *ast.SelectorExpr:
		v = p.Info.Uses[e.Sel]
	}
	f, ok := v.(*types.Var)
	return ok && f.IsField() && f.Name() == "Transport" && f.Pkg() != nil && f.Pkg().Path() == "net/http"
}
