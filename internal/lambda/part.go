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
}

// part returns what e says of the field of that name, as if the function returned nothing else.
func (e *Effect) part(field string) *Effect {
	out := &Effect{Of: e.Of, Retains: e.Retains}
	for _, part := range e.Parts {
		if part.Field == field {
			out.ResultOutlives, out.ResultAllocates, out.Offers = part.Outlives, part.Allocates, part.Offers
		}
	}
	return out
}

// parts says what is in the fields of what fn returns, if its results lead to clients.
func (x *summary) parts(fn *pointsto.Function, results []pointsto.Node, e *Effect) {
	if len(e.ResultOutlives)+len(e.ResultAllocates)+len(e.Offers) == 0 {
		return
	}
	fields, ok := x.fields(results)
	if !ok {
		return
	}
	e.Parted = true
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		r := x.p.newReach(x.clients, x.p.newBirth(fn))
		for _, add := range fields[name] {
			add(r)
		}
		part := Part{Field: name}
		part.Outlives, part.Allocates, _ = x.indexes(r, nil)
		part.Offers = x.offers(r, part.Outlives, part.Allocates)
		if len(part.Outlives)+len(part.Allocates)+len(part.Offers) > 0 {
			e.Parts = append(e.Parts, part)
		}
	}
}

// fields returns, for each field of what is at results that other packages can select, how a walk goes to what it holds. It reports whether
// that is all there is: what another package returned, without saying what is in which of its fields, may have anything in each.
func (x *summary) fields(results []pointsto.Node) (map[string][]func(*reach), bool) {
	fields := make(map[string][]func(*reach))
	for _, n := range results {
		for _, o := range x.p.in.Graph.At(n) {
			if !x.p.step() {
				return nil, false
			}
			if !x.clients[o] || o.Func() != nil { // a function has no fields
				continue
			}
			call, _ := o.FromOutside()
			if call != nil {
				e, f := x.p.funcEffect(call.Fn)
				if at, _ := o.Entrance(); e == nil || !e.Parted || at.Path != "" {
					return nil, false
				}
				for _, part := range e.Parts {
					var refs references
					refs.returned(x.p, call, e.part(part.Field), f)
					fields[part.Field] = append(fields[part.Field], func(r *reach) {
						r.keep(&refs)
						r.add(&refs, false)
					})
				}
			}
			_, isStruct := o.Type().Underlying().(*types.Struct)
			if !isStruct || o.Site() != nil || o.Variable() != nil || len(x.p.registry.in[o]) > 0 {
				return nil, false
			}
			o.Fields(func(v *types.Var, n pointsto.Node) {
				if (v.Exported() || v.Embedded() || v.Pkg() != x.p.in.Pkg) && leads(x.p.in.Graph, []pointsto.Node{n}, x.clients) {
					fields[v.Name()] = append(fields[v.Name()], func(r *reach) { r.retainPlaces(n) })
				}
			})
		}
	}
	return fields, true
}
