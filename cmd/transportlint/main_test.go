package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// binary is the command under test.
var binary string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "transportlint")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		binary = filepath.Join(dir, "transportlint")
		if runtime.GOOS == "windows" {
			binary += ".exe"
		}
		if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, out)
			return 1
		}
		return m.Run()
	}())
}

// A result is what a process left behind, with slashes in paths.
type result struct {
	code           int
	stdout, stderr string
}

func (r result) String() string {
	return fmt.Sprintf("exit %d\nstdout:\n%sstderr:\n%s", r.code, r.stdout, r.stderr)
}

// long skips a test where only short ones are asked for.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes long")
	}
}

// lint runs the command in dir.
func lint(t *testing.T, dir string, args ...string) result {
	t.Helper()
	return execute(t, dir, binary, args...)
}

// execute runs a command in dir, away from the network and from the settings of this machine.
func execute(t *testing.T, dir, name string, args ...string) result {
	t.Helper()
	return executeIn(t, dir, nil, name, args...)
}

// executeIn is execute with further variables in the environment.
func executeIn(t *testing.T, dir string, env []string, name string, args ...string) result {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "GOWORK=off", "GOPROXY=off", "GOFLAGS=", "GITHUB_WORKSPACE=", "GITHUB_STEP_SUMMARY=")
	cmd.Env = append(cmd.Env, env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		t.Fatal(err)
	}
	return result{cmd.ProcessState.ExitCode(), slashed(stdout), slashed(stderr)}
}

func slashed(b bytes.Buffer) string {
	return strings.ReplaceAll(filepath.ToSlash(b.String()), "\r\n", "\n")
}

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
	return dir
}

// The findings of the archives below, without what follows from each field.
const (
	everyField = "transport: http.Transport does not set IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost"
	noTimeout  = "dialer: net.Dialer does not set Timeout"
)

// heads returns the lines of text output without reasons and remedies.
func heads(stdout string) []string {
	var list []string
	for line := range strings.Lines(stdout) {
		list = append(list, head(strings.TrimSuffix(line, "\n")))
	}
	return list
}

var asides = regexp.MustCompile(` \([^)]*\)|;.*`)

func head(line string) string { return asides.ReplaceAllString(line, "") }

// A jsonTree is package ID -> analyzer -> diagnostics or error.
type jsonTree map[string]map[string]json.RawMessage

func decode(t *testing.T, stdout string) jsonTree {
	t.Helper()
	var tree jsonTree
	if err := json.Unmarshal([]byte(stdout), &tree); err != nil {
		t.Fatalf("%v in:\n%s", err, stdout)
	}
	return tree
}

// diagnostics returns the diagnostics of all packages, as in text output but with the base name of the file.
func (tree jsonTree) diagnostics(t *testing.T) []string {
	t.Helper()
	var list []string
	for _, pkg := range slices.Sorted(maps.Keys(tree)) {
		var diags []struct{ Category, Posn, End, Message string }
		if json.Unmarshal(tree[pkg]["transportlint"], &diags) != nil {
			continue // an error
		}
		for _, d := range diags {
			if !filepath.IsAbs(filepath.FromSlash(d.Posn)) || d.End == "" || !strings.HasPrefix(d.Message, d.Category+": ") {
				t.Errorf("diagnostic %+v", d)
			}
			head := head(d.Message)
			list = append(list, d.Posn[strings.LastIndex(d.Posn, "/")+1:]+": "+head)
		}
	}
	return list
}

const clean = `
-- go.mod --
module example.com/m

go 1.26
-- a/a.go --
package a

import "net/http"

var Client = http.DefaultClient
-- empty/readme.txt --
Nothing to see here.
`

