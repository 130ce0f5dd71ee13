package report

import (
	"bytes"
	"cmp"
	"go/token"
	"slices"
	"unicode/utf8"
)

// Lines holds the lines of the files that it was asked about.
type Lines struct {
	read   func(name string) ([]byte, error)
	byName map[string][][]byte
}

// NewLines returns the lines of files that read reads.
func NewLines(read func(string) ([]byte, error)) *Lines {
	return &Lines{read, make(map[string][][]byte)}
}

// Line returns the line that pos is in, or nil if that cannot be read.
func (l *Lines) Line(pos token.Position) []byte {
	all := l.of(pos.Filename)
	if pos.Line < 1 || pos.Line > len(all) {
		return nil
	}
	return all[pos.Line-1]
}

// of returns the lines of a file.
func (l *Lines) of(name string) [][]byte {
	all, ok := l.byName[name]
	if !ok {
		text, _ := l.read(name) // a file that is gone has no lines
		all = bytes.SplitAfter(text, []byte("\n"))
		l.byName[name] = all
	}
	return all
}

// characters returns where f is shown, in characters.
func (l *Lines) characters(f Finding) (start, end token.Position) {
	start, end = f.Shown.Start, f.Shown.End
	if f.Shown == f.Source { // otherwise its lines are not to be had
		start.Column, end.Column = l.column(start), l.column(end)
	}
	return start, end
}

// column returns the column of pos in characters, as other programs count them where Go counts bytes, from 1. It is 0 if unknown.
func (l *Lines) column(pos token.Position) int {
	line := l.Line(pos)
	if pos.Column == 0 || pos.Column-1 > len(line) {
		return pos.Column
	}
	return utf8.RuneCount(line[:pos.Column-1]) + 1
}

// maxReplaced is how many lines a replacement has at most.
const maxReplaced = 50

// A replacement is what a fix makes of lines of a file.
type replacement struct {
	first, last int
	now         string // without the last line break
}

// replaced returns what the first fix of f makes of the lines from f, or from what it changes, to the last that it changes. It reports
// false unless these are few lines, of f's own file.
func (l *Lines) replaced(f Finding) (replacement, bool) {
	if len(f.Fixes) == 0 || len(f.Fixes[0].Edits) == 0 || f.Shown != f.Source {
		return replacement{}, false
	}
	name := f.Source.Start.Filename
	text := bytes.Join(l.of(name), nil)
	edits := slices.SortedStableFunc(slices.Values(f.Fixes[0].Edits), func(a, b Edit) int { return cmp.Compare(a.Start, b.Start) })
	first, last := min(edits[0].Start, f.Source.Start.Offset), max(edits[len(edits)-1].End, f.Source.Start.Offset)
	if last > len(text) {
		return replacement{}, false
	}
	from, to := bytes.LastIndexByte(text[:first], '\n')+1, len(text)
	if i := bytes.IndexByte(text[last:], '\n'); i >= 0 {
		to = last + i
	}
	r := replacement{first: bytes.Count(text[:from], []byte("\n")) + 1}
	r.last = r.first + bytes.Count(text[from:to], []byte("\n"))
	if r.last-r.first >= maxReplaced {
		return replacement{}, false
	}
	for _, e := range edits {
		if e.File != name || e.Start < from || e.End < e.Start {
			return replacement{}, false
		}
		r.now += string(text[from:e.Start]) + e.New
		from = e.End
	}
	r.now += string(text[from:to])
	return r, true
}
