package pointsto

import (
	"go/ast"
	"go/types"
)

// In a package with errors some expressions have no type. What goes there, into the call of a function that is missing or a value of
// a type that is, may have anything done to it.

// isUntyped reports whether t is the type of such an expression.
func isUntyped(t types.Type) bool { return t == nil || t == types.Typ[types.Invalid] }

// lose reads e, whose value goes where types are not known.
func (r reader) lose(e ast.Expr) { r.lost(r.expr(e)) }

// lost marks what n holds, and all that it leads to, as open to unknown code, which may be of this package.
func (h *heap) lost(n Node) {
	if n != 0 && !h.losses[n] {
		h.losses[n] = true
		h.constrain(n, loss{})
	}
}

// A loss is the constraint of a value that goes where types are not known.
//
//	escapes(o); loss(o.f) for each field f; loss(r) for the results r of o
//
// It goes through all fields, unexported ones as well, and through functions: the missing code may be of this very package. It errs
// towards silence, so that a broken package has no false findings.
type loss struct{}

func (loss) apply(h *heap, o *Object) {
	o.escapes = true
	if s := structOf(o.typ); s != nil && o.from == nil {
		for f := range s.Fields() {
			h.lost(h.field(o, f))
		}
	}
	if o.fn != nil {
		for _, r := range o.fn.results {
			h.lost(r)
		}
	}
}

func (loss) String() string { return "lost" }
