package driver

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
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

// lookBack analyzes the merge base, as far as it matters for the findings of r, the report about prog.
func (s *sieve) lookBack(ctx context.Context, r *result, prog *load.Program, status *progress) (*past, error) {
	p := &past{known: make(gate.Known), lines: make(map[string]bool)}
	if err := s.touch(p, prog); err != nil {
		return nil, err
	}
	if file, known := s.base.Workspace(s.dir); !known && file != "" {
		p.notes = append(p.notes, fmt.Sprintf("%s is not in git, so it is assumed not to have changed since %s", report.Line(paths.Short(s.opts.WorkDir, file)), s.base))
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
	found, err := s.analyzePast(ctx, dirs, prog, status)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		p.doubts = append(p.doubts, fmt.Sprintf("%s could not be analyzed, so findings that were there already count as new: %v", s.base, err))
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
		p.doubts = append(p.doubts, fmt.Sprintf("%s cannot be restored to what it was, so findings that depend on it count as new",
			s.some(found.mixed)))
	}
	if len(found.foreign) > 0 {
		p.notes = append(p.notes, fmt.Sprintf("%s is not in git, so %s was analyzed without looking into it, and with its types and constants of today",
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
		return fmt.Errorf("-new-from: none of these packages is in the checkout of %s; run in the checkout that has them", s.dir)
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
