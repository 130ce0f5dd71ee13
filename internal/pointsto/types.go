package pointsto

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
)

// Deref strips aliases and pointers.
func Deref(t types.Type) types.Type {
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
//
// It is rules 1 and 2 as a function of types. Without the list, `type tree []tree` would never end.
func element(t types.Type) types.Type {
	var passed []types.Type
	for {
		t = Deref(t)
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

// Named returns the declared type that t, or what it points to, is, nil if it is none. All instances of a generic type are one.
func Named(t types.Type) *types.TypeName {
	if n, ok := Deref(t).(*types.Named); ok {
		return n.Origin().Obj()
	}
	return nil
}

// IsType reports whether t, or what it points to, is the named type of package path.
func IsType(t types.Type, path, name string) bool {
	tn := Named(t)
	return tn != nil && tn.Name() == name && tn.Pkg().Path() == path
}

var errorType = types.Universe.Lookup("error").Type()

// IsError reports whether t is the predeclared type error.
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

// mayHave reports whether a value of type t may have field f: if t is a struct type, it has it, or, as identical and convertible types
// have, one just like it.
//
// Nodes may hold objects that have not the field of the expression, since containers mix keys and values, and assertions let unknown types
// pass. Such objects get no slot.
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

// isContainer reports whether copies of a value of type t share what they lead to: what is put into one is found in the other.
//
// A pointer to anything other than a struct is one as well: after `q := p`, `*q = v` is seen by way of p, and no object lies between them
// that could hold v.
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

// isInstance reports whether t is an instance of a generic type. Where that is another package's, what it keeps is not in fields that
// can be seen.
//
// An atomic.Pointer[T] is such a type: its node stands for what was stored.
func isInstance(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.TypeArgs().Len() > 0
}

// core returns the type that all types of a type parameter's constraint share, as in M ~map[K]V, or the first of several, and any
// other type itself.
//
// A union of several types is taken for its first, so generic code over different kinds of containers is read as over one kind.
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

// mentionsTypeParam reports whether t is built from a type parameter.
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

// IsStd reports whether p is a package of the standard library.
func IsStd(p *types.Package) bool { return catalog.IsStd(p.Path()) }

// FuncKey names fn among the functions and methods of its package.
//
// It is the name in summaries and in the catalog: "Func" or "Type.Method", pointer receiver or not.
func FuncKey(fn *types.Func) string {
	if r := fn.Signature().Recv(); r != nil {
		if tn := Named(r.Type()); tn != nil {
			return tn.Name() + "." + fn.Name()
		}
	}
	return fn.Name()
}

// FuncName names fn for people, with its package: http.Get, http.Client.Do. A nil fn is a function value.
func FuncName(fn *types.Func) string {
	switch {
	case fn == nil:
		return "a function value"
	case fn.Pkg() == nil:
		return fn.Name()
	}
	return fn.Pkg().Name() + "." + FuncKey(fn)
}

// effectOf returns what the catalog says of fn, a function of the standard library. What others do, their summaries say.
func effectOf(fn *types.Func) catalog.Effect {
	if fn.Pkg() == nil || !IsStd(fn.Pkg()) {
		return catalog.None
	}
	return catalog.EffectOf(fn.Pkg().Path(), FuncKey(fn))
}

// isPointer reports whether t is a pointer type.
func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// isAbstract reports whether fn is a method of an interface.
func isAbstract(fn *types.Func) bool {
	r := fn.Signature().Recv()
	return r != nil && types.IsInterface(r.Type())
}

// sameShape reports whether functions of types x and y take and return as many values. A call runs no other than those of its own
// shape, though values of other types reach it: a map's keys, and whatever is behind the interface that an assertion finds lacking.
func sameShape(x, y *types.Signature) bool {
	return x.Params().Len() == y.Params().Len() && x.Results().Len() == y.Results().Len()
}

// signatureOf returns the signature that t is, or that all types of a type parameter's constraint share, nil if there is none.
func signatureOf(t types.Type) *types.Signature {
	if t == nil {
		return nil
	}
	sig, _ := core(t).Underlying().(*types.Signature)
	return sig
}
