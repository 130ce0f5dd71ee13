package analyzer_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/types"
	"os"
	"os/exec"
	"reflect"
	"runtime/debug"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/suite"
)

func TestMain(m *testing.M) {
	debug.SetGCPercent(200) // most of what is loaded stays
	os.Exit(m.Run())
}

// TestAnalyzer compares what the analyzer finds in each folder of testdata with what the comments there want.
func TestAnalyzer(t *testing.T) {
	suites, loaded := testdata(t)
	for _, s := range suites {
		if testing.Short() && strings.HasSuffix(s.Name, "without Lambda") {
			continue // the same folders again
		}
		t.Run(s.Name, func(t *testing.T) {
			runSuite(t, s, loaded[s.Dir], func(got suite.Outcome) { checkData(t, got) })
		})
	}
}

// testdata returns the suites, and the packages of all of them.
func testdata(t *testing.T) ([]suite.Suite, map[string][]*packages.Package) {
	t.Helper()
	suites, err := suite.All("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := loadTestdata()
	if err != nil {
		t.Fatal(err)
	}
	return suites, loaded
}

// loadTestdata loads the packages of all suites, once for all tests: an analysis does not change them.
var loadTestdata = sync.OnceValues(func() (map[string][]*packages.Package, error) {
	suites, err := suite.All("../testdata")
	if err != nil {
		return nil, err
	}
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir, cmd.Env = "../testdata/lambda", append(os.Environ(), "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go mod download: %w\n%s", err, out)
	}
	return suite.Load(suites)
})

// runSuite runs s over packages, and compares what is found in those that belong to s with what their comments want. Check gets each outcome.
func runSuite(t *testing.T, s suite.Suite, packages []*packages.Package, check func(suite.Outcome)) {
	t.Helper()
	facts := make(map[*types.Package][]analysis.Fact)
	for _, pkg := range packages {
		if !s.Needs(pkg) {
			continue
		}
		got, err := suite.Run(s.Analyzer, pkg, func(p *types.Package) []analysis.Fact { return facts[p] })
		if err != nil {
			t.Errorf("%s: %v", pkg, err)
			continue
		}
		facts[pkg.Types] = throughGob(t, got.Facts)
		if !s.Has(pkg) {
			continue
		}
		wants, err := suite.Wants(pkg)
		if err != nil {
			t.Error(err)
		}
		for _, difference := range suite.Check(pkg.Fset, wants, got.Diagnostics, got.Facts) {
			t.Error(difference)
		}
		check(got)
	}
}

// checkData checks that what is said as data is what the diagnostics say.
func checkData(t *testing.T, got suite.Outcome) {
	t.Helper()
	findings := got.Result.(*analyzer.Result).Findings
	if len(findings) != len(got.Diagnostics) {
		t.Errorf("%d findings, %d diagnostics", len(findings), len(got.Diagnostics))
		return
	}
	for i, f := range findings {
		if !reflect.DeepEqual(f.Diagnostic, got.Diagnostics[i]) {
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
		if f.Level == 0 || f.Category != catalog.Directive && len(f.Fields) == 0 {
			t.Errorf("no level or no fields: %+v", f)
		}
	}
}

// throughGob returns the facts as drivers with separate processes pass them on.
func throughGob(t *testing.T, facts []analysis.Fact) (out []analysis.Fact) {
	t.Helper()
	for _, f := range facts {
		var text bytes.Buffer
		if err := gob.NewEncoder(&text).Encode(f); err != nil {
			t.Fatal(err)
		}
		again := reflect.New(reflect.TypeOf(f).Elem()).Interface().(analysis.Fact)
		if err := gob.NewDecoder(&text).Decode(again); err != nil {
			t.Fatal(err)
		}
		out = append(out, again)
	}
	return out
}
