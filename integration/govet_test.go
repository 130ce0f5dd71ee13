package integration

import (
	"fmt"
	"go/version"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestGoVetCache shows that a second go vet analyzes nothing and says the same.
func TestGoVetCache(t *testing.T) {
	vet := process{dir: layOut(t, across)}
	tool := "-vettool=" + transportlint
	for i, analyzes := range []bool{true, false} {
		got := vet.run(t, "go", "vet", "-x", tool, "./...")
		if want := []string{acrossFinding}; got.code != 1 || !slices.Equal(heads(vet.dir, got.stderr), want) {
			t.Errorf("run %d: want %s, got %v", i+1, want, got)
		}
		if ran := analyzed(got); (ran > 0) != analyzes {
			t.Errorf("run %d analyzes %d packages", i+1, ran)
		}
	}
	// A change in a package is one in all that import it, through whatever is between.
	helper := filepath.Join(vet.dir, "helper", "helper.go")
	write(t, helper, strings.Replace(read(t, helper), "t.IdleConnTimeout =", "_ =", 1))
	got := vet.run(t, "go", "vet", "-x", tool, "./...")
	want := []string{strings.Replace(acrossFinding, "does not set ", "does not set IdleConnTimeout, ", 1)}
	if ran := analyzed(got); !slices.Equal(heads(vet.dir, got.stderr), want) || ran != 3 {
		t.Errorf("after a change: want %s of 3 packages, got %d packages, %v", want, ran, got)
	}
}

// analyzed counts the packages for which go vet -x has run its tool.
func analyzed(r result) int { return strings.Count(r.stderr, "vet.cfg\n") }

// TestGoVetLosesFindings pins what README says about the versions of Go whose vet cache loses findings, and about the ways round it.
func TestGoVetLosesFindings(t *testing.T) {
	// The result for b is cached empty while a, which imports it, is vetted. Nothing else has ever been cached for this module.
	vet := process{dir: layOut(t, fmt.Sprintf(`
-- go.mod --
module example.com/m%d

go 1.26
-- a/a.go --
package a

import _ "example.com/m%[1]d/b"
-- b/b.go --
package b

import "net"

var D = net.Dialer{}
`, time.Now().UnixNano()))}
	finding := []string{"b/b.go:5:9: " + noTimeout}
	tool := "-vettool=" + transportlint
	if got := vet.run(t, "go", "vet", tool, "./a"); got.code != 0 {
		t.Fatal(got)
	}
	got := vet.run(t, "go", "vet", tool, "./b")
	loses := version.Compare(runtime.Version(), "go1.26.9") < 0
	if lost := got.code == 0; lost != loses {
		t.Errorf("README is wrong about %s: want findings lost: %v, got %v", runtime.Version(), loses, got)
	} else if !lost && !slices.Equal(heads(vet.dir, got.stderr), finding) {
		t.Errorf("want %s, got %v", finding, got)
	}

	got = vet.run(t, transportlint, "./b")
	if got.code != 1 || !slices.Equal(heads(vet.dir, got.stdout), finding) {
		t.Errorf("the command does not go through that cache: want %s, got %v", finding, got)
	}
	// The same packages, again and again. The flag makes entries of their own in the cache, as another machine would.
	for range 2 {
		got = vet.run(t, "go", "vet", tool, "-strict", "./...")
		if got.code != 1 || !slices.Equal(heads(vet.dir, got.stderr), finding) {
			t.Errorf("the same packages always: want %s, got %v", finding, got)
		}
	}
}

// TestGoFixDiff shows what go fix and go vet would change, with an exit code of 1 if there is anything.
func TestGoFixDiff(t *testing.T) {
	user := process{dir: layOut(t, across)}
	use := filepath.Join(user.dir, "use", "use.go")
	before := read(t, use)
	commands := [][]string{
		{"fix", "-fixtool=" + transportlint, "-diff", "./..."},
		{"vet", "-vettool=" + transportlint, "-fix", "-diff", "./..."},
	}
	for _, args := range commands {
		if got := user.run(t, "go", args...); got.code != 1 || !strings.Contains(got.stdout, "\n+\t\tTLSHandshakeTimeout: 10 * time.Second,\n") {
			t.Error(got)
		}
		if read(t, use) != before {
			t.Errorf("go %s has changed the file", args)
		}
	}
	user.must(t, "go", "fix", "-fixtool="+transportlint, "./...")
	for _, args := range commands {
		if got := user.run(t, "go", args...); got.code != 0 || got.stdout != "" {
			t.Error(got)
		}
	}
}
