package load

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/scanner"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/packages"
)

// A universe holds the types of packages, each of them once. They come from export data, or, where there is none or it would speak
// of a package that is analysed, which has types of its own, from source reduced to declarations; and only as far as somebody
// asks for them.
type universe struct {
	fset   *token.FileSet
	read   func(name string) ([]byte, error)
	parse  parseFile // for packages that are analysed
	source map[*packages.Package]bool

	// Of packages that are no more than imported. Analysed ones carry their own.
	types map[*packages.Package]*types.Package
	empty map[*packages.Package]*types.Package // the same before they were read
	plain map[string]*types.Package            // those that are no variants, by path
}

func newUniverse(l *Loader) *universe {
	return &universe{
		fset:   token.NewFileSet(),
		read:   l.overlay.read,
		parse:  l.parseSource,
		source: make(map[*packages.Package]bool),
		types:  make(map[*packages.Package]*types.Package),
		empty:  make(map[*packages.Package]*types.Package),
		plain:  make(map[string]*types.Package),
	}
}

// settle decides which packages come from source: roots, those without export data, and all that import one of these.
func (u *universe) settle(roots, listed []*packages.Package) {
	for _, pkg := range roots {
		u.source[pkg] = true
	}
	packages.Visit(listed, nil, func(pkg *packages.Package) {
		if pkg.PkgPath == "unsafe" {
			u.types[pkg] = types.Unsafe
			u.plain["unsafe"] = types.Unsafe
			return
		}
		if pkg.ExportFile == "" {
			u.source[pkg] = true
		}
		for _, dep := range pkg.Imports {
			if u.source[dep] {
				u.source[pkg] = true
			}
		}
		if !u.source[pkg] && pkg.ID == pkg.PkgPath {
			u.plain[pkg.PkgPath] = u.known(pkg)
		}
	})
}

// A unit is a package from source on its way to its types.
type unit struct {
	pkg     *packages.Package
	full    bool // with function bodies, to be analysed
	files   []*ast.File
	imports map[string]*packages.Package
	done    chan struct{}
}

// check parses and type-checks pkgs, which are to be analysed, together with all that their types need. Errors in a package
// are left in it.
func (u *universe) check(ctx context.Context, pkgs []*packages.Package) error {
	units, exports := u.parseAll(ctx, pkgs)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	// Before anything is type-checked: reading adds to the scopes of packages that were read already.
	if err := u.readExports(ctx, exports); err != nil {
		return err
	}
	byPackage := make(map[*packages.Package]*unit)
	for _, unit := range units {
		byPackage[unit.pkg] = unit
	}
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, unit := range units {
		go func() {
			defer close(unit.done)
			for _, dep := range unit.imports {
				if other := byPackage[dep]; other != nil {
					<-other.done
				}
			}
			slots <- struct{}{}
			defer func() { <-slots }()
			if ctx.Err() == nil {
				u.typeCheck(unit)
			}
		}()
	}
	for _, unit := range units {
		<-unit.done
	}
	for _, unit := range units { // now that nobody reads
		if !unit.full {
			u.types[unit.pkg] = unit.pkg.Types
		}
	}
	return ctx.Err()
}

// parseAll parses pkgs and the packages from source that they need, and returns these and the packages to be had from export data.
func (u *universe) parseAll(ctx context.Context, pkgs []*packages.Package) (units []*unit, exports []*packages.Package) {
	var (
		mu    sync.Mutex
		wg    sync.WaitGroup
		slots = make(chan struct{}, runtime.GOMAXPROCS(0))
		met   = make(map[*packages.Package]bool)
		start func(pkg *packages.Package, full bool)
	)
	start = func(pkg *packages.Package, full bool) { // with mu held
		if met[pkg] || u.types[pkg] != nil || !full && pkg.Types != nil {
			return
		}
		met[pkg] = true
		if !full && !u.source[pkg] {
			exports = append(exports, pkg)
			return
		}
		unit := &unit{pkg: pkg, full: full, done: make(chan struct{})}
		units = append(units, unit)
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			if ctx.Err() != nil {
				return
			}
			u.parseUnit(unit)
			mu.Lock()
			defer mu.Unlock()
			for _, dep := range unit.imports {
				start(dep, false)
			}
		})
	}
	mu.Lock()
	for _, pkg := range pkgs {
		start(pkg, true)
	}
	mu.Unlock()
	wg.Wait()
	return units, exports
}

