// Package files is how the command writes files. A file is replaced as a whole or stays as it was, whenever the process may end.
//
// What is in a checkout may come from a stranger, so nothing there decides what is written: no link leads out of the checkout, no
// name of a temporary file can be foreseen, and a file that cannot be replaced without changing more than its text is left alone.
// What the user names outside of a checkout is taken as it is, links and devices included.
//
// Errors do not name the file.
package files

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ErrChanged says that a file no longer holds what it was expected to.
var ErrChanged = errors.New("it changed while it was being analyzed; run the command again")

// Update replaces the file at name, an absolute path, which must hold the text before. Links that stay in the checkout are followed.
func Update(name string, before, after []byte) error {
	t, err := find(name, true)
	if err != nil {
		return cause(err)
	}
	defer t.dir.Close()
	return cause(t.replace(after, func(old *os.File) error {
		now, err := io.ReadAll(old)
		if err == nil && !bytes.Equal(now, before) {
			err = ErrChanged
		}
		return err
	}))
}

// Check returns the error that Update is certain to return for name, if that can be told beforehand.
func Check(name string) error {
	t, err := find(name, true)
	if err != nil {
		return cause(err)
	}
	defer t.dir.Close()
	old, err := t.open(os.O_RDWR)
	if err != nil {
		return cause(err)
	}
	return old.Close()
}

// Write makes data the content of the file at name, an absolute path. It writes to a pipe or a device without replacing it.
// A link in a checkout is not followed: whoever wrote the checkout has no say in what is written.
func Write(name string, data []byte) error {
	if info, err := os.Stat(name); isDevice(name) || err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		if top, _ := checkout(name); top == "" {
			return cause(pour(os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0))(data))
		}
	}
	t, err := find(name, false)
	if err != nil {
		return cause(err)
	}
	defer t.dir.Close()
	if t.info != nil && !t.info.Mode().IsRegular() && !t.info.IsDir() {
		return cause(pour(t.dir.OpenFile(t.base, os.O_WRONLY, 0))(data))
	}
	return cause(t.replace(data, func(*os.File) error { return nil }))
}

// isDevice reports whether name stands for an open file of this process, whatever that is.
func isDevice(name string) bool {
	return filepath.Dir(name) == "/dev" || filepath.Dir(name) == "/dev/fd"
}

// pour returns a function that writes to an open file and closes it.
func pour(f *os.File, err error) func([]byte) error {
	return func(data []byte) error {
		if err != nil {
			return err
		}
		if _, err := f.Write(data); err != nil {
			f.Close()
			return err
		}
		return f.Close()
	}
}

// A target is where a file is to be.
type target struct {
	dir  *os.Root // the folder, by what is open and not by its name
	path string   // of dir
	base string
	info fs.FileInfo // of what is there, nil if nothing is
}

// find finds where the file at name really is.
func find(name string, follow bool) (*target, error) {
	top, rel := checkout(name)
	if top == "" {
		real, err := resolve(name)
		if err != nil {
			return nil, err
		}
		dir, err := os.OpenRoot(filepath.Dir(real))
		if err != nil {
			return nil, err
		}
		return look(dir, real)
	}
	name = filepath.Join(top, rel)
	if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSymlink != 0 && !follow {
		to, _ := os.Readlink(name)
		return nil, fmt.Errorf("it is a link to %s; name the file itself", to)
	}
	real, err := resolve(name)
	if err != nil {
		return nil, err
	}
	realTop, err := filepath.EvalSymlinks(top)
	if err != nil {
		return nil, err
	}
	inside, err := filepath.Rel(realTop, real)
	if err != nil || !filepath.IsLocal(inside) {
		return nil, fmt.Errorf("it is a link to %s, outside %s", real, top)
	}
	if inside != rel && slices.ContainsFunc(strings.Split(filepath.ToSlash(inside), "/"), func(s string) bool { return strings.EqualFold(s, ".git") }) {
		return nil, fmt.Errorf("it is a link to %s, which is git's", real)
	}
	// Links may have changed since, but no way leads out of an os.Root.
	root, err := os.OpenRoot(realTop)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	dir, err := root.OpenRoot(filepath.Dir(inside))
	if err != nil {
		return nil, err
	}
	return look(dir, real)
}

// look returns the target in dir for path, in which there are no links.
func look(dir *os.Root, path string) (*target, error) {
	t := &target{dir: dir, path: filepath.Dir(path), base: filepath.Base(path)}
	info, err := dir.Lstat(t.base)
	switch {
	case err == nil:
		t.info = info
	case !errors.Is(err, fs.ErrNotExist):
		dir.Close()
		return nil, err
	}
	return t, nil
}

