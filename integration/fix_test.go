package integration

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFixesAgree has every driver apply fixes to the module that TestDriversAgree analyzes. They have to make of it what the command
// makes of it.
func TestFixesAgree(t *testing.T) {
	reference := lambdaModule(t)
	if got := reference.run(t, transportlint, "-fix", "./..."); got.code != 1 {
		t.Fatal(got) // there is something that has no fix
	}
	want := goFiles(t, reference.dir)

	for _, driver := range []struct {
		name string
		fix  func(process)
	}{
		{"go vet -fix", func(p process) { p.run(t, "go", "vet", "-vettool="+transportlint, "-fix", "./...") }},
		{"go fix", func(p process) { p.run(t, "go", "fix", "-fixtool="+transportlint, "./...") }},
		{"singlechecker", func(p process) { p.run(t, singlechecker, "-fix", "./...") }},
		{"golangci-lint", func(p process) {
			p.env = []string{"GOLANGCI_LINT_CACHE=" + t.TempDir()}
			for range 3 { // what meddles with another fix waits for the next run
				golangci{p, customGolangci(t)}.run(t, nil, "--fix")
			}
		}},
		{"nogo", func(p process) {
			patch, nogo := filepath.Join(t.TempDir(), "nogo.patch"), buildNogo(t, "{}")
			depth := strings.Count(filepath.ToSlash(p.dir), "/") + 1
			for range 3 {
				text := nogo.run(t, p.dir).stdout
				if text == "" {
					break
				}
				write(t, patch, text)
				p.must(t, "git", "apply", "-p", fmt.Sprint(depth), patch)
				p.must(t, "gofmt", "-w", ".") // which nogo leaves to others
			}
		}},
	} {
		p := lambdaModule(t)
		driver.fix(p)
		got := goFiles(t, p.dir)
		for name, text := range want {
			if got[name] != text {
				t.Errorf("%s leaves %s as\n%s", driver.name, name, got[name])
			}
		}
	}
}

// lambdaModule returns a copy of testdata/lambda. It is always in the same folder, which is part of what the go command knows the packages in
// its cache by: they are compiled once. What a test before has left there is gone.
func lambdaModule(t *testing.T) process {
	t.Helper()
	real, err := filepath.EvalSymlinks(bin) // tools print where files really are
	if err != nil {
		t.Fatal(err)
	}
	p := process{dir: filepath.Join(real, "lambda")}
	if err := os.RemoveAll(p.dir); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(p.dir, os.DirFS(filepath.Join(root, "testdata", "lambda"))); err != nil {
		t.Fatal(err)
	}
	p.must(t, "go", "mod", "download")
	return p
}

// goFiles returns the texts of the files of Go in dir by name.
func goFiles(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".go") {
			rel, _ := filepath.Rel(dir, name)
			files[filepath.ToSlash(rel)] = read(t, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
