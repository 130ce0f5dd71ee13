package analyzer

import (
	"github.com/transportlint/transportlint/internal/explain"
	"github.com/transportlint/transportlint/internal/why"
)

// explain answers the question of the driver.
func (r *run) explain() *explain.Answer {
	in := explain.Input{
		Pkg: r.pass.Pkg, Fset: r.pass.Fset, Info: r.pass.TypesInfo, Files: r.files, Question: r.req.Why,
		Found: r.found, Net: r.net, Lambda: r.lambda,
		Rules: r.rules, Types: r.types, Followed: r.followed, Broken: r.broken(), LeftOut: r.whyLeftOut,
	}
	for _, f := range r.findings {
		in.Findings = append(in.Findings, explained(f.Finding))
	}
	for _, f := range r.reported {
		in.Reported = append(in.Reported, explained(f))
	}
	return explain.Explain(in)
}

// explained returns what an explanation needs of f.
func explained(f Finding) explain.Finding {
	out := explain.Finding{
		Pos: f.Pos, End: f.End, Rule: f.Category, Type: f.Type, Message: f.Message, Way: f.way, At: why.Place{File: f.At.File, Line: f.At.Line},
	}
	for _, field := range f.Fields {
		out.Fields = append(out.Fields, field.Name)
	}
	return out
}
