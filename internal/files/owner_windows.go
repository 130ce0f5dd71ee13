package files

import (
	"os"
	"syscall"
)

// links returns how many names a file has.
func links(f *os.File) (uint64, error) {
	var info syscall.ByHandleFileInformation
	if err := syscall.GetFileInformationByHandle(syscall.Handle(f.Fd()), &info); err != nil {
		return 0, err
	}
	return uint64(info.NumberOfLinks), nil
}

// imitateOwner does nothing: who may read and write a file, it inherits from its folder.
func imitateOwner(f, old *os.File) error { return nil }
