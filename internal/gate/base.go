package gate

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/transportlint/transportlint/internal/paths"
)

// A Base is the commit that a change starts from, and in what the checkout, committed or not, differs from it.
//
// Whether a file is what it was is told from what it holds and from what the commit holds, never from what git thinks of it: its index
// can be told to look away, and it does not list what it ignores.
type Base struct {
	Ref    string // the commit that was asked for
	Commit string // where the history of HEAD parted from that of Ref

	repo     *repository
	physical string // the top of the checkout without links
	tree     *tree
	listed   map[string]bool   // files that git tracks, or would; relative to the top, with slashes
	excepted []string          // folders, absolute, in which only what git tracks belongs to the checkout
	blobs    map[string]object // what files held that differ, by absolute names; no repository where there was no such file
	renamed  map[string]string // what is called otherwise now; both absolute, with slashes
}

// FindBase finds out where the history of HEAD, in the checkout that dir is in, parted from that of ref. What is in the folders outside
// belongs to the machine even where these are in the checkout, as a module cache can be. The error says what to do about it.
func FindBase(ctx context.Context, dir, ref string, outside ...string) (*Base, error) {
	r, err := openRepository(ctx, dir)
	if err != nil {
		return nil, err
	}
	commit, err := r.mergeBase(ctx, ref)
	if err != nil {
		return nil, err
	}
	b := &Base{Ref: ref, Commit: commit, repo: r, listed: make(map[string]bool)}
	if b.physical, err = filepath.EvalSymlinks(r.top); err != nil {
		return nil, err
	}
	for _, dir := range outside {
		if rel, inside := b.relative(dir); inside && rel != "." {
			b.excepted = append(b.excepted, b.abs(rel))
		}
	}
	if b.tree, err = readTree(ctx, r, commit); err != nil {
		return nil, err
	}
	if err := b.list(ctx, r, "."); err != nil {
		return nil, err
	}
	b.compare()
	// Only what was staged is looked at. Without a limit, git compares each file that is gone with each that is new.
	renames, err := r.git(ctx, "", "diff-index", "--cached", "--raw", "-z", "-M", "-l3000", "--diff-filter=R", "--no-relative", "--no-ext-diff", "--no-textconv",
		"--ignore-submodules=all", commit, "--", "*.go")
	if err != nil {
		return nil, err
	}
	return b, b.rename(renames)
}

// String says which commit that is.
func (b *Base) String() string {
	if strings.HasPrefix(b.Commit, b.Ref) {
		return fmt.Sprintf("%.10s", b.Commit)
	}
	return fmt.Sprintf("the merge base with %s (%.10s)", b.Ref, b.Commit)
}

// list adds to b.listed the files of r, which is in the folder at, and those of its submodules.
func (b *Base) list(ctx context.Context, r *repository, at string) error {
	out, err := r.git(ctx, "", "ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard")
	if err != nil {
		return err
	}
	for line := range strings.SplitSeq(out, "\x00") {
		// A letter that is ? for what is not tracked, SP, <name>
		tag, name, found := strings.Cut(line, " ")
		if !found || tag == "?" && b.isExcepted(filepath.Join(r.top, filepath.FromSlash(name))) {
			continue
		}
		b.listed[path.Join(at, name)] = true
	}
	staged, err := r.git(ctx, "", "ls-files", "-z", "--stage")
	if err != nil {
		return err
	}
	for line := range strings.SplitSeq(staged, "\x00") {
		// 100644 <object> 0 TAB <name>
		head, name, found := strings.Cut(line, "\t")
		dir := filepath.Join(r.top, filepath.FromSlash(name))
		if !found || !strings.HasPrefix(head, submoduleMode) || checkoutAround(dir) != dir {
			continue
		}
		sub, err := openRepository(ctx, dir)
		if err == nil {
			err = b.list(ctx, sub, path.Join(at, name))
		}
		if err != nil {
			return fmt.Errorf("submodule %s: %w", path.Join(at, name), err)
		}
	}
	return nil
}

func (b *Base) isExcepted(name string) bool {
	return slices.ContainsFunc(b.excepted, func(dir string) bool { return paths.Contains(dir, name) })
}

