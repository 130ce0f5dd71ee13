package driver

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/internal/catalog"
)

// listMode is what go list is asked for. cgo is not run: see [universe.typeCheck].
const listMode = packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps | packages.NeedModule | packages.NeedTypesSizes

// A loader loads packages, always from the same directory and with the same build settings.
type loader struct {
	dir   string // absolute
	flags []string
	build Build
	tests bool

	overlay *overlay // nil for the files as they are
	texts   *texts   // of the files that are analysed, if they are to be kept
}

// A program is the packages of one run. Everything that they import hangs below them.
type program struct {
	dir     string              // positions that the go command reports are relative to it
	listed  []*packages.Package // those asked for and, for what they tell about values, those of the main module below; by ID
	asked   map[string]bool     // IDs of those to report on
	roots   []*packages.Package // of listed, those that are analysed, once they are loaded
	types   *universe
	overlay *overlay

	build   Build
	remarks []string // for people
}

func newLoader(opts Options) (*loader, error) {
	dir := opts.Dir
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(opts.WorkDir, dir)
	}
	if info, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("cannot work in %q: %w", opts.Dir, err)
	} else if !info.IsDir() {
		return nil, fmt.Errorf("cannot work in %q: it is no directory", opts.Dir)
	}
	l := &loader{dir: dir, build: opts.Build, tests: includeTests(opts.Analyzer)}
	if opts.Tags != "" {
		l.flags = append(l.flags, "-tags="+opts.Tags)
	}
	switch {
	case l.build == "", l.build == BuildAuto && opts.Executable == "":
		l.build = BuildAlways
	case l.build == BuildAuto:
		l.flags = append(l.flags, refusing(opts.Executable))
	}
	return l, nil
}

// withoutCache returns a copy of l that does not look into the build cache.
func (l *loader) withoutCache() *loader {
	c := *l
	c.build = BuildNever
	return &c
}

// includeTests reports whether a wants to see test files. They make up half of many modules and are not even loaded
// for nothing.
func includeTests(a *analysis.Analyzer) bool {
	f := a.Flags.Lookup("include-tests")
	return f != nil && f.Value.String() == "true"
}

// program lists the packages that match patterns, and the packages of the main module that these import.
// Errors in single packages are left in them; it fails if nothing can be listed at all or a pattern matches nothing.
func (l *loader) program(ctx context.Context, patterns []string) (*program, error) {
	if len(patterns) == 0 {
		patterns = []string{"."}
	}
	prog := &program{dir: l.dir, asked: make(map[string]bool), overlay: l.overlay, build: l.build}
	mode := listMode | packages.NeedExportFile
	if l.build == BuildNever {
		mode = listMode | packages.NeedEmbedFiles // so that it is told what is missing, as for a build
	}
	pkgs, err := l.list(ctx, mode, l.tests, patterns)
	if err != nil {
		return nil, err
	}
	if err := l.checkPatterns(ctx, patterns, pkgs); err != nil {
		return nil, err
	}
	for _, pkg := range pkgs {
		prog.asked[pkg.ID] = true
	}
	prog.listed = slices.DeleteFunc(slices.Concat(pkgs, siblings(pkgs)), isTestMain)
	slices.SortFunc(prog.listed, func(a, b *packages.Package) int { return strings.Compare(a.ID, b.ID) })
	prog.types = newUniverse(l)
	return prog, nil
}

// load parses and type-checks the packages of prog that are in scope; nil stands for all.
func (l *loader) load(ctx context.Context, prog *program, scope map[*packages.Package]bool) error {
	prog.roots = slices.DeleteFunc(slices.Clone(prog.listed), func(pkg *packages.Package) bool { return scope != nil && !scope[pkg] })
	prog.types.settle(prog.roots, prog.listed)
	return prog.types.check(ctx, prog.roots)
}

// complete returns the packages with the given import paths, on which prog depends, from source and without their tests.
// Packages with errors are among them. Paths that prog does not depend on are left out.
func (prog *program) complete(ctx context.Context, paths []string) ([]*packages.Package, error) {
	var list []*packages.Package
	packages.Visit(prog.listed, nil, func(pkg *packages.Package) {
		if pkg.ID == pkg.PkgPath && slices.Contains(paths, pkg.PkgPath) {
			// With other type objects than those that its importers know.
			again := *pkg
			again.Errors, again.TypeErrors = slices.Clone(pkg.Errors), nil
			list = append(list, &again)
		}
	})
	slices.SortFunc(list, func(a, b *packages.Package) int { return strings.Compare(a.ID, b.ID) })
	return list, prog.types.check(ctx, list)
}

