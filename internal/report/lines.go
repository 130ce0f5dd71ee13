package report

import (
	"bytes"
	"go/token"
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
	all, ok := l.byName[pos.Filename]
	if !ok {
		text, _ := l.read(pos.Filename) // a file that is gone has no lines
		all = bytes.SplitAfter(text, []byte("\n"))
		l.byName[pos.Filename] = all
	}
	if pos.Line < 1 || pos.Line > len(all) {
		return nil
	}
	return all[pos.Line-1]
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