const mixed = `
-- go.mod --
module example.com/m

go 1.26
-- a/a.go --
package a

import (
	"net"
	"net/http"
)

var T = &http.Transport{}

var D, E = net.Dialer{}, net.Dialer{}
-- b/b.go --
package b

import "net/http"

var T = &http.Transport{}
-- b/b_test.go --
package b

import "net/http"

var inTest = &http.Transport{}
-- b/x_test.go --
package b_test

import (
	"net/http"

	"example.com/m/b"
)

var _, inExternalTest = b.T, &http.Transport{}
-- b/tagged.go --
//go:build special

package b

import "net/http"

var Tagged = &http.Transport{}
`

const broken = `
-- go.mod --
module example.com/m

go 1.26
-- healthy/a.go --
package healthy

import "net/http"

var T = &http.Transport{}
-- syntax/a.go --
package syntax

func F( {
-- typed/a.go --
package typed

import "net/http"

var T = &http.Transport{}

func F() int { return "x" }

func G() int { return missing }
-- unresolved/a.go --
package unresolved

import "example.com/nowhere"

var X = nowhere.X
-- user/a.go --
package user

import (
	"net/http"

	"example.com/m/typed"
)

var T = &http.Transport{}

var X = typed.F()
`

// dependent's second module is not among the packages asked for: what its functions do must be learned. Its own
// transport is nobody's concern here.
const dependent = `
-- app/go.mod --
module example.com/app

go 1.26

require example.com/dep v0.0.0

replace example.com/dep => ../dep
-- app/direct/a.go --
package direct

import (
	"net/http"

	"example.com/dep/set"
)

func New() *http.Transport {
	t := &http.Transport{}
	set.All(t)
	return t
}
-- app/deep/a.go --
package deep

import (
	"net/http"

	"example.com/dep"
)

func New() *http.Transport {
	t := &http.Transport{}
	dep.Configure(t)
	return t
}
-- app/some/a.go --
package some

import (
	"net/http"

	"example.com/dep/set"
)

func New() *http.Transport {
	t := &http.Transport{}
	set.Idle(t)
	return t
}
-- app/internal/own/a.go --
package own

import (
	"net/http"

	"example.com/dep/set"
)

func Configure(t *http.Transport) { set.All(t) }
-- app/cmd/x/main.go --
package main

import (
	"net/http"

	"example.com/app/internal/own"
)

var T = &http.Transport{}

func main() {
	t := &http.Transport{}
	own.Configure(t)
	http.DefaultClient.Transport = t
}
-- dep/go.mod --
module example.com/dep

go 1.26
-- dep/a.go --
package dep

import (
	"fmt"
	"net/http"
	"os"

	"example.com/dep/set"
)

var T = &http.Transport{}

func init() { fmt.Fprint(os.Stderr) }

func Configure(t *http.Transport) { set.All(t) }
-- dep/set/a.go --
package set

import (
	"errors"
	"net/http"
	"time"
)

func All(t *http.Transport) {
	Idle(t)
	t.MaxIdleConns = First([]int{10})
	t.MaxIdleConnsPerHost = Box[int]{10}.Get()
	t.TLSHandshakeTimeout = time.Second
	t.DialContext = http.DefaultTransport.(*http.Transport).DialContext
}

func Idle(t *http.Transport) {
	if t == nil {
		panic(errors.New("no transport"))
	}
	t.IdleConnTimeout = 30 * time.Second
}

func First[T any](list []T) T { return list[0] }

type Box[T any] struct{ v T }

func (b Box[T]) Get() T { return b.v }
`

