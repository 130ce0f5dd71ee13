package lambda

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// An Answer says what the rules about Lambda have to say of a value, and why.
type Answer struct {
	Says string
	Way  []Step // how invocations get at the value, if they do

	// Key identifies the value in packages whose handlers may have more to say of it; empty if the answer is all there is to say.
	Key string
	// Pool says that it is a client on http.DefaultTransport, of whose uses one in each package is reported.
	Pool bool
}

// Why says why nothing is reported of the value that s makes. It needs Input.Explain.
func (r *Result) Why(s *pointsto.Site) Answer {
	p := r.program
	o := s.Object()
	f, judged := p.clients.outlives[o]
	if !judged {
		f, judged = p.clients.leaks[o]
	}
	if !judged {
		a := Answer{Says: p.clients.expires(s)}
		if p.walk != nil && p.walk.retained[o] {
			a.Way = p.walk.wayOf(o)
		}
		return a
	}
	if p.walk == nil && len(p.clients.owners[o]) > 0 {
		return Answer{Says: "what is said of the http.Client that uses it counts"}
	}
	if p.walk == nil {
		return Answer{Says: "no handler starts in this package", Key: f.key(), Pool: slices.Contains(p.clients.shared, o)}
	}
	a := p.walk.why(o, f)
	if a.Way == nil {
		a.Key, a.Pool = f.key(), slices.Contains(p.clients.shared, o)
	}
	return a
}

// Heard says why the package does not report a client of another package under that key, or returns nothing if its handlers do not reach
// it. It needs Input.Explain.
func (r *Result) Heard() map[string]string { return r.program.heard }

// why says why the value that o stands for, which is of interest, is not reported.
func (r *reach) why(o *pointsto.Object, f found) Answer {
	p := r.p
	if r.retained[o] {
		a := Answer{Way: r.wayOf(o)}
		switch {
		case r.isOwned(o):
			a.Says = "the http.Client that uses it is reported in its place"
		case p.staysLocal(o):
			a.Says = "it outlives invocations, and all that it sends stays on this machine"
		case f.Rule == Default && p.defaultTuned:
			a.Says = "it outlives invocations, and the package chooses an IdleConnTimeout for http.DefaultTransport"
		case r.closes(o):
			a.Says = "it outlives invocations, which always close its idle connections"
		case f.Pool:
			a.Says = "another use of http.DefaultTransport in this package is reported"
		default:
			a.Says = "it outlives invocations"
		}
		return a
	}
	in := madeIn(o)
	switch {
	case in == nil || !r.runsAround(in):
		return Answer{Says: "nothing that an invocation runs leads to it"}
	case !r.perInvocation[in]:
		return Answer{Says: "only one invocation makes it, and nothing that is seen keeps it", Way: r.wayOf(in)}
	}
	a := Answer{Way: append(r.wayOf(in), Step{Says: r.name(in) + " makes it", Pos: o.Pos()})}
	_, leaks := p.clients.leaks[o]
	switch {
	case slices.Contains(p.clients.shared, o):
		a.Says = "each invocation makes one, on http.DefaultTransport, whose pool is reported at one use in the package"
	case !leaks:
		a.Says = "each invocation makes one, and its transport is what is judged"
	case p.closed[o]:
		a.Says = "each invocation makes one, and its idle connections are closed"
	default:
		a.Says = "each invocation makes one, and it is kept, closed, or returned to code that does"
	}
	return a
}

// expires says why the idle connections of the value that s makes do not outlive an invocation by themselves.
func (c *clients) expires(s *pointsto.Site) string {
	o := s.Object()
	switch {
	case s.Overwritten:
		return "another value takes its place"
	case s.Type.Name() != "Client":
		return c.chosen(s)
	}
	t := &transports{c: c, seen: make(map[*pointsto.Object]bool)}
	o.Fields(func(v *types.Var, n pointsto.Node) {
		if v.Name() == "Transport" {
			t.all(c.in.Graph.At(n))
		}
	})
	switch {
	case len(t.own) > 0:
		slices.SortFunc(t.own, func(a, b *pointsto.Object) int { return int(a.Site().Pos - b.Site().Pos) })
		return "of its transport, " + c.chosen(t.own[0].Site())
	case t.chosen:
		return "its transport is a copy of http.DefaultTransport with an IdleConnTimeout of its own"
	}
	return "its Transport comes from another package, which knows its limits"
}

