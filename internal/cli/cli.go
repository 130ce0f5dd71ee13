// Package cli builds the command and runs it, for tests: as a user does, in folders and git checkouts of their own.
package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// Binary is the command under test, which [Main] builds.
var Binary string

// keepFlag, as the first argument of a test binary, asks it to copy a program to a new file: the arguments are the file and the program.
const keepFlag = "-keep"

// Main builds the command, runs the tests, and returns the exit code. It is for TestMain.
func Main(m *testing.M) int {
	if len(os.Args) == 4 && os.Args[1] == keepFlag {
		return keep(os.Args[2], os.Args[3])
	}
	os.Setenv("GOGC", "off") // hundreds of processes that end before their garbage is in the way
	os.Setenv("GOMEMLIMIT", "500MiB")
	dir, err := os.MkdirTemp("", "transportlint")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	Binary = filepath.Join(dir, "transportlint")
	if runtime.GOOS == "windows" {
		Binary += ".exe"
	}
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// build makes Binary. Unlike go build, go run takes a program from the build cache that was linked before, by the tests of another package.
func build() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	args := []string{"run", "-ldflags=-w", "-buildvcs=false", fmt.Sprintf("-exec='%s' %s '%s'", self, keepFlag, Binary)}
	if raceEnabled {
		args = append(args, "-race")
	}
	if out, err := exec.Command("go", append(args, "github.com/transportlint/transportlint/cmd/transportlint")...).CombinedOutput(); err != nil {
		return fmt.Errorf("building the command: %w\n%s", err, out)
	}
	return nil
}

// keep copies program to the file name, and returns an exit code.
func keep(name, program string) int {
	text, err := os.ReadFile(program)
	if err == nil {
		err = os.WriteFile(name, text, 0o755)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// A Result is what a process left behind, with slashes in paths.
type Result struct {
	Code           int
	Stdout, Stderr string
}

func (r Result) String() string {
	return fmt.Sprintf("exit %d\nstdout:\n%sstderr:\n%s", r.Code, r.Stdout, r.Stderr)
}

// Long skips a test where only short ones are asked for.
func Long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes long")
	}
}

// Lint runs the command in dir.
func Lint(t *testing.T, dir string, args ...string) Result {
	t.Helper()
	return Execute(t, dir, Binary, args...)
}

// Execute runs a program in dir, away from the network and from the settings of this machine.
func Execute(t *testing.T, dir, name string, args ...string) Result {
	t.Helper()
	return ExecuteIn(t, dir, nil, name, args...)
}

// ExecuteIn is Execute with further variables in the environment.
func ExecuteIn(t *testing.T, dir string, env []string, name string, args ...string) Result {
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
	return Result{cmd.ProcessState.ExitCode(), Slashed(stdout.String()), Slashed(stderr.String())}
}

// Slashed returns text with slashes in paths and line ends as they are on Unix.
func Slashed(text string) string {
	return strings.ReplaceAll(filepath.ToSlash(text), "\r\n", "\n")
}

// LayOut writes the files of a txtar archive into a new directory.
func LayOut(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		write(t, filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data)
	}
	return dir
}

func write(t *testing.T, name string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Content returns the files of dir by their names, with slashes.
func Content(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Positions returns where the findings of text output are.
func Positions(stdout string) []string {
	var list []string
	for line := range strings.Lines(stdout) {
		place, _, _ := strings.Cut(line, ": ")
		list = append(list, place)
	}
	return list
}

// NewFindings fails the test unless exactly these are new, with their exit code.
func NewFindings(t *testing.T, what string, got Result, want ...string) {
	t.Helper()
	if code := min(len(want), 1); got.Code != code || !slices.Equal(Positions(got.Stdout), want) {
		t.Errorf("%s: want exit %d and %q new, got %v", what, code, want, got)
	}
}
