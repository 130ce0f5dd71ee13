// Package suite lists what the tests run the analyzer over, and with which settings.
package suite

import (
	"os"
	"path/filepath"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/analyzer"
)

// A Suite is an analyzer with the packages whose `// want` comments say what it finds.
type Suite struct {
	Name     string
	Dir      string   // a module, or a directory with packages in src
	Patterns []string // of packages in Dir
	Analyzer *analysis.Analyzer
	Survival bool // all that matters is that the analysis comes to an end
}

// special lists the folders of testdata/src that want other settings than the default.
var special = map[string]analyzer.Settings{
	"allow":             {Allow: []string{"net/http.Transport.MaxIdleConnsPerHost"}},
	"client":            {Enable: []string{"client"}},
	"clientctx":         {Enable: []string{"client"}},
	"clientshortcuts":   {Enable: []string{"client"}},
	"dial":              {Enable: []string{"dial"}},
	"generatedincluded": {IncludeGenerated: true},
	"github.com":        {Disable: []string{"transport", "dialer"}}, // stands for Lambda functions outside of modules
	"lambdaentry": {
		LambdaEntry:   []string{"lambdaentry/platform.Run"},
		LambdaMaxIdle: analyzer.Duration(time.Minute),
		Disable:       []string{"transport"},
	},
	"lambdanone":       {LambdaEntry: []string{"none"}, Disable: []string{"transport"}},
	"rulesapartclient": {Enable: []string{"client"}},
	"leak":             {Disable: []string{"transport", "dialer", "value"}},
	"bounds": {Require: []string{
		"bounds.Options.Retries>=1", "bounds.Options.Timeout<=1m", "bounds.Options.Low<=bounds.Options.High",
		"net/http.Transport.MaxIdleConnsPerHost<=MaxIdleConns",
	}, Disable: []string{"transport", "value"}},
	"leakonce":          {Disable: []string{"transport", "dialer", "value"}},
	"maxidle":           {MaxIdle: analyzer.Duration(time.Minute), Disable: []string{"transport", "leak", "value"}},
	"require":           {Require: []string{"require.Options.Timeout", "net/http.Transport.ForceAttemptHTTP2"}},
	"server":            {Enable: []string{"server"}},
	"strict":            {Strict: true},
	"value":             {Disable: []string{"transport", "dialer"}},
	"testfilesincluded": {IncludeTests: true},
}

// All returns the suites in the directory testdata. Folders of testdata/src with default settings are in one, since most of the
// time goes into loading the standard library.
func All(testdata string) ([]Suite, error) {
	testdata, err := filepath.Abs(testdata)
	if err != nil {
		return nil, err
	}
	folders, err := os.ReadDir(filepath.Join(testdata, "src"))
	if err != nil {
		return nil, err
	}
	var out []Suite
	var ordinary []string
	for _, folder := range folders {
		pattern := "./src/" + folder.Name() + "/..."
		s, ok := special[folder.Name()]
		if !ok {
			ordinary = append(ordinary, pattern)
			continue
		}
		a, err := analyzer.New(s)
		if err != nil {
			return nil, err
		}
		out = append(out, Suite{Name: folder.Name(), Dir: testdata, Patterns: []string{pattern}, Analyzer: a})
	}
	// In a program without Lambda functions less is known of calls.
	for _, folder := range []string{"client", "clientctx", "clientshortcuts", "dial", "leak", "maxidle"} {
		a, err := analyzer.NewFor(special[folder], analyzer.Request{NoLambda: true})
		if err != nil {
			return nil, err
		}
		out = append(out, Suite{Name: folder + " without Lambda", Dir: testdata, Patterns: []string{"./src/" + folder + "/..."}, Analyzer: a})
	}
	// The rule value has a folder of its own, since durations are as short elsewhere as can be: mostly 1.
	usual := analyzer.Settings{Disable: []string{"value"}}
	a, err := analyzer.New(usual)
	if err != nil {
		return nil, err
	}
	out = append(out, Suite{Name: "default", Dir: testdata, Patterns: ordinary, Analyzer: a})
	// What is looked at for the sake of the rules about Lambda changes no other verdict.
	withoutLambda, err := analyzer.NewFor(usual, analyzer.Request{NoLambda: true})
	if err != nil {
		return nil, err
	}
	out = append(out, Suite{Name: "default without Lambda", Dir: testdata, Patterns: ordinary, Analyzer: withoutLambda})

	// A module of its own, since it uses the real aws-lambda-go.
	if a, err = analyzer.New(analyzer.Settings{Enable: []string{"lambda-pool"}, Disable: []string{"transport", "dialer", "value", "leak"}}); err != nil {
		return nil, err
	}
	return append(out, Suite{Name: "lambda", Dir: filepath.Join(testdata, "lambda"), Patterns: []string{"./..."}, Analyzer: a}), nil
}

// Nasty returns the suite of packages that are odd, or import what does not type-check.
func Nasty(testdata string) (Suite, error) {
	testdata, err := filepath.Abs(testdata)
	if err != nil {
		return Suite{}, err
	}
	a, err := analyzer.New(analyzer.Settings{})
	return Suite{Name: "nasty", Dir: filepath.Join(testdata, "nasty"), Patterns: []string{"./src/..."}, Analyzer: a, Survival: true}, err
}
