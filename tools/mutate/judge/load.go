package judge

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/internal/suite"
)

// load loads what patterns name in dir, as analysistest does, and returns it with all that it imports from beyond the standard
// library, each package behind those that it imports. Facts of the standard library are not used, so its types are enough.
func load(dir string, patterns []string) ([]*packages.Package, error) {
	env := []string{"GOPATH=" + dir, "GO111MODULE=off", "GOWORK=off"}
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
		env = []string{"GO111MODULE=on", "GOWORK=off"}
	}
	cfg := &packages.Config{Dir: dir, Tests: true, Env: append(os.Environ(), env...)}
	cfg.Mode = packages.NeedName | packages.NeedImports | packages.NeedDeps | packages.NeedModule
	listed, err := packages.Load(cfg, patterns...)
	if err != nil {
		return nil, err
	}
	paths := make(map[string]bool)
	packages.Visit(listed, nil, func(p *packages.Package) {
		if p.Module != nil && !p.Module.Main {
			paths[p.PkgPath] = true
		}
	})
	cfg.Mode |= packages.LoadSyntax // types of the rest from export data
	roots, err := packages.Load(cfg, append(slices.Clone(patterns), slices.Sorted(maps.Keys(paths))...)...)
	if err != nil {
		return nil, err
	}
	var out []*packages.Package
	packages.Visit(roots, nil, func(p *packages.Package) {
		if len(p.Syntax) > 0 {
			out = append(out, p)
		}
	})
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no packages", dir)
	}
	return out, nil
}

// wanted tells whether s is about pkg.
func wanted(s suite.Suite, pkg *packages.Package) bool {
	if len(pkg.GoFiles) == 0 {
		return false
	}
	dir := filepath.Dir(pkg.GoFiles[0]) + string(filepath.Separator)
	return slices.ContainsFunc(s.Patterns, func(pattern string) bool {
		below := filepath.Join(s.Dir, strings.TrimSuffix(pattern, "..."))
		return strings.HasPrefix(dir, below+string(filepath.Separator))
	})
}

// below returns the IDs of the packages that pkg imports, directly or not.
func below(pkg *packages.Package) map[string]bool {
	out := make(map[string]bool)
	packages.Visit([]*packages.Package{pkg}, nil, func(p *packages.Package) {
		if p != pkg {
			out[p.ID] = true
		}
	})
	return out
}