func TestExitCodes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, archive string
		args          []string
		code          int
	}{
		{"clean", clean, []string{"./..."}, 0},
		{"findings", mixed, []string{"./..."}, 1},
		{"errors and findings", broken, []string{"./..."}, 2},
		{"errors only", broken, []string{"./syntax"}, 2},
		{"no such directory", clean, []string{"./nosuch"}, 2},
		{"no match", clean, []string{"./empty/..."}, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := layOut(t, test.archive)
			if got := lint(t, dir, test.args...); got.code != test.code {
				t.Errorf("want exit %d, got %v", test.code, got)
			}
			if got := lint(t, dir, append([]string{"-json"}, test.args...)...); got.code != test.code {
				t.Errorf("with -json: want exit %d, got %v", test.code, got)
			}
		})
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	dir := layOut(t, mixed)
	got := lint(t, dir, "./...")
	want := []string{
		"a/a.go:8:10: " + everyField, // the literal, as the & before it is no part
		"a/a.go:10:12: " + noTimeout,
		"a/a.go:10:26: " + noTimeout,
		"b/b.go:5:10: " + everyField,
	}
	if !slices.Equal(heads(got.stdout), want) {
		t.Errorf("got:\n%swant:\n%s", got.stdout, strings.Join(want, "\n"))
	}
	if strings.Contains(got.stdout, "\x1b") {
		t.Errorf("colour in a pipe: %q", got.stdout)
	}
	if want := "transportlint: 4 findings in 2 packages (2 analysed)\n"; got.stderr != want {
		t.Errorf("stderr %q, want %q", got.stderr, want)
	}

	// None of them is named: the package in the working directory.
	got = lint(t, filepath.Join(dir, "b"))
	if want := []string{"b.go:5:10: " + everyField}; !slices.Equal(heads(got.stdout), want) {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestJSON(t *testing.T) {
	t.Parallel()
	got := lint(t, layOut(t, clean), "-json", "./...")
	if got.stdout != "{}\n" || got.code != 0 {
		t.Errorf("clean: %v", got)
	}

	got = lint(t, layOut(t, mixed), "-json", "./...")
	tree := decode(t, got.stdout)
	want := []string{"a.go:8:10: " + everyField, "a.go:10:12: " + noTimeout, "a.go:10:26: " + noTimeout, "b.go:5:10: " + everyField}
	if diags := tree.diagnostics(t); !slices.Equal(diags, want) || len(tree) != 2 {
		t.Errorf("got %s\nwant %s", diags, want)
	}
	if !strings.HasPrefix(got.stderr, "transportlint: 4 findings") {
		t.Errorf("stderr %q", got.stderr)
	}

	got = lint(t, layOut(t, broken), "-json", "./...")
	tree = decode(t, got.stdout)
	if diags := tree.diagnostics(t); len(diags) != 2 {
		t.Errorf("broken: %v", got)
	}
	for _, pkg := range []string{"typed", "syntax", "unresolved"} {
		var failure struct{ Error string }
		if err := json.Unmarshal(tree["example.com/m/"+pkg]["transportlint"], &failure); err != nil || failure.Error == "" {
			t.Errorf("%s has no error in:\n%s", pkg, got.stdout)
		}
	}
}

func TestErrorsHaveTheirPlace(t *testing.T) {
	long(t)
	t.Parallel()
	dir := layOut(t, broken)
	for _, build := range []string{"always", "never"} {
		got := lint(t, dir, "-build="+build, "./...")
		want := []string{"healthy/a.go:5:10: " + everyField, "user/a.go:9:10: " + everyField}
		if !slices.Equal(heads(got.stdout), want) {
			t.Errorf("-build=%s: want %s, got %v", build, want, got)
		}
		for _, line := range []string{
			"syntax/a.go:3:9: expected ')', found '{'\n",
			"typed/a.go:7:23: cannot use \"x\" (untyped string constant) as int value in return statement\n",
			"typed/a.go:9:23: undefined: missing\n",
			"unresolved/a.go:3:8: ",
			"errors in 3 packages\n",
		} {
			if strings.Count(got.stderr, line) != 1 {
				t.Errorf("-build=%s: want once %q, got %v", build, line, got)
			}
		}

		// The error stands in another package than the one asked for, and its type is as good as ever.
		got = lint(t, dir, "-build="+build, "./user")
		if got.code != 2 || len(heads(got.stdout)) != 1 || !strings.HasPrefix(got.stderr, "typed/a.go:7:23: ") {
			t.Errorf("-build=%s ./user: %v", build, got)
		}
	}
}

func TestPatternsThatMatchNothing(t *testing.T) {
	t.Parallel()
	dir := layOut(t, clean)
	for _, test := range []struct {
		patterns []string
		want     string
	}{
		{[]string{"./nosuch"}, "transportlint: ./nosuch: "},
		{[]string{"./nosuch/..."}, "transportlint: pattern ./nosuch/...: "},
		{[]string{"./empty"}, "transportlint: ./empty: no Go files in "},
		{[]string{"./empty/..."}, "transportlint: no package matches ./empty/... in "},
		{[]string{"./a", "./empty/..."}, "transportlint: no package matches ./empty/... in "},
	} {
		got := lint(t, dir, test.patterns...)
		if got.code != 2 || !strings.HasPrefix(got.stderr, test.want) || got.stdout != "" {
			t.Errorf("%s: want %q, got %v", test.patterns, test.want, got)
		}
	}

	got := lint(t, layOut(t, "-- x/x.go --\npackage x\n"), "./x")
	if got.code != 2 || !strings.Contains(got.stderr, "go.mod file not found") {
		t.Errorf("outside of a module: %v", got)
	}
}

func TestWrongFlags(t *testing.T) {
	t.Parallel()
	dir := layOut(t, mixed)
	for _, test := range []struct {
		args []string
		want []string // on stderr
	}{
		{[]string{"-nosuch"}, []string{"-nosuch", "-help"}},
		{[]string{"-nosuch=1", "-json"}, []string{"-nosuch", "-help"}},
		{[]string{"-build=sometimes"}, []string{"-build", `"sometimes"`, "always", "never"}},
		{[]string{"-json=x"}, []string{"-json", `"x"`, "true"}},
		{[]string{"-strict=x"}, []string{"-strict", `"x"`, "true"}},
		{[]string{"./...", "-tags"}, []string{"-tags", "first"}},
		{[]string{"-C=nosuch"}, []string{"nosuch"}},
		{[]string{"-C=go.mod"}, []string{"go.mod"}},
		{[]string{"-explain=nosuch"}, []string{"-explain", `"nosuch"`, "transport", "dialer", "client"}},
		{[]string{"-explain=dailer"}, []string{"-explain", "did you mean dialer?"}},
		{[]string{"-enable=nosuch"}, []string{"-enable", `"nosuch"`, "transport", "dialer", "client"}},
		{[]string{"-require=Transport"}, []string{"-require", `"Transport"`}},
		{[]string{"./...", "-json"}, []string{"-json", "first"}},
		{[]string{"-format=xml"}, []string{"-format", `"xml"`, "text", "json", "sarif", "github"}},
		{[]string{"-format=github,sarif"}, []string{"-format", "-o"}},
		{[]string{"-format=text,github,sarif", "-o=x"}, []string{"-format", "-o"}},
		{[]string{"-format=github", "-o=x"}, []string{"-format=github,sarif"}},
		{[]string{"-format=sarif", "-json"}, []string{"-format", "-json"}},
		{[]string{"-o="}, []string{"-o", `""`}},
		{[]string{"-new-from="}, []string{"-new-from", `""`}},
		{[]string{"-baseline="}, []string{"-baseline", `""`}},
		{[]string{"-write-baseline"}, []string{"-write-baseline", "-baseline=file"}},
		{[]string{"-write-baseline", "-baseline=x", "-new-from=main"}, []string{"-write-baseline", "-new-from"}},
		{[]string{"-write-baseline", "-baseline=x", "-fix"}, []string{"-write-baseline", "-fix"}},
	} {
		got := lint(t, dir, append(test.args, "./...")...)
		if got.code != 2 || got.stdout != "" {
			t.Errorf("%s: %v", test.args, got)
		}
		for _, want := range test.want {
			if !strings.Contains(got.stderr, want) {
				t.Errorf("%s: want %q in %q", test.args, want, got.stderr)
			}
		}
		if lines := strings.Count(got.stderr, "\n"); lines != 1 {
			t.Errorf("%s: %d lines for one mistake: %q", test.args, lines, got.stderr)
		}
	}
}

func TestOtherDirectory(t *testing.T) {
	long(t)
	t.Parallel()
	dir := layOut(t, mixed)
	for _, test := range []struct {
		from, to, pattern, want string
	}{
		{".", "b", ".", "b/b.go:5:10: "},
		{"a", "..", "./b", "../b/b.go:5:10: "},
		{"a", dir, "./b", "../b/b.go:5:10: "},
	} {
		got := lint(t, filepath.Join(dir, test.from), "-C", test.to, test.pattern)
		if want := []string{test.want + everyField}; !slices.Equal(heads(got.stdout), want) {
			t.Errorf("-C %s in %s: want %s, got %v", test.to, test.from, want, got)
		}
	}
	broken := layOut(t, broken)
	got := lint(t, filepath.Join(broken, "user"), "-C", "..", "./unresolved")
	if !strings.HasPrefix(got.stderr, "../unresolved/a.go:3:8: ") {
		t.Errorf("error in another directory: %v", got)
	}
}

func TestTags(t *testing.T) {
	long(t)
	t.Parallel()
	dir := layOut(t, mixed)
	for _, build := range []string{"always", "never"} {
		got := lint(t, dir, "-build="+build, "-tags=other,special", "./b")
		want := []string{"b/b.go:5:10: " + everyField, "b/tagged.go:7:15: " + everyField}
		if !slices.Equal(heads(got.stdout), want) {
			t.Errorf("-build=%s: want %s, got %v", build, want, got)
		}
	}
}

func TestTestFilesOnRequest(t *testing.T) {
	long(t)
	t.Parallel()
	dir := layOut(t, mixed)
	for _, build := range []string{"always", "never"} {
		got := lint(t, dir, "-build="+build, "-include-tests", "./b")
		want := []string{
			"b/b.go:5:10: " + everyField, // in b and in b as compiled for its test
			"b/b_test.go:5:15: " + everyField,
			"b/x_test.go:9:31: " + everyField,
		}
		if !slices.Equal(heads(got.stdout), want) {
			t.Errorf("-build=%s: want %s, got %v", build, want, got)
		}
		if want := "transportlint: 3 findings in 1 package (1 analysed)\n"; got.stderr != want {
			t.Errorf("-build=%s: stderr %q, want %q", build, got.stderr, want)
		}
		got = lint(t, dir, "-build="+build, "-include-tests", "-json", "./b")
		if diags := decode(t, got.stdout).diagnostics(t); len(diags) != 3 {
			t.Errorf("-build=%s -json: %s", build, diags)
		}
	}
}

func TestDependenciesAreLearned(t *testing.T) {
	long(t)
	t.Parallel()
	dir := filepath.Join(layOut(t, dependent), "app")
	for _, build := range []string{"always", "never"} {
		got := lint(t, dir, "-build="+build, "./...")
		want := []string{
			"cmd/x/main.go:9:10: " + everyField,
			"some/a.go:10:8: transport: http.Transport does not set TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost",
		}
		if got.code != 1 || !slices.Equal(heads(got.stdout), want) {
			t.Errorf("-build=%s: want %s, got %v", build, want, got)
		}
		// A part says what the whole says.
		got = lint(t, dir, "-build="+build, "./cmd/x")
		if !slices.Equal(heads(got.stdout), want[:1]) || got.stderr != "transportlint: 1 finding in 1 package (1 analysed)\n" {
			t.Errorf("-build=%s ./cmd/x: want %s, got %v", build, want[:1], got)
		}
	}
	// Files instead of packages.
	if got := lint(t, dir, "some/a.go"); len(heads(got.stdout)) != 1 {
		t.Errorf("some/a.go: %v", got)
	}
}

func TestDeterministic(t *testing.T) {
	long(t)
	for _, test := range []struct {
		archive, dir string
		args         []string
	}{
		{mixed, ".", []string{"-json", "-include-tests", "./..."}},
		{broken, ".", []string{"./..."}},
		{dependent, "app", []string{"-build=never", "./..."}},
	} {
		dir := filepath.Join(layOut(t, test.archive), test.dir)
		t.Setenv("GOMAXPROCS", "1")
		one := lint(t, dir, test.args...)
		t.Setenv("GOMAXPROCS", "8")
		if eight := lint(t, dir, test.args...); one != eight {
			t.Errorf("%s: %v\nwith GOMAXPROCS=8: %v", test.args, one, eight)
		}
	}
}

func TestCgo(t *testing.T) {
	long(t)
	t.Parallel()
	if out, err := exec.Command("go", "env", "CGO_ENABLED").Output(); err != nil || strings.TrimSpace(string(out)) != "1" {
		t.Skip("cgo is not available")
	}
	dir := layOut(t, `
-- go.mod --
module example.com/m

go 1.26
-- c.go --
package c

// static int one(void) { return 1; }
import "C"

import "net/http"

var One = C.one()

var T = &http.Transport{}
-- pure.go --
package c

import "net/http"

var U = &http.Transport{}
`)
	want := []string{"c.go:10:10: " + everyField, "pure.go:5:10: " + everyField}
	for _, build := range []string{"auto", "always", "never"} {
		if got := lint(t, dir, "-build="+build); got.code != 1 || !slices.Equal(heads(got.stdout), want) {
			t.Errorf("-build=%s: want %s, got %v", build, want, got)
		}
	}
}

func TestInformation(t *testing.T) {
	t.Parallel()
	dir := t.TempDir() // none of this takes a module
	for _, test := range []struct {
		arg  string
		want string
	}{
		{"-version", `^transportlint \S+ go1\.\d+`},
		{"-explain=transport", `^transport\n\n`},
		{"-help", `(?s)^transportlint finds.*\nWhat to report:\n.*  -require.*\nOnly what is new:\n.*  -new-from.*\nHow to load:\n.*  -build.*\nOutput:\n.*  -format.*  -json`},
		{"-h", `^transportlint finds`},
	} {
		got := lint(t, dir, test.arg)
		if got.code != 0 || got.stderr != "" || !regexp.MustCompile(test.want).MatchString(got.stdout) {
			t.Errorf("%s: want %s, got %v", test.arg, test.want, got)
		}
	}
}

// The go command runs the tool on the standard library too, once for each set of flags, so there is little of it here.
func TestGoVet(t *testing.T) {
	long(t)
	t.Parallel()
	dir := layOut(t, `
-- go.mod --
module example.com/m

go 1.26
-- a/a.go --
package a

import "net"

var D = net.Dialer{}
-- b/b.go --
package b

import "example.com/m/a"

var E, D = &a.D, a.D
-- b/b_test.go --
package b

import "net"

var inTest = net.Dialer{}
`)
	tool := "-vettool=" + binary
	want := "a/a.go:5:9: " + noTimeout

	got := execute(t, dir, "go", "vet", tool, "./...")
	if got.code != 1 || strings.Count(got.stderr, want) != 1 || strings.Count(got.stderr, "does not set") != 1 {
		t.Errorf("want exit 1 and %s, got %v", want, got)
	}

	got = execute(t, dir, "go", "vet", tool, "-json", "./...")
	var diags []string
	for dec := json.NewDecoder(strings.NewReader(got.stdout)); dec.More(); {
		var tree jsonTree
		if err := dec.Decode(&tree); err != nil {
			t.Fatalf("%v in %v", err, got)
		}
		diags = append(diags, tree.diagnostics(t)...)
	}
	if want := []string{"a.go:5:9: " + noTimeout}; got.code != 0 || !slices.Equal(diags, want) {
		t.Errorf("-json: want exit 0 and %s, got %v", want, got)
	}

	// Flags of the analyzer go through.
	if got := execute(t, dir, "go", "vet", tool, "-disable=dialer", "./..."); got.code != 0 {
		t.Errorf("-disable: want exit 0, got %v", got)
	}
}
