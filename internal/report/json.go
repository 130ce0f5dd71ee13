package report

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/transportlint/transportlint/internal/escape"
)

// What the drivers of go/analysis write as JSON, and behind that what only transportlint knows.
type (
	jsonFinding struct {
		Category string    `json:"category,omitempty"`
		Posn     string    `json:"posn"`
		End      string    `json:"end"`
		Message  string    `json:"message"`
		Fixes    []jsonFix `json:"suggested_fixes,omitempty"`

		URL    string      `json:"url,omitempty"`
		Level  string      `json:"level"`
		Type   string      `json:"type,omitempty"`
		Fields []jsonField `json:"fields,omitempty"`
		Remedy string      `json:"remedy,omitempty"`
		At     string      `json:"at,omitempty"`
	}
	jsonField struct {
		Name   string `json:"name"`
		Reason string `json:"reason"`
	}
	jsonFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"`
	}
	jsonEdit struct {
		Filename string `json:"filename"`
		Start    int    `json:"start"`
		End      int    `json:"end"`
		New      string `json:"new"`
	}
	jsonError struct {
		Error string `json:"error"`
	}
)

// writeJSON writes what the drivers of go/analysis write: package -> analyzer -> findings or an error. Where the run as a
// whole failed, the error stands at its patterns.
func (r *Report) writeJSON(w io.Writer, c Context) error {
	tree := make(map[string]map[string]any)
	add := func(pkg string, v any) { tree[pkg] = map[string]any{"transportlint": v} }
	byPackage := make(map[string][]jsonFinding)
	for _, f := range r.Findings {
		byPackage[f.Package] = append(byPackage[f.Package], f.json())
	}
	for pkg, list := range byPackage {
		add(pkg, list)
	}
	for pkg, err := range r.Skipped {
		add(pkg, jsonError{err})
	}
	if r.Failed {
		add(strings.Join(c.Patterns, " "), jsonError{r.Problems[0].Message})
	}
	return writeJSON(w, "\t", tree)
}

func writeJSON(w io.Writer, indent string, v any) error {
	data, err := json.MarshalIndent(v, "", indent)
	if err != nil {
		return err
	}
	_, err = w.Write(append(escape.JSON(data), '\n'))
	return err
}

func (f Finding) json() jsonFinding {
	out := jsonFinding{
		Category: f.Category, Posn: f.Shown.Start.String(), End: f.Shown.End.String(), Message: f.Message,
		URL: f.URL, Level: f.Level.String(), Type: f.Type, Remedy: f.remedy(), At: f.At.String(),
	}
	for _, field := range f.Fields {
		out.Fields = append(out.Fields, jsonField(field))
	}
	for _, fix := range f.Fixes {
		edits := []jsonEdit{}
		for _, e := range fix.Edits {
			edits = append(edits, jsonEdit{e.File, e.Start, e.End, e.New})
		}
		out.Fixes = append(out.Fixes, jsonFix{fix.Message, edits})
	}
	return out
}
