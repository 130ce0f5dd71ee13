package plugin

import (
	"bytes"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// withSafeFixes has a, whose diagnostics it returns unchanged otherwise, suggest only fixes that golangci-lint can apply all at once.
//
// It takes several fixes of a diagnostic, which are alternatives, for parts of one. It applies nothing to a file where two edits
// overlap. So each diagnostic keeps its first fix at most, and loses it where it meddles with that of another: the next run has it.
func withSafeFixes(a *analysis.Analyzer) *analysis.Analyzer {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		report := pass.Report
		var accepted []analysis.TextEdit
		pass.Report = func(d analysis.Diagnostic) {
			if len(d.SuggestedFixes) > 0 {
				first := d.SuggestedFixes[0]
				d.SuggestedFixes = nil
				if !meddles(first.TextEdits, accepted) {
					accepted = append(accepted, first.TextEdits...)
					d.SuggestedFixes = []analysis.SuggestedFix{first}
				}
			}
			report(d)
		}
		return run(pass)
	}
	return a
}

// meddles reports whether one of edits touches an accepted one that is not the same.
func meddles(edits, accepted []analysis.TextEdit) bool {
	return slices.ContainsFunc(edits, func(e analysis.TextEdit) bool {
		return slices.ContainsFunc(accepted, func(a analysis.TextEdit) bool {
			same := e.Pos == a.Pos && e.End == a.End && bytes.Equal(e.NewText, a.NewText)
			return !same && e.Pos <= a.End && a.Pos <= e.End
		})
	})
}
