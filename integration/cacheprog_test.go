package integration

import (
	"slices"
	"testing"
)

// TestCacheProg shows that a machine with an empty build cache, and a remote cache that another one has filled, analyzes nothing and
// finds the same.
func TestCacheProg(t *testing.T) {
	dir, store := layOut(t, across), t.TempDir()
	for i, analyzes := range []bool{true, false} {
		machine := process{dir, []string{"GOCACHE=" + t.TempDir(), "GOCACHEPROG=" + cacheprog + " " + store}}
		got := machine.run(t, "go", "vet", "-x", "-vettool="+transportlint, "./...")
		if want := []string{acrossFinding}; got.code != 1 || !slices.Equal(heads(dir, got.stderr), want) {
			t.Errorf("machine %d: want %s, got %v", i+1, want, got)
		}
		if ran := analyzed(got); (ran > 0) != analyzes {
			t.Errorf("machine %d analyzes %d packages", i+1, ran)
		}
	}
}
