// Package symbol names the declarations of a file, from its syntax alone.
package symbol

import (
	"go/ast"
	"go/token"
)

// At returns the name of the top-level declaration of file that pos is in, its comment included: a function, Type.Method,
// or a variable, constant or type. It is empty outside of all declarations.
func At(file *ast.File, pos token.Pos) string {
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if encloses(decl.Doc, decl, pos) {
				return OfFunc(decl)
			}
		case *ast.GenDecl:
			if encloses(decl.Doc, decl, pos) {
				return OfSpec(decl, pos)
			}
		}
	}
	return ""
}

func encloses(doc *ast.CommentGroup, node ast.Node, pos token.Pos) bool {
	start := node.Pos()
	if doc != nil {
		start = doc.Pos()
	}
	return start <= pos && pos < node.End()
}

// OfFunc returns the name of a function, or that of a method behind its type.
func OfFunc(fn *ast.FuncDecl) string {
	if t := Receiver(fn); t != nil {
		return t.Name + "." + fn.Name.Name
	}
	return fn.Name.Name
}

// Receiver returns the name of the type that fn is a method of, nil if fn is a function, or not valid.
func Receiver(fn *ast.FuncDecl) *ast.Ident {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return nil
	}
	recv := fn.Recv.List[0].Type
	for {
		switch t := recv.(type) {
		case *ast.ParenExpr:
			recv = t.X
		case *ast.StarExpr:
			recv = t.X
		case *ast.IndexExpr:
			recv = t.X
		case *ast.IndexListExpr:
			recv = t.X
		case *ast.Ident:
			return t
		default:
			return nil
		}
	}
}

// OfSpec returns the name that decl declares at pos, empty if pos is in none of its specs.
func OfSpec(decl *ast.GenDecl, pos token.Pos) string {
	for _, spec := range decl.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if len(decl.Specs) == 1 || encloses(spec.Doc, spec, pos) {
				return spec.Name.Name
			}
		case *ast.ValueSpec:
			if len(decl.Specs) > 1 && !encloses(spec.Doc, spec, pos) {
				continue
			}
			return OfValue(spec, pos).Name
		}
	}
	return ""
}

// OfValue returns the name in spec that pos belongs to: of `var a, b = x, y`, the one whose value is there, else the first.
func OfValue(spec *ast.ValueSpec, pos token.Pos) *ast.Ident {
	for i, name := range spec.Names {
		if encloses(nil, name, pos) || len(spec.Values) == len(spec.Names) && encloses(nil, spec.Values[i], pos) {
			return name
		}
	}
	return spec.Names[0]
}
