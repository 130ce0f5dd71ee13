package explain

import (
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/verdict"
	"github.com/transportlint/transportlint/internal/why"
)

// fields returns the verdicts on the fields of the value that s makes: those that can be reported, and others that are written.
func (e *explainer) fields(s *pointsto.Site) []why.Field {
	t := catalog.Find(e.Types, s.Type.Pkg().Path(), s.Type.Name())
	if t == nil {
		t = catalog.Find(e.Followed, s.Type.Pkg().Path(), s.Type.Name())
	}
	if t == nil || e.Found.Graph == nil || s.Overwritten || slices.Contains(e.Found.Dropped, s) {
		return nil
	}
	var missed []*catalog.Field
	if e.Rules[t.Rule] && !s.Circumstances[catalog.Fallback] {
		missed = verdict.Missing(t, s)
	}
	var out []why.Field
	for i := range t.Fields {
		f := &t.Fields[i]
		if !f.Reportable() && s.Writes[f.Name] == 0 || t.Module != "" && !verdict.HasField(s.Type, f.Name) {
			continue
		}
		field := why.Field{Name: f.Name}
		field.Verdict, field.Reasons = e.verdict(t, s, f)
		if field.Verdict == why.Unset {
			if slices.Contains(missed, f) {
				field.Rule = e.ruleOf(s, t.Rule, f.Name)
			} else if adds := e.unreported(t, s, f); adds != "" {
				field.Reasons[0].Adds = adds
			}
		}
		out = append(out, field)
	}
	return out
}

// ruleOf returns the rule by which a field of s is reported, empty if what would be is silenced.
func (e *explainer) ruleOf(s *pointsto.Site, rule, field string) string {
	for _, f := range e.Reported {
		if f.Pos == s.Pos && f.Rule == rule && slices.Contains(f.Fields, field) {
			return rule
		}
	}
	return ""
}

// unreported says why a field that is not set, and has its effect, is not reported.
func (e *explainer) unreported(t *catalog.Type, s *pointsto.Site, f *catalog.Field) string {
	switch {
	case s.Circumstances[catalog.Fallback]:
		return ""
	case !e.Rules[t.Rule]:
		return "not reported, as the rule " + t.Rule + " is off"
	case f.Beside != nil:
		return "reported only beside " + strings.Join(f.Beside, " or ") + ", or if " + anyOf(f.Alone)
	case !f.Default:
		return "reported only with -strict or -require"
	}
	return ""
}

// verdict returns the verdict on f, with reasons.
func (e *explainer) verdict(t *catalog.Type, s *pointsto.Site, f *catalog.Field) (why.Verdict, []why.Reason) {
	switch verdict.On(t, s, f) {
	case verdict.Set:
		var out []why.Reason
		for _, name := range append([]string{f.Name}, f.SetBy...) {
			for _, r := range e.origins(s.Object(), name) {
				if name != f.Name {
					r.Says = name + ", which does the same, is " + r.Says
				}
				out = append(out, r)
			}
		}
		return why.Set, out
	case verdict.Moot:
		return why.Moot, e.moot(t, s, f)
	case verdict.Unknown:
		var out []why.Reason
		for _, o := range e.Found.Graph.Unknown(s.Object()) {
			out = append(out, e.unseen(o))
		}
		if out == nil {
			out = []why.Reason{{Says: "not all that is done to the value is known"}}
		}
		return why.Unknown, out
	}
	effect := f.Effect
	if effect == "" {
		effect = strings.TrimSuffix(f.Zero, ".")
	}
	out := []why.Reason{{Says: effect}}
	for _, name := range append([]string{f.Name}, f.SetBy...) {
		for _, r := range e.origins(s.Object(), name) {
			r.Says = "only on some paths, " + name + " is " + r.Says
			out = append(out, r)
		}
	}
	return why.Unset, out
}

// moot says why f does not matter.
func (e *explainer) moot(t *catalog.Type, s *pointsto.Site, f *catalog.Field) []why.Reason {
	var out []why.Reason
	for _, c := range f.Moot {
		if !verdict.Holds(t, s, c) {
			continue
		}
		if c.Field == "" {
			out = append(out, why.Reason{Says: c.Is.String(), Steps: e.grounds(s, c.Is)})
			continue
		}
		for _, r := range e.origins(s.Object(), c.Field) {
			r.Says = c.Field + " is " + r.Says
			out = append(out, r)
		}
	}
	if out == nil {
		out = []why.Reason{{Says: "it matters only where " + anyOf(f.Matters)}}
	}
	return out
}

// anyOf says that one of conditions holds. Those that ask the same of several fields are joined.
func anyOf(conditions []catalog.Condition) string {
	var parts, fields []string
	for i, c := range conditions {
		fields = append(fields, c.Field)
		if i+1 == len(conditions) || conditions[i+1].Is != c.Is || c.Field == "" {
			parts = append(parts, strings.TrimSpace(strings.Join(fields, " or ")+" "+c.Is.String()))
			fields = nil
		}
	}
	return strings.Join(parts, ", or ")
}

// grounds returns what a circumstance of s rests on.
func (e *explainer) grounds(s *pointsto.Site, t catalog.Test) []why.Step {
	var out []why.Step
	if t == catalog.OnlyH2C {
		for _, r := range e.origins(s.Object(), "Protocols") {
			out = append(out, why.Step{Says: "Protocols is " + r.Says, Place: r.Place})
		}
	}
	for _, g := range e.Net.Grounds(s, t) {
		out = append(out, why.Step{Says: g.Says, Place: e.place(g.Pos)})
	}
	return out
}

// cloned returns the fields of a copy of http.DefaultTransport.
func (e *explainer) cloned(o *pointsto.Object) []why.Field {
	t := catalog.Find(e.Followed, "net/http", "Transport")
	if t == nil {
		return nil
	}
	var out []why.Field
	for i := range t.Fields {
		f := &t.Fields[i]
		switch {
		case o.Wrote(f.Name) != 0:
			out = append(out, why.Field{Name: f.Name, Verdict: why.Set, Reasons: e.origins(o, f.Name)})
		case f.Reportable():
			out = append(out, why.Field{Name: f.Name, Verdict: why.Set, Reasons: []why.Reason{{Says: "that of http.DefaultTransport"}}})
		}
	}
	return out
}
