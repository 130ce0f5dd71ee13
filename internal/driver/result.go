package driver

import (
	"bytes"
	"cmp"
	"fmt"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/edit"
	"github.com/transportlint/transportlint/internal/gate"
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
	"github.com/transportlint/transportlint/internal/symbol"
)

// A result is what one run found.
type result struct {
	findings []finding
	problems []problem
	skipped  map[string]string // why packages were not analyzed, by their IDs
	analyzed int               // packages reported on, counted by directory
	affected int               // packages with findings, likewise
	unjudged int               // values that were not judged
	known    []string          // which findings were left out and why, where that was asked for
	notes    []string          // further lines for people
	failed   bool              // nothing was analyzed; the only problem says why
	rewrite  *rewrite          // what was fixed, if that was asked for

	inventory  *inventory.Inventory  // if that was asked for
	comparison *inventory.Comparison // with the merge base, likewise
	base       string                // which that is
}

// A finding is what the analyzer found, with what identifies it in other versions of the code.
type finding struct {
	gate.Finding
	printed report.Finding
	pkg     *packages.Package
	place   place
	text    string // of its line
}

// failure is the result of a run that came to nothing.
func failure(err error) *result {
	return &result{problems: []problem{{message: err.Error()}}, failed: true}
}

// newResult takes from graph, the analysis of prog, what is to be printed.
func newResult(graph *checker.Graph, prog *load.Program, workDir string) *result {
	r := &result{skipped: make(map[string]string)}
	slices.SortFunc(graph.Roots, func(a, b *checker.Action) int { return cmp.Compare(a.Package.ID, b.Package.ID) })
	seen := make(map[place]bool)
	lines := report.NewLines(prog.Read)
	unjudged := make(map[token.Position]bool) // a file may belong to several variants of a package
	for _, act := range graph.Roots {
		if !prog.Asked[act.Package.ID] {
			continue
		}
		if act.Err != nil {
			r.skipped[act.Package.ID] = act.Err.Error()
			continue
		}
		findings := act.Result.(*analyzer.Result).Findings
		for _, u := range act.Result.(*analyzer.Result).Unjudged {
			unjudged[act.Package.Fset.Position(u.Pos)] = true
		}
		if len(findings) == 0 && !wellTyped(act.Package) {
			r.skipped[act.Package.ID] = errPartial.Error()
		}
		for _, found := range findings {
			f := newFinding(act.Package, found, lines)
			if !seen[f.place] { // a file may belong to several variants of a package
				seen[f.place] = true
				r.findings = append(r.findings, f)
			}
		}
	}
	slices.SortStableFunc(r.findings, func(a, b finding) int {
		p, q := a.printed.Shown.Start, b.printed.Shown.Start
		return cmp.Or(cmp.Compare(paths.Short(workDir, p.Filename), paths.Short(workDir, q.Filename)),
			cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column), cmp.Compare(a.printed.Message, b.printed.Message))
	})
	r.problems = problems(graph, prog, workDir)
	analyzed := make(map[string]bool)
	for _, pkg := range prog.Listed {
		if _, failed := r.skipped[pkg.ID]; prog.Asked[pkg.ID] && !failed {
			analyzed[directory(pkg)] = true
		}
	}
	r.analyzed, r.unjudged = len(analyzed), len(unjudged)
	r.countAffected()
	return r
}

