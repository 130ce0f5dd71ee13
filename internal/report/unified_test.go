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
			diff := Unified("f", []byte(pair[0]), []byte(pair[1]))
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
