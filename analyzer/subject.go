package analyzer

import (
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
)

// A Subject is what an analyzer looks for. Code that neither names one of Types or Timed nor runs in a process in which one of the
// packages Entries runs handlers has no findings, except for comments that silence nothing.
type Subject struct {
	// Types are names of types, and of what stands for a value of one, by the import path of their package.
	Types map[string][]string
	// Timed are such names, too, but code that names one has findings only if it gives one of TimedFields a value without a unit.
	Timed       map[string][]string
	TimedFields []string
	// Entries are import paths.
	Entries []string
	// Foreign are packages of types that only the settings know. Whether there is such a type turns out in those that import one.
	Foreign []string
	// Deep are packages of types whose fields have bounds. Constants come to be in them by way of other packages, too.
	Deep []string
}

// Followed is like Subject, for an analyzer that is asked about values of which its rules say nothing, too.
func (s Settings) Followed() (Subject, error) {
	c, err := s.compile()
	if err != nil {
		return Subject{}, err
	}
	return c.subject(c.followed), nil
}

// Subject returns what an analyzer with the settings s looks for. The error names each setting that is wrong.
func (s Settings) Subject() (Subject, error) {
	c, err := s.compile()
	if err != nil {
		return Subject{}, err
	}
	return c.subject(c.types), nil
}

// subject returns what a run looks for that says something of values of these types.
func (c *config) subject(types []catalog.Type) Subject {
	subject := Subject{Types: make(map[string][]string), Timed: make(map[string][]string)}
	add := func(to map[string][]string, pkg, name string) {
		if !slices.Contains(to[pkg], name) {
			to[pkg] = append(to[pkg], name)
		}
	}
	for _, trap := range c.traps {
		if trap.Is != catalog.BareNumber {
			add(subject.Types, trap.Package, trap.Type)
			continue
		}
		add(subject.Timed, trap.Package, trap.Type)
		if !slices.Contains(subject.TimedFields, trap.Field) {
			subject.TimedFields = append(subject.TimedFields, trap.Field)
		}
	}
	for _, t := range types {
		add(subject.Types, t.Package, t.Name)
		if t.Rule == requireRule {
			subject.Foreign = append(subject.Foreign, t.Package)
		}
	}
	for _, s := range c.shortcuts {
		add(subject.Types, s.Package, s.Name)
	}
	for _, b := range c.bounds { // a field can be set without a word for its type, by what another package has
		subject.Deep = append(subject.Deep, b.Package)
	}
	if c.asksLambda() {
		subject.Entries = append(subject.Entries, catalog.Events)
		for _, e := range c.entries {
			subject.Entries = append(subject.Entries, e.Package)
		}
	}
	return subject
}
