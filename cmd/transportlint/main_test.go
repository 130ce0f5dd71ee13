package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/cli"
	"github.com/transportlint/transportlint/internal/extent"
)

func TestMain(m *testing.M) { os.Exit(cli.Main(m)) }

// TestDeterministic looks at the files of a transcript, and with -tags=full of more, with one processor and with many.
func TestDeterministic(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	type test struct {
		transcript, dir string
		args            []string
	}
	tests := []test{
		{"findings", ".", []string{"-json", "-include-tests", "./..."}},
	}
	if extent.Full {
		tests = append(tests,
			test{"errors", ".", []string{"./..."}},
			test{"dependencies", "app", []string{"-build=never", "./..."}})
	}
	for _, test := range tests {
		text, err := os.ReadFile(filepath.Join("testdata", test.transcript+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(cli.LayOut(t, string(text)), test.dir)
		one := cli.ExecuteIn(t, dir, []string{"GOMAXPROCS=1"}, cli.Binary, test.args...)
		if eight := cli.ExecuteIn(t, dir, []string{"GOMAXPROCS=8"}, cli.Binary, test.args...); one != eight {
			t.Errorf("%s: %v\nwith GOMAXPROCS=8: %v", test.args, one, eight)
		}
	}
}

func TestInformation(t *testing.T) {
	t.Parallel()
	dir := t.TempDir() // none of this takes a module
	for _, test := range []struct {
		arg  string
		want string
	}{
		{"-version", `^transportlint \S+ go1\.\d+`},
		{"-explain=transport", `^transport\n\n`},
		{"-help", `(?s)^transportlint finds.*\nWhat to report [^\n]*:\n.*  -require.*\nOnly new findings:\n.*  -new-from.*\nLoading packages:\n.*  -build.*\nOutput:\n.*  -format.*  -json`},
		{"-h", `^transportlint finds`},
		{"help", `^transportlint finds`},
	} {
		got := cli.Lint(t, dir, test.arg)
		if got.Code != 0 || got.Stderr != "" || !regexp.MustCompile(test.want).MatchString(got.Stdout) {
			t.Errorf("%s: want %s, got %v", test.arg, test.want, got)
		}
	}
}

// A command without package net opens no connections, and starts in half the time: the go command starts it once for each tool.
// On Windows, golang.org/x/sys has it for types of its own.
func TestNoNetwork(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", ".")
	cmd.Env = append(os.Environ(), "GOOS=linux")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if slices.Contains(strings.Fields(string(out)), "net") {
		t.Error("package net is part of the command; see internal/catalog for data about packages that import it")
	}
}

// TestHelpFits holds that what -help and the list of rules print fits on a terminal of 80 columns.
func TestHelpFits(t *testing.T) {
	cmd, err := parse([]string{"-help"})
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(cmd.usage() + manual.List()) {
		if len(strings.TrimSpace(line)) == 0 {
			continue
		}
		if n := len(strings.TrimSuffix(line, "\n")); n > 80 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}
