package lambda

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A birth says which objects can have come to be: those that a given function, and what it calls, makes or names. The analysis of
// values does not tell the callers of a function apart. A birth does: what only other callers pass is none of its objects. It implements
// rule 4.
//
//	func New(c *http.Client) *Store { return &Store{c} }
//	func NewDefault() *Store        { return New(&http.Client{}) } // this client is in the field of each Store
//
// In the summary of New, the birth of New has no client of NewDefault: NewDefault does not run. Without it each constructor's fact would
// have what all others pass, and each user of New a false finding. Two calls of New by one function are not told apart.
//
// A birth only grows: reach adds the functions that it finds running, and objects that were not born wait in [reach.whenBorn].
type birth struct {
	p       *program
	whole   bool // it begins where the program does, so variables hold what they ever hold
	runs    map[*pointsto.Function]bool
	named   map[*pointsto.Object]bool // what variables of the package hold
	foreign map[*types.Var]bool       // variables of other packages
}

// newBirth returns the birth of what the given functions make. It is for summaries, where whole is false: an exported function may be all
// that a program runs of this package, so only the variables that it leads to hold anything.
func (p *program) newBirth(fns ...*pointsto.Function) *birth {
	b := &birth{p: p, runs: make(map[*pointsto.Function]bool), named: make(map[*pointsto.Object]bool), foreign: make(map[*types.Var]bool)}
	for _, f := range fns {
		b.add(f)
	}
	return b
}

// programBirth returns the birth of what the package makes if it is a program, and of what it may make if it is none. It begins with all
// that runs before or beside invocations: main, init, initializers of variables, and functions that are used as values.
// In a package other than main, exported functions run, too, as somebody may call them. A function of main that nothing calls makes
// nothing.
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

// add adds what f makes. It follows direct calls at once, and calls of methods only for receivers that have come to be by then.
// One that comes to be later is not looked at again here; where invocations make the call, the walk does so ([reach.call]).
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
			if !b.p.step() {
				return
			}
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

// has reports whether o can have come to be. What came in from outside, other than from a call, has been made by others, and so have
// functions of other packages. A literal needs the function around it to run, any other object the function that allocates it, or that
// calls what returns it. An object that no function makes is in the initializer of a variable, and is there if something names that.
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
	if o.IsZero() {
		return true // it came to be with what it is a field of
	}
	return b.whole || b.named[o]
}
