package lambda

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/flow"
)

// An exporter puts a package's fact together.
type exporter struct {
	p        *program
	fact     Fact
	table    table
	clients  map[any]bool // what leads to clients
	params   map[any]bool // what leads to values that other packages pass
	handlers []*flow.Object
	byType   map[string]*Effect
}

// export says what the exported names of the package do with clients, nil if nothing.
func (p *program) export() *Fact {
	s := p.survey()
	x := &exporter{
		p:       p,
		table:   table{index: make(map[Client]int)},
		clients: p.leadingToClients(s),
		params:  s.leadingTo(s.outside()),
		byType:  make(map[string]*Effect),
	}
	if _, x.handlers = p.entries(); len(x.handlers)+len(x.clients) == 0 {
		return nil
	}
	for _, fn := range p.exported() {
		x.function(fn)
	}
	for _, e := range x.byType {
		e.Lives, e.Makes = sorted(e.Lives), sorted(e.Makes)
		x.add(*e)
	}
	for _, v := range p.exportedVars() {
		w := x.walk()
		w.keepNodes(p.in.Graph.Var(v))
		e := Effect{Of: "var " + v.Name()}
		e.Lives, e.Makes, _ = x.indexes(w)
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
func (x *exporter) function(fn *flow.Function) {
	g := x.p.in.Graph
	key := flow.FuncKey(fn.Obj())
	e := Effect{Of: key}
	results := append(fn.Passed(), fn.Results()...)
	if x.clients[fn] {
		run := x.walk()
		run.start(fn)
		e.Lives, e.Makes, e.Gives = x.indexes(run)
	}
	if leads(g, results, x.clients) {
		kept := x.walk()
		kept.keepNodes(results...)
		e.KeptLives, e.KeptMakes, _ = x.indexes(kept)
	}
	if leads(g, results, x.params) {
		held := x.p.newWalk()
		held.only = x.params
		held.keepNodes(results...)
		held.registrations()
		e.Holds = params(g, fn, func(o *flow.Object) bool { return held.kept[o] })
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
		m.Lives = append(m.Lives, e.Lives...)
		m.Makes = append(m.Makes, e.Makes...)
	}
}

// closes tells whether fn always closes idle connections of what it does not make itself.
func (x *exporter) closes(fn *flow.Function) bool {
	for _, c := range x.p.in.Graph.Closings() {
		given := func(o *flow.Object) bool { return !o.In().Within(fn) }
		if c.In == fn && c.Always && slices.ContainsFunc(x.p.in.Graph.At(c.Recv), given) {
			return true
		}
	}
	return false
}

func (x *exporter) walk() *walk {
	w := x.p.newWalk()
	w.only = x.clients
	return w
}

func (x *exporter) add(e Effect) {
	if e.tells() || len(e.Holds) > 0 || e.Closes {
		x.fact.Effects = append(x.fact.Effects, e)
	}
}

func (x *exporter) indexes(w *walk) (lives, makes, gives []int) {
	l, m, g := w.finish()
	return x.table.add(x.p.known(l)), x.table.add(x.p.known(m)), x.table.add(x.p.known(g))
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

// leads tells whether one of places holds something of worth.
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
