package plugin

import (
	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/edit"
)

// withSafeFixes has a, whose diagnostics it returns unchanged otherwise, suggest only fixes that golangci-lint can apply all at once.
//
// It takes several fixes of a diagnostic, which are alternatives, for parts of one. It applies nothing to a file where two edits
// overlap. So each diagnostic keeps its first fix at most, and loses it where it touches that of another: the next run has it.
func withSafeFixes(a *analysis.Analyzer) *analysis.Analyzer {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		report := pass.Report
		var accepted []edit.Edit
		pass.Report = func(d analysis.Diagnostic) {
			if len(d.SuggestedFixes) > 0 {
				first := d.SuggestedFixes[0]
				d.SuggestedFixes = nil
				if merged, ok := edit.Merge(accepted, edit.Of(first)); ok {
					accepted = merged
					d.SuggestedFixes = []analysis.SuggestedFix{first}
				}
			}
			report(d)
		}
		return run(pass)
	}
	return a
}
