package report

import (
	"fmt"
	"strings"
)

// A Manual is the documentation that the command carries.
type Manual struct {
	// Rules lists the names of all rules.
	Rules []string
	// Explain returns what the documentation says about a rule, and whether there is such a rule.
	Explain func(rule string) (text string, ok bool)
}

// Section returns the section about rule, ending in a newline. It fails for an unknown rule, naming those there are.
func (m Manual) Section(rule string) (string, error) {
	text, ok := m.Explain(rule)
	if !ok {
		return "", fmt.Errorf("unknown rule %q: rules are %s", rule, strings.Join(m.Rules, ", "))
	}
	return strings.TrimRight(text, "\n") + "\n", nil
}
