//go:build unix

package files

import (
	"os"
	"syscall"
)

// links returns how many names a file has.
func links(f *os.File) (uint64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(s.Nlink), nil //nolint:unconvert // other systems have other types
	}
	return 1, nil
}

// imitateOwner gives f the owner and group of old.
func imitateOwner(f, old *os.File) error {
	is, err := f.Stat()
	if err != nil {
		return err
	}
	was, err := old.Stat()
	if err != nil {
		return err
	}
	a, ok := is.Sys().(*syscall.Stat_t)
	b, too := was.Sys().(*syscall.Stat_t)
	if !ok || !too || a.Uid == b.Uid && a.Gid == b.Gid {
		return nil
	}
	return f.Chown(int(b.Uid), int(b.Gid))
}
