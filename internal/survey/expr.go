package survey

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"time"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// An alternative is something that a field may end up as.
type alternative struct {
	state inventory.State // Constant, Variable or None; Inherited or Default where nothing is stored
	value string
	zero  bool // a zero that somebody wrote
	p     *Package
	pos   token.Pos
	from  string // what the value comes from, such as http.DefaultTransport
}

// maxAlternatives is of how many constants a field may be one: beyond, the variable says more.
const maxAlternatives = 4

// alternatives returns what e, which is stored at pos, may be. A variable that has only constants is these.
func (p *Package) alternatives(e ast.Expr, pos token.Pos) []alternative {
	if value := p.ofDefault(e); value != "" {
		return []alternative{{state: inventory.Inherited, value: value, p: p, pos: pos, from: "http.DefaultTransport"}}
	}
	f := &follower{Package: p, seen: make(map[*types.Var]bool)}
	if out, ok := f.constants(e); ok && len(out) > 0 && len(out) <= maxAlternatives {
		for i := range out {
			out[i].pos = pos
		}
		return out
	}
	return []alternative{{state: inventory.Variable, value: p.source.text(e), p: p, pos: pos}}
}

// ofDefault returns the value of http.DefaultTransport's field that e is, empty if it is none:
//
//	http.DefaultTransport.(*http.Transport).IdleConnTimeout
func (p *Package) ofDefault(e ast.Expr) string {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	a, ok := ast.Unparen(sel.X).(*ast.TypeAssertExpr)
	if !ok {
		return ""
	}
	from, ok := ast.Unparen(a.X).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	if o := p.Info.Uses[from.Sel]; o == nil || o.Name() != "DefaultTransport" || o.Pkg() == nil || o.Pkg().Path() != "net/http" {
		return ""
	}
	if f := catalog.Find(p.Types, "net/http", "Transport").Field(sel.Sel.Name); f != nil {
		return f.InDefault
	}
	return ""
}

// A follower goes from an expression to the constants that it may be.
type follower struct {
	*Package
	seen map[*types.Var]bool
}

// constants returns what e may be, and whether that is all.
func (f *follower) constants(e ast.Expr) ([]alternative, bool) {
	e = ast.Unparen(e)
	tv := f.Info.Types[e]
	if tv.IsNil() {
		return []alternative{{state: inventory.None, zero: true, p: f.Package}}, true
	}
	if tv.Value != nil {
		return []alternative{f.constant(tv.Value, tv.Type)}, true
	}
	switch x := e.(type) {
	case *ast.CallExpr:
		if f.Info.Types[x.Fun].IsType() && len(x.Args) == 1 && sameSize(f.Info.TypeOf(x.Fun), f.Info.TypeOf(x.Args[0])) {
			return f.constants(x.Args[0])
		}
	case *ast.Ident:
		if v, ok := f.Info.Uses[x].(*types.Var); ok {
			return f.variable(v, x.Pos())
		}
	}
	return nil, false
}

// sameSize reports whether a conversion from one type to the other keeps what a number means: time.Duration is printed as one.
func sameSize(to, from types.Type) bool {
	return pointsto.IsType(to, "time", "Duration") == pointsto.IsType(from, "time", "Duration")
}

func (f *follower) constant(v constant.Value, t types.Type) alternative {
	a := alternative{state: inventory.Constant, value: v.ExactString(), p: f.Package}
	if v.Kind() == constant.Bool {
		return a // false is a choice
	}
	if i := constant.ToInt(v); i.Kind() == constant.Int {
		if n, ok := constant.Int64Val(i); ok {
			a.value, a.zero = strconv.FormatInt(n, 10), n == 0
			if pointsto.IsType(t, "time", "Duration") {
				a.value = time.Duration(n).String()
			}
		}
	}
	if a.zero {
		a.state, a.value = inventory.None, ""
	}
	return a
}

// variable returns the constants that v may hold where it is used.
func (f *follower) variable(v *types.Var, use token.Pos) ([]alternative, bool) {
	if v.IsField() || v.Pkg() != f.Pkg || f.seen[v] {
		return nil, false
	}
	f.seen[v] = true
	a := f.assignments()
	if a.open[v] || v.Exported() && v.Parent() == f.Pkg.Scope() && f.Pkg.Name() != "main" {
		return nil, false
	}
	from := a.stores[v]
	if at, ok := a.params[v]; ok {
		args, all := a.passed(at)
		if !all {
			return nil, false
		}
		from = append(slices.Clip(from), args...)
	} else if a.zero[v] && (len(from) != 1 || !f.before(v, from[0].Pos(), use)) {
		return nil, false // it may still be zero
	}
	var out []alternative
	for _, e := range from {
		list, ok := f.constants(e)
		if !ok {
			return nil, false
		}
		out = addAlternatives(out, list...)
		if len(out) > maxAlternatives {
			return nil, false
		}
	}
	return out, len(out) > 0
}

// before reports whether what is assigned to v at pos is there wherever use is: use follows in the block that declares v, or an init
// function assigns it to a variable of the package, and use is no part of the variables that are made before.
func (p *Package) before(v *types.Var, pos, use token.Pos) bool {
	if v.Parent() != p.Pkg.Scope() {
		return pos < use && v.Parent().Innermost(pos) == v.Parent()
	}
	by := p.functionAt(use)
	for by != nil && by.Parent() != nil {
		by = by.Parent()
	}
	if in := p.functionAt(pos); by == nil || by.Obj() == nil || !p.isInit(in) || by == in && use < pos {
		return false
	}
	path := p.source.around(pos)
	i := slices.IndexFunc(path, func(n ast.Node) bool { _, ok := n.(*ast.AssignStmt); return ok })
	if i < 0 || i+2 >= len(path) {
		return false
	}
	_, whole := path[i+2].(*ast.FuncDecl)
	return whole
}

// addAlternatives adds those of more that list does not have.
func addAlternatives(list []alternative, more ...alternative) []alternative {
	for _, a := range more {
		if !slices.ContainsFunc(list, func(b alternative) bool { return a.state == b.state && a.value == b.value }) {
			list = append(list, a)
		}
	}
	return list
}
