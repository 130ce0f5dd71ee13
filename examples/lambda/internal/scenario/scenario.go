// Package scenario has the times of the incident. The example plays them and the picture in docs draws them.
//
// They are scaled down, or one would wait for minutes: a load balancer of AWS closes a connection that is idle for 60 s.
package scenario

import "time"

const (
	// ServerIdle is how long the server keeps an idle connection.
	ServerIdle = 300 * time.Millisecond
	// ClientIdle is the IdleConnTimeout that function/below.go chooses below it.
	ClientIdle = 100 * time.Millisecond
	// Freeze is how long the function's process stands still between two invocations, at least.
	Freeze = time.Second
)
