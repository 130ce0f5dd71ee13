package report

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/transportlint/transportlint/internal/escape"
)

func TestEscaping(t *testing.T) {
	t.Parallel()
	const hostile = "a%\r\n::error::x,y:z\t##[error]\x1b[31m\xff\u202e<b>|`[l](u)"
	for _, test := range []struct{ name, got, want string }{
		{"printable", Printable("é\n\t" + hostile[:4]), "é\n\ta%\\r\n"},
		{"commands", Printable("::error::x\n\u00a0 ::::y\n###[x] a::b"), "\\x3a:error::x\n\u00a0 \\x3a:::y\n#\\x23#[x] a::b"},
		{"line", Line(hostile), `a%\r\n::error::x,y:z\t#\x23[error]\x1b[31m\xff\u202e<b>|` + "`[l](u)"},
		{"JSON", string(escape.JSON([]byte("{\"##[x] \u202e \U000e0001 é\": 1}"))), `{"\u0023#[x] \u202e \udb40\udc01 é": 1}`},
		{"name", quotedName("a b.go") + quotedName("é\x1b\n\"\\.go"), `a b.go"\303\251\033\012\"\\.go"`},
		{"replacement character", Line("\ufffd"), "\ufffd"},
		{"data", escapeData(hostile), "a%25\\r%0A::error::x,y:z\t##[error]\\x1b[31m\\xff\\u202e<b>|`[l](u)"},
		{"property", escapeProperty(hostile), "a%25\\r%0A%3A%3Aerror%3A%3Ax%2Cy%3Az\t##[error]\\x1b[31m\\xff\\u202e<b>|`[l](u)"},
		{"markdown", escape.Markdown("<b>|`a*_\n@x"), "\\<b\\>\\|\\`a\\*\\_\\\\n\\@x"},
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
		if got, want := FindRoot(filepath.Join(dir, filepath.FromSlash(test.from))), filepath.Join(dir, filepath.FromSlash(test.want)); string(got) != want {
			t.Errorf("from %s in workspace %q: got %s, want %s", test.from, test.workspace, got, want)
		}
	}
	root := Root(filepath.Join(dir, "ws"))
	for file, want := range map[string]string{"ws/a b:c%.go": "a%20b%3Ac%25.go", "plain/a.go": "../plain/a.go"} {
		if got, relative := root.uri(filepath.Join(dir, filepath.FromSlash(file))); got != want || !relative {
			t.Errorf("%s is %s, want %s", file, got, want)
		}
	}
}
