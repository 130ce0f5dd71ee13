package directive

import (
	"go/parser"
	"go/token"
	"testing"
)

const source = `package p

//transportlint:ignore transport,dialer measured in production
var a int
var b int //transportlint:ignore transport only this line
var c int

//transportlint:ignore transport
var d int

//transportlint:ignored transport another word
// transportlint:ignore transport prose
var e = []int{ //transportlint:ignore client	tab before the reason
	1,
} //transportlint:ignore dialer behind a brace
var f int
`

func TestSilence(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		line int
		rule string
		want bool
	}{
		{4, "transport", true},
		{4, "dialer", true},
		{4, "client", false},
		{3, "transport", true},
		{5, "transport", true},
		{6, "transport", false}, // a trailing comment speaks of its own line
		{9, "transport", false}, // no reason
		{13, "transport", false},
		{13, "client", true},
		{12, "transport", false}, // a space
		{14, "client", false},
		{15, "dialer", true},
		{16, "dialer", false},
	} {
		if got := Silence(Parse(fset, file), c.line, c.rule); got != c.want {
			t.Errorf("line %d, %s: silenced %v, want %v", c.line, c.rule, got, c.want)
		}
	}
}

func TestUsed(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	list := Parse(fset, file)
	if len(list) != 7 {
		t.Fatalf("%d comments, want 7", len(list))
	}
	Silence(list, 4, "dialer")
	for i, ig := range list {
		if ig.Used("dialer") != (i == 0) || ig.Used("transport") {
			t.Errorf("comment %d: used for dialer %v, for transport %v", i, ig.Used("dialer"), ig.Used("transport"))
		}
		if (ig.Instead == "ignored") != (i == 3) {
			t.Errorf("comment %d: instead %q", i, ig.Instead)
		}
		if ig.Spaced != (i == 4) {
			t.Errorf("comment %d: spaced %v", i, ig.Spaced)
		}
	}
	if got := list[0].Reason; got != "measured in production" {
		t.Errorf("reason %q", got)
	}
}
