package explain

import (
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/leak"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/why"
)

// aboutLambda says what the rules about Lambda make of the value that s makes, nil if it keeps no connections.
func (e *explainer) aboutLambda(s *pointsto.Site) *why.Life {
	for _, f := range e.Findings {
		if f.Pos == s.Pos && slices.Contains([]string{lambda.Idle, lambda.Default, lambda.Leak, lambda.Pool}, f.Rule) {
			return &why.Life{Reported: true, Says: f.Rule, Way: e.way(f.Way)}
		}
	}
	if !catalog.Pooled(s.Type.Pkg().Path(), s.Type.Name()) {
		return nil
	}
	switch {
	case !e.Rules[lambda.Idle] && !e.Rules[lambda.Default] && !e.Rules[lambda.Leak]:
		return &why.Life{Says: "the rules about Lambda are off"}
	case e.Lambda == nil:
		return &why.Life{Key: "none"} // nothing in the run is a handler, or the package is too large
	}
	a := e.Lambda.Why(s)
	return &why.Life{Says: a.Says, Way: e.way(a.Way), Key: a.Key, Pool: a.Pool}
}

// aboutLeak says what the rule leak makes of the value that s makes, nil if it is not an http.Transport or the rule is off.
func (e *explainer) aboutLeak(s *pointsto.Site) *why.Life {
	if !e.Rules[leak.Rule] || e.Found.Graph == nil || s.Overwritten || !pointsto.IsType(s.Object().Type(), "net/http", "Transport") {
		return nil
	}
	a := leak.Why(leak.Input{Pkg: e.Pkg, Info: e.Info, Files: e.Files, Graph: e.Found.Graph, Net: e.Net, Sites: e.Found.Sites}, s)
	out := &why.Life{Says: a.Says}
	for _, f := range e.Findings {
		if f.Pos == s.Pos && f.Rule == leak.Rule {
			out.Reported, out.Says = true, leak.Rule
		}
	}
	if a.Leaks && !out.Reported {
		out.Says = "a rule about Lambda says so, or the package has errors"
	}
	for _, r := range a.Reasons {
		out.Way = append(out.Way, why.Step{Says: r.Says, Place: e.place(r.Pos)})
	}
	out.Way = append(out.Way, e.steps(a.Way)...)
	return out
}
