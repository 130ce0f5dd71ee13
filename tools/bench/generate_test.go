package main

import (
	"bytes"
	"go/format"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/transportlint/transportlint/internal/driver"
)

// TestGenerate builds a module that has all shapes, and counts what is found in it.
func TestGenerate(t *testing.T) {
	t.Setenv("GOWORK", "off")
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOFLAGS", "")
	dir := filepath.Join(t.TempDir(), "m")
	const size = 16
	want, err := generate(dir, size)
	if err != nil {
		t.Fatal(err)
	}
	if want < 1 {
		t.Fatalf("%d findings, so nothing is tested", want)
	}
	cmd := exec.Command("go", "build", "./...")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	var stdout, stderr bytes.Buffer
	driver.Run(t.Context(), driver.Options{
		Patterns: []string{"./..."},
		WorkDir:  dir,
		Stdout:   &stdout,
		Stderr:   &stderr,
	})
	if got := bytes.Count(stdout.Bytes(), []byte("\n")); got != want {
		t.Errorf("%d findings, want %d\n%s%s", got, want, &stdout, &stderr)
	}
	packages, err := filepath.Glob(filepath.Join(dir, "g*", "p*"))
	if err != nil || len(packages) != size {
		t.Errorf("%d packages, want %d", len(packages), size)
	}
	err = filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		formatted, err := format.Source(text)
		if err == nil && !bytes.Equal(text, formatted) {
			t.Errorf("%s is not formatted as gofmt does", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestGenerateGrows: figures about two sizes can be compared.
func TestGenerateGrows(t *testing.T) {
	small, large := t.TempDir(), t.TempDir()
	for dir, n := range map[string]int{small: 20, large: 70} {
		if _, err := generate(dir, n); err != nil {
			t.Fatal(err)
		}
	}
	err := fs.WalkDir(os.DirFS(small), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		a, err := os.ReadFile(filepath.Join(small, name))
		if err != nil {
			return err
		}
		b, err := os.ReadFile(filepath.Join(large, name))
		if err == nil && !bytes.Equal(a, b) {
			t.Errorf("%s differs", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