// chosen says why idle connections of the transport that s makes do not stay for as long as the server allows.
func (c *clients) chosen(s *pointsto.Site) string {
	o := s.Object()
	switch {
	case o.Wrote("IdleConnTimeout").NonZero():
		return "IdleConnTimeout is chosen"
	case o.Wrote("DisableKeepAlives")&(pointsto.True|pointsto.Dynamic) != 0:
		return "keep-alives are off, or may be"
	case o.Wrote("MaxIdleConnsPerHost")&pointsto.Negative != 0:
		return "MaxIdleConnsPerHost is negative, so that no connection is kept"
	case s.Circumstances[catalog.ClosedAfterUse]:
		return "the idle connections are always closed"
	case s.Escapes:
		return "code that cannot be seen may choose IdleConnTimeout"
	}
	return "idle connections are not kept"
}

// wayTo returns the way to what f reports.
func (r *reach) wayTo(f Finding) []Step {
	if f.Pool {
		if way := r.wayOf(f.Pos); way != nil {
			return way
		}
	}
	if f.Rule == Pool && !f.Elsewhere {
		for _, o := range r.order {
			if c, ok := r.p.clients.outlives[o]; ok && c.pos == f.Pos {
				return r.wayOf(o)
			}
		}
	}
	for _, s := range r.p.in.Sites {
		o := s.Object()
		switch {
		case s.Pos != f.Pos || f.Elsewhere:
		case r.retained[o] && f.Rule != Leak:
			return r.wayOf(o)
		case o.In() != nil:
			return append(r.wayOf(o.In()), Step{Says: r.name(o.In()) + " makes it", Pos: s.Pos})
		}
	}
	if way := r.wayOf(f.key()); way != nil {
		return way
	}
	for _, a := range r.p.allocations {
		if a.call != nil && slices.ContainsFunc(a.clients, func(c found) bool { return c.key() == f.key() }) && r.perInvocation[a.in] {
			way, _ := r.p.tells(a.call.Fn.Pkg(), pointsto.FuncKey(a.call.Fn), byRun, f.key())
			uses := Step{Says: r.name(a.in) + " uses " + funcName(a.call.Fn), Pos: a.call.Pos}
			return append(append(r.wayOf(a.in), uses), way...)
		}
	}
	return nil
}

// wayOf returns the way to v, which the walk reached, from where the handler starts.
func (r *reach) wayOf(v any) []Step {
	if r.trail == nil {
		return nil
	}
	var out []Step
	for seen := map[any]bool{}; v != nil && !seen[v]; {
		seen[v] = true
		l, ok := r.trail.came[v]
		if !ok {
			return nil
		}
		steps := r.describe(l, v)
		slices.Reverse(steps)
		out = append(out, steps...)
		v = l.from
	}
	slices.Reverse(out)
	return out
}

// describe says how the walk went from l to v.
func (r *reach) describe(l link, v any) []Step {
	if l.call != nil {
		says := r.name(v) + " is passed to " + funcName(l.call.Fn)
		if l.from != nil {
			says += " of " + r.name(l.from)
		}
		return []Step{{Says: says, Pos: l.call.Pos}}
	}
	switch from := l.from.(type) {
	case nil:
		return r.began(v)
	case *pointsto.Function:
		return r.ledByFunction(from, v)
	case *pointsto.Object:
		return r.ledByObject(from, v)
	}
	return nil
}

// began says how a handler gets to the platform.
func (r *reach) began(v any) []Step {
	if r.relevant != nil {
		f, ok := v.(*pointsto.Function)
		if !ok || f.Obj() == nil || pointsto.FuncKey(f.Obj()) == r.trail.of {
			return nil // whoever names what the walk of a summary began with says so
		}
		pos, _ := f.Span()
		return []Step{{Says: "its method " + r.name(f) + " may run", Pos: pos}}
	}
	if o, ok := v.(*pointsto.Object); ok {
		for _, c := range r.p.in.Graph.Calls() {
			for _, n := range r.p.started(c) {
				if c.Pos.IsValid() && r.p.in.Graph.Holds(n, o) {
					return []Step{{Says: funcName(c.Fn) + " starts " + r.name(v), Pos: c.Pos}}
				}
			}
		}
		return []Step{{Says: "a handler is " + r.name(v), Pos: o.Pos()}}
	}
	if f, ok := v.(*pointsto.Function); ok {
		pos, _ := f.Span()
		return []Step{{Says: r.name(v) + " is a handler, as it takes an event", Pos: pos}}
	}
	return nil
}

