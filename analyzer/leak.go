package analyzer

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/leak"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// leakRule is the name of the rule about transports that are created on every call.
const leakRule = "leak"

// leaks returns the findings of the rule leak, except for transports of which others say that each invocation of a Lambda function
// leaves them behind. It notes which transports these are, for those who judge their fields.
func (c *config) leaks(pass *analysis.Pass, files []*ast.File, found *pointsto.Result, net *netuse.Result, others []finding) []finding {
	if !c.rules[leakRule] || found.Graph == nil {
		return nil
	}
	said := make(map[*pointsto.Site]bool)
	for _, f := range others {
		for _, m := range f.requests {
			said[m.site] = said[m.site] || f.Category == lambda.Leak
		}
	}
	var out []finding
	in := leak.Input{Pkg: pass.Pkg, Info: pass.TypesInfo, Files: files, Graph: found.Graph, Net: net, Sites: found.Sites}
	for _, l := range leak.Find(in) {
		if l.Site != nil {
			if said[l.Site] {
				continue
			}
			l.Site.Circumstances[catalog.LeaksPerCall] = true
		}
		f := newFinding(l.Pos, l.End, leakRule)
		leakMessage(&f, l)
		out = append(out, finding{Finding: f})
	}
	return out
}