func newFinding(pkg *packages.Package, found analyzer.Finding, lines *report.Lines) finding {
	p := report.Finding{Finding: found, Package: pkg.ID, Fixes: fixes(pkg.Fset, found)}
	span := func(adjusted bool) report.Span {
		return report.Span{Start: pkg.Fset.PositionFor(found.Pos, adjusted), End: pkg.Fset.PositionFor(found.End, adjusted)}
	}
	p.Shown, p.Source = span(true), span(false)
	for _, file := range pkg.Syntax {
		if file.FileStart <= found.Pos && found.Pos < file.FileEnd {
			p.Symbol = symbol.At(file, found.Pos)
		}
	}
	if p.AtFile = filepath.FromSlash(found.At.File); p.AtFile != "" && pkg.Module != nil {
		p.AtFile = filepath.Join(pkg.Module.Dir, p.AtFile)
	}
	f := finding{printed: p, pkg: pkg, place: place{p.Source, found.Message}, text: string(bytes.TrimSpace(lines.Line(p.Source.Start)))}
	f.File, f.Rule, f.Symbol, f.At = filepath.ToSlash(p.Source.Start.Filename), found.Category, p.Symbol, filepath.ToSlash(p.AtFile)
	for _, field := range found.Fields {
		f.Fields = append(f.Fields, field.Name)
	}
	return f
}

// fixes returns the fixes of a finding in terms of files. A fix whose edits are in no file is left out.
func fixes(fset *token.FileSet, found analyzer.Finding) []report.Fix {
	var list []report.Fix
	for _, suggested := range found.SuggestedFixes {
		fix := report.Fix{Message: suggested.Message}
		for _, e := range suggested.TextEdits {
			if file := fset.File(e.Pos); file != nil {
				change := edit.Edit{Start: file.Offset(e.Pos), End: file.Offset(e.End), New: string(e.NewText)}
				fix.Edits = append(fix.Edits, report.Edit{File: file.Name(), Edit: change})
			}
		}
		if len(fix.Edits) == len(suggested.TextEdits) {
			list = append(list, fix)
		}
	}
	return list
}

// keep drops all findings but those at the given places.
func (r *result) keep(places map[place]bool) {
	r.findings = slices.DeleteFunc(r.findings, func(f finding) bool { return !places[f.place] })
	r.countAffected()
}

// broken counts the packages with problems, by directory.
func (r *result) broken() int {
	n, dirs := 0, make(map[string]bool)
	for _, p := range r.problems {
		if p.where != "" {
			dirs[p.where] = true
		}
		n += p.others
	}
	return n + len(dirs)
}

func (r *result) countAffected() {
	affected := make(map[string]bool)
	for _, f := range r.findings {
		affected[directory(f.pkg)] = true
	}
	r.affected = len(affected)
}

// A place identifies a finding across the variants of a package, in which the same file has different token.Pos.
type place struct {
	report.Span
	message string
}

// directory identifies a package as its users count them: tests belong to the package they test.
func directory(pkg *packages.Package) string { return cmp.Or(pkg.Dir, pkg.ID) }

func (r *result) exitCode(opts Options) int {
	switch {
	case len(r.problems) > 0:
		return Failed
	case opts.List: // a list is not a finding
		return Clean
	case len(r.findings) > 0, opts.Diff && len(r.rewrite.after) > 0:
		return Findings
	}
	return Clean
}

// summary is the closing line, in which errors never read as clean.
func (r *result) summary() string {
	fresh := ""
	if r.known != nil {
		fresh = "new "
	}
	if r.inventory != nil {
		return r.listed()
	}
	unjudged := ""
	if r.unjudged > 0 && r.known == nil {
		unjudged = fmt.Sprintf("; %s not judged, see -v", report.Plural(r.unjudged, "value"))
	}
	line := fmt.Sprintf("no %sfindings (%s%s)", fresh, report.Plural(r.analyzed, "package"), unjudged)
	if r.analyzed == 0 {
		line = "nothing analyzed"
	} else if n := len(r.findings); n > 0 {
		line = fmt.Sprintf("%s in %s (%d analyzed%s)", report.Plural(n, fresh+"finding"), report.Plural(r.affected, "package"), r.analyzed, unjudged)
	}
	return line + r.addition()
}

// addition is what the closing line says besides of what is known, and of errors.
func (r *result) addition() string {
	line := ""
	if r.known != nil {
		line += "; known: " + strings.Join(r.known, ", ")
	}
	if n := r.broken(); n > 0 {
		line += ", errors in " + report.Plural(n, "package")
	}
	return line
}
