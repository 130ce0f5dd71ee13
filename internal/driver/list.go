package driver

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/token"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
	"github.com/transportlint/transportlint/internal/survey"
)

// clientPackages are those of the standard library that have clients: what imports one can have one.
var clientPackages = []string{"net/http", "net", "crypto/tls"}

// newInventory lists the clients of the packages that were asked for.
func newInventory(graphs []*checker.Graph, prog *load.Program, workDir string) *inventory.Inventory {
	var all []*survey.Package
	asked := make(map[*survey.Package]bool)
	for i, graph := range graphs {
		for _, act := range graph.Roots {
			r, ok := act.Result.(*analyzer.Result)
			if !ok || r.Clients == nil || act.Err != nil {
				continue
			}
			all = append(all, r.Clients)
			asked[r.Clients] = i == 0 && prog.Asked[act.Package.ID]
		}
	}
	return survey.Join(all, func(p *survey.Package) bool { return asked[p] }, func(at token.Position) inventory.Place {
		return inventory.Place{File: filepath.ToSlash(paths.Short(workDir, at.Filename)), Line: at.Line, Column: at.Column}
	})
}

// list lists the clients, or what changed since the merge base.
func list(ctx context.Context, opts Options, l *load.Loader, s *sieve, status *progress) (*result, error) {
	r, prog, err := loadAndAnalyze(ctx, opts, l, status)
	if err != nil || s.base == nil {
		return r, err
	}
	p := new(past)
	if err := s.touch(p, prog); err != nil {
		return nil, err
	}
	dirs := p.touched
	packagesOf := make(map[string]bool) // import paths of what is touched
	packages.Visit(prog.Listed, nil, func(pkg *packages.Package) {
		if p.touched[directory(pkg)] {
			packagesOf[pkg.PkgPath] = true
		}
	})
	if slices.ContainsFunc(opts.Patterns, func(pattern string) bool { return strings.HasSuffix(pattern, "...") }) {
		for _, name := range s.base.Changed() { // of packages that are gone, too
			if paths.Contains(s.dir, name) {
				dirs[filepath.Dir(name)] = true
			}
		}
	}
	old := &inventory.Inventory{Version: inventory.Version}
	if len(dirs) > 0 {
		status.say("looking at the merge base")
		found, err := s.analyzePast(ctx, dirs, prog, status)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			return nil, fmt.Errorf("%s could not be analyzed, so nothing can be compared with it: %w", s.base, err)
		}
		old.Entries = found.entries
		for _, problem := range found.problems {
			problem.message = fmt.Sprintf("at %s: %s", s.base, problem.message)
			r.problems = append(r.problems, problem)
		}
	}
	now := &inventory.Inventory{Version: inventory.Version}
	for _, e := range r.inventory.Entries {
		if packagesOf[e.Package] {
			now.Entries = append(now.Entries, e)
		}
	}
	r.comparison = inventory.Compare(old, now)
	r.base = s.base.String()
	return r, nil
}

// listed is the closing line for a list.
func (r *result) listed() string {
	dirs := make(map[string]bool)
	for _, e := range r.inventory.Entries {
		dirs[e.Package] = true
	}
	line := "no network clients"
	if n := len(r.inventory.Entries); n > 0 {
		line = fmt.Sprintf("%s in %s", report.Plural(n, "network client"), report.Plural(len(dirs), "package"))
	}
	line += fmt.Sprintf(" (%d analyzed)", r.analyzed)
	if r.analyzed == 0 {
		line = "nothing analyzed"
	}
	if r.comparison != nil {
		line = fmt.Sprintf("%s since %s; %s", report.Plural(len(r.comparison.Lines()), "changed client"), r.base, line)
	}
	if n := r.broken(); n > 0 {
		line += ", errors in " + report.Plural(n, "package")
	}
	return line
}

// writeList writes the list, or what changed in it, to where opts says.
func (r *result) writeList(opts Options) error {
	write := func(w io.Writer, format inventory.Format) error {
		switch {
		case r.comparison != nil:
			return r.comparison.Write(w, format)
		case r.inventory != nil && format == inventory.HTML:
			return r.inventory.WriteHTML(w, opts.ListHTML)
		case r.inventory != nil:
			return r.inventory.Write(w, format)
		}
		return nil // nothing was analyzed, and the error says why
	}
	err := write(opts.Stdout, opts.ListFormat)
	if opts.File == "" || r.failed {
		return err
	}
	var b bytes.Buffer
	inFile := write(&b, opts.ListFileFormat)
	if inFile == nil {
		inFile = replaceFile(paths.Absolute(opts.WorkDir, opts.File), b.Bytes())
	}
	if inFile != nil {
		inFile = fmt.Errorf("%s: %w", opts.File, inFile)
	}
	return errors.Join(err, inFile)
}
