package driver

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aymanbagabas/go-udiff"
	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/extent"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/report"
)

var update = flag.Bool("update", false, "write the .golden files of the folders fix* in testdata")

// TestFixForms repairs the folders testdata/src/fix*, and compares what becomes of their files with the .golden ones beside them.
func TestFixForms(t *testing.T) {
	root := abs(t, "../..")
	dir := workspace(t, root, "testdata/src/fix*")
	if out := run(t, Options{WorkDir: dir, Fix: true, Patterns: []string{"work"}}); out.code == Failed {
		t.Fatal(out.stderr)
	}
	for name, fixed := range goFiles(t, dir) {
		compareGolden(t, filepath.Join(root, name+".golden"), fixed)
	}
}

// TestFixClone applies the second fixes in the folder testdata/src/fixclone.
func TestFixClone(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	root := abs(t, "../..")
	dir := workspace(t, root, "testdata/src/fixclone")
	name := filepath.Join("testdata", "src", "fixclone", "clone.go")
	var edits []udiff.Edit
	for _, d := range run(t, Options{WorkDir: dir, Format: report.JSON, Patterns: []string{"work"}}).diagnostics(t) {
		for _, f := range d.SuggestedFixes {
			if f.Message == "Start from a clone of http.DefaultTransport" {
				for _, e := range f.Edits {
					edits = append(edits, udiff.Edit{Start: e.Start, End: e.End, New: e.New})
				}
			}
		}
	}
	fixed, err := udiff.ApplyBytes(goFiles(t, dir)[name], edits)
	if err != nil {
		t.Fatal(err)
	}
	compareGolden(t, filepath.Join(root, name+".clone.golden"), fixed)
	write(t, filepath.Join(dir, name), fixed)
	if out := run(t, Options{WorkDir: dir, Patterns: []string{"work"}}); out.code == Failed {
		t.Errorf("the result does not compile:\n%s", out.stderr)
	}
}

// TestFixTestdata holds the properties of fixes over the folders of testdata that are about them, and with -tags=full over all of it, and
// with -strict.
func TestFixTestdata(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long; TestFixForms looks at the folders that are about fixes")
	}
	root := abs(t, "../..")
	folders := "testdata/src/fix*"
	if extent.Full {
		folders = "testdata/src/*"
	}
	t.Run("default", func(t *testing.T) { checkFixes(t, workspace(t, root, folders), "work", analyzer.Settings{}) })
	t.Run("strict", func(t *testing.T) {
		if !extent.Full {
			t.Skip("runs with -tags=full")
		}
		checkFixes(t, workspace(t, root, "testdata/src/fix*"), "work", analyzer.Settings{Strict: true})
	})
	t.Run("lambda", func(t *testing.T) {
		if !extent.Full {
			t.Skip("runs with -tags=full")
		}
		t.Setenv("GOWORK", "off")
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(filepath.Join(root, "testdata", "lambda"))); err != nil {
			t.Fatal(err)
		}
		checkFixes(t, dir, "./...", analyzer.Settings{})
	})
}

// TestFixGenerated holds them over every combination of forms, fields and layouts, and with -tags=full of ways to import as well.
func TestFixGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	t.Setenv("GOWORK", "off")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), []byte("module example.com/m\n\ngo 1.26\n"))
	imported := styles
	if !extent.Full {
		imported = styles[len(styles)-2:] // the odd ones
	}
	generate(t, dir, imported)
	checkFixes(t, dir, "./...", analyzer.Settings{})
}

// checkFixes repairs the module in dir and checks that the result compiles and is formatted as well as before, that nothing is
// left to repair, that no rule has become louder, and that nothing changed but declarations with findings, and imports.
func checkFixes(t *testing.T, dir, pattern string, s analyzer.Settings) {
	opts := Options{Settings: s, WorkDir: dir, Patterns: []string{pattern}}
	with := func(change func(*Options)) output {
		o := opts
		change(&o)
		return run(t, o)
	}
	before := goFiles(t, dir)
	found := with(func(o *Options) { o.Format = report.JSON })

	left := with(func(o *Options) { o.Fix, o.Format = true, report.JSON })
	t.Log(strings.TrimSpace(left.stderr))
	after := goFiles(t, dir)
	if maps.EqualFunc(before, after, bytes.Equal) {
		t.Fatal("nothing was repaired")
	}
	again := with(func(o *Options) { o.Fix, o.Diff = true, true })
	if again.stdout != "" {
		t.Errorf("there is more to repair:\n%s", again.stdout)
	}
	if complaints(found.stderr) != complaints(again.stderr) {
		t.Errorf("errors before:\n%safter:\n%s", complaints(found.stderr), complaints(again.stderr))
	}
	rules := func(out output) map[string]int {
		n := make(map[string]int)
		for _, d := range out.diagnostics(t) {
			file, _, _ := strings.Cut(d.Posn, ".go:")
			if d.Category != "directive" { // comments that silenced what is repaired have become useless
				n[file+" "+d.Category]++
			}
		}
		return n
	}
	was := rules(found)
	for key, n := range rules(left) {
		if n > was[key] {
			t.Errorf("%s: %d findings after, %d before", key, n, was[key])
		}
	}
	for _, d := range left.diagnostics(t) {
		if len(d.SuggestedFixes) > 0 {
			t.Errorf("%s: not repaired: %s", d.Posn, d.Message)
		}
	}
	lines := make(map[string][]int)
	for _, d := range found.diagnostics(t) {
		for _, f := range d.SuggestedFixes {
			for _, e := range f.Edits {
				name, err := filepath.Rel(dir, e.Filename)
				if err != nil {
					t.Fatal(err)
				}
				lines[name] = append(lines[name], bytes.Count(before[name][:e.Start], []byte("\n"))+1)
			}
		}
	}
	for name := range before {
		checkChange(t, name, before[name], after[name], lines[name])
	}
}

