package analyzer

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/directive"
	"github.com/transportlint/transportlint/internal/explain"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A run is the analysis of one package.
type run struct {
	*config
	pass *analysis.Pass
	req  Request

	files     []*ast.File        // those that count
	tracked   []*types.TypeName  // of the values to follow
	shortcuts []catalog.Shortcut // those to look for
	traced    bool               // whether the package may matter to a Lambda function

	found   *pointsto.Result
	net     *netuse.Result          // nil if nothing is followed
	lambda  *lambda.Result          // nil unless the package is traced and its values could be followed
	frozen  map[*pointsto.Site]bool // what outlives an invocation, or may
	entries []EntryPoint

	findings []finding
	reported []Finding
}

// run finds the sites, follows them, judges each field, and reports.
func (c *config) run(pass *analysis.Pass, req Request) (any, error) {
	r := &run{config: c, pass: pass, req: req, files: c.files(pass)}
	if err := r.find(); err != nil {
		return nil, err
	}
	r.follow()
	r.judge()
	r.report()
	return r.result(), nil
}

// find finds out what there is to follow: the types whose values are sites.
func (r *run) find() (err error) {
	r.traced = len(r.files) > 0 && !r.req.NoLambda && r.touchesLambda()
	if r.tracked, err = r.watched(r.pass.Pkg); err != nil {
		return err
	}
	if err := r.checkBounds(r.pass.Pkg); err != nil {
		return err
	}
	r.shortcuts = r.usedShortcuts(r.pass, r.files)
	return nil
}

// follow follows the values through the package, and finds out how they are used. It exports what other packages need to know of that.
func (r *run) follow() {
	if len(r.tracked) == 0 && !r.traced {
		r.found = new(pointsto.Result)
		return
	}
	pass := r.pass
	r.found = pointsto.Analyze(pointsto.Input{
		Pkg:     pass.Pkg,
		Info:    pass.TypesInfo,
		Files:   r.files,
		Tracked: r.tracked,
		Judged: func(t *types.TypeName) bool {
			return r.traced || catalog.Find(r.types, t.Pkg().Path(), t.Name()) != nil
		},
		CallGraph: r.traced,
		Eager:     len(r.shortcuts) > 0,
		Relevant:  netuse.Relevant(pass.Pkg, r.rules[clientRule]),
		Telling: func(tn *types.TypeName) bool {
			f, ok := lambdaFact(pass)(tn.Pkg())
			return ok && f.Tells(tn) || lambda.IsFactory(tn)
		},
		Summary: func(p *types.Package) (*pointsto.Summary, bool) {
			f := new(pointsto.Summary)
			return f, pass.ImportPackageFact(p, f)
		},
		Explain: r.placeNames(),
	})
	if r.found.Summary != nil {
		pass.ExportPackageFact(r.found.Summary)
	}
	r.net = netuse.Analyze(netuse.Input{
		Pkg:      pass.Pkg,
		Module:   r.module(),
		Info:     pass.TypesInfo,
		Files:    r.files,
		Graph:    r.found.Graph,
		Requests: r.rules[clientRule] || len(r.shortcuts) > 0,
		Imported: func(p *types.Package) *netuse.Fact {
			f := new(netuse.Fact)
			if !pass.ImportPackageFact(p, f) {
				return nil
			}
			return f
		},
	}, r.found.Sites)
	if f := r.net.Fact(); f != nil {
		pass.ExportPackageFact(f)
	}
	if r.traced && r.found.Graph != nil {
		r.followLambda()
	}
}

// placeNames returns a function that names positions in explanations, nil if nobody needs explanations.
func (r *run) placeNames() func(token.Pos) string {
	switch {
	case r.req.Why != nil:
		return explain.PlaceNames(r.pass.Pkg, r.pass.Fset)
	case r.req.Clients, r.req.Causes:
		return func(pos token.Pos) string { return fmt.Sprintf("%s/%s", r.pass.Pkg.Path(), r.pass.Fset.Position(pos)) }
	}
	return nil
}

// judge collects what each rule finds. What one says of a value can make what a later one would say of it moot.
func (r *run) judge() {
	if r.net == nil {
		r.findings = r.values()
		return
	}
	r.findings = r.outliving()
	// Of a package with errors, types and what is done to values are not all known. That nobody retains one cannot be told.
	if r.broken() {
		r.findings = slices.DeleteFunc(r.findings, func(f finding) bool { return f.Category == lambda.Leak })
	} else {
		r.findings = append(r.findings, r.leaks()...)
	}
	if !r.found.Conclude() {
		r.findings, r.frozen = nil, nil
	}
	r.findings = append(r.findings, r.unset()...)
	r.findings = append(r.findings, r.shortcutUses()...)
	r.findings = append(r.findings, r.values()...)
	r.findings = append(r.findings, r.outOfBounds()...)
}

// broken reports whether the package has errors.
func (r *run) broken() bool { return len(r.pass.TypeErrors) > 0 }

// report reports the findings, file by file, except for those in test support and in files that do not count, and those that comments
// silence.
func (r *run) report() {
	pass := r.pass
	var loud []finding
	for _, file := range r.files {
		if r.leavesOut(file) {
			continue
		}
		ignores := directive.Parse(pass.Fset, file)
		for _, f := range r.findings {
			if file.FileStart <= f.Pos && f.Pos < file.FileEnd && !directive.Silence(ignores, pass.Fset.Position(f.Pos).Line, f.Category) {
				loud = append(loud, f)
			}
		}
		if !r.broken() { // otherwise there may be something to silence that cannot be seen
			r.reported = append(r.reported, r.aboutIgnores(ignores, func(rule string, line int) int { return nearest(pass, file, loud, rule, line) })...)
		}
	}
	if !r.req.NoFixes && !r.broken() {
		repair(pass, r.files, loud)
	}
	for _, f := range loud {
		r.reported = append(r.reported, f.Finding)
	}
	for _, f := range r.reported {
		pass.Report(f.Diagnostic)
	}
}

// result returns what the run tells its driver.
func (r *run) result() *Result {
	out := &Result{
		Findings:    r.reported,
		EntryPoints: r.entries,
		Unjudged:    r.unjudged(),
		TooLarge:    r.found.TooLarge,
	}
	if r.req.Why != nil {
		out.Why = r.explain()
	}
	missing := r.found.Missing
	if r.req.Clients && r.net != nil {
		out.Clients = r.clients()
		missing = append(missing, r.unread(out.Clients)...)
	}
	slices.Sort(missing)
	out.Unseen = slices.Compact(missing)
	return out
}
