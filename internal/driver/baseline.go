package driver

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/transportlint/transportlint/internal/gate"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
)

// writeBaseline makes all findings of r known. Entries about files that were not analyzed stay.
func (s *sieve) writeBaseline(r *result, prog *load.Program) error {
	if len(r.problems) > 0 {
		return errors.New("findings may be missing because of errors")
	}
	gone := s.entryIsMoot(prog)
	baseline := gate.NewBaseline(s.baseline.Path())
	for _, e := range s.baseline.Entries() {
		if !gone(e) {
			baseline.Add(e.Key, e.Count)
		}
	}
	for _, f := range r.findings {
		for _, key := range f.Keys() {
			baseline.Add(key, 1)
		}
	}
	text, err := baseline.Encode()
	if err != nil {
		return err
	}
	if err := replaceFile(baseline.Path(), text); err != nil {
		return err
	}
	r.known = []string{fmt.Sprintf("%d, now in %s", len(r.findings), s.opts.Baseline)}
	r.keep(nil)
	return nil
}

// entryIsMoot returns a function that reports whether a run over prog must have come across what an entry of the baseline is
// about, if it were still there.
func (s *sieve) entryIsMoot(prog *load.Program) func(gate.Entry) bool {
	analyzed := make(map[string]bool)
	for _, pkg := range prog.Listed {
		for _, name := range pkg.GoFiles {
			analyzed[filepath.ToSlash(name)] = prog.Asked[pkg.ID] || analyzed[filepath.ToSlash(name)]
		}
	}
	return func(e gate.Entry) bool {
		_, err := os.Lstat(filepath.FromSlash(e.File))
		return analyzed[e.File] || errors.Is(err, fs.ErrNotExist)
	}
}

// stale says which entries of the baseline nothing needs any more.
func (s *sieve) stale(t *gate.Tally, prog *load.Program) []string {
	moot := s.entryIsMoot(prog)
	var lines []string
	for _, e := range s.baseline.Unused(t) {
		if moot(e) {
			about := strings.Join(strings.Fields(e.Rule+" "+e.Symbol+" "+e.Field), " ")
			lines = append(lines, fmt.Sprintf("    %s: %s (%d)", report.Line(paths.Short(s.opts.WorkDir, filepath.FromSlash(e.File))), about, e.Count))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	head := fmt.Sprintf("%s has %s that no finding matches; -write-baseline removes them", s.opts.Baseline, report.Plural(len(lines), "line"))
	if n := len(lines) - maxNotes; n > 0 {
		lines = append(lines[:maxNotes], fmt.Sprintf("    and %d more", n))
	}
	return append([]string{head}, lines...)
}
