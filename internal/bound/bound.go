// Package bound finds constants in fields that are outside of bounds that the settings set.
//
// What may be stored in a field are the constants that the source leads to: by variables, parameters that functions of the package
// are called with, fields of other structs, and conversions. What a constant does not lead to is not known, and nothing is said of it.
package bound

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// An Op compares a field with its limit.
type Op string

const (
	AtMost  Op = "<="
	AtLeast Op = ">="
)

// A Bound is what a field of a struct type must be.
type Bound struct {
	Package, Type, Field string

	Op    Op
	Limit int64  // a number, or a time in nanoseconds
	Other string // or the field of the same value that is the limit, where a zero is none
	Text  string // the limit as it was written
}

// An Input is a package to look at.
type Input struct {
	Pkg    *types.Package
	Info   *types.Info
	Files  []*ast.File // those that count
	Bounds []Bound
	Sites  []*pointsto.Site // what is known of values
}

// A Finding is a value of a field that is out of bounds.
type Finding struct {
	Pos, End token.Pos
	Bound    Bound
	Value    int64
	Unset    bool // it is a zero that nobody wrote
	Duration bool // the field is a time.Duration
}

// Find returns what is out of bounds, in the order of the source.
func Find(in Input) []Finding {
	s := &source{Input: in}
	var out []Finding
	for _, b := range in.Bounds {
		field := lookUp(in.Pkg, b)
		if field == nil {
			continue
		}
		var found []Finding
		if b.Other != "" {
			found = pairs(in.Sites, b)
		} else {
			s.read()
			found = append(s.constants(field, b), unset(in.Sites, b)...)
		}
		for i := range found {
			found[i].Bound, found[i].Duration = b, pointsto.IsType(field.Type(), "time", "Duration")
		}
		out = append(out, found...)
	}
	slices.SortStableFunc(out, func(x, y Finding) int { return cmp.Compare(x.Pos, y.Pos) })
	return slices.CompactFunc(out, func(x, y Finding) bool { return x.Pos == y.Pos && x.Bound == y.Bound })
}

// lookUp returns the field of b, if pkg is the package that declares it or imports that.
func lookUp(pkg *types.Package, b Bound) *types.Var {
	for _, p := range append([]*types.Package{pkg}, pkg.Imports()...) {
		if p.Path() != b.Package {
			continue
		}
		if tn, ok := p.Scope().Lookup(b.Type).(*types.TypeName); ok {
			if s, ok := tn.Type().Underlying().(*types.Struct); ok {
				for f := range s.Fields() {
					if f.Name() == b.Field {
						return f
					}
				}
			}
		}
	}
	return nil
}

// breaks reports whether n is out of bounds.
func (b Bound) breaks(n int64) bool {
	if b.Op == AtMost {
		return n > b.Limit
	}
	return n < b.Limit
}

// unset returns the values that leave a field at a zero that is too little.
func unset(sites []*pointsto.Site, b Bound) []Finding {
	var out []Finding
	for _, s := range sites {
		if b.isOf(s) && b.breaks(0) && s.Writes[b.Field] == 0 && !s.Escapes {
			out = append(out, Finding{Pos: s.Pos, End: s.End, Unset: true})
		}
	}
	return out
}

// isOf reports whether s is of the type that b is about.
func (b Bound) isOf(s *pointsto.Site) bool {
	return s.Type.Name() == b.Type && s.Type.Pkg().Path() == b.Package
}

// pairs returns the values of which one field is out of the bound that another one is. Both must be nothing but constants.
func pairs(sites []*pointsto.Site, b Bound) []Finding {
	var out []Finding
	for _, s := range sites {
		if !b.isOf(s) || s.Escapes || s.Writes[b.Field] != pointsto.Positive || s.Writes[b.Other] != pointsto.Positive {
			continue
		}
		value, limit := s.Object().Largest(b.Field), s.Object().Largest(b.Other)
		with := b
		with.Limit = limit
		if value > 0 && limit > 0 && with.breaks(value) {
			out = append(out, Finding{Pos: s.Pos, End: s.End, Value: value})
		}
	}
	return out
}

// A source is what the files say about where variables and fields get their values.
type source struct {
	Input
	stores map[*types.Var][]ast.Expr       // what is assigned to a variable or a field
	calls  map[*types.Func][]*ast.CallExpr // the calls of functions of the package
	params map[*types.Var]param
}

// A param says which parameter of which function a variable is.
type param struct {
	of    *types.Func
	index int
}

