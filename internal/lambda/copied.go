package lambda

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// copies are, by fields, what methods put there only in a copy that they got as their receiver, and did not return. A node of pointsto
// does not tell a value from a pointer to it, so what the method stores would be in the field of every app, and would seem to outlive the
// invocation:
//
//	func (a app) client() *http.Client {
//		a.c = newClient() // gone when the method returns: lambda-leak, not lambda-idle
//		return a.c
//	}
type copies map[*types.Var]map[*pointsto.Object]bool

// findCopies takes two loops, as one other store of the same object in the same field, wherever it is read, takes it out again.
func findCopies(g *pointsto.Graph) copies {
	out := make(copies)
	for _, s := range g.FieldStores() {
		if !s.Copied || returnsReceiver(s.In) {
			continue
		}
		if out[s.Field] == nil {
			out[s.Field] = make(map[*pointsto.Object]bool)
		}
		for _, o := range g.At(s.Val) {
			if madeIn(o) != nil {
				out[s.Field][o] = true
			}
		}
	}
	for _, s := range g.FieldStores() {
		if !s.Copied || returnsReceiver(s.In) {
			for _, o := range g.At(s.Val) {
				delete(out[s.Field], o)
			}
		}
	}
	return out
}

// returnsReceiver reports whether method f returns a value of its receiver's type. A method of a builder does: its copy lives on.
//
//	func (b builder) with(c *http.Client) builder { b.c = c; return b }
func returnsReceiver(f *pointsto.Function) bool {
	recv := types.Unalias(f.Signature().Recv().Type())
	for r := range f.Signature().Results().Variables() {
		t := types.Unalias(r.Type())
		if ptr, ok := t.(*types.Pointer); ok {
			t = types.Unalias(ptr.Elem())
		}
		if types.Identical(t, recv) {
			return true
		}
	}
	return false
}

// isField reports whether n is a field of o that methods store to in copies only.
func (s copies) isField(g *pointsto.Graph, o *pointsto.Object, n pointsto.Node) (is bool) {
	if o == nil || len(s) == 0 {
		return false
	}
	o.Fields(func(v *types.Var, m pointsto.Node) {
		if gone := s[v.Origin()]; m == n && len(gone) > 0 {
			left := func(x *pointsto.Object) bool { return madeIn(x) != nil && !gone[x] }
			is = !slices.ContainsFunc(g.At(n), left)
		}
	})
	return is
}
