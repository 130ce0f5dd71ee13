package load

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/packages"
)

// Export data of another Go version is no reason to fail.
func TestUnreadableExportData(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module example.com/m\n\ngo 1.26\n",
		"m.go":   "package m\n\nimport \"errors\"\n\nvar Mark = errors.New(\"\")\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	garbage := filepath.Join(t.TempDir(), "errors.a")
	if err := os.WriteFile(garbage, []byte("garbage"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOWORK", "off")
	t.Setenv("GOFLAGS", "")

	l, err := New(Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	prog, err := l.list(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	packages.Visit(prog.Listed, nil, func(pkg *packages.Package) {
		if pkg.PkgPath == "errors" {
			pkg.ExportFile = garbage
		}
	})
	prog.types.settle(prog.Listed, prog.Listed)
	err = prog.types.check(t.Context(), prog.Listed)
	if _, ok := errors.AsType[*exportError](err); !ok {
		t.Errorf("with garbage in the build cache: %v", err)
	}

	l.Build = BuildNever
	if prog, err = l.Load(t.Context(), nil, nil); err != nil || len(prog.Roots) != 1 || len(prog.Roots[0].Errors) > 0 {
		t.Errorf("without the cache: %v, %v", err, prog.Roots)
	}
}

// unsafe is a part of std.
func TestUnsafe(t *testing.T) {
	l, err := New(Config{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	prog, err := l.Load(t.Context(), []string{"unsafe", "internal/goos"}, nil)
	if err != nil || len(prog.Roots) != 1 || prog.Roots[0].Types == nil {
		t.Errorf("%v, %v", err, prog)
	}
}

// What comes from C has no type here, which is no error in what is made of it.
func TestCgo(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module example.com/m\n\ngo 1.26\n",
		"m.go":   "package m\n\n// int n;\nimport \"C\"\n\ntype number = C.int\n\nfunc at() *number { return &C.n }\n\nfunc init() { *at() = C.int(1) }\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("GOWORK", "off")
	t.Setenv("GOFLAGS", "")
	t.Setenv("CGO_ENABLED", "1")
	l, err := New(Config{Dir: dir, Build: BuildNever})
	if err != nil {
		t.Fatal(err)
	}
	prog, err := l.Load(t.Context(), nil, nil)
	if err != nil || len(prog.Roots) != 1 || len(prog.Roots[0].Syntax) != 1 || len(prog.Roots[0].TypeErrors) > 0 {
		t.Errorf("%v, %v, %v", err, prog.Roots, prog.Roots[0].TypeErrors)
	}
}

// What the user chose for the go command is left alone.
func TestChosen(t *testing.T) {
	file := filepath.Join(t.TempDir(), "env")
	if err := os.WriteFile(file, []byte("GOPROXY=off\nGOTOOLCHAIN=auto\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		variable, file string
		want           bool
	}{
		{"", "off", false},
		{"", file + "nosuch", false},
		{"", file, true},
		{"auto", "off", true},
		{"local", file, true},
	} {
		t.Setenv("GOTOOLCHAIN", test.variable)
		t.Setenv("GOENV", test.file)
		if got := chosen("GOTOOLCHAIN"); got != test.want {
			t.Errorf("GOTOOLCHAIN=%s GOENV=%s: %v", test.variable, test.file, got)
		}
		local := slices.Contains((&Loader{}).environ(), "GOTOOLCHAIN=local") && test.variable != "local"
		if local == test.want && test.variable != "local" {
			t.Errorf("GOTOOLCHAIN=%s GOENV=%s: local %v", test.variable, test.file, local)
		}
	}
}
