package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"
)

// deref strips aliases and pointers.
func deref(t types.Type) types.Type {
	for t != nil {
		p, ok := types.Unalias(t).(*types.Pointer)
		if !ok {
			return types.Unalias(t)
		}
		t = p.Elem()
	}
	return nil
}

// element strips pointers and containers: what a node of type t holds objects of. A type that is a container of itself is its own.
func element(t types.Type) types.Type {
	var passed []types.Type
	for {
		t = deref(t)
		if t == nil {
			return nil
		}
		if n, ok := t.(*types.Named); ok {
			if slices.ContainsFunc(passed, func(p types.Type) bool { return types.Identical(p, n) }) {
				return t
			}
			passed = append(passed, n)
		}
		switch u := t.Underlying().(type) {
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		case *types.Chan:
			t = u.Elem()
		case *types.Pointer:
			t = u.Elem()
		default:
			return t
		}
	}
}

func named(t types.Type) *types.TypeName {
	if n, ok := deref(t).(*types.Named); ok {
		return n.Origin().Obj()
	}
	return nil
}

// IsType reports whether t, or what it points to, is the named type of package path.
func IsType(t types.Type, path, name string) bool {
	tn := named(t)
	return tn != nil && tn.Name() == name && tn.Pkg().Path() == path
}

func isNamedFunc(fn *types.Func, path string, names ...string) bool {
	return fn.Pkg().Path() == path && slices.Contains(names, fn.Name())
}

var errorType = types.Universe.Lookup("error").Type()

// IsError tells whether t is the predeclared type error.
func IsError(t types.Type) bool { return types.Unalias(t) == errorType }

func implementsError(t types.Type) bool {
	return types.Implements(t, errorType.Underlying().(*types.Interface))
}

func isEmptyInterface(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0 && !isTypeParam(t)
}

func isTypeParam(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}

// structOf returns the struct type that t is, nil if it is none: no type at all, too, as what is ill-typed elsewhere has.
func structOf(t types.Type) *types.Struct {
	if t == nil {
		return nil
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

// mayHave tells whether a value of type t may have field f: if t is a struct type, it has it, or, as identical and convertible types
// have, one just like it.
func mayHave(t types.Type, f *types.Var) bool {
	s := structOf(t)
	if s == nil {
		return true
	}
	for g := range s.Fields() {
		if g.Origin() == f || g.Name() == f.Name() && types.Identical(g.Type(), f.Type()) {
			return true
		}
	}
	return false
}

// isContainer tells whether copies of a value of type t share what they lead to: what is put into one is found in the other.
func isContainer(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Slice, *types.Map, *types.Chan:
		return true
	case *types.Struct:
		return isInstance(t)
	case *types.Pointer:
		return structOf(u.Elem()) == nil && !isTypeParam(u.Elem()) || isInstance(u.Elem())
	}
	return false
}

// isInstance tells whether t is an instance of a generic type. Where that is another package's, what it keeps is not in fields that
// can be seen.
func isInstance(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.TypeArgs().Len() > 0
}

// core returns the type that all types of a type parameter's constraint share, as in M ~map[K]V, or the first of several, and any
// other type itself.
func core(t types.Type) types.Type {
	p, ok := types.Unalias(t).(*types.TypeParam)
	if !ok {
		return t
	}
	if i, ok := p.Constraint().Underlying().(*types.Interface); ok && i.NumEmbeddeds() == 1 {
		switch e := types.Unalias(i.EmbeddedType(0)).(type) {
		case *types.Union:
			return e.Term(0).Type()
		default:
			return e
		}
	}
	return t
}

// mentionsTypeParam tells whether t is built from a type parameter.
func mentionsTypeParam(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Pointer:
		return mentionsTypeParam(t.Elem())
	case *types.Slice:
		return mentionsTypeParam(t.Elem())
	case *types.Array:
		return mentionsTypeParam(t.Elem())
	case *types.Chan:
		return mentionsTypeParam(t.Elem())
	case *types.Map:
		return mentionsTypeParam(t.Elem())
	case *types.Signature:
		return mentionsTypeParam(t.Params()) || mentionsTypeParam(t.Results())
	case *types.Tuple:
		for v := range t.Variables() {
			if mentionsTypeParam(v.Type()) {
				return true
			}
		}
	case *types.Named:
		for a := range t.TypeArgs().Types() {
			if mentionsTypeParam(a) {
				return true
			}
		}
	}
	return false
}

