package docs

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/driver"
)

// TestWhy runs the commands of why.md over the files that it shows, which must print what stands below each.
func TestWhy(t *testing.T) {
	text := strings.ReplaceAll(string(read(t, "why.md")), "\r\n", "\n")
	module := newModule(t)
	files := regexp.MustCompile("(?m)^```go\n// (\\S+)\n((?s:.*?))^```$").FindAllStringSubmatch(text, -1)
	if len(files) == 0 {
		t.Fatal("why.md shows no file")
	}
	for _, file := range files {
		write(t, filepath.Join(module, filepath.FromSlash(file[1])), file[2])
	}
	t.Setenv("GOWORK", "off")
	const command = "    $ transportlint -why="
	blocks := regexp.MustCompile(`(?m)^    \$ transportlint -why=(\S+)\n((?:(?:    .*)?\n)*)`).FindAllStringSubmatch(text, -1)
	if len(blocks) != strings.Count(text, command) || len(blocks) == 0 {
		t.Fatalf("%d commands, %d with what they print", strings.Count(text, command), len(blocks))
	}
	for _, block := range blocks {
		code, stdout, stderr := lint(t, driver.Options{Why: block[1], WorkDir: module})
		if code != driver.Clean {
			t.Errorf("-why=%s ended with %d: %s", block[1], code, stderr)
		}
		var want strings.Builder
		for line := range strings.Lines(strings.TrimRight(block[2], "\n")) {
			want.WriteString(strings.TrimPrefix(line, "    "))
		}
		if got := strings.TrimRight(filepath.ToSlash(stdout), "\n"); got != want.String() {
			t.Errorf("-why=%s prints\n%s\nand shown is\n%s", block[1], got, want.String())
		}
	}
}
