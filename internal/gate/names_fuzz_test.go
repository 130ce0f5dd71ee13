package gate

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/paths"
)

// A world is what is in a folder: files by what they hold, links by what they lead to, both by names with slashes.
type world struct{ files, links map[string]string }

// A chooser makes choices from bytes, and the first ones when there are no more.
type chooser struct{ bytes []byte }

func (c *chooser) below(n int) int {
	if len(c.bytes) == 0 {
		return 0
	}
	b := c.bytes[0]
	c.bytes = c.bytes[1:]
	return int(b) % n
}

func (c *chooser) of(list []string) string { return list[c.below(len(list))] }

var (
	// Names that some file system, or somebody who reads them, takes for the same, and names with a meaning for others.
	folderNames = []string{"a", "A", "b", "\u00e9", "e\u0301", "a b", "-n", "\"q\\n\"", "..."}
	fileNames   = []string{"x.go", "X.go", "y.go", "\u00e9.go", "e\u0301.go", "-f.go", "a\nb.go", "x_test.go", "_x.go", "go.mod"}
	targets     = []string{"a", "A", "b", ".", "..", "../a", "../b", "a/b", "b/a", "../../a", "/", "x.go", "../a/x.go", "a/../b", "../A/../b/x.go", "./a/./b", "", "../../../../etc"}
)

func (c *chooser) folder() string {
	name := "."
	for range c.below(3) {
		name = path.Join(name, c.of(folderNames))
	}
	return name
}

// put puts something into w, over what is there.
func (c *chooser) put(w world) {
	dir := c.folder()
	switch c.below(4) {
	case 0:
		w.links[path.Join(dir, c.of(folderNames))] = c.of(targets)
	case 1:
		w.links[path.Join(dir, c.of(fileNames))] = c.of(targets)
	default:
		w.files[path.Join(dir, c.of(fileNames))] = []string{"package a\n", "package b\n", "package a\r\n", ""}[c.below(4)]
	}
}

// settle takes out of w what cannot be: what is below a file or a link, and what has two kinds.
func (w world) settle() {
	taken := func(name string) bool {
		for up := path.Dir(name); up != "."; up = path.Dir(up) {
			_, isFile := w.files[up]
			_, isLink := w.links[up]
			if isFile || isLink {
				return true
			}
		}
		return false
	}
	for name := range w.links {
		isFolder := func(other string) bool { return strings.HasPrefix(other, name+"/") }
		folder := false
		for other := range w.files {
			folder = folder || isFolder(other)
		}
		if _, isFile := w.files[name]; isFile || folder || taken(name) || w.links[name] == "" {
			delete(w.links, name)
		}
	}
	for name := range w.files {
		if taken(name) {
			delete(w.files, name)
		}
	}
}

// lay lays w out in a new folder.
func (w world) lay(t *testing.T) string {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range w.files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if os.MkdirAll(filepath.Dir(file), 0o755) != nil || os.WriteFile(file, []byte(text), 0o644) != nil {
			t.Skip("no such name here")
		}
	}
	for name, target := range w.links {
		link := filepath.Join(dir, filepath.FromSlash(name))
		if os.MkdirAll(filepath.Dir(link), 0o755) != nil || os.Symlink(filepath.FromSlash(target), link) != nil {
			t.Skip("no such link here")
		}
	}
	return dir
}

// folders returns the folders in dir by all the names that they have, through links as well, as far as names of four parts go.
func folders(dir string) []string {
	var list []string
	var walk func(name string, depth int)
	walk = func(name string, depth int) {
		list = append(list, name)
		entries, err := os.ReadDir(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil || depth == 4 || len(list) > 200 {
			return
		}
		for _, e := range entries {
			inner := path.Join(name, e.Name())
			real := filepath.Join(dir, filepath.FromSlash(inner))
			if info, err := os.Stat(real); err == nil && info.IsDir() && within(dir, real) {
				walk(inner, depth+1)
			}
		}
	}
	walk(".", 0)
	return list
}

func within(dir, name string) bool {
	real, err := filepath.EvalSymlinks(name)
	return err == nil && paths.Contains(dir, real)
}

// goFilesIn returns what the go command sees in a folder: Go files that can be read, by their names.
func goFilesIn(dir string) map[string][]byte {
	files := make(map[string][]byte)
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() || path.Ext(e.Name()) != ".go" || e.Name()[0] == '_' || e.Name()[0] == '.' {
			continue
		}
		if text, err := os.ReadFile(name); err == nil {
			files[e.Name()] = text
		}
	}
	return files
}

