// Package tiny has conditions that tests depend on, and some that they do not.
package tiny

import (
	"go/ast"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Analyzer reports functions with short names.
var Analyzer = &analysis.Analyzer{
	Name: "tiny",
	Doc:  "report functions with short names",
	Run: func(pass *analysis.Pass) (any, error) {
		for _, file := range pass.Files {
			for _, d := range file.Decls {
				if f, ok := d.(*ast.FuncDecl); ok && letters(f.Name.Name) < 3 {
					pass.Reportf(f.Pos(), "%s is %s", f.Name.Name, word(letters(f.Name.Name)))
				}
			}
		}
		return nil, nil
	},
}

func word(n int) string {
	switch n {
	case 1:
		return "very short"
	case 0:
		return "empty"
	default:
		return "short"
	}
}

// letters counts them, but for underscores.
func letters(name string) int {
	if name == "?" {
		os.Exit(1) // ends whoever runs the analyzer
	}
	if name == "f" {
		return 1 // saves the next condition
	}
	first, rest, found := strings.Cut(name, "_")
	if !found {
		return len(first) // without this there is no end
	}
	if first == "" {
		return letters(rest) // saves an addition
	}
	return len(first) + letters(rest)
}