// checkChange checks a repaired file; lines are those with edits.
func checkChange(t *testing.T, name string, before, after []byte, lines []int) {
	if bytes.Equal(before, after) {
		return
	}
	unix := func(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")) }
	clean := func(text []byte) bool {
		formatted, err := format.Source(unix(text))
		return err == nil && bytes.Equal(formatted, unix(text))
	}
	if clean(before) && !clean(after) {
		t.Errorf("%s is not formatted any more:\n%s", name, udiff.Unified("before", "after", string(before), string(after)))
	}
	if bytes.Count(before, []byte("\r\n")) == bytes.Count(before, []byte("\n")) && bytes.Count(after, []byte("\r\n")) != bytes.Count(after, []byte("\n")) {
		t.Errorf("%s: line endings are mixed", name)
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, before, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	line := func(p token.Pos) int { return fset.Position(p).Line }
	mayChange := func(at int) bool {
		if at <= line(file.Name.Pos())+2 {
			return true
		}
		for _, d := range file.Decls {
			if line(d.Pos()) > at || at > line(d.End())+1 {
				continue
			}
			g, ok := d.(*ast.GenDecl)
			if ok && g.Tok == token.IMPORT || slices.ContainsFunc(lines, func(l int) bool { return line(d.Pos()) <= l && l <= line(d.End()) }) {
				return true
			}
		}
		return false
	}
	for _, e := range udiff.Lines(string(before), string(after)) {
		if at := bytes.Count(before[:e.Start], []byte("\n")) + 1; !mayChange(at) {
			t.Errorf("%s:%d changed, and nothing was found there", name, at)
		}
	}
}

// complaints returns the errors on stderr, without the summary.
func complaints(stderr string) string {
	var out strings.Builder
	for line := range strings.Lines(stderr) {
		if !strings.HasPrefix(line, "transportlint: ") {
			out.WriteString(line)
		}
	}
	return out.String()
}

// An output is what one run of the driver gave.
type output struct {
	code           int
	stdout, stderr string
}

// run runs the driver.
func run(t *testing.T, opts Options) output {
	t.Helper()
	var stdout, stderr bytes.Buffer
	opts.Stdout, opts.Stderr = &stdout, &stderr
	opts.asCommand()
	code := Run(context.Background(), opts)
	return output{code, stdout.String(), stderr.String()}
}

// asCommand has packages loaded as the command does unless it is told otherwise: nothing is compiled.
func (o *Options) asCommand() { o.Build = cmp.Or(o.Build, load.BuildAuto) }

// A diagnostic is what the JSON of go/analysis says about one.
type diagnostic struct {
	Category, Posn, Message string
	SuggestedFixes          []struct {
		Message string
		Edits   []struct {
			Filename   string
			Start, End int
			New        string
		}
	} `json:"suggested_fixes"`
}

func (out output) diagnostics(t *testing.T) []diagnostic {
	t.Helper()
	var tree map[string]map[string]json.RawMessage
	if err := json.Unmarshal([]byte(out.stdout), &tree); err != nil {
		t.Fatalf("%v\n%s", err, out.stderr)
	}
	var list []diagnostic
	for _, pkg := range slices.Sorted(maps.Keys(tree)) {
		var some []diagnostic
		if json.Unmarshal(tree[pkg]["transportlint"], &some) == nil { // an error stands there otherwise
			list = append(list, some...)
		}
	}
	return list
}

// workspace copies the folders of root that match pattern into a new directory, each as a module of a workspace: what they import
// of each other begins with their names. The pattern work stands for all of them.
func workspace(t *testing.T, root, pattern string) string {
	t.Helper()
	dir := t.TempDir()
	folders, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
	if err != nil || len(folders) == 0 {
		t.Fatalf("%s: %v, %d folders", pattern, err, len(folders))
	}
	work := "go 1.26\n"
	for _, folder := range folders {
		name := filepath.Base(folder)
		to := filepath.Join(dir, "testdata", "src", name)
		if err := os.CopyFS(to, os.DirFS(folder)); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(to, "go.mod"), []byte("module "+name+"\n\ngo 1.26\n"))
		work += "use ./testdata/src/" + name + "\n"
	}
	write(t, filepath.Join(dir, "go.work"), []byte(work))
	t.Setenv("GOFLAGS", "")
	t.Setenv("GOWORK", filepath.Join(dir, "go.work"))
	return dir
}

// goFiles returns the Go files below dir by their names relative to it.
func goFiles(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := make(map[string][]byte)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err == nil {
			files[name], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func compareGolden(t *testing.T, golden string, got []byte) {
	t.Helper()
	if *update {
		write(t, golden, got)
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	want = bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n")) // of a checkout on Windows
	got = bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n"))
	if !bytes.Equal(got, want) {
		t.Errorf("%s", udiff.Unified(golden, "got", string(want), string(got)))
	}
}

func write(t *testing.T, name string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

func abs(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// TestFixUndone takes back what would not compile, of one package, and keeps the rest.
func TestFixUndone(t *testing.T) {
	dir := layOut(t, threePackages)
	a := marks(fine)
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		result, err := run(pass)
		for i := range result.(*analyzer.Result).Findings {
			text := "Fixed"
			if pass.Pkg.Name() == "ugly" {
				text = "2 + "
			}
			f := &result.(*analyzer.Result).Findings[i]
			edit := analysis.TextEdit{Pos: f.Pos, End: f.Pos + token.Pos(len("Mark")), NewText: []byte(text)}
			f.SuggestedFixes = []analysis.SuggestedFix{{Message: "Rename it", TextEdits: []analysis.TextEdit{edit}}}
		}
		return result, err
	}
	code, stdout, stderr := runIn(t.Context(), dir, a, func(o *Options) { o.Fix, o.Patterns = true, []string{"./good", "./ugly"} })
	if want := "ugly/ugly.go:3:5: mark: found\n"; code != Failed || stdout != want {
		t.Errorf("exit %d, stdout:\n%swant %d and:\n%s", code, stdout, Failed, want)
	}
	if want := "ugly/ugly.go: not fixed: the result would not compile: "; !strings.Contains(stderr, want) {
		t.Errorf("%q is not in\n%s", want, stderr)
	}
	if want := "transportlint: fixed 1 of 2 findings in 1 file; 1 remains, errors in 1 package\n"; !strings.HasSuffix(stderr, want) {
		t.Errorf("want %q at the end of\n%s", want, stderr)
	}
	files := goFiles(t, dir)
	good, ugly := string(files[filepath.Join("good", "good.go")]), string(files[filepath.Join("ugly", "ugly.go")])
	if !strings.Contains(good, "Fixed = bad.Mark") || strings.Contains(ugly, "2 +") {
		t.Errorf("good.go is now\n%sugly.go is now\n%s", good, ugly)
	}
}

// TestFixChangedMeanwhile leaves a file alone that somebody saves during the analysis.
func TestFixChangedMeanwhile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	dir := layOut(t, `
-- go.mod --
module example.com/m

go 1.26
-- a.go --
package a

import "net"

var D = net.Dialer{}
`)
	name := filepath.Join(dir, "a.go")
	saved := []byte("package a\n\nimport \"net\"\n\nvar Saved = net.Dialer{}\n")
	a := *analyzer.Analyzer
	a.Run = func(pass *analysis.Pass) (any, error) {
		defer write(t, name, saved)
		return analyzer.Analyzer.Run(pass)
	}
	code, stdout, stderr := runIn(t.Context(), dir, &a, func(o *Options) { o.Fix, o.Build = true, load.BuildAlways })
	if want := "a.go:5:13: dialer: "; !strings.HasPrefix(stdout, want) || !strings.Contains(stderr, "fixed nothing; 1 finding in 1 package") {
		t.Errorf("what the file holds now is not reported: %q, %q", stdout, stderr)
	}
	if want := "a.go: not fixed: it changed while it was being analyzed; run the command again\n"; code != Failed || !strings.Contains(stderr, want) {
		t.Errorf("exit %d, want %d and %q in\n%s", code, Failed, want, stderr)
	}
	if got := goFiles(t, dir)["a.go"]; !bytes.Equal(got, saved) {
		t.Errorf("a.go is now\n%s", got)
	}
}
