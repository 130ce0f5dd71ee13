package load

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"testing"

	"golang.org/x/tools/go/packages"
)

func TestDropHidden(t *testing.T) {
	const source = `package p

import "io"

const (
	a = iota
	B
)

const alone = 1

var _ io.Reader = kept{}

var x, Y = start()

var unused = start()

func start() (int, result) { return 0, nil }

func init() {}

func helper(k dropped) {}

type result interface{ hidden() }

type kept struct{ result }

func (kept) Read(start []byte) (n int, err error) { return 0, helper }

func (kept) hidden() {}

func (kept) alone() {}

func Exported(unused, helper kept) {}

type dropped struct{}

func (dropped) Exported() {}
`
	const want = `package p

import "io"

const (
	a = iota
	B
)

var x, Y = start()

func start() (int, result) {}

type result interface{ hidden() }

type kept struct{ result }

func (kept) Read(start []byte) (n int, err error) {}

func (kept) hidden() {}

func Exported(unused, helper kept) {}
`
	fset := token.NewFileSet()
	f, err := declarationsOf(fset, source)
	if err != nil {
		t.Fatal(err)
	}
	dropHidden([]*ast.File{f})
	var got bytes.Buffer
	if err := format.Node(&got, fset, f); err != nil {
		t.Fatal(err)
	}
	if got, want := squeeze(got.String()), squeeze(want); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// What is dropped is nothing that the rest depends on: there are no errors in what is reduced, nor in what imports it.
func TestReducedStandardLibrary(t *testing.T) {
	l, err := New(Config{Dir: t.TempDir(), Build: BuildNever})
	if err != nil {
		t.Fatal(err)
	}
	prog, err := l.Load(t.Context(), []string{"net/http/httputil", "go/doc", "text/template"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	packages.Visit(prog.Roots, nil, func(pkg *packages.Package) {
		for _, err := range pkg.TypeErrors {
			t.Errorf("%s: %v", pkg.PkgPath, err)
		}
		if prog.types.types[pkg] != nil {
			n++
		}
	})
	if n < 20 {
		t.Errorf("only %d packages were reduced", n)
	}
}