// rename reads git's raw diff of renamed files, a series of
//
//	:100644 100644 <object before> <object now> R097 NUL a.go NUL b.go NUL
//
// and takes from it what is so in the folder as well.
func (b *Base) rename(diff string) error {
	b.renamed = make(map[string]string)
	for diff != "" {
		var head, old, name string
		head, diff, _ = strings.Cut(diff, "\x00")
		old, diff, _ = strings.Cut(diff, "\x00")
		name, diff, _ = strings.Cut(diff, "\x00")
		fields := strings.Fields(head)
		if len(fields) != 5 || fields[4][0] != 'R' || name == "" {
			return fmt.Errorf("git diff-index: cannot read %q", head)
		}
		_, was := b.tree.files[old]
		_, also := b.tree.files[name]
		if was && !also && !exists(b.abs(old)) && exists(b.abs(name)) {
			b.renamed[filepath.ToSlash(b.abs(old))] = filepath.ToSlash(b.abs(name))
		}
	}
	return nil
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

func (b *Base) abs(name string) string { return filepath.Join(b.repo.top, filepath.FromSlash(name)) }

// matters reports whether findings can depend on the file of that name: code, and what says where code comes from, which may have
// other names than go.mod and go.work.
func matters(name string) bool {
	switch path.Ext(name) {
	case ".go", ".mod", ".sum", ".work":
		return true
	}
	return path.Base(name) == "modules.txt" && path.Base(path.Dir(name)) == "vendor"
}

// compare finds out which files hold something else than at the base.
func (b *Base) compare() {
	b.blobs = make(map[string]object)
	held := maps.Clone(b.tree.files)
	for name := range b.tree.links {
		resolved, _, ok := b.tree.resolve(name)
		if o, isFile := b.tree.files[resolved]; ok && isFile && matters(name) {
			held[name] = o
		}
	}
	linked := b.linked()
	maps.Copy(held, linked)

	disk := newDisk()
	var mu sync.Mutex
	var group sync.WaitGroup
	names := make(chan string)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for name := range names {
				abs := b.abs(name)
				text, err := disk.read(abs)
				if err == nil && held[name].holds(text) {
					continue
				}
				mu.Lock()
				b.blobs[abs] = held[name]
				mu.Unlock()
			}
		})
	}
	for name := range held {
		names <- name
	}
	close(names)
	group.Wait()

	for name := range b.listed {
		if _, was := held[name]; !was && matters(name) {
			b.blobs[b.abs(name)] = object{}
		}
	}
	// What else is in a folder that a link led to has come there since.
	dirs := make(map[string]bool)
	for name := range linked {
		dirs[path.Dir(name)] = true
	}
	for dir := range dirs {
		for name := range disk.names(b.abs(dir)) {
			if _, was := held[path.Join(dir, name)]; !was && path.Ext(name) == ".go" {
				b.blobs[b.abs(path.Join(dir, name))] = object{}
			}
		}
	}
}

// maxLinked bounds how many files are looked at again by names that lead through links. What is beyond it counts as changed.
const maxLinked = 100_000

// linked returns the files of the base by the names that they have through a link to a folder.
func (b *Base) linked() map[string]object {
	files := slices.Sorted(maps.Keys(b.tree.files))
	linked := make(map[string]object)
	for link := range b.tree.links {
		resolved, _, ok := b.tree.resolve(link)
		if !ok {
			continue
		}
		prefix := resolved + "/"
		if resolved == "." {
			prefix = ""
		}
		first, _ := slices.BinarySearch(files, prefix)
		for _, name := range files[first:] {
			rest, below := strings.CutPrefix(name, prefix)
			if !below || len(linked) >= maxLinked {
				break
			}
			linked[path.Join(link, rest)] = b.tree.files[name]
		}
	}
	return linked
}

// Contains reports whether dir, an absolute path, is in the checkout.
func (b *Base) Contains(dir string) bool {
	_, inside := b.relative(dir)
	return inside
}

// Changed returns the absolute names of files that differ from the base and on which findings can depend.
// Files that are gone, and former names, are among them.
func (b *Base) Changed() []string {
	return slices.Sorted(maps.Keys(b.blobs))
}

