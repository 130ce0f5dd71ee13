package explain

import (
	"go/token"
	"go/types"
	"path/filepath"
	"slices"

	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/why"
)

// A subject is what can be asked about: a value that is followed, a copy of http.DefaultTransport, or what a finding is about otherwise.
type subject struct {
	pos, end token.Pos
	typ      string
	site     *pointsto.Site
	clone    *pointsto.Object
}

// subjects returns all of the package, in the order of the source.
func (e *explainer) subjects() []subject {
	var out []subject
	known := make(map[token.Pos]bool)
	for _, s := range append(slices.Clone(e.Found.Sites), e.Found.Dropped...) {
		end := s.End
		if s.Lit != nil {
			end = s.Lit.End()
		}
		known[s.Pos] = true
		out = append(out, subject{pos: s.Pos, end: end, typ: s.Type.Pkg().Name() + "." + s.Type.Name(), site: s})
	}
	if g := e.Found.Graph; g != nil {
		for _, c := range g.AllCalls() {
			if c.Expr == nil || len(c.Results) != 1 || !netuse.IsClone(c) {
				continue
			}
			for _, o := range g.At(c.Results[0]) {
				if netuse.IsDefaultTransport(o) && !known[c.Expr.Pos()] {
					known[c.Expr.Pos()] = true
					out = append(out, subject{pos: c.Expr.Pos(), end: c.Expr.End(), typ: "a clone of http.DefaultTransport", clone: o})
				}
			}
		}
	}
	for _, f := range e.Reported {
		if !known[f.Pos] {
			known[f.Pos] = true
			out = append(out, subject{pos: f.Pos, end: max(f.End, f.Pos+1), typ: f.Type})
		}
	}
	slices.SortStableFunc(out, func(a, b subject) int { return int(a.pos - b.pos) })
	return out
}

// choose says of which subjects the question is. Those that begin on its line come first; if there are none, those that reach over it.
func (e *explainer) choose(subjects []subject) []bool {
	chosen := make([]bool, len(subjects))
	if *e.Question == (why.Question{}) {
		for i := range chosen {
			chosen[i] = true
		}
		return chosen
	}
	if e.Question.Name != "" {
		for i, s := range subjects {
			chosen[i] = e.Question.Names(e.declaration(s.pos), e.Pkg.Name(), e.Pkg.Path())
		}
		held := e.held()
		for i, s := range subjects {
			chosen[i] = chosen[i] || s.site != nil && held[s.site.Object()]
		}
		return chosen
	}
	const beginsThere, onLine, around = 3, 2, 1
	best, smallest := 0, token.Pos(0)
	rank := make([]int, len(subjects))
	for i, s := range subjects {
		for _, adjusted := range []bool{true, false} {
			from, to := e.Fset.PositionFor(s.pos, adjusted), e.Fset.PositionFor(s.end, adjusted)
			if !sameFile(from.Filename, e.Question.File) {
				continue
			}
			switch {
			case e.Question.Line == 0:
				rank[i] = onLine
			case from.Line == e.Question.Line && (e.Question.Column == from.Column):
				rank[i] = beginsThere
			case from.Line == e.Question.Line:
				rank[i] = max(rank[i], onLine)
			case from.Line < e.Question.Line && e.Question.Line <= to.Line:
				rank[i] = max(rank[i], around)
			}
		}
		best = max(best, rank[i])
	}
	for i, s := range subjects {
		chosen[i] = best > 0 && rank[i] == best
		if size := s.end - s.pos; chosen[i] && best == around && (smallest == 0 || size < smallest) {
			smallest = size
		}
	}
	for i, s := range subjects {
		chosen[i] = chosen[i] && (best != around || s.end-s.pos == smallest) // the innermost
	}
	return chosen
}

func sameFile(a, b string) bool {
	if a = filepath.Clean(a); a == b {
		return true
	}
	if filepath.Base(a) != filepath.Base(b) {
		return false
	}
	real, err := filepath.EvalSymlinks(b)
	return err == nil && real == a
}

// held returns what the declaration holds that the question names: a variable, or what a function returns.
func (e *explainer) held() map[*pointsto.Object]bool {
	g := e.Found.Graph
	if g == nil {
		return nil
	}
	named := func(decl string) bool { return e.Question.Names(decl, e.Pkg.Name(), e.Pkg.Path()) }
	out := make(map[*pointsto.Object]bool)
	add := func(n pointsto.Node) {
		for o := range g.Reach(g.At(n)) {
			out[o] = true
		}
	}
	scope := e.Pkg.Scope()
	for _, name := range scope.Names() {
		if v, ok := scope.Lookup(name).(*types.Var); ok && named(name) {
			add(g.Var(v))
		}
	}
	for _, f := range g.Functions() {
		if f.Obj() != nil && named(pointsto.FuncKey(f.Obj())) {
			for _, n := range append(f.ReturnedParams(), f.Results()...) {
				add(n)
			}
		}
	}
	return out
}
