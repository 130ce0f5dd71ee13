package driver

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
)

// print writes findings to opts.Stdout and opts.File, errors and the summary to opts.Stderr. It fails if findings cannot be
// written, after having tried the other places.
func (r *result) print(opts Options) error {
	out := r.report(opts)
	out.WriteProblems(opts.Stderr)
	if err := opts.write(out); err != nil {
		return fmt.Errorf("writing findings: %w", err)
	}
	if !r.failed {
		out.WriteSummary(opts.Stderr)
	}
	return nil
}

// report returns what is printed of r.
func (r *result) report(opts Options) *report.Report {
	out := &report.Report{Skipped: r.skipped, Failed: r.failed, ExitCode: r.exitCode(opts), Notes: r.notes, Summary: r.summary()}
	if r.rewrite != nil {
		out.Summary = r.rewrite.summary(opts.Diff) + "; " + out.Summary
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
