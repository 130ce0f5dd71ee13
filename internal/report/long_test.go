package report

import (
	"bytes"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/catalog"
)

// atLine returns a finding about what marked stands for in the source below, or about a name if it has no end.
func atLine(t *testing.T, dir, source, marked string, end bool) Finding {
	t.Helper()
	name := filepath.Join(dir, "a.go")
	if err := os.WriteFile(name, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	before, _, ok := strings.Cut(source, marked)
	if !ok {
		t.Fatalf("%q is not in the source", marked)
	}
	start := token.Position{Filename: name, Line: strings.Count(before, "\n") + 1, Column: len(before) - strings.LastIndex(before, "\n")}
	stop := start
	if end {
		stop.Column += len(marked)
	}
	f := Finding{Shown: Span{start, stop}, Source: Span{start, stop}}
	f.Finding = analyzer.Finding{Diagnostic: analysis.Diagnostic{Category: "transport"}, Type: "http.Transport", Says: "http.Transport does not set 2 fields", Level: catalog.Warning,
		Fields: []analyzer.Field{{Name: "IdleConnTimeout", Reason: "idle connections stay open"}, {Name: "DialContext", Reason: "can hang"}}}
	return f
}

func long(t *testing.T, dir string, terminal *Terminal, findings ...Finding) string {
	t.Helper()
	var b bytes.Buffer
	r := Report{Findings: findings}
	if err := r.Write(&b, Long, Context{WorkDir: dir, Terminal: terminal}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLong(t *testing.T) {
	dir := t.TempDir()
	const source = "package a\n\nvar (\n\tt = &http.Transport{TLSHandshakeTimeout: time.Second, ResponseHeaderTimeout: time.Minute, ExpectContinueTimeout: 1}\n)\n"
	f := atLine(t, dir, source, "http.Transport{", true)
	f.Remedy = "clone http.DefaultTransport"
	f.Fixes = []Fix{{Message: "Set IdleConnTimeout and DialContext"}}
	const want = `warning[transport]: http.Transport does not set 2 fields
 --> a.go:4:7
  |
4 |     t = &http.Transport{TLSHandshakeTimeout: time.Second, ResponseHeaderTim…
  |          ^^^^^^^^^^^^^^^
  = IdleConnTimeout  idle connections stay open
  = DialContext      can hang
  = help: clone http.DefaultTransport
  = fix: set IdleConnTimeout and DialContext

`
	if got := long(t, dir, &Terminal{Width: 80, Unicode: true}, f); got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
	if got := long(t, dir, nil, f); strings.ContainsAny(got, "…\x1b") || !strings.Contains(got, "ResponseHeaderT...\n") {
		t.Errorf("in a file:\n%s", got)
	}
	narrow := long(t, dir, &Terminal{Width: 40}, f)
	for line := range strings.Lines(narrow) {
		if width(strings.TrimSuffix(line, "\n")) > 40 {
			t.Errorf("wider than 40 columns: %q", line)
		}
	}
	if want := "\x1b[1m\x1b[33mwarning[transport]\x1b[0m\x1b[1m: http.Transport does not set 2 fields\x1b[0m\n"; !strings.HasPrefix(long(t, dir, &Terminal{Color: true}, f), want) {
		t.Errorf("in color: %q", long(t, dir, &Terminal{Color: true}, f))
	}
}

// The marks stand below what they are about, whatever is before it on the line.
func TestLongMarks(t *testing.T) {
	dir := t.TempDir()
	for _, test := range []struct{ source, marked, code, marks string }{
		{"\tx, y := 1, http.Transport{}\r\n", "http.Transport{", "    x, y := 1, http.Transport{}", "               ^^^^^^^^^^^^^^^"},
		{"a := \"日本é\" + http.Get(x)", "http.Get", "a := \"日本é\" + http.Get(x)", "               ^^^^^^^^"},
		{strings.Repeat("x", 100) + " = http.Get(x)", "http.Get", "…" + strings.Repeat("x", 16) + " = http.Get(x)", strings.Repeat(" ", 20) + "^^^^^^^^"},
		{"a := \"\u202e\x1b[31m\" + http.Get(x)", "http.Get", "a := \"\\u202e\\x1b[31m\" + http.Get(x)", "                        ^^^^^^^^"},
	} {
		f := atLine(t, dir, test.source, test.marked, strings.HasSuffix(test.marked, "{"))
		lines := strings.Split(long(t, dir, &Terminal{Width: 80, Unicode: true}, f), "\n")
		if got, want := lines[3], "1 | "+test.code; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if got, want := lines[4], "  | "+test.marks; got != want {
			t.Errorf("%s: got %q, want %q", test.code, got, want)
		}
	}
	f := atLine(t, dir, "a := \"日本\" + http.Get(x)", "http.Get", false)
	if got := long(t, dir, &Terminal{Width: 80}, f); !strings.Contains(got, `"\u65e5\u672c" + http.Get(x)`) {
		t.Errorf("without Unicode:\n%s", got)
	}
}

// What a //line comment says of a place is shown, and the code of another file is not.
func TestLongElsewhere(t *testing.T) {
	dir := t.TempDir()
	f := atLine(t, dir, "x = http.Get(y)", "http.Get", false)
	f.Shown.Start.Filename, f.Shown.Start.Column = filepath.Join(dir, "\x1b.y"), 0
	if got := long(t, dir, nil, f); strings.Contains(got, "http.Get") || !strings.Contains(got, "--> \\x1b.y:1\n") {
		t.Errorf("got:\n%s", got)
	}
}

// One cause that several programs have is shown once.
func TestLongGroups(t *testing.T) {
	dir := t.TempDir()
	f := atLine(t, dir, "x = http.Get(y)", "http.Get", false)
	f.At, f.AtFile = analyzer.Place{File: "api/client.go", Line: 12}, filepath.Join(dir, "api", "client.go")
	g := f
	g.Shown.Start.Line, g.Source.Start.Line = 7, 7
	for n, want := range map[int]string{1: " --> a.go:1:5\n     a.go:7:5\n ::: api/client.go:12\n", 5: "     a.go:7:5\n     a.go:7:5\n     and 3 more\n ::: "} {
		findings := []Finding{f}
		for range n {
			findings = append(findings, g)
		}
		got := filepath.ToSlash(long(t, dir, nil, findings...))
		if !strings.Contains(got, want) || strings.Count(got, "warning[") != 1 {
			t.Errorf("got:\n%swant in it:\n%s", got, want)
		}
	}
	if got := long(t, dir, nil, f, atLine(t, dir, "x = http.Get(y)", "http.Get", false)); strings.Count(got, "warning[") != 2 {
		t.Errorf("two causes:\n%s", got)
	}
}

func TestMarkdown(t *testing.T) {
	const text = "## rule\n\nA **bold** word, `code with *p`, and a [link](#there) that is\nwrapped where it has to be.\n\n```go\nif x {\n\treturn\n}\n```\n\n    rule: a message\n\n- TestOne and TestTwo: one `a\n  b` item\n- another\n"
	show := func(terminal *Terminal) string {
		var b strings.Builder
		m := Manual{Rules: []string{"rule"}, Explain: func(string) (string, bool) { return text, true }}
		section, err := m.Section("rule")
		if err != nil {
			t.Fatal(err)
		}
		if err := WriteMarkdown(&b, terminal, section); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	const want = `rule

A bold word, code with *p, and a link that is wrapped where it has to be.

    if x {
        return
    }

    rule: a message

- one a b item
- another

The tests that show this are in
https://github.com/transportlint/transportlint/tree/main/evidence
`
	if got := strings.ReplaceAll(show(nil), "\n\n\n", "\n\n"); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	colored := show(&Terminal{Color: true, Width: 20})
	for _, want := range []string{"\x1b[1mrule\x1b[0m\n", "A \x1b[1mbold\x1b[0m word, \x1b[36mcode\x1b[0m\n\x1b[36mwith *p\x1b[0m, and a link\nthat is wrapped\n"} {
		if !strings.Contains(colored, want) {
			t.Errorf("%q is not in %q", want, colored)
		}
	}
}

func TestNext(t *testing.T) {
	var b strings.Builder
	WriteNext(&b, nil, []Next{{"a -b", "does it"}, {"c " + Quoted("it's") + " " + Quoted("-C=x"), "does more"}})
	if want := "    a -b              does it\n    c 'it'\\''s' -C=x  does more\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
	b.Reset()
	WriteNext(&b, &Terminal{Width: 20}, []Next{{"a -b", "does it"}, {"transportlint -c", "does more"}})
	if want := "    a -b\n        does it\n    transportlint -c\n        does more\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
