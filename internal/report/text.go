package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/transportlint/transportlint/internal/paths"
)

// writeText writes a line for each cause of findings, in the form that editors jump to.
func (r *Report) writeText(w io.Writer, c Context) error {
	b := bufio.NewWriter(w)
	on, off := c.Terminal.colors(bold)
	for _, group := range groups(r.Findings) {
		more := ""
		if n := len(group) - 1; n > 0 {
			more = fmt.Sprintf(", and %d more", n)
		}
		fmt.Fprintf(b, "%s%s:%s %s%s\n", on, Line(group[0].position(c)), off, Line(group[0].Message), more)
	}
	return b.Flush() // a bufio.Writer keeps the first error
}

// position says where f is, for people.
func (f Finding) position(c Context) string {
	return paths.Short(c.WorkDir, f.Shown.Start.Filename) + numbers(f.Shown.Start.Line, f.Shown.Start.Column)
}
