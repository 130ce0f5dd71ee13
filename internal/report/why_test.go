package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/why"
)

// TestWriteWhyEscapes holds that names and code of a checkout cannot do anything to a terminal or a log.
func TestWriteWhyEscapes(t *testing.T) {
	const hostile = "\x1b[2J\n::error::x\r##[error]y"
	place := why.Place{File: hostile + ".go", Line: 1, Column: 2}
	reasons := []why.Reason{{Says: hostile, Place: &place, Adds: hostile, Steps: []why.Step{{Says: hostile, Place: &place}}}}
	answer := &why.Answer{Question: hostile, Values: []why.Value{{
		Type: hostile, In: hostile, Package: hostile, Place: place, Notes: reasons,
		Findings: []why.Finding{{Rule: hostile, Message: hostile, Place: place, Way: reasons[0].Steps}},
		Fields: []why.Field{
			{Name: hostile, Verdict: why.Unset, Rule: "transport", Reasons: reasons},
			{Name: hostile, Verdict: why.Unknown, Reasons: reasons},
			{Name: hostile, Verdict: why.Unknown, Reasons: reasons},
			{Name: hostile, Verdict: why.Moot, Reasons: reasons},
		},
		Lambda: &why.Life{Says: hostile, Way: reasons[0].Steps},
	}}}
	for _, format := range []Format{Text, JSON} {
		var b bytes.Buffer
		if err := WriteWhy(&b, answer, format, Context{}); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(b.String(), "\x1b\r") || strings.Contains(b.String(), "##") {
			t.Errorf("%s lets through what a terminal or a log acts on:\n%q", format, b.String())
		}
		for line := range strings.Lines(b.String()) {
			if strings.HasPrefix(strings.TrimSpace(line), "::") {
				t.Errorf("%s: this line is a command: %q", format, line)
			}
		}
		if got := strings.Count(b.String(), "error"); got < 10 {
			t.Errorf("%s has %d of the names", format, got)
		}
	}
}
