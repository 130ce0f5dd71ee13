package driver

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// replaceFile writes a file in one step, so that nobody ever reads half of it. It follows links, keeps the mode of a file that
// is there, and writes to what is no regular file, as a pipe, without replacing it. The error does not name the file.
func replaceFile(name string, data []byte) error {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		return cause(os.WriteFile(name, data, 0o666))
	}
	temp := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%d", filepath.Base(name), os.Getpid()))
	defer os.Remove(temp) // fails once it is renamed
	if err := os.WriteFile(temp, data, 0o666); err != nil {
		return cause(err)
	}
	if info != nil {
		if err := os.Chmod(temp, info.Mode().Perm()); err != nil {
			return cause(err)
		}
	}
	return cause(os.Rename(temp, name))
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
