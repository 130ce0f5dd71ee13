package driver

import (
	"context"
	"fmt"
	"path/filepath"

	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/internal/gate"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
)

// A past is what is known of the merge base.
type past struct {
	touched map[string]bool // folders of packages that the change can have an effect on; in all others, all findings are old
	known   gate.Known      // findings in those
	lines   map[string]bool // of these findings
	doubts  []string        // why findings may count as new that are not
}

// untouched reports whether f stands in a package that the change can have no effect on.
func (p *past) untouched(f finding) bool { return p != nil && !p.touched[directory(f.pkg)] }

// rank orders findings by how likely they are the old ones among equals: those first whose lines are old.
func (p *past) rank(f finding) int {
	if p != nil && p.lines[f.text] {
		return 0
	}
	return 1
}

// lookBack analyses the merge base, as far as it matters for the findings of r, the report about prog.
func (s *sieve) lookBack(ctx context.Context, r *result, prog *load.Program, status *progress) (*past, error) {
	touched, err := s.touched(prog)
	if err != nil {
		return nil, err
	}
	p := &past{touched: touched, known: make(gate.Known), lines: make(map[string]bool)}
	dirs := make(map[string]bool)
	for _, f := range r.findings {
		if dir := directory(f.pkg); touched[dir] {
			dirs[dir] = true
		}
	}
	if len(dirs) == 0 {
		return p, nil
	}
	status.say("looking at the merge base")
	old, err := s.analysePast(ctx, dirs, prog, status)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		p.doubts = []string{fmt.Sprintf("%s could not be analysed, so findings that were there already count as new: %v", s.base, err)}
		return p, nil
	case old == nil:
		return p, nil
	}
	for _, f := range old.findings {
		p.lines[f.text] = true
		f.File, f.At = s.base.Now(f.File), s.base.Now(f.At)
		for _, key := range f.Keys() {
			p.known.Add(key, 1)
		}
	}
	for i, problem := range old.problems {
		if i == maxNotes {
			p.doubts = append(p.doubts, fmt.Sprintf("and %d more", len(old.problems)-i))
			break
		}
		p.doubts = append(p.doubts, fmt.Sprintf("at %s: %s: %s", s.base, report.Line(problem.position()), problem.text()))
	}
	if len(old.problems) > 0 {
		p.doubts = append(p.doubts, "findings that these errors hid there count as new")
	}
	return p, nil
}

// touched returns the folders of those packages of prog in which, or in whose dependencies, files differ from the base.
func (s *sieve) touched(prog *load.Program) (map[string]bool, error) {
	changed := make(map[string]bool)
	everything := false // module files say where all packages come from
	for _, name := range s.base.Changed() {
		changed[filepath.Dir(name)] = true
		everything = everything || filepath.Ext(name) != ".go"
	}
	inside := false
	var opaque error
	touched := make(map[*packages.Package]bool)
	packages.Visit(prog.Listed, nil, func(pkg *packages.Package) {
		touched[pkg] = everything || changed[pkg.Dir]
		for _, dep := range pkg.Imports {
			touched[pkg] = touched[pkg] || touched[dep]
		}
		inside = inside || s.base.Contains(pkg.Dir)
		for _, sub := range s.base.Submodules {
			if paths.Contains(sub, pkg.Dir) {
				opaque = fmt.Errorf("-new-from cannot look into %s, a git submodule that this change moves and that package %s is in; run without it", sub, pkg.PkgPath)
			}
		}
	})
	if !inside && len(prog.Listed) > 0 {
		return nil, fmt.Errorf("-new-from: none of these packages are in the checkout around %s; run in theirs", s.dir)
	}
	dirs := make(map[string]bool)
	for _, root := range prog.Listed {
		if touched[root] {
			dirs[directory(root)] = true
		}
	}
	return dirs, opaque
}

// analysePast analyses what the packages in dirs, which are of prog, were at the merge base, in the same folder. It returns nil if
// there were none.
func (s *sieve) analysePast(ctx context.Context, dirs map[string]bool, prog *load.Program, status *progress) (*result, error) {
	had, err := s.base.Packages(ctx, dirs)
	if err != nil || len(had) == 0 {
		return nil, err
	}
	inUse := make(map[string]bool)
	packages.Visit(prog.Listed, nil, func(pkg *packages.Package) { inUse[pkg.Dir] = true })
	content, err := s.base.Overlay(ctx, inUse)
	if err != nil {
		return nil, err
	}
	overlay, err := load.NewOverlay(content)
	if err != nil {
		return nil, err
	}
	defer overlay.Remove()
	opts := s.opts
	opts.Patterns = nil
	for _, dir := range had {
		rel, err := filepath.Rel(s.dir, dir)
		if err != nil {
			return nil, err
		}
		opts.Patterns = append(opts.Patterns, "./"+filepath.ToSlash(rel))
	}
	l, err := opts.loader()
	if err != nil {
		return nil, err
	}
	r, _, err := analyse(ctx, opts, l.Under(overlay), status)
	return r, err
}
