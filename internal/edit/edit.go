// Package edit combines replacements of text.
package edit

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// An Edit replaces the text from Start to End, which are offsets in a file or positions in a file set.
type Edit struct {
	Start, End int
	New        string
}

// Merge adds to edits those of more that are not among them. It fails if one of these touches an edit that is not among more: then
// the result would depend on which comes first.
func Merge(edits, more []Edit) (merged []Edit, ok bool) {
	merged = slices.Clone(edits)
	for _, m := range more {
		if slices.Contains(edits, m) {
			continue
		}
		for _, e := range edits {
			if m.Start <= e.End && e.Start <= m.End && !slices.Contains(more, e) {
				return nil, false
			}
		}
		merged = append(merged, m)
	}
	return merged, true
}

// Join returns edits in the order of the text, with one edit for those that follow each other without a gap.
func Join(edits []Edit) []Edit {
	var out []Edit
	sorted := slices.SortedStableFunc(slices.Values(edits), func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	for _, e := range sorted {
		if n := len(out); n > 0 && out[n-1].End == e.Start {
			out[n-1].End = e.End
			out[n-1].New += e.New
			continue
		}
		out = append(out, e)
	}
	return out
}

// Of returns what fix changes.
func Of(fix analysis.SuggestedFix) []Edit {
	var out []Edit
	for _, e := range fix.TextEdits {
		out = append(out, Edit{int(e.Pos), int(e.End), string(e.NewText)})
	}
	return out
}

// Fix returns a fix that makes edits, of positions in a file set.
func Fix(message string, edits []Edit) analysis.SuggestedFix {
	fix := analysis.SuggestedFix{Message: message}
	for _, e := range edits {
		fix.TextEdits = append(fix.TextEdits, analysis.TextEdit{Pos: token.Pos(e.Start), End: token.Pos(e.End), NewText: []byte(e.New)})
	}
	return fix
}
