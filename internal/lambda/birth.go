package lambda

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A birth says which objects can have come to be: those that a given function, and what it calls, makes or names. The analysis of
// values does not tell the callers of a function apart. A birth does: what only other callers pass is none of its objects.
type birth struct {
	p       *program
	whole   bool // it begins where the program does, so variables hold what they ever hold
	runs    map[*pointsto.Function]bool
	named   map[*pointsto.Object]bool // what variables of the package hold
	foreign map[*types.Var]bool       // variables of other packages
}

// newBirth returns the birth of what the given functions make.
func (p *program) newBirth(fns ...*pointsto.Function) *birth {
	b := &birth{p: p, runs: make(map[*pointsto.Function]bool), named: make(map[*pointsto.Object]bool), foreign: make(map[*types.Var]bool)}
	for _, f := range fns {
		b.add(f)
	}
	return b
}

// programBirth returns the birth of what the package makes if it is a program, and of what it may make if it is none.
func (p *program) programBirth() *birth {
	b := p.newBirth()
	b.whole = true
	for _, f := range p.in.Graph.Functions() {
		obj := f.Obj()
		switch {
		case obj == nil:
			if f.Parent() == nil {
				b.add(f)
			}
		case f.Referred(), obj.Name() == "main", obj.Name() == "init", p.in.Pkg.Name() != "main" && obj.Exported():
			b.add(f)
		default:
			for _, c := range f.Calls() {
				if c.In == nil {
					b.add(f)
				}
			}
		}
	}
	return b
}

// add adds what f makes.
func (b *birth) add(f *pointsto.Function) {
	if b.runs[f] || !b.p.step() {
		return
	}
	b.runs[f] = true
	refs := b.p.references(f)
	for _, callee := range refs.runs {
		b.add(callee)
	}
	for _, d := range refs.calls {
		if d.fn != nil && b.has(d.recv) {
			b.add(d.fn)
		}
	}
	for _, ref := range refs.vars {
		if ref.owner != nil {
			continue
		}
		for _, o := range b.p.in.Graph.At(b.p.in.Graph.Var(ref.v)) {
			b.p.steps++
			b.named[o] = true
			if fn := o.Func(); fn != nil {
				b.add(fn)
			}
		}
	}
	for _, v := range refs.foreign {
		b.foreign[v] = true
	}
}

// has reports whether o can have come to be.
func (b *birth) has(o *pointsto.Object) bool {
	call, outside := o.FromOutside()
	switch {
	case o.Variable() != nil:
		return b.whole || b.foreign[o.Variable()] || b.named[o]
	case outside && call == nil, o.Ext() != nil:
		return true
	case o.Func() != nil:
		return o.Func().Parent() == nil || b.runs[o.Func().Parent()]
	}
	if in := madeIn(o); in != nil {
		return b.runs[in] || b.named[o]
	}
	return b.whole || b.named[o]
}
