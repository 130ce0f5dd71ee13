package driver

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestEscaping(t *testing.T) {
	t.Parallel()
	const hostile = "a%\r\n::error::x,y:z\t##[error]\x1b[31m\xff\u202e<b>|`[l](u)"
	for _, test := range []struct{ name, got, want string }{
		{"printable", printable("é\n\t" + hostile[:4]), "é\n\ta%\\r\n"},
		{"line", line(hostile), `a%\r\n::error::x,y:z\t##[error]\x1b[31m\xff\u202e<b>|` + "`[l](u)"},
		{"replacement character", line("\ufffd"), "\ufffd"},
		{"data", escapeData(hostile), "a%25\\r%0A::error::x,y:z\t##[error]\\x1b[31m\\xff\\u202e<b>|`[l](u)"},
		{"property", escapeProperty(hostile), "a%25\\r%0A%3A%3Aerror%3A%3Ax%2Cy%3Az\t##[error]\\x1b[31m\\xff\\u202e<b>|`[l](u)"},
		{"inert", inert("::error::x\n:::: ##[x]"), ": :error: :x\n: :: : ## [x]"},
		{"markdown", escapeMarkdown("<b>|`a*_\n@x"), "\\<b\\>\\|\\`a\\*\\_\\\\n\\@x"},
		{"SARIF", plainMessage("[a](b) {0}\x1b").Text, `\[a\](b) {{0}}\x1b`},
	} {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, test.got, test.want)
		}
	}
}

// TestFindRoot looks from folders inside and outside of checkouts and of the workspace of a workflow.
func TestFindRoot(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"ws/.git", "ws/sub/deep", "ws/module/pkg", "plain/repo/.git", "plain/repo/a", "plain/b"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(name)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "ws", "module", ".git"), []byte("gitdir: elsewhere\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ workspace, from, want string }{
		{"", "ws/sub/deep", "ws"},
		{"", "ws/module/pkg", "ws/module"}, // a submodule, or a worktree
		{"ws", "ws/module/pkg", "ws"},
		{"ws", "plain/repo/a", "plain/repo"},
		{"plain", "plain/repo/a", "plain/repo"}, // checked out into a folder of the workspace
		{"plain", "plain/b", "plain"},
	} {
		workspace := ""
		if test.workspace != "" {
			workspace = filepath.Join(dir, test.workspace)
		}
		t.Setenv("GITHUB_WORKSPACE", workspace)
		if got, want := findRoot(filepath.Join(dir, filepath.FromSlash(test.from))), filepath.Join(dir, filepath.FromSlash(test.want)); string(got) != want {
			t.Errorf("from %s in workspace %q: got %s, want %s", test.from, test.workspace, got, want)
		}
	}
	root := sourceRoot(filepath.Join(dir, "ws"))
	for file, want := range map[string]string{"ws/a b:c%.go": "a%20b%3Ac%25.go", "plain/a.go": "../plain/a.go"} {
		if got, relative := root.uri(filepath.Join(dir, filepath.FromSlash(file))); got != want || !relative {
			t.Errorf("%s is %s, want %s", file, got, want)
		}
	}
}

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
