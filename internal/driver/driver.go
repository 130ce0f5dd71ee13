// Package driver is the command's own way of running the analyzer: it loads Go packages, analyzes them, learns what
// packages outside the run do to the values they receive, and prints findings and errors.
package driver

import (
	"context"
	"errors"
	"fmt"
	"io"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
	"github.com/transportlint/transportlint/internal/why"
)

// Exit codes of [Run], the same for every output format.
const (
	Clean    = 0 // nothing to report
	Findings = 1 // at least one finding, no errors
	Failed   = 2 // at least one error; findings of healthy packages are printed nevertheless
)

// Options says what to analyze and how to report it. WorkDir, Stdout and Stderr must be set.
type Options struct {
	// Settings says what to look for.
	Settings analyzer.Settings
	// Patterns names the packages to report on, as the go command takes them. None means ".".
	Patterns []string
	// WorkDir is an absolute path. Printed paths are relative to it.
	WorkDir string
	// Dir is where patterns are resolved, relative to WorkDir. Empty means WorkDir.
	Dir string
	// Tags is a comma-separated list of build tags.
	Tags string
	// Build says how the types of dependencies are found. Empty means BuildAlways.
	Build load.Build
	// Fix applies the first fix of each finding, as long as there are any. What is reported then is what remains.
	Fix bool
	// Diff, with Fix, prints the changes to Stdout in place of findings, and writes nothing.
	Diff bool
	// NewFrom, if not empty, is a commit. Findings that are there already where HEAD parted from it are left out.
	NewFrom string
	// List lists the clients of the packages in place of findings, in ListFormat, and in the file in ListFileFormat. With NewFrom, it lists
	// what changed.
	List           bool
	ListFormat     inventory.Format
	ListFileFormat inventory.Format
	// ListHTML says where a list as HTML links to.
	ListHTML inventory.HTMLOptions
	// Baseline, if not empty, is a file of known findings, relative to WorkDir, which are left out as well.
	// With WriteBaseline, all findings are written to it, and so become known.
	Baseline      string
	WriteBaseline bool
	// Why, if not empty, is a question as [why.Ask] takes it. Run answers it in place of printing findings, and returns Clean.
	Why string
	// Args is the command line, without the command, for suggestions how to go on.
	Args []string
	// Format is that of what Stdout receives. Empty means Text.
	Format report.Format
	// File, if not empty, receives the findings too, in FileFormat. It is relative to WorkDir.
	File       string
	FileFormat report.Format
	// Manual explains the rules, where the format has room for that.
	Manual report.Manual
	// Terminal is what Stdout is, or nil.
	Terminal *report.Terminal
	// Verbose says on Stderr what was read from where.
	Verbose bool
	// Progress allows a line on Stderr that says what is under way. It appears after a second and is erased at the end.
	Progress bool
	// Stdout receives findings; Stderr receives errors, progress and the summary.
	Stdout, Stderr io.Writer

	// analyzer, if not nil, runs over all packages in place of one with the Settings over those that it can have to do with.
	analyzer *analysis.Analyzer
}

// Run analyzes the packages that opts names, prints what it found, and returns the exit code.
// Canceling ctx makes it return [Failed] soon. The analysis of a package that was under way then goes on until it is done, for nothing.
func Run(ctx context.Context, opts Options) int {
	status := newProgress(opts.Stderr, opts.Progress)
	defer status.done()

	if opts.Why != "" {
		return answer(ctx, opts, status)
	}
	r, err := resultOf(ctx, opts, status)
	status.done()
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted")
	}
	if err != nil {
		r = failure(err)
	}
	if err := r.print(opts); err != nil {
		fmt.Fprintf(opts.Stderr, "transportlint: %s\n", report.Printable(err.Error()))
		return Failed
	}
	return r.exitCode(opts)
}

// resultOf does everything but printing.
func resultOf(ctx context.Context, opts Options, status *progress) (*result, error) {
	l, err := opts.loader()
	if err != nil {
		return nil, err
	}
	s, err := newSieve(ctx, opts, l)
	if err != nil {
		return nil, err
	}
	if opts.List {
		return list(ctx, opts, l, s, status)
	}
	if opts.Fix {
		return fix(ctx, opts, l, s, status)
	}
	return lint(ctx, opts, l, s, status)
}

