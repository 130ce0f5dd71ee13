//go:build !unix

package proc

import "os"

// PeakMemory returns 0: this system does not say.
func PeakMemory(*os.ProcessState) int64 { return 0 }
