package driver

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// A report is what one run found.
type report struct {
	graph    *checker.Graph // its roots are the packages to report on, each diagnostic stands in one of them
	findings []finding
	problems []problem
	analysed int // packages reported on, counted by directory
	affected int // packages with findings, likewise
	broken   int // packages with problems, likewise
}

// A finding is a diagnostic with its place. Its path is relative to the working directory where that is possible.
type finding struct {
	path      string
	line, col int
	message   string
}

// newReport takes from graph, the analysis of prog, what is to be printed. It changes graph: what is not reported goes.
func newReport(graph *checker.Graph, prog *program, workDir string) *report {
	r := &report{graph: new(checker.Graph)}
	slices.SortFunc(graph.Roots, func(a, b *checker.Action) int { return cmp.Compare(a.Package.ID, b.Package.ID) })
	analysed, affected := make(map[string]bool), make(map[string]bool)
	seen := make(map[place]bool)
	for _, act := range graph.Roots {
		if !prog.asked[act.Package.ID] {
			act.IsRoot, act.Diagnostics = false, nil
			continue
		}
		r.graph.Roots = append(r.graph.Roots, act)
		if act.Err == nil {
			analysed[directory(act.Package)] = true
		}
		keepFirst(act, seen)
		for _, diag := range act.Diagnostics {
			pos := act.Package.Fset.Position(diag.Pos)
			r.findings = append(r.findings, finding{relative(workDir, pos.Filename), pos.Line, pos.Column, diag.Message})
			affected[directory(act.Package)] = true
		}
	}
	slices.SortFunc(r.findings, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.line, b.line), cmp.Compare(a.col, b.col), cmp.Compare(a.message, b.message))
	})
	r.problems = problems(graph, prog, workDir)
	broken := make(map[string]bool)
	for _, p := range r.problems {
		broken[p.where] = true
		r.broken += p.others
	}
	r.broken += len(broken)
	r.analysed, r.affected = len(analysed), len(affected)
	return r
}

// A place identifies a diagnostic across the variants of a package, in which the same file has different token.Pos.
type place struct {
	pos, end token.Position
	message  string
}

// keepFirst sorts the diagnostics of act and removes those in seen, to which it adds the others.
func keepFirst(act *checker.Action, seen map[place]bool) {
	position := act.Package.Fset.Position
	slices.SortStableFunc(act.Diagnostics, func(a, b analysis.Diagnostic) int {
		p, q := position(a.Pos), position(b.Pos)
		return cmp.Or(cmp.Compare(p.Filename, q.Filename), cmp.Compare(p.Offset, q.Offset), cmp.Compare(a.Message, b.Message))
	})
	act.Diagnostics = slices.DeleteFunc(act.Diagnostics, func(diag analysis.Diagnostic) bool {
		p := place{position(diag.Pos), position(diag.End), diag.Message}
		if seen[p] {
			return true
		}
		seen[p] = true
		return false
	})
}

// directory identifies a package as its users count them: tests belong to the package they test.
func directory(pkg *packages.Package) string { return cmp.Or(pkg.Dir, pkg.ID) }

func (r *report) exitCode() int {
	switch {
	case len(r.problems) > 0:
		return Failed
	case len(r.findings) > 0:
		return Findings
	}
	return Clean
}

// print writes findings to opts.Stdout, errors and the summary to opts.Stderr. It fails if findings cannot be written.
func (r *report) print(opts Options) error {
	for _, p := range r.problems {
		p.print(opts.Stderr)
	}
	write := r.printText
	if opts.JSON {
		write = r.printJSON
	}
	if err := write(opts); err != nil {
		return fmt.Errorf("writing findings: %w", err)
	}
	fmt.Fprintf(opts.Stderr, "transportlint: %s\n", r.summary())
	return nil
}

// summary is the closing line, in which errors never read as clean.
func (r *report) summary() string {
	line := fmt.Sprintf("no findings (%s)", plural(r.analysed, "package"))
	if n := len(r.findings); n > 0 {
		line = fmt.Sprintf("%s in %s (%d analysed)", plural(n, "finding"), plural(r.affected, "package"), r.analysed)
	}
	if r.broken > 0 {
		line += ", errors in " + plural(r.broken, "package")
	}
	return line
}

func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// printJSON writes what `go vet -json` and the drivers of go/analysis write, in one object.
func (r *report) printJSON(opts Options) error { return r.graph.PrintJSON(opts.Stdout) }
