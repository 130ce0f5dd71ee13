// Package require has a type of its own that the settings name:
// require.Options.Timeout, and net/http.Transport.ForceAttemptHTTP2 besides.
package require

import (
	"time"
)

// Options has a Timeout that somebody should choose.
type Options struct {
	Timeout time.Duration
	Retries int
}

// Other has a field of the same name, and nobody asked for it.
type Other struct {
	Timeout time.Duration
}

var (
	Plain    = Options{}                             // want `^require: require.Options does not set Timeout \([^)]*\)(;|$)`
	Pointer  = &Options{Retries: 3}                  // want `^require: require.Options does not set Timeout \([^)]*\)(;|$)`
	New      = new(Options)                          // want `^require: require.Options does not set Timeout \([^)]*\)(;|$)`
	Zero     Options                                 // want `^require: require.Options does not set Timeout \([^)]*\)(;|$)`
	List     = []Options{{Retries: 1}, {Timeout: 1}} // want `^require: require.Options does not set Timeout \([^)]*\)(;|$)`
	Full     = Options{Timeout: 5 * time.Second}
	Unkeyed  = Options{5 * time.Second, 3}
	Explicit = Options{Timeout: 0}
	Silent   = Other{}
	Ignored  = Options{} //transportlint:ignore require the peer has a limit
)
