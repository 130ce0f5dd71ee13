package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// mention matches where a text says which version of transportlint to take, or a branch in its place.
var mention = regexp.MustCompile(`(?:transportlint/transportlint(?:/cmd/transportlint)?@|ghcr\.io/transportlint/transportlint:|\brev: |transportlint/plugin\n\s+version: )([\w.+-]+)`)

// dated matches the heading of a version in CHANGELOG.md.
var dated = regexp.MustCompile(`^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$`)

// TestVersions: what is there to be copied names one version, the newest in CHANGELOG.md. Where a tag is being released, it is that one.
func TestVersions(t *testing.T) {
	changes := changelog(t)
	want := changes.versions[0]
	if tag := os.Getenv("TRANSPORTLINT_TAG"); tag != "" {
		if tag != want {
			t.Errorf("the tag is %s, and the newest version in CHANGELOG.md is %s", tag, want)
		}
		if changes.unreleased != "" {
			t.Errorf("CHANGELOG.md has changes under Unreleased, and %s is being released:\n%s", tag, changes.unreleased)
		}
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

// A changes is what CHANGELOG.md says.
type changes struct {
	unreleased string   // what stands under Unreleased
	versions   []string // those with a date, the newest first
}

// changelog reads CHANGELOG.md. Its headings must be links to what they name.
func changelog(t *testing.T) changes {
	t.Helper()
	text := string(read(t, filepath.Join("..", "CHANGELOG.md")))
	var c changes
	for _, line := range regexp.MustCompile(`(?m)^## .*$`).FindAllString(text, -1) {
		if line == "## [Unreleased]" {
			continue
		}
		m := dated.FindStringSubmatch(line)
		if m == nil {
			t.Errorf("CHANGELOG.md: %q is neither Unreleased nor a version with its date", line)
			continue
		}
		c.versions = append(c.versions, "v"+m[1])
	}
	if len(c.versions) == 0 {
		t.Fatal("CHANGELOG.md has no version with its date")
	}
	const repository = "https://github.com/transportlint/transportlint/"
	want := []string{"[Unreleased]: " + repository + "compare/" + c.versions[0] + "...HEAD"}
	for _, v := range c.versions {
		want = append(want, "["+v[len("v"):]+"]: "+repository+"releases/tag/"+v)
	}
	if got := regexp.MustCompile(`(?m)^\[.*\]: .*$`).FindAllString(text, -1); !slices.Equal(got, want) {
		t.Errorf("CHANGELOG.md ends with the links\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	_, after, ok := strings.Cut(text, "## [Unreleased]\n")
	if !ok {
		t.Error("CHANGELOG.md has no section Unreleased")
	}
	before, _, _ := strings.Cut(after, "\n## ")
	c.unreleased = strings.TrimSpace(before)
	return c
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