// Closed returns the submodule that dir, an absolute path, is in, if it cannot be told what that held, and why.
func (b *Base) Closed(dir string) (submodule string, reason error) {
	for at, reason := range b.tree.closed {
		if paths.Contains(b.abs(at), dir) {
			return b.abs(at), reason
		}
	}
	return "", nil
}

// Module returns the folder with the go.mod that a package in dir, an absolute path, was governed by at the base, and what that go.mod held.
// The folder is empty if the checkout had none.
func (b *Base) Module(ctx context.Context, dir string) (module string, mod []byte, err error) {
	for rel, inside := b.relative(dir); inside; rel = path.Dir(rel) {
		if o, was := b.heldAt(path.Join(rel, "go.mod")); was {
			texts, err := contents(ctx, map[string]object{"go.mod": o})
			return b.abs(rel), texts["go.mod"], err
		}
		inside = rel != "."
	}
	return "", nil, nil
}

// Workspace returns the go.work that governs dir, an absolute path, and reports whether git knows what it was at the base. The name is empty
// if there is none, now or at the base.
func (b *Base) Workspace(dir string) (file string, known bool) {
	for rel, inside := b.relative(dir); inside; rel = path.Dir(rel) {
		name := path.Join(rel, "go.work")
		if _, was := b.heldAt(name); was || b.listed[name] {
			return b.abs(name), true
		}
		if exists(b.abs(name)) {
			return b.abs(name), false
		}
		inside = rel != "."
	}
	return "", false
}

// Top returns the top folder of the checkout.
func (b *Base) Top() string { return b.repo.top }

// Now returns what a file of the base is called now, after renaming. Names are absolute, with slashes.
func (b *Base) Now(file string) string {
	if name, ok := b.renamed[file]; ok {
		return name
	}
	return file
}

// Packages returns the folders, of those given and of those from which files in them came by renaming, that had Go files
// at the base.
func (b *Base) Packages(dirs map[string]bool) []string {
	had := make(map[string]bool)
	for dir, names := range b.tree.goFiles {
		for _, name := range names {
			old := b.abs(path.Join(dir, name))
			if now := filepath.FromSlash(b.Now(filepath.ToSlash(old))); dirs[filepath.Dir(old)] || dirs[filepath.Dir(now)] {
				had[filepath.Dir(old)] = true
			}
		}
	}
	for dir := range dirs { // by a link
		if rel, inside := b.relative(dir); inside {
			if resolved, _, ok := b.tree.resolve(rel); ok && b.tree.goFiles[resolved] != nil {
				had[dir] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(had))
}

// Overlay returns the content at the base of the files that Changed names, except for those that must stay as they are for the
// go command, which found packages in the given folders. The content is nil where there was no such file.
func (b *Base) Overlay(ctx context.Context, packages map[string]bool) (map[string][]byte, error) {
	stays := b.vendoring(packages)
	gone := make(map[string][]byte)
	held := make(map[string]object)
	for name, o := range b.blobs {
		switch {
		case stays(name):
		case o.repo == nil:
			gone[name] = nil
		default:
			held[name] = o
		}
	}
	overlay, err := contents(ctx, held)
	if err != nil {
		return nil, err
	}
	maps.Copy(overlay, gone)
	return overlay, nil
}

// vendoring returns a function that tells which files the go command holds against a vendor/modules.txt that differs and is in use.
// It reads that file past overlays, so it must find the others in the same state. They say nothing then about where packages come
// from: that is the vendor folder.
func (b *Base) vendoring(packages map[string]bool) func(name string) bool {
	var modules, workspaces []string
	for name := range b.blobs {
		vendor := filepath.Dir(name)
		if filepath.Base(name) != "modules.txt" || !anyBelow(vendor, packages) {
			continue
		}
		dir := filepath.Dir(vendor)
		modules = append(modules, dir)
		if _, err := os.Lstat(filepath.Join(dir, "go.work")); err == nil {
			workspaces = append(workspaces, dir)
		}
	}
	return func(name string) bool {
		return filepath.Ext(name) != ".go" && (slices.Contains(modules, filepath.Dir(name)) ||
			slices.ContainsFunc(workspaces, func(dir string) bool { return paths.Below(dir, name) }))
	}
}

func anyBelow(dir string, names map[string]bool) bool {
	for name := range names {
		if paths.Below(dir, name) {
			return true
		}
	}
	return false
}
