package docs

import (
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/catalog"
)

func TestRule(t *testing.T) {
	names := []string{catalog.Directive}
	for _, r := range catalog.Rules() {
		names = append(names, r.Name)
	}
	for _, name := range names {
		text, ok := Rule(name)
		if !ok {
			t.Errorf("rules.md has no section %q; add one, it is where the diagnostics of the rule link to", name)
			continue
		}
		if got := strings.Count(text, "\n## "); got != 0 {
			t.Errorf("section %q runs into the next one", name)
		}
		if !strings.Contains(rules, "| ["+name+"](#"+name+")") {
			t.Errorf("the table at the top of rules.md lacks %q", name)
		}
	}
	if _, ok := Rule("no such rule"); ok {
		t.Error("a section for a rule that does not exist")
	}
}

// TestPhrases keeps the diagnostics that rules.md shows in the catalogue's own words.
func TestPhrases(t *testing.T) {
	for _, typ := range catalog.Types() {
		text, _ := Rule(typ.Rule)
		for _, f := range typ.Fields {
			if f.Default && typ.Name != "Dialer" && !strings.Contains(text, f.Effect) {
				t.Errorf("section %s does not show what %s.%s says: %q", typ.Rule, typ.Name, f.Name, f.Effect)
			}
			if f.Reportable() && typ.Rule == "transport" && !strings.Contains(text, f.Name) {
				t.Errorf("section %s does not name %s", typ.Rule, f.Name)
			}
		}
	}
}
