package docs

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/driver"
	"github.com/transportlint/transportlint/internal/inventory"
)

// TestInventory runs the commands of inventory.md over the files that it shows, which must print what stands below each: of JSON, that is
// a part.
func TestInventory(t *testing.T) {
	text := strings.ReplaceAll(string(read(t, "inventory.md")), "\r\n", "\n")
	module := newModule(t)
	files := regexp.MustCompile("(?m)^```go\n// (\\S+)\n((?s:.*?))^```$").FindAllStringSubmatch(text, -1)
	if len(files) != 2 {
		t.Fatalf("inventory.md shows %d files", len(files))
	}
	for _, file := range files {
		write(t, filepath.Join(module, filepath.FromSlash(file[1])), file[2])
	}
	t.Setenv("GOWORK", "off")
	list := func(format inventory.Format) string {
		t.Helper()
		code, stdout, stderr := lint(t, driver.Options{List: true, ListFormat: format, Patterns: []string{"./..."}, WorkDir: module})
		if code != driver.Clean {
			t.Fatalf("it ended with %d: %s", code, stderr)
		}
		return stdout
	}
	shown := regexp.MustCompile(`(?m)^    \$ transportlint -list (?:-format=(\w+) )?\./\.\.\.\n((?:(?:    .*)?\n)*)`).FindAllStringSubmatch(text, -1)
	if len(shown) != 2 {
		t.Fatalf("inventory.md shows what %d commands print", len(shown))
	}
	for _, block := range shown {
		var want strings.Builder
		for line := range strings.Lines(strings.TrimRight(block[2], "\n")) {
			want.WriteString(strings.TrimPrefix(line, "    "))
		}
		if block[1] == "" {
			if got := strings.TrimRight(list(inventory.Table), "\n"); got != want.String() {
				t.Errorf("it prints\n%s\nand shown is\n%s", got, want.String())
			}
			continue
		}
		// The entries are one level deeper.
		got := strings.ReplaceAll(list(inventory.JSON), "\n\t\t", "\n")
		if !strings.Contains(got, strings.TrimSpace(want.String())) {
			t.Errorf("it prints\n%s\nand shown is\n%s", got, want.String())
		}
	}
	// All that an entry can have is explained.
	var keys []string
	var all any
	if err := json.Unmarshal([]byte(list(inventory.JSON)), &all); err != nil {
		t.Fatal(err)
	}
	var collect func(any)
	collect = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				collect(e)
			}
		case map[string]any:
			for k, e := range v {
				keys = append(keys, k)
				collect(e)
			}
		}
	}
	collect(all)
	ofPlaces := []string{"file", "line", "column", "name", "entry"} // which explain themselves
	for _, key := range keys {
		if !strings.Contains(text, "`"+key+"`") && !slices.Contains(ofPlaces, key) {
			t.Errorf("inventory.md does not explain the key %s", key)
		}
	}
	for _, state := range []inventory.State{
		inventory.Constant, inventory.Variable, inventory.Several, inventory.Default, inventory.Inherited, inventory.None, inventory.Moot, inventory.Unknown,
	} {
		if !strings.Contains(text, "| `"+string(state)+"` |") {
			t.Errorf("inventory.md does not explain the state %s", state)
		}
	}
}
