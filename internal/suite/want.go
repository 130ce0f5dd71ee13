package suite

import (
	"fmt"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"
)

// A Want is what a comment expects: of a line a diagnostic, or of the package a fact.
type Want struct {
	file string
	line int
	fact bool
	text *regexp.Regexp
}

var expectation = regexp.MustCompile("^\\s*(package:)?(`[^`]*`|\"(?:[^\"\\\\]|\\\\.)*\")")

// Wants reads the comments of a package, in the syntax of analysistest as far as it is used here.
func Wants(pkg *packages.Package) ([]Want, error) {
	var out []Want
	for _, file := range pkg.Syntax {
		for _, group := range file.Comments {
			for _, c := range group.List {
				_, text, ok := strings.Cut(c.Text, "// want ")
				if !ok {
					continue
				}
				at := pkg.Fset.Position(c.Pos())
				if rest, ok := strings.CutPrefix(text, "+"); ok {
					n := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
					delta, err := strconv.Atoi(rest[:n])
					if err != nil {
						return nil, fmt.Errorf("%s: %w", at, err)
					}
					at.Line, text = at.Line+delta, rest[n:]
				}
				for m := expectation.FindStringSubmatch(text); m != nil; m = expectation.FindStringSubmatch(text) {
					pattern, err := strconv.Unquote(m[2])
					if err != nil {
						return nil, fmt.Errorf("%s: %w", at, err)
					}
					rx, err := regexp.Compile(pattern)
					if err != nil {
						return nil, fmt.Errorf("%s: %w", at, err)
					}
					out = append(out, Want{at.Filename, at.Line, m[1] != "", rx})
					text = text[len(m[0]):]
				}
				if strings.TrimSpace(text) != "" {
					return nil, fmt.Errorf("%s: cannot read %q", at, text)
				}
			}
		}
	}
	return out, nil
}

// Check compares what was found with what is wanted, and returns the differences. A fact that nobody wants is none: a folder speaks of
// facts only where it is about them.
func Check(fset *token.FileSet, all []Want, diagnostics []analysis.Diagnostic, facts []analysis.Fact) (differences []string) {
	left := slices.Clone(all)
	take := func(fits func(Want) bool) bool {
		i := slices.IndexFunc(left, fits)
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
		return i >= 0
	}
	for _, d := range diagnostics {
		at := fset.Position(d.Pos)
		if !take(func(w Want) bool {
			return !w.fact && w.file == at.Filename && w.line == at.Line && w.text.MatchString(d.Message)
		}) {
			differences = append(differences, fmt.Sprintf("%s: unexpected: %s", at, d.Message))
		}
	}
	for _, f := range facts {
		take(func(w Want) bool { return w.fact && w.text.MatchString(fmt.Sprint(f)) })
	}
	for _, w := range left {
		differences = append(differences, fmt.Sprintf("%s:%d: missing: %s", w.file, w.line, w.text))
	}
	return differences
}
