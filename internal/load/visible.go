package load

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/transportlint/transportlint/internal/symbol"
)

// dropHidden drops the declarations of a package that other packages cannot see and that nothing which they see depends on. What depends
// on what is told by names alone.
func dropHidden(files []*ast.File) {
	v := &visible{byName: make(map[string][]declaration), needed: make(map[string]bool), kept: make(map[ast.Node]bool)}
	for _, file := range files {
		for _, decl := range file.Decls {
			v.add(decl)
		}
	}
	for name := range v.byName {
		if ast.IsExported(name) {
			v.need(name)
		}
	}
	for _, file := range files {
		file.Decls = slices.DeleteFunc(file.Decls, func(decl ast.Decl) bool { return !v.keeps(decl) })
	}
}

// visible finds the declarations of a package that others can see, or that these depend on.
type visible struct {
	byName map[string][]declaration // methods by their own name and by that of their type
	needed map[string]bool
	kept   map[ast.Node]bool // nodes of declarations
}

// A declaration is kept as a whole.
type declaration struct {
	node   ast.Node // a function, a group of constants, or the spec of a type or of variables
	method string   // its name, if it is a method
	of     string   // the type that it is a method of
}

func (v *visible) add(decl ast.Decl) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Recv == nil {
			v.declare(declaration{node: decl}, decl.Name)
		} else if of := symbol.Receiver(decl); of != nil {
			v.declare(declaration{node: decl, method: decl.Name.Name, of: of.Name}, decl.Name, of)
		}
	case *ast.GenDecl:
		group := declaration{node: decl} // constants can repeat the value of the one before
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				v.declare(declaration{node: spec}, spec.Name)
			case *ast.ValueSpec:
				d := group
				if decl.Tok == token.VAR {
					d = declaration{node: spec}
				}
				v.declare(d, spec.Names...)
			}
		}
	}
}

func (v *visible) declare(d declaration, names ...*ast.Ident) {
	for _, name := range names {
		if name.Name != "_" {
			v.byName[name.Name] = append(v.byName[name.Name], d)
		}
	}
}

// need keeps what has a name, and what that depends on.
func (v *visible) need(name string) {
	if v.needed[name] {
		return
	}
	v.needed[name] = true
	for _, d := range v.byName[name] {
		if v.kept[d.node] || d.method != "" && !(v.needed[d.of] && (v.needed[d.method] || ast.IsExported(d.method))) {
			continue
		}
		v.kept[d.node] = true
		ast.Inspect(d.node, v.mention)
	}
}

// mention needs what n has names of. Those of parameters and fields, which stand for nothing else, are passed over, and so are bodies, which
// no type depends on.
func (v *visible) mention(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Ident:
		v.need(n.Name)
	case *ast.FuncDecl:
		v.mentionTypes(n.Recv)
		ast.Inspect(n.Type, v.mention)
		return false
	case *ast.FuncLit:
		ast.Inspect(n.Type, v.mention)
		return false
	case *ast.FuncType:
		v.mentionTypes(n.TypeParams)
		v.mentionTypes(n.Params)
		v.mentionTypes(n.Results)
		return false
	case *ast.StructType:
		v.mentionTypes(n.Fields)
		return false
	}
	return true
}

func (v *visible) mentionTypes(list *ast.FieldList) {
	if list == nil {
		return
	}
	for _, field := range list.List {
		ast.Inspect(field.Type, v.mention)
	}
}

// keeps drops what is not kept of decl, and reports whether something is left of it.
func (v *visible) keeps(decl ast.Decl) bool {
	d, ok := decl.(*ast.GenDecl)
	switch {
	case !ok || d.Tok == token.CONST:
		return v.kept[decl]
	case d.Tok == token.IMPORT:
		return true
	}
	d.Specs = slices.DeleteFunc(d.Specs, func(spec ast.Spec) bool { return !v.kept[spec] })
	return len(d.Specs) > 0
}
