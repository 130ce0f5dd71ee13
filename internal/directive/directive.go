// Package directive reads //transportlint:ignore comments.
//
// A comment has the form
//
//	//transportlint:ignore rule[,rule] reason
//
// and stands on the line that it silences, or alone above it. Lines of comment in between continue it.
package directive

import (
	"go/ast"
	"go/token"
	"strings"
)

// Prefix is in every such comment, and Word in every one that is spelled right.
const (
	Prefix = "transportlint:"
	Word   = Prefix + "ignore"
)

// An Ignore is one comment.
type Ignore struct {
	Pos, End token.Pos
	Rules    []string
	Reason   string // empty if it was left out; then the comment silences nothing
	Spaced   bool   // there is a space after the slashes, so it is an ordinary comment and silences nothing
	Instead  string // the word that stands in place of "ignore"; then the comment silences nothing

	used  map[string]bool // the rules that it silenced
	line  int
	below int  // the first line below the lines of comment that it stands in
	alone bool // no code on its line, so it speaks of the one below
}

// Used reports whether the comment silenced a rule.
func (ig *Ignore) Used(rule string) bool { return ig.used[rule] }

// Target returns the line that the comment is for.
func (ig *Ignore) Target() int {
	if ig.alone {
		return ig.below
	}
	return ig.line
}

// Parse returns the ignore comments of file, in order.
func Parse(fset *token.FileSet, file *ast.File) []*Ignore {
	var list []*Ignore
	for _, group := range file.Comments {
		for _, c := range group.List {
			words, spaced, instead, ok := cut(c.Text)
			if !ok {
				continue
			}
			ig := &Ignore{Pos: c.Pos(), End: c.End(), Spaced: spaced, Instead: instead, used: make(map[string]bool), alone: true}
			ig.line, ig.below = fset.Position(c.Pos()).Line, fset.Position(group.End()).Line+1
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

// cut returns the words of a comment after "transportlint:ignore", or what stands in place of "ignore" there. It reports whether there are
// spaces before, which only a comment that is spelled right can have, and whether the comment begins so at all.
func cut(comment string) (words []string, spaced bool, instead string, ok bool) {
	text, ok := strings.CutPrefix(comment, "//")
	trimmed := strings.TrimLeft(text, " \t")
	rest, found := strings.CutPrefix(trimmed, Prefix)
	end := strings.IndexAny(rest, " \t")
	if end < 0 {
		end = len(rest)
	}
	verb := rest[:end]
	spaced = len(trimmed) < len(text)
	switch {
	case !ok || !found || spaced && Prefix+verb != Word:
		return nil, false, "", false
	case Prefix+verb != Word:
		return nil, false, verb, verb != ""
	}
	return strings.Fields(rest[end:]), spaced, "", true
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
		if ig.Reason == "" || ig.Spaced || ig.line != line && ig.Target() != line {
			continue
		}
		for _, r := range ig.Rules {
			if r == rule {
				ig.used[rule] = true
				return true
			}
		}
	}
	return false
}
