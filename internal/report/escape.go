package report

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/transportlint/transportlint/internal/escape"
)

// Printable is escape.Printable.
func Printable(s string) string { return escape.Printable(s) }

// Line is escape.Line.
func Line(s string) string { return escape.Line(s) }

// escapeData and escapeProperty do what GitHub's runner undoes. What it does not know how to, as other control characters and what
// is not UTF-8, is shown escaped.
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(escape.Visible(s))
}

func escapeProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(escapeData(s))
}

// plainMessage is a message that a viewer shows as it is: in those of SARIF, brackets make links and braces stand for arguments.
func plainMessage(s string) sarifMessage {
	return sarifMessage{Text: strings.NewReplacer("[", `\[`, "]", `\]`, "{", "{{", "}", "}}").Replace(escape.Visible(s))}
}

// quotedName returns a file name as git and patch write it, in quotes where it has characters that need some.
func quotedName(name string) string {
	if escape.Visible(name) == name && !strings.ContainsAny(name, "\n\t\"\\") {
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