// A carriers set tells the types whose values can lead to a watched one; all others need not be followed.
type carriers struct {
	pkg      *types.Package
	watched  func(types.Type) bool
	known    typeutil.Map // types.Type -> bool
	impls    []types.Type // pointer types that carry, for interfaces
	wide     bool         // whatever is no basic type counts: values are followed to see what they keep
	also     func(types.Type) (relevant, decided bool)
	errors   bool                       // if wide, errors count as well: some of them lead to a watched value
	telling  func(*types.TypeName) bool // if wide, types of other packages that count for their methods
	contexts bool                       // if wide, contexts count for what is in them
	named    bool                       // only what leads there by the words of its type counts: no interfaces, no type parameters
}

// carries tells whether a value of type t can lead to a watched value.
func (c *carriers) carries(t types.Type) bool {
	if t == nil {
		return false
	}
	visited := make(map[types.Type]bool)
	ok := c.search(t, visited)
	if !ok {
		// Nothing that t leads to carries, so none of it needs another look.
		for v := range visited {
			c.known.Set(v, false)
		}
	}
	return ok
}

func (c *carriers) search(t types.Type, visited map[types.Type]bool) (found bool) {
	t = types.Unalias(t)
	if v := c.known.At(t); v != nil {
		return v.(bool)
	}
	if visited[t] {
		return false
	}
	visited[t] = true
	defer func() {
		if found {
			c.known.Set(t, true)
		}
	}()

	if c.watched(t) {
		return true
	}
	if c.contexts && IsType(t, "context", "Context") {
		return true
	}
	if c.also != nil {
		if relevant, decided := c.also(t); decided {
			return relevant
		}
	}
	if c.wide {
		if n, ok := t.(*types.Named); ok && !types.IsInterface(n) && c.methodsCount(n) {
			return true
		}
		switch t.Underlying().(type) {
		case *types.Signature:
			return true
		case *types.Interface:
			if IsError(t) {
				return c.errors
			}
			return true
		}
	}
	switch t := t.(type) {
	case *types.TypeParam:
		return !c.named
	case *types.Named:
		// What a generic type of another package keeps, it keeps in fields that nobody sees.
		for a := range t.TypeArgs().Types() {
			if c.search(a, visited) {
				return true
			}
		}
	case *types.Tuple:
		for v := range t.Variables() {
			if c.search(v.Type(), visited) {
				return true
			}
		}
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return c.search(u.Elem(), visited)
	case *types.Slice:
		return c.search(u.Elem(), visited)
	case *types.Array:
		return c.search(u.Elem(), visited)
	case *types.Map:
		return c.search(u.Elem(), visited) || c.search(u.Key(), visited)
	case *types.Chan:
		return c.search(u.Elem(), visited)
	case *types.Struct:
		for f := range u.Fields() {
			if (c.wide || f.Exported() || f.Pkg() == c.pkg) && c.search(f.Type(), visited) {
				return true
			}
		}
	case *types.Signature:
		return c.search(u.Params(), visited) || c.search(u.Results(), visited)
	case *types.Interface:
		return c.interfaceCarries(t, u, visited)
	}
	return false
}

// methodsCount reports whether values of type t are followed for the sake of its methods.
func (c *carriers) methodsCount(t *types.Named) bool {
	tn := t.Origin().Obj()
	if t.NumMethods() == 0 || tn.Pkg() == nil {
		return false
	}
	return tn.Pkg() == c.pkg || c.telling != nil && c.telling(tn)
}

func (c *carriers) interfaceCarries(t types.Type, i *types.Interface, visited map[types.Type]bool) bool {
	if c.named {
		return false
	}
	for _, p := range c.impls {
		if types.Implements(p, i) {
			return true
		}
	}
	for m := range i.Methods() {
		if sig := m.Signature(); c.search(sig.Params(), visited) || c.search(sig.Results(), visited) {
			return true
		}
	}
	return false
}
