// Package platform runs handlers, as a package that nobody has heard of may do.
package platform

import "context"

// Run calls handler for each event.
func Run(handler func(context.Context, []byte) error) {
	for event := range events {
		_ = handler(context.Background(), event)
	}
}

var events = make(chan []byte)

// RegisterPreFreezeFunction has f called before each freeze.
func RegisterPreFreezeFunction(f func()) { hooks = append(hooks, f) }

var hooks []func()

// A Server runs handlers all the time.
type Server struct{}

// Run calls handler for each event.
func (Server) Run(handler func(context.Context, []byte) error) { Run(handler) }
