// Package engine stands for another module.
package engine

// An Engine runs beside the program.
type Engine struct{ name string }

// Start returns an engine that runs.
func Start(name string) (*Engine, error) { return &Engine{name}, nil }

// StartAll runs until something fails.
func StartAll(name string) error { return nil }

// Main runs until the end, and returns an exit code.
func Main(name string) int { return 0 }

// ServersStore is no server, though its name begins like one.
func (e *Engine) ServersStore() string { return e.name }

// Close stops it.
func (e *Engine) Close() error { return nil }
