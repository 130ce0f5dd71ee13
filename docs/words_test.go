package docs

import (
	"fmt"
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// unwanted are turns of phrase that are not plain English, with what Go's documentation would say. `is no` is what remains after the
// exceptions of usual.
var unwanted = map[*regexp.Regexp]string{
	regexp.MustCompile(`(?i)\bfor ever\b`):                                 "forever",
	regexp.MustCompile(`(?i)\banew\b`):                                     "again, new",
	regexp.MustCompile(`(?i)\bdoors?\b`):                                   "integration",
	regexp.MustCompile(`(?i)\bincident\b`):                                 "failure",
	regexp.MustCompile(`(?i)\bthe article\b`):                              "say what is meant",
	regexp.MustCompile(`(?i)\bmend(s|ed|ing)?\b`):                          "fix",
	regexp.MustCompile(`(?i)\b(is|are|was|were) (no|none)\b`):              "is not a",
	regexp.MustCompile(`(?i)\bbut for\b`):                                  "except for",
	regexp.MustCompile(`(?i)\btells whether\b`):                            "reports whether",
	regexp.MustCompile(`(?i)\bnone of which\b`):                            "say it directly",
	regexp.MustCompile(`(?i)\b(nothing|none|no one) of the (\w+) would\b`): "say it directly",
}

// usual are phrases of good English that have an unwanted one in them.
var usual = regexp.MustCompile(`(?i)\bthere (is|are|was|were) (no|none)\b|\b(is|are) no (longer|newer|older|more|less|later|earlier)\b`)

func checkWords(t *testing.T, place, text string) {
	t.Helper()
	text = usual.ReplaceAllString(text, "")
	for phrase, better := range unwanted {
		if found := phrase.FindString(text); found != "" {
			t.Errorf("%s: %q is not plain English; say, for example, %q", place, found, better)
		}
	}
}

// TestWords keeps the documentation, and what the command and the analyzer say, in plain English.
func TestWords(t *testing.T) {
	checked := 0
	for _, pattern := range []string{"*.md", "docs/*.md", ".github/*.md", "examples/lambda/*.md", "action.yml", ".pre-commit-hooks.yaml"} {
		names, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			checked++
			fenced := false
			for i, line := range strings.Split(string(read(t, name)), "\n") {
				if strings.HasPrefix(strings.TrimSpace(line), "```") {
					fenced = !fenced
				}
				if !fenced {
					checkWords(t, position(name, i+1), line)
				}
			}
		}
	}
	for _, dir := range []string{"cmd", "analyzer", "plugin", "internal/catalog", "internal/directive", "internal/driver", "internal/gate", "internal/load", "internal/report"} {
		err := filepath.WalkDir(filepath.Join("..", filepath.FromSlash(dir)), func(name string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
				return err
			}
			checked++
			return checkGo(t, name)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if checked < 50 {
		t.Errorf("only %d files were checked", checked)
	}
}

// checkGo checks the comments and the strings of a Go file.
func checkGo(t *testing.T, name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	fset := token.NewFileSet()
	file := fset.AddFile(name, fset.Base(), len(text))
	var s scanner.Scanner
	s.Init(file, text, nil, scanner.ScanComments)
	for {
		pos, tok, lit := s.Scan()
		switch tok {
		case token.EOF:
			return nil
		case token.COMMENT, token.STRING:
			checkWords(t, position(name, file.Line(pos)), lit)
		}
	}
}

// position names a line as the go command does.
func position(name string, line int) string {
	return fmt.Sprintf("%s:%d", filepath.ToSlash(strings.TrimPrefix(name, ".."+string(filepath.Separator))), line)
}
