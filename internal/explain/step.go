package explain

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/why"
)

// steps returns the way of a value.
func (e *explainer) steps(path []pointsto.Step) []why.Step {
	var out []why.Step
	for _, s := range path {
		what := ""
		if s.Of != nil {
			what = "the " + types.TypeString(s.Of, e.qualify) + " with it is "
		}
		step := why.Step{Place: e.place(s.Pos)}
		switch s.Kind {
		case pointsto.Passed:
			step.Says = what + "passed to " + e.function(s.Func)
		case pointsto.Received:
			step.Says = what + "received by " + e.function(s.Func)
		case pointsto.Returned:
			step.Says = what + "returned by " + e.function(s.Func)
		case pointsto.Through:
			step.Says = what + "passed to " + e.function(s.Func) + ", which returns it"
		case pointsto.HandedOn:
			step.Says = what + "passed to " + pointsto.FuncName(s.Fn) + ", which returns it"
			if s.Fn.Name() == "Clone" {
				step.Says = what + "copied by " + pointsto.FuncName(s.Fn)
			}
		case pointsto.StoredIn:
			step.Says = what + "stored in field " + s.Field.Name()
		case pointsto.ReadFrom:
			step.Says = "read from field " + s.Field.Name()
		case pointsto.Copied:
			step.Says = what + "copied"
		case pointsto.AssignedTo:
			step.Says = what + "assigned to " + s.Var.Name()
		}
		out = append(out, step)
		if s.Call.IsValid() {
			out = append(out, why.Step{Says: "to its caller " + e.declaration(s.Call), Place: e.place(s.Call)})
		}
	}
	return out
}

// function names a function of the package.
func (e *explainer) function(f *pointsto.Function) string {
	if f.Obj() != nil {
		return pointsto.FuncKey(f.Obj())
	}
	pos, _ := f.Span()
	if in := e.declaration(pos); in != "" {
		return "a function literal in " + in
	}
	return "a function literal"
}

// qualify names packages as code does.
func (e *explainer) qualify(p *types.Package) string {
	if p == e.Pkg {
		return ""
	}
	return p.Name()
}
