package pointsto

import (
	"fmt"
	"go/ast"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// order is that of the package comment.
var order = strings.Fields(`types syntax value effect input conversion relevance program object trace once solver heap constraint escape retain summary call
	completion external reader unread assign expr untyped container callexpr deadline stmt locals function index finalize writes graph explain pointsto dump doc`)

// TestArrows counts from which files something in a later one is used.
func TestArrows(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax}, ".")
	if err != nil {
		t.Fatal(err)
	}
	pkg := pkgs[0]
	nameOf := func(n ast.Node) string {
		return strings.TrimSuffix(filepath.Base(pkg.Fset.Position(n.Pos()).Filename), ".go")
	}
	up, methods := make(map[string]string), make(map[string]int)
	for _, f := range pkg.Syntax {
		from := nameOf(f)
		if !slices.Contains(order, from) {
			t.Errorf("%s.go has no place in the order of files", from)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if fn, ok := pkg.TypesInfo.Defs[n.Name].(*types.Func); ok && fn.Signature().Recv() != nil {
					methods[Named(fn.Signature().Recv().Type()).Name()]++
				}
			case *ast.Ident:
				o := pkg.TypesInfo.Uses[n]
				if o == nil || o.Pkg() != pkg.Types {
					return true
				}
				to := strings.TrimSuffix(filepath.Base(pkg.Fset.Position(o.Pos()).Filename), ".go")
				if slices.Index(order, to) > slices.Index(order, from) {
					up[fmt.Sprintf("%s → %s", from, to)] = o.Name()
				}
			}
			return true
		})
	}
	if len(up) > 10 {
		t.Errorf("%d files use what stands in later ones: %v", len(up), up)
	}
	for typ, n := range methods {
		if n > 45 {
			t.Errorf("%s has %d methods", typ, n)
		}
	}
	t.Logf("up: %v; methods: %v", up, methods)
}
