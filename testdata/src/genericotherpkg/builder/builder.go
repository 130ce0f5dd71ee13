// Package builder passes two functions, of which one makes what the other gets.
package builder

import (
	"net"
	"time"

	"genericotherpkg/lib"
)

func built() *net.Dialer {
	return lib.Build(func() *net.Dialer { return &net.Dialer{} }, func(d *net.Dialer) { d.Timeout = time.Second })
}
