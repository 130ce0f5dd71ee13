package report

import (
	"cmp"
	"encoding/xml"
	"io"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/escape"
)

// What the tools that read the reports of Checkstyle understand.
type (
	checkstyleReport struct {
		XMLName xml.Name         `xml:"checkstyle"`
		Version string           `xml:"version,attr"`
		Files   []checkstyleFile `xml:"file"`
	}
	checkstyleFile struct {
		Name   string            `xml:"name,attr"`
		Errors []checkstyleError `xml:"error"`
	}
	checkstyleError struct {
		Line     int    `xml:"line,attr,omitempty"`
		Column   int    `xml:"column,attr,omitempty"`
		Severity string `xml:"severity,attr"`
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
)

// writeCheckstyle writes a Checkstyle report, file by file.
func (r *Report) writeCheckstyle(w io.Writer, c Context) error {
	report := checkstyleReport{Version: "5.0"}
	list := r.entries(c, false)
	slices.SortStableFunc(list, func(a, b entry) int { return cmp.Compare(a.file, b.file) })
	for _, e := range list {
		name := escape.Visible(e.file)
		if n := len(report.Files); n == 0 || report.Files[n-1].Name != name {
			report.Files = append(report.Files, checkstyleFile{Name: name})
		}
		file := &report.Files[len(report.Files)-1]
		file.Errors = append(file.Errors, checkstyleError{e.start.line, e.start.column, choose(e.level, "info", "warning", "error"), escape.Visible(e.message), "transportlint." + e.rule})
	}
	text, err := xml.MarshalIndent(report, "", "  ")
	if err != nil {
		return err
	}
	// In a log, ## may begin a command.
	_, err = io.WriteString(w, xml.Header+strings.ReplaceAll(string(text), "##", "&#35;&#35;")+"\n")
	return err
}
