// Package report prints what a run found, in the forms that people and other programs read.
//
// All names, messages and code that it prints may come from a checkout that nobody trusts, so each printer escapes them for its
// form.
package report

import (
	"cmp"
	"fmt"
	"go/token"
	"io"
	"strconv"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/edit"
)

// A Report is what one run found.
type Report struct {
	Findings []Finding         // in the order in which they are printed
	Problems []Problem         // errors, likewise
	Skipped  map[string]string // why packages were not analyzed, by their IDs
	Failed   bool              // nothing was analyzed; the only problem says why
	ExitCode int
	Notes    []string // further lines for people
	Summary  string   // the closing line
}

// A Finding is a finding of the analyzer with its place in files.
type Finding struct {
	analyzer.Finding
	Package string // its ID
	Symbol  string // the declaration that it stands in
	AtFile  string // the file of the value, an absolute path with slashes, if that is in another package
	Shown   Span   // where the source says that it is, which a //line comment may change
	Source  Span   // where it is
	Fixes   []Fix
}

// remedy returns what to do about f, where that is not just to set the fields.
func (f Finding) remedy() string { return cmp.Or(f.Remedy, f.Help) }

// A Span is a piece of a file, named by its absolute path.
type Span struct{ Start, End token.Position }

// A Fix is a way to fix a finding.
type Fix struct {
	Message string
	Edits   []Edit
}

// An Edit replaces bytes of a file, between two offsets.
type Edit struct {
	File string // an absolute path
	edit.Edit
}

// A Problem is an error that kept a package, or a part of the analysis, from being what was asked for.
type Problem struct {
	Path      string // of a file, relative to the working directory where possible; empty if the error is about none
	Line, Col int    // 0 if unknown
	Message   string
	Stack     []byte // of a panic
}

// WriteProblems writes the problems of r to w, as people read them.
func (r *Report) WriteProblems(w io.Writer) {
	for _, p := range r.Problems {
		fmt.Fprintln(w, Printable(Line(p.Position())+": "+p.Message))
		if p.Stack != nil {
			fmt.Fprintf(w, "please report this panic with its stack:\n%s\n", Printable(string(p.Stack)))
		}
	}
}

// WriteSummary writes the notes and the closing line of r to w.
func (r *Report) WriteSummary(w io.Writer) {
	for _, line := range append(r.Notes, r.Summary) {
		fmt.Fprintf(w, "transportlint: %s\n", Printable(line))
	}
}

// Position says where p is, for people.
func (p Problem) Position() string {
	if p.Path == "" {
		return "transportlint"
	}
	return p.Path + numbers(p.Line, p.Col)
}

// numbers returns :line:column, without what is not known.
func numbers(line, column int) string {
	switch {
	case line <= 0:
		return ""
	case column <= 0:
		return ":" + strconv.Itoa(line)
	}
	return fmt.Sprintf(":%d:%d", line, column)
}

// A Context says for whom a report is printed. WorkDir and URL must be set.
type Context struct {
	// WorkDir is an absolute path. Paths for people are relative to it.
	WorkDir string
	// Root is the folder that paths for other programs are relative to.
	Root Root
	// Patterns are those of the packages that were asked for.
	Patterns []string
	// URL is where the rules are explained, each at an anchor of its name.
	URL string
	// Manual explains the rules, where the format has room for that.
	Manual Manual
	// Terminal shows the report; nil if it goes to a file or a pipe.
	Terminal *Terminal
}

// Plural returns n and the noun, in the plural unless n is 1.
func Plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
