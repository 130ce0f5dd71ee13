package driver

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	bold  = "\x1b[1m"
	plain = "\x1b[0m"
)

// writeText writes a line for each finding, in the form that editors jump to.
func (r *report) writeText(w io.Writer, opts Options) error {
	b := bufio.NewWriter(w)
	on, off := "", ""
	if opts.Color {
		on, off = bold, plain
	}
	for _, f := range r.findings {
		fmt.Fprintf(b, "%s%s:%s %s\n", on, line(f.position()), off, line(f.message))
	}
	return b.Flush() // a bufio.Writer keeps the first error
}

// position says where f is, for people.
func (f finding) position() string {
	return fmt.Sprintf("%s:%d:%d", f.path, f.place.pos.Line, f.place.pos.Column)
}

// printable returns s with everything escaped, as in a Go string, that could make a terminal show something else: file names
// may hold anything. Line breaks and tabs stay.
func printable(s string) string {
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

// line is printable for what is to be a single line.
func line(s string) string {
	return strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(printable(s))
}
