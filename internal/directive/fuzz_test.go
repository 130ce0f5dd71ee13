package directive

import (
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// FuzzDirective reads comments in source of any kind, and comments with any text.
func FuzzDirective(f *testing.F) {
	f.Add(source, "transport,dialer measured in production")
	f.Add("package p\n\nvar a = `\n//transportlint:ignore transport no comment\n`", "\t transport\treason, with a comma")
	f.Add("package p /* //transportlint:ignore x y */\n//transportlint:ignore x y", "")
	f.Add("package p\n//line x.go:1\nvar a int //transportlint:ignore a b\n//transportlint:ignore", ",, ,")
	f.Fuzz(func(t *testing.T, source, text string) {
		fset := token.NewFileSet()
		if file, _ := parser.ParseFile(fset, "p.go", source, parser.ParseComments); file != nil {
			list := Parse(fset, file)
			for _, ig := range list {
				if ig.Pos < file.FileStart || ig.End > file.FileEnd || ig.Pos >= ig.End || ig.Reason != "" && len(ig.Rules) == 0 {
					t.Errorf("%+v in a file from %d to %d", ig, file.FileStart, file.FileEnd)
				}
				for _, rule := range ig.Rules {
					if used := Silence(list, ig.line, rule); !used && ig.Reason != "" && !ig.Spaced {
						t.Errorf("%+v does not silence %q on its own line", ig, rule)
					}
				}
			}
		}
		testText(t, text)
	})
}

// testText reads a comment with the given text, behind code and above it.
func testText(t *testing.T, text string) {
	if strings.ContainsAny(text, "\n\r\x00\ufeff") {
		return // no comment that the scanner leaves as it is
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", "package p\nvar a int //transportlint:ignore "+text+"\nvar b int\n//transportlint:ignore "+text+"\nvar c int\n", parser.ParseComments)
	if err != nil {
		return // text that is not UTF-8
	}
	list := Parse(fset, file)
	if len(list) != 2 {
		t.Fatalf("%d comments, want 2", len(list))
	}
	rules, reason, _ := strings.Cut(strings.Join(strings.Fields(text), " "), " ")
	for _, ig := range list {
		if got := strings.Join(ig.Rules, ","); got != rules || ig.Reason != reason {
			t.Errorf("got %q, %q, want %q, %q", got, ig.Reason, rules, reason)
		}
		for line := range 7 {
			for _, rule := range append(strings.Split(rules, ","), "other") {
				named := rules != "" && reason != "" && slices.Contains(strings.Split(rules, ","), rule)
				if want := named && (line == 2 || line == 4 || line == 5); Silence(list, line, rule) != want {
					t.Errorf("%q on line %d: silenced %v", rule, line, !want)
				}
			}
		}
	}
}
