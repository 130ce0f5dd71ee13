package load

import (
	"errors"
	"go/ast"
	"go/scanner"
	"go/token"
	"go/types"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/packages"
)

// A unit is a package from source on its way to its types.
type unit struct {
	pkg     *packages.Package
	full    bool // with function bodies, to be analyzed
	files   []*ast.File
	imports map[string]*packages.Package
	done    chan struct{}
}

// parseUnit parses the files of a package, and finds out what their types need.
func (u *universe) parseUnit(unit *unit) {
	pkg := unit.pkg
	pkg.Fset, pkg.CompiledGoFiles = u.fset, pkg.GoFiles
	parse := u.parseWhole
	if !unit.full {
		declarations := u.declarations.Get().(*declarations)
		defer u.declarations.Put(declarations)
		parse = declarations.parse
	}
	for _, name := range pkg.GoFiles {
		file, err := parse(u.fset, name)
		if err != nil {
			unit.fail(err)
		}
		if file != nil {
			unit.files = append(unit.files, file)
		}
	}
	unit.imports = pkg.Imports
	if !unit.full {
		dropHidden(unit.files)
		unit.imports = make(map[string]*packages.Package)
		for _, file := range unit.files {
			dropImports(file, pkg.Imports)
			for _, spec := range file.Imports {
				path := strings.Trim(spec.Path.Value, "\"`")
				if dep := pkg.Imports[path]; dep != nil {
					unit.imports[path] = dep
				}
			}
		}
	}
}

// parseWhole parses a file that is analyzed.
func (u *universe) parseWhole(fset *token.FileSet, name string) (*ast.File, error) {
	text, err := u.read(name)
	if err != nil {
		return nil, err
	}
	return u.parse(fset, name, text)
}

// fail records an error in a package that is analyzed. Others are reduced to what makes errors of its own.
func (unit *unit) fail(err error) {
	if !unit.full {
		return
	}
	var (
		list   []packages.Error
		syntax scanner.ErrorList
		typ    types.Error
		path   *fs.PathError
	)
	switch {
	case errors.As(err, &syntax):
		for _, e := range syntax {
			list = append(list, packages.Error{Pos: e.Pos.String(), Msg: e.Msg, Kind: packages.ParseError})
		}
	case errors.As(err, &path):
		list = append(list, packages.Error{Pos: path.Path + ":1", Msg: path.Err.Error(), Kind: packages.ParseError})
	case errors.As(err, &typ) && strings.HasPrefix(typ.Msg, "\t") && len(unit.pkg.Errors) > 0: // the one before goes on
		last := &unit.pkg.Errors[len(unit.pkg.Errors)-1]
		last.Msg += "\n\t" + filepath.Base(typ.Fset.Position(typ.Pos).String()) + ": " + strings.TrimPrefix(typ.Msg, "\t")
	case errors.As(err, &typ):
		list = append(list, packages.Error{Pos: typ.Fset.Position(typ.Pos).String(), Msg: typ.Msg, Kind: packages.TypeError})
	default:
		list = append(list, packages.Error{Msg: err.Error(), Kind: packages.ParseError})
	}
	unit.pkg.Errors = append(unit.pkg.Errors, list...)
}

// typeCheck finds the types of a package from source, when those of its imports are known.
func (u *universe) typeCheck(unit *unit) {
	pkg, cgo := unit.pkg, usesC(unit.files)
	config := types.Config{
		Importer:         importer{u, unit.imports},
		Sizes:            pkg.TypesSizes,
		IgnoreFuncBodies: !unit.full,
		FakeImportC:      true, // so neither cgo nor a C compiler is needed; of what comes from C, there are no types
		Error: func(err error) {
			if e, ok := errors.AsType[types.Error](err); ok && !(cgo && lacksTypes(e)) {
				if strings.Contains(e.Msg, "requires newer Go version") { // than that of the type checker in this program
					e.Msg += "; build transportlint again, with that version of Go"
				}
				pkg.TypeErrors = append(pkg.TypeErrors, e)
				unit.fail(e)
			}
		},
	}
	if pkg.Module != nil && pkg.Module.GoVersion != "" {
		config.GoVersion = "go" + pkg.Module.GoVersion
	}
	var info *types.Info
	if unit.full {
		info = newInfo(unit.files)
		pkg.Syntax, pkg.TypesInfo = unit.files, info
	}
	pkg.Types = types.NewPackage(pkg.PkgPath, pkg.Name)
	_ = types.NewChecker(&config, u.fset, pkg.Types, info).Files(unit.files) // config.Error has the errors
	unit.files = nil
}

// newInfo returns what is to be filled with what the analysis asks for. Maps that are large enough from the beginning are not copied while
// they grow, and most source has an expression in some 18 bytes.
func newInfo(files []*ast.File) *types.Info {
	size := 0
	for _, file := range files {
		size += int(file.FileEnd - file.FileStart)
	}
	return &types.Info{
		Types:      make(map[ast.Expr]types.TypeAndValue, size/18),
		Defs:       make(map[*ast.Ident]types.Object, size/100),
		Uses:       make(map[*ast.Ident]types.Object, size/25),
		Implicits:  make(map[ast.Node]types.Object),
		Instances:  make(map[*ast.Ident]types.Instance),
		Selections: make(map[*ast.SelectorExpr]*types.Selection, size/150),
	}
}

func usesC(files []*ast.File) bool {
	return slices.ContainsFunc(files, func(file *ast.File) bool {
		return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool { return spec.Path.Value == `"C"` })
	})
}

// lacksTypes reports whether an error may come of a type that is not known. The type checker itself leaves these out behind another one,
// but a type from C gives no other error.
func lacksTypes(err types.Error) bool {
	return strings.Contains(err.Msg, "invalid type") || strings.Contains(err.Msg, "invalid operand")
}

// errNotFound is the error of an import that cannot be resolved. Why, the go command says.
var errNotFound = errors.New("not found")

// assumedName returns the name that the package at path probably has.
func assumedName(path string) string {
	base := path[strings.LastIndexByte(path, '/')+1:]
	if version.MatchString(base) && len(base) < len(path) {
		return assumedName(path[:len(path)-len(base)-1])
	}
	base = strings.TrimPrefix(base, "go-")
	end := strings.IndexFunc(base, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end > 0 {
		base = base[:end]
	}
	return base
}

var version = regexp.MustCompile(`^v[0-9]+$`)

// An importer resolves the imports of one package.
type importer struct {
	universe *universe
	imports  map[string]*packages.Package
}

// Import implements types.Importer.
func (m importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	pkg := m.imports[path]
	if pkg != nil && pkg.Name != "" { // of one that is missing, packages.Load gives the file that imports it
		if t := m.universe.types[pkg]; t != nil {
			return t, nil
		}
		if pkg.Types != nil {
			return pkg.Types, nil
		}
	}
	// With an error, what is said of the package is not an error either, under the name that it goes by.
	return types.NewPackage(path, assumedName(path)), errNotFound
}
