package pointsto

import (
	"fmt"
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
)

// What another package retains of the values that it gets, it may return by any other function, field or method. Which one it
// returns is not known, so what is written to one that was returned is written to all that went there, if they are of its type.

// fetch makes n hold what code of p may have retained, as a value of type t; n is a parameter of entry, if that is not nil.
//
// It is for places that unknown code fills without a call of this package: parameters of callbacks, fields. Results of calls have their
// placeholders from [scope.external].
func (h *heap) fetch(p *types.Package, n Node, t types.Type, entry *Function) {
	if f := (fetch{p, n}); !h.fetched[f] {
		h.fetched[f] = true
		h.fromOutside(n, t, &placeholder{pkg: p, entry: entry})
	}
}

// retains reports whether code of p may retain what it gets.
func retains(p *types.Package) bool { return !IsStd(p) || catalog.Has(p.Path(), catalog.Retains) }

// retain notes that code of p retains what n holds.
func (h *heap) retain(p *types.Package, n Node) {
	if retains(p) {
		h.retained[p] = append(h.retained[p], n)
	}
}

// A callback says that code of a package calls functions with what it retains.
//
//	params of o ⊇ what p retains, for o ∈ b
//
// For
//
//	lib.Each(func(t *T) { t.Idle = 1 })
//
// the parameter may be anything that went to lib before.
type callback struct{ p *types.Package }

func (h *heap) callback(p *types.Package, n Node) {
	if retains(p) {
		h.constrain(n, callback{p})
	}
}

func (c callback) apply(h *heap, o *Object) {
	if o.fn != nil {
		for i, param := range o.fn.params {
			h.fetch(c.p, param, o.fn.sig.Params().At(i).Type(), o.fn)
		}
	}
}
func (c callback) String() string { return fmt.Sprintf("called by %s", c.p.Path()) }

// A refill says that code of a package sets a field of what are structs of its own.
//
//	o.f ⊇ what p retains, for o ∈ b
//
// For
//
//	c := &lib.Config{T: t}
//	lib.Prepare(c) // may have put another T there
//	c.T.Idle = 1
//
// Only fields of tracked types count, and only structs that the package itself declares: those it can fill.
type refill struct {
	p *types.Package
	f *types.Var
}

// refill reads that code of p gets n as a value of type t.
func (h *heap) refill(p *types.Package, t types.Type, n Node) {
	s, tn := structOf(element(t)), Named(element(t))
	if n == 0 || s == nil || tn == nil || tn.Pkg() != p || IsStd(p) {
		return
	}
	for f := range s.Fields() {
		if h.isTracked(element(f.Type())) != nil {
			h.constrain(n, refill{p, f})
		}
	}
}

func (c refill) apply(h *heap, o *Object) {
	if o.from == nil {
		h.fetch(c.p, h.field(o, c.f), c.f.Type(), nil)
	}
}
func (c refill) String() string { return fmt.Sprintf("•.%s is set by %s", c.f.Name(), c.p.Path()) }

// share does to the values that packages retained what is done to those that they returned.
// This is rule 11.
//
// [generator.finalize] calls it last, on the complete solution. It adds no objects to nodes, only writes and escapes to objects, and
// repeats until nothing is news, as an object may have come from one package and gone to another. The type is all that tells values of one
// package apart, so it is imprecise, on the side of silence: configuring any T that lib returned silences all T that went to lib.
func (h *heap) share() {
	retained := make(map[*types.Package]map[*Object]bool)
	for p, nodes := range h.retained {
		retained[p] = make(map[*Object]bool)
		for _, n := range nodes {
			h.reachable(n, retained[p])
		}
	}
	for changed := true; changed && !h.exhausted(); {
		changed = false
		for p, objects := range retained {
			done := h.doneTo(h.returned[p])
			if len(done) == 0 {
				continue
			}
			for o := range objects {
				h.budget.work++
				for t, what := range done {
					if h.mayBeSame(o, t) {
						changed = o.share(what) || changed
					}
				}
			}
		}
	}
}

// doneTo returns what is done to objects, joined for those of each tracked type; under nil stands what may be any.
//
// Joining them first makes the work of a round the product of objects and types instead of that of objects and objects.
func (h *heap) doneTo(objects []*Object) map[*types.TypeName]*Object {
	done := make(map[*types.TypeName]*Object)
	for _, o := range objects {
		h.budget.work++
		if len(o.writes) == 0 && (!o.escapes && !o.overwritten || hasMethods(o.typ)) {
			continue // what is handed on by an interface with methods is not configured
		}
		t := h.isTracked(o.typ)
		if t == nil && !h.mayHold(o.typ) {
			t = notTracked
		}
		if done[t] == nil {
			done[t] = new(Object)
		}
		done[t].share(o)
	}
	return done
}

// hasMethods reports whether t is an interface with methods.
func hasMethods(t types.Type) bool { return types.IsInterface(t) && !isEmptyInterface(t) }

// notTracked stands for all types that are neither tracked nor interfaces that may hold a tracked value.
var notTracked = types.NewTypeName(0, nil, "", nil)

// mayBeSame reports whether o and something from outside, of tracked type t or unknown, may be one value.
func (h *heap) mayBeSame(o *Object, t *types.TypeName) bool {
	if tracked := h.isTracked(o.typ); tracked != nil {
		return t == tracked || t == nil
	}
	return h.mayHold(o.typ)
}

// mayHold reports whether t is an interface that may hold a tracked value.
func (h *heap) mayHold(t types.Type) bool {
	return types.IsInterface(t) && !IsError(t) && h.verdict.has(t)
}

// share does to o what was done to p, and reports whether that is news.
//
// What was overwritten there may be another value here, so for o that is an escape: not known, rather than replaced.
func (o *Object) share(p *Object) (news bool) {
	for field, v := range p.writes {
		if o.writes[field]|v != o.writes[field] {
			o.writeElsewhere(field, v)
			news = true
		}
	}
	if (p.escapes || p.overwritten) && !o.escapes {
		o.escapes = true
		news = true
	}
	return news
}
