package lambda

import (
	"cmp"
	"path"
	"slices"

	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// report goes from the handlers of the package and returns what to report. A package without any has a fact alone. Handlers that are
// functions are noted as run by each invocation before the walk begins (rule 6); of those that are values with methods, such as an
// http.Handler, nothing is: which of their methods an invocation runs is not known. Each handler of several counts as run by all
// invocations there, which errs on the side of silence. A leak needs processes that freeze.
func (p *program) report() (findings []Finding, closed []*pointsto.Site) {
	if p.entries.none() {
		return nil, nil
	}
	r := p.newReach(nil, p.programBirth())
	p.walk = r
	for _, o := range p.entries.handlers {
		if f := o.Func(); f != nil {
			r.resets(f)
		}
	}
	r.serve(p.entries.handlers...)
	if p.entries.mux != nil {
		r.register(p.registry.onDefaultMux...)
	}
	for _, f := range p.entries.events {
		r.resets(f)
		r.retainPlaces(f.Recv())
		r.run(f, false)
	}
	outlives := r.outliving()
	slices.SortStableFunc(outlives, func(a, b found) int { return comparePlaces(a.Place, b.Place) })
	var dropped []found
	if p.entries.frozen || len(p.entries.events) > 0 {
		dropped, _ = r.allocated(nil)
	}
	findings = p.findings(slices.Concat(outlives, dropped))
	if p.in.Explain {
		for i := range findings {
			findings[i].Way = guide{r}.wayTo(findings[i])
		}
	}
	return findings, r.closedSites()
}

// findings returns what to report of the clients, those of other packages at the entry point. Those are left out if their own package
// reported them, if this one writes to what a variable of that package leads to (Configures: somebody chose, which errs on the side of
// silence), or if they are of a module that nobody here could change: neither this one, nor one that is replaced by a folder.
func (p *program) findings(clients []found) []Finding {
	kept := make(map[string]bool)     // keys of clients that outlive invocations themselves
	worst := make(map[string]found)   // by package, the use of http.DefaultTransport's pool to report
	reported := make(map[string]bool) // packages whose use is reported already
	for _, f := range clients {
		p.reported[f.key()] = p.reported[f.key()] || f.Reported
		kept[f.key()] = kept[f.key()] || !f.Pool
	}
	for _, f := range clients {
		if dir := path.Dir(f.Place); f.Pool && !kept[f.key()] {
			reported[dir] = reported[dir] || f.Reported
			if w, ok := worst[dir]; !ok || worse(f, w) < 0 {
				worst[dir] = f
			}
		}
	}
	var out []Finding
	for _, f := range clients {
		if f.Rule == Default && p.defaultPool.tuned {
			p.heard[f.key()] = "the package that starts the handler changes http.DefaultTransport or http.DefaultClient"
			continue
		}
		if dir := path.Dir(f.Place); f.Pool && (kept[f.key()] || reported[dir] || worst[dir].Client != f.Client) {
			continue
		}
		if p.reported[f.key()] {
			continue
		}
		finding := Finding{Client: f.Client, Pos: f.pos, End: f.end, Sites: f.sites}
		if !f.pos.IsValid() {
			if why := p.leftOut(f); why != "" {
				p.heard[f.key()] = why
				continue
			}
			pos := p.entries.first.Pos
			finding.Pos, finding.End, finding.Elsewhere = pos, pos, true
		}
		p.reported[f.key()] = true
		out = append(out, finding)
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Place, b.Place)) })
	return out
}

// leftOut says why a client of another package is not reported, or returns nothing.
func (p *program) leftOut(f found) string {
	switch {
	case p.entries.first == nil:
		return "the call that starts the handler is not written as one"
	case p.configures(path.Dir(f.Place)):
		return "this package assigns to what the other one keeps in its variables"
	case !f.Local && !paths.SameModule(f.Place, p.in.Module, p.in.Pkg.Path()):
		return "it is in another module"
	}
	return ""
}

// configures reports whether the package changes what variables of the package at path hold, as with
//
//	api.Client.Transport = &http.Transport{IdleConnTimeout: 30 * time.Second} // in main
func (p *program) configures(path string) bool {
	is, known := p.configured[path]
	if !known {
		is = p.in.Graph.Configures(path)
		p.configured[path] = is
	}
	return is
}

// comparePlaces orders places by file and line.
func comparePlaces(a, b string) int {
	fileA, lineA := paths.CutLine(a)
	fileB, lineB := paths.CutLine(b)
	return cmp.Or(cmp.Compare(fileA, fileB), cmp.Compare(lineA, lineB))
}
