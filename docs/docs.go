// Package docs embeds the documentation that the command prints.
package docs

import (
	_ "embed"
	"strings"
)

//go:embed rules.md
var rules string

// Rule returns the section of rules.md about the rule of that name, in Markdown, and whether there is one.
func Rule(name string) (text string, ok bool) {
	_, rest, ok := strings.Cut(rules, "\n## "+name+"\n")
	if !ok {
		return "", false
	}
	text, _, _ = strings.Cut(rest, "\n## ")
	return "## " + name + "\n" + strings.TrimRight(text, "\n") + "\n", true
}
