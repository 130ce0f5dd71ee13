package driver

import (
	"context"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// maxRounds bounds how deep a value is followed from dependency to dependency.
const maxRounds = 4

// learn analyzes the roots of prog. Where a value flows into another package, it reads that package from source, learns its
// facts, and analyzes again what asked for them. Packages that are not to be had stay unseen; what they do is unknown to the analyzer.
// The first of the graphs is that of the roots; others are those of such packages.
func learn(ctx context.Context, a *analysis.Analyzer, prog *load.Program, status *progress) ([]*checker.Graph, error) {
	status.say("analyzing %d packages", len(prog.Roots))
	l := newLearner(a)
	if err := l.add(prog.Roots); err != nil {
		return nil, err
	}
	var given pointsto.Summaries // what the last analysis of all batches was told
	tried := make(map[string]bool)
	for _, pkg := range prog.Roots {
		tried[pkg.PkgPath] = true
	}

	for range maxRounds {
		unseen := unseen(l.graphs)
		if paths := slices.DeleteFunc(slices.Clone(unseen), func(path string) bool { return tried[path] }); len(paths) > 0 {
			status.say("reading %d more packages", len(paths))
			for _, path := range paths {
				tried[path] = true
			}
			if pkgs, err := prog.Complete(ctx, paths); err == nil {
				_ = l.add(pkgs) // otherwise they stay unseen
			}
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
		}
		// A root can be unseen as well: as a variant compiled for another package's test.
		news := func(path string) bool { return l.facts[path] != nil && given[path] == nil }
		if !slices.ContainsFunc(unseen, news) {
			break
		}
		given = maps.Clone(l.facts)
		status.say("analyzing %d packages", len(prog.Roots))
		for i := len(l.batches) - 1; i >= 0; i-- { // the later the deeper
			if err := l.again(i); err != nil {
				return nil, err
			}
		}
	}
	return l.graphs, ctx.Err()
}

// unseen returns, sorted, the import paths of packages whose facts were missed in graphs.
func unseen(graphs []*checker.Graph) []string {
	var paths []string
	for _, graph := range graphs {
		for _, act := range graph.Roots {
			if result, ok := act.Result.(*analyzer.Result); ok {
				paths = append(paths, result.Unseen...)
			}
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// A learner analyzes packages with what it has learned of others.
type learner struct {
	analyzer *analysis.Analyzer
	batches  [][]*packages.Package // each further one holds packages that an earlier one passes values to
	graphs   []*checker.Graph      // of the batches

	now   int // counts analyses
	runs  map[*types.Package]*lastRun
	facts pointsto.Summaries // by import path
	news  map[string]int     // when facts were last learned, by import path
}

// A lastRun is the last analysis of a package.
type lastRun struct {
	at     int
	action *checker.Action // nil if it is not over
	// asked has the import paths of the packages whose facts it asked for, and from when on they are news to it.
	asked map[string]int
}

func newLearner(a *analysis.Analyzer) *learner {
	return &learner{analyzer: a, runs: make(map[*types.Package]*lastRun), facts: make(pointsto.Summaries), news: make(map[string]int)}
}

// add analyzes a further batch.
func (l *learner) add(batch []*packages.Package) error {
	graph, err := l.analyze(batch)
	if err == nil {
		l.batches, l.graphs = append(l.batches, batch), append(l.graphs, graph)
	}
	return err
}

// again analyzes the packages of a batch again to which there is news, and those that asked for their facts.
func (l *learner) again(batch int) error {
	stale := make(map[string]bool) // by import path
	var pkgs []*packages.Package
	rest := slices.Clone(l.batches[batch])
	for before := len(rest) + 1; len(rest) < before; {
		before = len(rest)
		rest = slices.DeleteFunc(rest, func(pkg *packages.Package) bool {
			run := l.runs[pkg.Types]
			for path, from := range run.asked {
				if stale[path] || l.news[path] >= from {
					stale[pkg.PkgPath], pkgs = true, append(pkgs, pkg)
					return true
				}
			}
			return false
		})
	}
	if len(pkgs) == 0 {
		return nil
	}
	if _, err := l.analyze(pkgs); err != nil {
		return err
	}
	latest := new(checker.Graph)
	for _, act := range l.graphs[batch].Roots {
		latest.Roots = append(latest.Roots, l.runs[act.Package.Types].action)
	}
	l.graphs[batch] = latest
	return nil
}

// analyze analyzes packages, and learns their facts.
func (l *learner) analyze(pkgs []*packages.Package) (*checker.Graph, error) {
	l.now++
	for _, pkg := range pkgs {
		l.runs[pkg.Types] = &lastRun{at: l.now, asked: make(map[string]int)}
	}
	with := *l.analyzer
	with.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.ImportPackageFact = func(pkg *types.Package, fact analysis.Fact) bool { return l.fact(pass, pkg, fact) }
		return l.analyzer.Run(&p)
	}
	graph, err := analyze(&with, pkgs)
	if err != nil {
		return nil, err
	}
	for _, act := range graph.Roots {
		l.runs[act.Package.Types].action = act
		path, fact := act.Package.PkgPath, new(pointsto.Summary)
		l.news[path] = l.now
		// Where tests are loaded, a path stands for several packages, and the one without tests is what others import.
		if act.Err == nil && (l.facts[path] == nil || act.Package.ID == path) && act.PackageFact(act.Package.Types, fact) {
			l.facts[path] = fact
		}
	}
	return graph, nil
}

// fact is what pass.ImportPackageFact does, with what is known of packages that are not analyzed together with that of pass. Of those with
// other types than it knows, only the summary counts.
func (l *learner) fact(pass *analysis.Pass, pkg *types.Package, fact analysis.Fact) bool {
	run, path := l.runs[pass.Pkg], pkg.Path()
	if run.asked[path] == 0 {
		run.asked[path] = run.at + 1
	}
	if pass.ImportPackageFact(pkg, fact) {
		return true
	}
	if other := l.runs[pkg]; other != nil && other.action != nil && other.action.PackageFact(pkg, fact) {
		return true
	}
	summary, ok := fact.(*pointsto.Summary)
	if !ok {
		return false
	}
	run.asked[path] = run.at // what is learned in this very analysis is not known to it
	known := l.facts[path]
	if known != nil {
		*summary = *known
	}
	return known != nil
}