// resolve follows the links in name. The last part of name need not exist, but may not be a link that leads nowhere.
func resolve(name string) (string, error) {
	real, err := filepath.EvalSymlinks(name)
	if !errors.Is(err, fs.ErrNotExist) {
		return real, err
	}
	if to, err := os.Readlink(name); err == nil {
		return "", fmt.Errorf("it is a link to %s, which is not there", to)
	}
	dir, err := filepath.EvalSymlinks(filepath.Dir(name))
	return filepath.Join(dir, filepath.Base(name)), err
}

// checkout returns the checkout that name, an absolute path, is in, and name as seen from there. In a checkout it follows no links.
// A checkout is what git has checked out, or without git the outermost folder with a go.mod or go.work file. Top is empty if there is none.
func checkout(name string) (top, rel string) {
	name = filepath.Clean(name)
	dir := filepath.VolumeName(name) + string(filepath.Separator)
	parts := strings.Split(strings.TrimPrefix(name, dir), string(filepath.Separator))
	module := ""
	for i, part := range parts {
		switch has := func(file string) bool { _, err := os.Lstat(filepath.Join(dir, file)); return err == nil }; {
		case has(".git"):
			top = dir
		case module == "" && (has("go.mod") || has("go.work")):
			module = dir
		}
		next := filepath.Join(dir, part)
		if info, err := os.Lstat(next); err != nil {
			break
		} else if info.Mode()&fs.ModeSymlink != 0 {
			if top != "" || module != "" || i == len(parts)-1 {
				break
			}
			real, err := filepath.EvalSymlinks(next)
			if err != nil {
				break
			}
			return checkout(filepath.Join(real, filepath.Join(parts[i+1:]...)))
		}
		dir = next
	}
	if top == "" {
		top = module
	}
	if top == "" {
		return "", ""
	}
	rel, err := filepath.Rel(top, name)
	if err != nil {
		return "", ""
	}
	return top, rel
}

// open opens the file that is to be replaced, if it may be.
func (t *target) open(flag int) (*os.File, error) {
	switch {
	case t.info == nil:
		return nil, fs.ErrNotExist
	case t.info.IsDir():
		return nil, errors.New("it is a folder")
	case !t.info.Mode().IsRegular():
		return nil, errors.New("it is no regular file")
	case t.info.Mode().Perm()&0o222 == 0:
		return nil, errors.New("it is read-only")
	}
	f, err := t.dir.OpenFile(t.base, flag, 0)
	if err != nil {
		return nil, err
	}
	n, err := links(f)
	if err == nil && n > 1 {
		err = fmt.Errorf("it has %d names (hard links), and the others would keep the old text", n)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// replace puts a file with the given content in the place of t. Just before, it asks whether what is there is as expected.
func (t *target) replace(data []byte, expected func(old *os.File) error) error {
	if t.info == nil {
		return t.create(data, 0o666, func(*os.File) error { return nil }, func() error { return nil })
	}
	old, err := t.open(os.O_RDWR)
	if err != nil {
		return err
	}
	defer old.Close()
	info, err := old.Stat()
	if err != nil {
		return err
	}
	like := func(f *os.File) error { return imitate(f, old, info) }
	return t.create(data, 0o600, like, func() error {
		now, err := t.dir.Lstat(t.base)
		if err != nil || !os.SameFile(now, info) {
			return ErrChanged
		}
		if err := expected(old); err != nil {
			return err
		}
		return old.Close() // Windows replaces no file that is open
	})
}

// create writes data to a temporary file, makes it what prepare says, and, unless ready objects, moves it to t.
func (t *target) create(data []byte, perm fs.FileMode, prepare func(*os.File) error, ready func() error) (err error) {
	temp := prefix + random()
	forget := remember(filepath.Join(t.path, temp))
	f, err := t.dir.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		forget()
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			if t.dir.Remove(temp) != nil {
				return // the next run tries again
			}
		}
		forget()
	}()
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := prepare(f); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := ready(); err != nil {
		return err
	}
	if err := t.dir.Rename(temp, t.base); err != nil {
		return err
	}
	if dir, err := t.dir.Open("."); err == nil {
		_ = dir.Sync() // not every file system can
		dir.Close()
	}
	return nil
}

// imitate gives f the owner and the mode of old.
func imitate(f, old *os.File, info fs.FileInfo) error {
	if err := imitateOwner(f, old); err != nil {
		return fmt.Errorf("its owner and group cannot be kept: %w", cause(err))
	}
	mode := info.Mode() & (fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky)
	if now, err := f.Stat(); err == nil && now.Mode() == mode {
		return nil
	}
	if err := f.Chmod(mode); err != nil {
		return fmt.Errorf("its mode cannot be kept: %w", cause(err))
	}
	return nil
}

func random() string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// cause strips from err the file that it is about.
func cause(err error) error {
	if err, ok := errors.AsType[*fs.PathError](err); ok {
		return err.Err
	}
	if err, ok := errors.AsType[*os.LinkError](err); ok {
		return err.Err
	}
	return err
}
