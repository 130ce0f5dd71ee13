package analyzer_test

import (
	"fmt"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/suite"
)

// TestAnalyzer runs the analyzer over each folder of testdata.
func TestAnalyzer(t *testing.T) {
	suites, err := suite.All("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range suites {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			if s.Name == "lambda" {
				download(t, s.Dir) // analysistest does not go to the network
			}
			for _, result := range analysistest.Run(factsOptional{t}, s.Dir, s.Analyzer, s.Patterns...) {
				checkData(t, result)
			}
		})
	}
}

// checkData checks that what is said as data is what the diagnostics say.
func checkData(t *testing.T, result *analysistest.Result) {
	t.Helper()
	if result.Result == nil {
		return // it failed, which is another test's affair
	}
	findings := result.Result.(*analyzer.Result).Findings
	if len(findings) != len(result.Diagnostics) {
		t.Errorf("%s: %d findings, %d diagnostics", result.Action.Package, len(findings), len(result.Diagnostics))
		return
	}
	for i, f := range findings {
		if !reflect.DeepEqual(f.Diagnostic, result.Diagnostics[i]) {
			t.Errorf("finding %d is not the diagnostic: %+v", i, f)
		}
		words := []string{f.Category + ": ", f.Type, f.At.String()}
		for _, field := range f.Fields {
			words = append(words, field.Name)
			if field.Name == "" || field.Reason == "" {
				t.Errorf("a field without a name or a reason: %s", f.Message)
			}
		}
		for _, word := range words {
			if !strings.Contains(f.Message, word) {
				t.Errorf("the message lacks %q: %s", word, f.Message)
			}
		}
		if f.Level == "" || f.Category != catalog.Directive && len(f.Fields) == 0 {
			t.Errorf("no level or no fields: %+v", f)
		}
	}
}

func download(t *testing.T, dir string) {
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go mod download: %v\n%s", err, out)
	}
}

// factsOptional lets a folder speak of facts only where it is about them: the facts that it wants must be there, others may.
type factsOptional struct{ *testing.T }

func (t factsOptional) Errorf(format string, args ...any) {
	t.Helper()
	if msg := fmt.Sprintf(format, args...); !strings.Contains(msg, ": unexpected fact: ") {
		t.Error(msg)
	}
}
