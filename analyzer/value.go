package analyzer

import (
	"strings"

	"github.com/transportlint/transportlint/internal/value"
)

// values returns the findings of the rule value.
func (r *run) values() []finding {
	if r.traps == nil {
		return nil
	}
	var out []finding
	for _, v := range value.Find(value.Input{Pkg: r.pass.Pkg, Info: r.pass.TypesInfo, Files: r.files, Traps: r.traps, Sites: r.found.Sites}) {
		f := newFinding(v.Pos, v.End, value.Rule)
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
		f.Message = value.Rule + ": " + v.Type + " " + enumerate(says)
		out = append(out, finding{Finding: f})
	}
	return out
}
