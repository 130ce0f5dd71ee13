package survey

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A holder is a field of a struct that holds a value.
type holder struct {
	object *pointsto.Object // the struct
	of     *types.TypeName  // its type, nil if that has no name
	field  *types.Var
}

func (h holder) String() string {
	if h.of == nil {
		return h.field.Name()
	}
	return h.of.Name() + "." + h.field.Name()
}

// The owners of a package are what holds its values.
type owners struct {
	pkg    *types.Package
	graph  *pointsto.Graph
	source *source

	// Once somebody asks:
	variables *pointsto.Index[string] // of the package that hold an object
	makers    *pointsto.Index[string] // functions that return one
	holders   *pointsto.Index[holder] // fields that hold one
}

// of says what holds v: a variable of the package, a field, the function that returns it, or a variable of a function, in this order.
func (w *owners) of(v *value) string {
	switch {
	case v.shared != "":
		return v.shared
	case v.site != nil && v.site.Kind == pointsto.Field:
		return w.source.fieldAt(v.pos)
	case v.local != nil:
		return v.local.Name()
	}
	if name := w.variable(v.obj); name != "" {
		return name
	}
	if name := w.field(v.obj); name != "" {
		return name
	}
	if name := w.maker(v.obj); name != "" {
		return name
	}
	return w.source.variableAt(v.pos)
}

// variable names the variable of the package that holds o.
func (w *owners) variable(o *pointsto.Object) string {
	if w.variables == nil {
		w.variables = pointsto.NewIndex[string](w.graph)
		for _, name := range w.pkg.Scope().Names() {
			if v, ok := w.pkg.Scope().Lookup(name).(*types.Var); ok {
				w.variables.Add(w.graph.Var(v), name)
			}
		}
	}
	return firstNoted(w.variables, o)
}

// field names the field that holds o, one of the package's own types rather than of another's.
func (w *owners) field(o *pointsto.Object) string {
	foreign := ""
	for _, h := range w.heldBy(o) {
		if h.of == nil || h.of.Pkg() == w.pkg {
			return h.String()
		}
		if foreign == "" {
			foreign = h.of.Pkg().Name() + "." + h.String()
		}
	}
	return foreign
}

// maker names the function that returns o.
func (w *owners) maker(o *pointsto.Object) string {
	if w.makers == nil {
		w.makers = pointsto.NewIndex[string](w.graph)
		for _, f := range w.graph.Functions() {
			if f.Obj() != nil {
				for _, n := range f.Results() {
					w.makers.Add(n, pointsto.FuncKey(f.Obj())+"()")
				}
			}
		}
	}
	return firstNoted(w.makers, o)
}

// firstNoted returns what was noted first of all that x has of o.
func firstNoted(x *pointsto.Index[string], o *pointsto.Object) string {
	for _, e := range x.At(o) {
		return e.Noted[0]
	}
	return ""
}

// heldBy returns the fields that hold o.
func (w *owners) heldBy(o *pointsto.Object) []holder {
	if w.holders == nil {
		w.holders = pointsto.NewIndex[holder](w.graph)
		w.graph.Objects(func(of *pointsto.Object) {
			n := pointsto.Named(of.Type())
			if _, ok := of.Type().Underlying().(*types.Struct); ok {
				of.Fields(func(f *types.Var, at pointsto.Node) { w.holders.Add(at, holder{of, n, f}) })
			}
		})
	}
	var out []holder
	for _, e := range w.holders.At(o) {
		out = append(out, e.Noted...)
	}
	return out
}
