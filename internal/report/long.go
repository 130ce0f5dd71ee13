package report

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"

	"github.com/transportlint/transportlint/internal/paths"
)

// writeLong writes each finding as people read it: the code with the value underlined, each field with what follows from it on a
// line of its own, what to do, and what -fix would do.
//
//	warning[dialer]: net.Dialer does not set Timeout
//	 --> a.go:5:9
//	  |
//	5 | var d = net.Dialer{}
//	  |         ^^^^^^^^^^
//	  = Timeout  only the operating system limits a dial
//	  = fix: set Timeout
func (r *Report) writeLong(w io.Writer, c Context) error {
	v := &view{Writer: bufio.NewWriter(w), c: c, t: c.Terminal, lines: NewLines(os.ReadFile)}
	for _, group := range groups(r.Findings) {
		v.finding(group[0], group[1:])
		fmt.Fprintln(v)
	}
	return v.Flush() // a bufio.Writer keeps the first error
}

// groups puts findings together that have one cause: a value in another package, which several programs use.
func groups(findings []Finding) [][]Finding {
	type cause struct{ rule, typ, at string }
	index := make(map[cause]int)
	var out [][]Finding
	for _, f := range findings {
		key := cause{f.Category, f.Type, f.At.String()}
		if i, ok := index[key]; ok && key.at != "" {
			out[i] = append(out[i], f)
			continue
		}
		index[key] = len(out)
		out = append(out, []Finding{f})
	}
	return out
}

// A view writes findings for a terminal.
type view struct {
	*bufio.Writer
	c     Context
	t     *Terminal
	lines *Lines
}

func (v *view) finding(f Finding, others []Finding) {
	color := choose(f.Level, cyan, yellow, red)
	start := f.Source.Start
	number := ""
	if f.Shown == f.Source { // otherwise there is no telling which line a reader would expect
		number = strconv.Itoa(start.Line)
	}
	gutter := strings.Repeat(" ", len(number))

	label := f.Level.String() + "[" + f.Category + "]"
	for i, text := range Wrap(label+": "+v.t.shown(f.Says), v.t.columns()) {
		if rest, ok := strings.CutPrefix(text, label); ok && i == 0 {
			fmt.Fprintln(v, v.t.paint(bold+color, label)+v.t.paint(bold, rest))
		} else {
			fmt.Fprintln(v, "  "+v.t.paint(bold, text))
		}
	}
	fmt.Fprintf(v, "%s%s %s\n", gutter, v.t.paint(blue, "-->"), v.t.shown(f.position(v.c)))
	for i, other := range others {
		if i == 2 && len(others) > 3 {
			fmt.Fprintf(v, "%s    and %d more\n", gutter, len(others)-i)
			break
		}
		fmt.Fprintf(v, "%s    %s\n", gutter, v.t.shown(other.position(v.c)))
	}
	if f.AtFile != "" {
		at := paths.Short(v.c.WorkDir, f.AtFile) + numbers(f.At.Line, 0)
		fmt.Fprintf(v, "%s%s %s\n", gutter, v.t.paint(blue, ":::"), v.t.shown(at))
	}
	bar := v.t.paint(blue, "|")
	if code, marks, ok := v.excerpt(f, len(number)+len(" | ")); ok && number != "" {
		fmt.Fprintf(v, "%s %s\n", gutter, bar)
		fmt.Fprintf(v, "%s %s %s\n", v.t.paint(blue, number), bar, code)
		fmt.Fprintf(v, "%s %s %s\n", gutter, bar, v.t.paint(bold+color, marks))
	}
	v.notes(f, gutter)
}

// notes writes what is said of a finding below its code.
func (v *view) notes(f Finding, gutter string) {
	longest := 0
	for _, field := range f.Fields {
		longest = max(longest, len(field.Name))
	}
	for _, field := range f.Fields {
		v.note(gutter, v.t.paint(bold, field.Name)+strings.Repeat(" ", longest-len(field.Name)+1), longest+1, field.Reason)
	}
	if remedy := f.remedy(); remedy != "" {
		v.note(gutter, v.t.paint(bold, "help:"), len("help:"), remedy)
	}
	if len(f.Fixes) > 0 && f.Fixes[0].Message != "" {
		message := f.Fixes[0].Message
		v.note(gutter, v.t.paint(bold, "fix:"), len("fix:"), strings.ToLower(message[:1])+message[1:])
	} else if f.Left != "" {
		v.note(gutter, v.t.paint(bold, "fix:"), len("fix:"), f.Left)
	}
}

// note writes text behind a head of the given width, below each other where it is too long.
func (v *view) note(gutter, head string, width int, text string) {
	indent := len(gutter) + len(" = ") + width + 1
	for i, line := range Wrap(v.t.shown(text), v.t.columns()-indent) {
		if i == 0 {
			fmt.Fprintf(v, "%s %s %s %s\n", gutter, v.t.paint(blue, "="), head, line)
		} else {
			fmt.Fprintf(v, "%*s%s\n", indent, "", line)
		}
	}
}

// excerpt returns the line of code in which f begins and the marks below, with what does not fit beside margin left out.
func (v *view) excerpt(f Finding, margin int) (code, marks string, ok bool) {
	start, end := f.Source.Start, f.Source.End
	text := v.lines.Line(start)
	from, to := start.Column-1, len(text)
	if from < 0 || from >= len(text) {
		return "", "", false
	}
	switch {
	case end.Line == start.Line && end.Column > start.Column:
		to = min(to, end.Column-1)
	case end.Line <= start.Line: // it has no end: a name, as far as there is one
		to = from + len(text[from:]) - len(bytes.TrimLeftFunc(text[from:], inName))
	}
	before, span, after := v.t.shown(string(text[:from])), v.t.shown(string(text[from:to])), v.t.shown(string(text[to:]))
	room := v.t.columns() - margin
	dots := v.t.ellipsis()
	if width(before)+width(span) > room && width(before) > room/2 {
		before = dots + tail(before, room/4)
	}
	code = strings.TrimRight(before+span+after, " ")
	if width(code) > room {
		code = head(code, room-width(dots)) + dots
	}
	n := max(1, min(width(span), width(code)-width(before)))
	return code, strings.Repeat(" ", width(before)) + strings.Repeat("^", n), true
}

func inName(r rune) bool { return r == '.' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// A Next is a command that makes sense after a report.
type Next struct{ Command, What string }

// WriteNext writes commands, one below the other, with what they do beside them or, where that is too wide, below them.
func WriteNext(w io.Writer, t *Terminal, list []Next) {
	command, what := 0, 0
	for _, n := range list {
		command, what = max(command, width(n.Command)), max(what, width(n.What))
	}
	const indent = "    "
	beside := len(indent)+command+len("  ")+what <= t.columns()
	for _, n := range list {
		gap := "\n" + indent + indent
		if beside {
			gap = strings.Repeat(" ", command-width(n.Command)) + "  "
		}
		fmt.Fprintln(w, indent+t.paint(bold, Line(n.Command))+gap+n.What)
	}
}
