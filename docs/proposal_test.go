package docs

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/analyzer"
)

// TestProposal: what is proposed to golangci-lint has the figures of accuracy.md, and all settings, which must be sorted there.
func TestProposal(t *testing.T) {
	text := string(read(t, "golangci-lint-proposal.md"))
	_, section, _ := strings.Cut(text, "\n## Accuracy\n")
	section, _, _ = strings.Cut(section, "\n## ")
	accuracy := string(read(t, "accuracy.md"))
	rows := regexp.MustCompile(`(?m)^\|.*\|$`).FindAllString(section, -1)
	if len(rows) < 3 {
		t.Errorf("the section Accuracy has a table of %d lines", len(rows))
	}
	for _, row := range rows {
		if !strings.Contains(accuracy, row+"\n") {
			t.Errorf("accuracy.md has no row %s", row)
		}
	}

	data, err := json.Marshal(analyzer.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	var settings map[string]any
	if err := json.Unmarshal(data, &settings); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range regexp.MustCompile(`(?m)^      # .*\n      # Default: .*\n      ([\w-]+):`).FindAllStringSubmatch(text, -1) {
		got = append(got, m[1])
	}
	if want := slices.Sorted(maps.Keys(settings)); !slices.Equal(got, want) {
		t.Errorf("the proposal has the settings %q, each with a description and its default, want %q", got, want)
	}
}
