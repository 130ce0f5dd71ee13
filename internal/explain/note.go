package explain

import (
	"go/token"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/directive"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/why"
)

// notes returns what holds for s as a whole.
func (e *explainer) notes(s subject) []why.Reason {
	var out []why.Reason
	note := func(says string, pos token.Pos) {
		out = append(out, why.Reason{Says: says, Place: e.place(pos)})
	}
	for _, file := range e.Files {
		if s.pos < file.FileStart || file.FileEnd <= s.pos {
			continue
		}
		for _, says := range e.LeftOut(file) {
			note(says, token.NoPos)
		}
		for _, f := range e.Findings {
			for _, ig := range directive.Parse(e.Fset, file) {
				if f.Pos == s.pos && directive.Silence([]*directive.Ignore{ig}, e.Fset.Position(s.pos).Line, f.Rule) {
					note("a comment silences "+f.Rule, ig.Pos)
				}
			}
		}
	}
	if e.Found.TooLarge {
		note("the package is too large for its values to be followed, so nothing is known of them", token.NoPos)
	}
	if e.Broken {
		note("the package has errors, so not all that is done to the value is known", token.NoPos)
	}
	if s.site == nil {
		return out
	}
	if slices.Contains(e.Found.Dropped, s.site) {
		note("it is not judged: only other packages make a struct with this field, or nothing uses the value as the type that its own is made of", token.NoPos)
	}
	if s.site.Overwritten && e.Found.Graph != nil {
		for _, o := range e.Found.Graph.Unknown(s.site.Object()) {
			if o.Kind == pointsto.Replaced {
				note("another value takes its place, or it is thrown away", o.Pos)
			}
		}
	}
	if s.site.Circumstances[catalog.Fallback] {
		out = append(out, why.Reason{Says: "nothing is reported: " + catalog.Fallback.String(), Steps: e.grounds(s.site, catalog.Fallback)})
	}
	return out
}
