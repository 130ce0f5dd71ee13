package driver

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/packages"
)

// Export data of another Go version is no reason to fail.
func TestUnreadableExportData(t *testing.T) {
	dir := layOut(t, `
-- go.mod --
module example.com/m

go 1.26
-- m.go --
package m

import "errors"

var Mark = errors.New("")
`)
	l, err := newLoader(Options{Analyzer: marks(fine), WorkDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	garbage := filepath.Join(t.TempDir(), "errors.a")
	if err := os.WriteFile(garbage, []byte("garbage"), 0o600); err != nil {
		t.Fatal(err)
	}
	prog, err := l.program(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	packages.Visit(prog.listed, nil, func(pkg *packages.Package) {
		if pkg.PkgPath == "errors" {
			pkg.ExportFile = garbage
		}
	})
	if err := l.load(t.Context(), prog, nil); !isExportError(err) {
		t.Errorf("loading with garbage in the build cache: %v", err)
	}

	l = l.withoutCache()
	if prog, err = l.program(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if err := l.load(t.Context(), prog, nil); err != nil || len(prog.roots) != 1 || len(prog.roots[0].Errors) > 0 {
		t.Errorf("without the cache: %v, %v", err, prog.roots)
	}
}

func isExportError(err error) bool {
	_, ok := errors.AsType[*exportError](err)
	return ok
}
