// Package bound finds constants in fields that are outside of bounds that the settings set.
//
// What may be stored in a field are the constants that the source leads to: by variables, parameters, results, fields of other structs,
// elements, conversions, and the defaults of flags and of struct tags. It goes backward from the field, by syntax and the types of
// package go/types (follow.go), with an index of what is stored where (source.go). What reaches the field by an exported function or
// field is a [Fact], with which packages that import this one go on. What a constant does not lead to is not known, and nothing is
// said of it.
package bound

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
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
	Graph  *pointsto.Graph  // likewise; it may be nil

	// Disabled reports whether the field of a bound does not matter for a value, because of another field of it.
	Disabled func(*pointsto.Object, Bound) bool

	// Imported returns the fact of a package that this one imports, nil if there is none.
	Imported func(*types.Package) *Fact
}

// A Finding is a value of a field that is out of bounds.
type Finding struct {
	Pos, End token.Pos
	Bound    Bound
	Value    int64
	Unset    bool // it is a zero that nobody wrote
	Duration bool // the field is a time.Duration
}

// Find returns what is out of bounds, in the order of the source, and what importers of the package have to know, nil if that is nothing.
func Find(in Input) ([]Finding, *Fact) {
	s := &source{Input: in}
	var out []Finding
	fact := new(Fact)
	for _, b := range in.Bounds {
		field := lookUp(in.Pkg, b)
		if b.Other != "" {
			if field != nil {
				out = append(out, complete(pairs(in, b), b, isDuration(field))...)
			}
			continue
		}
		f := &follower{source: s, bound: b, seen: make(map[visit]bool)}
		duration := f.imported()
		if field != nil {
			duration = isDuration(field)
			f.lost = lost(in, b)
			f.stored(field, 1, true, nil)
			f.found = append(f.found, unset(in, b)...)
		}
		out = append(out, complete(f.found, b, duration)...)
		fact.add(b, duration, f.flows)
	}
	slices.SortStableFunc(out, func(x, y Finding) int { return cmp.Compare(x.Pos, y.Pos) })
	out = slices.CompactFunc(out, func(x, y Finding) bool { return x.Pos == y.Pos && x.Bound == y.Bound })
	if fact.Fields == nil {
		fact = nil
	}
	return out, fact
}

// complete says of each of found what bound it is out of.
func complete(found []Finding, b Bound, duration bool) []Finding {
	for i := range found {
		found[i].Bound, found[i].Duration = b, duration
	}
	return found
}

func isDuration(field *types.Var) bool { return pointsto.IsType(field.Type(), "time", "Duration") }

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
func unset(in Input, b Bound) []Finding {
	var out []Finding
	for _, s := range in.Sites {
		if b.isOf(s) && b.breaks(0) && s.Writes[b.Field] == 0 && !s.Escapes && !in.Disabled(s.Object(), b) {
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
func pairs(in Input, b Bound) []Finding {
	var out []Finding
	for _, s := range in.Sites {
		if !b.isOf(s) || s.Escapes || s.Writes[b.Field] != pointsto.Positive || s.Writes[b.Other] != pointsto.Positive ||
			in.Disabled(s.Object(), b) {
			continue
		}
		value, limit := last(in.Graph, s, b.Field), last(in.Graph, s, b.Other)
		with := b
		with.Limit = limit
		if value > 0 && limit > 0 && with.breaks(value) {
			out = append(out, Finding{Pos: s.Pos, End: s.End, Value: value})
		}
	}
	return out
}

// last returns the constant that a field has in the end, 0 if it may be one of several.
func last(g *pointsto.Graph, s *pointsto.Site, field string) int64 {
	all := g.Writes(s.Object(), field)
	for i, w := range all {
		others := slices.Delete(slices.Clone(all), i, i+1)
		if !slices.ContainsFunc(others, func(v pointsto.Write) bool { return !w.Replaces(v) }) {
			return w.Number
		}
	}
	return 0
}

// lost returns the expressions that are stored in b's field of values, for none of which they matter: something else is written over
// them later, even under a condition, or may be by code that cannot be seen, or another field disables that one. What is written over
// them and is out of b as well counts only if it is certain, and what is written to a clone does not count where the original is used, too.
func lost(in Input, b Bound) map[ast.Expr]bool {
	out := make(map[ast.Expr]bool)
	if in.Graph == nil {
		return out
	}
	var values []*pointsto.Object
	copies := make(map[*pointsto.Object][]*pointsto.Object)
	in.Graph.Objects(func(o *pointsto.Object) {
		if o.Wrote(b.Field) == 0 || !pointsto.IsType(o.Type(), b.Package, b.Type) {
			return
		}
		values = append(values, o)
		if original, _ := o.CopyOf(); original != nil {
			copies[original] = append(copies[original], o)
		}
	})
	kept := make(map[ast.Expr]bool)
	for _, o := range values {
		original, _ := o.CopyOf()
		all, disabled := in.Graph.Writes(o, b.Field), in.Disabled(o, b) || original != nil && in.Disabled(original, b)
		if in.isUsedApart(o, copies[o]) {
			all = in.withoutCopies(all, copies[o], b.Field)
		}
		for _, w := range all {
			over := func(v pointsto.Write) bool { return v.Follows(w) && (v.Replaces(w) || !in.breaks(b, v.Expr)) }
			if disabled || slices.ContainsFunc(all, over) {
				out[w.Expr] = true
			} else {
				kept[w.Expr] = true
			}
		}
	}
	maps.DeleteFunc(out, func(e ast.Expr, _ bool) bool { return kept[e] })
	return out
}

// isUsedApart reports whether requests may be sent by o where none of its copies is.
//
//	short := o.Clone()
//	short.IdleConnTimeout = 30 * time.Second
//	c := &http.Client{Transport: o} // o is used apart
func (in Input) isUsedApart(o *pointsto.Object, copies []*pointsto.Object) bool {
	if len(copies) == 0 {
		return false
	}
	apart := func(n pointsto.Node) bool {
		return in.Graph.Holds(n, o) && !slices.ContainsFunc(copies, func(c *pointsto.Object) bool { return in.Graph.Holds(n, c) })
	}
	for h := range in.Graph.Leaving {
		if apart(h.Val) {
			return true
		}
	}
	return slices.ContainsFunc(in.Graph.AllCalls(), func(c *pointsto.Call) bool {
		return c.Fn != nil && catalog.IsRequest(c.Fn.Name()) && apart(c.Recv)
	})
}

// withoutCopies returns what of all is not written to one of copies.
func (in Input) withoutCopies(all []pointsto.Write, copies []*pointsto.Object, field string) []pointsto.Write {
	toCopy := make(map[ast.Expr]bool)
	for _, c := range copies {
		for _, w := range in.Graph.Writes(c, field) {
			toCopy[w.Expr] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(w pointsto.Write) bool { return w.Expr != nil && toCopy[w.Expr] })
}

// breaks reports whether e is a constant that is out of b.
func (in Input) breaks(b Bound, e ast.Expr) bool {
	if e == nil || in.Info.Types[e].Value == nil {
		return false
	}
	n, ok := integer(in.Info.Types[e].Value)
	return ok && b.breaks(n)
}
