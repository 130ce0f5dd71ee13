package judge

import (
	"fmt"
	"go/types"
	"math"
	"reflect"

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
	wants  []suite.Want
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
	loaded, err := suite.Load(suites)
	if err != nil {
		return nil, err
	}
	var out []*court
	for _, s := range suites {
		c := &court{analyzer: s.Analyzer, of: make(map[*types.Package]*packageCase)}
		for _, pkg := range loaded[s.Dir] {
			if !s.Needs(pkg) {
				continue
			}
			pc := &packageCase{pkg: pkg, below: below(pkg), judged: s.Has(pkg) && !s.Survival, seen: make(map[int]bool)}
			if pc.judged {
				var err error
				if pc.wants, err = suite.Wants(pkg); err != nil {
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
	got, err := suite.Run(c.analyzer, pc.pkg, facts)
	if err != nil {
		return err.Error()
	}
	export(got.Facts)
	if !pc.judged {
		return ""
	}
	if differences := suite.Check(pc.pkg.Fset, pc.wants, got.Diagnostics, got.Facts); len(differences) > 0 {
		return differences[0]
	}
	return ""
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
