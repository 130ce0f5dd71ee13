package docs

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/driver"
)

// An example is a Go block of rules.md.
type example struct {
	line   int      // where it begins in rules.md
	strict bool     // it stands below the command that says so
	src    string   // as it stands there
	want   []string // the diagnostics that are shown between it and the next
}

// TestExamples runs the linter over the Go blocks of rules.md, which must compile and give the diagnostics that are shown below
// them and no others.
func TestExamples(t *testing.T) {
	const required = "example.com/queue.Options.VisibilityTimeout"
	if !strings.Contains(rules, "-require="+required) {
		t.Errorf("rules.md does not say -require=%s: this test sets it", required)
	}
	var bad, good, strict []*example
	for _, ex := range examples(rules) {
		switch {
		case ex.strict:
			strict = append(strict, ex)
		case len(ex.want) > 0:
			bad = append(bad, ex)
		default:
			good = append(good, ex)
		}
	}
	if len(bad) < len(sections()) {
		t.Errorf("%d examples have diagnostics: show one for each of %d rules", len(bad), len(sections()))
	}
	if len(strict) == 0 {
		t.Error("no example stands below a line that says transportlint -strict ./...")
	}

	t.Setenv("GOWORK", "off")
	usual := analyzer.Settings{Enable: []string{"client", "dial", "lambda-pool", "server", "pool"}, Require: []string{required}}
	for _, set := range []struct {
		settings analyzer.Settings
		examples []*example
	}{
		{usual, bad},
		{usual, good},
		{analyzer.Settings{Strict: true}, strict},
	} {
		module := newModule(t)
		dirs := make(map[string]*example)
		for _, ex := range set.examples {
			dir, src := ex.file(t)
			if dirs[dir] != nil {
				t.Fatalf("rules.md:%d: the block at line %d is package %s, too", ex.line, dirs[dir].line, dir)
			}
			dirs[dir] = ex
			write(t, filepath.Join(module, dir, "client.go"), src)
		}
		code, stdout, stderr := lint(t, driver.Options{Settings: set.settings, Patterns: []string{"./..."}, WorkDir: module})
		if code == driver.Failed {
			t.Fatalf("not all blocks of rules.md compile; lineN is the one at line N:\n%s", stderr)
		}
		got := findings(t, stdout)
		for dir, ex := range dirs {
			ex.check(t, got[dir])
		}
	}
}

// TestReadme: what README.md says of the article's literal is what the linter says.
func TestReadme(t *testing.T) {
	readme := string(read(t, filepath.Join("..", "README.md")))
	dir, err := filepath.Abs(filepath.Join("..", "testdata", "src", "article"))
	if err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr := lint(t, driver.Options{Patterns: []string{"."}, WorkDir: dir})
	if code != driver.Findings {
		t.Fatalf("the linter ended with %d and not with findings:\n%s", code, stderr)
	}
	for line := range strings.Lines(stdout) {
		if !strings.Contains(readme, "\n    "+line) {
			t.Errorf("README.md lacks the finding: %s", line)
		}
	}
}

// examples returns the Go blocks of a Markdown text.
func examples(text string) []*example {
	diagnostic := regexp.MustCompile(`^    ((?:client\.go:\d+:\d+: )?(?:` + strings.Join(sections(), "|") + `): .*)`)
	var out []*example
	inside, strict := false, false
	n := 0
	for line := range strings.Lines(text) {
		n++
		switch {
		case strings.HasPrefix(line, "```"):
			inside = strings.TrimSpace(line) == "```go"
			if inside {
				out = append(out, &example{line: n, strict: strict})
				strict = false
			}
		case inside:
			out[len(out)-1].src += line
		case line == "    transportlint -strict ./...\n":
			strict = true
		default:
			if m := diagnostic.FindStringSubmatch(line); m != nil && len(out) > 0 {
				out[len(out)-1].want = append(out[len(out)-1].want, strings.TrimSpace(m[1]))
			}
		}
	}
	return out
}

// file returns the example as a Go file, and the folder to put it in. A block that is not a whole file lacks a package clause
// and imports.
func (ex *example) file(t *testing.T) (dir, src string) {
	t.Helper()
	fset := token.NewFileSet()
	if f, err := parser.ParseFile(fset, "", ex.src, parser.PackageClauseOnly); err == nil {
		return f.Name.Name, ex.src
	}
	f, err := parser.ParseFile(fset, "", "package p;"+ex.src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatalf("rules.md:%d: the block is neither a Go file nor declarations: %v", ex.line, err)
	}
	paths := map[string]string{
		"context": "context",
		"events":  "github.com/aws/aws-lambda-go/events",
		"http":    "net/http",
		"lambda":  "github.com/aws/aws-lambda-go/lambda",
		"net":     "net",
		"os":      "os",
		"redis":   "github.com/gomodule/redigo/redis",
		"sql":     "database/sql",
		"strings": "strings",
		"time":    "time",
		"tls":     "crypto/tls",
	}
	pkg, imports := "p", make(map[string]bool)
	for n := range ast.Preorder(f) {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && paths[x.Name] != "" {
				imports[paths[x.Name]] = true
			}
		case *ast.FuncDecl:
			if n.Name.Name == "main" {
				pkg = "main"
			}
		}
	}
	src = "package " + pkg + "\n"
	for path := range imports {
		src += fmt.Sprintf("import %q\n", path)
	}
	return fmt.Sprintf("line%d", ex.line), src + ex.src
}

// check compares the diagnostics that the example got with those that are shown, which may be without their places.
func (ex *example) check(t *testing.T, got []string) {
	t.Helper()
	rest := slices.Clone(ex.want)
	same := len(got) == len(rest)
	for _, line := range got {
		_, bare, _ := strings.Cut(line, ": ")
		i := slices.IndexFunc(rest, func(want string) bool { return want == line || want == bare })
		if i < 0 {
			same = false
			break
		}
		rest = slices.Delete(rest, i, i+1)
	}
	if !same {
		t.Errorf("rules.md:%d: the block gets\n    %s\nand shown is\n    %s", ex.line, strings.Join(got, "\n    "), strings.Join(ex.want, "\n    "))
	}
}

// findings returns the lines of the linter's output, by folder and without it.
func findings(t *testing.T, output string) map[string][]string {
	t.Helper()
	out := make(map[string][]string)
	for line := range strings.Lines(output) {
		path, rest, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
		if !ok {
			t.Fatalf("the linter printed what is no finding: %s", line)
		}
		dir := filepath.Dir(path)
		out[dir] = append(out[dir], filepath.Base(path)+":"+rest)
	}
	return out
}

// newModule makes a module called example.com that may import aws-lambda-go and redigo, in the versions that testdata and
// integration have.
func newModule(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	mod, sum := "module example.com\n\ngo 1.26\n", ""
	for _, from := range []struct{ dir, module string }{
		{filepath.Join("..", "testdata", "lambda"), "github.com/aws/aws-lambda-go"},
		{filepath.Join("..", "integration"), "github.com/gomodule/redigo"},
	} {
		version := regexp.MustCompile(regexp.QuoteMeta(from.module) + ` v\S+`).Find(read(t, filepath.Join(from.dir, "go.mod")))
		mod += fmt.Sprintf("\nrequire %s\n", version)
		sum += string(read(t, filepath.Join(from.dir, "go.sum")))
	}
	write(t, filepath.Join(dir, "go.mod"), mod)
	write(t, filepath.Join(dir, "go.sum"), sum)
	return dir
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
