package load

import (
	"os"
	"path/filepath"
	"testing"
)

func TestEmptyCache(t *testing.T) {
	t.Setenv("GOCACHEPROG", "")
	dir := t.TempDir()
	check := func(cache string, want bool) {
		t.Helper()
		t.Setenv("GOCACHE", cache)
		if got := emptyCache(); got != want {
			t.Errorf("%q is empty: %t, want %t", cache, got, want)
		}
	}
	check("off", false)
	check(filepath.Join(dir, "missing"), false)
	check(dir, true)
	folder := filepath.Join(dir, "a0")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "README"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	check(dir, true)
	if err := os.WriteFile(filepath.Join(folder, "a0-d"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	check(dir, false)
	check(folder+"/a0-d", false)
	t.Setenv("GOCACHEPROG", "x")
	check(t.TempDir(), false)
}
