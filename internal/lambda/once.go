package lambda

import (
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// findLazy returns the functions that run in one invocation only: those that set a variable of the package at which they look first, and
// those that sync.Once and its kin get (rule 7). A function is lazy as a whole, so what else it makes and drops is not reported either,
// which errs on the side of silence.
//
//	func get() *http.Client {
//		if client == nil { // it looks
//			client = newClient() // and sets
//		}
//		return client
//	}
//
// Only variables of the package count: one of a function around it may be a new one in each invocation.
func findLazy(in Input, x *index) map[*pointsto.Function]bool {
	lazy := make(map[*pointsto.Function]bool)
	for f, stores := range x.storesIn {
		first := firstLooks(f)
		lazy[f] = slices.ContainsFunc(stores, func(s pointsto.VarStore) bool {
			return s.Var.Parent() == in.Pkg.Scope() && first.before(s)
		})
	}
	for _, c := range in.Graph.Calls() {
		if catalog.EffectOf(c.Fn.Pkg().Path(), pointsto.FuncKey(c.Fn)) == catalog.Once {
			addGiven(in.Graph, c, lazy)
		}
	}
	return lazy
}

// addGiven adds the functions that c is given to fns, whichever parameter takes them.
func addGiven(g *pointsto.Graph, c *pointsto.Call, fns map[*pointsto.Function]bool) {
	for _, a := range c.Args {
		for _, o := range g.At(a) {
			fns[o.Func()] = true
		}
	}
}

// looks tells where a function looks at a variable first.
type looks map[*types.Var]token.Pos

func firstLooks(f *pointsto.Function) looks {
	first := make(looks)
	for _, m := range f.References() {
		if pos, seen := first[m.Var]; m.Var != nil && (!seen || m.Pos < pos) {
			first[m.Var] = m.Pos
		}
	}
	return first
}

// before reports whether the function looks at the variable before s sets it.
func (l looks) before(s pointsto.VarStore) bool {
	pos, looked := l[s.Var]
	return looked && pos < s.Pos
}
