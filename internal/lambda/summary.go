package lambda

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A summary is a package's fact as it is put together. It is the second user of the walk: instead of handlers it begins with each exported
// name in turn, as if an invocation ran it or kept it, because which of them a program uses is not known here.
type summary struct {
	p        *program
	fact     Fact
	table    table
	clients  map[any]bool // what leads to clients
	params   map[any]bool // what leads to values that other packages pass
	handlers map[*pointsto.Object]bool
	closings map[*pointsto.Function][]closing
	byType   map[string]*Effect
}

// summarize says what the exported names of the package do with clients, nil if nothing. An exported variable counts as retained: an
// invocation that refers to it finds what it holds. A package that used up its budget has no fact, and is unknown code to others.
func (p *program) summarize() *Fact {
	rel := p.relevance()
	x := &summary{
		p:       p,
		table:   table{index: make(map[Client]int)},
		clients: rel.toClients(p),
		params:  rel.toParameters(),
		byType:  make(map[string]*Effect),

		handlers: make(map[*pointsto.Object]bool),
		closings: make(map[*pointsto.Function][]closing),
	}
	_, handlers, _ := p.entries()
	if len(handlers)+len(x.clients) == 0 {
		return nil
	}
	for _, o := range handlers {
		x.handlers[o] = true
	}
	for _, c := range p.closings {
		x.closings[c.in] = append(x.closings[c.in], c)
	}
	for _, fn := range p.exported() {
		x.function(fn)
	}
	for _, e := range x.byType {
		e.Outlives, e.Allocates = sorted(e.Outlives), sorted(e.Allocates)
		x.add(*e)
	}
	for _, v := range p.exportedVars() {
		r := p.newReach(x.clients, nil)
		r.retainPlaces(p.in.Graph.Var(v))
		e := Effect{Of: "var " + v.Name()}
		e.Outlives, e.Allocates, _ = x.indexes(r, nil)
		x.ways(e.Of, byRun, r)
		x.add(e)
	}
	if len(x.fact.Effects) == 0 || !p.step() {
		return nil
	}
	slices.SortFunc(x.fact.Effects, func(a, b Effect) int { return cmp.Compare(a.Of, b.Of) })
	x.fact.Clients = x.table.clients
	return &x.fact
}

