package load

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"testing"
)

func TestParseDeclarations(t *testing.T) {
	const source = `package p

import "fmt"

// Comments go.
type T[K any] struct{}

type U struct{}

var closure = func() int { return 1 }

var known int = 1

var table, pointer = map[string][]int{"a": {1}}, &(U{})

var counted = [...]int{1, 2}

var size = len([]int{1})

func init() { fmt.Println() }

func (U) init() { fmt.Println() }

func plain() int { return 1 }

func generic[K any]() K { return *new(K) }

func (t *T[K]) method() (k K) { return k }

func (t *(U)) pointer() {}
`
	const want = `package p

import "fmt"

type T[K any] struct{}

type U struct{}

var closure = func() int {}

var known int

var table, pointer = map[string][]int{}, &(U{})

var counted = [...]int{1, 2}

var size = len([]int{})

func init() {}

func (U) init() {}

func plain() int {}

func generic[K any]() K {}

func (t *T[K]) method() (k K) {}

func (t *(U)) pointer() {}
`
	fset := token.NewFileSet()
	f, err := declarationsOf(fset, source)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := format.Node(&got, fset, f); err != nil {
		t.Fatal(err)
	}
	if squeeze(got.String()) != squeeze(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
}

func declarationsOf(fset *token.FileSet, source string) (*ast.File, error) {
	overlay := &Overlay{content: map[string][]byte{"p.go": []byte(source)}}
	return (&declarations{skimmer: skimmer{overlay: overlay}}).parse(fset, "p.go")
}

// squeeze removes blank lines: those around dropped bodies say nothing.
func squeeze(s string) string {
	var b bytes.Buffer
	for line := range bytes.Lines([]byte(s)) {
		if len(bytes.TrimSpace(line)) > 0 {
			b.Write(line)
		}
	}
	return b.String()
}

func TestParseDeclarationsKeepsErrors(t *testing.T) {
	f, err := declarationsOf(token.NewFileSet(), "package p\n\nfunc f( {\n")
	if err == nil || f == nil {
		t.Errorf("got file %v and error %v, want both", f, err)
	}
}
