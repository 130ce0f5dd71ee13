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
	onMux    map[any]bool // what leads to a registration on http.DefaultServeMux
	closings map[*pointsto.Function][]closing
	byName   map[string]*Effect // of types, and of methods by their names alone

	kept   map[*pointsto.Object]bool       // what the package keeps; nil until somebody asks
	passed *pointsto.Index[*pointsto.Call] // calls of other packages, by what they are given; likewise
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
		onMux:   rel.toDefaultMux(p),
		byName:  make(map[string]*Effect),

		handlers: make(map[*pointsto.Object]bool),
		closings: make(map[*pointsto.Function][]closing),
	}
	says := func(fn *pointsto.Function) bool {
		return p.clients.returnsDefault(fn) || p.clients.wraps(fn) || len(p.registry.passedTo(fn)) > 0
	}
	if len(p.entries.handlers)+len(x.clients) == 0 && !slices.ContainsFunc(exported(p.in.Graph), says) {
		return nil
	}
	for _, o := range p.entries.handlers {
		x.handlers[o] = true
	}
	for _, c := range p.closings.always {
		x.closings[c.in] = append(x.closings[c.in], c)
	}
	for _, fn := range exported(p.in.Graph) {
		x.function(fn)
	}
	for _, e := range x.byName {
		e.Calls, e.Offers, e.Retains = sorted(e.Calls), sorted(e.Offers), sorted(e.Retains)
		x.add(*e)
	}
	for _, v := range exportedVars(p.in.Pkg) {
		r := p.newReach(x.clients, nil)
		r.retainPlaces(p.in.Graph.Var(v))
		e := Effect{Of: "var " + v.Name()}
		e.Outlives, e.Allocates, _ = x.indexes(r, nil)
		e.Offers = x.offers(r, e.Outlives)
		x.ways(e.Of, byRun, r)
		x.foreignMethods(p.in.Graph.Var(v), v.Type())
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
		e.Calls = x.calls(r, fn, e.Outlives, e.Allocates)
		x.ways(key, byRun, r)
		if fn.Signature().Recv() != nil {
			x.ways(methodsNamed(fn.Obj()), byRun, r)
		}
	}
	if leads(g, results, x.clients) {
		r := x.p.newReach(x.clients, x.p.newBirth(fn))
		r.retainPlaces(results...)
		e.ResultOutlives, e.ResultAllocates, _ = x.indexes(r, nil)
		e.Offers = x.offers(r, e.ResultOutlives, e.ResultAllocates)
		x.ways(key, byResult, r)
		x.parts(fn, results, &e)
	}
	x.resultCalls(fn, &e)
	e.Default = x.p.clients.returnsDefault(fn)
	e.New = e.tells() && x.returnsNew(fn)
	e.Retains = x.retains(fn, results)
	e.Leaves, e.Wraps = x.leaves(fn), x.p.clients.wraps(fn)
	e.Closes, e.Closed = x.closes(fn)
	e.Starts = params(g, fn, func(o *pointsto.Object) bool { return x.handlers[o] })
	x.add(e)
	if typ, _, ok := strings.Cut(key, "."); ok {
		calls := slices.Concat(e.Outlives, e.Allocates, e.Calls)
		t, m := x.named("type "+typ), x.named(methodsNamed(fn.Obj()))
		t.Calls, m.Calls = append(t.Calls, calls...), append(m.Calls, calls...)
		m.Retains = append(m.Retains, slices.DeleteFunc(slices.Clone(e.Retains), func(i int) bool { return i < 0 })...)
		t.Offers = slices.Concat(t.Offers, e.Outlives, e.Allocates, e.Offers, e.CallOutlives, e.CallAllocates)
	}
}

// named returns the effect that several methods add to.
func (x *summary) named(of string) *Effect {
	if x.byName[of] == nil {
		x.byName[of] = &Effect{Of: of}
	}
	return x.byName[of]
}

// calls returns what r, from fn, reaches beyond known if other packages pass values that have the methods. It goes wherever a value could
// come from. That is far too much for a program, but only what is also offered there counts.
func (x *summary) calls(r *reach, fn *pointsto.Function, known ...[]int) []int {
	if len(r.unborn)+len(r.unsure) > 0 {
		r.guess()
	}
	return x.beyond(r, fn, r.called, known)
}

// offers returns what r reaches beyond known if other packages call the methods of what it retains. The birth of r still holds: what this
// constructor does not make, it does not offer.
func (x *summary) offers(r *reach, known ...[]int) []int {
	r.runMethods()
	return x.beyond(r, nil, r.offered, known)
}

// beyond returns what r reached by now, with others, less what is known. All uses of a pool count, since the other half of a call decides
// which of them is one.
func (x *summary) beyond(r *reach, root *pointsto.Function, others []Client, known [][]int) []int {
	all := slices.Concat(r.outliving(), r.poolUses(), elsewhere(others))
	dropped, _ := r.allocated(root)
	return slices.DeleteFunc(x.table.add(x.known(append(all, dropped...))), func(i int) bool {
		return slices.ContainsFunc(known, func(list []int) bool { return slices.Contains(list, i) })
	})
}

