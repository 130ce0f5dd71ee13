package plugin

import (
	"bytes"
	"cmp"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// withSafeFixes has a, whose diagnostics it returns unchanged otherwise, suggest only fixes that golangci-lint can apply all at once.
//
// It takes several fixes of a diagnostic, which are alternatives, for parts of one. It applies nothing to a file where two edits
// overlap. And of edits that several fixes share, it removes the duplicates only where nothing else is inserted at the same place.
// So each diagnostic keeps its first fix at most, with what that inserts at one place in one edit, and loses it where it meddles
// with that of another: the next run has it.
func withSafeFixes(a *analysis.Analyzer) *analysis.Analyzer {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		report := pass.Report
		var accepted []analysis.TextEdit
		pass.Report = func(d analysis.Diagnostic) {
			if len(d.SuggestedFixes) > 0 {
				first := d.SuggestedFixes[0]
				first.TextEdits = joined(first.TextEdits)
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

// joined returns edits in the order of the file, with one edit for all that is inserted at one place.
func joined(edits []analysis.TextEdit) []analysis.TextEdit {
	var out []analysis.TextEdit
	sorted := slices.SortedStableFunc(slices.Values(edits), func(a, b analysis.TextEdit) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.End, b.End))
	})
	for _, e := range sorted {
		if n := len(out); n > 0 && out[n-1].End == e.Pos {
			out[n-1].End = e.End
			out[n-1].NewText = slices.Concat(out[n-1].NewText, e.NewText)
			continue
		}
		out = append(out, e)
	}
	return out
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
