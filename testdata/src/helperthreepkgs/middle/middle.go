// Package middle passes transports on without importing net/http.
package middle

import "helperthreepkgs/base"

// SetIdle is set once, but whoever imports the package could set it anew.
var SetIdle = base.SetIdle

// Pass calls f with t, whatever they are.
func Pass[T any](t T, f func(T)) T {
	f(t)
	return t
}
