//go:build !unix && !windows

package proc

import "time"

// CPUTime returns 0: this system does not say.
func CPUTime() time.Duration { return 0 }
