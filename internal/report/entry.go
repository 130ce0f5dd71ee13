package report

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strconv"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/paths"
)

// An entry is what the formats for other programs have in common: a problem or a finding, with its place in the repository.
type entry struct {
	finding    *Finding // nil for a problem
	rule       string   // "error" for a problem
	level      catalog.Level
	message    string // of a finding without the rule in front
	file       string // relative to the root; empty if it is about none
	start, end lineColumn
	key        string // identifies it in other versions of the code
}

// A lineColumn is a place in a file. What is not known is 0.
type lineColumn struct{ line, column int }

// entries returns what went wrong, and then the findings, with columns in characters or, as Go counts them, in bytes.
func (r *Report) entries(c Context, inBytes bool) []entry {
	var list []entry
	for _, p := range r.Problems {
		e := entry{rule: "error", level: catalog.Error, message: p.Message, start: lineColumn{p.Line, p.Col}}
		if p.Path != "" {
			e.file = paths.Slashed(string(c.Root), paths.Absolute(c.WorkDir, p.Path))
		}
		e.key = digest(e.file, e.message)
		list = append(list, e)
	}
	lines := NewLines(os.ReadFile)
	keys := c.Root.fingerprints(r.Findings)
	for i := range r.Findings {
		f := &r.Findings[i]
		start, end := f.Shown.Start, f.Shown.End
		if !inBytes {
			start, end = lines.characters(*f)
		}
		e := entry{
			finding: f, rule: f.Category, level: f.Level, message: strings.TrimPrefix(f.Message, f.Category+": "),
			file: paths.Slashed(string(c.Root), start.Filename), key: keys[i],
			start: lineColumn{start.Line, start.Column}, end: lineColumn{end.Line, end.Column},
		}
		list = append(list, e)
	}
	return list
}

// fingerprints identify findings in other versions of the code, and tell equal ones in one declaration apart by their order.
func (root Root) fingerprints(findings []Finding) []string {
	var keys []string
	seen := make(map[string]int)
	for _, f := range findings {
		parts := []string{paths.Slashed(string(root), f.Source.Start.Filename), f.Category, f.Symbol, paths.Slashed(string(root), f.AtFile)}
		for _, field := range f.Fields {
			parts = append(parts, field.Name)
		}
		key := digest(parts...)
		seen[key]++
		keys = append(keys, key+":"+strconv.Itoa(seen[key]))
	}
	return keys
}

// choose returns how a format calls a level.
func choose(level catalog.Level, note, warning, err string) string {
	switch level {
	case catalog.Error:
		return err
	case catalog.Warning:
		return warning
	}
	return note
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}