// lint loads and analyzes packages, and leaves out what is known.
func lint(ctx context.Context, opts Options, l *load.Loader, s *sieve, status *progress) (*result, error) {
	r, prog, err := loadAndAnalyze(ctx, opts, l, status)
	if err != nil {
		return nil, err
	}
	return r, s.apply(ctx, r, prog, status)
}

// loadAndAnalyze loads and analyzes the packages that opts names, from where l loads.
func loadAndAnalyze(ctx context.Context, opts Options, l *load.Loader, status *progress) (*result, *load.Program, error) {
	graphs, prog, err := graphsOf(ctx, opts, l, nil, status)
	if err != nil {
		return nil, nil, err
	}
	r := newResult(graphs[0], prog, opts.WorkDir)
	if opts.List {
		r.inventory = newInventory(graphs, prog, opts.WorkDir)
	}
	if prog.Note != "" {
		r.notes = append(r.notes, prog.Note)
	}
	if opts.Verbose {
		r.notes = append(r.notes, prog.Effort())
		r.notes = append(r.notes, details(graphs[0], prog, opts.WorkDir)...)
	}
	return r, prog, nil
}

// graphsOf loads and analyzes the packages that opts names, from where l loads, to answer q if that is not nil. The first of the graphs
// is theirs; others are of packages that values went to.
func graphsOf(ctx context.Context, opts Options, l *load.Loader, q *why.Question, status *progress) ([]*checker.Graph, *load.Program, error) {
	status.say("loading packages")
	only, err := opts.selection()
	if err != nil {
		return nil, nil, err
	}
	prog, err := l.Load(ctx, opts.Patterns, only)
	if err != nil {
		return nil, nil, err
	}
	a, err := opts.analyzerFor(prog, q)
	if err != nil {
		return nil, nil, err
	}
	graphs, err := promptly(ctx, func() ([]*checker.Graph, error) { return learn(ctx, l.Reading(a), prog, status) })
	if err != nil {
		return nil, nil, err
	}
	for _, act := range graphs[0].Roots {
		if err, ok := errors.AsType[*analyzer.SettingsError](act.Err); ok {
			return nil, nil, err
		}
	}
	return graphs, prog, nil
}

// dir returns where patterns are resolved, an absolute path.
func (opts Options) dir() string { return paths.Absolute(opts.WorkDir, opts.Dir) }

// selection returns which packages can have findings, nil if there is no telling.
func (opts Options) selection() (*load.Selection, error) {
	if opts.analyzer != nil {
		return nil, nil
	}
	subjectOf := opts.Settings.Subject
	if opts.Why != "" {
		subjectOf = opts.Settings.Followed
	}
	subject, err := subjectOf()
	if opts.List {
		subject.Foreign = append(subject.Foreign, clientPackages...)
	}
	return (*load.Selection)(&subject), err
}

// analyzerFor returns the analyzer to run over prog, to answer q if that is not nil.
func (opts Options) analyzerFor(prog *load.Program, q *why.Question) (*analysis.Analyzer, error) {
	if opts.analyzer != nil {
		return opts.analyzer, nil
	}
	return analyzer.NewFor(opts.Settings, analyzer.Request{
		NoLambda: prog.NoLambda,
		NoFixes:  opts.List || q != nil || !opts.Fix && !opts.Format.HasFixes() && !opts.FileFormat.HasFixes(),
		Clients:  opts.List,
		Causes:   opts.Verbose && q == nil,
		Why:      q,
	})
}

func (opts Options) loader() (*load.Loader, error) {
	l, err := load.New(load.Config{
		Dir: opts.dir(), Tags: opts.Tags, Build: opts.Build, Tests: opts.Settings.IncludeTests,
	})
	if err != nil {
		return nil, fmt.Errorf("cannot work in %q: %w", opts.Dir, err)
	}
	return l, nil
}
