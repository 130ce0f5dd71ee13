package integration

import (
	"regexp"
	"slices"
	"testing"
)

// TestDriversAgree runs every driver over a module of many packages whose verdicts depend on facts, with the real aws-lambda-go. They
// have to find what the command finds, which cmd/transportlint compares with go vet.
func TestDriversAgree(t *testing.T) {
	module := lambdaModule(t)
	reference := findings(module.dir, module.run(t, transportlint, "./...").stdout)
	if len(reference) < 100 {
		t.Fatalf("only %d findings: %q", len(reference), reference)
	}
	golangci := golangci{process{module.dir, []string{"GOLANGCI_LINT_CACHE=" + t.TempDir()}}, customGolangci(t)}

	none := func(findings []string) []string { return findings }
	for _, driver := range []struct {
		name      string
		output    string
		exception func([]string) []string // what may differ
	}{
		{"singlechecker", module.run(t, singlechecker, "./...").stderr, none},
		{"golangci-lint", golangci.run(t, nil).stdout, none},
		{"nogo", buildNogo(t, "{}").run(t, module.dir).stderr, shortPlaces},
	} {
		got, want := driver.exception(findings(module.dir, driver.output)), driver.exception(reference)
		for _, line := range want {
			if !slices.Contains(got, line) {
				t.Errorf("%s does not say %s", driver.name, line)
			}
		}
		for _, line := range got {
			if !slices.Contains(want, line) {
				t.Errorf("only %s says %s", driver.name, line)
			}
		}
	}
}

// shortPlaces leaves out folders in the messages of findings: nogo does not say which module a package is in, so the analyzer cannot
// give places relative to its root.
func shortPlaces(findings []string) []string {
	place := regexp.MustCompile(` at \S+/`)
	var out []string
	for _, line := range findings {
		out = append(out, place.ReplaceAllString(line, " at "))
	}
	return out
}
