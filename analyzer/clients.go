package analyzer

import (
	"go/token"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/leak"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/survey"
)

// clients returns the clients of the package.
func (r *run) clients() *survey.Package {
	in := survey.Input{
		Pkg: r.pass.Pkg, Fset: r.pass.Fset, Info: r.pass.TypesInfo, Files: r.files, Graph: r.found.Graph, Sites: r.found.Sites, Types: r.listed(),
		Counts: r.counts,
		Often:  leak.Often(r.pass.Pkg, r.pass.TypesInfo, r.files),
		Rules:  make(map[token.Pos][]string),
		Frozen: make(map[*pointsto.Site]bool),
		Fresh:  make(map[*pointsto.Site]bool),
	}
	for _, f := range r.reported {
		if list := in.Rules[f.Pos]; f.Category != catalog.Directive && !slices.Contains(list, f.Category) {
			list = append(list, f.Category)
			slices.Sort(list)
			in.Rules[f.Pos] = list
		}
	}
	if r.lambda != nil {
		for _, s := range r.lambda.Outlive {
			in.Frozen[s] = true
		}
		for _, s := range r.lambda.PerInvocation {
			in.Fresh[s] = true
		}
	}
	return survey.Analyze(in)
}

// unread returns the import paths of packages without a summary that say something of p's clients.
func (r *run) unread(p *survey.Package) []string {
	var out []string
	for _, path := range p.Unread() {
		if q := dependencies(r.pass.Pkg)[path]; q != nil && !r.pass.ImportPackageFact(q, new(pointsto.Summary)) {
			out = append(out, path)
		}
	}
	return out
}

// listed returns the types whose values are clients: those that a client uses, and others that a rule is about. A server is not one.
func (c *config) listed() []catalog.Type {
	var out []catalog.Type
	for _, t := range c.followed {
		if t.Rule != "server" && t.Name != "HTTP2Config" {
			out = append(out, t)
		}
	}
	return out
}
