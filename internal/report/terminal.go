package report

// A Terminal is what is known of the terminal that shows a report. Where there is none, as for a file or a pipe, it is nil.
type Terminal struct {
	Color bool // it understands ANSI escapes, and the user has not declined them
}

// ANSI escapes. The colors are among the eight that are readable on both light and dark backgrounds.
const (
	bold  = "\x1b[1m"
	red   = "\x1b[31m"
	green = "\x1b[32m"
	cyan  = "\x1b[36m"
	plain = "\x1b[0m"
)

// colors returns what turns a color on and off, nothing where there is none.
func (t *Terminal) colors(color string) (on, off string) {
	if t == nil || !t.Color || color == "" {
		return "", ""
	}
	return color, plain
}
