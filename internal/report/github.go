package report

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/escape"
)

const (
	// maxAnnotations is how many errors GitHub shows of a step, and how many warnings, and notices.
	maxAnnotations = 10
	// maxSummary keeps a step summary below the size of 1 MiB, above which GitHub rejects it.
	maxSummary = 1 << 19
)

// writeGitHub writes workflow commands for as many annotations of each level as GitHub shows, and lines for the others. If there are
// others, all of them go to the step summary too.
func (r *Report) writeGitHub(w io.Writer, c Context) error {
	list := r.entries(c, false)
	b := bufio.NewWriter(w)
	written := make(map[catalog.Level]int)
	for _, e := range list {
		if written[e.level]++; written[e.level] <= maxAnnotations {
			fmt.Fprintln(b, e.command())
		} else {
			fmt.Fprintln(b, Line(e.place()+": "+e.title()+": "+e.message))
		}
	}
	if err := b.Flush(); err != nil {
		return err
	}
	name := os.Getenv("GITHUB_STEP_SUMMARY")
	if max(written[catalog.Error], written[catalog.Warning], written[catalog.Note]) <= maxAnnotations || name == "" {
		return nil
	}
	return appendFile(name, r.stepSummary(list))
}

// command returns the workflow command that annotates e.
func (e entry) command() string {
	var properties []string
	add := func(name, value string) { properties = append(properties, name+"="+escapeProperty(value)) }
	addNumber := func(name string, n int) {
		if n > 0 {
			add(name, fmt.Sprint(n))
		}
	}
	if e.file != "" {
		add("file", e.file)
	}
	addNumber("line", e.start.line)
	addNumber("endLine", e.end.line)
	if e.finding == nil || e.start.line == e.end.line { // GitHub takes columns within a line only
		addNumber("col", e.start.column)
		addNumber("endColumn", e.end.column)
	}
	add("title", "transportlint "+e.title())
	return "::" + choose(e.level, "notice", "warning", "error") + " " + strings.Join(properties, ",") + "::" + escapeData(e.message)
}

// title says what e is.
func (e entry) title() string {
	if e.finding == nil {
		return "failed"
	}
	return e.rule
}

// place says where e is, for people.
func (e entry) place() string {
	if e.file == "" {
		return "transportlint"
	}
	return fmt.Sprintf("%s:%d", e.file, e.start.line)
}

// stepSummary returns a table of list in Markdown.
func (r *Report) stepSummary(list []entry) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "### transportlint: %s\n\n| place | rule | |\n|---|---|---|\n", escape.Markdown(r.Summary))
	for i, e := range list {
		if b.Len() > maxSummary {
			fmt.Fprintf(&b, "\n%d more are in the log.\n", len(list)-i)
			break
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", escape.Markdown(e.place()), escape.Markdown(e.title()), escape.Markdown(e.message))
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
