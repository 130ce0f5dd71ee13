package docs

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/driver"
	"github.com/transportlint/transportlint/internal/load"
)

// lint runs the linter as the command does, in the folder opts.WorkDir.
func lint(t *testing.T, opts driver.Options) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	opts.Build, opts.Stdout, opts.Stderr = load.BuildAuto, &out, &errs
	code = driver.Run(t.Context(), opts)
	return code, out.String(), errs.String()
}

// sections returns the rules that rules.md must explain.
func sections() []string {
	var names []string
	for _, r := range catalog.Rules() {
		names = append(names, r.Name)
	}
	return append(names, catalog.Directive)
}

func TestRule(t *testing.T) {
	for _, name := range sections() {
		text, ok := Rule(name)
		if !ok {
			t.Errorf("rules.md has no section %q; add one, it is where the diagnostics of the rule link to", name)
			continue
		}
		if got := strings.Count(text, "\n## "); got != 0 {
			t.Errorf("section %q runs into the next one", name)
		}
		if strings.Contains(text, "![") {
			t.Errorf("section %q has a picture, which -explain cannot show", name)
		}
		if row := tableRow(name); !strings.Contains(rules, row) {
			t.Errorf("the table at the top of rules.md lacks %q", row)
		}
		for _, part := range []string{"Why", "Settings", "Silence"} {
			if !strings.Contains(text, "\n### "+part+"\n") {
				t.Errorf("section %q has no part %q", name, part)
			}
		}
	}
	if _, ok := Rule("no such rule"); ok {
		t.Error("a section for a rule that does not exist")
	}
}

// tableRow returns how the row of a rule begins in the table at the top of rules.md, which is all of it for a rule that the
// catalog sums up.
func tableRow(name string) string {
	for _, r := range catalog.Rules() {
		if r.Name == name {
			state := "off"
			if r.Default {
				state = "on"
			}
			return fmt.Sprintf("| [%s](#%[1]s) | %s | %s |\n", name, state, r.Summary)
		}
	}
	return fmt.Sprintf("| [%s](#%[1]s) | on | ", name)
}

// TestLines keeps -explain readable on a terminal.
func TestLines(t *testing.T) {
	const columns = 80
	for _, name := range sections() {
		text, _ := Rule(name)
		for line := range strings.Lines(text) {
			diagnostic := strings.HasPrefix(line, "    ") // is what it is
			if n := len(strings.ReplaceAll(strings.TrimSpace(line), "\t", "    ")); n > columns && !diagnostic {
				t.Errorf("rules.md: section %q: this line is longer than %d columns: %s", name, columns, line)
			}
		}
	}
}

// TestCatalogue keeps what rules.md says of a field in the catalogue's own words.
func TestCatalogue(t *testing.T) {
	for _, typ := range catalog.Types() {
		text, _ := Rule(typ.Rule)
		text = strings.Join(strings.Fields(text), " ")
		for _, f := range typ.Fields {
			if !f.Reportable() {
				continue
			}
			if want := "**" + f.Name + "**: " + f.Zero; !strings.Contains(text, want) {
				t.Errorf("rules.md: section %q does not say %q", typ.Rule, want)
			}
			if !strings.Contains(text, f.Evidence+":") {
				t.Errorf("rules.md: section %q does not say what %s shows of %s", typ.Rule, f.Evidence, f.Name)
			}
			if !strings.Contains(text, f.Effect) {
				t.Errorf("rules.md: section %q has no diagnostic that says %q", typ.Rule, f.Effect)
			}
		}
	}
}

// TestShortcuts: what is said of functions that stand for a zero value is said here, too.
func TestShortcuts(t *testing.T) {
	for _, s := range catalog.Shortcuts() {
		text, _ := Rule(s.Rule)
		if name := path.Base(s.Package) + "." + s.Name; !strings.Contains(text, name) {
			t.Errorf("section %q does not say that it reports %s", s.Rule, name)
		}
		if !strings.Contains(text, s.Evidence+":") {
			t.Errorf("section %q does not say what %s shows of %s", s.Rule, s.Evidence, s.Name)
		}
	}
}

// TestEntries: rules.md names each package with functions that start a Lambda handler, alone or behind what it has in common with others.
func TestEntries(t *testing.T) {
	section, _ := Rule("lambda-idle")
	section = strings.Join(strings.Fields(section), " ")
	for _, e := range catalog.Entries() {
		dir, base := path.Split(e.Package)
		together := regexp.MustCompile(regexp.QuoteMeta(strings.TrimSuffix(dir, "/")) + `: (\w+, )*` + base + `\b`)
		alone := regexp.MustCompile(regexp.QuoteMeta(e.Package) + `[ ,]`)
		if !together.MatchString(section) && !alone.MatchString(section) {
			t.Errorf("section lambda-idle does not name %s", e.Package)
		}
	}
}

// TestEvidenceExists: the tests that rules.md names are there to be run.
func TestEvidenceExists(t *testing.T) {
	var files []string
	for _, dir := range []string{"..", filepath.Join("..", "integration")} {
		names, err := filepath.Glob(filepath.Join(dir, "evidence", "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, names...)
	}
	tests := make(map[string]bool)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				tests[f.Name.Name] = true
			}
		}
	}
	fields := make(map[string]bool) // that have such names
	for _, typ := range catalog.Types() {
		for _, f := range typ.Fields {
			for _, name := range f.SetBy {
				fields[name] = true
			}
		}
	}
	named := regexp.MustCompile(`\bTest\w+`).FindAllString(rules, -1)
	if len(named) == 0 {
		t.Error("rules.md names no evidence")
	}
	for _, name := range named {
		if !tests[name] && !fields[name] {
			t.Errorf("rules.md names %s, and there is no such test", name)
		}
	}
}

// TestSecurity: the tests that security.md names are there to be run.
func TestSecurity(t *testing.T) {
	text, err := os.ReadFile("security.md")
	if err != nil {
		t.Fatal(err)
	}
	tests := make(map[string]bool)
	declared := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	err = filepath.WalkDir("..", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		code, err := os.ReadFile(name)
		for _, m := range declared.FindAllSubmatch(code, -1) {
			tests[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`\b(?:Test|Fuzz)\w+`).FindAllString(string(text), -1)
	if len(named) < 10 {
		t.Errorf("security.md names %d tests", len(named))
	}
	for _, name := range named {
		if !tests[name] {
			t.Errorf("security.md names %s, and there is no such test", name)
		}
	}
}

// TestDependencies holds docs/dependencies.md against go.mod.
func TestDependencies(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	required := regexp.MustCompile(`(?m)^(?:require|\t)\s*(\S+\.\S+/\S+) v`).FindAllSubmatch(mod, -1)
	if len(required) < 4 {
		t.Fatalf("go.mod requires %d modules", len(required))
	}
	for _, m := range required {
		if !bytes.Contains(text, m[1]) {
			t.Errorf("%s is not explained", m[1])
		}
	}
}
