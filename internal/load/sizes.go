package load

import (
	"context"
	"go/types"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/packages"
)

// listAll calls packages.Load for patterns and all that they depend on, with the sizes of types. packages.Load could find
// these out by itself, but then it also asks the go command for the files that the compiler would get. That takes as long as the list.
func (l *Loader) listAll(ctx context.Context, mode packages.LoadMode, patterns []string) ([]*packages.Package, error) {
	if Driver() != "" {
		return l.packages(ctx, mode|packages.NeedTypesSizes, l.Tests, patterns)
	}
	pkgs, err := l.packages(ctx, mode, l.Tests, patterns)
	if err != nil {
		return nil, err
	}
	// Of an architecture that is not known it is nil, which package types takes for amd64.
	sizes := types.SizesFor("gc", l.arch(ctx, pkgs))
	packages.Visit(pkgs, nil, func(pkg *packages.Package) { pkg.TypesSizes = sizes })
	return pkgs, nil
}

// arch returns the architecture that pkgs are for, empty if the go command does not say. Nearly all packages depend on internal/goarch,
// which has a file for each, and another process takes longer than to look for it.
func (l *Loader) arch(ctx context.Context, pkgs []*packages.Package) string {
	var arch string
	packages.Visit(pkgs, func(pkg *packages.Package) bool {
		if pkg.PkgPath == "internal/goarch" && pkg.Module == nil {
			arch = archOf(pkg.GoFiles)
		}
		return arch == ""
	}, nil)
	if arch == "" {
		arch = strings.Join(l.goEnv(ctx, "GOARCH"), "")
	}
	return arch
}

// archOf returns the architecture that the files of internal/goarch are for, as zgoarch_arm64.go is for arm64.
func archOf(files []string) string {
	for _, name := range files {
		if arch, ok := strings.CutPrefix(filepath.Base(name), "zgoarch_"); ok {
			return strings.TrimSuffix(arch, ".go")
		}
	}
	return ""
}

// Driver returns the program that takes the place of the go command, empty if there is none.
func Driver() string {
	if driver := os.Getenv("GOPACKAGESDRIVER"); driver != "off" {
		return driver
	}
	return ""
}
