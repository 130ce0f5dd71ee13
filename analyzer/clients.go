package analyzer

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/leak"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/survey"
)

// clients returns the clients of the package, of which reported are the findings; inLambda is nil unless it may be part of a Lambda function.
func (c *config) clients(pass *analysis.Pass, files []*ast.File, found *pointsto.Result, reported []Finding, inLambda *lambda.Result) *survey.Package {
	in := survey.Input{
		Pkg: pass.Pkg, Fset: pass.Fset, Info: pass.TypesInfo, Files: files, Graph: found.Graph, Sites: found.Sites, Types: c.listed(),
		Counts: func(pos token.Pos) bool { return c.counts(pass, files, pos) },
		Often:  leak.Often(pass.Pkg, pass.TypesInfo, files),
		Rules:  make(map[token.Pos][]string),
		Frozen: make(map[*pointsto.Site]bool),
		Fresh:  make(map[*pointsto.Site]bool),
	}
	for _, f := range reported {
		if list := in.Rules[f.Pos]; f.Category != catalog.Directive && !slices.Contains(list, f.Category) {
			list = append(list, f.Category)
			slices.Sort(list)
			in.Rules[f.Pos] = list
		}
	}
	if inLambda != nil {
		for _, s := range inLambda.Outlive {
			in.Frozen[s] = true
		}
		for _, s := range inLambda.PerInvocation {
			in.Fresh[s] = true
		}
	}
	return survey.Look(in)
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
