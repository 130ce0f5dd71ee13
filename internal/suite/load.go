package suite

import (
	"fmt"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// Load returns the packages of the suites, and all that they import from beyond the standard library, by the directories of the
// suites, each package behind those that it imports. Facts of the standard library are not used, so its types are enough.
func Load(suites []Suite) (map[string][]*packages.Package, error) {
	patterns := make(map[string][]string)
	for _, s := range suites {
		patterns[s.Dir] = append(patterns[s.Dir], s.Patterns...)
	}
	loaded := make(map[string][]*packages.Package)
	for dir, list := range patterns {
		slices.Sort(list)
		var err error
		if loaded[dir], err = load(dir, slices.Compact(list)); err != nil {
			return nil, err
		}
	}
	return loaded, nil
}

func load(dir string, patterns []string) ([]*packages.Package, error) {
	cfg := &packages.Config{Dir: dir, Tests: true}
	paths := make(map[string]bool)
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
		cfg.Env = append(os.Environ(), "GO111MODULE=on", "GOWORK=off")
		cfg.Mode = packages.NeedName | packages.NeedImports | packages.NeedDeps | packages.NeedModule
		listed, err := packages.Load(cfg, patterns...)
		if err != nil {
			return nil, err
		}
		packages.Visit(listed, nil, func(p *packages.Package) {
			if p.Module != nil && !p.Module.Main {
				paths[p.PkgPath] = true
			}
		})
	} else {
		cfg.Env = append(os.Environ(), "GOPATH="+dir, "GO111MODULE=off", "GOWORK=off")
	}
	cfg.Mode = packages.LoadSyntax | packages.NeedModule // without NeedDeps, so types of the rest come from export data
	roots, err := packages.Load(cfg, append(slices.Clone(patterns), slices.Sorted(maps.Keys(paths))...)...)
	if err != nil {
		return nil, err
	}
	var out []*packages.Package
	packages.Visit(roots, nil, func(p *packages.Package) {
		// A variant of a package for another one's test is none of roots, and has no types.
		if len(p.Syntax) > 0 && slices.Contains(roots, p) {
			out = append(out, p)
		}
	})
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no packages", dir)
	}
	return out, nil
}

// Has reports whether s is about pkg.
func (s Suite) Has(pkg *packages.Package) bool {
	if len(pkg.GoFiles) == 0 {
		return false
	}
	dir := filepath.Dir(pkg.GoFiles[0]) + string(filepath.Separator)
	return slices.ContainsFunc(s.Patterns, func(pattern string) bool {
		below := filepath.Join(s.Dir, strings.TrimSuffix(pattern, "..."))
		return strings.HasPrefix(dir, below+string(filepath.Separator))
	})
}

// Needs reports whether s is about pkg, or pkg is what packages of s may import: a package of another module.
func (s Suite) Needs(pkg *packages.Package) bool {
	if s.Survival && IllTyped(pkg) {
		return false // drivers leave it out
	}
	return s.Has(pkg) || pkg.Module != nil && !pkg.Module.Main
}

// IllTyped reports whether pkg has an error that is more than an unused variable or import.
func IllTyped(pkg *packages.Package) bool {
	return len(pkg.Errors) > len(pkg.TypeErrors) || slices.ContainsFunc(pkg.TypeErrors, func(e types.Error) bool { return !e.Soft })
}
