package lambda

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/flow"
)

// A summary is a package's fact as it is put together.
type summary struct {
	p        *program
	fact     Fact
	table    table
	clients  map[any]bool // what leads to clients
	params   map[any]bool // what leads to values that other packages pass
	handlers []*flow.Object
	byType   map[string]*Effect
}

// summarize says what the exported names of the package do with clients, nil if nothing.
func (p *program) summarize() *Fact {
	rel := p.relevance()
	x := &summary{
		p:       p,
		table:   table{index: make(map[Client]int)},
		clients: rel.toClients(p),
		params:  rel.toParameters(),
		byType:  make(map[string]*Effect),
	}
	if _, x.handlers = p.entries(); len(x.handlers)+len(x.clients) == 0 {
		return nil
	}
	for _, fn := range p.exported() {
		x.function(fn)
	}
	for _, e := range x.byType {
		e.Outlives, e.Allocates = sorted(e.Outlives), sorted(e.Allocates)
		x.add(*e)
	}
	for _, v := range p.exportedVars() {
		r := p.newReach(x.clients)
		r.retainPlaces(p.in.Graph.Var(v))
		e := Effect{Of: "var " + v.Name()}
		e.Outlives, e.Allocates, _ = x.indexes(r, nil)
		x.add(e)
	}
	if len(x.fact.Effects) == 0 {
		return nil
	}
	slices.SortFunc(x.fact.Effects, func(a, b Effect) int { return cmp.Compare(a.Of, b.Of) })
	x.fact.Clients = x.table.clients
	return &x.fact
}

// function says what fn does.
func (x *summary) function(fn *flow.Function) {
	g := x.p.in.Graph
	key := flow.FuncKey(fn.Obj())
	e := Effect{Of: key}
	results := append(fn.Passed(), fn.Results()...)
	if x.clients[fn] {
		r := x.p.newReach(x.clients)
		r.run(fn, false)
		e.Outlives, e.Allocates, e.Returns = x.indexes(r, fn)
	}
	if leads(g, results, x.clients) {
		r := x.p.newReach(x.clients)
		r.retainPlaces(results...)
		e.ResultOutlives, e.ResultAllocates, _ = x.indexes(r, nil)
	}
	if leads(g, results, x.params) {
		r := x.p.newReach(x.params)
		r.retainPlaces(results...)
		r.register()
		e.Retains = params(g, fn, func(o *flow.Object) bool { return r.retained[o] })
	}
	e.Closes = x.closes(fn)
	e.Starts = params(g, fn, func(o *flow.Object) bool { return slices.Contains(x.handlers, o) })
	x.add(e)
	if typ, _, ok := strings.Cut(key, "."); ok {
		m := x.byType[typ]
		if m == nil {
			m = &Effect{Of: "type " + typ}
			x.byType[typ] = m
		}
		m.Outlives = append(m.Outlives, e.Outlives...)
		m.Allocates = append(m.Allocates, e.Allocates...)
	}
}

// closes reports whether fn always closes idle connections of what it does not make itself.
func (x *summary) closes(fn *flow.Function) bool {
	for _, c := range x.p.in.Net.Closings() {
		given := func(o *flow.Object) bool { return !o.In().Within(fn) }
		if c.In == fn && c.Always() && slices.ContainsFunc(x.p.in.Graph.At(c.Recv), given) {
			return true
		}
	}
	return false
}

func (x *summary) add(e Effect) {
	if e.tells() || len(e.Retains) > 0 || e.Closes {
		x.fact.Effects = append(x.fact.Effects, e)
	}
}

// indexes returns what r reached, from root if it is not nil, as indexes into the fact's clients.
func (x *summary) indexes(r *reach, root *flow.Function) (outlives, allocates, returns []int) {
	lasting := r.outliving()
	dropped, returned := r.allocated(root)
	return x.table.add(x.p.known(lasting)), x.table.add(x.p.known(dropped)), x.table.add(x.p.known(returned))
}

// known returns the clients of list as other packages know them.
func (p *program) known(list []found) []Client {
	var out []Client
	for _, f := range list {
		f.Reported = f.Reported || p.reported[f.key()]
		out = append(out, f.Client)
	}
	return out
}

// exported returns the functions and methods of the package that others can name.
func (p *program) exported() []*flow.Function {
	var out []*flow.Function
	for _, fn := range p.in.Graph.Functions() {
		if obj := fn.Obj(); obj != nil && obj.Exported() {
			out = append(out, fn)
		}
	}
	return out
}

// exportedVars returns the variables of the package that others can name.
func (p *program) exportedVars() []*types.Var {
	var out []*types.Var
	scope := p.in.Pkg.Scope()
	for _, name := range scope.Names() {
		if v, ok := scope.Lookup(name).(*types.Var); ok && v.Exported() {
			out = append(out, v)
		}
	}
	return out
}

// leads reports whether one of places holds something of worth.
func leads(g *flow.Graph, places []flow.Node, worth map[any]bool) bool {
	for _, n := range places {
		for _, o := range g.At(n) {
			if worth[o] {
				return true
			}
		}
	}
	return false
}

// params returns the parameters of fn that may be an object that is so.
func params(g *flow.Graph, fn *flow.Function, is func(*flow.Object) bool) []int {
	var out []int
	for i, n := range append([]flow.Node{fn.Recv()}, fn.Params()...) {
		if slices.ContainsFunc(g.At(n), is) {
			out = append(out, i-1)
		}
	}
	return out
}

func sorted(list []int) []int {
	slices.Sort(list)
	return slices.Compact(list)
}
