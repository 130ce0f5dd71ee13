package pointsto

import (
	"fmt"
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
)

// ofPool returns the node of what the pool has for type t.
func (g *generator) ofPool(t types.Type) Node {
	t = types.Unalias(t)
	if n, ok := g.pool.nodes.At(t).(Node); ok {
		return n
	}
	n := g.node()
	g.pool.nodes.Set(t, n)
	g.pool.types = append(g.pool.types, t)
	for _, other := range g.pool.loose {
		g.implement(t, other)
	}
	return n
}

// loosen makes t, if that is an interface, get what the pool has for the types that implement it, and those that t implements get a t.
func (g *generator) loosen(t types.Type) {
	t = types.Unalias(t)
	g.ofPool(t)
	g.pool.loose = append(g.pool.loose, t)
	for _, other := range g.pool.types {
		g.implement(t, other)
	}
}

// implement copies what the pool has for one of the types to the other, if that is an interface which the one implements.
func (g *generator) implement(t, other types.Type) {
	g.budget.work++
	if types.IsInterface(other) && types.AssignableTo(t, other) {
		g.copy(g.ofPool(t), g.ofPool(other))
	}
	if types.IsInterface(t) && types.AssignableTo(other, t) {
		g.copy(g.ofPool(other), g.ofPool(t))
	}
}

// contain reads c if it is a call of a container's function: it may call the functions among its arguments, and has the others for whoever
// asks. It is followed for the call graph alone: what is done to values in a container is not known for certain.
func (s scope) contain(c *Call, read func(ast.Expr) Node) {
	in := containerOf(c.Fn)
	if in == nil || !s.in.CallGraph {
		return
	}
	if slices.Contains(in.As, c.Fn.Name()) {
		for _, t := range s.typeArgs(c.Expr) {
			s.loosen(t)
		}
		for _, t := range s.pointees(c.Expr) {
			s.loosen(t)
		}
	}
	if c.Fn.Name() == in.Fills {
		for a, t := range s.pointees(c.Expr) {
			s.copy(s.ofPool(t), read(a))
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

// pointees returns what the pointers among the arguments of call point to.
func (s scope) pointees(call *ast.CallExpr) iter.Seq2[ast.Expr, types.Type] {
	return func(yield func(ast.Expr, types.Type) bool) {
		for _, a := range call.Args {
			t := s.info.TypeOf(a)
			if t == nil { // ill-typed
				continue
			}
			if p, ok := t.Underlying().(*types.Pointer); ok && !yield(a, p.Elem()) {
				return
			}
		}
	}
}

// typeArgs returns the type arguments of call, written or not.
func (s scope) typeArgs(call *ast.CallExpr) []types.Type {
	fun := ast.Unparen(call.Fun)
	switch index := fun.(type) {
	case *ast.IndexExpr:
		fun = index.X
	case *ast.IndexListExpr:
		fun = index.X
	}
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		fun = sel.Sel
	}
	id, _ := fun.(*ast.Ident)
	return slices.Collect(s.info.Instances[id].TypeArgs.Types())
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
