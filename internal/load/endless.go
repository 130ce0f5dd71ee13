package load

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// endless returns an error for the first file below top that the go command would read and that is neither a file nor a folder. The go
// command reads to the end, and a device, which a link in a checkout can lead to, may have none.
func endless(ctx context.Context, top string) error {
	return filepath.WalkDir(top, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return nil // the go command will say it, if it matters
		case entry.IsDir() && entry.Name() == ".git":
			return filepath.SkipDir
		case entry.IsDir(), entry.Type().IsRegular(), !isRead(entry.Name()):
			return nil
		}
		info, err := os.Stat(name)
		if err != nil || info.IsDir() || info.Mode().IsRegular() {
			return nil
		}
		return fmt.Errorf("%s leads to a device or a pipe, which the go command would read without end; remove it", name)
	})
}

// isRead reports whether the go command reads files of that name to list packages.
func isRead(name string) bool {
	switch name {
	case "go.mod", "go.sum", "go.work", "go.work.sum", "modules.txt":
		return true
	}
	return slices.Contains(sourceExtensions, strings.ToLower(filepath.Ext(name)))
}

// sourceExtensions are those of the files that go/build looks into, in lower case.
var sourceExtensions = []string{".go", ".c", ".cc", ".cpp", ".cxx", ".m", ".h", ".hh", ".hpp", ".hxx", ".f", ".for", ".f90", ".s", ".sx", ".swig", ".swigcxx", ".syso"}

// checkout returns the folder around dir that has a .git, or else the one that has a go.work or go.mod, or else dir.
func checkout(dir string) string {
	for _, mark := range []string{".git", "go.work", "go.mod"} {
		for top := dir; ; top = filepath.Dir(top) {
			if _, err := os.Lstat(filepath.Join(top, mark)); err == nil {
				return top
			}
			if top == filepath.Dir(top) {
				break
			}
		}
	}
	return dir
}
