package fix

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
)

// Named are assignments in the words of a place in a file, with the imports that these need.
type named struct {
	fields  []Assignment
	imports []change
}

// names writes fields with the names that packages have at pos, adding imports for those that have none there.
func (f *File) names(pos token.Pos, fields []Assignment) (named, bool) {
	var n named
	added := make(map[string]string) // names by import path
	for _, a := range fields {
		value, err := parser.ParseExpr(a.Value)
		if err != nil {
			return named{}, false
		}
		text, at := "", 0
		ast.Inspect(value, func(node ast.Node) bool {
			sel, ok := node.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			id, ok := sel.X.(*ast.Ident)
			if !ok {
				return true
			}
			// Positions of an expression that is parsed alone begin at 1.
			text += a.Value[at : id.Pos()-1]
			at = int(id.End()) - 1
			switch name := f.name(catalog.ImportOf(id.Name), sel.Sel.Name, pos, added); name {
			case ".":
				at = int(sel.Sel.Pos()) - 1
			default:
				text += name
			}
			return true
		})
		n.fields = append(n.fields, Assignment{a.Field, text + a.Value[at:]})
	}
	n.imports = f.addImports(added)
	return n, true
}

// name returns what the package at importPath is called at pos, a dot if the name in it that is wanted stands for itself. If it has no
// name there it gets one, in added.
func (f *File) name(importPath, wanted string, pos token.Pos, added map[string]string) string {
	if name := added[importPath]; name != "" {
		return name
	}
	scope := f.Pkg.Scope().Innermost(pos)
	if scope == nil {
		scope = f.Pkg.Scope()
	}
	taken := make(map[string]bool)
	for _, spec := range f.Syntax.Imports {
		p := f.Info.PkgNameOf(spec)
		if p == nil {
			continue
		}
		taken[p.Name()] = true
		if p.Imported().Path() != importPath || p.Name() == "_" {
			continue
		}
		if p.Name() == "." {
			if _, o := scope.LookupParent(wanted, pos); o != nil && o.Pkg() == p.Imported() {
				return "."
			}
			continue
		}
		if _, o := scope.LookupParent(p.Name(), pos); o == p {
			return p.Name()
		}
	}
	base := path.Base(importPath)
	name := base
	for i := 1; ; i++ {
		if _, o := scope.LookupParent(name, pos); o == nil && !taken[name] && f.Pkg.Scope().Lookup(name) == nil && !f.Declared()[name] {
			break
		}
		if name = "std" + base; i > 1 {
			name += strconv.Itoa(i)
		}
	}
	added[importPath] = name
	return name
}

// addImports imports packages, names by import path, in the way in which the file imports others.
func (f *File) addImports(names map[string]string) []change {
	importPaths := slices.Sorted(maps.Keys(names))
	if len(importPaths) == 0 {
		return nil
	}
	text := func(importPath string) string {
		if name := names[importPath]; name != path.Base(importPath) {
			return name + " " + strconv.Quote(importPath)
		}
		return strconv.Quote(importPath)
	}
	groups, singles := f.importDecls()
	var out []change
	switch {
	case len(groups) > 0:
		for _, p := range importPaths {
			out = append(out, f.intoGroup(groups, p, text(p)))
		}
	case len(singles) == 1:
		spec := singles[0].Specs[0].(*ast.ImportSpec)
		end := f.lineEnd(spec.End())
		out = append(out, f.insert(spec.Pos(), "(\n"))
		for _, p := range importPaths {
			if p < pathOf(spec) {
				out = append(out, f.insert(spec.Pos(), text(p)+"\n"))
			} else {
				out = append(out, change{end, end, "\n" + text(p)})
			}
		}
		out = append(out, change{end, end, "\n)"})
	case len(singles) > 1:
		end := f.lineEnd(singles[len(singles)-1].End())
		for _, p := range importPaths {
			out = append(out, change{end, end, "\nimport " + text(p)})
		}
	default:
		end := f.lineEnd(f.Syntax.Name.End())
		out = append(out, change{end, end, "\n\nimport (\n"})
		for _, p := range importPaths {
			out = append(out, change{end, end, text(p) + "\n"})
		}
		out = append(out, change{end, end, ")\n"})
	}
	return out
}

// importDecls returns the import declarations, but for those of C: the ones in parentheses, and the others.
func (f *File) importDecls() (groups, singles []*ast.GenDecl) {
	for _, d := range f.Syntax.Decls {
		g, ok := d.(*ast.GenDecl)
		switch {
		case !ok || g.Tok != token.IMPORT || importsC(g):
		case !g.Lparen.IsValid():
			singles = append(singles, g)
		case len(g.Specs) > 0:
			groups = append(groups, g)
		}
	}
	return groups, singles
}

// intoGroup adds the import where its path sorts in, among the block of lines that imports the standard library.
func (f *File) intoGroup(groups []*ast.GenDecl, importPath, text string) change {
	var before, after *ast.ImportSpec // in the block, the first that sorts behind, the last that sorts before
	best := false
	for _, g := range groups {
		for _, block := range f.blocks(g) {
			std := false
			for _, spec := range block {
				std = std || !strings.Contains(strings.Split(pathOf(spec), "/")[0], ".")
			}
			if best || !std && (before != nil || after != nil) {
				continue
			}
			best, before, after = std, nil, nil
			for _, spec := range block {
				if pathOf(spec) <= importPath {
					after = spec
				} else if before == nil {
					before = spec
				}
			}
		}
	}
	if after == nil {
		return f.insert(startOf(before), text+"\n")
	}
	end := f.lineEnd(after.End())
	return change{end, end, "\n" + text}
}

// blocks returns the specs of g in runs without empty lines.
func (f *File) blocks(g *ast.GenDecl) [][]*ast.ImportSpec {
	var out [][]*ast.ImportSpec
	line := -1
	for _, s := range g.Specs {
		spec := s.(*ast.ImportSpec)
		if f.line(startOf(spec)) > line+1 || line < 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], spec)
		line = f.line(spec.End())
	}
	return out
}

// startOf returns where a spec begins with its comment.
func startOf(spec *ast.ImportSpec) token.Pos {
	if spec.Doc != nil {
		return spec.Doc.Pos()
	}
	return spec.Pos()
}

func pathOf(spec *ast.ImportSpec) string {
	p, _ := strconv.Unquote(spec.Path.Value)
	return p
}

func importsC(g *ast.GenDecl) bool {
	for _, s := range g.Specs {
		if pathOf(s.(*ast.ImportSpec)) == "C" {
			return true
		}
	}
	return false
}

// lineEnd returns the offset of the end of the line on which pos is, before its line break.
func (f *File) lineEnd(pos token.Pos) int {
	at := f.offset(pos)
	for at < len(f.Text) && f.Text[at] != '\n' && f.Text[at] != '\r' {
		at++
	}
	return at
}
