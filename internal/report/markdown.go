package report

import (
	"fmt"
	"io"
	"strings"
)

// WriteMarkdown writes text in the Markdown of this project's documentation for people who read it on a terminal, or in a file if
// terminal is nil: without marks, headings and emphasis in bold, code indented.
func WriteMarkdown(w io.Writer, terminal *Terminal, text string) error {
	m := &markdown{t: terminal, columns: min(terminal.columns(), 80)}
	for line := range strings.Lines(text) {
		m.line(strings.TrimRight(line, "\n"))
	}
	m.flush()
	_, err := io.WriteString(w, strings.TrimRight(m.out.String(), "\n")+"\n")
	return err
}

// A markdown is text that is being written.
type markdown struct {
	t         *Terminal
	columns   int
	out       strings.Builder
	paragraph []string // what is to be wrapped
	code      bool     // between fences
}

func (m *markdown) line(line string) {
	heading := strings.TrimLeft(line, "#")
	switch {
	case strings.HasPrefix(line, "```"):
		m.flush()
		m.code = !m.code
	case m.code:
		fmt.Fprintln(&m.out, strings.TrimRight("    "+strings.ReplaceAll(line, "\t", "    "), " "))
	case line == "":
		m.flush()
		fmt.Fprintln(&m.out)
	case len(heading) < len(line):
		m.flush()
		fmt.Fprintln(&m.out, m.t.paint(bold, strings.TrimSpace(heading)))
	case strings.HasPrefix(line, "    "):
		m.flush()
		m.wrapped("    ", line)
	case strings.HasPrefix(line, "- "):
		m.flush()
		m.paragraph = append(m.paragraph, line)
	default:
		m.paragraph = append(m.paragraph, line)
	}
}

// flush writes the paragraph or the item of a list that has come to its end.
func (m *markdown) flush() {
	if m.paragraph == nil {
		return
	}
	text := strings.Join(m.paragraph, " ")
	m.paragraph = nil
	if item, ok := strings.CutPrefix(text, "- "); ok {
		m.wrapped("  ", "- "+item)
		return
	}
	m.wrapped("", text)
}

// wrapped writes a text with inline marks, all lines but the first indented; the first too, if it is code.
func (m *markdown) wrapped(indent, text string) {
	text = link.ReplaceAllString(text, "$1")
	first := ""
	if strings.HasPrefix(text, indent) {
		first = indent
	}
	var state string // the color that is on
	for i, line := range wrapBy(unmarkedWidth, text, m.columns-len(indent)) {
		lead := indent
		if i == 0 {
			lead = first
		}
		fmt.Fprintln(&m.out, lead+m.inline(line, &state))
	}
}

// unmarkedWidth returns how many columns text takes without its marks.
func unmarkedWidth(text string) int {
	return width(strings.NewReplacer("`", "", "**", "").Replace(text))
}

// inline returns a line with its marks made colors, or left out. A color that is on at the end is on again in the next line.
func (m *markdown) inline(line string, state *string) string {
	var b strings.Builder
	toggle := func(color string) {
		if *state == color {
			_, off := m.t.colors(color)
			b.WriteString(off)
			*state = ""
			return
		}
		on, _ := m.t.colors(color)
		b.WriteString(on)
		*state = color
	}
	if *state != "" {
		on, _ := m.t.colors(*state)
		b.WriteString(on)
	}
	for len(line) > 0 {
		switch {
		case line[0] == '`':
			toggle(cyan)
			line = line[1:]
		case strings.HasPrefix(line, "**") && *state != cyan:
			toggle(bold)
			line = line[2:]
		default:
			b.WriteByte(line[0])
			line = line[1:]
		}
	}
	if *state != "" {
		_, off := m.t.colors(*state)
		b.WriteString(off)
	}
	return b.String()
}
