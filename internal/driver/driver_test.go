package driver

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/report"
)

// threePackages imports nothing, so that it loads in no time.
const threePackages = `
-- go.mod --
module example.com/m

go 1.26
-- bad/bad.go --
package bad

var Mark = 1
-- good/good.go --
package good

import "example.com/m/bad"

var (
	Mark  = bad.Mark
	Other = 1
)
-- ugly/ugly.go --
package ugly

var Mark = 1
`

// layOut writes the files of a txtar archive into a new directory.
func layOut(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("GOWORK", "off")
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOFLAGS", "")
	return dir
}

// marks reports each variable called Mark, after calling before.
func marks(before func(*analysis.Pass) error) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       "transportlint",
		Doc:        "marks reports variables called Mark.",
		ResultType: reflect.TypeFor[*analyzer.Result](),
		FactTypes:  []analysis.Fact{new(pointsto.Summary)},
		Run: func(pass *analysis.Pass) (any, error) {
			if err := before(pass); err != nil {
				return nil, err
			}
			result := new(analyzer.Result)
			for id, obj := range pass.TypesInfo.Defs {
				if obj != nil && id.Name == "Mark" {
					d := analysis.Diagnostic{Pos: id.Pos(), Category: "mark", Message: "mark: found"}
					result.Findings = append(result.Findings, analyzer.Finding{Diagnostic: d, Level: catalog.Note})
				}
			}
			return result, nil
		},
	}
}

func fine(*analysis.Pass) error { return nil }

// runIn runs a over all packages below dir.
func runIn(ctx context.Context, dir string, a *analysis.Analyzer, change func(*Options)) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	opts := Options{analyzer: a, Patterns: []string{"./..."}, WorkDir: dir, Build: load.BuildNever, Stdout: &out, Stderr: &errs}
	if change != nil {
		change(&opts)
	}
	code = Run(ctx, opts)
	return code, filepath.ToSlash(out.String()), filepath.ToSlash(errs.String())
}

func TestFailuresStayInTheirPackage(t *testing.T) {
	dir := layOut(t, threePackages)
	const healthy = "good/good.go:6:2: mark: found\nugly/ugly.go:3:5: mark: found\n"
	tests := []struct {
		name   string
		before func(*analysis.Pass) error
		want   string
	}{
		{"panic", func(pass *analysis.Pass) error {
			if pass.Pkg.Name() == "bad" {
				panic("boom")
			}
			return nil
		}, "transportlint: example.com/m/bad: internal error: panic: boom\n"},
		{"error", func(pass *analysis.Pass) error {
			if pass.Pkg.Name() == "bad" {
				return errors.New("no such field")
			}
			return nil
		}, "transportlint: example.com/m/bad: no such field\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, stdout, stderr := runIn(t.Context(), dir, marks(test.before), nil)
			if code != Failed || stdout != healthy || !strings.HasPrefix(stderr, test.want) {
				t.Errorf("exit %d, want %d\nstdout:\n%swant:\n%sstderr:\n%swant first:\n%s", code, Failed, stdout, healthy, stderr, test.want)
			}
			if want := "2 findings in 2 packages (2 analyzed), errors in 1 package\n"; !strings.HasSuffix(stderr, want) {
				t.Errorf("summary %q, want %q", stderr, want)
			}

			code, stdout, _ = runIn(t.Context(), dir, marks(test.before), func(opts *Options) { opts.Format = report.JSON })
			var tree map[string]map[string]any
			if err := json.Unmarshal([]byte(stdout), &tree); err != nil {
				t.Fatal(err)
			}
			failure, _ := tree["example.com/m/bad"]["transportlint"].(map[string]any)
			if code != Failed || failure["error"] == nil || tree["example.com/m/good"] == nil {
				t.Errorf("with -json: exit %d\n%s", code, stdout)
			}
		})
	}
}

// beside is a module of which besideFile is a package.
const (
	beside = `
-- go.mod --
module example.com/m

go 1.26

require (
	github.com/aws/aws-lambda-go v0.0.0
	go.uber.org/fx v0.0.0
)

replace (
	github.com/aws/aws-lambda-go => ./aws
	go.uber.org/fx => ./fx
)
-- aws/go.mod --
module github.com/aws/aws-lambda-go
-- aws/lambda/lambda.go --
package lambda

func Start(any) {}
-- fx/go.mod --
module go.uber.org/fx
-- fx/fx.go --
package fx

func Populate(...any) {}
`
	besideFile = `-- p%02d/p.go --
package p

import (
	"context"
	"net"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"go.uber.org/fx"
)

var T = &http.Transport{}

type pair struct{ a, b int }

func (*pair) m()                                 {}
func g(t *http.Transport, b int, _ ...*pair)     {}
func handle(context.Context, *net.Dialer, fx.In) { lambda.Start(nil) }

%s
`
)

