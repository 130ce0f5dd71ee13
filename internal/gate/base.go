package gate

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A Base is the commit that a change starts from, and in what the checkout, committed or not, differs from it.
type Base struct {
	Ref    string // the commit that was asked for
	Commit string // where the history of HEAD parted from that of Ref
	// Submodules lists the folders of submodules that differ. What they held, the repository does not know.
	Submodules []string

	top     string            // of the checkout
	blobs   map[string]string // the content of files that differ, as git's object names; empty where there was no such file
	renamed map[string]string // what is called otherwise now; both with slashes
}

// FindBase finds out where the history of HEAD, in the checkout that dir is in, parted from that of ref. The error says
// how to mend what is wrong.
func FindBase(ctx context.Context, dir, ref string) (*Base, error) {
	top, err := topLevel(ctx, dir)
	if err != nil {
		return nil, err
	}
	commit, err := mergeBase(ctx, top, ref)
	if err != nil {
		return nil, err
	}
	b := &Base{Ref: ref, Commit: commit, top: top, blobs: make(map[string]string), renamed: make(map[string]string)}
	untracked, err := git(ctx, top, "", "ls-files", "-z", "--others", "--exclude-standard")
	if err != nil {
		return nil, err
	}
	for name := range strings.SplitSeq(untracked, "\x00") {
		b.differs(name, "")
	}
	diff, err := git(ctx, top, "", "diff", "--raw", "-z", "--no-abbrev", "-M", "--no-relative", "--no-ext-diff", "--ignore-submodules=none", commit, "--")
	if err != nil {
		return nil, err
	}
	return b, b.parse(diff)
}

// String says which commit that is.
func (b *Base) String() string {
	if strings.HasPrefix(b.Commit, b.Ref) {
		return fmt.Sprintf("%.10s", b.Commit)
	}
	return fmt.Sprintf("the merge base with %s (%.10s)", b.Ref, b.Commit)
}

// parse reads git's raw diff from the base to the checkout, a series of
//
//	:100644 100644 <object before> <object now> R097 NUL a.go NUL b.go NUL
func (b *Base) parse(diff string) error {
	for diff != "" {
		var head, name string
		head, diff, _ = strings.Cut(diff, "\x00")
		name, diff, _ = strings.Cut(diff, "\x00")
		fields := strings.Fields(strings.TrimPrefix(head, ":"))
		if len(fields) != 5 {
			return fmt.Errorf("git diff: cannot read %q", head)
		}
		const submodule = "160000"
		switch before, now, object, status := fields[0], fields[1], fields[2], fields[4][0]; {
		case before == submodule || now == submodule:
			b.Submodules = append(b.Submodules, b.abs(name))
		case status == 'U' && matters(name):
			return fmt.Errorf("%s has conflicts; resolve them and git add it", name)
		case status == 'R':
			old := name
			name, diff, _ = strings.Cut(diff, "\x00")
			b.differs(name, "")
			b.differs(old, object)
			b.renamed[filepath.ToSlash(b.abs(old))] = filepath.ToSlash(b.abs(name))
		case status == 'A':
			b.differs(name, "")
		default:
			b.differs(name, object)
		}
	}
	return nil
}

func (b *Base) abs(name string) string { return filepath.Join(b.top, filepath.FromSlash(name)) }

// differs notes that the file of that name was object at the base.
func (b *Base) differs(name, object string) {
	if matters(name) {
		b.blobs[b.abs(name)] = object
	}
}

// matters reports whether findings can depend on the file of that name: code, and what says where code comes from, which may have
// other names than go.mod and go.work.
func matters(name string) bool {
	switch path.Ext(name) {
	case ".go", ".mod", ".sum", ".work":
		return true
	}
	return path.Base(name) == "modules.txt" && path.Base(path.Dir(name)) == "vendor"
}

// Contains reports whether dir, an absolute path, is in the checkout.
func (b *Base) Contains(dir string) bool {
	return dir == b.top || isIn(b.top, dir)
}

// Changed returns the absolute names of files that differ from the base and on which findings can depend.
// Files that are gone, and former names, are among them.
func (b *Base) Changed() []string {
	return slices.Sorted(maps.Keys(b.blobs))
}

// Now returns what a file of the base is called now, after renaming. Names are absolute, with slashes.
func (b *Base) Now(file string) string {
	if name, ok := b.renamed[file]; ok {
		return name
	}
	return file
}

// Packages returns the folders, of those given and of those from which files in them came by renaming, that had Go files
// at the base.
func (b *Base) Packages(ctx context.Context, dirs map[string]bool) ([]string, error) {
	list, err := git(ctx, b.top, "", "ls-tree", "-r", "-z", "--name-only", b.Commit)
	if err != nil {
		return nil, err
	}
	had := make(map[string]bool)
	for name := range strings.SplitSeq(list, "\x00") {
		if path.Ext(name) != ".go" {
			continue
		}
		old := b.abs(name)
		if now := filepath.FromSlash(b.Now(filepath.ToSlash(old))); dirs[filepath.Dir(old)] || dirs[filepath.Dir(now)] {
			had[filepath.Dir(old)] = true
		}
	}
	return slices.Sorted(maps.Keys(had)), nil
}

// Overlay returns the content at the base of the files that Changed names, but for those that must stay as they are for the
// go command, which found packages in the given folders. The content is nil where there was no such file.
func (b *Base) Overlay(ctx context.Context, packages map[string]bool) (map[string][]byte, error) {
	overlay := make(map[string][]byte)
	stays := b.vendoring(packages)
	var names []string
	var objects strings.Builder
	for name, object := range b.blobs {
		if stays(name) {
			continue
		}
		if overlay[name] = nil; object != "" {
			names = append(names, name)
			fmt.Fprintln(&objects, object)
		}
	}
	out, err := git(ctx, b.top, objects.String(), "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		// <object> blob <size> LF <content> LF, or <object> missing LF
		head, rest, _ := strings.Cut(out, "\n")
		fields := strings.Fields(head)
		if len(fields) != 3 {
			return nil, fmt.Errorf("git cat-file: %s: %s", name, head)
		}
		size, err := strconv.Atoi(fields[2])
		if err != nil || size+1 > len(rest) {
			return nil, errors.New("git cat-file: its output is cut off")
		}
		overlay[name] = append([]byte{}, rest[:size]...)
		out = rest[size+1:]
	}
	return overlay, nil
}

// vendoring returns a function that tells which files the go command holds against a vendor/modules.txt that differs and is in use.
// It reads that file past overlays, so it must find the others in the same state. They say nothing then about where packages come
// from: that is the vendor folder.
func (b *Base) vendoring(packages map[string]bool) func(name string) bool {
	var modules, workspaces []string
	for name := range b.blobs {
		vendor := filepath.Dir(name)
		if filepath.Base(name) != "modules.txt" || !anyIn(vendor, packages) {
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
			slices.ContainsFunc(workspaces, func(dir string) bool { return isIn(dir, name) }))
	}
}

func anyIn(dir string, names map[string]bool) bool {
	for name := range names {
		if isIn(dir, name) {
			return true
		}
	}
	return false
}

// isIn reports whether name is below dir.
func isIn(dir, name string) bool {
	return strings.HasPrefix(name, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
}
