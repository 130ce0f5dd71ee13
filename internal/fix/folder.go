package fix

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// DeclaredIn returns the names that the package called pkg declares in any file in dir: in those for other systems and in tests, too,
// where an import may not have the same name either. What cannot be read declares nothing.
func DeclaredIn(dir, pkg string) map[string]bool {
	names := make(map[string]bool)
	list, _ := os.ReadDir(dir)
	for _, e := range list {
		name := filepath.Join(dir, e.Name())
		if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() || !strings.HasSuffix(name, ".go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		file, _ := parser.ParseFile(token.NewFileSet(), "", text, parser.SkipObjectResolution)
		if file == nil || file.Name == nil || file.Name.Name != pkg {
			continue
		}
		for _, d := range file.Decls {
			declare(names, d)
		}
	}
	return names
}

// declare adds to names what a declaration at package level declares.
func declare(names map[string]bool, d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			names[d.Name.Name] = true
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				names[s.Name.Name] = true
			case *ast.ValueSpec:
				for _, id := range s.Names {
					names[id.Name] = true
				}
			}
		}
	}
}
