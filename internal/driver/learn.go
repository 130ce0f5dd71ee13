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
// facts, and analyzes again. Packages that are not to be had stay unseen; what they do is unknown to the analyzer. The first of the graphs is that of the roots; others are those of such packages.
func learn(ctx context.Context, a *analysis.Analyzer, prog *load.Program, status *progress) ([]*checker.Graph, error) {
	status.say("analyzing %d packages", len(prog.Roots))
	graph, err := analyze(a, prog.Roots)
	if err != nil {
		return nil, err
	}
	// Each further batch holds packages that an earlier one passes values to.
	batches := [][]*packages.Package{prog.Roots}
	graphs := []*checker.Graph{graph}
	facts := make(pointsto.Summaries)
	addFacts(facts, graph)
	var given pointsto.Summaries // what the last analysis of all batches was told
	tried := make(map[string]bool)
	for _, pkg := range prog.Roots {
		tried[pkg.PkgPath] = true
	}

	for range maxRounds {
		unseen := unseen(graphs)
		if paths := slices.DeleteFunc(slices.Clone(unseen), func(path string) bool { return tried[path] }); len(paths) > 0 {
			status.say("reading %d more packages", len(paths))
			for _, path := range paths {
				tried[path] = true
			}
			pkgs, err := prog.Complete(ctx, paths)
			if err == nil {
				graph, err = analyze(withFacts(a, facts), pkgs)
			}
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			if err == nil {
				batches, graphs = append(batches, pkgs), append(graphs, graph)
				addFacts(facts, graph)
			}
		}
		// A root can be unseen as well: as a variant compiled for another package's test.
		news := func(path string) bool { return facts[path] != nil && given[path] == nil }
		if !slices.ContainsFunc(unseen, news) {
			break
		}
		given = maps.Clone(facts)
		status.say("analyzing %d packages", len(prog.Roots))
		for i := len(batches) - 1; i >= 0; i-- { // the later the deeper
			if graphs[i], err = analyze(withFacts(a, facts), batches[i]); err != nil {
				return nil, err
			}
			addFacts(facts, graphs[i])
		}
	}
	return graphs, ctx.Err()
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

// addFacts adds to facts what graph says about its roots.
func addFacts(facts pointsto.Summaries, graph *checker.Graph) {
	for _, act := range graph.Roots {
		path, fact := act.Package.PkgPath, new(pointsto.Summary)
		// Where tests are loaded, a path stands for several packages, and the one without tests is what others import.
		if act.Err == nil && (facts[path] == nil || act.Package.ID == path) && act.PackageFact(act.Package.Types, fact) {
			facts[path] = fact
		}
	}
}

// withFacts returns a copy of a that takes the effects of packages which have no fact in the run from facts.
func withFacts(a *analysis.Analyzer, facts pointsto.Summaries) *analysis.Analyzer {
	with := *a
	with.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.ImportPackageFact = func(pkg *types.Package, fact analysis.Fact) bool {
			if pass.ImportPackageFact(pkg, fact) {
				return true
			}
			effects, wanted := fact.(*pointsto.Summary)
			known := facts[pkg.Path()]
			if wanted && known != nil {
				*effects = *known
				return true
			}
			return false
		}
		return a.Run(&p)
	}
	return &with
}
