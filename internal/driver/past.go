package driver

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/internal/gate"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
)

// A past is what is known of the merge base.
type past struct {
	touched map[string]bool // folders of packages that the change can have an effect on; in all others, all findings are old
	foreign map[string]bool // of these, folders with code of which git does not know whether it was there; in them, nothing is old
	known   gate.Known      // findings in those that are touched
	lines   map[string]bool // of these findings
	doubts  []string        // why findings may count as new that are not
	notes   []string        // on what old findings rest, if not on git alone
}

// untouched reports whether f stands in a package that the change can have no effect on.
func (p *past) untouched(f finding) bool { return p != nil && !p.touched[directory(f.pkg)] }

// unknowable reports whether it cannot be told of f whether it was there.
func (p *past) unknowable(f finding) bool { return p != nil && p.foreign[directory(f.pkg)] }

// rank orders findings by how likely they are the old ones among equals: those first whose lines are old.
func (p *past) rank(f finding) int {
	if p != nil && p.lines[f.text] {
		return 0
	}
	return 1
}

// lookBack analyses the merge base, as far as it matters for the findings of r, the report about prog.
func (s *sieve) lookBack(ctx context.Context, r *result, prog *load.Program, status *progress) (*past, error) {
	p := &past{known: make(gate.Known), lines: make(map[string]bool)}
	if err := s.touch(p, prog); err != nil {
		return nil, err
	}
	if file, known := s.base.Workspace(s.dir); !known && file != "" {
		p.notes = append(p.notes, fmt.Sprintf("%s is not in git, so it was taken for what it was at %s", report.Line(paths.Short(s.opts.WorkDir, file)), s.base))
	}
	dirs := make(map[string]bool)
	for _, f := range r.findings {
		if dir := directory(f.pkg); p.touched[dir] {
			if !p.foreign[dir] {
				dirs[dir] = true
			} else if note := fmt.Sprintf("%s has code that is not in git, so its findings count as new", report.Line(paths.Short(s.opts.WorkDir, dir))); !slices.Contains(p.doubts, note) {
				p.doubts = append(p.doubts, note)
			}
		}
	}
	if len(dirs) == 0 {
		return p, nil
	}
	status.say("looking at the merge base")
	found, err := s.analysePast(ctx, dirs, prog, status)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		p.doubts = append(p.doubts, fmt.Sprintf("%s could not be analysed, so findings that were there already count as new: %v", s.base, err))
		return p, nil
	}
	for _, f := range found.findings {
		p.lines[f.text] = true
		f.File, f.At = s.base.Now(f.File), s.base.Now(f.At)
		for _, key := range f.Keys() {
			p.known.Add(key, 1)
		}
	}
	for i, problem := range found.problems {
		if i == maxNotes {
			p.doubts = append(p.doubts, fmt.Sprintf("and %d more", len(found.problems)-i))
			break
		}
		p.doubts = append(p.doubts, fmt.Sprintf("at %s: %s: %s", s.base, report.Line(problem.position()), problem.text()))
	}
	if len(found.problems) > 0 {
		p.doubts = append(p.doubts, "findings that these errors hid there count as new")
	}
	if len(found.mixed) > 0 {
		p.doubts = append(p.doubts, fmt.Sprintf("%s cannot be restored to what it was, so findings count as new that depend on it",
			s.some(found.mixed)))
	}
	if len(found.foreign) > 0 {
		p.notes = append(p.notes, fmt.Sprintf("%s is not in git, so %s was analysed without looking into it, and with its types and constants of today",
			s.some(found.foreign), s.base))
	}
	return p, nil
}

// some names folders, but not too many.
func (s *sieve) some(dirs map[string]bool) string {
	var names []string
	for _, dir := range slices.Sorted(maps.Keys(dirs)) {
		names = append(names, report.Line(paths.Short(s.opts.WorkDir, dir)))
	}
	if n := len(names) - maxNotes; n > 0 {
		names = append(names[:maxNotes], fmt.Sprintf("%d more", n))
	}
	return strings.Join(names, ", ")
}

// touch finds the packages of prog in which, or in whose dependencies, not all is what it was at the base.
func (s *sieve) touch(p *past, prog *load.Program) error {
	changed := make(map[string]bool)
	everything := false // module files say where all packages come from
	for _, name := range s.base.Changed() {
		changed[filepath.Dir(name)] = true
		everything = everything || filepath.Ext(name) != ".go"
	}
	match := s.comparison(prog.Listed, prog.Read)
	inside := false
	var closed error
	touched := make(map[*packages.Package]bool)
	p.touched, p.foreign = make(map[string]bool), make(map[string]bool)
	packages.Visit(prog.Listed, nil, func(pkg *packages.Package) {
		m := match(pkg)
		touched[pkg] = everything || changed[pkg.Dir] || m.Differs || m.Foreign
		for _, dep := range pkg.Imports {
			touched[pkg] = touched[pkg] || touched[dep]
		}
		if touched[pkg] {
			p.touched[directory(pkg)] = true
		}
		if m.Foreign {
			p.foreign[directory(pkg)] = true
		}
		inside = inside || s.base.Contains(pkg.Dir)
		if sub, err := s.base.Closed(pkg.Dir); err != nil && closed == nil {
			closed = fmt.Errorf("-new-from cannot tell what was in %s, a git submodule that package %s is in: %w", sub, pkg.PkgPath, err)
		}
	})
	if !inside && len(prog.Listed) > 0 {
		return fmt.Errorf("-new-from: none of these packages are in the checkout around %s; run in theirs", s.dir)
	}
	return closed
}

// comparison returns a function that compares packages, of those that roots lead to, with what the base holds.
func (s *sieve) comparison(roots []*packages.Package, read func(string) ([]byte, error)) func(*packages.Package) gate.Match {
	listing := s.base.NewListing(read)
	packages.Visit(roots, nil, func(pkg *packages.Package) { listing.Add(pkg.Dir, pkg.GoFiles, pkg.IgnoredFiles) })
	matches := make(map[*packages.Package]gate.Match)
	return func(pkg *packages.Package) gate.Match {
		m, known := matches[pkg]
		if !known {
			m = listing.Compare(pkg.Dir, pkg.GoFiles)
			matches[pkg] = m
		}
		return m
	}
}

// A pastReport is what is found at the merge base.
type pastReport struct {
	findings       []finding
	problems       []problem
	foreign, mixed map[string]bool // folders of packages that git does not know, and of those that are not what they were
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

// analysePast analyses what the packages in dirs, which are of prog, were at the merge base, in the same folder.
func (s *sieve) analysePast(ctx context.Context, dirs map[string]bool, prog *load.Program, status *progress) (*pastReport, error) {
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
		if err := s.analyseRun(ctx, run, overlay, found, status); err != nil {
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

// analyseRun analyses what run lists under overlay, and adds to found what can be relied on.
func (s *sieve) analyseRun(ctx context.Context, run *pastRun, overlay *load.Overlay, found *pastReport, status *progress) error {
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
	r, prog, err := analyse(ctx, opts, l.Hiding(func(roots []*packages.Package) func(*packages.Package) bool {
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
	found.problems = append(found.problems, r.problems...)
	return nil
}
