// Package generated calls what others implement: a method of an interface, and a method of what that returns.
package generated

import "errors"

// A Root has what runs.
type Root interface {
	Mutation() Mutation
	Query() Query
}

// A Mutation changes things.
type Mutation interface{ Ingest(url string) error }

// A Query looks at things. One is a part of another.
type Query interface {
	Find(id string) error
	Part(id string) Query
}

// A Config says how.
type Config struct{ Root Root }

// An Executor runs operations.
type Executor struct{ root Root }

// New makes an Executor.
func New(c Config) *Executor { return &Executor{c.Root} }

// Run runs an operation.
func (e *Executor) Run(name, arg string) error {
	switch name {
	case "ingest":
		return e.root.Mutation().Ingest(arg)
	case "find":
		return e.root.Query().Part(arg).Find(arg)
	}
	return errors.New("no such operation")
}