// ledByFunction says how f leads to v.
func (r *reach) ledByFunction(f *pointsto.Function, v any) []Step {
	g := r.p.in.Graph
	step := func(says string, pos token.Pos) []Step { return []Step{{Says: says, Pos: pos}} }
	switch v := v.(type) {
	case *pointsto.Function:
		for _, m := range f.References() {
			if m.Lit == v || m.Fn != nil && g.Func(m.Fn) == v {
				if m.Lit == nil {
					return step(r.name(f)+" uses "+r.name(v), m.Pos)
				}
				return step(r.name(f)+" has "+r.name(v), m.Pos)
			}
		}
		for _, c := range r.p.callsBy[f] {
			if c.Fn != nil && v.Obj() != nil && c.Fn.Name() == v.Obj().Name() && c.Pos.IsValid() {
				return step(r.name(f)+" calls "+funcName(c.Fn)+", which may be "+r.name(v), c.Pos)
			}
		}
		if s, ok := r.passesReceiver(f, v); ok {
			return []Step{s}
		}
		return step(r.name(f)+" leads to "+r.name(v), token.NoPos)
	case *pointsto.Object:
		for _, m := range f.References() {
			if m.Var != nil && g.Holds(g.Var(m.Var), v) {
				return step(r.name(f)+" uses variable "+m.Var.Name()+", which holds "+r.name(v), m.Pos)
			}
		}
		return step(r.name(f)+" leads to "+r.name(v), token.NoPos)
	case string:
		return r.elsewhere(f, v)
	case token.Pos:
		return step(r.name(f)+" uses "+r.trail.uses[v], v)
	}
	return nil
}

// passesReceiver says by which call f passes to another package, as an interface, a value whose method is m.
func (r *reach) passesReceiver(f, m *pointsto.Function) (Step, bool) {
	if m.Obj() == nil || m.Signature().Recv() == nil {
		return Step{}, false
	}
	for _, c := range r.p.callsBy[f] {
		if c.Fn == nil || r.p.in.Graph.Func(c.Fn) != nil || !c.Pos.IsValid() {
			continue
		}
		for _, n := range c.Args {
			for _, o := range r.p.in.Graph.At(n) {
				if method(o.Type(), m.Obj()) == m.Obj() {
					return Step{Says: r.name(f) + " passes " + r.name(o) + " to " + funcName(c.Fn) + ", which may call its method " + r.name(m), Pos: c.Pos}, true
				}
			}
		}
	}
	return Step{}, false
}

// elsewhere says how f leads to the client of another package that has that key.
func (r *reach) elsewhere(f *pointsto.Function, key string) []Step {
	p := r.p
	place := key[strings.IndexByte(key, ' ')+1:]
	for _, m := range f.References() {
		var pkg *types.Package
		var of, name string
		switch {
		case m.Fn != nil && m.Fn.Pkg() != nil:
			pkg, of, name = m.Fn.Pkg(), pointsto.FuncKey(m.Fn), funcName(m.Fn)
		case m.Var != nil:
			pkg, of, name = m.Var.Pkg(), "var "+m.Var.Name(), "variable "+m.Var.Pkg().Name()+"."+m.Var.Name()
		default:
			continue
		}
		if pkg == p.in.Pkg {
			continue
		}
		if way, ok := p.tells(pkg, of, byRun, key); ok {
			return append([]Step{{Says: r.name(f) + " uses " + name, Pos: m.Pos}}, way...)
		}
	}
	for _, c := range p.callsBy[f] {
		if c.Fn == nil || c.Fn.Pkg() == nil || !types.IsInterface(recvType(c.Fn)) || !c.Pos.IsValid() {
			continue
		}
		for _, o := range p.in.Graph.At(c.Recv) {
			if way, ok := p.toldOf(o, key); ok {
				return append([]Step{{Says: r.name(f) + " calls " + funcName(c.Fn) + ", of " + r.name(o), Pos: c.Pos}}, way...)
			}
		}
	}
	return []Step{{Says: r.name(f) + " leads to it", Place: place}}
}

