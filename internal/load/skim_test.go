package load

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestImports reads the imports of files of which the first bytes that are read end at every possible place.
func TestImports(t *testing.T) {
	const source = "// Package p: type T, import \"fmt\"\npackage p\n\nimport \"io\"\nimport (\n\t. \"net\"\n\ttypes `go/types`\n\t_ \"embed\" // func\n)\n\n" +
		"/* var\n*/\nfunc f() { print(\"os\") }\n"
	want := []string{"io", "net", "go/types", "embed"}
	file := filepath.Join(t.TempDir(), "p.go")
	s := new(skimmer)
	for _, before := range []int{0, 3 << 10, 4 << 10, 9 << 10, 100 << 10} {
		for n := range len(source) + 8 {
			text := "//" + strings.Repeat(" ", max(0, before-n)) + "\n" + source
			if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, wanted := range []bool{false, true} {
				var imports []string
				got, err := s.textIf(file, func(paths []string) bool {
					imports = paths
					return wanted
				})
				if err != nil || !slices.Equal(imports, want) || wanted && string(got) != text || !wanted && got != nil {
					t.Fatalf("%d bytes less than %d before the source, wanted %t: imports %q, text %q, %v", n, before, wanted, imports, got, err)
				}
			}
			if got, err := s.text(file); err != nil || string(got) != text {
				t.Fatalf("%d bytes less than %d before the source: text %q, %v", n, before, got, err)
			}
		}
	}
	if got, err := s.textIf(file+".none", func([]string) bool { return true }); err == nil {
		t.Errorf("a file that is missing holds %q", got)
	}
}
