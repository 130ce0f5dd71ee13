package pointsto

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/container/intsets"
)

// expose marks what n holds, and what its exported fields lead to, as open to unknown code. By reflection that code may write
// through interfaces, too; without, it sees no more than types say.
func (h *heap) expose(n Node, reflection bool) {
	e := exposure{n, reflection}
	if !h.exposed[e] {
		h.exposed[e] = true
		h.constrain(n, expose{reflection})
	}
}

// An expose is the constraint of an exposure.
//
//	escapes(o) for o ∈ b that is tracked; expose(o.f) for exported f
//
// The fields of a tracked value are not walked: that it escapes says all. Fields are judged by verdict, not by relevant, so that findings
// do not depend on whether a call graph was asked for. In
//
//	type file struct {
//		T   *lib.T // may be written to
//		Any any    // only by reflection
//		own *lib.T // not visible
//	}
//
// unsafe code could write to the last as well; that is one of the places where the analysis is unsound.
type expose struct{ reflection bool }

func (c expose) apply(h *heap, o *Object) {
	if h.isTracked(o.typ) != nil {
		o.escapes = true
		return
	}
	if s := structOf(o.typ); s != nil && o.from == nil {
		for f := range s.Fields() {
			if f.Exported() && h.verdict.has(f.Type()) && (c.reflection || !types.IsInterface(element(f.Type()))) {
				h.expose(h.field(o, f), c.reflection)
			}
		}
	}
	if c.reflection && types.IsInterface(o.typ) {
		o.escapes = true
	}
}

func (c expose) String() string {
	if c.reflection {
		return "exposed to reflection"
	}
	return "exposed"
}

// An exposeResults marks what functions return as open to whoever calls them.
//
//	expose(r) for the results r of o ∈ b
//
// It is put on functions that other packages get: they may call them, and configure what they return.
type exposeResults struct{ reflection bool }

func (c exposeResults) apply(h *heap, o *Object) {
	if o.fn == nil {
		return
	}
	for i, r := range o.fn.results {
		if c.reflection || !types.IsInterface(o.fn.sig.Results().At(i).Type()) {
			h.expose(r, c.reflection)
		}
	}
}
func (c exposeResults) String() string { return fmt.Sprintf("results %v", expose(c)) }

// unknownArgs hands args to code that anybody may have written.
// What it gets as an interface with methods, it does not configure.
// This is rule 10.
//
// It is for calls whose callee is not known at all; [heap.unknownArg] is for a known function without a summary. Interfaces with methods
// are where this is unsound: `log(rt http.RoundTripper)` could assert its argument to *http.Transport and set fields. If that counted,
// each value that is passed as an interface would be silent.
func (h *heap) unknownArgs(sig *types.Signature, args []Node) {
	for i, a := range args {
		t := element(sig.Params().At(i).Type())
		switch {
		case types.IsInterface(t) && !isEmptyInterface(t) && !isTypeParam(t):
		case h.isTracked(t) != nil:
			h.constrain(a, mark{what: escapesNow}) // of whatever type it was before an assertion
		default:
			h.expose(a, isEmptyInterface(t))
		}
	}
}

// unknownArg hands a to parameter i of fn, a function of another package without a summary.
//
// That a summary was wanted is recorded in any case; whether it mattered is decided by [heap.missing] after solving.
func (h *heap) unknownArg(fn *types.Func, sig *types.Signature, i int, a Node) {
	if a == 0 {
		return
	}
	t := sig.Params().At(i).Type()
	switch {
	case h.isTracked(element(t)) != nil:
		h.constrain(a, mark{what: escapesNow})
	case isEmptyInterface(t):
		// Reflection may write anything; what takes any number of anything, a slice, logs or compares.
		h.expose(a, true)
	}
	h.wants = append(h.wants, want{a, fn.Pkg().Path()})
}

// missing returns the packages whose summaries were missing for values that matter: those that are judged, here or by whoever passes
// them, and structs in which there is one.
//
// A driver that gets such names analyzes those packages and starts over, so names that do not matter cost time. Values are sought up to
// [maxDepth] fields away from what was passed, as far as these fields were looked at.
func (h *heap) missing(judged func(*types.TypeName) bool) []string {
	if len(h.wants) == 0 {
		return nil
	}
	leads := new(intsets.Sparse) // ids of objects that lead to such a value by as many fields as were looked at
	for _, o := range h.objects[1:] {
		if o.site == nil && (o.from == nil || o.from.of == "") {
			continue
		}
		if t := h.isTracked(o.typ); t != nil && judged(t) {
			leads.Insert(o.id)
		}
	}
	for range maxDepth {
		further := new(intsets.Sparse)
		further.Copy(leads)
		for _, o := range h.objects[1:] {
			h.budget.work++
			if o.from != nil || leads.Has(o.id) {
				continue
			}
			for _, s := range o.slots {
				if h.rep(s.node).holds.Intersects(leads) {
					further.Insert(o.id)
					break
				}
			}
		}
		leads = further
	}
	var out []string
	for _, w := range h.wants {
		if h.rep(w.n).holds.Intersects(leads) {
			out = append(out, w.pkg)
		}
	}
	return out
}