// function says what fn does. Two walks with a birth of fn each: what an invocation that runs fn reaches, and what one reaches that has what
// fn returned before it began. Parameters that fn returns as they are count as results.
//
//	func New() *API          // if a program keeps it: ResultOutlives
//	func (a *API) Post()     // if an invocation runs it: Outlives
//
// What methods do is also added to their type, for values of it that another package has in an interface:
//
//	lambda.StartHandler(api.API{}) // "type API": the methods are not named
func (x *summary) function(fn *pointsto.Function) {
	g := x.p.in.Graph
	key := pointsto.FuncKey(fn.Obj())
	e := Effect{Of: key}
	results := append(fn.ReturnedParams(), fn.Results()...)
	if x.clients[fn] {
		r := x.p.newReach(x.clients, x.p.newBirth(fn))
		r.run(fn, false)
		e.Outlives, e.Allocates, e.Returns = x.indexes(r, fn)
		x.ways(key, byRun, r)
	}
	if leads(g, results, x.clients) {
		r := x.p.newReach(x.clients, x.p.newBirth(fn))
		r.retainPlaces(results...)
		e.ResultOutlives, e.ResultAllocates, _ = x.indexes(r, nil)
		x.ways(key, byResult, r)
	}
	x.resultCalls(fn, &e)
	e.Retains = x.retains(fn, results)
	e.Closes, e.Closed = x.closes(fn)
	e.Starts = params(g, fn, func(o *pointsto.Object) bool { return x.handlers[o] })
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

// resultCalls says what the methods of the interfaces that fn returns do, as in
//
//	func New() Poster { return &poster{&http.Client{}} } // if an invocation calls a method of the result: CallOutlives
//
// Other packages cannot name the types behind them.
func (x *summary) resultCalls(fn *pointsto.Function, e *Effect) {
	var calls references
	if calls.resultCalls(x.p, fn); len(calls.calls) == 0 {
		return
	}
	r := x.p.newReach(x.clients, x.p.newBirth(fn))
	r.call(calls.calls, false)
	e.CallOutlives, e.CallAllocates, _ = x.indexes(r, nil)
	x.ways(e.Of, byCall, r)
}

// retains returns the parameters of fn that its results hold, or that it calls to make them. It walks with no birth, as a parameter is
// not made by anybody here. One whose fields are retained is retained as a whole: New(Config{HTTP: client}) keeps the client.
func (x *summary) retains(fn *pointsto.Function, results []pointsto.Node) []int {
	g := x.p.in.Graph
	r := x.p.newReach(x.params, nil)
	if leads(g, results, x.params) {
		r.retainPlaces(results...)
		r.settle()
	}
	called := x.p.calledFunctions(fn)
	return params(g, fn, func(o *pointsto.Object) bool {
		held := r.retained[o] || called[o]
		if _, outside := o.FromOutside(); outside {
			o.Fields(func(_ *types.Var, n pointsto.Node) {
				held = held || slices.ContainsFunc(g.At(n), func(o *pointsto.Object) bool {
					_, outside := o.FromOutside()
					return outside && r.retained[o]
				})
			})
		}
		return held
	})
}

// calledFunctions returns the functions among the parameters of fn that it, or what it runs, may call, if it returns anything.
func (p *program) calledFunctions(fn *pointsto.Function) map[*pointsto.Object]bool {
	called := make(map[*pointsto.Object]bool)
	if len(fn.Results()) == 0 || !takesFunctions(fn.Signature()) {
		return called
	}
	for f := range p.newBirth(fn).runs {
		for _, c := range p.callsBy[f] {
			for _, o := range p.in.Graph.At(c.Fun) {
				called[o] = true
			}
		}
	}
	return called
}

// takesFunctions reports whether a parameter of sig is a function, or a list of functions.
func takesFunctions(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		t := v.Type().Underlying()
		if list, ok := t.(*types.Slice); ok {
			t = list.Elem().Underlying()
		}
		if _, ok := t.(*types.Signature); ok {
			return true
		}
	}
	return false
}

// closes reports whether fn always closes idle connections of what it does not make itself, and returns the clients of which it does. The
// first is for what callers pass, the second for clients that the package keeps itself:
//
//	func Close(c *http.Client) { c.CloseIdleConnections() } // Closes
//	func Shutdown()            { shared.CloseIdleConnections() } // and Closed
func (x *summary) closes(fn *pointsto.Function) (some bool, closed []int) {
	var clients []Client
	for _, c := range x.closings[fn] {
		for i, o := range x.p.withFields(c.objects) {
			if !o.In().Within(fn) {
				some = some || i < len(c.objects)
				if f, ok := x.p.clients.outlives[o]; ok {
					clients = append(clients, f.Client)
				}
			}
		}
	}
	clients = append(clients, x.p.references(fn).closes...)
	for i := range clients {
		clients[i].Reported = x.p.reported[clients[i].key()]
	}
	return some, x.table.add(clients)
}

func (x *summary) add(e Effect) {
	if e.tells() || len(e.Retains) > 0 || e.Closes {
		x.fact.Effects = append(x.fact.Effects, e)
	}
}

// indexes returns what r reached, from root if it is not nil, as indexes into the fact's clients.
func (x *summary) indexes(r *reach, root *pointsto.Function) (outlives, allocates, returns []int) {
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
func (p *program) exported() []*pointsto.Function {
	var out []*pointsto.Function
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
func leads(g *pointsto.Graph, places []pointsto.Node, worth map[any]bool) bool {
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
func params(g *pointsto.Graph, fn *pointsto.Function, is func(*pointsto.Object) bool) []int {
	var out []int
	for i, n := range append([]pointsto.Node{fn.Recv()}, fn.Params()...) {
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
