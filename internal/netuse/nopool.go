package netuse

import (
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// hasNoPool reports whether transport o, which stays in the package, is used by NewClientConn alone: single connections are in no pool, so
// the fields that limit the pool do not matter.
//
//	cc, err := t.NewClientConn(ctx, "https", addr)
//
// That o stays is for the caller to know: other code may call RoundTrip. Any other method on o, or a field of another package's struct that
// holds it, such as that of a client, makes the answer no. So does another method value, even one that nobody calls: t.RoundTrip may be
// passed on.
func (r *Result) hasNoPool(o *pointsto.Object) bool {
	some := false
	if !r.newConn || !r.graph.Spend(len(r.graph.AllCalls())) {
		return false
	}
	for _, e := range r.graph.Holders().At(o) {
		for _, h := range e.Noted {
			if n := pointsto.Named(h.Type()); n == nil || n.Pkg() != r.syntax.pkg {
				return false
			}
		}
	}
	for _, c := range r.graph.AllCalls() {
		if c.Recv == 0 || !r.graph.Holds(c.Recv, o) || c.Fn == nil {
			continue
		}
		if c.Fn.Name() != newConn {
			return false
		}
		some = true
	}
	for _, v := range r.graph.MethodValues() {
		if !r.graph.Holds(v.Object.Recv(), o) {
			continue
		}
		if v.Fn.Name() != newConn {
			return false
		}
		some = true
	}
	return some
}

const newConn = "NewClientConn"

// makesConns reports whether the package calls NewClientConn, or has it as a method value.
func makesConns(g *pointsto.Graph) bool {
	return slices.ContainsFunc(g.AllCalls(), func(c *pointsto.Call) bool { return c.Fn != nil && c.Fn.Name() == newConn }) ||
		slices.ContainsFunc(g.MethodValues(), func(v pointsto.MethodValue) bool { return v.Fn.Name() == newConn })
}
