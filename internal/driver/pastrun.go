package driver

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"

	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/internal/gate"
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/load"
)

// A pastReport is what is found at the merge base.
type pastReport struct {
	findings       []finding
	problems       []problem
	entries        []inventory.Entry // if a list was asked for
	foreign, mixed map[string]bool   // folders of packages that git does not know, and of those that are not what they were
}

// note notes a package that is not known to be what it was, and reports whether it is one.
func (r *pastReport) note(pkg *packages.Package, m gate.Match) bool {
	switch {
	case m.Differs:
		r.mixed[directory(pkg)] = true
	case m.Foreign:
		r.foreign[directory(pkg)] = true
	}
	return m.Differs || m.Foreign
}

// analyzePast analyzes what the packages in dirs, which are of prog, were at the merge base, in the same folder.
func (s *sieve) analyzePast(ctx context.Context, dirs map[string]bool, prog *load.Program, status *progress) (*pastReport, error) {
	found := &pastReport{foreign: make(map[string]bool), mixed: make(map[string]bool)}
	inUse := make(map[string]bool)
	packages.Visit(prog.Listed, nil, func(pkg *packages.Package) { inUse[pkg.Dir] = true })
	runs, err := s.pastRuns(ctx, s.base.Packages(dirs))
	if err != nil || len(runs) == 0 {
		return found, err
	}
	content, err := s.base.Overlay(ctx, inUse)
	if err != nil {
		return nil, err
	}
	overlay, err := load.NewOverlay(content)
	if err != nil {
		return nil, err
	}
	defer overlay.Remove()
	for _, run := range runs {
		if err := s.analyzeRun(ctx, run, overlay, found, status); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// A pastRun is packages of the merge base that one run of the go command lists.
type pastRun struct {
	dir      string // where it works
	module   string // for which it makes a workspace, if there is no such folder now
	version  string // of Go in that
	patterns []string
}

// pastRuns says how to list the packages that were in the given folders. Most were in the module that governs s.dir, as packages are that
// are asked for there; others had a module of their own since.
func (s *sieve) pastRuns(ctx context.Context, dirs []string) ([]*pastRun, error) {
	here, _, err := s.base.Module(ctx, s.dir)
	if err != nil {
		return nil, err
	}
	workspace, _ := s.base.Workspace(s.dir)
	runs := make(map[string]*pastRun)
	for _, dir := range dirs {
		module, mod, err := s.base.Module(ctx, dir)
		if err != nil {
			return nil, err
		}
		run := &pastRun{dir: module}
		switch {
		case module == "" || module == here || workspace != "":
			module, run.dir = "", s.dir
		case !isFolder(module):
			run.dir, run.module, run.version = s.base.Top(), module, goVersion(mod)
		}
		if runs[module] == nil {
			runs[module] = run
		}
		rel, err := filepath.Rel(runs[module].dir, dir)
		if err != nil {
			return nil, err
		}
		runs[module].patterns = append(runs[module].patterns, "./"+filepath.ToSlash(rel))
	}
	return slices.Collect(maps.Values(runs)), nil
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

var goLine = regexp.MustCompile(`(?m)^go\s+([0-9][0-9A-Za-z.]*)`)

// goVersion returns the version of Go in a go.mod, or the first that has workspaces.
func goVersion(mod []byte) string {
	if m := goLine.FindSubmatch(mod); m != nil {
		return string(m[1])
	}
	return "1.18"
}

// analyzeRun analyzes what run lists under overlay, and adds to found what can be relied on.
func (s *sieve) analyzeRun(ctx context.Context, run *pastRun, overlay *load.Overlay, found *pastReport, status *progress) error {
	opts := s.opts
	opts.Patterns = run.patterns
	l, err := opts.loader()
	if err != nil {
		return err
	}
	if run.module == "" {
		l = l.In(run.dir)
	} else {
		file, err := overlay.Add("go.work", "go "+run.version+"\nuse "+strconv.Quote(run.module)+"\n")
		if err != nil {
			return err
		}
		l = l.In(run.dir, "GOWORK="+file)
	}
	l = l.Under(overlay)
	var match func(*packages.Package) gate.Match
	r, prog, err := loadAndAnalyze(ctx, opts, l.Hiding(func(roots []*packages.Package) func(*packages.Package) bool {
		match = s.comparison(roots, l.Read)
		return func(pkg *packages.Package) bool { return found.note(pkg, match(pkg)) }
	}), status)
	if err != nil {
		return err
	}
	// What is not what it was vouches for nothing, nor does what depends on it.
	mixed := make(map[*packages.Package]bool)
	doubtful := make(map[string]bool)
	packages.Visit(prog.Listed, nil, func(pkg *packages.Package) {
		found.note(pkg, match(pkg))
		mixed[pkg] = match(pkg).Differs
		for _, dep := range pkg.Imports {
			mixed[pkg] = mixed[pkg] || mixed[dep]
		}
		if mixed[pkg] {
			doubtful[directory(pkg)] = true
		}
	})
	for _, f := range r.findings {
		if !doubtful[directory(f.pkg)] {
			found.findings = append(found.findings, f)
		}
	}
	if r.inventory != nil {
		found.entries = append(found.entries, r.inventory.Entries...)
	}
	found.problems = append(found.problems, r.problems...)
	return nil
}
