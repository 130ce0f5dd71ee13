//go:build unix

// Package proc measures processes.
package proc

import (
	"os"
	"runtime"
	"syscall"
)

// PeakMemory returns the resident set of an ended process at its largest, in bytes; 0 if the system does not say.
func PeakMemory(state *os.ProcessState) int64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(usage.Maxrss) //nolint:unconvert // an int32 elsewhere
	}
	return int64(usage.Maxrss) * 1024 //nolint:unconvert // an int32 elsewhere
}
