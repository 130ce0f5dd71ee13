// Package load finds the packages of a run and the types in them, from as little as possible: what the go command lists, what the
// compiler left in the build cache, and the text of files.
//
// Only packages that can have findings are read as a whole, which costs a fraction of what the drivers of go/analysis spend on an
// analyzer with facts. Packages of the main module that the asked ones import are among them, so that a part of a module gets the
// verdicts that the whole gets.
package load

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// listMode is what go list is asked for. cgo is not run: see [universe.typeCheck].
const listMode = packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps | packages.NeedModule

// A Config says how to load. Dir must be set.
type Config struct {
	// Dir is the directory, absolute, in which patterns are resolved.
	Dir string
	// Tags is a comma-separated list of build tags.
	Tags string
	// Tests asks for test files as well. They make up half of many modules.
	Tests bool
	// Build says how the types of dependencies are found. Empty means BuildAlways.
	Build Build
}

// A Loader loads packages, always in the same way.
type Loader struct {
	Config
	flags   []string
	env     []string // variables for the go command, besides those of environ
	hide    func(roots []*packages.Package) func(*packages.Package) bool
	overlay *Overlay // nil for the files as they are
	texts   *texts   // of the files that are analyzed, if they are to be kept
}

// A Program is the packages of one run. Everything that they import hangs below them.
type Program struct {
	Dir    string              // positions that the go command reports are relative to it
	Listed []*packages.Package // those asked for and, for what they tell about values, those of the main module below; by ID
	Asked  map[string]bool     // IDs of those to report on
	Roots  []*packages.Package // of Listed, those that are to be analyzed, with syntax and types
	Build  Build
	Note   string // for people; may be empty

	// NoLambda: the packages were selected, and none of them may have to do with a Lambda function.
	NoLambda bool

	types   *universe
	overlay *Overlay
	hidden  func(*packages.Package) bool
}

// New returns a loader. It fails if there is no such directory.
func New(c Config) (*Loader, error) {
	if info, err := os.Stat(c.Dir); err != nil {
		return nil, err
	} else if !info.IsDir() {
		return nil, errors.New("it is not a directory")
	}
	l := &Loader{Config: c, flags: slices.Clone(buildFlags)}
	l.hide = func([]*packages.Package) func(*packages.Package) bool {
		return func(*packages.Package) bool { return false }
	}
	if c.Tags != "" {
		l.flags = append(l.flags, "-tags="+c.Tags)
	}
	switch c.Build {
	case "":
		l.Build = BuildAlways
	case BuildAuto:
		l.flags = append(l.flags, dryRun)
	}
	return l, nil
}

// A Selection says which packages can have findings. Others need not be analyzed.
type Selection struct {
	// Types are names of types by the import path of their package: code that names one can have findings.
	Types map[string][]string
	// Timed are such names, too, but code that names one has findings only if it gives one of TimedFields a value without a unit.
	Timed       map[string][]string
	TimedFields []string
	// Entries are import paths of packages that run handlers of Lambda functions: what depends on one can have findings.
	Entries []string
	// Foreign are import paths: what imports one can have findings.
	Foreign []string
	// Deep are import paths: what depends on one, directly or not, can have findings.
	Deep []string
}

// Load loads the packages that match patterns, and those of the main module that these import. With only, the others are not
// analyzed.
// Errors in single packages are left in them; it fails if nothing can be loaded at all or a pattern matches nothing.
func (l *Loader) Load(ctx context.Context, patterns []string, only *Selection) (*Program, error) {
	prog, err := l.load(ctx, patterns, only)
	if unreadable, ok := errors.AsType[*exportError](err); ok {
		without := *l
		without.Build = BuildNever
		if prog, err = without.load(ctx, patterns, only); err == nil {
			prog.Note = fmt.Sprintf("the build cache cannot be used, so declarations are read from source: %v", unreadable)
		}
	}
	return prog, err
}

func (l *Loader) load(ctx context.Context, patterns []string, only *Selection) (*Program, error) {
	prog, err := l.list(ctx, patterns, only)
	if err != nil {
		return nil, err
	}
	prog.Roots = prog.Listed
	if only != nil {
		frozen := prog.frozen(only)
		prog.NoLambda = len(frozen) == 0
		prog.Roots = prog.scope(only, frozen)
	}
	prog.types.settle(prog.Roots, prog.Listed)
	return prog, prog.types.check(ctx, prog.Roots)
}

