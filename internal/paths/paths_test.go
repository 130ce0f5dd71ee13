package paths

import (
	"path/filepath"
	"testing"
)

func TestShort(t *testing.T) {
	root := t.TempDir()
	for file, want := range map[string]string{
		filepath.Join(root, "m", "a", "a.go"): filepath.Join("a", "a.go"),
		filepath.Join(root, "n", "a.go"):      filepath.Join("..", "n", "a.go"),
		"no/absolute/path.go":                 "no/absolute/path.go",
	} {
		if got := Short(filepath.Join(root, "m"), file); got != want {
			t.Errorf("%s: got %s, want %s", file, got, want)
		}
	}
}
