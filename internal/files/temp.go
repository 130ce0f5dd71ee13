package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// prefix begins the names of temporary files and folders. A random number follows, so nobody can put anything in their place.
const prefix = ".transportlint-"

// Nothing tells a temporary file that a killed run left behind from one that a checkout came with. So a run notes what it is about
// to create, in a file for each in the user's cache folder, where no checkout writes. The name of a note begins with the number of the
// process.

// notes returns the folder of the notes. Where the user has no cache folder there are no notes, and what is left behind stays.
func notes() (string, error) {
	cache, err := os.UserCacheDir()
	return filepath.Join(cache, "transportlint", "unfinished"), err
}

// remember notes that path is about to be created. The function that it returns takes the note back.
func remember(path string) (forget func()) {
	dir, err := notes()
	if err != nil || os.MkdirAll(dir, 0o700) != nil {
		return func() {}
	}
	note := filepath.Join(dir, strconv.Itoa(os.Getpid())+"-"+random())
	if os.WriteFile(note, []byte(path), 0o600) != nil {
		os.Remove(note)
		return func() {}
	}
	return func() { os.Remove(note) }
}

// CleanUp removes what runs that were killed have left behind. It is to be called before anything is created.
func CleanUp() {
	dir, err := notes()
	if err != nil {
		return
	}
	list, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range list {
		number, _, _ := strings.Cut(e.Name(), "-")
		pid, err := strconv.Atoi(number)
		if err != nil || isRunning(pid) {
			continue
		}
		note := filepath.Join(dir, e.Name())
		path, err := os.ReadFile(note)
		if err == nil && remove(string(path)) == nil {
			os.Remove(note)
		}
	}
}

// isRunning reports whether another process with this number is, or may be, running.
func isRunning(pid int) bool {
	if pid == os.Getpid() {
		return false // it created nothing yet
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer func() { _ = p.Release() }()
	return !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}

// remove removes a temporary file or folder. It removes nothing else.
func remove(path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !filepath.IsAbs(path) || !strings.HasPrefix(filepath.Base(path), prefix):
		return nil
	case info.IsDir():
		return os.RemoveAll(path)
	case info.Mode().IsRegular():
		return os.Remove(path)
	}
	return nil
}

// TempDir creates a folder for temporary files, and returns it with the function that removes it.
func TempDir() (dir string, cleanUp func(), err error) {
	dir = filepath.Join(os.TempDir(), prefix+random())
	forget := remember(dir)
	if err := os.Mkdir(dir, 0o700); err != nil {
		forget()
		return "", nil, fmt.Errorf("there must be a folder for temporary files, which TMPDIR (on Windows TMP) can name: %w", err)
	}
	return dir, func() {
		if os.RemoveAll(dir) == nil {
			forget()
		}
	}, nil
}
