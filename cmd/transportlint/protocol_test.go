package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/cli"
)

// The go command's way to call a vet tool is not taken for the user's, nor the other way round.
func TestToolProtocol(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	dir := cli.LayOut(t, `
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
		if r := cli.Lint(t, dir, args...); r.Code != 1 || !strings.HasPrefix(r.Stdout, "a.go:5:10: dialer: ") {
			t.Errorf("%q: %s", args, r)
		}
	}
	if text, err := os.ReadFile(filepath.Join(dir, "x.cfg")); err != nil || !strings.HasPrefix(string(text), "a.go:5:10: dialer: ") {
		t.Errorf("x.cfg has %q, %v", text, err)
	}
	if r := cli.Lint(t, dir, "./b.cfg"); r.Code != 0 {
		t.Errorf("a folder of that name: %s", r)
	}
	if r := cli.Lint(t, dir, "-baseline", "x.cfg"); r.Code != 2 || !strings.Contains(r.Stderr, "not a line of a baseline") {
		t.Errorf("a baseline of that name: %s", r)
	}
	for _, args := range [][]string{{"-V=full", "./..."}, {"-V=full", "-o=x.cfg"}, {"-flags", "./..."}} {
		if r := cli.Lint(t, dir, args...); r.Code != 2 || !strings.HasPrefix(r.Stderr, "transportlint: unknown flag -") || r.Stdout != "" {
			t.Errorf("%q: %s", args, r)
		}
	}
	if r := cli.Lint(t, dir, "./...", "-V=full"); r.Code != 2 || !strings.HasPrefix(r.Stderr, "transportlint: flag -V=full comes after the packages") {
		t.Error(r)
	}
	if r := cli.Lint(t, dir, "-V=full"); r.Code != 0 || !strings.Contains(r.Stdout, " version ") {
		t.Error(r)
	}
	if r := cli.Execute(t, dir, "go", "vet", "-vettool="+cli.Binary, "-enable", "client", "-json", "./..."); r.Code != 0 || !strings.Contains(r.Stdout+r.Stderr, `"category": "dialer"`) {
		t.Error(r)
	}
}
