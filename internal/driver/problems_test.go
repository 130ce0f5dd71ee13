package driver

import (
	"reflect"
	"testing"

	"golang.org/x/tools/go/packages"
)

func TestSplitPosition(t *testing.T) {
	tests := []struct {
		pos, file string
		line, col int
	}{
		{"", "", 0, 0},
		{"-", "", 0, 0},
		{"a.go", "a.go", 0, 0},
		{"a.go:3", "a.go", 3, 0},
		{"a.go:3:14", "a.go", 3, 14},
		{`C:\m\a.go:3:14`, `C:\m\a.go`, 3, 14},
		{`C:\m\a.go`, `C:\m\a.go`, 0, 0},
	}
	for _, test := range tests {
		file, line, col := splitPosition(test.pos)
		if file != test.file || line != test.line || col != test.col {
			t.Errorf("%q: got %q, %d, %d", test.pos, file, line, col)
		}
	}
}

func TestCompilerOutput(t *testing.T) {
	list := func(pos, msg string) packages.Error {
		return packages.Error{Pos: pos, Msg: msg, Kind: packages.ListError}
	}
	got, ok := compilerOutput(list("", "# example.com/p\np/a.go:4:23: cannot use x\n\thave int\np/b.go:1:2: undefined: y\ntoo many errors"))
	want := []packages.Error{
		list("p/a.go:4:23", "cannot use x\n\thave int"),
		list("p/b.go:1:2", "undefined: y"),
		list("", "too many errors"),
	}
	if !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %q\nwant %q", ok, got, want)
	}
	if _, ok := compilerOutput(list("", "no Go files in /m")); ok {
		t.Error("an error of another kind was taken for compiler output")
	}
}

func TestDedupe(t *testing.T) {
	imported := problem{path: "a.go", line: 3, col: 8, message: "no required module provides package x", kind: packages.ListError}
	symptom := problem{path: "a.go", line: 3, col: 8, message: "could not import x", kind: packages.TypeError}
	other := problem{path: "a.go", line: 2, col: 1, message: "undefined: y", kind: packages.TypeError}
	general := problem{message: "./nosuch: directory not found", kind: packages.ListError}
	second := problem{message: "./other: directory not found", kind: packages.ListError}
	got := dedupe([]problem{symptom, other, imported, general, other, second})
	if want := []problem{general, second, other, imported}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

func TestAbridge(t *testing.T) {
	list := []problem{{where: "a", path: "a/a.go", line: 1, message: "undefined: x"}}
	for line := range 40 {
		list = append(list, problem{where: "b", path: "b/b.go", line: line + 1, message: "undefined: y"})
	}
	got := abridge(list)
	if last := got[len(got)-1]; len(got) != 1+maxErrors+1 || last.line != maxErrors+1 || last.message != "too many errors (30 more)" {
		t.Errorf("%d problems, the last one %v", len(got), last)
	}
	if whole := abridge(list[:1+maxErrors+1]); len(whole) != 1+maxErrors+1 || whole[len(whole)-1].message != "undefined: y" {
		t.Errorf("what fits was abridged: %v", whole)
	}
}
