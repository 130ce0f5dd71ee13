package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/transportlint/transportlint/internal/paths"
)

const (
	bold  = "\x1b[1m"
	plain = "\x1b[0m"
)

// writeText writes a line for each finding, in the form that editors jump to.
func (r *Report) writeText(w io.Writer, c Context) error {
	b := bufio.NewWriter(w)
	on, off := "", ""
	if c.Color {
		on, off = bold, plain
	}
	for _, f := range r.Findings {
		fmt.Fprintf(b, "%s%s:%s %s\n", on, Line(f.position(c)), off, Line(f.Message))
	}
	return b.Flush() // a bufio.Writer keeps the first error
}

// position says where f is, for people.
func (f Finding) position(c Context) string {
	return paths.Short(c.WorkDir, f.Shown.Start.Filename) + numbers(f.Shown.Start.Line, f.Shown.Start.Column)
}

// Printable returns s with everything escaped, as in a Go string, that could make a terminal show something else: file names
// may hold anything. Line breaks and tabs stay.
func Printable(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if r != utf8.RuneError && strconv.IsGraphic(r) || size > 1 && r == utf8.RuneError || r == '\n' || r == '\t' {
			b.WriteString(s[:size])
		} else {
			quoted := strconv.Quote(s[:size])
			b.WriteString(quoted[1 : len(quoted)-1])
		}
		s = s[size:]
	}
	return b.String()
}

// Line is Printable for what is to be a single line.
func Line(s string) string {
	return strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(Printable(s))
}
