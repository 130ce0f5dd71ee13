// This file tells people, for -why, the way by which a walk came to a client, from the call that starts the handler:
//
//	lambda.Start starts server.handle                   main.go:12
//	server.handle is bound to the server                main.go:12
//	field api of the server keeps the api               main.go:11
//	field http of the api keeps the http.Client         main.go:11
//
// A [trail] holds, for each thing that the walk reached, what it came from first. A way is these links followed
// backward, each said in words. The words, and the place that goes with them, are looked up only now: a reference is found again among
// the references of the function, a field among those that hold the object. That costs a plain run nothing, and nothing is decided
// here: where the link is not found again, the step says no more than that one leads to the other.

package lambda

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A guide tells how a walk, which has ended, came to what it reached.
type guide struct{ *reach }

// wayTo returns the way to what f reports. That is known by its position or its key alone, so what stands there is looked for again: a use
// of http.DefaultTransport, a pool, a site of this package, a client of another package, and an allocation in another package's function.
func (r guide) wayTo(f Finding) []Step {
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
	// A function of another package makes it, which the fact of that package says.
	for _, a := range r.p.allocations {
		if a.call != nil && slices.ContainsFunc(a.clients, func(c found) bool { return c.key() == f.key() }) && r.perInvocation[a.in] {
			way, _ := r.p.tells(a.call.Fn.Pkg(), pointsto.FuncKey(a.call.Fn), byRun, f.key())
			uses := Step{Says: r.name(a.in) + " uses " + pointsto.FuncName(a.call.Fn), Pos: a.call.Pos}
			return append(append(r.wayOf(a.in), uses), way...)
		}
	}
	return nil
}

// wayOf returns the way to v, which the walk reached, from where the handler starts; nil if the walk did not reach it. Links never go in
// circles, as each was made when its end was new; seen guards against an end that two links share.
func (r guide) wayOf(v any) []Step {
	if r.trail == nil {
		return nil
	}
	var out []Step
	for seen := map[any]bool{}; v != nil && !seen[v]; {
		seen[v] = true
		from, ok := r.trail.came[v]
		if !ok {
			return nil
		}
		steps := slices.Clone(r.describe(from, v)) // it may be a fact's
		slices.Reverse(steps)
		out = append(out, steps...)
		v = from
	}
	slices.Reverse(out)
	return out
}

// describe says how the walk went from one thing to v. Most of it is one step; to another package it brings along the steps that the
// other package's fact tells.
func (r guide) describe(from, v any) []Step {
	switch from := from.(type) {
	case nil:
		return r.began(v)
	case *pointsto.Function:
		return r.ledByFunction(from, v)
	case registration:
		return r.ledByRegistration(from, v)
	case *pointsto.Object:
		if _, ok := v.(registration); ok {
			return nil // what was registered comes next, and says where
		}
		return r.ledByObject(from, v)
	}
	return nil
}

// began says how a handler gets to the platform. The walk of a summary begins elsewhere, with an exported name: whoever uses the summary
// says so, and nothing is added here.
func (r guide) began(v any) []Step {
	if r.relevant != nil {
		f, ok := v.(*pointsto.Function)
		if !ok || f.Obj() == nil || pointsto.FuncKey(f.Obj()) == r.trail.of {
			return nil // whoever names what the walk of a summary began with says so
		}
		pos, _ := f.Span()
		return []Step{{Says: "its method " + r.name(f) + " may run", Pos: pos}}
	}
	g := r.p.in.Graph
	switch v := v.(type) {
	case *pointsto.Object:
		for _, s := range r.p.entries.starts {
			for _, n := range s.handlers {
				if s.written != nil && g.Holds(n, v) {
					return []Step{{Says: pointsto.FuncName(s.call.Fn) + " starts " + r.name(v), Pos: s.written.Pos}}
				}
			}
		}
		for _, reg := range r.p.registry.onDefaultMux {
			if !reg.byFact && slices.ContainsFunc(reg.call.Args, func(n pointsto.Node) bool { return g.Holds(n, v) }) {
				return append(r.began(reg), r.ledByRegistration(reg, v)...)
			}
		}
		return []Step{{Says: "a handler is " + r.name(v), Pos: v.Pos()}}
	case registration:
		if c := r.p.entries.mux; c != nil {
			return []Step{{Says: pointsto.FuncName(c.Fn) + " starts the handlers of http.DefaultServeMux", Pos: c.Pos}}
		}
	case *pointsto.Function:
		pos, _ := v.Span()
		return []Step{{Says: r.name(v) + " is a handler, as it takes an event", Pos: pos}}
	}
	return nil
}

