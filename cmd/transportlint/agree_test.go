package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestDriversAgree compares the command with go vet over a module of many packages, whose verdicts depend on facts.
func TestDriversAgree(t *testing.T) {
	t.Parallel()
	dir, err := filepath.Abs("../../testdata/lambda")
	if err != nil {
		t.Fatal(err)
	}
	download := exec.Command("go", "mod", "download")
	download.Dir, download.Env = dir, append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	if out, err := download.CombinedOutput(); err != nil {
		t.Fatalf("go mod download: %v\n%s", err, out)
	}
	own := lint(t, dir, "./...")
	if own.code != 1 {
		t.Fatal(own)
	}
	never := lint(t, dir, "-build=never", "./...")
	if never.stdout != own.stdout {
		t.Errorf("-build=never prints something else: %v", never)
	}
	vet := execute(t, dir, "go", "vet", "-vettool="+binary, "./...")
	if vet.code != 1 {
		t.Fatal(vet)
	}
	a, b := findings(own.stdout), findings(vet.stderr)
	for _, line := range a {
		if !slices.Contains(b, line) {
			t.Errorf("go vet does not say %s", line)
		}
	}
	for _, line := range b {
		if !slices.Contains(a, line) {
			t.Errorf("only go vet says %s", line)
		}
	}
}

// findings returns the lines of text that have a place, with paths as the command writes them.
func findings(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.TrimPrefix(strings.TrimSpace(line), "./")
		if strings.Contains(line, ".go:") {
			out = append(out, line)
		}
	}
	return out
}
