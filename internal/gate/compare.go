package gate

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/transportlint/transportlint/internal/paths"
)

// A Match says how the files of a package compare with those of the base.
type Match struct {
	// Differs reports whether something is there that was not, or is not what it was.
	Differs bool
	// Foreign reports whether something is there of which git does not know whether it was there: what it ignores, and what is in
	// another repository.
	Foreign bool
}

// A Listing is the packages that the go command found, and what their files hold for it.
type Listing struct {
	base *Base
	read func(name string) ([]byte, error)
	seen map[string]map[string]bool // files by folder, those that are left out among them
	// tests has the folders of which tests were asked for.
	tests map[string]bool
}

// NewListing returns a listing without packages.
func (b *Base) NewListing(read func(name string) ([]byte, error)) *Listing {
	return &Listing{b, read, make(map[string]map[string]bool), make(map[string]bool)}
}

// Add adds a package in dir, an absolute path, with the files that are in it and those that the go command left out. There can be several
// in a folder.
func (l *Listing) Add(dir string, files, left []string) {
	if l.seen[dir] == nil {
		l.seen[dir] = make(map[string]bool)
	}
	for _, name := range slices.Concat(files, left) {
		l.seen[dir][name] = true
	}
	l.tests[dir] = l.tests[dir] || slices.ContainsFunc(files, isTest)
}

func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }

// Compare compares a package, after all have been added, with what the base holds there. Links are followed as they were at the base.
func (l *Listing) Compare(dir string, files []string) Match {
	var m Match
	b := l.base
	rel, inside := b.relative(dir)
	for _, name := range files {
		if inside || filepath.Dir(name) != dir || isLinkName(name) {
			m = m.or(b.compareFile(name, l.read))
		}
	}
	if !inside {
		return m
	}
	resolved, _, ok := b.tree.resolve(rel)
	if !ok {
		return m
	}
	for _, base := range b.tree.goFiles[resolved] {
		name := filepath.Join(dir, base)
		switch _, ok := b.heldAt(path.Join(resolved, base)); {
		case !ok || slices.Contains(files, name):
		case l.seen[dir][name]:
			m = m.or(b.compareFile(name, l.read))
		case l.tests[dir] || !isTest(base):
			m.Differs = true
		}
	}
	return m
}

func (m Match) or(n Match) Match { return Match{m.Differs || n.Differs, m.Foreign || n.Foreign} }

// heldAt returns what the base holds under that name, which may be a link.
func (b *Base) heldAt(name string) (o object, ok bool) {
	resolved, _, ok := b.tree.resolve(name)
	if !ok {
		return object{}, false
	}
	o, ok = b.tree.files[resolved]
	return o, ok
}

func (b *Base) compareFile(name string, read func(name string) ([]byte, error)) Match {
	rel, inside := b.relative(name)
	if !inside {
		return Match{} // it is the machine's
	}
	resolved, via, ok := b.tree.resolve(rel)
	if !ok {
		return Match{Differs: !b.leadsOut(name, via)}
	}
	if o, was := b.tree.files[resolved]; was {
		text, err := read(name)
		return Match{Differs: err != nil || !o.holds(text)}
	}
	physical, err := filepath.EvalSymlinks(name)
	switch {
	case err != nil || b.listed[resolved] || physical != filepath.Join(b.physical, filepath.FromSlash(resolved)):
		return Match{Differs: true}
	case b.isExcepted(name):
		return Match{}
	}
	return Match{Foreign: true}
}

func isLinkName(name string) bool {
	info, err := os.Lstat(name)
	return err != nil || isLink(info.Mode())
}

// leadsOut reports whether a file is outside of the checkout, by links that are what they were.
func (b *Base) leadsOut(name string, via []string) bool {
	physical, err := filepath.EvalSymlinks(name)
	if err != nil || paths.Contains(b.physical, physical) {
		return false
	}
	return !slices.ContainsFunc(via, func(link string) bool {
		target, err := os.Readlink(b.abs(link))
		return err != nil || filepath.ToSlash(target) != b.tree.links[link]
	})
}

// relative returns name, an absolute path, as seen from the top of the checkout, with slashes. It reports false if it is outside, also
// without the links that lead to it.
func (b *Base) relative(name string) (rel string, inside bool) {
	top := b.repo.top
	if !paths.Contains(top, name) {
		physical, err := filepath.EvalSymlinks(name)
		if err != nil || !paths.Contains(b.physical, physical) {
			return "", false
		}
		top, name = b.physical, physical
	}
	return paths.Slashed(top, name), true
}

// A disk reads files by their exact names: many file systems take other letters for the same, and the go command does not.
type disk struct {
	mu   sync.Mutex
	dirs map[string]map[string]bool
}

func newDisk() *disk { return &disk{dirs: make(map[string]map[string]bool)} }

// names returns what is in a folder.
func (d *disk) names(dir string) map[string]bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	names, known := d.dirs[dir]
	if !known {
		names = make(map[string]bool)
		entries, _ := os.ReadDir(dir) // nothing is in a folder that is not there
		for _, e := range entries {
			names[e.Name()] = true
		}
		d.dirs[dir] = names
	}
	return names
}

// read reads a file, unless it is a device or the like.
func (d *disk) read(name string) ([]byte, error) {
	if !d.names(filepath.Dir(name))[filepath.Base(name)] {
		return nil, fs.ErrNotExist
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is not a regular file")
	}
	return os.ReadFile(name)
}
