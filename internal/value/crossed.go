package value

import (
	"go/ast"
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// enoughCopies is how many fields of one value have to be copied to fields of the same name, so that those of another are a mistake.
const enoughCopies = 3

// crossed reports whether e, the value of a field of l, is another field of a value that l copies by hand, and that other field is
// copied as well:
//
//	&http.Transport{
//		Proxy:               base.Proxy,
//		DialContext:         base.DialContext,
//		IdleConnTimeout:     base.IdleConnTimeout,
//		TLSHandshakeTimeout: base.IdleConnTimeout, // crossed
//	}
func (f *finder) crossed(trap catalog.Trap, e ast.Expr, l literal) bool {
	sel := f.copied(trap, e)
	if sel == nil || sel.Sel.Name == trap.Field || !types.Identical(f.Info.TypeOf(sel), f.Info.TypeOf(l.elements[trap.Field].Key)) {
		return false
	}
	copies := 0
	for name, kv := range l.elements {
		if from := f.copied(trap, kv.Value); from != nil && from.Sel.Name == name && pointsto.SamePlace(f.Info, from.X, sel.X) {
			copies++
		}
	}
	other := l.elements[sel.Sel.Name]
	if other == nil || copies < enoughCopies {
		return false
	}
	from := f.copied(trap, other.Value)
	return from != nil && pointsto.SamePlace(f.Info, from.X, sel.X)
}

// copied returns e if it selects a field of the type that trap is about, or nil.
func (f *finder) copied(trap catalog.Trap, e ast.Expr) *ast.SelectorExpr {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || !f.isField(sel, trap, sel.Sel.Name) {
		return nil
	}
	return sel
}
