package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// binary is the command under test.
var binary string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		os.Setenv("GOGC", "400") // hundreds of processes that end before their garbage is in the way
		dir, err := os.MkdirTemp("", "transportlint")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(dir)
		binary = filepath.Join(dir, "transportlint")
		if runtime.GOOS == "windows" {
			binary += ".exe"
		}
		if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, out)
			return 1
		}
		return m.Run()
	}())
}

// A result is what a process left behind, with slashes in paths.
type result struct {
	code           int
	stdout, stderr string
}

func (r result) String() string {
	return fmt.Sprintf("exit %d\nstdout:\n%sstderr:\n%s", r.code, r.stdout, r.stderr)
}

// long skips a test where only short ones are asked for.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes long")
	}
}

// lint runs the command in dir.
func lint(t *testing.T, dir string, args ...string) result {
	t.Helper()
	return execute(t, dir, binary, args...)
}

// execute runs a command in dir, away from the network and from the settings of this machine.
func execute(t *testing.T, dir, name string, args ...string) result {
	t.Helper()
	return executeIn(t, dir, nil, name, args...)
}

// executeIn is execute with further variables in the environment.
func executeIn(t *testing.T, dir string, env []string, name string, args ...string) result {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "GOWORK=off", "GOPROXY=off", "GOFLAGS=", "GITHUB_WORKSPACE=", "GITHUB_STEP_SUMMARY=")
	cmd.Env = append(cmd.Env, env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		t.Fatal(err)
	}
	return result{cmd.ProcessState.ExitCode(), slashed(stdout), slashed(stderr)}
}

func slashed(b bytes.Buffer) string {
	return strings.ReplaceAll(filepath.ToSlash(b.String()), "\r\n", "\n")
}

// layOut writes the files of a txtar archive into a new directory.
func layOut(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A jsonTree is package ID -> analyzer -> diagnostics or error.
type jsonTree map[string]map[string]json.RawMessage

func decode(t *testing.T, stdout string) jsonTree {
	t.Helper()
	var tree jsonTree
	if err := json.Unmarshal([]byte(stdout), &tree); err != nil {
		t.Fatalf("%v in:\n%s", err, stdout)
	}
	return tree
}

const clean = `
-- go.mod --
module example.com/m

go 1.26
-- a/a.go --
package a

import "net/http"

var Client = http.DefaultClient
-- empty/readme.txt --
Nothing to see here.
`

const mixed = `
-- go.mod --
module example.com/m

go 1.26
-- a/a.go --
package a

import (
	"net"
	"net/http"
)

var T = &http.Transport{}

var D, E = net.Dialer{}, net.Dialer{}
-- b/b.go --
package b

import "net/http"

var T = &http.Transport{}
-- b/b_test.go --
package b

import "net/http"

var inTest = &http.Transport{}
-- b/x_test.go --
package b_test

import (
	"net/http"

	"example.com/m/b"
)

var _, inExternalTest = b.T, &http.Transport{}
-- b/tagged.go --
//go:build special

package b

import "net/http"

var Tagged = &http.Transport{}
`

// TestDeterministic looks at the files of some transcripts with one processor and with many.
func TestDeterministic(t *testing.T) {
	long(t)
	t.Parallel()
	for _, test := range []struct {
		transcript, dir string
		args            []string
	}{
		{"findings", ".", []string{"-json", "-include-tests", "./..."}},
		{"errors", ".", []string{"./..."}},
		{"dependencies", "app", []string{"-build=never", "./..."}},
	} {
		text, err := os.ReadFile(filepath.Join("testdata", test.transcript+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(layOut(t, string(text)), test.dir)
		one := executeIn(t, dir, []string{"GOMAXPROCS=1"}, binary, test.args...)
		if eight := executeIn(t, dir, []string{"GOMAXPROCS=8"}, binary, test.args...); one != eight {
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
		got := lint(t, dir, test.arg)
		if got.code != 0 || got.stderr != "" || !regexp.MustCompile(test.want).MatchString(got.stdout) {
			t.Errorf("%s: want %s, got %v", test.arg, test.want, got)
		}
	}
}

// TestHelpFits holds that what -help and the list of rules print fits on a terminal of 80 columns.
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
