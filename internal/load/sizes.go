package load

import (
	"context"
	"go/types"
	"os"

	"golang.org/x/tools/go/packages"
)

// listAll calls packages.Load for patterns and all that they depend on, with the sizes of types. packages.Load could find
// these out by itself, but then it also asks the go command for the files that the compiler would get. That takes as long as the list.
func (l *Loader) listAll(ctx context.Context, mode packages.LoadMode, patterns []string) ([]*packages.Package, error) {
	if Driver() != "" {
		return l.packages(ctx, mode|packages.NeedTypesSizes, l.Tests, patterns)
	}
	sizes := make(chan types.Sizes, 1)
	go func() { sizes <- l.sizes(ctx) }()
	pkgs, err := l.packages(ctx, mode, l.Tests, patterns)
	of := <-sizes
	packages.Visit(pkgs, nil, func(pkg *packages.Package) { pkg.TypesSizes = of })
	return pkgs, err
}

// sizes returns the sizes of types where the code is to run. If the go command does not say, it is nil, which package types takes for amd64.
func (l *Loader) sizes(ctx context.Context) types.Sizes {
	arch := l.goEnv(ctx, "GOARCH")
	if len(arch) != 1 {
		return nil
	}
	return types.SizesFor("gc", arch[0])
}

// Driver returns the program that takes the place of the go command, empty if there is none.
func Driver() string {
	if driver := os.Getenv("GOPACKAGESDRIVER"); driver != "off" {
		return driver
	}
	return ""
}
