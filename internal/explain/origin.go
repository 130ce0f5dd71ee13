package explain

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
	"time"

	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/why"
)

// origins says by what a field of o is set.
func (e *explainer) origins(o *pointsto.Object, field string) []why.Reason {
	var out []why.Reason
	for _, at := range e.Found.Graph.Origins(o, field) {
		r := why.Reason{Place: e.place(at.Pos), Steps: e.steps(at.Path)}
		switch at.Kind {
		case pointsto.Addressed:
			r.Says = "set through its address, or may be"
		case pointsto.ByHelper:
			r.Says = "set by " + e.helper(at)
			if at.Place != "" {
				r.Steps = append(r.Steps, why.Step{Says: "set there", Place: otherPlace(at.Place)})
			}
		case pointsto.Shared:
			r.Says = "set in what package " + at.Pkg.Path() + " returned"
			r.Adds = "which may be this value, as the package keeps it"
		default:
			r.Says = "set"
			if at.Value != nil {
				r.Says = "set to " + e.expression(at.Value)
			}
			if s := o.Site(); at.Region != nil && (s == nil || !s.Region().Within(at.Region)) {
				r.Adds = "under a condition"
			}
		}
		out = append(out, r)
	}
	if out == nil && o.Wrote(field) != 0 {
		out = []why.Reason{{Says: "set"}}
	}
	return out
}

// unseen says how code that cannot be seen gets a value.
func (e *explainer) unseen(at pointsto.Origin) why.Reason {
	r := why.Reason{Place: e.place(at.Pos), Steps: e.steps(at.Path)}
	name := "code of another package"
	if at.Fn != nil {
		name = pointsto.FuncName(at.Fn)
	}
	switch at.Kind {
	case pointsto.ByHelper:
		r.Says, r.Adds = "passed to "+e.helper(at), "which passes it to code that cannot be seen"
		if at.Place != "" {
			r.Steps = append(r.Steps, why.Step{Says: "passed on there", Place: otherPlace(at.Place)})
		}
	case pointsto.Shared:
		r.Says = "what package " + at.Pkg.Path() + " returned goes to code that cannot be seen"
		r.Adds = "and may be this value, as the package keeps it"
	case pointsto.Bodiless:
		r.Says, r.Adds = "passed to "+name, "whose body is not Go, or is in a file that is left out"
	case pointsto.AnyFunction:
		r.Says, r.Adds = "passed to a function value", "which may be any function"
	case pointsto.Implemented:
		r.Says, r.Adds = "passed to "+name, "which any package may implement"
	case pointsto.Reflected:
		r.Says, r.Adds = "passed to "+name, "which may set fields by reflection"
	case pointsto.FieldOf:
		r.Says, r.Adds = "stored in field "+at.Field.Name()+" of "+at.Owner.Pkg().Name()+"."+at.Owner.Name(), "and the code of that package cannot be seen"
	case pointsto.Called:
		r.Says, r.Adds = "returned by a function that goes to other packages", "which may set fields of what they get from it"
	case pointsto.Unsafe:
		r.Says = "converted to an unsafe.Pointer"
	case pointsto.Panicked:
		r.Says = "part of a panic, so that whoever recovers may set fields"
	case pointsto.Untyped:
		r.Says, r.Adds = "goes where types are not known", "as the package has errors"
	case pointsto.Replaced:
		r.Says = "another value takes its place, or it is thrown away"
	default:
		r.Says, r.Adds = "passed to "+name, "whose code cannot be seen"
	}
	return r
}

// helper names the function, or the field, of another package by which something is done.
func (e *explainer) helper(at pointsto.Origin) string {
	switch {
	case at.Fn != nil:
		return pointsto.FuncName(at.Fn)
	case at.Owner != nil && at.Field != nil:
		return "code of package " + at.Owner.Pkg().Path() + ", which gets it in field " + at.Field.Name() + " of " + at.Owner.Name()
	}
	return "code of another package"
}

// expression returns x as it is written, and its value, if that is a constant which is written otherwise.
func (e *explainer) expression(x ast.Expr) string {
	const most = 60
	text := strings.ReplaceAll(types.ExprString(x), "…", "...")
	if len(text) > most {
		text = text[:most] + "..."
	}
	tv := e.Info.Types[x]
	if tv.Value == nil || tv.Type == nil {
		return text
	}
	value := tv.Value.String()
	if n, ok := constant.Int64Val(constant.ToInt(tv.Value)); ok && pointsto.IsType(tv.Type, "time", "Duration") {
		value = time.Duration(n).String()
	}
	if value == text || tv.Value.Kind() == constant.String {
		return text
	}
	return value
}
