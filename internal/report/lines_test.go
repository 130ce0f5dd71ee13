package report

import (
	"go/token"
	"testing"

	"github.com/transportlint/transportlint/internal/edit"
)

func TestReplaced(t *testing.T) {
	const source = "one\ntwo\nthree\nfour\n"
	lines := NewLines(func(string) ([]byte, error) { return []byte(source), nil })
	at := func(line, offset int) Span {
		p := token.Position{Filename: "a.go", Offset: offset, Line: line, Column: 1}
		return Span{p, p}
	}
	change := func(file string, start, end int, text string) Edit {
		return Edit{file, edit.Edit{Start: start, End: end, New: text}}
	}
	for _, test := range []struct {
		name  string
		at    Span
		edits []Edit
		want  replacement // none if it is zero
	}{
		{"on its line", at(2, 4), []Edit{change("a.go", 5, 6, "W")}, replacement{2, 2, "tWo"}},
		{"below", at(2, 4), []Edit{change("a.go", 13, 13, "\nnew")}, replacement{2, 3, "two\nthree\nnew"}},
		{"above and below", at(3, 8), []Edit{change("a.go", 14, 18, "4"), change("a.go", 0, 0, "0")}, replacement{1, 4, "0one\ntwo\nthree\n4"}},
		{"another file", at(2, 4), []Edit{change("b.go", 5, 6, "W")}, replacement{}},
		{"overlapping", at(1, 0), []Edit{change("a.go", 0, 3, "W"), change("a.go", 2, 4, "W")}, replacement{}},
		{"not the text", at(1, 0), []Edit{change("a.go", 40, 41, "W")}, replacement{}},
		{"nothing", at(1, 0), nil, replacement{}},
	} {
		got, ok := lines.replaced(Finding{Shown: test.at, Source: test.at, Fixes: []Fix{{Edits: test.edits}}})
		if ok != (test.want != replacement{}) || got != test.want {
			t.Errorf("%s: got %+v, %v, want %+v", test.name, got, ok, test.want)
		}
	}
}
