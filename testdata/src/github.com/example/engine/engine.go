// Package engine stands for another module.
package engine

// An Engine runs beside the program.
type Engine struct{ name string }

// Start returns an engine that runs.
func Start(name string) (*Engine, error) { return &Engine{name}, nil }

// StartAll runs until something fails.
func StartAll(name string) error { return nil }

// Stores is no server, though its name begins like one.
func (e *Engine) ServersStore() string { return e.name }

// Close stops it.
func (e *Engine) Close() error { return nil }
