package pointsto

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestWorkedExample keeps the example in docs/architecture.md as the analysis has it.
func TestWorkedExample(t *testing.T) {
	const name = "../../docs/architecture.md"
	const begin, end = "<!-- worked example: written by TestWorkedExample in internal/pointsto -->\n", "<!-- end -->"
	ar, err := txtar.ParseFile("testdata/worked.txtar") // which TestDump holds up
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for _, f := range ar.Files {
		switch f.Name {
		case "p.go":
			want.WriteString("\n```go\n" + string(f.Data) + "```\n\n")
		case "dump":
			want.WriteString("```\n" + string(f.Data) + "```\n\n")
		}
	}
	before, rest, ok := strings.Cut(strings.ReplaceAll(string(text), "\r\n", "\n"), begin)
	got, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the example between %q and %q", name, begin, end)
	}
	if got == want.String() {
		return
	}
	if !*update {
		t.Fatalf("the example in %s is not what the analysis says: run go test -update", name)
	}
	if err := os.WriteFile(name, []byte(before+begin+want.String()+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}
