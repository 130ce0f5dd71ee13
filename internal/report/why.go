package report

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"reflect"

	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/why"
)

// WriteWhy writes an answer, as JSON or for people.
func WriteWhy(w io.Writer, a *why.Answer, format Format, c Context) error {
	if format == JSON {
		return writeJSON(w, "\t", a)
	}
	p := &whyPrinter{Writer: bufio.NewWriter(w), c: c}
	for i, v := range a.Values {
		if i > 0 {
			p.line(0, "")
		}
		p.value(v)
	}
	return p.Flush() // a bufio.Writer keeps the first error
}

// A whyPrinter writes values for people.
type whyPrinter struct {
	*bufio.Writer
	c Context
}

func (p *whyPrinter) line(indent int, text string) {
	if text = Line(text); text == "" {
		indent = 0
	}
	fmt.Fprintf(p, "%*s%s\n", indent, "", text)
}

// at returns where something is, as words go on, nothing for no place.
func (p *whyPrinter) at(place *why.Place, before, behind string) string {
	if place == nil {
		return ""
	}
	return before + p.position(*place) + behind
}

func (p *whyPrinter) position(place why.Place) string {
	return filepath.FromSlash(place.File) + numbers(place.Line, place.Column)
}

func (p *whyPrinter) value(v why.Value) {
	on, off := p.c.Terminal.colors(bold)
	what := v.Type
	if v.In != "" {
		what += " in " + v.In
	}
	fmt.Fprintf(p, "%s%s:%s %s\n", on, Line(p.position(v.Place)), off, Line(what))
	for _, n := range v.Notes {
		p.reason(2, "note: ", n, "")
	}
	names := 0
	for _, f := range v.Fields {
		names = max(names, width(f.Name))
	}
	var first *why.Field // of those that are unknown
	for _, f := range v.Fields {
		if f.Verdict == why.Unknown && first != nil && reflect.DeepEqual(f.Reasons, first.Reasons) {
			p.line(2, fmt.Sprintf("%-*s  unknown, as %s is", names, f.Name, first.Name))
			continue
		}
		if f.Verdict == why.Unknown && first == nil {
			first = &f
		}
		for i, r := range f.Reasons {
			name, rule := f.Name, f.Rule
			if i > 0 {
				name, rule = "", ""
			}
			p.reason(2, fmt.Sprintf("%-*s  %s", names, name, lead(f.Verdict, i)), r, rule)
		}
	}
	const most = 3
	shown := 0
	for _, f := range v.Findings {
		if said(v, f) {
			continue
		}
		if shown++; shown <= most {
			p.line(2, "reported: "+f.Message+p.elsewhere(v, f))
			p.steps(f.Way)
		}
	}
	if shown > most {
		p.line(2, fmt.Sprintf("reported by %s more", Plural(shown-most, "finding")))
	}
	p.life("Lambda", v.Lambda)
	p.life("leak", v.Leak)
}

// said reports whether the lines of v's fields, or of what it is under Lambda, say that f is reported.
func said(v why.Value, f why.Finding) bool {
	for _, l := range []*why.Life{v.Lambda, v.Leak} {
		if l != nil && l.Reported && l.Says == f.Rule {
			return true
		}
	}
	for _, field := range v.Fields {
		if field.Rule == f.Rule {
			return true
		}
	}
	return false
}

func (p *whyPrinter) life(rules string, l *why.Life) {
	if l == nil {
		return
	}
	switch {
	case !l.Reported:
		p.line(2, rules+": not reported: "+l.Says)
	case l.Says == rules:
		p.line(2, rules+": reported")
	default:
		p.line(2, rules+": reported by "+l.Says)
	}
	p.steps(l.Way)
}

// elsewhere says where f is, if that is not at v.
func (p *whyPrinter) elsewhere(v why.Value, f why.Finding) string {
	if f.Place.File == v.Place.File && f.Place.Line == v.Place.Line {
		return ""
	}
	return " (" + p.position(f.Place) + ")"
}

// lead returns what the line of a verdict begins with that gives reason i.
func lead(v why.Verdict, i int) string {
	switch v {
	case why.Unset:
		if i > 0 {
			return ""
		}
		return "not set: "
	case why.Moot:
		return "does not matter: "
	case why.Unknown:
		return "unknown: "
	}
	return ""
}

func (p *whyPrinter) reason(indent int, lead string, r why.Reason, rule string) {
	text := lead + r.Says + p.at(r.Place, " at ", "")
	if r.Adds != "" {
		text += ", " + r.Adds
	}
	if rule != "" {
		text += "    reported by " + rule
	}
	p.line(indent, text)
	p.steps(r.Steps)
}

func (p *whyPrinter) steps(steps []why.Step) {
	for _, s := range steps {
		p.line(6, s.Says+p.at(s.Place, " (", ")"))
	}
}

// ShortPlaces makes the places of v relative to workDir, with slashes; locate turns the name of a file that is named by its package into a
// path or a longer name, or returns nothing.
func ShortPlaces(v *why.Value, workDir string, locate func(file string) string) {
	v.Places(func(p *why.Place) {
		file := p.File
		if !p.IsLoaded() {
			if file = locate(p.File); file == "" {
				return
			}
		}
		if filepath.IsAbs(file) {
			file = paths.Short(workDir, file)
		}
		p.File = filepath.ToSlash(file)
	})
}
