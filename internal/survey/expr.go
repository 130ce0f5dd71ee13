package survey

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"time"

	"golang.org/x/tools/go/types/typeutil"

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
	return []alternative{{state: inventory.Variable, value: p.text(e), p: p, pos: pos}}
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
	s := f.assignments()
	if s.open[v] || v.Exported() && v.Parent() == f.Pkg.Scope() && f.Pkg.Name() != "main" {
		return nil, false
	}
	from := s.stores[v]
	if at, ok := s.params[v]; ok {
		if s.named[at.of] || at.of.Signature().Recv() != nil && s.dynamic[at.of.Name()] || at.of.Exported() && f.Pkg.Name() != "main" || len(s.calls[at.of]) == 0 {
			return nil, false // others may pass anything
		}
		for _, c := range s.calls[at.of] {
			if at.index >= len(c.Args) || c.Ellipsis.IsValid() {
				return nil, false
			}
			from = append(from, c.Args[at.index])
		}
	} else if s.zero[v] && (len(from) != 1 || !f.before(v, from[0].Pos(), use)) {
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
	path := p.around(pos)
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

// The sources of a package are what its source says about where variables get their values.
type sources struct {
	stores map[*types.Var][]ast.Expr
	open   map[*types.Var]bool // what is assigned is not all expressions
	zero   map[*types.Var]bool // it is declared without a value
	calls  map[*types.Func][]*ast.CallExpr
	named  map[*types.Func]bool // functions that are named other than to call them
	params map[*types.Var]param

	dynamic map[string]bool // methods that are called by interfaces
}

// A param says which parameter of which function a variable is.
type param struct {
	of    *types.Func
	index int
}

// assignments reads the files, once.
func (p *Package) assignments() *sources {
	if p.sources != nil {
		return p.sources
	}
	s := &sources{
		stores: make(map[*types.Var][]ast.Expr), open: make(map[*types.Var]bool), zero: make(map[*types.Var]bool),
		calls: make(map[*types.Func][]*ast.CallExpr), named: make(map[*types.Func]bool), params: make(map[*types.Var]param),
		dynamic: make(map[string]bool),
	}
	p.sources = s
	variable := func(e ast.Expr) *types.Var {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok {
			return nil
		}
		v, _ := p.Info.ObjectOf(id).(*types.Var)
		return v
	}
	assign := func(to, from []ast.Expr) {
		for i, e := range to {
			v := variable(e)
			switch {
			case v == nil:
			case len(to) == len(from):
				s.stores[v] = append(s.stores[v], from[i])
			default:
				s.open[v] = true
			}
		}
	}
	called := make(map[*ast.Ident]bool)
	for _, file := range p.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if fn, ok := p.Info.Defs[n.Name].(*types.Func); ok {
					for i := range fn.Signature().Params().Len() {
						v := fn.Signature().Params().At(i)
						if fn.Signature().Variadic() && i == fn.Signature().Params().Len()-1 {
							s.open[v] = true
						} else {
							s.params[v] = param{fn, i}
						}
					}
					p.openResults(s, fn.Signature())
				}
			case *ast.FuncLit:
				if sig, ok := p.Info.TypeOf(n).(*types.Signature); ok {
					for v := range sig.Params().Variables() {
						s.open[v] = true
					}
					p.openResults(s, sig)
				}
			case *ast.CallExpr:
				if fn := typeutil.StaticCallee(p.Info, n); fn != nil && fn.Pkg() == p.Pkg {
					s.calls[fn.Origin()] = append(s.calls[fn.Origin()], n)
				} else if m, ok := typeutil.Callee(p.Info, n).(*types.Func); ok && fn == nil {
					s.dynamic[m.Name()] = true
				}
				switch fun := ast.Unparen(n.Fun).(type) {
				case *ast.Ident:
					called[fun] = true
				case *ast.SelectorExpr:
					called[fun.Sel] = true
				}
			case *ast.AssignStmt:
				if n.Tok == token.ASSIGN || n.Tok == token.DEFINE {
					assign(n.Lhs, n.Rhs)
				} else if v := variable(n.Lhs[0]); v != nil {
					s.open[v] = true
				}
			case *ast.IncDecStmt:
				if v := variable(n.X); v != nil {
					s.open[v] = true
				}
			case *ast.RangeStmt:
				for _, e := range []ast.Expr{n.Key, n.Value} {
					if v := variable(e); e != nil && v != nil {
						s.open[v] = true
					}
				}
			case *ast.UnaryExpr:
				if v := variable(n.X); n.Op == token.AND && v != nil {
					s.open[v] = true
				}
			case *ast.ValueSpec:
				var to []ast.Expr
				for _, id := range n.Names {
					to = append(to, id)
					if v := variable(id); v != nil && len(n.Values) == 0 {
						s.zero[v] = true
					}
				}
				if len(n.Values) > 0 {
					assign(to, n.Values)
				}
			case *ast.TypeSwitchStmt:
				return true
			}
			return true
		})
	}
	for id, o := range p.Info.Uses {
		if fn, ok := o.(*types.Func); ok && !called[id] {
			s.named[fn.Origin()] = true
		}
	}
	return s
}

// openResults notes that what named results begin with is not assigned.
func (p *Package) openResults(s *sources, sig *types.Signature) {
	for v := range sig.Results().Variables() {
		s.open[v] = true
	}
}
