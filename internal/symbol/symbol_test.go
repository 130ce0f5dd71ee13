package symbol

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// Each identifier X, alone or in a comment, stands in the declaration that its line names.
func TestAt(t *testing.T) {
	const src = `package p // 

import "X" // 

// X of F
func F() { // F
	_ = func() { _ = X } // F
}

func (r *T) M() { _ = X } // T.M

func (List[E]) Len() { _ = X } // List.Len

func (*Map[K, V]) Len() { _ = X } // Map.Len

var a = X // a

var b, c = 1, X // c

var d, e = X() // d

var (
	// X of f
	f = 1 // f
	_ = X // _
	g,
	h = 1,
		X // h
	i X // i
)

type T struct{ X int } // T

type ( // 
	U struct { // U
		X int // U
	}
)

// X // 
`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(src, "\n")
	tested := 0
	for i := range src {
		if src[i] != 'X' {
			continue
		}
		line := strings.Count(src[:i], "\n")
		_, want, found := strings.Cut(lines[line], " // ")
		if !found { // of a comment that stands before
			_, want, _ = strings.Cut(lines[line+1], " // ")
		}
		if got := At(file, file.FileStart+token.Pos(i)); got != want {
			t.Errorf("%d: %s: got %q, want %q", line+1, lines[line], got, want)
		}
		tested++
	}
	if tested < 15 {
		t.Errorf("%d identifiers", tested)
	}
	if got := At(&ast.File{}, 1); got != "" {
		t.Errorf("in an empty file: %q", got)
	}
}
