// Package source type-checks packages of one file, for tests that make their source up.
package source

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
)

// A Package is one that was type-checked.
type Package struct {
	Types *types.Package
	Info  *types.Info
	Files []*ast.File
}

// Check type-checks text, the only file of the package at path.
func Check(fset *token.FileSet, from types.Importer, path, text string) (*Package, error) {
	file, err := parser.ParseFile(fset, path+".go", text, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		return nil, err
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Instances: make(map[*ast.Ident]types.Instance),
		Selections: make(map[*ast.SelectorExpr]*types.Selection),
	}
	pkg, err := (&types.Config{Importer: from}).Check(path, fset, []*ast.File{file}, info)
	if err != nil {
		return nil, err
	}
	return &Package{pkg, info, []*ast.File{file}}, nil
}
