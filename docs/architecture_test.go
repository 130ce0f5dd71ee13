package docs

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// forTests are packages that only tests use. They stand in no picture.
var forTests = []string{"internal/cli", "internal/extent", "internal/source", "internal/suite"}

// TestPicture holds the picture in architecture.md against the code: each package is in it, and imports only what stands below.
func TestPicture(t *testing.T) {
	picture := strings.SplitN(string(read(t, "architecture.md")), "```", 3)[1]
	shown := regexp.MustCompile(`cmd/transportlint|plugin|analyzer|docs|internal/\w+`).FindAllString(picture, -1)
	const module = "github.com/transportlint/transportlint/"
	arrows, found := 0, make(map[string]bool)
	look := func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return fs.SkipDir
		}
		dir, _ := filepath.Rel("..", filepath.Dir(name))
		dir = filepath.ToSlash(dir)
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || slices.Contains(forTests, dir) {
			return nil
		}
		found[dir] = true
		at := slices.Index(shown, dir)
		if at < 0 {
			t.Errorf("%s is not in the picture", dir)
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			to, ours := strings.CutPrefix(imported, module)
			if !ours {
				continue
			}
			arrows++
			if slices.Index(shown, to) <= at {
				t.Errorf("%s imports %s, which does not stand below it in the picture", name, to)
			}
		}
		return nil
	}
	for _, root := range []string{"analyzer", "cmd", "docs", "internal", "plugin"} {
		if err := filepath.WalkDir(filepath.Join("..", root), look); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range shown {
		if !found[name] {
			t.Errorf("%s is in the picture, and is not a package", name)
		}
	}
	if arrows < 100 {
		t.Errorf("only %d imports were looked at", arrows)
	}
}