// tells reports whether the fact of pkg says of the name that it leads to the client with that key, and how, most likely by what is said.
func (p *program) tells(pkg *types.Package, of, by, key string) ([]Step, bool) {
	e, f := p.effect(pkg, of)
	if e == nil {
		return nil, false
	}
	for _, list := range [][]int{e.Outlives, e.Allocates, e.Returns, e.ResultOutlives, e.ResultAllocates, e.CallOutlives, e.CallAllocates} {
		for _, c := range f.pick(list) {
			if c.key() == key {
				for _, by := range []string{by, byRun, byResult, byCall} {
					if way, ok := f.Ways[wayName(of, by, key)]; ok {
						return way, true
					}
				}
				return nil, true
			}
		}
	}
	return nil, false
}

// toldOf is tells for the type of o, or the call that returned it.
func (p *program) toldOf(o *pointsto.Object, key string) ([]Step, bool) {
	if v := o.Variable(); v != nil {
		return p.tells(v.Pkg(), "var "+v.Name(), byRun, key)
	}
	if call, _ := o.FromOutside(); call != nil && call.Fn != nil {
		if way, ok := p.tells(call.Fn.Pkg(), pointsto.FuncKey(call.Fn), byResult, key); ok {
			return way, true
		}
	}
	n, ok := types.Unalias(o.Type()).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || n.Obj().Pkg() == p.in.Pkg {
		return nil, false
	}
	for m := range n.Methods() {
		if way, ok := p.tells(n.Obj().Pkg(), pointsto.FuncKey(m), byRun, key); ok {
			return append([]Step{{Says: "one of them is " + funcName(m)}}, way...), true
		}
	}
	return p.tells(n.Obj().Pkg(), "type "+n.Obj().Name(), byRun, key)
}

// ledByObject says how o leads to v.
func (r *reach) ledByObject(o *pointsto.Object, v any) []Step {
	g := r.p.in.Graph
	switch v := v.(type) {
	case *pointsto.Function:
		if o.Func() == v {
			return nil // it is the same
		}
		pos, _ := v.Span()
		return []Step{{Says: "invocations may run its method " + r.name(v), Pos: pos}}
	case *pointsto.Object:
		var out []Step
		o.Fields(func(f *types.Var, n pointsto.Node) {
			if out != nil || !g.Holds(n, v) {
				return
			}
			s := Step{Says: "field " + f.Name() + " of " + r.name(o) + " keeps " + r.name(v)}
			if f.Pkg() == r.p.in.Pkg {
				s.Pos = f.Pos() // where it is there from the start
			}
			for _, p := range g.Path(v, n) {
				if p.Kind == pointsto.StoredIn && p.Field.Name() == f.Name() {
					s.Pos = p.Pos
				}
			}
			out = []Step{s}
		})
		if call, _ := o.FromOutside(); out == nil && call != nil {
			out = []Step{{Says: funcName(call.Fn) + " gets " + r.name(v) + ", and may keep it in what it returns", Pos: call.Pos}}
		}
		if out == nil && g.Holds(o.Recv(), v) {
			out = []Step{{Says: r.name(o) + " is bound to " + r.name(v), Pos: o.Pos()}}
		}
		if out == nil {
			out = r.keeps(o, v)
		}
		return out
	case string:
		if way, ok := r.p.toldOf(o, v); ok {
			s := Step{Says: "invocations may run the methods of " + r.name(o), Pos: o.Pos()}
			if o.Variable() != nil {
				s.Says = r.name(o) + " is a variable of another package, which holds it"
			}
			if call, _ := o.FromOutside(); call != nil {
				s.Pos = call.Pos
			}
			return append([]Step{s}, way...)
		}
		if fn := o.Ext(); fn != nil {
			if way, ok := r.p.tells(fn.Pkg(), pointsto.FuncKey(fn), byRun, v); ok {
				return way
			}
		}
		return []Step{{Says: r.name(o) + " leads to it", Place: v[strings.IndexByte(v, ' ')+1:]}}
	case token.Pos:
		return []Step{{Says: r.name(o) + " uses " + r.trail.uses[v], Pos: v}}
	}
	return nil
}

