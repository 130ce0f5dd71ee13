package survey

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A store is a place where something is stored in a field.
type store struct {
	p      *Package
	field  string
	pos    token.Pos
	expr   ast.Expr // nil if there is no expression for it
	text   string   // then, what stands there
	helper *helper  // the code of another package that does it
	sure   bool     // it runs whenever the value is made, and stores to no other one
	weak   bool     // another function does it than the one that gets the value: it may never run
	late   bool     // the function may have returned the value before
	first  bool     // it stores to a variable of a package before anybody uses that: an init function does
	in     *pointsto.Function
}

// alternatives returns what is stored.
func (s store) alternatives() []alternative {
	if s.expr == nil {
		return []alternative{{state: inventory.Variable, value: s.text, p: s.p, pos: s.pos}}
	}
	return s.p.alternatives(s.expr, s.pos)
}

// storesOf returns the places where field of o, of package p, is written, in the order of the source.
func (p *Package) storesOf(o *pointsto.Object, field string) []store {
	return p.storesTo(o, nil, field)
}

// storesTo is like storesOf for a copy of o that is a variable; nil stands for o itself.
func (p *Package) storesTo(o *pointsto.Object, copied *types.Var, field string) []store {
	if p.Graph == nil {
		return nil
	}
	var out []store
	for _, at := range p.Graph.Origins(o, field) {
		if p.copyAt(at.Pos) != copied {
			continue
		}
		s := store{p: p, field: field, pos: at.Pos, expr: at.Value, in: at.In}
		switch at.Kind {
		case pointsto.InLiteral:
		case pointsto.Assigned:
			s.late = p.returned(o, at)
			s.sure = !s.late && len(p.Graph.At(at.Base)) == 1 && at.In != nil && at.In == o.In() && (o.Site() == nil && at.Region == nil || o.Site() != nil && o.Site().Region().Within(at.Region))
			s.first = len(p.Graph.At(at.Base)) == 1 && p.isInit(at.In) && at.Region == nil
			if at.Value == nil {
				s.text = p.source.assigned(at.Pos)
			}
		case pointsto.Addressed:
			s.text = p.source.addressed(at.Pos)
		case pointsto.ByHelper:
			s.helper = helperOf(at)
			s.text = "set by " + s.helper.String()
		case pointsto.Shared:
			continue
		}
		out = append(out, s)
	}
	return out
}

// returned reports whether the function that at is in may not come to at. If it makes o, it returns o before, or goes on without at
// after it handed o to something else. If it does not, it returns at all, other than with an error, or because there is nothing.
func (p *Package) returned(o *pointsto.Object, at pointsto.Origin) bool {
	if at.In == nil {
		return false
	}
	from, _ := at.In.Span()
	path := p.source.around(at.Pos)
	i := slices.IndexFunc(path, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return n.Pos() <= from
		}
		return false
	})
	if i < 0 {
		return false
	}
	found, handed := false, false
	here := at.In == o.In()
	ast.Inspect(path[i], func(n ast.Node) bool {
		if !p.spend(1) {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncLit:
			return n == path[i]
		case *ast.IfStmt:
			if b, ok := n.Cond.(*ast.BinaryExpr); ok && !here && b.Op == token.EQL && p.Info.Types[b.Y].IsNil() {
				return n.End() > at.Pos
			}
		case *ast.ReturnStmt:
			if !here {
				found = found || n.End() <= at.Pos && !p.source.fails(n)
				return false
			}
			if o.Pos() < n.Pos() && n.End() <= at.Pos {
				found = found || slices.ContainsFunc(n.Results, func(e ast.Expr) bool { return p.mentions(e, o) }) ||
					len(n.Results) == 0 && p.isResult(at.In, o)
			}
			return false
		case *ast.BranchStmt:
			found = found || here && handed && n.Tok == token.CONTINUE || here && o.Pos() < n.Pos() && n.Tok == token.GOTO
			return false
		case *ast.CallExpr:
			handed = handed || o.Pos() < n.Pos() && slices.ContainsFunc(n.Args, func(e ast.Expr) bool { return p.mentions(e, o) })
		}
		return !found && n != nil && n.Pos() < at.Pos
	})
	return found
}

