package netuse

import (
	"go/ast"
	"go/types"
)

// syntax is what the source of a package says, each concern by its own type.
type syntax struct {
	*source
	gifts      *gifts
	conditions *conditions
	texts      *texts
	defaults   *defaults
	timers     *timers
	options    *options
	choices    *choices
	requests   *madeRequests
	closing    *closingRequests
	protocols  *enabled
}

// newSyntax returns the syntax of the package in. Nothing is read yet.
func newSyntax(in Input, spend func(n int) bool) *syntax {
	src := &source{info: in.Info, files: in.Files, pkg: in.Pkg, spend: spend}
	g, c, sc := &gifts{source: src}, &conditions{source: src}, &schemes{source: src}
	s := &syntax{
		source:     src,
		gifts:      g,
		conditions: c,
		texts:      &texts{source: src, gifts: g, conditions: c, schemes: sc},
		defaults:   &defaults{source: src},
		timers:     newTimers(g),
		options:    &options{source: src, gifts: g},
		choices:    &choices{source: src},
		requests:   &madeRequests{source: src},
		closing:    &closingRequests{source: src},
		protocols:  &enabled{src, make(map[*types.Var]protocols)},
	}
	src.notes = []func(ast.Node, scope){
		c.note, sc.note, s.texts.note, s.defaults.note, s.timers.note, s.options.note, s.choices.note, s.requests.note, s.closing.note, s.protocols.note,
	}
	src.after = c.read
	return s
}
