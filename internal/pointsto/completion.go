package pointsto

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// One function of a package may complete what another one brought: `opts.New(opts.WithClient(c), opts.WithHost(h))`, where WithHost, or
// New, sets fields of c's transport. That says something of those alone who call both.

// completing returns what functions of this package do to values that came in by others, and that values of the package's types hold.
//
// It looks at writes in this package to what came in by an exported function, and is held by a value of one of its types, a field or more
// from where it came in. The effect gets each exported function by which the write can run as its condition. Writes that cannot be had by
// any of them are not said, which errs towards a finding.
func (g *generator) completing(held map[*Object]bool) []Effect {
	var out []Effect
	callable := make(map[*Function][]string) // by the declared function around the write
	for _, w := range g.fieldWrites {
		g.budget.work++
		if g.exhausted() {
			return nil
		}
		var with []string
		for _, o := range g.at(w.base) {
			p := o.from
			if p == nil || p.of == "" || p.path == "" || !held[o] || strings.HasPrefix(p.of, "type ") {
				continue
			}
			if with == nil {
				f, known := w.in.Root(), false
				if with, known = callable[f]; !known {
					with = g.callableAs(f, make(map[*Function]bool))
					callable[f] = with
				}
			}
			place := ""
			if g.in.Explain != nil {
				place = g.in.Explain(w.pos)
			}
			for _, name := range with {
				if g.budget.spend(effectCost); name != p.of {
					out = append(out, Effect{Of: p.of, Param: p.param, Path: p.path, With: name, Field: w.field, Value: w.value, Place: place})
				}
			}
		}
	}
	return out
}

// effectCost is what an effect costs in steps of the budget, as importers read it again.
const effectCost = 20

// callableAs returns the functions that other packages call, or whose results they hand back, to have f run.
//
// A method of an unexported type is called by way of an interface or a value of an exported function, so the functions which make that
// type stand for it; else the search climbs to callers.
func (g *generator) callableAs(f *Function, seen map[*Function]bool) (names []string) {
	f = f.Root()
	if f == nil || f.obj == nil || seen[f] {
		return nil
	}
	seen[f] = true
	r := f.sig.Recv()
	if f.obj.Exported() && (r == nil || Named(r.Type()).Exported()) {
		return []string{FuncKey(f.obj)}
	}
	if r != nil {
		names = g.makers(Named(r.Type()))
	}
	if names == nil {
		for _, c := range f.calls {
			names = append(names, g.callableAs(c.in, seen)...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// makers returns the exported functions that name tn, other than its own methods: those that make values of it.
func (g *generator) makers(tn *types.TypeName) []string {
	if g.makersOf == nil {
		g.makersOf = make(map[*types.TypeName][]string)
		exported := slices.DeleteFunc(slices.Clone(g.functions), func(f *Function) bool {
			return f.obj == nil || !f.obj.Exported() || f.sig.Recv() != nil
		})
		slices.SortFunc(exported, func(f, h *Function) int { return cmp.Compare(f.pos, h.pos) })
		for id, o := range g.info.Uses {
			tn, ok := o.(*types.TypeName)
			if !ok || tn.Pkg() != g.pkg {
				continue
			}
			g.budget.work++
			i, _ := slices.BinarySearchFunc(exported, id.Pos(), func(f *Function, pos token.Pos) int { return cmp.Compare(f.end-1, pos) })
			if i < len(exported) && exported[i].pos <= id.Pos() {
				g.makersOf[tn] = append(g.makersOf[tn], FuncKey(exported[i].obj))
			}
		}
		for tn, names := range g.makersOf {
			slices.Sort(names)
			g.makersOf[tn] = slices.Compact(names)
		}
	}
	return g.makersOf[tn]
}

// complete does what calls of other packages' functions do together, in one function.
//
// [generator.finalize] calls it, when all calls are known, and solves again. The two calls must be in the same declared function, literals
// inside of it included; whether they concern the same client is not asked. That errs towards silence within a function, and towards a
// finding if the calls are in two.
func (g *generator) complete() {
	if len(g.completions) == 0 {
		return
	}
	type called struct {
		pkg *types.Package
		key string
		in  *Function
	}
	calls := make(map[called]bool)
	for _, c := range g.outsideCalls {
		calls[called{c.Fn.Pkg(), FuncKey(c.Fn), c.In.Root()}] = true
	}
	for _, c := range g.completions {
		if calls[called{c.call.Fn.Pkg(), c.e.With, c.call.In.Root()}] {
			leave := g.trace.resume(c.cause)
			g.constrain(c.n, effect{c.e.Path, c.e})
			leave()
		}
	}
}
