package flow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
)

// A builder turns the syntax of one package into nodes, objects and the copies between them.
type builder struct {
	*solver
	in       Input
	info     *types.Info
	carriers *carriers
	narrow   *carriers                         // the same without tracing, so that verdicts do not depend on it
	watched  map[*types.TypeName]*types.Struct // the watched types
	fields   map[*types.Var]bool               // their fields

	vars         map[*types.Var]Node
	funcs        map[*types.Func]*Function
	ofType       map[*types.TypeName]Node // all values of a struct type of this package, the ones from outside among them
	ofFunc       typeutil.Map             // signature -> node: all function values of this package
	impls        map[*types.Func]implementers
	inst         map[*types.TypeParam][]types.Type
	instantiated map[*types.TypeName]bool // struct types of this package that it makes values of

	sites       []*Site
	fieldDecls  map[*types.Var]*Site
	functions   []*Function
	calls       []*dynamicCall
	bound       []MethodValue
	handed      []Node // what is stored in fields of other packages' structs
	wants       []want
	made        []*Call // all calls
	traced      []*Call // of functions of other packages
	varStores   []VarStore
	fieldStores []FieldStore
	configured  map[string]bool          // packages that have a variable which this one assigns to
	globals     map[*types.Var]token.Pos // variables of other packages, and where they are first referred to
	exposed     map[exposure]bool
	owners      map[Node]*Object // of the nodes that are fields
	conversions conversions
	given       map[*types.Package][]Node    // what code of other packages gets
	received    map[*types.Package][]*Object // values of watched types that come from there
	symbols     []*Object                    // what came in by exported functions and types
}

// want is a package whose fact was needed for what n holds.
type want struct {
	n   Node
	pkg string
}

func (b *builder) carries(t types.Type) bool { return b.carriers.carries(t) }

// isWatched returns the watched type that t, or what it points to, is or is derived from.
func (b *builder) isWatched(t types.Type) *types.TypeName {
	tn := named(t)
	if tn == nil {
		return nil
	}
	if _, ok := b.watched[tn]; ok {
		return tn
	}
	if tn.Pkg() != b.in.Pkg {
		return nil
	}
	s, _ := tn.Type().Underlying().(*types.Struct)
	for w, ws := range b.watched {
		if s == ws {
			return w
		}
	}
	return nil
}

// variable returns the node of v, of what it holds in this scope if it is one of the locals.
func (b scope) variable(v *types.Var) Node {
	if n, ok := b.locals[v]; ok {
		return n
	}
	return b.base(v)
}

func (b *builder) base(v *types.Var) Node {
	v = v.Origin()
	if n, ok := b.vars[v]; ok {
		return n
	}
	if !b.carries(v.Type()) {
		b.vars[v] = 0
		return 0
	}
	n := b.node()
	b.vars[v] = n
	if v.Pkg() != b.in.Pkg {
		b.importedVar(n, v)
	}
	return n
}

// importedVar fills the node of another package's variable.
func (b *builder) importedVar(n Node, v *types.Var) {
	if typ, known := catalog.HeldBy(v.Pkg().Path(), v.Name()); known {
		b.add(n, &Object{typ: v.Pkg().Scope().Lookup(typ).Type(), sym: &Symbol{heldBy: v}})
		return
	}
	b.fromOutside(n, v.Type(), &Symbol{variable: v})
}

// nodeFor returns a new node for a value of type t, 0 if nothing of interest can be in it.
func (b *builder) nodeFor(t types.Type) Node {
	if !b.carries(t) {
		return 0
	}
	return b.node()
}

// ownStruct returns the struct type of this package that t is, unless it is watched, nil if it is none.
func (b *builder) ownStruct(t types.Type) *types.TypeName {
	if tn := named(t); tn != nil && tn.Pkg() == b.in.Pkg && structOf(t) != nil && b.isWatched(t) == nil {
		return tn
	}
	return nil
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// object returns what id defines or uses.
func (b *builder) object(id *ast.Ident) types.Object {
	if o := b.info.Defs[id]; o != nil {
		return o
	}
	return b.info.Uses[id]
}
