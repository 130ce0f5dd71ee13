package evidence

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/catalog"
)

// What the linter says of a field must be shown here.
func TestEveryReportHasEvidence(t *testing.T) {
	own := testsIn(t, ".")
	others := testsIn(t, filepath.Join("..", "integration", "evidence"))
	for _, typ := range catalog.Types() {
		tests := own
		if typ.Module != "" {
			tests = others
		}
		if len(tests) == 0 {
			continue // integration is a module of its own, and does not come with this one
		}
		for _, f := range typ.Fields {
			row := typ.Package + "." + typ.Name + "." + f.Name
			switch {
			case !f.Reportable():
			case f.Evidence == "":
				t.Errorf("%s can be reported and has no Evidence: write a test of it, and name it in the catalog", row)
			case !tests[f.Evidence]:
				t.Errorf("%s has the Evidence %q, and there is no such test: correct the catalog, or write it", row, f.Evidence)
			}
		}
	}
}

// So must what it says of values.
func TestEveryTrapHasEvidence(t *testing.T) {
	tests := testsIn(t, ".")
	for _, trap := range catalog.Traps() {
		if !tests[trap.Evidence] {
			t.Errorf("%s.%s.%s has the Evidence %q, and there is no such test: correct the catalog, or write it",
				trap.Package, trap.Type, trap.Field, trap.Evidence)
		}
	}
}

// So must what it says of functions that stand for a zero value.
func TestEveryShortcutHasEvidence(t *testing.T) {
	tests := testsIn(t, ".")
	for _, s := range catalog.Shortcuts() {
		if !tests[s.Evidence] {
			t.Errorf("%s.%s has the Evidence %q, and there is no such test: correct the catalog, or write it", s.Package, s.Name, s.Evidence)
		}
	}
}

// So must what it says of functions that open a pool.
func TestEveryOpeningHasEvidence(t *testing.T) {
	tests := testsIn(t, filepath.Join("..", "integration", "evidence"))
	for _, o := range catalog.Openings() {
		if len(tests) > 0 && !tests[o.Evidence] {
			t.Errorf("%s.%s has the Evidence %q, and there is no such test: correct the catalog, or write it", o.Package, o.Funcs[0], o.Evidence)
		}
	}
}

// testsIn returns the names of the tests in a folder.
func testsIn(t *testing.T, dir string) map[string]bool {
	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	tests := make(map[string]bool)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Test") {
				tests[f.Name.Name] = true
			}
		}
	}
	return tests
}