// list lists the packages that match patterns, and those that [siblings] adds.
func (l *Loader) list(ctx context.Context, patterns []string, only *Selection) (*Program, error) {
	if len(patterns) == 0 {
		patterns = []string{"."}
	}
	if err := endless(ctx, checkout(l.Dir)); err != nil {
		return nil, err
	}
	mode := listMode | packages.NeedExportFile
	switch l.Build {
	case BuildAuto:
		if err := mistakable(l.Dir); err != nil {
			return nil, err
		}
		if emptyCache() {
			mode = listMode | packages.NeedEmbedFiles // to ask for what is in the build cache takes the go command half as long again
		}
	case BuildNever:
		mode = listMode | packages.NeedEmbedFiles // so that it is told what is missing, as for a build
	}
	pkgs, err := l.listAll(ctx, mode, patterns)
	if err != nil {
		return nil, err
	}
	if err := l.checkPatterns(ctx, patterns, pkgs); err != nil {
		return nil, err
	}
	l.advise(ctx, pkgs)
	prog := &Program{Dir: l.Dir, Asked: make(map[string]bool), Build: l.Build, types: newUniverse(l), overlay: l.overlay, hidden: l.hide(pkgs)}
	for _, pkg := range pkgs {
		prog.Asked[pkg.ID] = true
	}
	prog.Listed = slices.DeleteFunc(slices.Concat(pkgs, siblings(pkgs, only)), func(pkg *packages.Package) bool { return isMadeUp(pkg) || prog.hidden(pkg) })
	slices.SortFunc(prog.Listed, func(a, b *packages.Package) int { return strings.Compare(a.ID, b.ID) })
	return prog, nil
}

// packages calls packages.Load.
func (l *Loader) packages(ctx context.Context, mode packages.LoadMode, tests bool, patterns []string) ([]*packages.Package, error) {
	pkgs, err := packages.Load(&packages.Config{
		Context:    ctx,
		Mode:       mode,
		Dir:        l.Dir,
		Env:        l.environ(),
		BuildFlags: l.flags,
		Tests:      tests,
	}, patterns...)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if _, err := exec.LookPath("go"); err != nil {
			return nil, errors.New("the go command is not on PATH; install Go, or add the folder of the go command to PATH")
		}
		return nil, fmt.Errorf("loading %s: %w", strings.Join(patterns, " "), goError(err))
	}
	return pkgs, nil
}

// Complete returns the packages with the given import paths, on which prog depends, with syntax and types and without their tests.
// Packages with errors are among them. Paths that prog does not depend on are left out, and packages that are hidden.
func (prog *Program) Complete(ctx context.Context, paths []string) ([]*packages.Package, error) {
	var list []*packages.Package
	packages.Visit(prog.Listed, nil, func(pkg *packages.Package) {
		if pkg.ID == pkg.PkgPath && slices.Contains(paths, pkg.PkgPath) && !prog.hidden(pkg) {
			// With other type objects than those that its importers know.
			again := *pkg
			again.Errors, again.TypeErrors = slices.Clone(pkg.Errors), nil
			list = append(list, &again)
		}
	})
	slices.SortFunc(list, func(a, b *packages.Package) int { return strings.Compare(a.ID, b.ID) })
	return list, prog.types.check(ctx, list)
}

// Read returns what a file holds in this run.
func (prog *Program) Read(name string) ([]byte, error) { return prog.overlay.read(name) }

// Counts reports whether an error in pkg means anything. The go command is kept from compiling unless Build is BuildAlways, so what it says
// of dependencies then does not; whether they can be found at all, it says at the import in file.
func (prog *Program) Counts(pkg *packages.Package, file string) bool {
	return prog.Build == BuildAlways || slices.Contains(prog.Listed, pkg) ||
		slices.ContainsFunc(prog.Listed, func(pkg *packages.Package) bool { return slices.Contains(pkg.GoFiles, file) })
}

