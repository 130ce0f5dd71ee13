package driver

import (
	"bufio"
	"fmt"
)

const (
	bold  = "\x1b[1m"
	plain = "\x1b[0m"
)

// printText writes a line for each finding, in the form that editors jump to.
func (r *report) printText(opts Options) error {
	w := bufio.NewWriter(opts.Stdout)
	on, off := "", ""
	if opts.Color {
		on, off = bold, plain
	}
	for _, f := range r.findings {
		fmt.Fprintf(w, "%s%s:%d:%d:%s %s\n", on, f.path, f.line, f.col, off, f.message)
	}
	return w.Flush() // a bufio.Writer keeps the first error
}
