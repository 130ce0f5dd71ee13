package gate

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"

	"github.com/transportlint/transportlint/internal/symbol"
)

// A Change is a declaration that differs between two versions of a file, or is in one of them only.
type Change struct {
	Symbol        string // see [symbol.At]
	Before, After string // its source without its comment, empty if it is not there
}

// Changes returns what differs between two versions of a file, by name. What cannot be parsed counts as having no declarations.
func Changes(before, after []byte) []Change {
	old, now := Declarations(before), Declarations(after)
	names := maps.Clone(old)
	maps.Copy(names, now)
	var out []Change
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if old[name] != now[name] {
			out = append(out, Change{name, old[name], now[name]})
		}
	}
	return out
}

// Declarations returns the source of the top-level declarations in text, without their comments, by their names. What has the same name,
// as init functions have, is put together.
func Declarations(text []byte) map[string]string {
	fset := token.NewFileSet()
	file, _ := parser.ParseFile(fset, "", text, parser.SkipObjectResolution)
	if file == nil {
		return nil
	}
	sources := make(map[string]string)
	add := func(name string, node ast.Node) {
		start, end := fset.Position(node.Pos()).Offset, fset.Position(node.End()).Offset
		if 0 <= start && start < end && end <= len(text) {
			sources[name] += string(text[start:end]) + "\n"
		}
	}
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			add(symbol.OfFunc(decl), decl)
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				if name := symbol.OfSpec(decl, spec.Pos()); name != "" {
					add(name, spec)
				}
			}
		}
	}
	return sources
}
