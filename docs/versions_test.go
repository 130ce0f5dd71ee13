package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// mention matches where a text says which version of transportlint to take, or a branch in its place.
var mention = regexp.MustCompile(`(?:transportlint/transportlint(?:/cmd/transportlint)?@|ghcr\.io/transportlint/transportlint:|\brev: |transportlint/plugin\n\s+version: )([\w.+-]+)`)

// TestVersions: what is there to be copied names one version, the newest in CHANGELOG.md. Where a tag is being released, it is that one.
func TestVersions(t *testing.T) {
	newest := regexp.MustCompile(`(?m)^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$`).FindSubmatch(read(t, filepath.Join("..", "CHANGELOG.md")))
	if newest == nil {
		t.Fatal("CHANGELOG.md has no version with its date")
	}
	want := "v" + string(newest[1])
	if tag := os.Getenv("TRANSPORTLINT_TAG"); tag != "" && tag != want {
		t.Errorf("the tag is %s, and the newest version in CHANGELOG.md is %s", tag, want)
	}

	files := []string{"README.md", "action.yml", ".pre-commit-hooks.yaml", "CONTRIBUTING.md"}
	for _, pattern := range []string{"docs/*.md", "examples/*/README.md"} {
		more, err := filepath.Glob(filepath.Join("..", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range more {
			files = append(files, filepath.ToSlash(name[len("../"):]))
		}
	}
	count := make(map[string]int)
	for _, name := range files {
		for _, m := range mention.FindAllSubmatch(read(t, filepath.Join("..", filepath.FromSlash(name))), -1) {
			count[name]++
			if got := string(m[1]); got != want {
				t.Errorf("%s says %q, and the version is %s", name, m[0], want)
			}
		}
	}
	// Pages that tell how to install, so that a change of their words does not leave nothing to compare.
	for _, name := range []string{"README.md", "docs/ci.md", "docs/golangci-lint.md"} {
		if count[name] == 0 {
			t.Errorf("%s names no version", name)
		}
	}
}

// TestMention: every form that the pages have is seen.
func TestMention(t *testing.T) {
	const text = `
go install github.com/transportlint/transportlint/cmd/transportlint@v1.2.3
      - uses: transportlint/transportlint@main
COPY --from=ghcr.io/transportlint/transportlint:v1.2.4 /transportlint /usr/local/bin/
    rev: v1.2.5
    import: github.com/transportlint/transportlint/plugin
    version: v1.2.6-rc.1
`
	var got []string
	for _, m := range mention.FindAllStringSubmatch(text, -1) {
		got = append(got, m[1])
	}
	if want := []string{"v1.2.3", "main", "v1.2.4", "v1.2.5", "v1.2.6-rc.1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