// parseUnit parses the files of a package, and finds out what their types need.
func (u *universe) parseUnit(unit *unit) {
	pkg := unit.pkg
	pkg.Fset, pkg.CompiledGoFiles = u.fset, pkg.GoFiles
	parse := parseDeclarations
	if unit.full {
		parse = u.parse
	}
	for _, name := range pkg.GoFiles {
		text, err := u.read(name)
		if err != nil {
			unit.fail(err)
			continue
		}
		file, err := parse(u.fset, name, text)
		if err != nil {
			unit.fail(err)
		}
		if file != nil {
			unit.files = append(unit.files, file)
		}
	}
	unit.imports = pkg.Imports
	if !unit.full {
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

// fail records an error in a package that is analysed. Others are reduced to what makes errors of its own.
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
	case errors.As(err, &typ):
		list = append(list, packages.Error{Pos: typ.Fset.Position(typ.Pos).String(), Msg: typ.Msg, Kind: packages.TypeError})
	default:
		list = append(list, packages.Error{Msg: err.Error(), Kind: packages.ParseError})
	}
	unit.pkg.Errors = append(unit.pkg.Errors, list...)
}

// An exportError says that export data cannot be read: the build cache is another Go version's than this program, or being cleaned.
type exportError struct{ error }

// readExports reads the types of packages from what the compiler left of them.
func (u *universe) readExports(ctx context.Context, pkgs []*packages.Package) error {
	slices.SortFunc(pkgs, func(a, b *packages.Package) int { return strings.Compare(a.ID, b.ID) })
	for _, pkg := range pkgs {
		if err := ctx.Err(); err != nil {
			return err
		}
		types, err := u.readExport(pkg)
		if err != nil {
			return &exportError{fmt.Errorf("types of %s: %w", pkg.PkgPath, err)}
		}
		u.types[pkg] = types
	}
	return nil
}

// typeCheck finds the types of a package from source, when those of its imports are known.
func (u *universe) typeCheck(unit *unit) {
	pkg, cgo := unit.pkg, usesC(unit.files)
	config := types.Config{
		Importer:    importer{u, unit.imports},
		Sizes:       pkg.TypesSizes,
		FakeImportC: true, // so neither cgo nor a C compiler is needed; of what comes from C, there are no types
		Error: func(err error) {
			if e, ok := errors.AsType[types.Error](err); ok && !(cgo && lacksTypes(e)) {
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
		info = &types.Info{
			Types:        make(map[ast.Expr]types.TypeAndValue),
			Defs:         make(map[*ast.Ident]types.Object),
			Uses:         make(map[*ast.Ident]types.Object),
			Implicits:    make(map[ast.Node]types.Object),
			Instances:    make(map[*ast.Ident]types.Instance),
			Scopes:       make(map[ast.Node]*types.Scope),
			Selections:   make(map[*ast.SelectorExpr]*types.Selection),
			FileVersions: make(map[*ast.File]string),
		}
		pkg.Syntax, pkg.TypesInfo = unit.files, info
	}
	pkg.Types = types.NewPackage(pkg.PkgPath, pkg.Name)
	_ = types.NewChecker(&config, u.fset, pkg.Types, info).Files(unit.files) // config.Error has the errors
	unit.files = nil
}

func usesC(files []*ast.File) bool {
	return slices.ContainsFunc(files, func(file *ast.File) bool {
		return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool { return spec.Path.Value == `"C"` })
	})
}

// lacksTypes reports whether an error may come of a type that is not known. The type checker itself leaves these out behind another one,
// but a type from C is none.
func lacksTypes(err types.Error) bool {
	return strings.Contains(err.Msg, "invalid type") || strings.Contains(err.Msg, "invalid operand")
}

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
	if pkg == nil {
		return nil, errors.New("not found")
	}
	if t := m.universe.types[pkg]; t != nil {
		return t, nil
	}
	if pkg.Types != nil {
		return pkg.Types, nil
	}
	return nil, errors.New("not loaded")
}

// readExport reads the types of one package. Of others that it speaks of, types are as they are known, or will be.
func (u *universe) readExport(pkg *packages.Package) (*types.Package, error) {
	file, err := os.Open(pkg.ExportFile)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r, err := gcexportdata.NewReader(file) //nolint:staticcheck // until Go 1.28, what the go command has is an archive
	if err != nil {
		return nil, fmt.Errorf("%s: %w", pkg.ExportFile, err)
	}
	return gcexportdata.Read(r, u.fset, u.view(pkg), pkg.PkgPath)
}

// view returns pkg and what it depends on by their paths, which in variants that are compiled for tests stand for other packages
// than elsewhere.
func (u *universe) view(pkg *packages.Package) map[string]*types.Package {
	if pkg.ID == pkg.PkgPath {
		return u.plain
	}
	view := make(map[string]*types.Package)
	packages.Visit([]*packages.Package{pkg}, nil, func(pkg *packages.Package) { view[pkg.PkgPath] = u.known(pkg) })
	return view
}

// known returns the types of a package, to be filled if they have not been read.
func (u *universe) known(pkg *packages.Package) *types.Package {
	switch {
	case u.types[pkg] != nil:
		return u.types[pkg]
	case u.empty[pkg] == nil:
		u.empty[pkg] = types.NewPackage(pkg.PkgPath, pkg.Name)
	}
	return u.empty[pkg]
}