// list calls packages.Load.
func (l *loader) list(ctx context.Context, mode packages.LoadMode, tests bool, patterns []string) ([]*packages.Package, error) {
	pkgs, err := packages.Load(&packages.Config{
		Context:    ctx,
		Mode:       mode,
		Dir:        l.dir,
		BuildFlags: l.flags,
		Tests:      tests,
	}, patterns...)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("loading %s: %w", strings.Join(patterns, " "), goError(err))
	}
	return pkgs, nil
}

// dependencies returns all packages below roots that are not roots themselves.
func dependencies(roots []*packages.Package) map[*packages.Package]bool {
	deps := make(map[*packages.Package]bool)
	packages.Visit(roots, func(pkg *packages.Package) bool {
		deps[pkg] = true
		return true
	}, nil)
	for _, root := range roots {
		delete(deps, root)
	}
	return deps
}

// siblings returns the packages of the main module that roots import and that are not among them.
// In a Lambda function, packages of modules that are replaced by a folder count, too: clients are passed around among them.
func siblings(roots []*packages.Package) []*packages.Package {
	deps := dependencies(roots)
	frozen := false
	for pkg := range deps {
		frozen = frozen || catalog.IsEntry(pkg.PkgPath)
	}
	maps.DeleteFunc(deps, func(pkg *packages.Package, _ bool) bool {
		m := pkg.Module
		return m == nil || !m.Main && !(frozen && m.Replace != nil && m.Replace.Version == "")
	})
	return slices.Collect(maps.Keys(deps))
}

// checkPatterns reports the patterns that match no package. The go command says nothing about a wildcard that matches
// nothing, and a check that silently checks nothing is worse than none.
func (l *loader) checkPatterns(ctx context.Context, patterns []string, matched []*packages.Package) error {
	empty := patterns
	if len(matched) > 0 {
		empty = nil
		for _, pattern := range patterns {
			if len(patterns) == 1 || !strings.Contains(pattern, "...") {
				continue // it matched, or an error stands in its place
			}
			pkgs, err := l.list(ctx, packages.NeedName, false, []string{pattern})
			if err != nil {
				return err
			}
			if len(pkgs) == 0 {
				empty = append(empty, pattern)
			}
		}
	}
	if len(empty) == 0 {
		return nil
	}
	err := fmt.Errorf("no package matches %s in %s", strings.Join(empty, " "), l.dir)
	if reason := l.goList(ctx, empty); reason != "" {
		err = fmt.Errorf("%w: %s", err, reason)
	}
	return err
}

// goList returns what the go command says, warnings aside, about patterns when it is asked without being told to go on after
// errors.
func (l *loader) goList(ctx context.Context, patterns []string) string {
	cmd := exec.CommandContext(ctx, "go", slices.Concat([]string{"list"}, l.flags, []string{"--"}, patterns)...)
	cmd.Dir, cmd.Env = l.dir, slices.Concat(os.Environ(), []string{"PWD=" + l.dir})
	var stderr strings.Builder
	cmd.Stderr = &stderr
	_ = cmd.Run() // it fails where it has something to say
	var said []string
	for line := range strings.Lines(stderr.String()) {
		if !strings.HasPrefix(line, "go: warning: ") {
			said = append(said, strings.TrimSpace(strings.TrimPrefix(line, "go: ")))
		}
	}
	return strings.Join(said, "\n")
}

func isFile(pattern string) bool { return strings.HasSuffix(pattern, ".go") }

// isTestMain reports whether pkg is the main package that the go command generates for a test binary.
func isTestMain(pkg *packages.Package) bool {
	return pkg.Name == "main" && strings.HasSuffix(pkg.ID, ".test") &&
		!slices.ContainsFunc(pkg.GoFiles, isFile)
}

// parseSource parses a file that is analysed.
func (l *loader) parseSource(fset *token.FileSet, name string, text []byte) (*ast.File, error) {
	if l.texts != nil {
		l.texts.add(name, text)
	}
	return parseSource(fset, name, text)
}

// reading returns a copy of a that sees the texts which were parsed, if they are kept.
func (l *loader) reading(a *analysis.Analyzer) *analysis.Analyzer {
	if l.texts == nil {
		return a
	}
	with := *a
	with.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.ReadFile = l.texts.read
		return a.Run(&p)
	}
	return &with
}

// goError strips what packages.Load puts around the go command's own words.
func goError(err error) error {
	_, words, found := strings.Cut(err.Error(), "stderr: ")
	words = strings.TrimSpace(words)
	if !found || words == "" {
		return err
	}
	return errors.New(words)
}