// isResult reports whether a named result of f holds o.
func (p *Package) isResult(f *pointsto.Function, o *pointsto.Object) bool {
	for v := range f.Signature().Results().Variables() {
		if v.Name() != "" && p.Graph.Holds(p.Graph.Var(v), o) {
			return true
		}
	}
	return false
}

// mentions reports whether a variable in e holds o.
func (p *Package) mentions(e ast.Expr, o *pointsto.Object) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := p.Info.Uses[id].(*types.Var); ok && !v.IsField() {
				found = found || p.Graph.Holds(p.Graph.Var(v), o)
			}
		}
		return !found
	})
	return found
}

// always reports whether a field of v that is stored to is so whenever v is made, as far as is known.
func (v *value) always(field string) bool {
	stores := v.p.storesOf(v.obj, field)
	return v.obj.WroteAlways(field) && (len(stores) == 0 || slices.ContainsFunc(stores, func(s store) bool { return !s.late }))
}

// surely reports whether a function that v dials by is there whenever v is made, so that an older field for the same is not used.
func (v *value) surely(field string) bool {
	return v.obj != nil && v.obj.Wrote(field).NonZero() && v.obj.Wrote(field)&pointsto.Zero == 0 && v.always(field)
}

// isInit reports whether f runs before all others: it is an init function, or, in a program, main.
func (p *Package) isInit(f *pointsto.Function) bool {
	if f == nil || f.Obj() == nil || f.Signature().Recv() != nil {
		return false
	}
	return f.Obj().Name() == "init" || f.Obj().Name() == "main" && p.Pkg.Name() == "main"
}

// A helper is code of another package that stores something.
type helper struct {
	path, key, name string
}

func (h *helper) String() string { return h.name }

// stored reports whether the value got there in the field of a struct.
func (h *helper) stored() bool { return strings.HasPrefix(h.key, "type ") }

func helperOf(at pointsto.Origin) *helper {
	if at.Owner != nil {
		return &helper{at.Owner.Pkg().Path(), "type " + at.Owner.Name(), shortName(at.Owner)}
	}
	return &helper{at.Fn.Pkg().Path(), pointsto.FuncKey(at.Fn), shortName(at.Fn)}
}

// opened returns s, or, if code of another package that was analyzed does it, the stores there.
func (j *join) opened(s store, field, typ string, depth int) []store {
	if s.helper == nil || depth == 0 {
		return []store{s}
	}
	q := j.byPath[s.helper.path]
	if q == nil || q.Graph == nil {
		return []store{s}
	}
	var out []store
	for _, o := range q.border.entrances(s.helper.key) {
		if n := pointsto.Named(o.Type()); o.Wrote(field) == 0 || n == nil || n.Name() != typ {
			continue
		}
		for _, there := range q.storesOf(o, field) {
			for _, t := range j.opened(there, field, typ, depth-1) {
				t.sure = false
				t.weak = t.weak || t.p == q && !q.isIn(t.in, s.helper)
				out = append(out, t)
			}
		}
	}
	if len(out) == 0 {
		return []store{s}
	}
	return out
}

// isIn reports whether f is the helper, a function in it, or one that it calls. What is stored by way of a field may be anywhere.
func (p *Package) isIn(f *pointsto.Function, h *helper) bool {
	if f == nil || h.stored() {
		return true
	}
	seen := make(map[*pointsto.Function]bool)
	var search func(f *pointsto.Function) bool
	search = func(f *pointsto.Function) bool {
		for f != nil && f.Parent() != nil {
			f = f.Parent()
		}
		if f == nil || f.Obj() == nil || seen[f] {
			return false
		}
		seen[f] = true
		return pointsto.FuncKey(f.Obj()) == h.key || slices.ContainsFunc(f.Calls(), func(c pointsto.LocalCall) bool { return search(c.In) })
	}
	return search(f)
}
