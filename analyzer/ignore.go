package analyzer

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/directive"
	"github.com/transportlint/transportlint/internal/suggest"
)

// maxNear is how many lines a comment may be away from what it was meant for.
const maxNear = 5

// nearest returns the line of file with the finding of rule that is nearest to line, 0 if none is near.
func nearest(pass *analysis.Pass, file *ast.File, findings []finding, rule string, line int) int {
	best, least := 0, maxNear+1
	for _, f := range findings {
		if f.Category != rule || f.Pos < file.FileStart || file.FileEnd <= f.Pos {
			continue
		}
		at := pass.Fset.Position(f.Pos).Line
		if d := max(at-line, line-at); d < least {
			best, least = at, d
		}
	}
	return best
}

// aboutIgnores returns findings about the comments that do nothing; near tells where there is a finding of a rule near to a line.
func (c *config) aboutIgnores(ignores []*directive.Ignore, near func(rule string, line int) int) []Finding {
	var out []Finding
	for _, ig := range ignores {
		if problem := c.problem(ig, near); problem != "" {
			f := newFinding(ig.Pos, ig.End, catalog.Directive)
			f.Says, f.Message = problem, catalog.Directive+": "+problem
			out = append(out, f)
		}
	}
	return out
}

// problem says why a comment does nothing, or returns nothing.
func (c *config) problem(ig *directive.Ignore, near func(rule string, line int) int) string {
	const word = "//" + directive.Word
	rules := strings.Join(ig.Rules, ",")
	switch {
	case ig.Instead != "":
		return "//" + directive.Prefix + ig.Instead + " silences nothing; write " + word
	case ig.Spaced:
		if len(ig.Rules) == 0 || slices.ContainsFunc(ig.Rules, func(r string) bool { return checkRule(r) != nil }) {
			return "" // prose about such comments
		}
		return "// " + directive.Word + " has a space after the slashes, so it silences nothing; write " + word
	case strings.HasSuffix(rules, ",") && ig.Reason != "":
		next, _, _ := strings.Cut(ig.Reason, " ")
		return word + " " + rules + " " + next + " has a space after the comma, so " + next + " is part of the reason; write " + rules + next
	}
	for i, rule := range ig.Rules {
		if err := checkRule(rule); err != nil {
			if i == 0 && suggest.DidYouMean(rule, ruleNames()) == "" {
				return word + " " + rule + " names no rule, so it silences nothing; the rule comes first, then the reason, as in " + word + " transport " + rule + " ..."
			}
			return word + " names " + err.Error()
		}
	}
	switch {
	case len(ig.Rules) == 0:
		return word + " lacks a rule and a reason, so it silences nothing; write " + word + " rule reason"
	case ig.Reason == "":
		return word + " " + rules + " lacks a reason, so it silences nothing; write the reason after the rule"
	}
	var useless []string
	for _, rule := range ig.Rules {
		if !c.rules[rule] || ig.Used(rule) {
			continue
		}
		if line := near(rule, ig.Target()); line != 0 {
			return fmt.Sprintf("%s %s is for line %d, and the finding is on line %d; move it there", word, rule, ig.Target(), line)
		}
		useless = append(useless, rule)
	}
	if useless == nil {
		return ""
	}
	return word + " " + strings.Join(useless, ",") + " silences nothing here; remove it"
}
