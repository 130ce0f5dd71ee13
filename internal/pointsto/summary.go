package pointsto

import (
	"cmp"
	"go/types"
	"slices"
	"strings"
)

// summarize says what the package, with these functions, does to values from outside; completing says what they do to values that
// others brought, and place where something is done, if somebody asks.
//
// [Analyze] calls it after [generator.finalize], if the budget was enough. Placeholders that came in by an exported function or type
// become effects: what was written to them, that they escape, are retained, or are returned. For
//
//	func With(t *T, n int) *T { t.Idle = n; return t }
//
// it says With#0.Idle=dynamic, and that With#0 is returned. Importers learn nothing else from this analysis.
func (h *heap) summarize(functions []*Function, completing func(held map[*Object]bool) []Effect, place func(*Object, string) string) *Summary {
	sum := new(Summary)
	returned := returnedParams(h, functions)
	held, retained := h.heldInTypes(), h.retainedHere(functions)
	sum.Effects = completing(held)
	for _, o := range h.placeholders {
		p := o.from
		if retained[o] && !strings.HasPrefix(p.of, "type ") && h.verdict.has(o.typ) {
			sum.Effects = append(sum.Effects, Effect{Of: p.of, Param: p.param, Retained: true})
		}
		if held[o] && p.path != "" {
			continue
		}
		at := Effect{Of: p.of, Param: p.param, Path: p.path}
		for field, v := range o.writes {
			e := at
			e.Field, e.Value, e.Place = field, v, place(o, field)
			sum.Effects = append(sum.Effects, e)
		}
		if o.escapes || o.overwritten {
			e := at
			e.Escapes, e.Place = true, place(o, "")
			sum.Effects = append(sum.Effects, e)
		}
		h.budget.work += len(o.writes) + len(returned[o])
		for _, r := range returned[o] {
			e := at
			e.Result = r
			sum.Effects = append(sum.Effects, e)
		}
	}
	slices.SortStableFunc(sum.Effects, func(x, y Effect) int {
		return cmp.Or(cmp.Compare(x.Of, y.Of), cmp.Compare(x.Param, y.Param), cmp.Compare(x.Path, y.Path),
			cmp.Compare(x.Field, y.Field), cmp.Compare(x.Result, y.Result), cmp.Compare(x.With, y.With))
	})
	sum.Effects = slices.Compact(sum.Effects)
	return sum
}

// returnedParams returns the results, from 1, by which functions return what their callers pass. One value may be in several.
//
// Both ways count: a parameter that a result node holds, and one of which the function is known to return it ([returnedParam]). What lies
// in a field of a parameter and is returned is not in the summary; the caller gets a placeholder of the package for it.
func returnedParams(h *heap, functions []*Function) map[*Object][]int {
	returned := make(map[*Object][]int)
	for _, fn := range functions {
		if fn.obj == nil {
			continue
		}
		key := FuncKey(fn.obj)
		returns := func(n Node, result int) {
			for _, o := range h.at(n) {
				if o.from != nil && o.from.path == "" && o.from.of == key {
					returned[o] = append(returned[o], result)
				}
			}
		}
		for i, n := range fn.results {
			returns(n, i+1)
		}
		for _, p := range fn.returned {
			returns(fn.operand(p.param), p.result+1)
		}
	}
	return returned
}

// heldInTypes returns what values of this package's struct types hold on to. What is done to that by way of other values of
// the same type is not certain to be done to it, so the summary says so only of what comes in as a tracked type itself.
//
// In
//
//	func New(c *lib.Config) *Client { return &Client{c: c} }
//	func (c *Client) Tune()         { c.c.T.Idle = 1 }
//
// Tune writes to a T that came in by New, of all clients there are. To say that New writes it would silence those who never call Tune, so
// it is left to [generator.completing]. What came in as a tracked type itself has no path, and its writes are said: that errs towards
// silence.
func (h *heap) heldInTypes() map[*Object]bool {
	held := make(map[*Object]bool)
	for _, n := range h.ofType {
		for _, o := range h.at(n) {
			for _, s := range o.slots {
				for _, p := range h.at(s.node) {
					if p.from != nil && !strings.HasPrefix(p.from.of, "type ") {
						h.reach(p, held)
					}
				}
			}
		}
	}
	return held
}

// retainedHere returns what came in and is retained: values of this package's types hold it, variables of the package do, or function
// literals return it.
//
// A literal that returns it retains it in the variable that it captures. Parameters of functions that merely pass it on are not retained.
func (h *heap) retainedHere(functions []*Function) map[*Object]bool {
	retained := make(map[*Object]bool)
	for _, n := range h.ofType {
		for _, o := range h.at(n) {
			for _, s := range o.slots {
				h.reachable(s.node, retained)
			}
		}
	}
	for v, n := range h.vars {
		if v.Parent() == h.pkg.Scope() {
			h.reachable(n, retained)
		}
	}
	for _, f := range functions {
		if f.obj != nil {
			continue
		}
		for _, n := range f.results {
			h.reachable(n, retained)
		}
	}
	return retained
}

// instantiate does to the operands of c what the summary of another package says of its function.
//
// Conditional effects wait for [generator.complete].
func (h *heap) instantiate(sum *Summary, fn *types.Func, c *Call) {
	for _, e := range sum.of(FuncKey(fn)) {
		n := c.Recv
		if e.Param >= 0 {
			n = c.Args[e.Param]
		}
		switch {
		case e.With != "":
			h.completions = append(h.completions, completion{c, n, e, h.trace.cause()})
		case e.Retained:
			h.retain(fn.Pkg(), n)
		case e.Result > 0:
			h.copy(n, c.Results[e.Result-1])
		default:
			h.constrain(n, effect{e.Path, e})
		}
	}
}

// instantiateField does to val, which is stored in field f of owner, what the summary of another package says of owner.
func (h *heap) instantiateField(sum *Summary, owner *types.TypeName, f *types.Var, val Node) {
	for _, e := range sum.of("type " + owner.Name()) {
		if first, rest, _ := strings.Cut(e.Path, "."); first == f.Name() {
			h.constrain(val, effect{rest, e})
		}
	}
}
