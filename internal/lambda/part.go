package lambda

import (
	"go/types"
	"maps"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A Part is what is in one field of what a function returns, for whoever keeps that field alone:
//
//	func Init() *Container { return &Container{Repo: newRepo(), Search: newSearch()} }
//
//	repo = di.Init().Repo // has no client, whatever the field Search has
type Part struct {
	Field                       string
	Outlives, Allocates, Offers []int // clients of the fact; see Effect

	// Parted and Parts say the same of the fields of what is in the field.
	Parted bool
	Parts  []Part
}

// maxParts is how many fields deep a fact says what is where: app.Commands.Create takes two.
const maxParts = 3

// part returns what e says of the field of that name, as if the function returned nothing else.
func (e *Effect) part(field string) *Effect {
	out := &Effect{Of: e.Of, Retains: e.Retains}
	for _, part := range e.Parts {
		if part.Field == field {
			out.ResultOutlives, out.ResultAllocates, out.Offers = part.Outlives, part.Allocates, part.Offers
			out.Parted, out.Parts = part.Parted, part.Parts
		}
	}
	return out
}

// A holding is a place, or what a call of another package's function returned, of which its fact says e.
type holding struct {
	place pointsto.Node
	call  *pointsto.Call
	e     *Effect
	f     *Fact
}

// parts says what is in the fields of what fn returns, if its results lead to clients.
func (x *summary) parts(fn *pointsto.Function, results []pointsto.Node, e *Effect) {
	if len(e.ResultOutlives)+len(e.ResultAllocates)+len(e.Offers) == 0 {
		return
	}
	var all []holding
	for _, n := range results {
		all = append(all, holding{place: n})
	}
	e.Parts, e.Parted = x.split(fn, all, maxParts)
}

// split returns what is in the fields of what is at all, some fields deep, and reports whether that is all there is.
func (x *summary) split(fn *pointsto.Function, all []holding, depth int) (parts []Part, ok bool) {
	fields, ok := x.fields(all)
	if !ok || depth == 0 {
		return nil, false
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		r := x.p.newReach(x.clients, x.p.newBirth(fn))
		for _, h := range fields[name] {
			if h.call == nil {
				r.retainPlaces(h.place)
				continue
			}
			var refs references
			refs.returned(x.p, h.call, h.e, h.f)
			r.keep(&refs)
			r.add(&refs, false)
		}
		part := Part{Field: name}
		part.Outlives, part.Allocates, _ = x.indexes(r, nil)
		part.Offers = x.offers(r, part.Outlives, part.Allocates)
		if len(part.Outlives)+len(part.Allocates)+len(part.Offers) > 0 {
			part.Parts, part.Parted = x.split(fn, fields[name], depth-1)
			parts = append(parts, part)
		}
	}
	return parts, true
}

// fields returns what is in each field of what is at all that other packages can select. It reports whether that is all there is: what
// another package returned, without saying what is in which of its fields, may have anything in each.
func (x *summary) fields(all []holding) (map[string][]holding, bool) {
	fields := make(map[string][]holding)
	returned := func(call *pointsto.Call, e *Effect, f *Fact) bool {
		if e == nil || !e.Parted {
			return false
		}
		for _, part := range e.Parts {
			fields[part.Field] = append(fields[part.Field], holding{call: call, e: e.part(part.Field), f: f})
		}
		return true
	}
	for _, h := range all {
		if h.call != nil && !returned(h.call, h.e, h.f) {
			return nil, false
		}
		for _, o := range x.p.in.Graph.At(h.place) {
			if !x.p.step() {
				return nil, false
			}
			if !x.clients[o] || o.Func() != nil { // a function has no fields
				continue
			}
			if call, _ := o.FromOutside(); call != nil {
				if e, f := x.p.resultEffect(call, o); !returned(call, e, f) {
					return nil, false
				}
			}
			_, isStruct := o.Type().Underlying().(*types.Struct)
			if !isStruct || o.Site() != nil || o.Variable() != nil || len(x.p.registry.in[o]) > 0 {
				return nil, false
			}
			o.Fields(func(v *types.Var, n pointsto.Node) {
				if (v.Exported() || v.Embedded() || v.Pkg() != x.p.in.Pkg) && leads(x.p.in.Graph, []pointsto.Node{n}, x.clients) {
					fields[v.Name()] = append(fields[v.Name()], holding{place: n})
				}
			})
		}
	}
	return fields, true
}
