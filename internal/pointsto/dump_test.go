package pointsto

import (
	"flag"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/transportlint/transportlint/internal/source"
)

var update = flag.Bool("update", false, "write what the analysis says into testdata")

// An archive is a package, p.go, and the package lib that it imports, lib.go. Values of lib.T are tracked, and so are those of types
// of p that are made of it.
type archive struct {
	t    *testing.T
	fset *token.FileSet
	std  types.Importer
	lib  *types.Package
	sums Summaries

	explain bool
}

// Import returns the package lib, or one of the standard library.
func (a *archive) Import(path string) (*types.Package, error) {
	if path == "lib" {
		return a.lib, nil
	}
	return a.std.Import(path)
}

// analyze type-checks the file and analyzes it.
func (a *archive) analyze(path string, text []byte) *Result {
	a.t.Helper()
	pkg, err := source.Check(a.fset, a, path, string(text))
	if err != nil {
		a.t.Fatal(err)
	}
	if a.lib == nil {
		a.lib = pkg.Types
	}
	var place func(token.Pos) string
	if a.explain {
		place = func(pos token.Pos) string { return fmt.Sprintf("%s:%d", path, a.fset.Position(pos).Line) }
	}
	return Analyze(Input{
		Explain: place,
		Pkg:     pkg.Types, Info: pkg.Info, Files: pkg.Files,
		Tracked: []*types.TypeName{a.lib.Scope().Lookup("T").(*types.TypeName)},
		Judged:  func(*types.TypeName) bool { return true },
		Summary: func(p *types.Package) (*Summary, bool) { return a.sums[p.Path()], a.sums[p.Path()] != nil },
	})
}

// TestDump compares what the analysis says of each archive with what is written there.
func TestDump(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fset := token.NewFileSet()
			a := &archive{t: t, fset: fset, std: importer.ForCompiler(fset, "gc", nil), sums: make(Summaries)}
			got := ""
			for _, f := range ar.Files {
				if path, ok := strings.CutSuffix(f.Name, ".go"); ok {
					r := a.analyze(path, f.Data)
					if path == "lib" && !strings.Contains(string(f.Data), "unknown to the analysis") {
						a.sums[path] = r.Summary
					}
					got = r.Dump(fset)
				}
			}
			last := &ar.Files[len(ar.Files)-1]
			if *update {
				if last.Name != "dump" {
					ar.Files = append(ar.Files, txtar.File{Name: "dump"})
					last = &ar.Files[len(ar.Files)-1]
				}
				last.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if last.Name != "dump" || string(last.Data) != got {
				t.Errorf("run go test -update and read the difference; the analysis says\n%s", got)
			}
		})
	}
}
