package survey

import (
	"go/ast"
	"go/token"
	"strings"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// Options are functions that other packages may pass, so that to one package alone they may be any:
//
//	func New(opts ...func(*http.Transport)) *http.Transport
//
// Of a whole program it is known which are passed.

// applyOptions finds the values that go only to functions that other packages pass, and adds what these store in them.
func (j *join) applyOptions() {
	for _, v := range j.ofObject {
		if v.site != nil && v.site.Escapes {
			stores, ok := j.options(v)
			if v.closed = ok; ok {
				v.others = append(v.others, stores...)
			}
		}
	}
}

// options returns what the functions that v goes to, and that other packages pass, store in its fields. It reports whether they are all
// that is unknown of v.
func (j *join) options(v *value) ([]store, bool) {
	var stores []store
	unknown := v.p.Graph.Unknown(v.obj)
	for _, at := range unknown {
		if at.Kind != pointsto.AnyFunction {
			return nil, false
		}
		list, ok := j.passedAt(v, at.Pos)
		if !ok {
			return nil, false
		}
		stores = append(stores, list...)
	}
	return stores, len(unknown) > 0
}

// passedAt returns what the functions that are called at pos store in v, as far as other packages pass them.
func (j *join) passedAt(v *value, pos token.Pos) (stores []store, ok bool) {
	for _, c := range v.p.calls.at(pos) {
		if c.Fn != nil {
			continue
		}
		ok = true
		if len(v.p.Graph.At(c.Fun)) == 0 || v.p.isExportedField(c.Expr.Fun) {
			return nil, false // nobody knows what is there
		}
		for _, o := range v.p.Graph.At(c.Fun) {
			from, outside := o.Entrance()
			if !outside {
				continue
			}
			if from.Of == "" || strings.HasPrefix(from.Of, "type ") {
				return nil, false
			}
			list, known := j.storesOfPassed(v, from)
			if !known {
				return nil, false
			}
			stores = append(stores, list...)
		}
	}
	return stores, ok
}

// storesOfPassed returns what the functions store in v that other packages pass to v's as from says. Those that v's package made are known
// there.
func (j *join) storesOfPassed(v *value, from pointsto.Entrance) (stores []store, ok bool) {
	for _, q := range j.packages {
		if q == v.p || q.Graph == nil {
			continue
		}
		for _, n := range q.border.passedTo(v.p.path, from.Of, from.Param) {
			for _, o := range q.Graph.At(n) {
				by, outside := o.Entrance()
				switch {
				case o.Func() != nil:
					list, known := q.storesByFunc(v, o.Func())
					if !known {
						return nil, false
					}
					stores = append(stores, list...)
				case !outside || by.Call == nil || by.Call.Fn == nil || by.Call.Fn.Pkg() == nil || by.Call.Fn.Pkg().Path() != v.p.path:
					return nil, false
				}
			}
		}
	}
	return stores, true
}

// storesByFunc returns what fn of p stores in a parameter of v's type, and whether that is all it does with it.
func (p *Package) storesByFunc(v *value, fn *pointsto.Function) (stores []store, ok bool) {
	for _, n := range fn.Params() {
		for _, o := range p.Graph.At(n) {
			if _, outside := o.Entrance(); !outside || p.listed(o.Type()) == nil || p.listed(o.Type()).Name != v.typ.Name {
				continue
			}
			if len(p.Graph.Unknown(o)) > 0 {
				return nil, false
			}
			for i := range v.typ.Fields {
				if name := v.typ.Fields[i].Name; o.Wrote(name) != 0 {
					stores = append(stores, p.storesOf(o, name)...)
				}
			}
		}
	}
	for i := range stores {
		stores[i].sure = false
	}
	return stores, true
}

// isExportedField reports whether e is a field that anybody can store to.
func (p *Package) isExportedField(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	return ok && p.Info.Selections[sel] != nil && sel.Sel.IsExported()
}
