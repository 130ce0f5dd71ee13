package load

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// A parseFile is what packages.Config.ParseFile is.
type parseFile = func(fset *token.FileSet, name string, text []byte) (*ast.File, error)

// parseSource parses a file that is analyzed.
func parseSource(fset *token.FileSet, name string, text []byte) (*ast.File, error) {
	return parser.ParseFile(fset, name, text, parser.AllErrors|parser.ParseComments|parser.SkipObjectResolution)
}

// A declarations reads files for what others can see of their declarations, one after the other.
type declarations struct {
	skimmer
	reducer
}

// parse parses a file. The bodies of its functions are empty, if they are there at all, so type-checking must ignore them; it may then find
// imports unused.
func (d *declarations) parse(fset *token.FileSet, name string) (*ast.File, error) {
	text, err := d.text(name)
	if err != nil {
		return nil, err
	}
	f, err := parser.ParseFile(fset, name, d.reduce(text), parser.SkipObjectResolution)
	if f == nil {
		return nil, err
	}
	for _, decl := range f.Decls {
		if d, ok := decl.(*ast.GenDecl); ok && d.Tok == token.VAR {
			dropValues(d)
		}
	}
	return f, err
}

// dropValues drops what variables are initialized with, if their types do not depend on it.
func dropValues(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		if v, ok := spec.(*ast.ValueSpec); ok && v.Type != nil {
			v.Values = nil
		}
	}
}

// dropImports drops the imports that a file does without since it is reduced to declarations.
func dropImports(f *ast.File, imports map[string]*packages.Package) {
	used := make(map[string]bool)
	for _, decl := range f.Decls {
		if d, ok := decl.(*ast.GenDecl); ok && d.Tok == token.IMPORT {
			continue
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if id, ok := sel.X.(*ast.Ident); ok {
					used[id.Name] = true
				}
			}
			return true
		})
	}
	needed := func(spec *ast.ImportSpec) bool {
		switch pkg := imports[strings.Trim(spec.Path.Value, "\"`")]; {
		case spec.Name == nil:
			return pkg != nil && used[pkg.Name]
		case spec.Name.Name == "_":
			return false
		}
		return spec.Name.Name == "." || used[spec.Name.Name]
	}
	f.Decls = slices.DeleteFunc(f.Decls, func(decl ast.Decl) bool {
		d, ok := decl.(*ast.GenDecl)
		if !ok || d.Tok != token.IMPORT {
			return false
		}
		d.Specs = slices.DeleteFunc(d.Specs, func(spec ast.Spec) bool { return !needed(spec.(*ast.ImportSpec)) })
		return len(d.Specs) == 0
	})
	f.Imports = slices.DeleteFunc(f.Imports, func(spec *ast.ImportSpec) bool { return !needed(spec) })
}
