package report

import (
	"strconv"
	"strings"
	"unicode"
)

// A Terminal is what is known of the terminal that shows a report. Where there is none, as for a file or a pipe, it is nil.
type Terminal struct {
	Width   int  // columns, 0 if unknown
	Color   bool // it understands ANSI escapes, and the user has not declined them
	Unicode bool // it shows what is not ASCII
}

// ANSI escapes. The colors are among the eight that are readable on both light and dark backgrounds.
const (
	bold    = "\x1b[1m"
	red     = "\x1b[31m"
	green   = "\x1b[32m"
	yellow  = "\x1b[33m"
	blue    = "\x1b[34m"
	cyan    = "\x1b[36m"
	plain   = "\x1b[0m"
	tabStop = 4
)

// colors returns what turns a color on and off, nothing where there is none.
func (t *Terminal) colors(color string) (on, off string) {
	if t == nil || !t.Color || color == "" {
		return "", ""
	}
	return color, plain
}

// paint returns text in a color.
func (t *Terminal) paint(color, text string) string {
	on, off := t.colors(color)
	return on + text + off
}

// columns returns how many columns there are to write in.
func (t *Terminal) columns() int {
	if t == nil || t.Width <= 0 {
		return 80
	}
	return max(t.Width, 20)
}

// shown returns code as the terminal can show it on one line, with blanks for tabs.
func (t *Terminal) shown(code string) string {
	code = strings.ReplaceAll(strings.TrimRight(code, "\r\n"), "\t", strings.Repeat(" ", tabStop))
	if t == nil || !t.Unicode {
		return ascii(Line(code))
	}
	return Line(code)
}

// ascii returns s with everything escaped that is not ASCII.
func ascii(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < unicode.MaxASCII {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		}
	}
	return b.String()
}

// ellipsis stands for what is left out.
func (t *Terminal) ellipsis() string {
	if t == nil || !t.Unicode {
		return "..."
	}
	return "…"
}

// width returns how many columns s takes.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana), // and their punctuation
		r >= 0x3000 && r <= 0x303f, r >= 0xff01 && r <= 0xff60, r >= 0x1f300 && r <= 0x1faff:
		return 2
	}
	return 1
}

// head returns the beginning of s that takes at most n columns.
func head(s string, n int) string {
	for i, r := range s {
		if n -= runeWidth(r); n < 0 {
			return s[:i]
		}
	}
	return s
}

// tail returns the end of s that takes at most n columns.
func tail(s string, n int) string {
	for over := width(s) - n; over > 0; {
		for i, r := range s {
			if i > 0 {
				s = s[i:]
				break
			}
			over -= runeWidth(r)
		}
	}
	return s
}

// Wrap breaks text at blanks into lines of at most n columns, as far as words allow.
func Wrap(text string, n int) []string { return wrapBy(width, text, n) }

// wrapBy is Wrap for text of which width tells how many columns it takes.
func wrapBy(width func(string) int, text string, n int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case width(line)+1+width(word) <= n:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}
