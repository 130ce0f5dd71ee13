// Package formats tests what findings look like for other programs, and the action, which hands them on.
package formats

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/cli"
)

func TestMain(m *testing.M) { os.Exit(cli.Main(m)) }

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

func TestSARIF(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	c := cli.NewCheckout(t, mixed)
	file := filepath.Join(t.TempDir(), "out.sarif")
	sarif := func(code int, args ...string) cli.SARIF {
		t.Helper()
		got := cli.Lint(t, c.Dir, append([]string{"-format=sarif", "-o=" + file}, args...)...)
		if got.Code != code {
			t.Errorf("%s: want exit %d, got %v", args, code, got)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		l := cli.ReadSARIF(t, text)
		if successful := l.Runs[0].Invocations[0].ExecutionSuccessful; successful != (code != 2) || successful != (len(l.Runs[0].Invocations[0].ToolExecutionNotifications) == 0) {
			t.Errorf("%s: exit %d, and %+v", args, code, l.Runs[0].Invocations)
		}
		// The terminal has the same in text.
		if n := len(l.Runs[0].Results); len(cli.Positions(got.Stdout)) != n {
			t.Errorf("%s: %d results, and %v", args, n, got)
		}
		return l
	}

	l := sarif(1, "./...")
	var places []string
	first := make(map[string]string)
	for _, r := range l.Runs[0].Results {
		loc := r.Locations[0].PhysicalLocation
		if loc.ArtifactLocation.URIBaseID != "%SRCROOT%" {
			t.Errorf("result %+v", r)
		}
		places = append(places, loc.ArtifactLocation.URI)
		first[r.PartialFingerprints["transportlint/v1"]] = r.Message.Text
	}
	if want := []string{"a/a.go", "a/a.go", "a/a.go", "b/b.go"}; !slices.Equal(places, want) {
		t.Errorf("got %s, want %s", places, want)
	}
	if region := l.Runs[0].Results[1].Locations[0].PhysicalLocation.Region; region.StartLine != 10 || region.StartColumn != 12 || region.EndLine != 10 || region.EndColumn != 22 {
		t.Errorf("region %+v", region)
	}

	// From within, and with other lines, it is the same: URIs are relative to the repository. Columns count characters.
	c.Write("-- b/b.go --\npackage b\n\nimport \"net/http\"\n\nvar é, T = \"ö\", &http.Transport{}\n")
	l = sarif(1, "-C=b", ".")
	r := l.Runs[0].Results[0]
	if loc := r.Locations[0].PhysicalLocation; loc.ArtifactLocation.URI != "b/b.go" || loc.Region.StartColumn != 18 || loc.Region.EndColumn != 32 {
		t.Errorf("location %+v", loc)
	}
	if first[r.PartialFingerprints["transportlint/v1"]] == "" {
		t.Errorf("fingerprint of %+v is not in %v", r, first)
	}

	if l := sarif(0, "-disable=transport,dialer", "./..."); len(l.Runs[0].Results) != 0 {
		t.Errorf("clean: %+v", l.Runs[0].Results)
	}
	c.Write("-- a/broken.go --\npackage a\n\nvar X int = \"[x](y) {0}\"\n")
	l = sarif(2, "./...")
	note := l.Runs[0].Invocations[0].ToolExecutionNotifications[0]
	if len(l.Runs[0].Results) != 4 || !strings.Contains(note.Message.Text, `\[x\](y) {{0}}`) || note.Locations[0].PhysicalLocation.ArtifactLocation.URI != "a/broken.go" ||
		note.Locations[0].PhysicalLocation.Region.StartLine != 3 {
		t.Errorf("broken: %+v", l.Runs[0])
	}
	for _, args := range [][]string{{"./nosuch/..."}, {"-new-from=nosuch", "./..."}, {"-require=net/http.Transport.Nosuch", "./..."}} {
		if l := sarif(2, args...); len(l.Runs[0].Invocations[0].ToolExecutionNotifications) != 1 {
			t.Errorf("%s: %+v", args, l.Runs[0].Invocations)
		}
	}
	if temps, _ := filepath.Glob(filepath.Join(filepath.Dir(file), ".*")); len(temps) > 0 {
		t.Errorf("left behind: %s", temps)
	}
}

// many has more findings than GitHub shows of a step.
const many = `
-- go.mod --
module example.com/m

go 1.26
-- a.go --
package a

import "net"

var D = []net.Dialer{
	{}, {}, {}, {}, {}, {},
	{}, {}, {}, {}, {}, {
	},
}
`

func TestGitHub(t *testing.T) {
	t.Parallel()
	c := cli.NewCheckout(t, "-- sub/x.txt --\nThe module is not at the top.\n")
	sub := filepath.Join(c.Dir, "sub")
	if err := os.CopyFS(sub, os.DirFS(cli.LayOut(t, many))); err != nil {
		t.Fatal(err)
	}
	summary := filepath.Join(t.TempDir(), "summary.md")
	if err := os.WriteFile(summary, []byte("before\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	env := []string{"GITHUB_STEP_SUMMARY=" + summary, "GITHUB_WORKSPACE=" + c.Dir}
	got := cli.ExecuteIn(t, sub, env, cli.Binary, "-format=github", "./...")
	lines := strings.Split(strings.TrimSuffix(got.Stdout, "\n"), "\n")
	if got.Code != 1 || len(lines) != 12 {
		t.Fatalf("%v", got)
	}
	const effect = "net.Dialer does not set Timeout (only the operating system limits a dial)"
	for i, want := range map[int]string{
		0:  "::warning file=sub/a.go,line=6,endLine=6,col=2,endColumn=3,title=transportlint dialer::" + effect,
		9:  "::warning file=sub/a.go,line=7,endLine=7,col=14,endColumn=15,title=transportlint dialer::" + effect,
		10: "sub/a.go:7: dialer: " + effect,
		11: "sub/a.go:7: dialer: " + effect,
	} {
		if lines[i] != want {
			t.Errorf("line %d is %q, want %q", i, lines[i], want)
		}
	}
	text, err := os.ReadFile(summary)
	if err != nil {
		t.Fatal(err)
	}
	const head = "before\n### transportlint\\: 12 findings in 1 package \\(1 analyzed\\)\n\n| place | rule | |\n|---|---|---|\n| sub\\/a\\.go\\:6 | dialer | "
	if got := strings.ReplaceAll(string(text), "### transportlint:", "### transportlint\\:"); !strings.HasPrefix(got, head) || strings.Count(got, "\n| sub") != 12 {
		t.Errorf("summary:\n%s", text)
	}

	// In ten or fewer, all are at their lines, and what failed is among them.
	got = cli.ExecuteIn(t, sub, env, cli.Binary, "-format=github", "./nosuch")
	if got.Code != 2 || !strings.HasPrefix(got.Stdout, "::error title=transportlint failed::./nosuch: ") {
		t.Errorf("%v", got)
	}
	if after, _ := os.ReadFile(summary); string(after) != string(text) {
		t.Errorf("summary is now:\n%s", after)
	}
}

// File names come from whoever opens a pull request. Those that the go command takes come out so that no format is broken and no
// terminal, log or page shows or does anything that they ask for.
func TestHostileNames(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such file names")
	}
	names := []string{"x%0A::y,\"<b>'|`*.go", "x\x1b[31m.go", "x[a](b){0}.go", "x\u202e.go"}
	c := cli.NewCheckout(t, "-- top.txt --\nThe module is in a folder with a bad name.\n")
	dir := filepath.Join(c.Dir, "::d ##[error]%")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"go.mod": "module example.com/m\n\ngo 1.26\n"}
	for i, name := range names {
		files[name] = "package a\n\nimport \"net\"\n\nvar X" + string(rune('a'+i)) + " = []net.Dialer{{}, {}, {}}\n"
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Skip(err) // a file system that is stricter
		}
	}
	bad, commands := regexp.MustCompile("[\x00-\x09\x0b-\x1f\u202e]"), regexp.MustCompile(`(?m)^\s*::|##`)

	got := cli.Lint(t, c.Dir, "-C="+dir)
	if len(cli.Positions(got.Stdout)) != 12 || bad.MatchString(got.Stdout+got.Stderr) || commands.MatchString(got.Stdout+got.Stderr) {
		t.Errorf("text: %q", got)
	}

	summary := filepath.Join(t.TempDir(), "summary.md")
	got = cli.ExecuteIn(t, c.Dir, []string{"GITHUB_STEP_SUMMARY=" + summary}, cli.Binary, "-C="+dir, "-format=github")
	command := regexp.MustCompile(`^::warning file=%3A%3Ad ##\[error\]%25/[^:,]*,line=5,endLine=5,col=\d+,endColumn=\d+,title=transportlint dialer::net.Dialer [^:]*$`)
	for i, line := range strings.Split(strings.TrimSuffix(got.Stdout, "\n"), "\n") {
		if i < 10 && !command.MatchString(line) || i >= 10 && commands.MatchString(line) || bad.MatchString(line) {
			t.Errorf("github: %q", line)
		}
	}
	text, err := os.ReadFile(summary)
	if err != nil {
		t.Fatal(err)
	}
	if plain := regexp.MustCompile("[^\\\\][<`*|\\[]"); plain.MatchString(strings.NewReplacer("\n| ", "\n", " |", "", "\n|---|---|---|", "", " | ", "").Replace(string(text))) || bad.Match(text) {
		t.Errorf("summary:\n%s", text)
	}

	got = cli.Lint(t, c.Dir, "-C="+dir, "-format=sarif")
	if commands.MatchString(got.Stdout) {
		t.Errorf("sarif: %s", got.Stdout)
	}
	var found []string
	for _, r := range cli.ReadSARIF(t, []byte(got.Stdout)).Runs[0].Results {
		uri, err := url.PathUnescape(r.Locations[0].PhysicalLocation.ArtifactLocation.URI)
		if err != nil {
			t.Error(err)
		}
		found = append(found, filepath.Base(uri))
	}
	slices.Sort(names)
	if found = slices.Compact(found); !slices.Equal(found, names) {
		t.Errorf("sarif: %q, want %q", found, names)
	}

	got = cli.Lint(t, c.Dir, "-C="+dir, "-json")
	if tree := decode(t, got.Stdout); len(tree) != 1 || commands.MatchString(got.Stdout) {
		t.Errorf("json: %v", got)
	}

	baseline := filepath.Join(t.TempDir(), "known.jsonl")
	if got := cli.Lint(t, c.Dir, "-C="+dir, "-baseline="+baseline, "-write-baseline"); got.Code != 0 {
		t.Errorf("%v", got)
	}
	if got := cli.Lint(t, c.Dir, "-C="+dir, "-baseline="+baseline); got.Code != 0 || !strings.Contains(got.Stderr, "; known: 12 in ") {
		t.Errorf("baseline: %v", got)
	}
}

