package driver

import (
	"errors"
	"fmt"
	"go/types"
	"runtime/debug"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/load"
)

var (
	// errSkipped stands in the JSON output for a package with errors, which are printed apart.
	errSkipped = errors.New("analysis skipped due to errors in package")
	// errPartial stands there for one that was analyzed as far as its types are known, and has no findings.
	errPartial = errors.New("analysis incomplete due to errors in package")
)

// A panicError is a panic of the analyzer in one package.
type panicError struct {
	value any
	stack []byte
}

// Error leaves out the stack.
func (e *panicError) Error() string { return fmt.Sprintf("internal error: panic: %v", e.value) }

// analyze runs a over pkgs, facts flowing among them. An action whose package has errors, or in which a returned an
// error or panicked, has Err set and no diagnostics; it does not keep the packages that import it from being analyzed.
func analyze(a *analysis.Analyzer, pkgs []*packages.Package) (*checker.Graph, error) {
	g := &guard{run: a.Run, roots: make(map[*types.Package]*packages.Package), failed: make(map[*types.Package]error)}
	for _, pkg := range pkgs {
		g.roots[pkg.Types] = pkg
	}
	guarded := *a
	guarded.Run = g.runPass
	// Errors in a dependency would count as errors in all of its users. The guard looks at a package's own.
	guarded.RunDespiteErrors = true

	graph, err := checker.Analyze([]*analysis.Analyzer{&guarded}, pruned(pkgs), nil)
	if err != nil {
		return nil, err
	}
	for _, act := range graph.Roots {
		if err := g.failed[act.Package.Types]; err != nil {
			act.Err, act.Diagnostics = err, nil
		}
	}
	return graph, nil
}

// pruned returns copies of roots without the imports that lead to no other root. For an analyzer with facts checker visits all
// dependencies, and those have nothing to say. Nor has a package whose types nobody asked for.
func pruned(roots []*packages.Package) []*packages.Package {
	copies := make(map[*packages.Package]*packages.Package) // nil for what is left out
	isRoot := make(map[*packages.Package]bool)
	for _, pkg := range roots {
		isRoot[pkg] = true
	}
	var prune func(pkg *packages.Package) *packages.Package
	prune = func(pkg *packages.Package) *packages.Package {
		if c, ok := copies[pkg]; ok {
			return c
		}
		imports := make(map[string]*packages.Package)
		for path, dep := range pkg.Imports {
			if c := prune(dep); c != nil {
				imports[path] = c
			}
		}
		if !isRoot[pkg] && (len(imports) == 0 || pkg.Types == nil) {
			copies[pkg] = nil
			return nil
		}
		c := *pkg
		c.Imports = imports
		copies[pkg] = &c
		return &c
	}
	out := make([]*packages.Package, len(roots))
	for i, pkg := range roots {
		out[i] = prune(pkg)
	}
	return out
}

// A guard stands between checker and the analyzer. For an analyzer with facts, checker visits all dependencies; the
// guard lets only roots through, since only these have syntax, and keeps failures to the package in which they occur.
type guard struct {
	run   func(*analysis.Pass) (any, error)
	roots map[*types.Package]*packages.Package

	mu     sync.Mutex
	failed map[*types.Package]error
}

func (g *guard) runPass(pass *analysis.Pass) (any, error) {
	pkg := g.roots[pass.Pkg]
	if pkg == nil {
		return new(analyzer.Result), nil
	}
	result, err := g.runRoot(pass, pkg)
	if err == nil {
		return result, nil
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.failed[pass.Pkg] = err
	return new(analyzer.Result), nil
}

func (g *guard) runRoot(pass *analysis.Pass, pkg *packages.Package) (result any, err error) {
	if !parsed(pkg) {
		return nil, errSkipped
	}
	if len(pass.Files) == 0 {
		return new(analyzer.Result), nil
	}
	defer func() {
		v := recover()
		switch {
		case v == nil:
		// Types may be invalid, which not all code that works on types survives.
		case !wellTyped(pkg):
			err = errSkipped
		default:
			err = &panicError{v, debug.Stack()}
			if broken := brokenImport(pkg); broken != "" {
				err = fmt.Errorf("analysis skipped due to errors in %s, which it imports", broken)
			}
		}
	}()
	return g.run(pass)
}

// parsed reports whether the files of pkg itself were parsed. Errors that concern something else, such as an embedded file that is
// missing, do not count.
func parsed(pkg *packages.Package) bool {
	return !slices.ContainsFunc(pkg.Errors, func(err packages.Error) bool {
		return err.Kind == packages.ParseError || len(pkg.Syntax) == 0
	})
}

// wellTyped reports whether pkg itself was parsed and type-checked.
func wellTyped(pkg *packages.Package) bool {
	return parsed(pkg) && !slices.ContainsFunc(pkg.Errors, func(err packages.Error) bool { return err.Kind == packages.TypeError })
}

// brokenImport returns the path of a package below pkg that has errors, "" if none has. The standard library has none that matter: where
// nothing is compiled, as by -build=never, cgo has not made its types.
func brokenImport(pkg *packages.Package) string {
	for dep := range load.Dependencies([]*packages.Package{pkg}) {
		if catalog.IsStd(dep.PkgPath) {
			continue
		}
		for _, err := range dep.TypeErrors {
			if !err.Soft { // soft ones also come from dropping function bodies
				return dep.PkgPath
			}
		}
		for _, err := range dep.Errors {
			if err.Kind != packages.TypeError {
				return dep.PkgPath
			}
		}
	}
	return ""
}
