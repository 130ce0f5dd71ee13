package extent

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestFullRuns checks that .ci/run names the tests that look at Full, and their packages, and no others: elsewhere nothing runs all of them.
func TestFullRuns(t *testing.T) {
	script, err := os.ReadFile("../../.ci/run")
	if err != nil {
		t.Fatal(err)
	}
	command := regexp.MustCompile(`go test -tags=full -run='\^\(([^)]*)\)\$' (.*)\n`).FindStringSubmatch(string(script))
	if command == nil {
		t.Fatal(".ci/run has no go test -tags=full -run='^(...)$'")
	}
	var tests, packages []string
	for _, dir := range []string{"../../analyzer", "../../cmd", "../../docs", "../../evidence", "../../examples", "../../internal", "../../plugin"} {
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err == nil && d.IsDir() && d.Name() == "testdata" {
				return fs.SkipDir
			}
			if err != nil || !strings.HasSuffix(name, "_test.go") || filepath.Dir(name) == filepath.FromSlash("../../internal/extent") {
				return err
			}
			found, err := full(name)
			if len(found) > 0 {
				tests = append(tests, found...)
				packages = append(packages, strings.Replace(filepath.ToSlash(filepath.Dir(name)), "../..", ".", 1))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, list := range []struct {
		of          string
		ours, named []string
	}{
		{"tests", tests, strings.Split(command[1], "|")},
		{"packages", packages, strings.Fields(command[2])},
	} {
		slices.Sort(list.ours)
		slices.Sort(list.named)
		if list.ours = slices.Compact(list.ours); !slices.Equal(list.ours, list.named) {
			t.Errorf("the %s that look at extent.Full are %s, and .ci/run names %s", list.of, list.ours, list.named)
		}
	}
}

// full returns the functions of a file that look at Full.
func full(name string) (found []string, err error) {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Full" {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "extent" {
					found = append(found, f.Name.Name)
				}
			}
			return true
		})
	}
	return found, nil
}
