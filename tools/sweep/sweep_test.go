package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

const tree = `
-- good/go.mod --
module example.com/good

go 1.26
-- good/good.go --
package good

import "net"

var D = net.Dialer{}
-- good/nested/go.mod --
module example.com/nested

go 1.26
-- good/nested/nested.go --
package nested

var X int = "not an int"
-- good/vendor/example.com/x/go.mod --
module example.com/x
`

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(tree)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sweepTree := func(out, old string) string {
		t.Helper()
		var w bytes.Buffer
		s := sweep{timeout: time.Minute}
		ok, err := s.run(t.Context(), []string{dir}, out, old, &w)
		if err != nil || !ok {
			t.Fatalf("%v, %v\n%s", ok, err, &w)
		}
		return w.String()
	}
	first := filepath.Join(t.TempDir(), "first.jsonl")
	got := sweepTree(first, "")
	for _, want := range []string{
		"good: 1 findings, 0 errors",
		"nested: 0 findings, 1 errors",
		"2 modules, 8 lines, ",
		"; 1 with errors of their own, 0 crashed, 0 timed out\n",
		"\ndialer  1\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}

	more := "package good\n\nimport \"net/http\"\n\nvar T = http.Transport{}\n"
	if err := os.WriteFile(filepath.Join(dir, "good", "good.go"), []byte(more), 0o644); err != nil {
		t.Fatal(err)
	}
	got = sweepTree("", first)
	for _, want := range []string{
		"+ " + filepath.Join(dir, "good", "good.go") + ":5:9: transport: ",
		"- " + filepath.Join(dir, "good", "good.go") + ":5:9: dialer: ",
		"\n1 findings added, 1 removed\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestSweepTimeout(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/m\n\ngo 1.26\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var w bytes.Buffer
	s := sweep{timeout: time.Nanosecond}
	ok, err := s.run(t.Context(), []string{dir}, "", "", &w)
	if err != nil || ok || !strings.Contains(w.String(), "1 timed out") {
		t.Errorf("%v, %v\n%s", ok, err, &w)
	}
}