// ledByRegistration says how a call leaves v in what outlives an invocation: as one of its arguments or its receiver, as a method of one,
// or as what the fact of the function has.
//
//	mux.Handle("/", orders)   // "the orders is passed to http.ServeMux.Handle of the http.ServeMux"
//	routes.Group(mux, orders) // "routes.Group leaves the orders in the http.ServeMux"
//	routes.Register(mux)      // "routes.Register leaves something in the http.ServeMux"
//	app.Group("/orders")      // "what fiber.App.Group returned may be a part of the fiber.App"
func (r guide) ledByRegistration(reg registration, v any) []Step {
	c := reg.call
	name, in := pointsto.FuncName(c.Fn), ""
	if o, ok := r.trail.came[reg].(*pointsto.Object); ok {
		in = r.name(o)
	} else if reg.in == defaultMux {
		in = "http.DefaultServeMux"
	}
	leaves := func(what string) []Step {
		says := name + " leaves " + what + " in " + in
		switch {
		case !reg.byFact && reg.in == -1 && in != "":
			says = what + " is passed to " + name + " of " + in
		case !reg.byFact || in == "":
			says = what + " is passed to " + name
		}
		return []Step{{Says: says, Pos: c.Pos}}
	}
	if key, ok := v.(string); ok {
		if way, ok := r.p.tells(c.Fn.Pkg(), pointsto.FuncKey(c.Fn), byLeft, key); ok {
			return append(leaves(something), way...)
		}
	}
	if o, ok := v.(*pointsto.Object); ok && in != "" && returnedBy(o) == c {
		return []Step{{Says: r.name(o) + " may be a part of " + in, Pos: c.Pos}}
	}
	for _, n := range append(slices.Clone(c.Args), c.Recv) {
		for _, o := range r.p.in.Graph.At(n) {
			switch v := v.(type) {
			case *pointsto.Object:
				if o == v {
					return leaves(r.name(v))
				}
			case *pointsto.Function:
				if has(o, v) {
					return append(leaves(r.name(o)), r.ledByObject(o, v)...)
				}
			case string:
				if more, ok := r.p.toldOf(o, v); ok {
					return append(leaves(r.name(o)), more...)
				}
			}
		}
	}
	if pos, ok := v.(token.Pos); ok {
		return []Step{{Says: name + " gets " + r.trail.uses[pos], Pos: pos}}
	}
	return leaves(r.name(v))
}

// something stands for what another package leaves somewhere: its fact says what that is.
const something = "something"

// has reports whether o is the function f, or a value whose method f is.
func has(o *pointsto.Object, f *pointsto.Function) bool {
	return o.Func() == f || f.Obj() != nil && f.Signature().Recv() != nil && method(o.Type(), f.Obj()) == f.Obj()
}

