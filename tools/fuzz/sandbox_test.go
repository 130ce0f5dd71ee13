package fuzz

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/tools/internal/proc"
)

// standard returns the packages of the standard library that generated programs and the folders of testdata/src import, loaded once
// in a process.
var standard = sync.OnceValues(func() (map[string]*types.Package, error) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadTypes},
		"bytes", "cmp", "container/list", "context", "crypto/tls", "encoding/json", "errors", "flag", "fmt", "io", "iter", "log", "maps", "net",
		"net/http", "net/http/httptest", "net/http/httputil", "net/url", "os", "reflect", "slices", "sort", "strconv", "strings", "sync",
		"sync/atomic", "testing", "time")
	if err != nil {
		return nil, err
	}
	byPath := make(map[string]*types.Package)
	for _, p := range pkgs {
		if len(p.Errors) > 0 {
			return nil, p.Errors[0]
		}
		byPath[p.PkgPath] = p.Types
	}
	return byPath, nil
})

// A sandbox holds packages that import each other and the standard library, and the facts that runs over them left behind.
type sandbox struct {
	fset  *token.FileSet
	std   map[string]*types.Package
	pkgs  map[string]*checked
	facts map[factKey][]byte
}

type factKey struct {
	pkg *types.Package
	typ reflect.Type
}

// A checked is a package of a sandbox.
type checked struct {
	files  []*ast.File
	types  *types.Package
	info   *types.Info
	syntax error // the first error of the parser
	hard   error // the first error that is more than an unused variable or import
	broken bool  // it has a hard error, or imports a package that is broken
}

func newSandbox(t testing.TB) *sandbox {
	std, err := standard()
	if err != nil {
		t.Fatal(err)
	}
	return &sandbox{token.NewFileSet(), std, make(map[string]*checked), make(map[factKey][]byte)}
}

// Import implements types.Importer.
func (s *sandbox) Import(path string) (*types.Package, error) {
	if p := s.pkgs[path]; p != nil {
		return p.types, nil
	}
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p := s.std[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

// add parses and type-checks a package, one file for each source.
func (s *sandbox) add(path string, sources ...string) *checked {
	c := &checked{info: &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Instances:    make(map[*ast.Ident]types.Instance),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		Scopes:       make(map[ast.Node]*types.Scope),
		FileVersions: make(map[*ast.File]string),
	}}
	for i, source := range sources {
		file, err := parser.ParseFile(s.fset, fmt.Sprintf("%s/%d.go", path, i), source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil && c.syntax == nil {
			c.syntax, c.hard = err, err
		}
		if file != nil {
			c.files = append(c.files, file)
		}
	}
	config := types.Config{
		Importer: s,
		Error: func(err error) {
			if e, ok := errors.AsType[types.Error](err); c.hard == nil && !(ok && e.Soft) {
				c.hard = err
			}
		},
	}
	c.types, _ = config.Check(path, s.fset, c.files, c.info) // Error has seen it
	c.broken = c.hard != nil
	for _, p := range c.types.Imports() {
		c.broken = c.broken || s.pkgs[p.Path()] != nil && s.pkgs[p.Path()].broken
	}
	s.pkgs[path] = c
	return c
}

// A said is a finding with its place.
type said struct {
	at      token.Position
	finding analyzer.Finding
}

func (s said) String() string { return fmt.Sprintf("%s: %s", s.at, s.finding.Message) }

// run runs a over the package at path, with facts that have gone through gob.
func (s *sandbox) run(t testing.TB, a *analysis.Analyzer, path string) []said {
	c := s.pkgs[path]
	var out []said
	pass := &analysis.Pass{
		Analyzer: a, Fset: s.fset, Files: c.files, Pkg: c.types, TypesInfo: c.info, TypesSizes: types.SizesFor("gc", "amd64"),
		ResultOf: make(map[*analysis.Analyzer]any),
		Report:   func(analysis.Diagnostic) {},
		ReadFile: func(name string) ([]byte, error) { return nil, fmt.Errorf("there is no %s on disk", name) },
		ImportPackageFact: func(p *types.Package, f analysis.Fact) bool {
			text, ok := s.facts[factKey{p, reflect.TypeOf(f)}]
			if ok {
				if err := gob.NewDecoder(bytes.NewReader(text)).Decode(f); err != nil {
					t.Errorf("decoding a fact: %v", err)
				}
			}
			return ok
		},
		ExportPackageFact: func(f analysis.Fact) {
			var text bytes.Buffer
			if err := gob.NewEncoder(&text).Encode(f); err != nil {
				t.Errorf("encoding a fact: %v", err)
			}
			again := reflect.New(reflect.TypeOf(f).Elem()).Interface()
			if err := gob.NewDecoder(bytes.NewReader(text.Bytes())).Decode(again); err != nil {
				t.Errorf("decoding a fact: %v", err)
			}
			if fmt.Sprint(again) != fmt.Sprint(f) {
				t.Errorf("gob makes %s of the fact %s", again, f)
			}
			s.facts[factKey{c.types, reflect.TypeOf(f)}] = text.Bytes()
		},
	}
	result, err := a.Run(pass)
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return nil
	}
	for _, f := range result.(*analyzer.Result).Findings {
		out = append(out, said{s.fset.Position(f.Pos), f})
	}
	slices.SortStableFunc(out, func(a, b said) int {
		return cmp.Or(cmp.Compare(a.at.Filename, b.at.Filename), cmp.Compare(a.at.Offset, b.at.Offset), strings.Compare(a.finding.Message, b.finding.Message))
	})
	return out
}

// bound is how much CPU time the analysis of one small package may take.
const bound = 5 * time.Second

// inTime fails t if f takes longer than it may. Nothing else must run in this process.
func inTime(t testing.TB, f func()) {
	t.Helper()
	before := proc.CPUTime()
	f()
	if took := proc.CPUTime() - before; took > bound {
		t.Errorf("the analysis takes %v of CPU time, more than %v", took, bound)
	}
}
