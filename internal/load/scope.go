package load

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/internal/directive"
)

// scope returns the packages of prog.Listed that have to be looked at. Of the others it is known beforehand that nothing can be found
// in them: they compile, for there is export data of them, and they have neither a word for a type that is judged nor a comment
// that could be useless. What they do to values of other packages is found out when one gets there.
func (prog *Program) scope(only *Selection, frozen []*packages.Package) []*packages.Package {
	files := &skimmer{overlay: prog.overlay}
	n := &naming{files: files, types: only.Types, names: make(map[*packages.Package]map[string]bool)}
	t := newTimed(files, only)
	imports := func(pkg *packages.Package, paths []string) bool {
		for _, dep := range pkg.Imports {
			if slices.Contains(paths, dep.PkgPath) {
				return true
			}
		}
		return false
	}
	deep := depending(prog.Listed, only.Deep)
	lambda := make(map[*packages.Package]bool)
	packages.Visit(frozen, nil, func(pkg *packages.Package) { lambda[pkg] = true })
	return slices.DeleteFunc(slices.Clone(prog.Listed), func(pkg *packages.Package) bool {
		return pkg.ExportFile != "" && !lambda[pkg] && !deep[pkg] && !imports(pkg, only.Foreign) && !n.mentioned(pkg) && !t.mentioned(pkg)
	})
}

// frozen returns the packages of prog.Listed that may have to do with a Lambda function: they depend on one that runs handlers.
func (prog *Program) frozen(only *Selection) []*packages.Package {
	reaches := depending(prog.Listed, only.Entries)
	return slices.DeleteFunc(slices.Clone(prog.Listed), func(pkg *packages.Package) bool { return !reaches[pkg] })
}

// depending returns those of pkgs and what they depend on that are one of paths, or depend on one.
func depending(pkgs []*packages.Package, paths []string) map[*packages.Package]bool {
	reaches := make(map[*packages.Package]bool)
	if len(paths) == 0 {
		return reaches
	}
	packages.Visit(pkgs, nil, func(pkg *packages.Package) {
		reaches[pkg] = slices.Contains(paths, pkg.PkgPath)
		for _, dep := range pkg.Imports {
			reaches[pkg] = reaches[pkg] || reaches[dep]
		}
	})
	return reaches
}

// A naming finds out where types have names.
type naming struct {
	files *skimmer
	types map[string][]string                   // by import path
	names map[*packages.Package]map[string]bool // of types through which one of n.types can be named
}

// mentioned reports whether pkg may name one of the types, or has a comment for the linter. It looks at the text alone.
func (n *naming) mentioned(pkg *packages.Package) bool {
	if n.types[pkg.PkgPath] != nil {
		return true
	}
	var words []string
	for _, offered := range n.offers(pkg) {
		words = append(words, offered...)
	}
	return slices.ContainsFunc(pkg.GoFiles, func(name string) bool {
		text, err := n.files.text(name)
		return err == nil && (bytes.Contains(text, []byte(directive.Prefix)) || len(mentions(text, words)) > 0)
	})
}

// offers returns by what names pkg's imports offer one of the types, by their paths. Imports that offer none are not among them.
func (n *naming) offers(pkg *packages.Package) map[string][]string {
	offers := make(map[string][]string)
	for path, dep := range pkg.Imports {
		if words := slices.AppendSeq(slices.Clip(n.types[dep.PkgPath]), maps.Keys(n.of(dep))); len(words) > 0 {
			offers[path] = words
		}
	}
	return offers
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
	offers := n.offers(pkg)
	if len(offers) == 0 {
		return nil
	}
	names := make(map[string]bool)
	for _, name := range pkg.GoFiles {
		if n.mayDeclare(name, offers) {
			n.search(pkg, name, names)
		}
	}
	for before := 0; len(names) > before; { // one may be declared by another
		before = len(names)
		for _, name := range pkg.GoFiles {
			n.search(pkg, name, names)
		}
	}
	n.names[pkg] = names
	return names
}

// mayDeclare reports whether a file may declare a type by a name that one of its imports offers. To parse all files that have the word
// somewhere would take longer than anything else, and so would reading those that import nothing of that.
func (n *naming) mayDeclare(name string, offers map[string][]string) bool {
	var words []string
	text, err := n.files.textIf(name, func(imports []string) bool {
		for _, path := range imports {
			words = append(words, offers[path]...)
		}
		return len(words) > 0
	})
	return err == nil && declares(text, words)
}

// mentions returns what stands in the same line before each mention of a word in text: where it follows a dot, or anywhere if
// an import has no name.
func mentions(text []byte, words []string) [][]byte {
	bare := bytes.Contains(text, []byte(`. "`))
	var out [][]byte
	for _, word := range words {
		for at := 0; ; {
			i := bytes.Index(text[at:], []byte(word))
			if i < 0 {
				break
			}
			i, at = at+i, at+i+len(word)
			before := text[:i]
			if (bare || bytes.HasSuffix(bytes.TrimSpace(before), []byte("."))) && (at == len(text) || !isLetter(text[at])) {
				out = append(out, before[bytes.LastIndexByte(before, '\n')+1:])
			}
		}
	}
	return out
}

func isLetter(c byte) bool {
	return c == '_' || c >= utf8.RuneSelf || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

// declares reports whether text may declare a type by one of words. Most lines that look like it are fields of structs.
func declares(text []byte, words []string) bool {
	var fields bool
	for _, line := range mentions(text, words) {
		switch {
		case bytes.ContainsAny(line, "/\"&:{") || bytes.HasPrefix(line, []byte("func ")):
		case bytes.Contains(line, []byte("type")), !bytes.ContainsAny(bytes.TrimSpace(line), " \t"): // or the line before has that
			return true
		default:
			fields = true
		}
	}
	return fields && hasTypeGroup(text)
}

// hasTypeGroup reports whether text may have a declaration of several types.
func hasTypeGroup(text []byte) bool {
	for {
		_, after, found := bytes.Cut(text, []byte("type"))
		if !found {
			return false
		}
		if bytes.HasPrefix(bytes.TrimLeft(after, " \t\r\n"), []byte("(")) {
			return true
		}
		text = after
	}
}

// search adds to names those that are declared in a file of pkg.
func (n *naming) search(pkg *packages.Package, name string, names map[string]bool) {
	text, err := n.files.text(name)
	if err != nil {
		return
	}
	if file, _ := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution); file != nil {
		n.searchFile(pkg, file, names)
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
