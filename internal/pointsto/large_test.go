package pointsto

import (
	"fmt"
	"go/importer"
	"go/token"
	"strings"
	"testing"
)

const trackedType = "package lib\n\ntype T struct{ Idle int }\n"

// follow analyzes a package p that imports lib.
func follow(t *testing.T, text string) *Result {
	t.Helper()
	fset := token.NewFileSet()
	a := &archive{t: t, fset: fset, std: importer.ForCompiler(fset, "gc", nil), sums: make(Summaries)}
	a.sums["lib"] = a.analyze("lib", []byte(trackedType)).Summary
	return a.analyze("p", []byte("package p\n\nimport \"lib\"\n\n"+text))
}

// TestManyValues lets values refer to all others. The work must not grow with the square of their number, or worse.
func TestManyValues(t *testing.T) {
	work := func(n int) int {
		var b strings.Builder
		b.WriteString("type node struct {\n\tnext []*node\n\tt *lib.T\n}\n\nfunc f() {\n\tvar all []*node\n")
		for i := range n {
			fmt.Fprintf(&b, "\tn%[1]d := &node{t: &lib.T{Idle: %[1]d}}\n\tall = append(all, n%[1]d)\n", i)
		}
		for i := range n {
			fmt.Fprintf(&b, "\tn%d.next = all\n", i)
		}
		b.WriteString("}\n")
		r := follow(t, b.String())
		if r.TooLarge || len(r.Sites) != n {
			t.Fatalf("%d values: %d sites, too large: %v", n, len(r.Sites), r.TooLarge)
		}
		return r.generator.budget.work
	}
	if few, many := work(100), work(1000); many > 30*few {
		t.Errorf("100 values cost %d steps and 1,000 values %d", few, many)
	}
}

// TestNestedTypes has a type of so many levels that whatever looks at all levels below each of them does not end.
func TestNestedTypes(t *testing.T) {
	if r := follow(t, "var x "+strings.Repeat("[]", 4000)+"*lib.T\n\nvar y = &lib.T{}\n"); len(r.Sites) != 1 {
		t.Errorf("%d sites", len(r.Sites))
	}
}
