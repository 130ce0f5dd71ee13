package pointsto

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
)

// A relevance tells the types whose values can lead to a tracked one; all others need not be followed.
//
// There are up to two for a package: one for verdicts, and a wide one if a call graph is asked for. The narrow one decides where unknown
// code may write, so that findings are the same in both cases; the wide one decides which nodes exist.
//
// A type is irrelevant if neither its fields, elements, parameters, results nor what may be behind its interface lead to a tracked type.
// That is a sound cut for what types say; a value that hides behind unsafe.Pointer is cut, too.
type relevance struct {
	pkg      *types.Package
	tracked  func(types.Type) bool
	also     func(types.Type) (relevant, decided bool) // what a client asks for
	known    map[types.Type]bool                       // by identity, which costs nothing to look up
	generic  typeutil.Map                              // types.Type -> bool, of instances: each use may have a type of its own
	impls    []types.Type                              // relevant pointer types, for interfaces
	wide     bool                                      // whatever is no basic type counts: values are followed to see what they retain
	errors   bool                                      // if wide, errors count as well: some of them lead to a tracked value
	telling  func(*types.TypeName) bool                // if wide, types of other packages that count for their methods
	contexts bool                                      // if wide, contexts count for what is in them
	named    bool                                      // only what leads there by the words of its type counts: no interfaces, no type parameters
}

// newRelevance finds the types whose values lead to tracked ones. Which interfaces do depends on which types of the package do,
// and the other way round; two rounds settle all but contrived cases.
//
// An interface such as
//
//	type doer interface{ Do() }
//	type client struct{ t *lib.T }
//	func (c *client) Do() {}
//
// says nothing of lib.T, and is relevant since *client implements it, which is relevant by its field. What was found relevant stays so
// between the rounds; only negative answers are dropped.
func newRelevance(in Input, tracked func(types.Type) bool, wide, errors bool) *relevance {
	r := &relevance{pkg: in.Pkg, wide: wide, errors: errors, also: in.Relevant, tracked: tracked, known: make(map[types.Type]bool)}
	if wide {
		r.telling, r.contexts = in.Telling, putsIntoContexts(in.Info)
	}
	var base []types.Type
	for _, t := range in.Tracked {
		base = append(base, types.NewPointer(t.Type()))
	}
	r.impls = base
	for range 2 {
		impls := base
		scope := in.Pkg.Scope()
		for _, name := range scope.Names() {
			tn, ok := scope.Lookup(name).(*types.TypeName)
			if !ok {
				continue
			}
			if n, ok := tn.Type().(*types.Named); ok && n.NumMethods() > 0 && r.has(n) {
				impls = append(impls, types.NewPointer(n))
			}
		}
		r.impls = impls
		r.forget()
	}
	return r
}

// forget drops what was found to be irrelevant, since more may be known now.
func (r *relevance) forget() {
	for t, relevant := range r.known {
		if !relevant {
			delete(r.known, t)
		}
	}
	r.generic.Iterate(func(t types.Type, v any) {
		if !v.(bool) {
			r.generic.Delete(t)
		}
	})
}