// TestFindingsBesideErrors has a type error of each kind beside something to report.
func TestFindingsBesideErrors(t *testing.T) {
	broken := []string{
		"var _ = []http.Transport{{Idle: 1}}",
		"var _ = pair{1, 2, 3}",
		"var _ = pair()",
		"func g() {}",
		"func f() { g(T) }",
		"func f() { g(T, 2, nil, 4) }",
		"func f() { g() }",
		"func f() { (*pair).m() }",
		"func f() { for range missing {\n}\n}",
		"func f() { fx.Populate(missing) }",
	}
	files := beside
	for i, code := range broken {
		files += fmt.Sprintf(besideFile, i, code)
	}
	_, stdout, stderr := runIn(t.Context(), layOut(t, files), nil, nil)
	for i, code := range broken {
		if !strings.Contains(stdout, fmt.Sprintf("p%02d/p.go:12:10: transport: ", i)) {
			t.Errorf("nothing is found beside %s", code)
		}
	}
	if t.Failed() {
		t.Logf("stdout:\n%sstderr:\n%s", stdout, stderr)
	}
}

func TestSameErrorIsPrintedOnce(t *testing.T) {
	dir := layOut(t, threePackages)
	a := marks(func(*analysis.Pass) error { return errors.New("no such field") })
	_, _, stderr := runIn(t.Context(), dir, a, nil)
	const want = "transportlint: example.com/m/bad: no such field (and in 2 more packages)\n" +
		"transportlint: nothing analyzed, errors in 3 packages\n"
	if stderr != want {
		t.Errorf("got:\n%swant:\n%s", stderr, want)
	}
}

func TestColor(t *testing.T) {
	dir := layOut(t, threePackages)
	_, stdout, _ := runIn(t.Context(), dir, marks(fine), func(opts *Options) {
		opts.Terminal, opts.Patterns = &report.Terminal{Color: true}, []string{"./ugly"}
	})
	if want := "\x1b[1mugly/ugly.go:3:5:\x1b[0m mark: found\n"; stdout != want {
		t.Errorf("got %q, want %q", stdout, want)
	}
}

func TestOnlyAskedPackagesAreReported(t *testing.T) {
	dir := layOut(t, threePackages)
	for _, build := range []load.Build{load.BuildAlways, load.BuildNever} {
		analyzed := make(map[string]bool)
		a := marks(func(pass *analysis.Pass) error {
			analyzed[pass.Pkg.Path()] = true // one after the other: good imports bad
			return nil
		})
		_, stdout, stderr := runIn(t.Context(), dir, a, func(opts *Options) {
			opts.Patterns, opts.Build = []string{"./good"}, build
		})
		if want := "good/good.go:6:2: mark: found\n"; stdout != want {
			t.Errorf("-build=%s: got:\n%swant:\n%s%s", build, stdout, want, stderr)
		}
		if !analyzed["example.com/m/bad"] || analyzed["example.com/m/ugly"] {
			t.Errorf("-build=%s: analyzed %v, want good and bad", build, analyzed)
		}
	}
}

// A broken pipe or a full disk must not look like a clean run.
func TestOutputThatCannotBeWritten(t *testing.T) {
	dir := layOut(t, threePackages)
	for _, format := range report.Formats() {
		code, _, stderr := runIn(t.Context(), dir, marks(fine), func(opts *Options) {
			opts.Stdout, opts.Format = brokenWriter{}, format
		})
		if want := "transportlint: writing findings: broken pipe\n"; code != Failed || stderr != want {
			t.Errorf("exit %d, want %d; got %q, want %q", code, Failed, stderr, want)
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestCancelled(t *testing.T) {
	dir := layOut(t, threePackages)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	code, stdout, stderr := runIn(ctx, dir, marks(fine), nil)
	if code != Failed || stdout != "" || stderr != "transportlint: interrupted\n" {
		t.Errorf("exit %d, stdout %q, stderr %q", code, stdout, stderr)
	}
}

// The analysis of a single package can take long.
func TestCancelledInPackage(t *testing.T) {
	dir := layOut(t, threePackages)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	defer close(ended)
	code, stdout, stderr := runIn(ctx, dir, &analysis.Analyzer{
		Name: "endless", Doc: "takes until the end of the test", ResultType: reflect.TypeFor[*analyzer.Result](),
		Run: func(*analysis.Pass) (any, error) {
			cancel()
			<-ended
			return new(analyzer.Result), nil
		},
	}, nil)
	if code != Failed || stdout != "" || stderr != "transportlint: interrupted\n" {
		t.Errorf("exit %d, stdout %q, stderr %q", code, stdout, stderr)
	}
}

func TestSummary(t *testing.T) {
	tests := []struct {
		result result
		want   string
	}{
		{result{analyzed: 41}, "no findings (41 packages)"},
		{result{analyzed: 1}, "no findings (1 package)"},
		{result{analyzed: 41, affected: 2, findings: make([]finding, 3)}, "3 findings in 2 packages (41 analyzed)"},
		{result{analyzed: 41, unjudged: 2}, "no findings (41 packages; 2 values not judged, see -v)"},
		{result{analyzed: 41, affected: 2, unjudged: 1, findings: make([]finding, 3)}, "3 findings in 2 packages (41 analyzed; 1 value not judged, see -v)"},
		{result{analyzed: 40, problems: []problem{{where: "a"}, {where: "a"}}}, "no findings (40 packages), errors in 1 package"},
		{result{analyzed: 40, affected: 1, problems: []problem{{where: "a", others: 1}}, findings: make([]finding, 1)}, "1 finding in 1 package (40 analyzed), errors in 2 packages"},
	}
	for _, test := range tests {
		if got := test.result.summary(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
