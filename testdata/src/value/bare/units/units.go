// Package units has constants for another package, which cannot see how they are written.
package units

import "time"

const (
	Tick    time.Duration = 15
	Nanos                 = 15
	Seconds               = 90
)
