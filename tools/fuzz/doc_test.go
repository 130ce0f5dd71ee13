package fuzz

import (
	"go/format"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// TestDoc: the program in the package comment is what comes of these choices, and the analyzer knows it.
func TestDoc(t *testing.T) {
	p := generate(seed(0, 25, 8, 29, 4))
	if problems := p.examine(t); len(problems) > 0 {
		t.Errorf("%s\n%s", strings.Join(problems, "\n"), p)
	}
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	code, err := format.Source([]byte(strings.Join(p.decls, "\n\n")))
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for line := range strings.Lines(string(code)) {
		want.WriteString(strings.TrimRight("\t"+line, "\t\n") + "\n")
	}
	if !strings.Contains(file.Doc.Text(), want.String()) {
		t.Errorf("the package comment lacks\n%s", &want)
	}
}
