// Package directive reads //transportlint:ignore comments.
//
// A comment has the form
//
//	//transportlint:ignore rule[,rule] reason
//
// and stands on the line that it silences, or alone on the line above.
package directive

import (
	"go/ast"
	"go/token"
	"strings"
)

// Word is in every such comment.
const Word = "transportlint:ignore"

// An Ignore is one comment.
type Ignore struct {
	Pos, End token.Pos
	Rules    []string
	Reason   string // empty if it was left out; then the comment silences nothing
	Spaced   bool   // there is a space after the slashes, so it is an ordinary comment and silences nothing
	Used     bool   // it silenced something

	line  int
	alone bool // no code on its line, so it speaks of the next
}

// Parse returns the ignore comments of file, in order.
func Parse(fset *token.FileSet, file *ast.File) []*Ignore {
	var list []*Ignore
	for _, group := range file.Comments {
		for _, c := range group.List {
			words, spaced, ok := cut(c.Text)
			if !ok {
				continue
			}
			ig := &Ignore{Pos: c.Pos(), End: c.End(), Spaced: spaced, line: fset.Position(c.Pos()).Line, alone: true}
			if len(words) > 0 {
				ig.Rules = strings.Split(words[0], ",")
				ig.Reason = strings.Join(words[1:], " ")
			}
			list = append(list, ig)
		}
	}
	if list != nil {
		markTrailing(fset, file, list)
	}
	return list
}

// cut returns the words of a comment after "transportlint:ignore". It reports whether there are spaces before, and whether the comment
// begins so at all.
func cut(comment string) (words []string, spaced, ok bool) {
	text, ok := strings.CutPrefix(comment, "//")
	trimmed := strings.TrimLeft(text, " \t")
	rest, found := strings.CutPrefix(trimmed, Word)
	if !ok || !found || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return nil, false, false
	}
	return strings.Fields(rest), len(trimmed) < len(text), true
}

// markTrailing finds the comments that stand behind code.
func markTrailing(fset *token.FileSet, file *ast.File, list []*Ignore) {
	code := make(map[int]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.File:
			return true
		case *ast.Comment, *ast.CommentGroup:
			return false
		}
		code[fset.Position(n.Pos()).Line] = true
		code[fset.Position(n.End()-1).Line] = true
		return true
	})
	for _, ig := range list {
		ig.alone = !code[ig.line]
	}
}

// Silence reports whether a comment in list, one file's, silences rule on the given line, and marks it as used.
func Silence(list []*Ignore, line int, rule string) bool {
	for _, ig := range list {
		if ig.Reason == "" || ig.Spaced || ig.line != line && !(ig.alone && ig.line == line-1) {
			continue
		}
		for _, r := range ig.Rules {
			if r == rule {
				ig.Used = true
				return true
			}
		}
	}
	return false
}
