package files

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestOneFunctionWrites fails for code elsewhere that writes files. What writes to a folder of its own for temporary files may stay, and
// so may the step summary, whose name GitHub's runner gives and which is appended to.
func TestOneFunctionWrites(t *testing.T) {
	allowed := []string{"internal/files/", "internal/load/overlay.go", "internal/report/github.go", "internal/cli/"} // the last is for tests
	writers := []string{"Create", "CreateTemp", "Mkdir", "MkdirAll", "MkdirTemp", "OpenFile", "Rename", "Symlink", "Link", "WriteFile", "CopyFS", "Truncate", "Chmod", "Chown"}
	root := filepath.Join("..", "..")
	seen := 0
	for _, dir := range []string{"analyzer", "cmd", "internal", "plugin"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			rel, err := filepath.Rel(root, path)
			if err != nil || slices.ContainsFunc(allowed, func(p string) bool { return strings.HasPrefix(filepath.ToSlash(rel), p) }) {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			seen++
			ast.Inspect(file, func(n ast.Node) bool {
				if sel, ok := n.(*ast.SelectorExpr); ok && slices.Contains(writers, sel.Sel.Name) {
					if id, ok := sel.X.(*ast.Ident); ok && id.Name == "os" {
						t.Errorf("%s calls os.%s; only internal/files writes files", rel, sel.Sel.Name)
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen < 50 {
		t.Errorf("only %d files were looked at", seen)
	}
}

// TestCleanUp removes what notes of dead processes name, if it looks like a temporary file, and nothing else.
func TestCleanUp(t *testing.T) {
	gone := exec.Command("go", "version") // with the user's HOME, where it may write on after its end
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(name, home)
	}
	dead, alive := gone.Process.Pid, os.Getppid()
	dir := t.TempDir()
	list, err := notes()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(list, 0o700); err != nil {
		t.Fatal(err)
	}
	note := func(pid int, name string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(filepath.Join(list, strconv.Itoa(pid)+"-"+random()), []byte(path), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	create := func(path string) {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	left, folder := note(dead, prefix+"1"), note(dead, prefix+"2")
	create(left)
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	create(filepath.Join(folder, "x"))
	inUse, foreign, link := note(alive, prefix+"3"), note(dead, "go.mod"), note(dead, prefix+"4")
	create(inUse)
	create(foreign)
	if err := os.Symlink("go.mod", link); err != nil {
		t.Skip(err)
	}
	note(dead, "nosuch")

	CleanUp()

	for _, path := range []string{left, folder} {
		if _, err := os.Lstat(path); err == nil {
			t.Errorf("%s is still there", path)
		}
	}
	for _, path := range []string{inUse, foreign, link} {
		if _, err := os.Lstat(path); err != nil {
			t.Error(err)
		}
	}
	if notes, err := os.ReadDir(list); err != nil || len(notes) != 1 {
		t.Errorf("notes left: %v, %v", notes, err)
	}
}