// Dependencies returns all packages below roots that are not roots themselves.
func Dependencies(roots []*packages.Package) map[*packages.Package]bool {
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
// In a Lambda function, packages of modules that are replaced by a folder count, too: clients are passed around among them. Without only,
// there may be one.
func siblings(roots []*packages.Package, only *Selection) []*packages.Package {
	frozen := only == nil
	packages.Visit(roots, nil, func(pkg *packages.Package) { frozen = frozen || slices.Contains(only.Entries, pkg.PkgPath) })
	deps := Dependencies(roots)
	maps.DeleteFunc(deps, func(pkg *packages.Package, _ bool) bool {
		m := pkg.Module
		return m == nil || !m.Main && !(frozen && m.Replace != nil && m.Replace.Version == "")
	})
	return slices.Collect(maps.Keys(deps))
}

// Hiding returns a copy of l that looks into no package for which the function that hide returns is true: of what its functions do,
// nothing is known, and nothing in it is reported. Its types are what they are. hide is given the packages that match patterns.
func (l *Loader) Hiding(hide func(roots []*packages.Package) func(*packages.Package) bool) *Loader {
	c := *l
	c.hide = hide
	return &c
}

// In returns a copy of l that works in dir, an absolute path, with further variables for the go command.
func (l *Loader) In(dir string, env ...string) *Loader {
	c := *l
	c.Dir, c.env = dir, env
	return &c
}

// checkPatterns reports the patterns that match no package. The go command says nothing about a wildcard that matches
// nothing, and a check that silently checks nothing is worse than none.
func (l *Loader) checkPatterns(ctx context.Context, patterns []string, matched []*packages.Package) error {
	empty := patterns
	if len(matched) > 0 {
		empty = nil
		for _, pattern := range patterns {
			if len(patterns) == 1 || !strings.Contains(pattern, "...") {
				continue // it matched, or an error stands in its place
			}
			pkgs, err := l.packages(ctx, packages.NeedName, false, []string{pattern})
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
	if len(matched) == 0 {
		// What keeps the go command from listing anything at all is not about a pattern.
		if reason := l.goList(ctx, nil, []string{"unsafe"}); reason != "" {
			return fmt.Errorf("loading %s: %w", strings.Join(patterns, " "), goError(errors.New(reason)))
		}
	}
	err := fmt.Errorf("no package matches %s in %s", strings.Join(empty, " "), l.Dir)
	if reason := l.goList(ctx, nil, empty); reason != "" {
		advised := l.advised(ctx, empty[0], reason)
		if strings.HasPrefix(advised, noModule) { // which says it all
			return errors.New(advised)
		}
		return explained(fmt.Errorf("%w: %s", err, advised))
	}
	if len(matched) == 0 && l.Build != BuildNever {
		if reason := l.goList(ctx, []string{"-export"}, empty); strings.Contains(reason, "build cache") {
			return goError(errors.New(reason))
		}
	}
	return errors.New(l.advised(ctx, empty[0], err.Error()))
}

// goList returns what the go command says, warnings aside, about patterns when it is asked without being told to go on after
// errors.
func (l *Loader) goList(ctx context.Context, flags, patterns []string) string {
	cmd := exec.CommandContext(ctx, "go", slices.Concat([]string{"list"}, flags, l.flags, []string{"--"}, patterns)...)
	cmd.Dir, cmd.Env = l.Dir, l.environ()
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

// IsFile reports whether a pattern is the name of a file.
func IsFile(pattern string) bool { return strings.HasSuffix(pattern, ".go") }

// isMadeUp reports whether pkg is not what its files say: it is the main package that the go command generates for a test binary, or
// unsafe.
func isMadeUp(pkg *packages.Package) bool {
	return pkg.PkgPath == "unsafe" ||
		pkg.Name == "main" && strings.HasSuffix(pkg.ID, ".test") && !slices.ContainsFunc(pkg.GoFiles, IsFile)
}

// goError strips what packages.Load puts around the go command's own words, and what these say of progress, and says what to do where
// they do not.
func goError(err error) error {
	_, words, _ := strings.Cut(err.Error(), "stderr: ")
	lines := slices.DeleteFunc(strings.Split(words, "\n"), func(line string) bool { return strings.HasPrefix(line, "go: downloading ") })
	if words := strings.TrimSpace(strings.Join(lines, "\n")); words != "" {
		err = errors.New(words)
	}
	if strings.Contains(err.Error(), "build cache") {
		err = fmt.Errorf("%w; set GOCACHE to a folder that can be written", err)
	}
	return explained(err)
}
