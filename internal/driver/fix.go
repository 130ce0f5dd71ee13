package driver

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"go/format"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/internal/edit"
	"github.com/transportlint/transportlint/internal/files"
	"github.com/transportlint/transportlint/internal/load"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/report"
)

// A rewrite is what the first fixes of diagnostics make of files. Nothing is written before all of it is known to compile.
// A file goes by where it really is: packages may know it by several names, through links.
type rewrite struct {
	before, after map[string][]byte   // texts; after holds the files that change
	names         map[string][]string // by which packages know each file, sorted
	fixed         map[string]int      // findings whose fix is in after
	known         map[string]bool     // problems that are not the fixes' doing
	refused       map[string]bool     // files that are left as they are
	problems      []problem
}

// maxFixing bounds how often the analysis is repeated for fixes that overlap.
const maxFixing = 10

// fix analyzes, applies fixes, and analyzes what they made of the program, until no fix is left, or for as long as anybody would
// nest literals. Then it writes the files, or with opts.Diff prints how they would change. The report is about what the files hold
// in the end, or with opts.Diff would hold.
func fix(ctx context.Context, opts Options, l *load.Loader, s *sieve, status *progress) (*result, error) {
	l.KeepTexts()
	w := &rewrite{before: make(map[string][]byte), after: make(map[string][]byte), fixed: make(map[string]int), refused: make(map[string]bool)}
	r, err := w.settle(ctx, opts, l, s, status)
	if err != nil {
		return nil, err
	}
	switch {
	case opts.Diff:
		status.done()
		err = w.print(opts)
	case !w.write(ctx) && ctx.Err() == nil:
		l.KeepTexts()
		r, err = lint(ctx, opts, l, s, status)
	}
	if err != nil {
		return nil, err
	}
	if ctx.Err() != nil {
		return nil, fmt.Errorf("interrupted; fixed %s", report.Plural(w.count(), "finding"))
	}
	for _, p := range w.problems {
		p.path = paths.Short(opts.WorkDir, p.path)
		r.problems = append(r.problems, p)
	}
	r.rewrite = w
	return r, nil
}

// settle finds out what all fixes together make of the program, and reports on that.
func (w *rewrite) settle(ctx context.Context, opts Options, l *load.Loader, s *sieve, status *progress) (*result, error) {
	for round := 0; ; round++ {
		r, err := w.lint(ctx, opts, l, s, status)
		if err != nil {
			return nil, err
		}
		if !w.undo(r, opts.WorkDir) && (round == maxFixing || !w.apply(r, l, opts.Diff)) {
			return r, nil
		}
	}
}

// lint looks at what the fixes so far make of the program. If that cannot be done, there will be no fixes.
func (w *rewrite) lint(ctx context.Context, opts Options, l *load.Loader, s *sieve, status *progress) (*result, error) {
	content := make(map[string][]byte)
	for file, text := range w.after {
		for _, name := range w.names[file] {
			content[name] = text
		}
	}
	if len(content) == 0 {
		return lint(ctx, opts, l, s, status)
	}
	overlay, err := load.NewOverlay(content)
	if err != nil {
		for file := range w.after {
			w.refuse(file, "", err.Error())
		}
		return lint(ctx, opts, l, s, status)
	}
	defer overlay.Remove()
	return lint(ctx, opts, l.Under(overlay), s, status)
}

// refuse leaves a file as it is. Where says which package that concerns; it may be empty.
func (w *rewrite) refuse(file, where, reason string) {
	name := file
	if names := w.names[file]; len(names) > 0 {
		name = names[0]
	}
	w.refused[file] = true
	w.problems = append(w.problems, problem{where: cmp.Or(where, filepath.Dir(name)), path: name, message: "not fixed: " + reason})
	delete(w.after, file)
	delete(w.fixed, file)
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
		dir := filepath.Dir(paths.Absolute(workDir, p.path))
		for _, file := range slices.Sorted(maps.Keys(w.after)) {
			if slices.ContainsFunc(w.names[file], func(name string) bool { return filepath.Dir(name) == dir }) {
				undone = true
				w.refuse(file, dir, "the result would not compile: "+p.message+"; please report this")
			}
		}
	}
	return undone
}