// A //line comment says whatever its author likes of what follows. It may not make a command of a line in a log, have another file read,
// or one finding of two.
func TestHostileLines(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("password\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := cli.NewCheckout(t, `
-- go.mod --
module example.com/m

go 1.26
-- a/a.go --
package a

import "net"

//line ::stop-commands::x:1
var A = net.Dialer{}

//line ::stop-commands::x:1
var B = net.Dialer{}

//line `+filepath.ToSlash(secret)+`:1
var C = net.Dialer{}

//line ##[error].go:1:7
var D = net.Dialer{}
-- b/b.go --
package b

//line ::stop-commands::x:1
var X int = ""
`)
	commands := regexp.MustCompile(`(?m)^\s*::|##`)
	inA, inB := filepath.Join(c.Dir, "a"), filepath.Join(c.Dir, "b")
	got := cli.Lint(t, inA)
	if n := strings.Count(got.Stdout, "dialer: "); n != 4 || commands.MatchString(got.Stdout+got.Stderr) {
		t.Errorf("%d findings, want 4: %v", n, got)
	}
	if strings.Contains(got.Stdout, ":0") || !strings.Contains(got.Stdout, "x:1: dialer") {
		t.Errorf("a column where there is none: %v", got)
	}
	if got := cli.Lint(t, inB); got.Code != 2 || !strings.HasPrefix(got.Stderr, `\x3a:stop-commands::x:1: cannot use`) {
		t.Errorf("an error there: %v", got)
	}
	for _, format := range []string{"text", "json", "sarif", "github"} {
		got := cli.Lint(t, inA, "-format="+format)
		if strings.Contains(got.Stdout+got.Stderr, "password") {
			t.Errorf("%s: shows another file: %v", format, got)
		}
		if format != "github" && commands.MatchString(got.Stdout+got.Stderr) {
			t.Errorf("%s: a command: %v", format, got)
		}
	}
	if n := len(cli.ReadSARIF(t, []byte(cli.Lint(t, inA, "-format=sarif").Stdout)).Runs[0].Results); n != 4 {
		t.Errorf("sarif: %d results, want 4", n)
	}
}

// TestReviewFormats: what tools for code review read has the same findings, and what failed.
func TestReviewFormats(t *testing.T) {
	t.Parallel()
	c := cli.NewCheckout(t, mixed+"-- broken/broken.go --\npackage broken\n\nvar x int = \"\"\n")
	sub := filepath.Join(c.Dir, "a") // paths are relative to the repository, wherever the command runs
	run := func(format string) string {
		t.Helper()
		file := filepath.Join(t.TempDir(), "report")
		got := cli.Lint(t, sub, "-format="+format, "-o="+file, "./...", "../b", "../broken")
		text, err := os.ReadFile(file)
		if err != nil || got.Code != 2 || len(cli.Positions(got.Stdout)) != 4 {
			t.Fatalf("%v, %v", err, got)
		}
		return string(text)
	}
	want := []string{"broken/broken.go error", "b/b.go transport", "a/a.go transport", "a/a.go dialer", "a/a.go dialer"}

	var issues []struct {
		Description, Fingerprint, Severity string
		CheckName                          string `json:"check_name"`
		Location                           struct {
			Path  string
			Lines struct{ Begin int }
		}
	}
	if err := json.Unmarshal([]byte(run("codequality")), &issues); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, issue := range issues {
		got = append(got, issue.Location.Path+" "+issue.CheckName)
		severity := map[string]string{"error": "blocker"}[issue.CheckName]
		if issue.Severity != cmp.Or(severity, "minor") || issue.Location.Lines.Begin < 3 || issue.Fingerprint == "" || strings.HasPrefix(issue.Description, issue.CheckName) {
			t.Errorf("%+v", issue)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("codequality: got %q, want %q", got, want)
	}

	var checkstyle struct {
		Files []struct {
			Name   string `xml:"name,attr"`
			Errors []struct {
				Line     int    `xml:"line,attr"`
				Severity string `xml:"severity,attr"`
				Source   string `xml:"source,attr"`
			} `xml:"error"`
		} `xml:"file"`
	}
	if err := xml.Unmarshal([]byte(run("checkstyle")), &checkstyle); err != nil {
		t.Fatal(err)
	}
	got = nil
	for _, file := range checkstyle.Files {
		for _, e := range file.Errors {
			got = append(got, file.Name+" "+strings.TrimPrefix(e.Source, "transportlint."))
			if e.Line < 3 || e.Severity != "warning" && !strings.HasSuffix(e.Source, ".error") {
				t.Errorf("%+v", e)
			}
		}
	}
	slices.Sort(got)
	if sorted := slices.Sorted(slices.Values(want)); !slices.Equal(got, sorted) {
		t.Errorf("checkstyle: got %q, want %q", got, sorted)
	}

	var rdjson struct {
		Diagnostics []struct {
			Message, Severity string
			Code              struct{ Value, URL string }
			Location          struct{ Path string }
			Suggestions       []struct {
				Text  string
				Range struct{ Start, End struct{ Line int } }
			}
		}
	}
	if err := json.Unmarshal([]byte(run("rdjson")), &rdjson); err != nil {
		t.Fatal(err)
	}
	got = nil
	suggestions := 0
	for _, d := range rdjson.Diagnostics {
		got = append(got, d.Location.Path+" "+cmp.Or(d.Code.Value, strings.ToLower(d.Severity)))
		suggestions += len(d.Suggestions)
	}
	if !slices.Equal(got, want) || suggestions == 0 {
		t.Errorf("rdjson: got %q with %d suggestions, want %q", got, suggestions, want)
	}
}
