package report

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/suggest"
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

// Section returns the section about rule for people who have nothing but the command: what names a test has a link in its place. It
// fails for an unknown rule, naming those there are.
func (m Manual) Section(rule string) (string, error) {
	text, ok := m.Explain(rule)
	if !ok {
		if text := fields(rule); text != "" {
			return text, nil
		}
		return "", fmt.Errorf("there is no rule %q%s; the rules are %s", rule, suggest.DidYouMean(rule, append(fieldNames(), m.Rules...)), strings.Join(m.Rules, ", "))
	}
	without := test.ReplaceAllString(text, "")
	if without != text {
		without += "\nThe tests that show this are in " + homepage + "/tree/main/evidence\n"
	}
	return strings.TrimRight(without, "\n") + "\n", nil
}

// fields returns what is said about the cataloged fields of that name, or nothing if there are none.
func fields(name string) string {
	var b strings.Builder
	for _, t := range catalog.Types() {
		for _, f := range t.Fields {
			if !strings.EqualFold(f.Name, name[strings.LastIndexByte(name, '.')+1:]) || !strings.HasSuffix(strings.ToLower(t.Package+"."+t.Name+"."+f.Name), strings.ToLower(name)) {
				continue
			}
			says := "No rule reports it."
			switch {
			case f.Default || f.Beside != nil:
				says = "The rule " + t.Rule + " reports it."
				if !catalog.FindRule(t.Rule).Default {
					says = "The rule " + t.Rule + ", which is off by default, reports it."
				}
			case f.Reportable():
				says = fmt.Sprintf("The rule %s reports it with -strict or -require=%s.%s.%s.", t.Rule, t.Package, t.Name, f.Name)
			}
			fmt.Fprintf(&b, "**%s.%s.%s**, if it is zero: %s %s\n\n", t.Package, t.Name, f.Name, f.Zero, says)
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// fieldNames returns the names of cataloged fields.
func fieldNames() []string {
	var names []string
	for _, t := range catalog.Types() {
		for _, f := range t.Fields {
			names = append(names, f.Name)
		}
	}
	return names
}

// test is what names the test that shows what follows.
var test = regexp.MustCompile(`\bTest[A-Z]\w*(?:,? and Test\w+)*:\s`)

// List returns a line for each rule.
func (m Manual) List() string {
	var b strings.Builder
	for _, name := range m.Rules {
		rule := catalog.FindRule(name)
		state := "off"
		if rule.Default {
			state = "on"
		}
		head := fmt.Sprintf("%-14s %-3s %-7s ", name, state, rule.Level)
		fmt.Fprintln(&b, head+strings.Join(Wrap(rule.Summary, 80-len(head)), "\n"+strings.Repeat(" ", len(head))))
	}
	return b.String()
}
