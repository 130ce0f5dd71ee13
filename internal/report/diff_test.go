package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Git has to find each hunk where it is said to be.
func TestUnified(t *testing.T) {
	t.Parallel()
	lines := strings.SplitAfter(strings.Repeat("line\n", 60), "\n")
	change := func(edits map[int]string) string {
		var b strings.Builder
		for i, line := range lines {
			if text, ok := edits[i]; ok {
				line = text
			}
			b.WriteString(line)
		}
		return b.String()
	}
	before := change(nil)
	for _, after := range []string{
		change(map[int]string{10: "line\nnew\n", 13: "line\nnew\n", 40: "line\nnew\n"}),
		change(map[int]string{0: "new\nline\n", 2: "", 4: "", 30: "", 59: "other\n"}),
		change(map[int]string{5: "a\nb\nc\n", 20: "", 21: "", 50: "x\n"}),
		"",
		strings.TrimSuffix(before, "\n") + " without an end",
	} {
		for _, pair := range [][2]string{{before, after}, {after, before}} {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "f"), []byte(pair[0]), 0o600); err != nil {
				t.Fatal(err)
			}
			diff := unified("f", []byte(pair[0]), []byte(pair[1]))
			cmd := exec.Command("git", "apply", "-v", "-")
			cmd.Dir, cmd.Stdin = dir, strings.NewReader(diff)
			out, err := cmd.CombinedOutput()
			got, _ := os.ReadFile(filepath.Join(dir, "f"))
			if err != nil || strings.Contains(string(out), "offset") || string(got) != pair[1] {
				t.Errorf("%v\n%s\nof\n%s", err, out, diff)
			}
		}
	}
}

// What is shown of a diff does nothing to a terminal or a log; what goes to a file is the diff, whatever is in it.
func TestHostileDiff(t *testing.T) {
	t.Parallel()
	before, after := []byte("a\r\n\x1b[31m\u202e\r\n::error::x\r\n##[error]\r\n"), []byte("b\r\n\x1b[31m\u202e\r\n::error::x\r\n##[error]\r\n")
	show := func(format Format, terminal *Terminal) string {
		var b strings.Builder
		if err := WriteDiff(&b, format, terminal, "d\n+/é.go", before, after); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	const head = "--- \"a/d\\012+/\\303\\251.go\"\n+++ \"b/d\\012+/\\303\\251.go\"\n@@ -1,4 +1,4 @@\n"
	if got, want := show(Text, nil), head+"-a\r\n+b\r\n \x1b[31m\u202e\r\n ::error::x\r\n ##[error]\r\n"; got != want {
		t.Errorf("to a file: got %q, want %q", got, want)
	}
	shown := head + "-a\n+b\n \\x1b[31m\\u202e\n \\x3a:error::x\n #\\x23[error]\n"
	if got := show(GitHub, nil); got != shown {
		t.Errorf("in a log: got %q, want %q", got, shown)
	}
	if got := show(Text, new(Terminal)); got != shown {
		t.Errorf("on a terminal: got %q, want %q", got, shown)
	}
	if got, want := show(Text, &Terminal{Color: true}), "\x1b[31m-a\x1b[0m\n\x1b[32m+b\x1b[0m\n \\x1b[31m\\u202e\n"; !strings.Contains(got, want) {
		t.Errorf("in color: got %q, want in it %q", got, want)
	}
}