// ledByFunction says how f leads to v: to another function by a reference, a call of an interface's method, or by passing on the value
// whose method it is; to an object by a variable; to another package's client, or to a use of http.DefaultTransport.
func (r guide) ledByFunction(f *pointsto.Function, v any) []Step {
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
				return step(r.name(f)+" calls "+pointsto.FuncName(c.Fn)+", which may be "+r.name(v), c.Pos)
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
		for _, c := range r.p.callsBy[f] {
			if asksContainer(c) && slices.ContainsFunc(c.Results, func(n pointsto.Node) bool { return g.Holds(n, v) }) {
				return step(r.name(f)+" gets "+r.name(v)+" from "+pointsto.FuncName(c.Fn)+", and the container keeps it", c.Pos)
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

// passesReceiver says by which call f passes to another package, as an interface, a value whose method is m, or a struct that has one:
//
//	// "handle passes the post to retry.Do, which may call its method post.Run"
//	retry.Do(ctx, &post{client})
//
//	// "handle passes the hook, in field Hook of the chat.Bot, to chat.Bot.Run, which may call its method hook.Got"
//	chat.Bot{Hook: hook}.Run()
func (r guide) passesReceiver(f, m *pointsto.Function) (Step, bool) {
	if m.Obj() == nil || m.Signature().Recv() == nil {
		return Step{}, false
	}
	for _, c := range r.p.callsBy[f] {
		if c.Fn == nil || r.p.in.Graph.Func(c.Fn) != nil || !c.Pos.IsValid() {
			continue
		}
		passes := func(o *pointsto.Object, where string) Step {
			says := r.name(f) + " passes " + r.name(o) + where + " to " + pointsto.FuncName(c.Fn) + ", which may call its method " + r.name(m)
			return Step{Says: says, Pos: c.Pos}
		}
		for _, n := range append(slices.Clone(c.Args), c.Recv) {
			for _, o := range r.p.in.Graph.At(n) {
				if n != c.Recv && has(o, m) {
					return passes(o, ""), true
				}
				var in *pointsto.Object
				var where string
				o.Fields(func(v *types.Var, n pointsto.Node) {
					for _, x := range r.p.in.Graph.At(n) {
						if in == nil && has(x, m) {
							in, where = x, ", in field "+v.Name()+" of "+r.name(o)+","
						}
					}
				})
				if in != nil {
					return passes(in, where), true
				}
			}
		}
	}
	return Step{}, false
}

// elsewhere says how f leads to the client of another package that has that key: by a name of that package, whose fact says how it goes
// on there, or by the method of an interface, called on a value of that package. A key ends with the place, which is all there is to say
// where neither is found.
func (r guide) elsewhere(f *pointsto.Function, key string) []Step {
	p := r.p
	for _, m := range f.References() {
		var pkg *types.Package
		var of, name string
		switch {
		case m.Fn != nil && m.Fn.Pkg() != nil:
			pkg, of, name = m.Fn.Pkg(), pointsto.FuncKey(m.Fn), pointsto.FuncName(m.Fn)
			if types.IsInterface(recvType(m.Fn)) {
				of = methodsNamed(m.Fn)
			}
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
				return append([]Step{{Says: r.name(f) + " calls " + pointsto.FuncName(c.Fn) + ", of " + r.name(o), Pos: c.Pos}}, way...)
			}
		}
	}
	return []Step{{Says: r.name(f) + " leads to it", Place: placeOf(key)}}
}

// tells reports whether the fact of pkg says of the name that it leads to the client with that key, and how, most likely by what is said.
// A fact may know the client and no way to it: its package was analyzed without Input.Explain, or the name leads there by several of its
// methods. Then the way is empty, and the answer is yes all the same.
func (s *facts) tells(pkg *types.Package, of, by, key string) ([]Step, bool) {
	e, f := s.effect(pkg, of)
	if e == nil {
		return nil, false
	}
	lists := [][]int{e.Outlives, e.Allocates, e.Returns, e.ResultOutlives, e.ResultAllocates, e.CallOutlives, e.CallAllocates, e.Calls, e.Offers}
	for _, l := range e.Leaves {
		lists = append(lists, l.Outlives, l.Allocates)
	}
	for _, list := range lists {
		for _, c := range f.pick(list) {
			if c.key() == key {
				for _, by := range []string{by, byRun, byResult, byCall, byLeft} {
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

// toldOf is tells for the type of o, or the call that returned it. The call comes first, since it tells this value from others of its type;
// of the type, one method that leads to the client is enough.
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
			return append([]Step{{Says: "one of them is " + pointsto.FuncName(m)}}, way...), true
		}
	}
	return p.tells(n.Obj().Pkg(), "type "+n.Obj().Name(), byRun, key)
}

// ledByObject says how o leads to v: to a function because it is one, or has it as a method; to another object as [guide.holds] says; to
// another package's client as [guide.hasClient] says; or to a use of http.DefaultTransport.
func (r guide) ledByObject(o *pointsto.Object, v any) []Step {
	switch v := v.(type) {
	case *pointsto.Function:
		if o.Func() == v {
			return nil // it is the same
		}
		pos, _ := v.Span()
		return []Step{{Says: "invocations may run its method " + r.name(v), Pos: pos}}
	case *pointsto.Object:
		return []Step{r.holds(o, v)}
	case string:
		return r.hasClient(o, v)
	case token.Pos:
		return []Step{{Says: r.name(o) + " uses " + r.trail.uses[v], Pos: v}}
	}
	return nil
}

// holds says how o leads to v: by a field, by a call that was given it, or as a method value's receiver.
func (r guide) holds(o, v *pointsto.Object) Step {
	if s, ok := r.inField(o, v); ok {
		return s
	}
	if call := returnedBy(o); call != nil {
		return Step{Says: pointsto.FuncName(call.Fn) + " gets " + r.name(v) + ", and may keep it in what it returns", Pos: call.Pos}
	}
	if r.p.in.Graph.Holds(o.Recv(), v) {
		return Step{Says: r.name(o) + " is bound to " + r.name(v), Pos: o.Pos()}
	}
	return r.keeps(o, v)
}

// inField says which field of o keeps v, and where it gets it.
func (r guide) inField(o, v *pointsto.Object) (s Step, ok bool) {
	g := r.p.in.Graph
	o.Fields(func(f *types.Var, n pointsto.Node) {
		if ok || !g.Holds(n, v) {
			return
		}
		s, ok = Step{Says: "field " + f.Name() + " of " + r.name(o) + " keeps " + r.name(v)}, true
		if f.Pkg() == r.p.in.Pkg {
			s.Pos = f.Pos() // where it is there from the start
		}
		for _, p := range g.Path(v, n) {
			if p.Kind == pointsto.StoredIn && p.Field.Name() == f.Name() {
				s.Pos = p.Pos
			}
		}
	})
	return s, ok
}

// hasClient says how o leads to the client of another package that has that key: by that package's fact about o or its type, by what o
// was given, or by what o is a part of.
func (r guide) hasClient(o *pointsto.Object, key string) []Step {
	if way, ok := r.p.toldOf(o, key); ok {
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
		if way, ok := r.p.tells(fn.Pkg(), pointsto.FuncKey(fn), byRun, key); ok {
			return way
		}
	}
	if way := r.byWhatItGot(o, key); way != nil {
		return way
	}
	if call := o.Asked(); call != nil {
		for _, whole := range r.p.in.Graph.At(call.Recv) {
			if way, ok := r.p.toldOf(whole, key); ok {
				part := Step{Says: r.name(o) + " is a part of " + r.name(whole), Pos: call.Pos}
				return append([]Step{part}, way...)
			}
		}
	}
	return []Step{{Says: r.name(o) + " leads to it", Place: placeOf(key)}}
}

// byWhatItGot says which value, that the call which returned o got or that is in a field of o, has a method that leads to the client with
// that key. The code that has the value is not in the package.
//
//	service.New(hook.New(url)) // "service.New gets the hook.Hook, and may call its methods"
func (r guide) byWhatItGot(o *pointsto.Object, key string) (way []Step) {
	g := r.p.in.Graph
	look := func(n pointsto.Node, who string, pos token.Pos) {
		for _, x := range g.At(n) {
			if more, ok := r.p.toldOf(x, key); ok && way == nil {
				way = append([]Step{{Says: who + " gets " + r.name(x) + ", and may call its methods", Pos: pos}}, more...)
			}
		}
	}
	if call, _ := o.FromOutside(); call != nil {
		for _, n := range call.Args {
			look(n, pointsto.FuncName(call.Fn), call.Pos)
		}
	}
	o.Fields(func(f *types.Var, n pointsto.Node) { look(n, "field "+f.Name()+" of "+r.name(o), o.Pos()) })
	return way
}

// keeps says how o keeps v other than in a field.
func (r guide) keeps(o, v *pointsto.Object) Step {
	g := r.p.in.Graph
	s := Step{Says: r.name(o) + " keeps " + r.name(v), Pos: o.Pos()}
	o.Fields(func(f *types.Var, n pointsto.Node) {
		for _, fn := range g.At(n) {
			if fn.Func() != nil && slices.ContainsFunc(fn.Func().Results(), func(n pointsto.Node) bool { return g.Holds(n, v) }) {
				s = Step{Says: r.name(o) + " keeps what its field " + f.Name() + " makes, " + r.name(v), Pos: v.Pos()}
			}
		}
	})
	return s
}

// compareWays orders ways that lead to the same: the shorter one is told.
func compareWays(a, b []Step) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), slices.CompareFunc(a, b, func(a, b Step) int {
		return cmp.Or(strings.Compare(a.Says, b.Says), strings.Compare(a.Place, b.Place))
	}))
}

// ways keeps in the fact how walk came to the clients that it reached, under the name of. Positions mean nothing in another package, so steps
// have places there. Several walks may begin with one name; the first to reach a client tells its way.
func (x *summary) ways(of, by string, walk *reach) {
	r := guide{walk}
	if r.trail == nil {
		return
	}
	r.trail.of = of
	keep := func(key string, way []Step) {
		if x.fact.Ways == nil {
			x.fact.Ways = make(map[string][]Step)
		}
		steps := slices.Clone(way)
		for i, s := range steps {
			if s.Pos.IsValid() {
				steps[i].Place, steps[i].Pos = x.p.in.place(s.Pos), token.NoPos
			}
		}
		name := wayName(of, by, key)
		if other, ok := x.fact.Ways[name]; !ok || compareWays(steps, other) < 0 {
			x.fact.Ways[name] = steps
		}
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
	// Clients on http.DefaultTransport count wherever invocations make them: their pool is the process's.
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
					way = append(append(way, Step{Says: r.name(a.in) + " uses " + pointsto.FuncName(a.call.Fn), Pos: a.call.Pos}), below...)
				}
				keep(c.key(), way)
			}
		}
	}
}

// name names a function or an object for people. A literal has the name of the function around it, what a call returned that of the
// call, and anything else its type.
func (r guide) name(v any) string {
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
			return pointsto.FuncName(v.Ext())
		case netuse.IsDefaultTransport(v):
			return "http.DefaultTransport"
		case v.Variable() != nil:
			return v.Variable().Pkg().Name() + "." + v.Variable().Name()
		}
		call := returnedBy(v)
		if call != nil && types.IsInterface(v.Type()) {
			return "what " + pointsto.FuncName(call.Fn) + " returned"
		}
		name := "the " + types.TypeString(v.Type(), func(p *types.Package) string {
			if p == r.p.in.Pkg {
				return ""
			}
			return p.Name()
		})
		if call != nil && !pointsto.IsStd(call.Fn.Pkg()) {
			name += " that " + pointsto.FuncName(call.Fn) + " returned"
		}
		return name
	}
	return "it"
}

// returnedBy returns the call that returned o, if code of another package did.
func returnedBy(o *pointsto.Object) *pointsto.Call {
	if call, _ := o.FromOutside(); call != nil {
		return call
	}
	return o.Asked()
}
