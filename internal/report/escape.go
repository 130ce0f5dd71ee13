package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// visible returns s with everything escaped, as in a Go string, that could make a terminal show something else: names and
// code may hold anything. Line breaks and tabs stay.
func visible(s string) string {
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
	for line := range strings.Lines(strings.ReplaceAll(visible(s), "##", `#\x23`)) {
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

func oneLine(s string) string { return strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(s) }

// escapeData and escapeProperty do what GitHub's runner undoes. What it does not know how to, as other control characters and what
// is not UTF-8, is shown escaped.
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(visible(s))
}

func escapeProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(escapeData(s))
}

// escapeMarkdown makes text of s that is shown as it is in a cell of a table.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for _, r := range oneLine(visible(s)) {
		if strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
			b.WriteByte('\\') // CommonMark lets all of these be escaped so
		}
		b.WriteRune(r)
	}
	return b.String()
}

// plainMessage is a message that a viewer shows as it is: in those of SARIF, brackets make links and braces stand for arguments.
func plainMessage(s string) sarifMessage {
	return sarifMessage{Text: strings.NewReplacer("[", `\[`, "]", `\]`, "{", "{{", "}", "}}").Replace(visible(s))}
}

// inertJSON returns JSON that means the same and that a terminal or a log takes for nothing else.
func inertJSON(text []byte) []byte {
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

// quotedName returns a file name as git and patch write it, in quotes where it has characters that need some.
func quotedName(name string) string {
	if visible(name) == name && !strings.ContainsAny(name, "\n\t\"\\") {
		return name
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range []byte(name) {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c >= 0x7f:
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// plainWord matches what needs no quotes in a shell.
var plainWord = regexp.MustCompile(`^[\w@%+=:,./-]+$`)

// Quoted returns an argument as it is typed in a shell.
func Quoted(arg string) string {
	if plainWord.MatchString(arg) {
		return arg
	}
	return "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
}
