package flow

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
)

// What another package keeps of the values that it gets, it may give back by any other function, field or method. Which one it
// gives is not known, so what is written to one that came back is written to all that went there, if they are of its type.

// give notes that code of p keeps what n holds.
func (b *builder) give(p *types.Package, n Node) {
	if !IsStd(p) || catalog.Has(p.Path(), catalog.Retains) {
		b.given[p] = append(b.given[p], n)
	}
}

// takeBack reads that code of p calls the functions that n holds with what it keeps.
func (b *builder) takeBack(p *types.Package, n Node) {
	if IsStd(p) && !catalog.Has(p.Path(), catalog.Retains) {
		return
	}
	b.each(n, func(o *Object) {
		if o.fn == nil {
			return
		}
		for i, param := range o.fn.params {
			b.fromOutside(param, o.fn.sig.Params().At(i).Type(), &Symbol{from: p})
		}
	})
}

// receive notes that o came from the package that its symbol names.
func (b *builder) receive(o *Object) {
	if p := o.sym.from; p != nil && !IsError(o.typ) {
		b.received[p] = append(b.received[p], o)
	}
}

// received reads that a call through a value of package from may return what that keeps.
func (c *dynamicCall) received(from *types.Package) {
	if _, known := c.recv[from]; known || from == nil {
		return
	}
	c.recv[from] = 0
	for i, r := range c.results {
		c.fromOutside(r, c.sig.Results().At(i).Type(), &Symbol{from: from})
	}
}

// refill reads that code of p, which gets n as a value of type t, sets the fields of what is a struct of its own.
func (b *builder) refill(p *types.Package, t types.Type, n Node) {
	s, tn := structOf(element(t)), named(element(t))
	if s == nil || tn == nil || tn.Pkg() != p || IsStd(p) {
		return
	}
	for f := range s.Fields() {
		if b.isWatched(element(f.Type())) == nil {
			continue
		}
		b.each(n, func(o *Object) {
			if o.sym == nil {
				b.fromOutside(b.field(o, f), f.Type(), &Symbol{from: p})
			}
		})
	}
}

// giveBack does to the values that were given to a package what is done to those that came back.
func (b *builder) giveBack() {
	given := make(map[*types.Package]map[*Object]bool)
	for p, nodes := range b.given {
		given[p] = make(map[*Object]bool)
		for _, n := range nodes {
			b.reachable(n, given[p])
		}
	}
	for changed := true; changed; {
		changed = false
		for p, objects := range given {
			for _, from := range b.received[p] {
				if len(from.writes) == 0 && !from.unseen && !from.filled {
					continue
				}
				for o := range objects {
					if b.mayBeSame(o, from) {
						changed = o.share(from) || changed
					}
				}
			}
		}
	}
}

// mayBeSame tells whether o and from, which came from outside, may be one value.
func (b *builder) mayBeSame(o, from *Object) bool {
	t := b.isWatched(o.typ)
	if t == nil {
		return b.mayHold(o.typ)
	}
	return t == b.isWatched(from.typ) || b.mayHold(from.typ)
}

// mayHold tells whether t is an interface that may hold a watched value.
func (b *builder) mayHold(t types.Type) bool {
	return types.IsInterface(t) && !IsError(t) && b.narrow.carries(t)
}

// reachable adds to reached what n leads to, by way of what functions return, too.
func (b *builder) reachable(n Node, reached map[*Object]bool) {
	for _, o := range b.at(n) {
		b.reach(o, reached)
		if o.fn == nil {
			continue
		}
		for _, r := range o.fn.results {
			for _, p := range b.at(r) {
				b.reach(p, reached)
			}
		}
	}
}

// share does to o what was done to p, and tells whether that is news.
func (o *Object) share(p *Object) (news bool) {
	for field, v := range p.writes {
		if o.writes[field]|v != o.writes[field] {
			o.write(field, v)
			news = true
		}
	}
	if (p.unseen || p.filled) && !o.unseen {
		o.unseen = true
		news = true
	}
	return news
}

// keeps returns what came in and is kept: values of this package's types hold it, variables of the package do, or function literals
// return it.
func (b *builder) keeps() map[*Object]bool {
	kept := make(map[*Object]bool)
	for _, n := range b.ofType {
		for _, o := range b.at(n) {
			for _, f := range o.fields {
				b.reachable(f.n, kept)
			}
		}
	}
	for v, n := range b.vars {
		if v.Parent() == b.in.Pkg.Scope() {
			b.reachable(n, kept)
		}
	}
	for _, f := range b.functions {
		if f.obj != nil {
			continue
		}
		for _, n := range f.results {
			b.reachable(n, kept)
		}
	}
	return kept
}
