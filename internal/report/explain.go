package report

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Manual is the documentation that the command carries.
type Manual struct {
	// Rules lists the names of all rules.
	Rules []string
	// Explain returns what the documentation says about a rule, and whether there is such a rule.
	Explain func(rule string) (text string, ok bool)
}

// opening returns the first paragraphs about a rule without markup, up to a list, code or a heading, or else the rule's summary.
func (m Manual) opening(rule, summary string) string {
	if m.Explain == nil {
		return summary
	}
	section, _ := m.Explain(rule)
	var out []string
	for paragraph := range strings.SplitSeq(section, "\n\n") {
		if strings.HasPrefix(paragraph, "## ") {
			continue
		}
		if first, _ := utf8.DecodeRuneInString(paragraph); !unicode.IsLetter(first) || len(out) == maxOpening {
			break
		}
		out = append(out, strings.Join(strings.Fields(unmarked(paragraph)), " "))
	}
	if out == nil {
		return summary
	}
	return strings.Join(out, "\n\n")
}

// maxOpening is how many paragraphs open the explanation of a rule.
const maxOpening = 2

// links, and what emphasizes, in Markdown.
var (
	link     = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	emphasis = regexp.MustCompile("[*`]+")
)

// unmarked returns a paragraph of Markdown as text.
func unmarked(text string) string {
	return emphasis.ReplaceAllString(link.ReplaceAllString(text, "$1"), "")
}

// Section returns the section about rule, ending in a newline. It fails for an unknown rule, naming those there are.
func (m Manual) Section(rule string) (string, error) {
	text, ok := m.Explain(rule)
	if !ok {
		return "", fmt.Errorf("unknown rule %q: rules are %s", rule, strings.Join(m.Rules, ", "))
	}
	return strings.TrimRight(text, "\n") + "\n", nil
}
