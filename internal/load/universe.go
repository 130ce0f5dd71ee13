package load

import (
	"context"
	"go/token"
	"go/types"
	"runtime"
	"sync"

	"golang.org/x/tools/go/packages"
)

// A universe holds the types of packages, each of them once. They come from export data, or, where there is none or it would speak
// of a package that is analyzed, which has types of its own, from source reduced to declarations; and only as far as somebody
// asks for them.
type universe struct {
	fset         *token.FileSet
	read         func(name string) ([]byte, error)
	parse        parseFile // for packages that are analyzed
	declarations sync.Pool // of *declarations, for others
	source       map[*packages.Package]bool

	// Of packages that are no more than imported. Analyzed ones carry their own.
	types map[*packages.Package]*types.Package
	empty map[*packages.Package]*types.Package // the same before they were read
	plain map[string]*types.Package            // those that are not variants, by path
}

func newUniverse(l *Loader) *universe {
	return &universe{
		declarations: sync.Pool{New: func() any { return &declarations{skimmer: skimmer{overlay: l.overlay}} }},
		fset:         token.NewFileSet(),
		read:         l.overlay.read,
		parse:        l.parseSource,
		source:       make(map[*packages.Package]bool),
		types:        make(map[*packages.Package]*types.Package),
		empty:        make(map[*packages.Package]*types.Package),
		plain:        make(map[string]*types.Package),
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

// check parses and type-checks pkgs, which are to be analyzed, together with all that their types need. Errors in a package
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