// apply applies the first fix of each diagnostic in r, except for those that overlap others. It reports whether there were any.
func (w *rewrite) apply(r *result, l *load.Loader, diff bool) bool {
	w.nameFiles(l)
	accepted := make(map[string][]edit.Edit)
	some := false
	for _, f := range r.findings {
		if len(f.printed.Fixes) == 0 {
			continue
		}
		name, edits := editsOf(f.printed.Fixes[0])
		if name == "" {
			continue
		}
		file := realName(name)
		if w.refused[file] {
			continue
		}
		reason := untouchable(f.pkg, file)
		if reason == "" && !diff {
			if err := files.Check(name); err != nil {
				reason = err.Error()
			}
		}
		if reason != "" {
			w.refuse(file, directory(f.pkg), reason)
			continue
		}
		if merged, ok := edit.Merge(accepted[file], edits); ok {
			accepted[file], some = merged, true
			w.fixed[file]++
		}
	}
	for file, edits := range accepted {
		text, err := l.Text(w.names[file][0])
		if err != nil || w.refused[file] {
			continue
		}
		if w.before[file] == nil {
			w.before[file] = text
		}
		var changes []udiff.Edit
		for _, e := range edits {
			changes = append(changes, udiff.Edit(e))
		}
		if fixed, err := udiff.ApplyBytes(text, changes); err == nil {
			w.after[file] = asClean(text, fixed)
		}
	}
	return some
}

// nameFiles finds out by which names the packages know their files.
func (w *rewrite) nameFiles(l *load.Loader) {
	w.names = make(map[string][]string)
	for _, name := range l.Parsed() {
		file := realName(name)
		w.names[file] = append(w.names[file], name)
	}
}

// realName returns where a file is, without links.
func realName(name string) string {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		return real
	}
	return name
}

// editsOf returns the edits of a fix and the file that they are in, which is empty if there is not exactly one.
func editsOf(fix report.Fix) (name string, edits []edit.Edit) {
	for _, e := range fix.Edits {
		if name != "" && e.File != name {
			return "", nil
		}
		name = e.File
		edits = append(edits, e.Edit)
	}
	return name, edits
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
func untouchable(pkg *packages.Package, file string) string {
	if pkg.Module == nil || !pkg.Module.Main {
		return "it is in no main module"
	}
	root, err := filepath.EvalSymlinks(pkg.Module.Dir)
	if err != nil {
		return err.Error()
	}
	inside, err := filepath.Rel(root, file)
	switch {
	case err != nil || !filepath.IsLocal(inside):
		return "it is a link to " + file + ", outside the module"
	case slices.Contains(strings.Split(filepath.ToSlash(filepath.Dir(inside)), "/"), "vendor"):
		return "it is vendored"
	}
	return ""
}

// print prints how the files would change.
func (w *rewrite) print(opts Options) error {
	for _, file := range slices.Sorted(maps.Keys(w.after)) {
		label := filepath.ToSlash(paths.Short(opts.WorkDir, w.names[file][0]))
		if err := report.WriteDiff(opts.Stdout, opts.Format, opts.Terminal, label, w.before[file], w.after[file]); err != nil {
			return fmt.Errorf("writing the diff: %w", err)
		}
	}
	return nil
}

// write writes the files, until ctx is canceled. It reports whether all of them hold what they should. What is left in w.after is written.
func (w *rewrite) write(ctx context.Context) bool {
	complete := true
	for _, file := range slices.Sorted(maps.Keys(w.after)) {
		if ctx.Err() != nil {
			complete = false
			delete(w.after, file)
		} else if err := files.Update(w.names[file][0], w.before[file], w.after[file]); err != nil {
			complete = false
			w.refuse(file, "", err.Error())
		}
	}
	return complete
}

// fixed is the closing line where findings were fixed, or with diff would be.
func (r *result) fixed(diff bool) string {
	w, left := r.rewrite, len(r.findings)
	if r.analyzed == 0 {
		return r.summary()
	}
	if len(w.after) == 0 {
		return "fixed nothing; " + r.summary()
	}
	verb := "fixed"
	if diff {
		verb = "would fix"
	}
	remain := fmt.Sprintf("%d remain", left)
	switch left {
	case 0:
		remain = "none remains"
	case 1:
		remain = "1 remains"
	}
	fresh := ""
	if r.known != nil {
		fresh = "new "
	}
	return fmt.Sprintf("%s %d of %s in %s; %s", verb, w.count(), report.Plural(w.count()+left, fresh+"finding"), report.Plural(len(w.after), "file"), remain) + r.addition()
}

// count returns how many findings were fixed.
func (w *rewrite) count() int {
	n := 0
	for name := range w.after {
		n += w.fixed[name]
	}
	return n
}
