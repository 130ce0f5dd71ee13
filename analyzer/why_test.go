package analyzer_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/suite"
	"github.com/transportlint/transportlint/internal/why"
)

// TestWhy asks about all values of testdata. That must change no finding, and each verdict and each way must have its reasons.
func TestWhy(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	suites, loaded := testdata(t)
	values, fields := 0, 0
	for _, s := range suites {
		settings, ok := map[string]analyzer.Settings{
			"default": {Disable: []string{"value"}},
			"lambda":  {Enable: []string{"lambda-pool"}, Disable: []string{"transport", "dialer", "value", "leak"}},
			"leak":    {Disable: []string{"transport", "dialer", "value"}},
			"strict":  {Strict: true},
		}[s.Name]
		if !ok {
			continue
		}
		var err error
		if s.Analyzer, err = analyzer.NewFor(settings, analyzer.Request{Why: new(why.Question)}); err != nil {
			t.Fatal(err)
		}
		runSuite(t, s, loaded[s.Dir], func(got suite.Outcome) {
			for _, v := range got.Result.(*analyzer.Result).Why.Values {
				values++
				fields += len(v.Fields)
				checkReasons(t, v)
			}
		})
	}
	if values < 1000 || fields < 3000 {
		t.Errorf("only %d values with %d fields were explained", values, fields)
	}
}

// checkReasons checks that what is said of v has reasons that are more than the verdict, and places.
func checkReasons(t *testing.T, v why.Value) {
	t.Helper()
	at := fmt.Sprintf("%s:%d: %s", filepath.Join(filepath.Base(filepath.Dir(v.Place.File)), filepath.Base(v.Place.File)), v.Place.Line, v.Type)
	for _, f := range v.Fields {
		if len(f.Reasons) == 0 {
			t.Errorf("%s.%s is %s without a reason", at, f.Name, f.Verdict)
		}
		for _, r := range f.Reasons {
			if r.Says == "" {
				t.Errorf("%s.%s is %s for a reason without words", at, f.Name, f.Verdict)
			}
			inherited := r.Says == "that of http.DefaultTransport"
			if f.Verdict == why.Set && r.Place == nil && !inherited || f.Verdict == why.Unknown && r.Place == nil && !strings.Contains(r.Says, "panic") {
				t.Errorf("%s.%s is %s: %q has no place", at, f.Name, f.Verdict, r.Says)
			}
			for _, s := range r.Steps {
				if s.Says == "" || strings.Contains(s.Says, "  ") {
					t.Errorf("%s.%s has the step %q", at, f.Name, s.Says)
				}
			}
		}
	}
	if l := v.Leak; l != nil && l.Reported && len(l.Way) < 2 {
		t.Errorf("%s: leak has the reasons %v", at, l.Way)
	}
	ways := map[string][]why.Step{}
	for _, f := range v.Findings {
		if strings.HasPrefix(f.Rule, "lambda-") {
			ways[f.Rule] = f.Way
		}
	}
	for rule, way := range ways {
		switch {
		case len(way) == 0:
			t.Errorf("%s: %s has no way", at, rule)
		case !strings.Contains(way[0].Says, " starts ") && !strings.Contains(way[0].Says, "handler"):
			t.Errorf("%s: the way of %s begins with %q", at, rule, way[0].Says)
		}
		for _, s := range way {
			if strings.Contains(s.Says, "leads to") || strings.Contains(s.Says, " keeps ") && s.Place == nil {
				t.Errorf("%s: the way of %s has the step %q", at, rule, s.Says)
			}
		}
	}
}
