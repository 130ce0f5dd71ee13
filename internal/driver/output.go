package driver

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
)

// print writes findings to opts.Stdout and opts.File, errors and the summary to opts.Stderr. It fails if findings cannot be
// written, after having tried the other places.
func (r *result) print(opts Options) error {
	out := r.report(opts)
	out.WriteProblems(opts.Stderr)
	if opts.List {
		if err := r.writeList(opts); err != nil {
			return fmt.Errorf("writing the list: %w", err)
		}
	} else if err := opts.write(out); err != nil {
		return fmt.Errorf("writing findings: %w", err)
	}
	if !r.failed {
		out.WriteSummary(opts.Stderr)
		next := opts.Terminal
		if !opts.Progress { // only Stdout is a terminal
			next = nil
		}
		report.WriteNext(opts.Stderr, next, r.next(opts))
	}
	return nil
}

// next returns commands that make sense after what people were shown.
func (r *result) next(opts Options) []report.Next {
	if opts.List || opts.Format != report.Long || len(r.findings) == 0 {
		return nil
	}
	rule, what := r.findings[0].Rule, "says more about the rule"
	if slices.ContainsFunc(r.findings, func(f finding) bool { return f.Rule != rule }) {
		rule, what = "<rule>", "says more about a rule, as "+rule
	}
	list := []report.Next{{Command: "transportlint -explain=" + rule, What: what}}
	with := func(args ...string) string {
		for _, arg := range opts.Args {
			args = append(args, report.Quoted(arg))
		}
		return strings.Join(append([]string{"transportlint"}, args...), " ")
	}
	if !opts.Fix && opts.NewFrom == "" && opts.Baseline == "" && opts.File == "" { // -why goes with none of these
		at := r.findings[0].printed.Shown.Start
		place := fmt.Sprintf("%s:%d", paths.Short(opts.WorkDir, at.Filename), at.Line)
		list = append(list, report.Next{Command: with(report.Quoted("-why=" + place)), What: "says how the first is known"})
	}
	fixable := 0
	for _, f := range r.findings {
		if len(f.printed.Fixes) > 0 {
			fixable++
		}
	}
	if fixable > 0 && !opts.Fix {
		list = append(list, report.Next{Command: with("-fix", "-diff"), What: "shows what would fix " + report.Plural(fixable, "finding")})
	}
	return list
}

// report returns what is printed of r.
func (r *result) report(opts Options) *report.Report {
	out := &report.Report{Skipped: r.skipped, Failed: r.failed, ExitCode: r.exitCode(opts), Notes: r.notes, Summary: r.summary()}
	if r.rewrite != nil {
		out.Summary = r.fixed(opts.Diff)
	}
	for _, f := range r.findings {
		out.Findings = append(out.Findings, f.printed)
	}
	for _, p := range r.problems {
		out.Problems = append(out.Problems, p.printed())
	}
	return out
}

// write writes r to where opts says. What cannot be written to one place is written to the other nevertheless.
func (opts Options) write(r *report.Report) error {
	c := report.Context{
		WorkDir: opts.WorkDir, Root: report.FindRoot(opts.dir()), Patterns: opts.Patterns,
		URL: analyzer.Analyzer.URL, Manual: opts.Manual,
	}
	var err error
	if !opts.Diff { // then only what changes goes to Stdout
		onStdout := c
		onStdout.Terminal = opts.Terminal
		err = r.Write(opts.Stdout, opts.Format, onStdout)
	}
	if opts.File == "" {
		return err
	}
	var b bytes.Buffer
	inFile := r.Write(&b, opts.FileFormat, c)
	if inFile == nil {
		inFile = replaceFile(paths.Absolute(opts.WorkDir, opts.File), b.Bytes())
	}
	if inFile != nil {
		inFile = fmt.Errorf("%s: %w", opts.File, inFile)
	}
	return errors.Join(err, inFile)
}
