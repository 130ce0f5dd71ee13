package analyzer

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/value"
)

// valueRule is the name of the rule about values that cannot mean what they look like.
const valueRule = "value"

// values returns the findings of the rule value.
func (c *config) values(pass *analysis.Pass, files []*ast.File, sites []*pointsto.Site) []finding {
	if c.traps == nil {
		return nil
	}
	var out []finding
	for _, v := range value.Find(value.Input{Pkg: pass.Pkg, Info: pass.TypesInfo, Files: files, Traps: c.traps, Sites: sites}) {
		f := newFinding(v.Pos, v.End, valueRule)
		f.Type = v.Type
		var says, short []string
		verb := ""
		for _, clause := range v.Clauses {
			for _, name := range clause.Fields {
				f.Fields = append(f.Fields, Field{Name: name, Reason: clause.Reason})
			}
			text := strings.TrimSpace(enumerate(clause.Fields) + " " + clause.How)
			if clause.Verb != verb {
				verb = clause.Verb
				text = verb + " " + text
			}
			says, short = append(says, text+" ("+clause.Reason+")"), append(short, text)
		}
		f.Says = v.Type + " " + enumerate(short)
		f.Message = valueRule + ": " + v.Type + " " + enumerate(says)
		out = append(out, finding{Finding: f})
	}
	return out
}