// FuzzNames compares folders that hold anything, by all the names that links give them, with what a commit held. What is said to be the
// same is the same, by its names and to the byte, as the file systems see it. What the overlay makes of a folder is the folder of the
// commit, or said not to be.
func FuzzNames(f *testing.F) {
	f.Add([]byte{}, []byte{}, []byte{})
	f.Add([]byte("\x01\x00\x02\x00\x00\x00\x00\x02\x01"), []byte("\x02\x01"), []byte("\x01\x01"))
	f.Add([]byte("0123456789abcdefghijklmnopqrstuvwxyz"), []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"), []byte("\x00\x01"))
	f.Add(bytes.Repeat([]byte("\x02\x00\x01\x01\x00\x02\x03"), 9), bytes.Repeat([]byte("\x01\x00\x00\x01"), 9), []byte{1})
	f.Fuzz(func(t *testing.T, before, change, hidden []byte) {
		base := world{make(map[string]string), make(map[string]string)}
		for c := (&chooser{before}); len(c.bytes) > 0 && len(base.files)+len(base.links) < 20; {
			c.put(base)
		}
		now := world{make(map[string]string), make(map[string]string)}
		for name, text := range base.files {
			now.files[name] = text
		}
		for name, target := range base.links {
			now.links[name] = target
		}
		base.settle()
		c := &chooser{change}
		for steps := 0; len(c.bytes) > 0 && steps < 12; steps++ {
			if c.below(3) == 0 {
				name := path.Join(c.folder(), c.of(slices.Concat(fileNames, folderNames)))
				delete(now.files, name)
				delete(now.links, name)
				continue
			}
			c.put(now)
		}
		now.settle()

		was, is := base.lay(t), now.lay(t)
		b := &Base{repo: &repository{top: is}, physical: is, listed: make(map[string]bool), tree: newTree()}
		b.tree.links = base.links
		texts := make(map[object][]byte)
		for name, text := range base.files {
			b.tree.hold(name)
			if matters(name) {
				o := object{b.repo, blobID([]byte(text), 40)}
				b.tree.files[name], texts[o] = o, []byte(text)
			}
		}
		for name := range base.links {
			b.tree.hold(name)
		}
		b.tree.index()
		hide := &chooser{hidden}
		all := true
		for name := range now.files {
			if hide.below(2) == 0 {
				b.listed[name] = true
			} else {
				all = false
			}
		}
		for name := range now.links {
			b.listed[name] = true
		}
		b.compare()

		{
			var diff strings.Builder
			for old := range base.files {
				for name := range now.files {
					fmt.Fprintf(&diff, ":100644 100644 %040d %040d R100\x00%s\x00%s\x00", 1, 1, old, name)
				}
			}
			if err := b.rename(diff.String()); err != nil {
				t.Fatal(err)
			}
			for old, name := range b.renamed {
				rel := filepath.ToSlash(strings.TrimPrefix(filepath.FromSlash(name), is+string(filepath.Separator)))
				if exists(filepath.FromSlash(old)) || !exists(filepath.FromSlash(name)) || base.files[rel] != "" {
					t.Errorf("%q is said to be %q", old, name)
				}
			}
		}
		same := func(text, other []byte) bool {
			return bytes.Equal(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), bytes.ReplaceAll(other, []byte("\r\n"), []byte("\n")))
		}
		// leaves reports whether a name leads out, as it may in both worlds by the same link.
		leaves := func(dir, name string) bool {
			return !within(dir, filepath.Join(dir, filepath.FromSlash(name)))
		}
		check := func(what, dir string, files map[string][]byte, m Match, exact bool) {
			held := goFilesIn(filepath.Join(was, filepath.FromSlash(dir)))
			for name, text := range files {
				if leaves(is, path.Join(dir, name)) && leaves(was, path.Join(dir, name)) {
					continue
				}
				old, had := held[name]
				if !had && exact || had && !same(text, old) {
					t.Errorf("%s: in %q, %q holds %q and held %q, and that is said to be the same: %+v\nbase %q\nnow %q", what, dir, name, text, old, m, base, now)
				}
			}
			for name, old := range held {
				if _, has := files[name]; !has && !strings.HasSuffix(name, "_test.go") && !leaves(was, path.Join(dir, name)) {
					t.Errorf("%s: in %q, %q held %q and is gone, and that is said to be the same: %+v\nbase %q\nnow %q", what, dir, name, old, m, base, now)
				}
			}
		}
		compare := func(dir string, files map[string][]byte, read func(string) ([]byte, error)) Match {
			var names []string
			abs := filepath.Join(is, filepath.FromSlash(dir))
			for name := range files {
				names = append(names, filepath.Join(abs, name))
			}
			l := b.NewListing(read)
			l.Add(abs, names, nil)
			return l.Compare(abs, names)
		}
		for _, dir := range slices.Concat(folders(is), folders(was)) {
			abs := filepath.Join(is, filepath.FromSlash(dir))
			files := goFilesIn(abs)
			if m := compare(dir, files, os.ReadFile); !m.Differs && !m.Foreign {
				check("now", dir, files, m, true)
			}
			// The same under the overlay.
			read := func(name string) ([]byte, error) {
				if o, ok := b.blobs[name]; ok {
					return texts[o], nil
				}
				return os.ReadFile(name)
			}
			for name, o := range b.blobs {
				base := filepath.Base(name)
				if filepath.Dir(name) != abs || path.Ext(base) != ".go" || base[0] == '_' || base[0] == '.' {
					continue
				}
				if delete(files, base); o.repo != nil {
					files[base] = texts[o]
				}
			}
			m := compare(dir, files, read)
			if !m.Differs {
				check("restored", dir, files, m, !m.Foreign)
			}
			// What no link is about can be restored.
			if physical := linkFree(base, dir) && linkFree(now, dir); physical && (m.Differs || all && m.Foreign) {
				t.Errorf("%q cannot be restored: %+v\nbase %q\nnow %q", dir, m, base, now)
			}
		}
	})
}

// linkFree reports whether no link leads to dir, and none is in it.
func linkFree(w world, dir string) bool {
	for link := range w.links {
		if link == dir || strings.HasPrefix(dir, link+"/") || path.Dir(link) == dir {
			return false
		}
	}
	return true
}
