package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Format says in what form findings are written.
type Format string

const (
	Text   Format = "text"   // a line for each, as compilers do
	Long   Format = "long"   // with the code, a line for each field, and what to do
	JSON   Format = "json"   // what go vet -json and the drivers of go/analysis write, in one object
	SARIF  Format = "sarif"  // a SARIF 2.1.0 log
	GitHub Format = "github" // workflow commands that annotate the code, and a step summary

	CodeQuality Format = "codequality" // what GitLab shows at merge requests
	Checkstyle  Format = "checkstyle"  // the XML that many tools read
	RDJSON      Format = "rdjson"      // what reviewdog reads
)

// Formats lists all of them.
func Formats() []Format {
	return []Format{Text, Long, JSON, SARIF, GitHub, CodeQuality, Checkstyle, RDJSON}
}

// HasFixes reports whether f tells of fixes.
func (f Format) HasFixes() bool { return f == JSON || f == RDJSON || f == Long }

// ParseFormats splits a comma-separated list of formats, and reports what is accepted if there is something else in it.
func ParseFormats(list string) ([]Format, error) {
	var formats []Format
	for name := range strings.SplitSeq(list, ",") {
		if !slices.Contains(Formats(), Format(name)) {
			return nil, fmt.Errorf("it must be one of %s", strings.Trim(fmt.Sprint(Formats()), "[]"))
		}
		formats = append(formats, Format(name))
	}
	return formats, nil
}

// Write writes the findings of r to w. Some formats have room for its problems, too.
func (r *Report) Write(w io.Writer, format Format, c Context) error {
	switch format {
	case Long:
		return r.writeLong(w, c)
	case JSON:
		return r.writeJSON(w, c)
	case SARIF:
		return r.writeSARIF(w, c)
	case GitHub:
		return r.writeGitHub(w, c)
	case CodeQuality:
		return r.writeCodeQuality(w, c)
	case Checkstyle:
		return r.writeCheckstyle(w, c)
	case RDJSON:
		return r.writeRDJSON(w, c)
	}
	return r.writeText(w, c)
}
