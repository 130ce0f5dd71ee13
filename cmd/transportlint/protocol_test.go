package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The go command's way to call a vet tool is not taken for the user's, nor the other way round.
func TestToolProtocol(t *testing.T) {
	long(t)
	t.Parallel()
	dir := layOut(t, `
-- go.mod --
module example.com/m

go 1.26
-- a.go --
package m

import "net"

var D = &net.Dialer{}
-- b.cfg/b.go --
package b
`)
	for _, args := range [][]string{
		{"-o=x.cfg"},
		{"-o", "x.cfg"},
		{"-o=x.cfg", "./..."},
		{"./...", "./b.cfg"},
	} {
		if r := lint(t, dir, args...); r.code != 1 || !strings.HasPrefix(r.stdout, "a.go:5:10: dialer: ") {
			t.Errorf("%q: %s", args, r)
		}
	}
	if text, err := os.ReadFile(filepath.Join(dir, "x.cfg")); err != nil || !strings.HasPrefix(string(text), "a.go:5:10: dialer: ") {
		t.Errorf("x.cfg has %q, %v", text, err)
	}
	if r := lint(t, dir, "./b.cfg"); r.code != 0 {
		t.Errorf("a folder of that name: %s", r)
	}
	if r := lint(t, dir, "-baseline", "x.cfg"); r.code != 2 || !strings.Contains(r.stderr, "not a line of a baseline") {
		t.Errorf("a baseline of that name: %s", r)
	}
	for _, args := range [][]string{{"-V=full", "./..."}, {"-V=full", "-o=x.cfg"}, {"-flags", "./..."}} {
		if r := lint(t, dir, args...); r.code != 2 || !strings.HasPrefix(r.stderr, "transportlint: unknown flag -") || r.stdout != "" {
			t.Errorf("%q: %s", args, r)
		}
	}
	if r := lint(t, dir, "./...", "-V=full"); r.code != 2 || !strings.HasPrefix(r.stderr, "transportlint: flag -V=full comes after the packages") {
		t.Error(r)
	}
	if r := lint(t, dir, "-V=full"); r.code != 0 || !strings.Contains(r.stdout, " version ") {
		t.Error(r)
	}
	if r := execute(t, dir, "go", "vet", "-vettool="+binary, "-enable", "client", "-json", "./..."); r.code != 0 || !strings.Contains(r.stdout+r.stderr, `"category": "dialer"`) {
		t.Error(r)
	}
}
