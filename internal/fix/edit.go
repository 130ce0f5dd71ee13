package fix

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/format"
	"go/scanner"
	"go/token"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/edit"
)

// A change replaces the bytes from start to end.
type change struct {
	start, end int
	text       string
}

// An edition is a formatted change of a file.
type edition struct {
	edits []edit.Edit
	width int // columns of the line on which the node begins that the change is about, as it becomes
}

// edit makes changes to the node from offset lo to hi, and to imports, formats what is around them, and returns what became different.
// It returns nil if the result is no Go.
func (f *File) edit(changes []change, lo, hi int) *edition {
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(a.start, b.start) })
	e, made := new(edition), 0
	for _, part := range f.parts() {
		var inside []change
		for _, c := range changes {
			if part.start <= c.start && c.end <= part.end {
				inside = append(inside, change{c.start - part.start, c.end - part.start, c.text})
			}
		}
		made += len(inside)
		if len(inside) > 0 && !f.editPart(e, part, inside, lo-part.start, hi-part.start) {
			return nil
		}
	}
	if made != len(changes) { // parts overlap where declarations share a line
		return nil
	}
	return e
}

// A part of a file can be formatted by itself: the package clause with the imports, or another declaration.
type part struct {
	start, end int
	head       string // what makes a file of it
}

func (f *File) parts() []part {
	head := part{end: f.lineEnd(f.Syntax.Name.End())}
	var out []part
	for _, d := range f.Syntax.Decls {
		g, ok := d.(*ast.GenDecl)
		if ok && g.Tok == token.IMPORT {
			head.end = f.lineEnd(d.End())
			continue
		}
		out = append(out, part{f.offset(d.Pos()), f.lineEnd(d.End()), "package p;"})
	}
	return append(out, head)
}

// editPart adds to e what changes make of p, to which all offsets are relative: the changes themselves, and white space that gofmt
// wants otherwise for their sake. Where gofmt has not been used before, the latter stays between lo and hi.
func (f *File) editPart(e *edition, p part, changes []change, lo, hi int) bool {
	text := f.Text[p.start:p.end]
	if f.budget -= len(text); f.budget < 0 {
		return false
	}
	old := scan(text)
	if loseComment(old, changes) {
		return false
	}
	raw, inserted := apply(text, changes)
	fresh := scan(raw)
	formatted, err := p.format(raw)
	if err != nil {
		return false
	}
	pretty := scan(formatted)
	if !slices.EqualFunc(fresh, pretty, lexeme.equal) {
		formatted, pretty = raw, fresh // gofmt moved tokens, as it does when it sorts imports
	}
	clean := p.isClean(text)
	crlf := 2*bytes.Count(f.Text, []byte("\r\n")) > bytes.Count(f.Text, []byte("\n"))
	i, j := 0, 0
	for {
		fromOld, changed := old[i].gap, false
		for ; within(old[i].start, changes); i++ {
			changed = true
		}
		// Imports that are inserted at one place become an edit each, so that those which several fixes share are equal. Elsewhere it
		// is one edit: some drivers remove the duplicates of two fixes that are equal only if there is one at each place.
		bounds := []int{pretty[j].gap}
		for of := -1; inserted.of(fresh[j].start) >= 0; j++ {
			if now := inserted.of(fresh[j].start); now != of && of >= 0 && p.head == "" {
				bounds = append(bounds, pretty[j].start)
			}
			of, changed = inserted.of(fresh[j].start), true
		}
		bounds = append(bounds, pretty[j].start)
		if !old[i].equal(pretty[j]) {
			return false
		}
		was := string(text[fromOld:old[i].start])
		for k, end := range bounds[1:] {
			is := string(formatted[bounds[k]:end])
			if crlf {
				is = strings.ReplaceAll(strings.ReplaceAll(is, "\r\n", "\n"), "\n", "\r\n")
			}
			if was != is && (changed || clean || lo <= fromOld && old[i].start <= hi) {
				e.edits = append(e.edits, f.trimmed(p.start+fromOld, was, is))
			}
			fromOld, was = old[i].start, ""
		}
		if old[i].start <= lo && lo < len(text) {
			e.width = width(formatted, pretty[j:])
		}
		if old[i].tok == token.EOF {
			return true
		}
		i, j = i+1, j+1
	}
}

