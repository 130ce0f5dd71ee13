package report

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/transportlint/transportlint/internal/paths"
)

const (
	// maxAnnotations is how many errors GitHub shows of a step.
	maxAnnotations = 10
	// maxSummary keeps a step summary below the size of 1 MiB, above which GitHub rejects it.
	maxSummary = 1 << 19
)

// An annotation is what GitHub shows at a line of code.
type annotation struct {
	file               string // relative to the root of the repository; empty if it is about none
	line, col          int    // 0 if unknown
	endLine, endColumn int    // likewise
	title, message     string
}

// annotations returns what went wrong, and then the findings.
func (r *Report) annotations(c Context) []annotation {
	var list []annotation
	for _, p := range r.Problems {
		a := annotation{title: "transportlint failed", message: p.Message, line: p.Line, col: p.Col}
		if p.Path != "" {
			a.file = paths.Slashed(string(c.Root), paths.Absolute(c.WorkDir, p.Path))
		}
		list = append(list, a)
	}
	lines := NewLines(os.ReadFile)
	for _, f := range r.Findings {
		start, end := lines.characters(f)
		a := annotation{title: "transportlint " + f.Category, message: f.Message, file: paths.Slashed(string(c.Root), start.Filename), line: start.Line, endLine: end.Line}
		if start.Line == end.Line { // GitHub takes columns within a line only
			a.col, a.endColumn = start.Column, end.Column
		}
		list = append(list, a)
	}
	return list
}

// writeGitHub writes workflow commands for as many annotations as GitHub shows, and lines for the others. If there are others,
// all of them go to the step summary too.
func (r *Report) writeGitHub(w io.Writer, c Context) error {
	list := r.annotations(c)
	b := bufio.NewWriter(w)
	for i, a := range list {
		if i < maxAnnotations {
			fmt.Fprintln(b, a.command())
		} else {
			fmt.Fprintln(b, Line(a.place()+": "+a.message))
		}
	}
	if err := b.Flush(); err != nil {
		return err
	}
	name := os.Getenv("GITHUB_STEP_SUMMARY")
	if len(list) <= maxAnnotations || name == "" {
		return nil
	}
	return appendFile(name, r.stepSummary(list))
}

// command returns the workflow command for a.
func (a annotation) command() string {
	var properties []string
	add := func(name, value string) { properties = append(properties, name+"="+escapeProperty(value)) }
	addNumber := func(name string, n int) {
		if n > 0 {
			add(name, fmt.Sprint(n))
		}
	}
	if a.file != "" {
		add("file", a.file)
	}
	addNumber("line", a.line)
	addNumber("endLine", a.endLine)
	addNumber("col", a.col)
	addNumber("endColumn", a.endColumn)
	add("title", a.title)
	return "::error " + strings.Join(properties, ",") + "::" + escapeData(a.message)
}

// place says where a is, for people.
func (a annotation) place() string {
	if a.file == "" {
		return a.title
	}
	return fmt.Sprintf("%s:%d", a.file, a.line)
}

// stepSummary returns a table of list in Markdown.
func (r *Report) stepSummary(list []annotation) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "### transportlint: %s\n\n| place | |\n|---|---|\n", escapeMarkdown(r.Summary))
	for i, a := range list {
		if b.Len() > maxSummary {
			fmt.Fprintf(&b, "\n%d more are in the log.\n", len(list)-i)
			break
		}
		fmt.Fprintf(&b, "| %s | %s |\n", escapeMarkdown(a.place()), escapeMarkdown(a.message))
	}
	return b.Bytes()
}

func appendFile(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
