package judge

import (
	"fmt"
	"go/types"
	"math"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/internal/suite"
	"github.com/transportlint/transportlint/tools/mutate/mutant"
)

// A court is a suite with its packages, each behind those that it imports.
type court struct {
	analyzer *analysis.Analyzer
	cases    []*packageCase
	of       map[*types.Package]*packageCase
}

// A packageCase is a package with what the analyzer, not mutated, makes of it.
type packageCase struct {
	pkg    *packages.Package
	below  map[string]bool // IDs of packages
	judged bool
	wants  []want
	facts  []analysis.Fact
	seen   map[int]bool // mutants that make a difference to a condition
	asked  int          // how many conditions
}

// A work counts conditions that were asked for, by the analyzer as it is and as a mutant.
type work struct{ before, now int }

// more returns how much more a mutant does, as a part of what is done without.
func (w work) more() float64 { return float64(w.now-w.before) / float64(max(w.before, 1)) }

// convene loads the suites, and runs their analyzers once without a mutant.
func convene(suites []suite.Suite) ([]*court, error) {
	patterns := make(map[string][]string)
	for _, s := range suites {
		patterns[s.Dir] = append(patterns[s.Dir], s.Patterns...)
	}
	loaded := make(map[string][]*packages.Package)
	for dir, list := range patterns {
		slices.Sort(list)
		pkgs, err := load(dir, slices.Compact(list))
		if err != nil {
			return nil, err
		}
		loaded[dir] = pkgs
	}
	var out []*court
	for _, s := range suites {
		c := &court{analyzer: s.Analyzer, of: make(map[*types.Package]*packageCase)}
		for _, pkg := range loaded[s.Dir] {
			of := wanted(s, pkg)
			if !of && (pkg.Module == nil || pkg.Module.Main) {
				continue // it is about another suite
			}
			if s.Survival && illTyped(pkg) {
				continue // drivers leave it out
			}
			pc := &packageCase{pkg: pkg, below: below(pkg), judged: of && !s.Survival, seen: make(map[int]bool)}
			if pc.judged {
				var err error
				if pc.wants, err = wants(pkg); err != nil {
					return nil, err
				}
			}
			mutant.Seen, mutant.Left = pc.seen, math.MaxInt
			problem := c.run(pc, c.factsOf(nil), func(f []analysis.Fact) { pc.facts = f })
			mutant.Seen, pc.asked = nil, math.MaxInt-mutant.Left
			if problem != "" {
				return nil, fmt.Errorf("%s, without a mutant: %s", s.Name, problem)
			}
			c.cases = append(c.cases, pc)
			c.of[pkg.Types] = pc
		}
		out = append(out, c)
	}
	return out, nil
}

// illTyped tells whether pkg has an error that is more than an unused variable or import.
func illTyped(pkg *packages.Package) bool {
	return len(pkg.Errors) > len(pkg.TypeErrors) || slices.ContainsFunc(pkg.TypeErrors, func(e types.Error) bool { return !e.Soft })
}

// judge runs the mutant that is on over the packages for which it can make a difference, and adds to w what that takes.
func (c *court) judge(on int, w *work) string {
	verdict := Idle
	changed := make(map[string][]analysis.Fact) // by ID of the package
	for _, pc := range c.cases {
		again := pc.seen[on]
		for id := range changed {
			again = again || pc.below[id]
		}
		if !again {
			continue
		}
		verdict = Missed
		limit := 10*pc.asked + 100_000
		mutant.Left = limit
		problem := c.run(pc, c.factsOf(changed), func(f []analysis.Fact) {
			if !reflect.DeepEqual(f, pc.facts) {
				changed[pc.pkg.ID] = f
			}
		})
		if problem != "" {
			return Noticed
		}
		w.before += pc.asked
		w.now += limit - mutant.Left
	}
	return verdict
}

// factsOf returns the facts of a package, of those in changed as it says.
func (c *court) factsOf(changed map[string][]analysis.Fact) func(*types.Package) []analysis.Fact {
	return func(p *types.Package) []analysis.Fact {
		pc := c.of[p]
		if pc == nil {
			return nil
		}
		if f, ok := changed[pc.pkg.ID]; ok {
			return f
		}
		return pc.facts
	}
}

// run runs the analyzer over one package, and returns how what it finds differs from what is wanted; empty if it does not.
func (c *court) run(pc *packageCase, facts func(*types.Package) []analysis.Fact, export func([]analysis.Fact)) (problem string) {
	defer func() {
		if r := recover(); r != nil {
			problem = fmt.Sprint("panic: ", r)
		}
	}()
	var diagnostics []analysis.Diagnostic
	var exported []analysis.Fact
	pkg := pc.pkg
	pass := &analysis.Pass{
		Analyzer: c.analyzer,
		Fset:     pkg.Fset, Files: pkg.Syntax, OtherFiles: pkg.OtherFiles, IgnoredFiles: pkg.IgnoredFiles,
		Pkg: pkg.Types, TypesInfo: pkg.TypesInfo, TypesSizes: pkg.TypesSizes, TypeErrors: pkg.TypeErrors,
		Report:            func(d analysis.Diagnostic) { diagnostics = append(diagnostics, d) },
		ExportPackageFact: func(f analysis.Fact) { exported = append(exported, f) },
		ImportPackageFact: func(p *types.Package, f analysis.Fact) bool {
			for _, g := range facts(p) {
				if reflect.TypeOf(f) == reflect.TypeOf(g) {
					reflect.ValueOf(f).Elem().Set(reflect.ValueOf(g).Elem())
					return true
				}
			}
			return false
		},
	}
	if m := pkg.Module; m != nil {
		pass.Module = &analysis.Module{Path: m.Path, Version: m.Version, GoVersion: m.GoVersion}
	}
	if illTyped(pkg) {
		return pkg.Errors[0].Error()
	}
	if _, err := c.analyzer.Run(pass); err != nil {
		return err.Error()
	}
	export(exported)
	if !pc.judged {
		return ""
	}
	return check(pkg.Fset, pc.wants, diagnostics, exported)
}
