package driver

import (
	"bytes"
	"go/token"
	"unicode/utf8"
)

// A lines holds the lines of the files that it was asked about.
type lines struct {
	read   func(name string) ([]byte, error)
	byName map[string][][]byte
}

func newLines(read func(string) ([]byte, error)) *lines {
	return &lines{read, make(map[string][][]byte)}
}

// line returns the line that pos is in, or nil if that cannot be read.
func (l *lines) line(pos token.Position) []byte {
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

// column returns the column of pos in characters, as other programs count them where Go counts bytes, from 1. It is 0 if unknown.
func (l *lines) column(pos token.Position) int {
	line := l.line(pos)
	if pos.Column == 0 || pos.Column-1 > len(line) {
		return pos.Column
	}
	return utf8.RuneCount(line[:pos.Column-1]) + 1
}
