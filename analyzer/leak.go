package analyzer

import (
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/leak"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// leaks returns the findings of the rule leak, except for transports of which those so far say that each invocation of a Lambda function
// leaves them behind. It notes which transports these are, for those who judge their fields.
func (r *run) leaks() []finding {
	if !r.rules[leak.Rule] || r.found.Graph == nil {
		return nil
	}
	said := make(map[*pointsto.Site]bool)
	for _, f := range r.findings {
		for _, m := range f.requests {
			said[m.site] = said[m.site] || f.Category == lambda.Leak
		}
	}
	var out []finding
	in := leak.Input{Pkg: r.pass.Pkg, Info: r.pass.TypesInfo, Files: r.files, Graph: r.found.Graph, Net: r.net, Sites: r.found.Sites}
	for _, l := range leak.Find(in) {
		if l.Site != nil {
			if said[l.Site] {
				continue
			}
			l.Site.Circumstances[catalog.LeaksPerCall] = true
		}
		f := newFinding(l.Pos, l.End, leak.Rule)
		leakMessage(&f, l)
		out = append(out, finding{Finding: f})
	}
	return out
}
