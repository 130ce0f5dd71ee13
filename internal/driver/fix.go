package driver

import (
	"bytes"
	"context"
	"fmt"
	"go/format"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
	"golang.org/x/tools/go/packages"
)

// A rewrite is what the first fixes of diagnostics make of files. Nothing is written before all of it is known to compile.
type rewrite struct {
	before, after map[string][]byte // texts by file name; after holds the files that change
	fixed         map[string]int    // findings whose fix is in after, by file name
	known         map[string]bool   // problems that are not the fixes' doing
	refused       map[string]bool   // files that are left as they are
	problems      []problem
}

// maxFixing bounds how often the analysis is repeated for fixes that overlap.
const maxFixing = 10

// fix analyses, applies fixes, and analyses what they made of the program, until no fix is left, or for as long as anybody would
// nest literals. The report is about the last state.
func fix(ctx context.Context, opts Options, l *load.Loader, s *sieve, status *progress) (*result, error) {
	l.KeepTexts()
	w := &rewrite{before: make(map[string][]byte), after: make(map[string][]byte), fixed: make(map[string]int), refused: make(map[string]bool)}
	for round := 0; ; round++ {
		r, err := w.lint(ctx, opts, l, s, status)
		if err != nil {
			return nil, err
		}
		if w.undo(r, opts.WorkDir) || round < maxFixing && w.apply(r, l) {
			continue
		}
		for _, p := range w.problems {
			p.path = paths.Short(opts.WorkDir, p.path)
			r.problems = append(r.problems, p)
		}
		r.rewrite = w
		return r, nil
	}
}

// lint looks at what the fixes so far make of the program.
func (w *rewrite) lint(ctx context.Context, opts Options, l *load.Loader, s *sieve, status *progress) (*result, error) {
	overlay, err := load.NewOverlay(w.after)
	if err != nil {
		return nil, err
	}
	defer overlay.Remove()
	return lint(ctx, opts, l.Under(overlay), s, status)
}

// undo takes back the fixes of packages that have errors since. It reports whether there were any.
func (w *rewrite) undo(r *result, workDir string) bool {
	first := w.known == nil
	if first {
		w.known = make(map[string]bool)
	}
	undone := false
	for _, p := range r.problems {
		if first {
			w.known[p.path+" "+p.message] = true
		}
		if w.known[p.path+" "+p.message] || p.path == "" {
			continue
		}
		dir := filepath.Dir(p.path)
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(workDir, dir)
		}
		for name := range w.after {
			if filepath.Dir(name) == dir {
				delete(w.after, name)
				delete(w.fixed, name)
				w.refused[name], undone = true, true
				w.problems = append(w.problems, problem{where: dir, path: name,
					message: "not fixed, since the result would not compile: " + p.message + "; please report this"})
			}
		}
	}
	return undone
}

// apply applies the first fix of each diagnostic in r, but for those that meet with others. It reports whether there were any.
func (w *rewrite) apply(r *result, l *load.Loader) bool {
	accepted := make(map[string][]udiff.Edit)
	some := false
	for _, f := range r.findings {
		if len(f.printed.Fixes) == 0 {
			continue
		}
		name, edits := editsOf(f.printed.Fixes[0])
		if name == "" || w.refused[name] {
			continue
		}
		if reason := untouchable(f.pkg, name); reason != "" {
			w.refused[name] = true
			w.problems = append(w.problems, problem{where: directory(f.pkg), path: name, message: "not fixed: " + reason})
			continue
		}
		if merged, ok := merge(accepted[name], edits); ok {
			accepted[name], some = merged, true
			w.fixed[name]++
		}
	}
	for name, edits := range accepted {
		text, err := l.Text(name)
		if err != nil {
			continue
		}
		if w.before[name] == nil {
			w.before[name] = text
		}
		if fixed, err := udiff.ApplyBytes(text, edits); err == nil {
			w.after[name] = asClean(text, fixed)
		}
	}
	return some
}

// editsOf returns the edits of a fix and the file that they are in, which is empty if there is not exactly one.
func editsOf(fix report.Fix) (name string, edits []udiff.Edit) {
	for _, e := range fix.Edits {
		if name != "" && e.File != name {
			return "", nil
		}
		name = e.File
		edits = append(edits, udiff.Edit{Start: e.Start, End: e.End, New: e.New})
	}
	return name, edits
}

// merge adds edits to accepted, unless one of them touches what an accepted one does and is not the same.
func merge(accepted, edits []udiff.Edit) ([]udiff.Edit, bool) {
	merged := slices.Clone(accepted)
	for _, e := range edits {
		if slices.Contains(accepted, e) {
			continue
		}
		for _, a := range accepted {
			if e.Start <= a.End && a.Start <= e.End {
				return nil, false
			}
		}
		merged = append(merged, e)
	}
	return merged, true
}

// asClean formats after, in which several edits met, if gofmt has nothing to say about before.
func asClean(before, after []byte) []byte {
	if formatted, err := format.Source(before); err == nil && bytes.Equal(formatted, before) {
		if formatted, err = format.Source(after); err == nil {
			return formatted
		}
	}
	return after
}

// untouchable says why a file of pkg must not be written, or nothing.
func untouchable(pkg *packages.Package, name string) string {
	if pkg.Module == nil || !pkg.Module.Main {
		return "it is in no main module"
	}
	root, err := filepath.EvalSymlinks(pkg.Module.Dir)
	if err != nil {
		return err.Error()
	}
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err.Error()
	}
	inside, err := filepath.Rel(root, real)
	switch {
	case err != nil || !filepath.IsLocal(inside):
		return "it is a link to " + real + ", outside the module"
	case slices.Contains(strings.Split(filepath.ToSlash(filepath.Dir(inside)), "/"), "vendor"):
		return "it is vendored"
	}
	return ""
}

// finish writes the files, or with opts.Diff prints how they would change.
func (w *rewrite) finish(opts Options, r *result) error {
	for _, name := range slices.Sorted(maps.Keys(w.after)) {
		path := paths.Short(opts.WorkDir, name)
		if opts.Diff {
			if err := report.WriteDiff(opts.Stdout, opts.Format, opts.Terminal, filepath.ToSlash(path), w.before[name], w.after[name]); err != nil {
				return fmt.Errorf("writing the diff: %w", err)
			}
			continue
		}
		if err := replace(name, w.before[name], w.after[name]); err != nil {
			delete(w.after, name)
			r.problems = append(r.problems, problem{where: filepath.Dir(name), path: path, message: "not fixed: " + err.Error()})
		}
	}
	return nil
}

// replace writes a file as a whole, if it still is what it was before.
func replace(name string, before, after []byte) error {
	now, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, before) {
		return fmt.Errorf("it changed while it was being analysed; run the command again")
	}
	return replaceFile(name, after)
}

// summary says what was done, or with diff what would be.
func (w *rewrite) summary(diff bool) string {
	verb := "fixed"
	if diff {
		verb = "would fix"
	}
	if len(w.after) == 0 {
		return "fixed nothing"
	}
	n := 0
	for name := range w.after {
		n += w.fixed[name]
	}
	return fmt.Sprintf("%s %s in %s", verb, report.Plural(n, "finding"), report.Plural(len(w.after), "file"))
}