// resultCalls says what the methods of the interfaces that fn returns do, as in
//
//	func New() Poster { return &poster{&http.Client{}} } // if an invocation calls a method of the result: CallOutlives
//
// Other packages cannot name the types behind them. Methods of types that are not of this package count by their names as those that are.
func (x *summary) resultCalls(fn *pointsto.Function, e *Effect) {
	var calls references
	if calls.resultCalls(x.p, fn); len(calls.calls) == 0 {
		return
	}
	r := x.p.newReach(x.clients, x.p.newBirth(fn))
	r.call(calls.calls, false)
	e.CallOutlives, e.CallAllocates, _ = x.indexes(r, nil)
	e.CallOutlives = sorted(append(e.CallOutlives, x.table.add(x.known(r.poolUses()))...))
	x.ways(e.Of, byCall, r)
	for i, n := range fn.Results() {
		x.foreignMethods(n, fn.Signature().Results().At(i).Type())
	}
}

// foreignMethods adds the methods of what is at n, which others have as a t, if another package made it:
//
//	func New() Creator { return api.Jobs{} } // whoever calls Creator.Create of what this returns, calls Jobs.Create
func (x *summary) foreignMethods(n pointsto.Node, t types.Type) {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return
	}
	for m := range iface.Methods() {
		var calls references
		calls.dispatch(x.p, m, n, nil)
		for _, d := range calls.calls {
			if d.refs != nil {
				e := x.named(methodsNamed(m))
				e.Calls = append(e.Calls, x.table.add(x.known(elsewhere(slices.Concat(d.refs.outlives, d.refs.allocates, d.refs.called))))...)
			}
		}
	}
}

// retains returns the parameters of fn that its results hold, or that it calls to make them. It walks with no birth, as a parameter is
// not made by anybody here. One whose fields are retained is retained as a whole: New(Config{HTTP: client}) keeps the client.
func (x *summary) retains(fn *pointsto.Function, results []pointsto.Node) []int {
	g := x.p.in.Graph
	r := x.p.newReach(x.params, nil)
	if leads(g, results, x.params) {
		r.retainPlaces(results...)
	}
	return x.held(fn, r)
}

// returnsNew reports whether fn is a method that makes all that it returns, and leaves it neither in its receiver nor anywhere else. What is
// handed to other packages may be anywhere.
func (x *summary) returnsNew(fn *pointsto.Function) bool {
	g := x.p.in.Graph
	if fn.Signature().Recv() == nil || len(fn.ReturnedParams()) > 0 {
		return false
	}
	if x.passed == nil {
		x.kept, x.passed = g.Held(), pointsto.NewIndex[*pointsto.Call](g)
		for _, c := range g.Calls() {
			for _, n := range c.Args {
				x.passed.Add(n, c)
			}
		}
	}
	results := values(fn.Signature(), fn.Results())
	receiver := g.Reach(g.At(fn.Recv()))
	for _, n := range results {
		objects := g.At(n)
		if len(objects) == 0 || slices.ContainsFunc(objects, func(o *pointsto.Object) bool {
			return o.In() == nil || x.kept[o] || receiver[o] || x.passed.Has(o)
		}) {
			return false
		}
	}
	return len(results) > 0
}

// held returns the parameters of fn that r, which went from what fn keeps, came to.
func (x *summary) held(fn *pointsto.Function, r *reach) []int {
	g := x.p.in.Graph
	called := x.calledFunctions(fn)
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
func (x *summary) calledFunctions(fn *pointsto.Function) map[*pointsto.Object]bool {
	called := make(map[*pointsto.Object]bool)
	if len(fn.Results()) == 0 || !takesFunctions(fn.Signature()) {
		return called
	}
	for f := range x.p.newBirth(fn).runs {
		for _, c := range x.p.callsBy[f] {
			for _, o := range x.p.in.Graph.At(c.Fun) {
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
		for i, o := range withFields(x.p.in.Graph, c.objects) {
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
	if e.tells() || len(e.Retains)+len(e.Leaves) > 0 || e.Closes || e.Wraps {
		x.fact.Effects = append(x.fact.Effects, e)
	}
}

// indexes returns what r reached, from root if it is not nil, as indexes into the fact's clients.
func (x *summary) indexes(r *reach, root *pointsto.Function) (outlives, allocates, returns []int) {
	lasting := r.outliving()
	dropped, returned := r.allocated(root)
	return x.table.add(x.known(lasting)), x.table.add(x.known(dropped)), x.table.add(x.known(returned))
}

// known returns the clients of list as other packages know them.
func (x *summary) known(list []found) []Client {
	var out []Client
	for _, f := range list {
		f.Reported = f.Reported || x.p.reported[f.key()]
		out = append(out, f.Client)
	}
	return out
}

// exported returns the functions and methods of the package that others can name.
func exported(g *pointsto.Graph) []*pointsto.Function {
	var out []*pointsto.Function
	for _, fn := range g.Functions() {
		if obj := fn.Obj(); obj != nil && obj.Exported() {
			out = append(out, fn)
		}
	}
	return out
}

// exportedVars returns the variables of the package that others can name.
func exportedVars(pkg *types.Package) []*types.Var {
	var out []*types.Var
	scope := pkg.Scope()
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
	for i, n := range operands(fn) {
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