// mentions reports whether one of files has to do with values of a tracked type: it names the type, or a type, variable or function
// by which it gets at them. What a generic function does depends on who calls it.
//
// It is the quick way out: most packages have nothing to do with a tracked type, and no constraint is made for them. It asks by words
// alone, without interfaces, since a package that sees values merely as interfaces cannot set their fields.
func mentions(in Input, tracked func(types.Type) bool) bool {
	byName := &relevance{pkg: in.Pkg, tracked: tracked, known: make(map[types.Type]bool), named: true}
	for _, file := range in.Files {
		found := false
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				found = found || n.Type.TypeParams != nil
			case *ast.Ident:
				if o := in.Info.Uses[n]; o != nil {
					found = found || byName.has(o.Type())
				}
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// has reports whether a value of type t can lead to a tracked value.
//
// It is asked for each expression, so answers are kept by identity of the type. Only types with arguments are compared by structure.
func (r *relevance) has(t types.Type) bool {
	if t == nil {
		return false
	}
	if relevant, known := r.lookUp(types.Unalias(t)); known {
		return relevant
	}
	visited := make(map[types.Type]bool)
	found := r.search(t, visited)
	if !found {
		// Nothing that t leads to is relevant, so none of it needs another look.
		for v := range visited {
			r.note(v, false)
		}
	}
	return found
}

func (r *relevance) lookUp(t types.Type) (relevant, known bool) {
	if relevant, known = r.known[t]; known {
		return relevant, true
	}
	if isInstance(t) {
		if v := r.generic.At(t); v != nil {
			return v.(bool), true
		}
	}
	return false, false
}

func (r *relevance) note(t types.Type, relevant bool) {
	r.known[t] = relevant
	if isInstance(t) {
		r.generic.Set(t, relevant)
	}
}

// search looks for a tracked type in what t leads to, past the types in visited.
//
// A type that is being visited counts as irrelevant until something else says otherwise, which ends recursive types. Unexported fields of
// other packages do not count for verdicts, as no expression here can select them.
func (r *relevance) search(t types.Type, visited map[types.Type]bool) (found bool) {
	t = types.Unalias(t)
	if relevant, known := r.lookUp(t); known {
		return relevant
	}
	if visited[t] {
		return false
	}
	visited[t] = true
	defer func() {
		if found {
			r.note(t, true)
		}
	}()

	if r.tracked(t) {
		return true
	}
	if r.contexts && IsType(t, "context", "Context") {
		return true
	}
	if r.also != nil && !r.named {
		if relevant, decided := r.also(t); decided {
			return relevant
		}
	}
	if r.wide {
		if n, ok := t.(*types.Named); ok && !types.IsInterface(n) && r.methodsCount(n) {
			return true
		}
		switch t.Underlying().(type) {
		case *types.Signature:
			return true
		case *types.Interface:
			if IsError(t) {
				return r.errors
			}
			return true
		}
	}
	switch t := t.(type) {
	case *types.TypeParam:
		return !r.named
	case *types.Named:
		// What a generic type of another package keeps, it keeps in fields that nobody sees.
		for a := range t.TypeArgs().Types() {
			if r.search(a, visited) {
				return true
			}
		}
	case *types.Tuple:
		for v := range t.Variables() {
			if r.search(v.Type(), visited) {
				return true
			}
		}
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return r.search(u.Elem(), visited)
	case *types.Slice:
		return r.search(u.Elem(), visited)
	case *types.Array:
		return r.search(u.Elem(), visited)
	case *types.Map:
		return r.search(u.Elem(), visited) || r.search(u.Key(), visited)
	case *types.Chan:
		return r.search(u.Elem(), visited)
	case *types.Struct:
		for f := range u.Fields() {
			if (r.wide || f.Exported() || f.Pkg() == r.pkg) && r.search(f.Type(), visited) {
				return true
			}
		}
	case *types.Signature:
		return r.search(u.Params(), visited) || r.search(u.Results(), visited)
	case *types.Interface:
		return r.interfaceHas(u, visited)
	}
	return false
}

// methodsCount reports whether values of type t are followed for the sake of its methods.
func (r *relevance) methodsCount(t *types.Named) bool {
	tn := t.Origin().Obj()
	if t.NumMethods() == 0 || tn.Pkg() == nil {
		return false
	}
	return tn.Pkg() == r.pkg || r.telling != nil && r.telling(tn)
}

// putsIntoContexts reports whether the package puts values into contexts.
func putsIntoContexts(info *types.Info) bool {
	for _, o := range info.Uses {
		if fn, ok := o.(*types.Func); ok && fn.Pkg() != nil && effectOf(fn) == catalog.Carries {
			return true
		}
	}
	return false
}

// interfaceHas reports whether something relevant can be behind interface i, or is passed by its methods.
//
// An empty interface is relevant by the first test, as all types implement it.
func (r *relevance) interfaceHas(i *types.Interface, visited map[types.Type]bool) bool {
	if r.named {
		return false
	}
	for _, p := range r.impls {
		if types.Implements(p, i) {
			return true
		}
	}
	for m := range i.Methods() {
		if sig := m.Signature(); r.search(sig.Params(), visited) || r.search(sig.Results(), visited) {
			return true
		}
	}
	return false
}