// loseComment reports whether a comment stands in what the changes replace and in nothing that they insert.
func loseComment(old []lexeme, changes []change) bool {
	return slices.ContainsFunc(old, func(t lexeme) bool {
		moved := func(c change) bool { return strings.Contains(c.text, t.lit) }
		return t.tok == token.COMMENT && within(t.start, changes) && !slices.ContainsFunc(changes, moved)
	})
}

// format formats the text of a part.
func (p part) format(text []byte) ([]byte, error) {
	out, err := format.Source(slices.Concat([]byte(p.head), text))
	if err != nil {
		return nil, err
	}
	if p.head != "" {
		_, out, _ = bytes.Cut(out, []byte("package p\n\n"))
	}
	return bytes.TrimRight(out, "\n"), nil
}

// isClean tells whether text is as gofmt writes it, line endings aside.
func (p part) isClean(text []byte) bool {
	unix := bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	formatted, err := p.format(unix)
	return err == nil && bytes.Equal(formatted, unix)
}

// trimmed returns the edit that makes is of was, which begins at offset, without what they have in common.
func (f *File) trimmed(offset int, was, is string) edit.Edit {
	n := 0
	for n < len(was) && n < len(is) && was[n] == is[n] {
		n++
	}
	was, is, offset = was[n:], is[n:], offset+n
	for was != "" && is != "" && was[len(was)-1] == is[len(is)-1] {
		was, is = was[:len(was)-1], is[:len(is)-1]
	}
	start := int(f.file.Pos(offset))
	return edit.Edit{Start: start, End: start + len(was), New: is}
}

// apply makes changes, which are sorted, and returns the ranges of the result that are new.
func apply(text []byte, changes []change) ([]byte, ranges) {
	var out bytes.Buffer
	var fresh ranges
	at := 0
	for _, c := range changes {
		out.Write(text[at:c.start])
		fresh = append(fresh, [2]int{out.Len(), out.Len() + len(c.text)})
		out.WriteString(c.text)
		at = c.end
	}
	out.Write(text[at:])
	return out.Bytes(), fresh
}

// Ranges are pairs of offsets, the second one exclusive.
type ranges [][2]int

// of returns the index of the range in which offset is, or -1.
func (r ranges) of(offset int) int {
	return slices.IndexFunc(r, func(x [2]int) bool { return x[0] <= offset && offset < x[1] })
}

func within(offset int, changes []change) bool {
	return slices.ContainsFunc(changes, func(c change) bool { return c.start <= offset && offset < c.end })
}

// A lexeme is a token of a text, or a comment. The last one of a text is token.EOF.
type lexeme struct {
	tok   token.Token
	lit   string
	start int
	gap   int // where the white space before it begins
}

func (t lexeme) equal(u lexeme) bool { return t.tok == u.tok && t.lit == u.lit }

// scan returns the tokens of text but for the semicolons that are not written.
func scan(text []byte) []lexeme {
	fset := token.NewFileSet()
	file := fset.AddFile("", fset.Base(), len(text))
	var s scanner.Scanner
	s.Init(file, text, nil, scanner.ScanComments)
	var out []lexeme
	for {
		pos, tok, lit := s.Scan()
		if tok == token.SEMICOLON && lit == "\n" {
			continue
		}
		t := lexeme{tok: tok, lit: lit, start: file.Offset(pos)}
		t.gap = len(bytes.TrimRight(text[:t.start], " \t\r\n"))
		out = append(out, t)
		if tok == token.EOF {
			return out
		}
	}
}

// width returns the number of columns of the line on which the first of tokens is, without a comment behind the code.
func width(text []byte, tokens []lexeme) int {
	start := bytes.LastIndexByte(text[:tokens[0].start], '\n') + 1
	line, _, _ := bytes.Cut(text[start:], []byte("\n"))
	end := start + len(line)
	for i, t := range tokens {
		if t.start >= end {
			break
		}
		if t.tok == token.COMMENT && t.gap > start && (i+1 == len(tokens) || tokens[i+1].start >= end) {
			line = line[:t.gap-start]
		}
	}
	n := 0
	for _, r := range string(line) {
		if r == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}
