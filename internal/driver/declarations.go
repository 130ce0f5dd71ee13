package driver

import (
	"go/ast"
	"go/parser"
	"go/token"
)

// A parseFile is what packages.Config.ParseFile is.
type parseFile = func(fset *token.FileSet, name string, text []byte) (*ast.File, error)

// parseSource parses a file that is analysed.
func parseSource(fset *token.FileSet, name string, text []byte) (*ast.File, error) {
	return parser.ParseFile(fset, name, text, parser.AllErrors|parser.ParseComments|parser.SkipObjectResolution)
}

// parseDeclarations parses a file for its declarations only. Function bodies are dropped, so type-checking passes over
// most of the code; it may then find imports unused.
//
// Bodies of generic functions stay: the type checker misses them.
func parseDeclarations(fset *token.FileSet, name string, text []byte) (*ast.File, error) {
	f, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
	if f == nil {
		return nil, err
	}
	kept := f.Decls[:0]
	for _, decl := range f.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok && !isGeneric(fn) {
			if fn.Recv == nil && fn.Name.Name == "init" {
				continue // not valid without a body, and nothing can refer to it
			}
			fn.Body = nil
		}
		kept = append(kept, decl)
	}
	clear(f.Decls[len(kept):])
	f.Decls = kept
	return f, err
}

// isGeneric reports whether fn has type parameters, its own or its receiver's.
func isGeneric(fn *ast.FuncDecl) bool {
	if fn.Type.TypeParams != nil {
		return true
	}
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return false
	}
	t := ast.Unparen(fn.Recv.List[0].Type)
	if star, ok := t.(*ast.StarExpr); ok {
		t = ast.Unparen(star.X)
	}
	switch t.(type) {
	case *ast.IndexExpr, *ast.IndexListExpr:
		return true
	}
	return false
}
