package driver

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestReplaceFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name := filepath.Join(dir, "file")
	check := func(want string) {
		t.Helper()
		if err := replaceFile(name, []byte(want)); err != nil {
			t.Error(err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("got %q, %v, want %q", got, err, want)
		}
	}
	check("new")
	check("other")
	if runtime.GOOS != "windows" {
		if err := os.Chmod(name, 0o600); err != nil {
			t.Fatal(err)
		}
		link := filepath.Join(dir, "link")
		if err := os.Symlink(name, link); err != nil {
			t.Fatal(err)
		}
		if err := replaceFile(link, []byte("by a link")); err != nil {
			t.Error(err)
		}
		if info, err := os.Lstat(name); err != nil || info.Mode() != 0o600 || info.Size() != 9 {
			t.Errorf("%v, %v", info, err)
		}
		if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("the link is gone: %v, %v", info, err)
		}
		if err := replaceFile(os.DevNull, []byte("x")); err != nil {
			t.Errorf("to no regular file: %v", err)
		}
	}
	if err := replaceFile(filepath.Join(dir, "nosuch", "file"), nil); err == nil || err.Error() != "no such file or directory" && runtime.GOOS != "windows" {
		t.Errorf("into no folder: %v", err)
	}
	if err := replaceFile(dir, nil); err == nil {
		t.Error("over a folder: no error")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %s", left)
	}
}