// read reads the files, once.
func (s *source) read() {
	if s.stores != nil {
		return
	}
	s.stores, s.calls, s.params = make(map[*types.Var][]ast.Expr), make(map[*types.Func][]*ast.CallExpr), make(map[*types.Var]param)
	for _, file := range s.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if fn, ok := s.Info.Defs[n.Name].(*types.Func); ok && !fn.Signature().Variadic() {
					for i := range fn.Signature().Params().Len() {
						s.params[fn.Signature().Params().At(i)] = param{fn, i}
					}
				}
			case *ast.CallExpr:
				if fn := typeutil.StaticCallee(s.Info, n); fn != nil && fn.Pkg() == s.Pkg {
					s.calls[fn.Origin()] = append(s.calls[fn.Origin()], n)
				}
			case *ast.AssignStmt:
				if n.Tok == token.ASSIGN || n.Tok == token.DEFINE {
					s.assign(n.Lhs, n.Rhs)
				}
			case *ast.ValueSpec:
				var to []ast.Expr
				for _, id := range n.Names {
					to = append(to, id)
				}
				s.assign(to, n.Values)
			case *ast.CompositeLit:
				s.literal(n)
			}
			return true
		})
	}
}

func (s *source) assign(to, from []ast.Expr) {
	if len(to) != len(from) {
		return
	}
	for i, e := range to {
		if v := s.variable(e); v != nil {
			s.stores[v] = append(s.stores[v], from[i])
		}
	}
}

func (s *source) literal(lit *ast.CompositeLit) {
	t := s.Info.TypeOf(lit)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok { // elided
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			s.assign([]ast.Expr{kv.Key}, []ast.Expr{kv.Value})
		} else if i < st.NumFields() {
			f := st.Field(i).Origin()
			s.stores[f] = append(s.stores[f], e)
		}
	}
}

// variable returns the variable or the field that e names, nil if it names none.
func (s *source) variable(e ast.Expr) *types.Var {
	var v *types.Var
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, _ = s.Info.ObjectOf(e).(*types.Var)
	case *ast.SelectorExpr:
		v, _ = s.Info.ObjectOf(e.Sel).(*types.Var)
	case *ast.StarExpr:
		return s.variable(e.X)
	}
	if v == nil {
		return nil
	}
	return v.Origin()
}

// constants returns the constants that are stored in field and that b does not allow.
func (s *source) constants(field *types.Var, b Bound) []Finding {
	f := &follower{source: s, bound: b, seen: make(map[*types.Var]bool)}
	f.seen[field] = true
	for _, e := range s.stores[field.Origin()] {
		f.follow(e, 1, true)
	}
	return f.found
}

// A follower goes from a field to the constants that come to be in it.
type follower struct {
	*source
	bound Bound
	seen  map[*types.Var]bool
	found []Finding
}

// follow looks at an expression whose value, times factor, is stored, by itself if direct.
func (f *follower) follow(e ast.Expr, factor int64, direct bool) {
	e = ast.Unparen(e)
	if v := f.Info.Types[e].Value; v != nil {
		// What passes a zero on may stand for a default.
		if n, ok := integer(v); ok && f.bound.breaks(n*factor) && (n != 0 || direct) {
			f.found = append(f.found, Finding{Pos: e.Pos(), End: e.End(), Value: n * factor})
		}
		return
	}
	switch x := e.(type) {
	case *ast.BinaryExpr:
		if x.Op != token.MUL {
			return
		}
		for _, side := range [][2]ast.Expr{{x.X, x.Y}, {x.Y, x.X}} {
			if v := f.Info.Types[side[1]].Value; v != nil {
				if n, ok := integer(v); ok {
					f.follow(side[0], factor*n, direct)
				}
			}
		}
	case *ast.CallExpr:
		if f.Info.Types[x.Fun].IsType() && len(x.Args) == 1 { // a conversion
			f.follow(x.Args[0], factor, direct)
		} else if fn := typeutil.StaticCallee(f.Info, x); fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "cmp" && fn.Name() == "Or" {
			for _, a := range x.Args {
				f.follow(a, factor, false)
			}
		}
	case *ast.Ident, *ast.SelectorExpr, *ast.StarExpr:
		f.variable(f.source.variable(e), factor)
	}
}

// variable looks at what is assigned to v, or passed as v.
func (f *follower) variable(v *types.Var, factor int64) {
	if v == nil || f.seen[v] {
		return
	}
	f.seen[v] = true
	for _, e := range f.stores[v] {
		f.follow(e, factor, false)
	}
	if p, ok := f.params[v]; ok {
		for _, c := range f.calls[p.of] {
			if p.index < len(c.Args) {
				f.follow(c.Args[p.index], factor, false)
			}
		}
	}
}

// integer returns the integer that v is.
func integer(v constant.Value) (int64, bool) {
	if v = constant.ToInt(v); v.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(v)
}
