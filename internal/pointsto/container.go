package pointsto

import (
	"fmt"
	"go/ast"
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
)

// ofPool returns the node of what the pool has for type t.
func (g *generator) ofPool(t types.Type) Node {
	t = types.Unalias(t)
	if n, ok := g.pool.nodes.At(t).(Node); ok {
		return n
	}
	n := g.node()
	g.pool.nodes.Iterate(func(other types.Type, m any) {
		g.budget.work++
		switch {
		case types.IsInterface(t) && types.AssignableTo(other, t):
			g.copy(m.(Node), n)
		case types.IsInterface(other) && types.AssignableTo(t, other):
			g.copy(n, m.(Node))
		}
	})
	g.pool.nodes.Set(t, n)
	return n
}

// contain reads that c is a call of a container's function: it may call the functions among its arguments, and has the others for whoever
// asks. It is followed for the call graph alone: what is done to values in a container is not known for certain.
func (s scope) contain(in *catalog.Container, c *Call, call *ast.CallExpr, read func(ast.Expr) Node) {
	if c.Fn.Name() == in.Fills {
		for _, a := range call.Args {
			if p, ok := s.info.TypeOf(a).Underlying().(*types.Pointer); ok {
				s.copy(s.ofPool(p.Elem()), read(a))
			}
		}
		return
	}
	for i, a := range c.Args {
		switch t := element(c.Sig.Params().At(i).Type()); {
		case a == 0:
		case signatureOf(t) != nil, isEmptyInterface(t):
			s.constrain(a, contained{s, in})
		case !s.isOf(in, t):
			s.copy(a, s.ofPool(c.Sig.Params().At(i).Type()))
		}
	}
	for i, r := range c.Results {
		if t := c.Sig.Results().At(i).Type(); r != 0 && !s.isOf(in, t) {
			s.copy(s.ofPool(t), r)
		}
	}
}

// containerOf returns the container that fn is a function of, nil if it is of none.
func containerOf(fn *types.Func) *catalog.Container {
	if fn.Pkg() == nil {
		return nil
	}
	return catalog.FindContainer(fn.Pkg().Path())
}

// isOf reports whether t, or what it points to or holds, is a type that the container's package declares, or error.
func (s scope) isOf(in *catalog.Container, t types.Type) bool {
	n, ok := types.Unalias(element(t)).(*types.Named)
	if !ok {
		return false
	}
	return n.Obj().Pkg() == nil || n.Obj().Pkg().Path() == in.Path
}

// A contained is what a container has: functions that it calls, and values.
//
//	o.params ⊇ pool, pool ⊇ o.results for functions o ∈ b
//	pool ⊇ {o} for others
type contained struct {
	scope
	in *catalog.Container
}

func (c contained) String() string { return fmt.Sprintf("in container %v", c.in.Path) }

func (c contained) apply(_ *heap, o *Object) {
	if c.pool.seen[o] {
		return
	}
	c.pool.seen[o] = true
	sig, ok := o.typ.(*types.Signature)
	if !ok {
		c.add(c.ofPool(types.NewPointer(o.typ)), o)
		return
	}
	args := make([]Node, sig.Params().Len())
	for i := range args {
		args[i] = c.given(sig.Params().At(i).Type())
	}
	results := make([]Node, sig.Results().Len())
	for i := range results {
		results[i] = c.taken(sig.Results().At(i).Type())
	}
	call{c.newCallSite(sig, args, results)}.apply(nil, o)
}

// given returns what the container passes as a t, which may be a struct with fields for it (fx.In).
func (c contained) given(t types.Type) Node {
	s, ok := t.Underlying().(*types.Struct)
	if !ok || !c.embeds(s) {
		return c.ofPool(t)
	}
	o := &Object{typ: t, from: &placeholder{}}
	for f := range s.Fields() {
		if !f.Embedded() {
			c.copy(c.ofPool(f.Type()), c.field(o, f))
		}
	}
	return c.holding(o)
}

// taken returns the node for what the container gets as a t, which may be a struct with fields for it (fx.Out).
func (c contained) taken(t types.Type) Node {
	s, ok := t.Underlying().(*types.Struct)
	if !ok || !c.embeds(s) {
		return c.ofPool(t)
	}
	n := c.node()
	for f := range s.Fields() {
		if !f.Embedded() {
			c.constrain(n, load{f, c.ofPool(f.Type())})
		}
	}
	return n
}

// embeds reports whether s embeds a type of the container's package.
func (c contained) embeds(s *types.Struct) bool {
	for f := range s.Fields() {
		if f.Embedded() && c.isOf(c.in, f.Type()) {
			return true
		}
	}
	return false
}
