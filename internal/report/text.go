package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/transportlint/transportlint/internal/paths"
)

// writeText writes a line for each finding, in the form that editors jump to and other programs read.
func (r *Report) writeText(w io.Writer, c Context) error {
	b := bufio.NewWriter(w)
	on, off := c.Terminal.colors(bold)
	for _, f := range r.Findings {
		fmt.Fprintf(b, "%s%s:%s %s\n", on, Line(f.position(c)), off, Line(f.Message))
	}
	return b.Flush() // a bufio.Writer keeps the first error
}

// position says where f is, for people.
func (f Finding) position(c Context) string {
	return paths.Short(c.WorkDir, f.Shown.Start.Filename) + numbers(f.Shown.Start.Line, f.Shown.Start.Column)
}
