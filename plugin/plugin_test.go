package plugin

import (
	"go/types"
	"path/filepath"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/edit"
	"github.com/transportlint/transportlint/internal/suite"
)

// load does what golangci-lint does.
func load(t *testing.T, settings any) (register.LinterPlugin, error) {
	t.Helper()
	construct, err := register.GetPlugin("transportlint")
	if err != nil {
		t.Fatal(err)
	}
	return construct(settings)
}

func TestPlugin(t *testing.T) {
	testdata, err := filepath.Abs("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	p, err := load(t, map[string]any{"allow": []any{"net/http.Transport.MaxIdleConnsPerHost"}, "strict": false})
	if err != nil {
		t.Fatal(err)
	}
	// With less than types, golangci-lint would call the analyzer without any.
	if mode := p.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("load mode %s", mode)
	}
	analyzers, err := p.BuildAnalyzers()
	if err != nil || len(analyzers) != 1 {
		t.Fatalf("analyzers %v, error %v", analyzers, err)
	}
	folder := suite.Suite{Dir: testdata, Patterns: []string{"./src/allow"}, Analyzer: analyzers[0]}
	loaded, err := suite.Load([]suite.Suite{folder})
	if err != nil {
		t.Fatal(err)
	}
	var edits []edit.Edit
	for _, pkg := range loaded[testdata] {
		got, err := suite.Run(folder.Analyzer, pkg, func(*types.Package) []analysis.Fact { return nil })
		if err != nil {
			t.Fatal(err)
		}
		wants, err := suite.Wants(pkg)
		if err != nil {
			t.Fatal(err)
		}
		for _, difference := range suite.Check(pkg.Fset, wants, got.Diagnostics, nil) {
			t.Error(difference)
		}
		for _, d := range got.Diagnostics {
			if len(d.SuggestedFixes) > 1 {
				t.Errorf("%d fixes of: %s", len(d.SuggestedFixes), d.Message)
			}
			for _, fix := range d.SuggestedFixes {
				merged, ok := edit.Merge(edits, edit.Of(fix))
				if !ok {
					t.Errorf("what golangci-lint would make of this fix and others is no Go: %s", d.Message)
				}
				edits = merged
			}
		}
	}
	if len(edits) == 0 {
		t.Error("no fixes")
	}
}

func TestNoSettings(t *testing.T) {
	for _, settings := range []any{nil, map[string]any{}, map[string]any{"require": nil}} {
		if _, err := load(t, settings); err != nil {
			t.Errorf("%v: %v", settings, err)
		}
	}
}

func TestWrongSettings(t *testing.T) {
	for _, test := range []struct {
		settings any
		want     []string
	}{
		{map[string]any{"stricct": true}, []string{`no setting "stricct"`, "did you mean strict?", "lambda-max-idle"}},
		{map[string]any{"enable": []any{"transprt"}}, []string{`"transprt"`, "enable", "did you mean transport?"}},
		{map[string]any{"lambda-max-idle": 60}, []string{"setting lambda-max-idle", "60s"}},
	} {
		_, err := load(t, test.settings)
		if err == nil {
			t.Errorf("%v: no error", test.settings)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%v: the error does not say %q: %v", test.settings, want, err)
			}
		}
	}
}