// keeps says how o keeps v other than in a field.
func (r *reach) keeps(o, v *pointsto.Object) []Step {
	g := r.p.in.Graph
	s := Step{Says: r.name(o) + " keeps " + r.name(v), Pos: o.Pos()}
	if slices.Contains(r.p.defaultMux, o) {
		for _, c := range g.Calls() {
			if c.Fn.Pkg().Path() == "net/http" && c.Recv == 0 && slices.ContainsFunc(c.Args, func(n pointsto.Node) bool { return g.Holds(n, v) }) {
				return []Step{{Says: r.name(v) + " is passed to " + funcName(c.Fn), Pos: c.Pos}}
			}
		}
	}
	o.Fields(func(f *types.Var, n pointsto.Node) {
		for _, fn := range g.At(n) {
			if fn.Func() != nil && slices.ContainsFunc(fn.Func().Results(), func(n pointsto.Node) bool { return g.Holds(n, v) }) {
				s = Step{Says: r.name(o) + " keeps what its field " + f.Name() + " makes, " + r.name(v), Pos: v.Pos()}
			}
		}
	})
	return []Step{s}
}

// ways keeps in the fact how r came to the clients that it reached, under the name of.
func (x *summary) ways(of, by string, r *reach) {
	if r.trail == nil {
		return
	}
	r.trail.of = of
	keep := func(key string, way []Step) {
		if x.fact.Ways == nil {
			x.fact.Ways = make(map[string][]Step)
		}
		name := wayName(of, by, key)
		if _, ok := x.fact.Ways[name]; ok {
			return
		}
		steps := slices.Clone(way)
		for i, s := range steps {
			if s.Pos.IsValid() {
				steps[i].Place, steps[i].Pos = x.p.in.place(s.Pos), token.NoPos
			}
		}
		x.fact.Ways[name] = steps
	}
	for v := range r.trail.came {
		switch v := v.(type) {
		case *pointsto.Object:
			if f, ok := x.p.clients.outlives[v]; ok && r.retained[v] {
				keep(f.key(), r.wayOf(v))
			}
		case string:
			keep(v, r.wayOf(v))
		case token.Pos:
			keep((Client{Rule: Default, Place: x.p.in.place(v)}).key(), r.wayOf(v))
		}
	}
	for _, o := range x.p.clients.shared {
		if r.perInvocation[o.In()] {
			keep(x.p.clients.outlives[o].key(), append(r.wayOf(o.In()), Step{Says: r.name(o.In()) + " makes it", Pos: o.Pos()}))
		}
	}
	for _, a := range x.p.allocations {
		if r.perInvocation[a.in] {
			for _, c := range a.clients {
				way := r.wayOf(a.in)
				if a.made != nil {
					way = append(way, Step{Says: r.name(a.in) + " makes it", Pos: a.made.Pos()})
				} else {
					below, _ := x.p.tells(a.call.Fn.Pkg(), pointsto.FuncKey(a.call.Fn), byRun, c.key())
					way = append(append(way, Step{Says: r.name(a.in) + " uses " + funcName(a.call.Fn), Pos: a.call.Pos}), below...)
				}
				keep(c.key(), way)
			}
		}
	}
}

// name names a function or an object for people.
func (r *reach) name(v any) string {
	switch v := v.(type) {
	case *pointsto.Function:
		if fn := v.Obj(); fn != nil {
			return pointsto.FuncKey(fn)
		}
		f := v
		for f.Obj() == nil && f.Parent() != nil {
			f = f.Parent()
		}
		if f.Obj() != nil {
			return "a function literal in " + pointsto.FuncKey(f.Obj())
		}
		return "a function literal"
	case *pointsto.Object:
		switch {
		case v.Func() != nil:
			return r.name(v.Func())
		case v.Ext() != nil:
			return funcName(v.Ext())
		case netuse.IsDefaultTransport(v):
			return "http.DefaultTransport"
		case v.Variable() != nil:
			return v.Variable().Pkg().Name() + "." + v.Variable().Name()
		}
		if call, _ := v.FromOutside(); call != nil && types.IsInterface(v.Type()) {
			return "what " + funcName(call.Fn) + " returned"
		}
		name := "the " + types.TypeString(v.Type(), func(p *types.Package) string {
			if p == r.p.in.Pkg {
				return ""
			}
			return p.Name()
		})
		if call, _ := v.FromOutside(); call != nil {
			name += " that " + funcName(call.Fn) + " returned"
		}
		return name
	}
	return "it"
}

// funcName names a function of any package for people.
func funcName(fn *types.Func) string {
	if fn == nil {
		return "a function value"
	}
	if fn.Pkg() == nil {
		return fn.Name()
	}
	return fn.Pkg().Name() + "." + pointsto.FuncKey(fn)
}
