package report

import (
	"io"
	"os"
)

// What reviewdog reads. See https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Columns count bytes, from 1.
type (
	rdReport struct {
		Source      rdSource       `json:"source"`
		Diagnostics []rdDiagnostic `json:"diagnostics"`
	}
	rdSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    rdLocation     `json:"location"`
		Severity    string         `json:"severity"`
		Code        *rdCode        `json:"code,omitempty"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	}
	rdLocation struct {
		Path  string   `json:"path"`
		Range *rdRange `json:"range,omitempty"`
	}
	rdRange struct {
		Start rdPosition  `json:"start"`
		End   *rdPosition `json:"end,omitempty"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column,omitempty"`
	}
	rdCode struct {
		Value string `json:"value"`
		URL   string `json:"url"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
)

// writeRDJSON writes what reviewdog reads, with fixes as suggestions where they are to whole lines at the finding.
func (r *Report) writeRDJSON(w io.Writer, c Context) error {
	out := rdReport{Source: rdSource{"transportlint", homepage}, Diagnostics: []rdDiagnostic{}}
	lines := NewLines(os.ReadFile)
	for _, e := range r.entries(c, true) {
		if e.file == "" {
			continue // reviewdog rejects what is about no file
		}
		d := rdDiagnostic{Message: e.message, Location: rdLocation{Path: e.file}, Severity: choose(e.level, "INFO", "WARNING", "ERROR")}
		if e.start.line > 0 {
			d.Location.Range = &rdRange{Start: rdPosition{e.start.line, e.start.column}}
			if e.end.line > 0 {
				d.Location.Range.End = &rdPosition{e.end.line, e.end.column}
			}
		}
		if f := e.finding; f != nil {
			d.Code = &rdCode{f.Category, f.URL}
			if fix, ok := lines.replaced(*f); ok {
				d.Suggestions = []rdSuggestion{{rdRange{rdPosition{Line: fix.first}, &rdPosition{Line: fix.last}}, fix.now}}
			}
		}
		out.Diagnostics = append(out.Diagnostics, d)
	}
	return writeJSON(w, "  ", out)
}
