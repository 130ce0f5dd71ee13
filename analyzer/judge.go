package analyzer

import (
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/verdict"
)

// unset returns a finding for each site that has unset fields.
func (r *run) unset() []finding {
	var out []finding
	for _, s := range r.found.Sites {
		t := catalog.Find(r.types, s.Type.Pkg().Path(), s.Type.Name())
		if t == nil || s.Circumstances[catalog.Fallback] {
			continue
		}
		if fields := verdict.Missing(t, s); len(fields) > 0 {
			f := newFinding(s.Pos, s.End, t.Rule)
			f.Type = s.Type.Pkg().Name() + "." + t.Name
			unsetMessage(&f, t, fields)
			out = append(out, finding{f, []fixRequest{{site: s, typ: t, fields: fields, frozen: r.frozen[s]}}})
		}
	}
	return out
}

// unjudged returns the values that would be judged if all that they are passed to could be analyzed.
func (r *run) unjudged() []Unjudged {
	var out []Unjudged
	for _, s := range r.found.Sites {
		t := catalog.Find(r.types, s.Type.Pkg().Path(), s.Type.Name())
		if t == nil || !verdict.IsUnknown(t, s) || !r.counts(s.Pos) {
			continue
		}
		u := Unjudged{Pos: s.Pos, Type: s.Type.Pkg().Name() + "." + t.Name}
		if g := r.found.Graph; g != nil && g.Explains() {
			for _, o := range g.Unknown(s.Object()) {
				if !u.By.IsValid() {
					u.By = o.Pos
				}
			}
		}
		out = append(out, u)
	}
	return out
}
