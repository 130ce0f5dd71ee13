package driver

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/directive"
)

// scope returns the packages of prog.listed that have to be looked at; nil stands for all of them. Of the others the metadata
// tells that nothing can be found in them: they compile, for there is export data of them, and they cannot write a literal of a
// type that is judged, since they import neither the package that it is from nor one that has another name for it; nor do they
// have a comment that could be useless. What they do to values of other packages is found out when one gets there.
func (prog *program) scope(subject *analyzer.Subject) map[*packages.Package]bool {
	if subject == nil {
		return nil
	}
	n := &naming{read: prog.overlay.read, types: make(map[string][]string), names: make(map[*packages.Package]map[string]bool)}
	for _, t := range subject.Types {
		n.types[t.Package] = append(n.types[t.Package], t.Name)
	}
	scope := prog.below(prog.frozen(subject))
	for _, pkg := range prog.listed {
		if pkg.ExportFile == "" || n.imports(pkg) || prog.hasDirective(pkg) {
			scope[pkg] = true
		}
	}
	return scope
}

// frozen returns the packages of prog.listed that may have to do with a Lambda function: they depend on one that runs handlers.
func (prog *program) frozen(subject *analyzer.Subject) []*packages.Package {
	reaches := make(map[*packages.Package]bool)
	packages.Visit(prog.listed, nil, func(pkg *packages.Package) {
		reaches[pkg] = slices.Contains(subject.Entries, pkg.PkgPath)
		for _, dep := range pkg.Imports {
			reaches[pkg] = reaches[pkg] || reaches[dep]
		}
	})
	return slices.DeleteFunc(slices.Clone(prog.listed), func(pkg *packages.Package) bool { return !reaches[pkg] })
}

// below returns those of prog.listed that are among pkgs and their dependencies.
func (prog *program) below(pkgs []*packages.Package) map[*packages.Package]bool {
	found := make(map[*packages.Package]bool)
	packages.Visit(pkgs, nil, func(pkg *packages.Package) {
		if slices.Contains(prog.listed, pkg) {
			found[pkg] = true
		}
	})
	return found
}

// hasDirective reports whether a file of pkg may have a comment for the linter.
func (prog *program) hasDirective(pkg *packages.Package) bool {
	return slices.ContainsFunc(pkg.GoFiles, func(name string) bool {
		text, err := prog.overlay.read(name)
		return err == nil && bytes.Contains(text, []byte(directive.Prefix))
	})
}

// A naming finds out where types have names.
type naming struct {
	read  func(string) ([]byte, error)
	types map[string][]string                   // by import path
	names map[*packages.Package]map[string]bool // of types through which one of n.types can be named
}

// imports reports whether pkg has names for one of the types.
func (n *naming) imports(pkg *packages.Package) bool {
	if n.types[pkg.PkgPath] != nil {
		return true
	}
	for _, dep := range pkg.Imports {
		if n.types[dep.PkgPath] != nil {
			return true
		}
	}
	for _, dep := range pkg.Imports {
		if len(n.of(dep)) > 0 {
			return true
		}
	}
	return false
}

// of returns the names of types in pkg through which its importers can write literals of one of the types. They are
// declared as the type, or as a container of it:
//
//	type T = http.Transport
//	type T http.Transport
//	type T []*http.Transport
func (n *naming) of(pkg *packages.Package) map[string]bool {
	if names, known := n.names[pkg]; known {
		return names
	}
	n.names[pkg] = nil
	if n.types[pkg.PkgPath] != nil {
		return nil // whoever imports it, imports the type
	}
	words := n.words(pkg)
	if len(words) == 0 {
		return nil
	}
	names := make(map[string]bool)
	n.search(pkg, names, func(text []byte) bool {
		dots := bytes.Contains(text, []byte(`. "`)) // an import under no name
		return slices.ContainsFunc(words, func(w string) bool {
			return mayDeclare(text, w) || dots && mayDeclare(text, w[1:])
		})
	})
	for before := 0; len(names) > before; { // one may be declared by another
		before = len(names)
		n.search(pkg, names, func([]byte) bool { return true })
	}
	n.names[pkg] = names
	return names
}

// words returns what pkg's text must have somewhere to name one of the types.
func (n *naming) words(pkg *packages.Package) []string {
	var words []string
	for _, dep := range pkg.Imports {
		for _, name := range n.types[dep.PkgPath] {
			words = append(words, "."+name)
		}
		for name := range n.of(dep) {
			words = append(words, "."+name)
		}
	}
	return words
}

// mayDeclare reports whether a line of text may declare a type as the one called name, or as a container of it. Parsing all files
// that have the name somewhere would take longer than anything else.
func mayDeclare(text []byte, name string) bool {
	for {
		i := bytes.Index(text, []byte(name))
		if i < 0 {
			return false
		}
		before := text[bytes.LastIndexByte(text[:i], '\n')+1 : i]
		text = text[i+len(name):]
		whole := len(text) == 0 || !isLetter(text[0])
		if whole && !bytes.ContainsAny(before, "/\"&:{") && !bytes.HasPrefix(before, []byte("func ")) {
			return true
		}
	}
}

func isLetter(c byte) bool {
	return c == '_' || c >= utf8.RuneSelf || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

// search adds to names those that are declared in the files of pkg whose text is worth it.
func (n *naming) search(pkg *packages.Package, names map[string]bool, worthwhile func(text []byte) bool) {
	for _, name := range pkg.GoFiles {
		text, err := n.read(name)
		if err != nil || !worthwhile(text) {
			continue
		}
		if file, _ := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution); file != nil {
			n.searchFile(pkg, file, names)
		}
	}
}

func (n *naming) searchFile(pkg *packages.Package, file *ast.File, names map[string]bool) {
	local := make(map[string]*packages.Package)
	for _, spec := range file.Imports {
		dep := pkg.Imports[strings.Trim(spec.Path.Value, "\"`")]
		switch {
		case dep == nil:
		case spec.Name != nil:
			local[spec.Name.Name] = dep
		default:
			local[dep.Name] = dep
		}
	}
	has := func(dep *packages.Package, name string) bool {
		return dep != nil && (slices.Contains(n.types[dep.PkgPath], name) || n.names[dep][name])
	}
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.FuncDecl:
			return false
		case *ast.TypeSpec:
			ast.Inspect(node.Type, func(t ast.Node) bool {
				switch t := t.(type) {
				case *ast.StructType, *ast.FuncType, *ast.InterfaceType:
					return false
				case *ast.SelectorExpr:
					if x, ok := t.X.(*ast.Ident); ok && has(local[x.Name], t.Sel.Name) {
						names[node.Name.Name] = true
					}
					return false
				case *ast.Ident: // by a dot import, or of this package
					if has(local["."], t.Name) || names[t.Name] {
						names[node.Name.Name] = true
					}
				}
				return true
			})
		}
		return true
	})
}
