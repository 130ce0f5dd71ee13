// Package escape makes text that comes from a checkout harmless for those who read it: terminals, logs, and programs.
package escape

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Visible returns s with everything escaped, as in a Go string, that could make a terminal show something else: names and
// code may hold anything. Line breaks and tabs stay.
func Visible(s string) string {
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

// Printable returns s for a terminal or a log, with control characters escaped. The log may be one in which a build server looks
// for commands: ::command:: at the start of a line, or ##[command] and the like anywhere. In s there are none. Line breaks
// and tabs stay.
func Printable(s string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(Visible(s), "##", `#\x23`)) {
		words := strings.TrimLeftFunc(line, unicode.IsSpace)
		if rest, ok := strings.CutPrefix(words, "::"); ok {
			line = line[:len(line)-len(words)] + `\x3a:` + rest
		}
		b.WriteString(line)
	}
	return b.String()
}

// Line is Printable for what is to be a single line.
func Line(s string) string { return Printable(oneLine(s)) }

// Label is Visible for what is to be a single line.
func Label(s string) string { return oneLine(Visible(s)) }

func oneLine(s string) string { return strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(s) }

// Markdown makes text of s that is shown as it is in a cell of a table.
func Markdown(s string) string {
	var b strings.Builder
	for _, r := range Label(s) {
		if strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
			b.WriteByte('\\') // CommonMark lets all of these be escaped so
		}
		b.WriteRune(r)
	}
	return b.String()
}

// JSON returns JSON that means the same and that a terminal or a log takes for nothing else.
func JSON(text []byte) []byte {
	var b bytes.Buffer
	for i, r := range string(text) { // what is not ASCII stands in strings, and so does every #
		switch {
		case r == '#' && bytes.HasPrefix(text[i:], []byte("##")):
			b.WriteString(`\u0023`)
		case r >= utf8.RuneSelf && !strconv.IsGraphic(r) && r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		case r >= utf8.RuneSelf && !strconv.IsGraphic(r):
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			b.WriteRune(r)
		}
	}
	return b.Bytes()
}
