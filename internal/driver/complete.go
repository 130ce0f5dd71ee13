package driver

import (
	"errors"
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// complete returns the packages with the given import paths, which prog holds as declarations only, with everything
// that declarations lack. The types of what they import are there already, so it takes no loading. Paths that prog does
// not hold are left out.
func (prog *program) complete(paths []string) []*packages.Package {
	var list []*packages.Package
	for pkg := range dependencies(prog.roots) {
		if pkg.ID == pkg.PkgPath && slices.Contains(paths, pkg.PkgPath) {
			list = append(list, typeCheck(pkg, pkg.Imports, prog.overlay.read, parseSource))
		}
	}
	slices.SortFunc(list, func(a, b *packages.Package) int { return strings.Compare(a.ID, b.ID) })
	return list
}

// typeCheck parses and type-checks the files of a package anew, against the given imports. The result is a package of its own,
// with other type objects than those that the importers of the first know.
func typeCheck(first *packages.Package, imports map[string]*packages.Package, read func(string) ([]byte, error), parse parseFile) *packages.Package {
	pkg := &packages.Package{
		ID:              first.ID,
		Name:            first.Name,
		PkgPath:         first.PkgPath,
		Dir:             first.Dir,
		GoFiles:         first.GoFiles,
		CompiledGoFiles: first.CompiledGoFiles,
		OtherFiles:      first.OtherFiles,
		IgnoredFiles:    first.IgnoredFiles,
		Imports:         maps.Clone(imports),
		Module:          first.Module,
		Fset:            first.Fset,
		TypesSizes:      first.TypesSizes,
		TypesInfo: &types.Info{
			Types:        make(map[ast.Expr]types.TypeAndValue),
			Defs:         make(map[*ast.Ident]types.Object),
			Uses:         make(map[*ast.Ident]types.Object),
			Implicits:    make(map[ast.Node]types.Object),
			Instances:    make(map[*ast.Ident]types.Instance),
			Scopes:       make(map[ast.Node]*types.Scope),
			Selections:   make(map[*ast.SelectorExpr]*types.Selection),
			FileVersions: make(map[*ast.File]string),
		},
	}
	fail := func(kind packages.ErrorKind, err error) {
		pkg.Errors = append(pkg.Errors, packages.Error{Msg: err.Error(), Kind: kind})
	}
	for _, name := range pkg.CompiledGoFiles {
		text, err := read(name)
		if err != nil {
			fail(packages.ParseError, err)
			continue
		}
		file, err := parse(pkg.Fset, name, text)
		if err != nil {
			fail(packages.ParseError, err)
			continue
		}
		pkg.Syntax = append(pkg.Syntax, file)
	}
	config := types.Config{
		Importer: importer(pkg.Imports),
		Sizes:    pkg.TypesSizes,
		Error: func(err error) {
			fail(packages.TypeError, err)
			if err, ok := errors.AsType[types.Error](err); ok {
				pkg.TypeErrors = append(pkg.TypeErrors, err)
			}
		},
	}
	if pkg.Module != nil && pkg.Module.GoVersion != "" {
		config.GoVersion = "go" + pkg.Module.GoVersion
	}
	pkg.Types = types.NewPackage(pkg.PkgPath, pkg.Name)
	_ = types.NewChecker(&config, pkg.Fset, pkg.Types, pkg.TypesInfo).Files(pkg.Syntax) // config.Error has the errors
	return pkg
}

// An importer resolves imports to packages that are loaded.
type importer map[string]*packages.Package

// Import implements types.Importer.
func (m importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg := m[path]; pkg != nil && pkg.Types != nil {
		return pkg.Types, nil
	}
	return nil, errors.New("not loaded: " + path)
}
