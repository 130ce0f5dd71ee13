package driver

import (
	"bytes"
	"cmp"
	"fmt"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/internal/gate"
	"github.com/transportlint/transportlint/internal/load"
)

// A report is what one run found.
type report struct {
	graph    *checker.Graph // its roots are the packages to report on, each diagnostic stands in one of them
	findings []finding
	problems []problem
	analysed int      // packages reported on, counted by directory
	affected int      // packages with findings, likewise
	known    []string // which findings were left out and why, where that was asked for
	notes    []string // further lines for people
	failed   bool     // nothing was analysed; the only problem says why
	rewrite  *rewrite // what was fixed, if that was asked for
}

// A finding is a diagnostic with its place. Its path is relative to the working directory where that is possible.
type finding struct {
	gate.Finding
	act     *checker.Action
	path    string
	place   place
	text    string // of its line
	message string
}

// failure is the report of a run that came to nothing.
func failure(err error) *report {
	return &report{problems: []problem{{message: err.Error()}}, failed: true}
}

// newReport takes from graph, the analysis of prog, what is to be printed. It changes graph: what is not reported goes.
func newReport(graph *checker.Graph, prog *load.Program, workDir string) *report {
	r := &report{graph: new(checker.Graph)}
	slices.SortFunc(graph.Roots, func(a, b *checker.Action) int { return cmp.Compare(a.Package.ID, b.Package.ID) })
	failed := make(map[string]bool) // IDs
	seen := make(map[place]bool)
	lines := newLines(prog.Read)
	for _, act := range graph.Roots {
		if !prog.Asked[act.Package.ID] {
			act.IsRoot, act.Diagnostics = false, nil
			continue
		}
		r.graph.Roots = append(r.graph.Roots, act)
		failed[act.Package.ID] = act.Err != nil
		keepFirst(act, seen)
		for _, diag := range act.Diagnostics {
			r.findings = append(r.findings, newFinding(act, diag, workDir, lines))
		}
	}
	slices.SortFunc(r.findings, func(a, b finding) int {
		p, q := a.place.pos, b.place.pos
		return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column), cmp.Compare(a.message, b.message))
	})
	r.problems = problems(graph, prog, workDir)
	analysed := make(map[string]bool)
	for _, pkg := range prog.Listed {
		if prog.Asked[pkg.ID] && !failed[pkg.ID] {
			analysed[directory(pkg)] = true
		}
	}
	r.analysed = len(analysed)
	r.countAffected()
	return r
}

func newFinding(act *checker.Action, diag analysis.Diagnostic, workDir string, lines *lines) finding {
	f := finding{act: act, place: placeOf(act, diag), message: diag.Message}
	f.path = relative(workDir, f.place.pos.Filename)
	f.text = string(bytes.TrimSpace(lines.line(f.place.pos)))
	f.File, f.Rule = filepath.ToSlash(f.place.pos.Filename), diag.Category
	f.Fields, f.At = gate.ParseMessage(diag.Message)
	if mod := act.Package.Module; mod != nil && f.At != "" {
		f.At = filepath.ToSlash(filepath.Join(mod.Dir, filepath.FromSlash(f.At)))
	}
	for _, file := range act.Package.Syntax {
		if file.FileStart <= diag.Pos && diag.Pos < file.FileEnd {
			f.Symbol = gate.Symbol(file, diag.Pos)
		}
	}
	return f
}

// keep drops all findings but those at the given places, in all that is printed.
func (r *report) keep(places map[place]bool) {
	r.findings = slices.DeleteFunc(r.findings, func(f finding) bool { return !places[f.place] })
	for _, act := range r.graph.Roots {
		act.Diagnostics = slices.DeleteFunc(act.Diagnostics, func(diag analysis.Diagnostic) bool { return !places[placeOf(act, diag)] })
	}
	r.countAffected()
}

// broken counts the packages with problems, by directory.
func (r *report) broken() int {
	n, dirs := 0, make(map[string]bool)
	for _, p := range r.problems {
		if p.where != "" {
			dirs[p.where] = true
		}
		n += p.others
	}
	return n + len(dirs)
}

func (r *report) countAffected() {
	affected := make(map[string]bool)
	for _, f := range r.findings {
		affected[directory(f.act.Package)] = true
	}
	r.affected = len(affected)
}

// A place identifies a diagnostic across the variants of a package, in which the same file has different token.Pos.
type place struct {
	pos, end token.Position
	message  string
}

func placeOf(act *checker.Action, diag analysis.Diagnostic) place {
	position := act.Package.Fset.Position
	return place{position(diag.Pos), position(diag.End), diag.Message}
}

// keepFirst sorts the diagnostics of act and removes those in seen, to which it adds the others.
func keepFirst(act *checker.Action, seen map[place]bool) {
	position := act.Package.Fset.Position
	slices.SortStableFunc(act.Diagnostics, func(a, b analysis.Diagnostic) int {
		p, q := position(a.Pos), position(b.Pos)
		return cmp.Or(cmp.Compare(p.Filename, q.Filename), cmp.Compare(p.Offset, q.Offset), cmp.Compare(a.Message, b.Message))
	})
	act.Diagnostics = slices.DeleteFunc(act.Diagnostics, func(diag analysis.Diagnostic) bool {
		p := placeOf(act, diag)
		if seen[p] {
			return true
		}
		seen[p] = true
		return false
	})
}

// directory identifies a package as its users count them: tests belong to the package they test.
func directory(pkg *packages.Package) string { return cmp.Or(pkg.Dir, pkg.ID) }

func (r *report) exitCode(opts Options) int {
	switch {
	case len(r.problems) > 0:
		return Failed
	case len(r.findings) > 0, opts.Diff && len(r.rewrite.after) > 0:
		return Findings
	}
	return Clean
}

// print writes findings to opts.Stdout and opts.File, errors and the summary to opts.Stderr. It fails if findings cannot be
// written, after having tried the other places.
func (r *report) print(opts Options) error {
	clean := printable
	if opts.Format == GitHub {
		clean = inert
	}
	for _, p := range r.problems {
		p.print(opts.Stderr, clean)
	}
	if err := r.write(opts); err != nil {
		return fmt.Errorf("writing findings: %w", err)
	}
	if r.failed {
		return nil
	}
	for _, note := range r.notes {
		fmt.Fprintf(opts.Stderr, "transportlint: %s\n", clean(note))
	}
	summary := r.summary()
	if r.rewrite != nil {
		summary = r.rewrite.summary(opts.Diff) + "; " + summary
	}
	fmt.Fprintf(opts.Stderr, "transportlint: %s\n", clean(summary))
	return nil
}

// summary is the closing line, in which errors never read as clean.
func (r *report) summary() string {
	fresh := ""
	if r.known != nil {
		fresh = "new "
	}
	line := fmt.Sprintf("no %sfindings (%s)", fresh, plural(r.analysed, "package"))
	if n := len(r.findings); n > 0 {
		line = fmt.Sprintf("%s in %s (%d analysed)", plural(n, fresh+"finding"), plural(r.affected, "package"), r.analysed)
	}
	if r.known != nil {
		line += "; known: " + strings.Join(r.known, ", ")
	}
	if n := r.broken(); n > 0 {
		line += ", errors in " + plural(n, "package")
	}
	return line
}

func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
