package load

import (
	"context"
	"fmt"
	"go/types"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/packages"
)

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
