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

const (
	syntaxMode = packages.LoadSyntax | packages.NeedModule
	listMode   = packages.LoadImports | packages.NeedModule
)

// A loader loads packages, always from the same directory and with the same build settings.
type loader struct {
	dir   string // absolute
	flags []string
	env   []string
	build Build
	tests bool

	overlay *overlay // nil for the files as they are
	texts   *texts   // of the files that are analysed, if they are to be kept
}

// A program is the packages of one run. Everything that they import hangs below them.
type program struct {
	dir   string              // positions that the go command reports are relative to it
	roots []*packages.Package // from source, with bodies and comments; in the order of their IDs
	asked map[string]bool     // IDs of the roots to report on; the others are analysed for what they tell about values

	// sources holds the files of the roots where dependencies were stripped to their declarations, and is nil otherwise.
	sources map[string]bool
	overlay *overlay
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
	l := &loader{dir: dir, build: opts.Build, env: os.Environ(), tests: includeTests(opts.Analyzer)}
	if opts.Tags != "" {
		l.flags = []string{"-tags=" + opts.Tags}
	}
	// Running cgo takes a C compiler and, for what it generates, a build.
	if l.build == BuildNever && os.Getenv("CGO_ENABLED") == "" {
		l.env = append(l.env, "CGO_ENABLED=0")
	}
	return l, nil
}

// includeTests reports whether a wants to see test files. They make up half of many modules and are not even loaded
// for nothing.
func includeTests(a *analysis.Analyzer) bool {
	f := a.Flags.Lookup("include-tests")
	return f != nil && f.Value.String() == "true"
}

// program loads the packages that match patterns, and the packages of the main module that these import.
// Errors in single packages are left in them; it fails if nothing can be loaded at all or a pattern matches nothing.
func (l *loader) program(ctx context.Context, patterns []string) (*program, error) {
	if len(patterns) == 0 {
		patterns = []string{"."}
	}
	prog := &program{dir: l.dir, asked: make(map[string]bool), overlay: l.overlay}

	// Stripping needs to know beforehand what not to strip, and the list tells what else the main module has to offer.
	// With export data at hand the packages themselves tell it, and usually are the whole module already.
	mode := syntaxMode
	if l.build == BuildNever {
		mode = listMode
	}
	pkgs, err := l.load(ctx, mode, l.tests, nil, patterns)
	if err != nil {
		return nil, err
	}
	if err := l.checkPatterns(ctx, patterns, pkgs); err != nil {
		return nil, err
	}
	for _, pkg := range pkgs {
		prog.asked[pkg.ID] = true
	}
	siblings := siblings(pkgs)
	if slices.ContainsFunc(patterns, isFile) {
		siblings = nil // the go command takes either files or packages
	}
	if l.build == BuildNever {
		prog.sources = sources(pkgs, siblings)
	}
	if l.build == BuildNever || len(siblings) > 0 {
		pkgs, err = l.load(ctx, syntaxMode, l.tests, prog.sources, slices.Concat(patterns, siblings))
		if err != nil {
			return nil, err
		}
	}
	prog.roots = slices.DeleteFunc(pkgs, isTestMain)
	slices.SortFunc(prog.roots, func(a, b *packages.Package) int { return strings.Compare(a.ID, b.ID) })
	return prog, nil
}

// packages returns the packages with the given import paths, on which prog depends, from source and without their tests.
// Packages with errors are among them.
func (l *loader) packages(ctx context.Context, prog *program, paths []string) ([]*packages.Package, error) {
	if l.build == BuildNever {
		return prog.complete(paths), nil
	}
	return l.load(ctx, syntaxMode, false, nil, paths)
}

// load calls packages.Load. If src is not nil, all dependencies come from source, reduced to their declarations in
// every file that is not in src.
func (l *loader) load(ctx context.Context, mode packages.LoadMode, tests bool, src map[string]bool, patterns []string) ([]*packages.Package, error) {
	parse := l.parseSource
	if src != nil {
		mode |= packages.NeedDeps
		parse = func(fset *token.FileSet, name string, text []byte) (*ast.File, error) {
			if src[name] {
				return l.parseSource(fset, name, text)
			}
			return parseDeclarations(fset, name, text)
		}
	}
	parse = l.overlay.parser(parse)
	pkgs, err := packages.Load(&packages.Config{
		Context:    ctx,
		Mode:       mode,
		Dir:        l.dir,
		Env:        l.env,
		BuildFlags: l.flags,
		Tests:      tests,
		ParseFile:  parse,
	}, patterns...)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("loading %s: %w", strings.Join(patterns, " "), goError(err))
	}
	pkgs = l.overlay.mend(pkgs, parse)
	if src != nil {
		release(pkgs)
	}
	return pkgs, nil
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

// release drops what was needed of dependencies only to find their types.
func release(roots []*packages.Package) {
	for pkg := range dependencies(roots) {
		pkg.Syntax, pkg.TypesInfo = nil, nil
	}
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

// siblings returns, sorted, the import paths of main-module packages that roots import and that are not among them.
// In a Lambda function, packages of modules that are replaced by a folder count, too: clients are passed around among them.
func siblings(roots []*packages.Package) []string {
	paths := make(map[string]bool)
	deps := dependencies(roots)
	frozen := false
	for pkg := range deps {
		frozen = frozen || catalog.IsEntry(pkg.PkgPath)
	}
	for pkg := range deps {
		if m := pkg.Module; m != nil && (m.Main || frozen && m.Replace != nil && m.Replace.Version == "") {
			paths[pkg.PkgPath] = true
		}
	}
	for _, root := range roots {
		delete(paths, root.PkgPath)
	}
	return slices.Sorted(maps.Keys(paths))
}

// mayBeFrozen tells whether anything in prog is part of a Lambda function: a package that runs handlers, of the known ones or
// of those that a's flags name, is among its dependencies.
func (prog *program) mayBeFrozen(a *analysis.Analyzer) bool {
	if f := a.Flags.Lookup("lambda-entry"); f != nil && f.Value.String() != "" {
		return true
	}
	for pkg := range dependencies(prog.roots) {
		if catalog.IsEntry(pkg.PkgPath) || pkg.PkgPath == catalog.Events {
			return true
		}
	}
	return slices.ContainsFunc(prog.roots, func(pkg *packages.Package) bool { return catalog.IsEntry(pkg.PkgPath) })
}

// sources returns the files of roots, and of what they import of the packages at paths.
func sources(roots []*packages.Package, paths []string) map[string]bool {
	files := make(map[string]bool)
	add := func(pkg *packages.Package) {
		for _, name := range slices.Concat(pkg.GoFiles, pkg.CompiledGoFiles) {
			files[name] = true
		}
	}
	for _, root := range roots {
		add(root)
	}
	for pkg := range dependencies(roots) {
		if slices.Contains(paths, pkg.PkgPath) {
			add(pkg)
		}
	}
	return files
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
			pkgs, err := l.load(ctx, packages.NeedName, false, nil, []string{pattern})
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
	cmd.Dir, cmd.Env = l.dir, slices.Concat(l.env, []string{"PWD=" + l.dir})
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

// goError strips what packages.Load puts around the go command's own words.
func goError(err error) error {
	_, words, found := strings.Cut(err.Error(), "stderr: ")
	words = strings.TrimSpace(words)
	if !found || words == "" {
		return err
	}
	return errors.New(words)
}
