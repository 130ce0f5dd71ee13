package lambda

import (
	"go/token"
	"go/types"
	"path"
	"slices"

	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// references are what one function or object refers to. They are the edges of the graph that package lambda walks, forward from
// handlers and exported names, and backward from clients. They do not depend on where a walk begins, so that they are computed once
// ([program.references]); what depends on it, such as whether a variable is reset or an object born, [reach] asks along the way.
//
// To leave out an edge errs on the side of silence, except for closes, which excuses clients.
type references struct {
	runs       []*pointsto.Function // run when the function is, or what the object is
	calls      []dispatch           // run as well, if their receiver exists
	unsure     []*pointsto.Function // run if others pass a value that has them
	methods    []*pointsto.Function // of the object: run if something calls them
	typed      *references          // what a fact says of methods of the object
	retained   []pointsto.Node      // places that outlive an invocation
	given      []pointsto.Node      // likewise, and code that cannot be seen runs all methods of what they hold
	stored     []stored             // the same, for some of what a place holds
	vars       []varReference
	foreign    []*types.Var       // variables of other packages
	objects    []*pointsto.Object // retained, wherever they are
	registered []registration     // calls that may leave something in the object

	client              bool     // the object is a client itself
	uses                []found  // of the pool of http.DefaultTransport
	outlives, allocates []Client // of other packages
	closes              []Client // of other packages: those whose idle connections are certainly closed
	called, offered     []Client // of other packages: Calls and Offers of their facts
}

// A varReference is a reference to a variable of the package, or of a function around the one that refers to it.
//
//	func main() {
//		client := newClient()           // owner main
//		lambda.Start(func() { client.Get(url) }) // refers to it: no invocation runs main, so client outlives each
//	}
type varReference struct {
	v     *types.Var
	owner *pointsto.Function // that declares the variable, nil for a variable of the package
}

// A stored object is one of those that a place holds. It is for fields of which [copies] took something away: the place outlives an
// invocation, and what only copies had there does not.
type stored struct {
	place pointsto.Node
	o     *pointsto.Object
}

// ofInterest reports whether there is a client among the references themselves.
func (r *references) ofInterest() bool {
	return r.client || r.typed != nil && r.typed.ofInterest() ||
		len(r.uses)+len(r.outlives)+len(r.allocates)+len(r.closes)+len(r.called)+len(r.offered) > 0
}

// add adds clients of f, the fact of another package.
func (r *references) add(f *Fact, outlives, allocates []int) {
	r.outlives = append(r.outlives, f.pick(outlives)...)
	r.allocates = append(r.allocates, f.pick(allocates)...)
}

// apply adds what the fact of pkg says of the function, type or variable. What it says of results is not added here: that is for
// objects that the call returned ([references.result]), if they outlive an invocation.
func (r *references) apply(p *program, pkg *types.Package, of string) {
	if e, f := p.effect(pkg, of); e != nil {
		r.add(f, e.Outlives, e.Allocates)
		r.called = append(r.called, f.pick(e.Calls)...)
		r.offered = append(r.offered, f.pick(e.Offers)...)
	}
}

// references returns what v, a function, an object or a registration, refers to. The entry is made before it is filled, so
// a question about v on the way gets what is known so far and ends.
func (p *program) references(v any) *references {
	r := p.refs[v]
	if r == nil {
		r = new(references)
		p.refs[v] = r
		switch v := v.(type) {
		case *pointsto.Function:
			r.function(p, v)
		case *pointsto.Object:
			r.object(p, v)
		case registration:
			r.registration(p, v)
		}
	}
	return r
}

// function adds what f mentions (rule 2), the calls that mentions alone do not tell, and methods of interfaces that it binds:
//
//	report := notifier.Notify // notifier is an interface
//	defer report(ctx)
func (r *references) function(p *program, f *pointsto.Function) {
	for _, m := range f.References() {
		switch {
		case m.Lit != nil:
			r.runs = append(r.runs, m.Lit)
		case m.Fn != nil:
			r.callee(p, m)
		default:
			r.variable(p, f, m)
		}
	}
	for _, c := range p.callsBy[f] {
		r.call(p, f, c)
	}
	for _, v := range p.boundBy[f] {
		r.dispatch(p, v.Fn, v.Object.Recv(), nil)
	}
}

// pass adds what code of other packages runs of what it gets at n as a t: the methods of the interface that this is, or holds.
//
//	audit.New(report) // as an audit.Notifier: report.Notify may run, and report.Delete does not
//
// What such a method returns, that code has as well: it calls the methods of that, as far as the type of the result has them.
//
//	generated.New(resolver) // as a generated.Root: root.Mutation().Ingest() runs, too
//
// If the package that declares a method also made the value, that is left out, since who calls the method then is known: see callee.
//
//	s := media.New() // a media.Service
//	job.New(s)       // job knows media, and so the fact of job says which methods of a media.Service it calls
func (r *references) pass(p *program, n pointsto.Node, t types.Type) {
	if iface, ok := element(t).Underlying().(*types.Interface); ok {
		for m := range iface.Methods() {
			r.dispatchAs(p, dispatchKey{m: m, passed: true}, n, nil)
		}
	}
}

// passFields is pass for the fields of the structs of other packages that n holds:
//
//	acme.Client{Solvers: map[string]acme.Solver{"http-01": s}}.Obtain(name) // runs s.Present
func (r *references) passFields(p *program, n pointsto.Node) {
	for _, o := range p.in.Graph.At(n) {
		o.Fields(func(v *types.Var, n pointsto.Node) {
			if v.Pkg() != p.in.Pkg {
				r.pass(p, n, v.Type())
			}
		})
	}
}

// keep adds what is at n, which code of other packages keeps as a t. What it has as an interface without methods may be asked for any.
func (r *references) keep(p *program, n pointsto.Node, t types.Type) {
	if isAny(element(t)) {
		r.given = append(r.given, n)
		return
	}
	r.retained = append(r.retained, n)
	r.pass(p, n, t)
}

// keepOperands is keep for what c passes as the parameters with those numbers: see [operand].
func (r *references) keepOperands(p *program, c *pointsto.Call, numbers []int) {
	for _, i := range numbers {
		if i < 0 {
			r.retained = append(r.retained, c.Recv)
		} else {
			r.keep(p, c.Args[i], c.Fn.Signature().Params().At(i).Type())
		}
	}
}

func isAny(t types.Type) bool {
	iface, ok := t.Underlying().(*types.Interface)
	return ok && iface.NumMethods() == 0
}

// element returns what a container of type t holds, as for pointsto both are one. A container of itself holds nothing else.
func element(t types.Type) types.Type {
	for seen := []types.Type(nil); !slices.Contains(seen, t); {
		list, ok := t.Underlying().(interface{ Elem() types.Type })
		if _, ptr := list.(*types.Pointer); !ok || ptr {
			return t
		}
		seen, t = append(seen, t), list.Elem()
	}
	return t
}

// call adds what c, a call by f, runs besides the function that it names. The calls of functions of the package are references already,
// and so are those of other packages' functions, to which callee applies their facts. What remains are calls of interfaces' methods, the
// proxies of net/http/httputil, and what another package's function does to what it gets:
//
//	http.DefaultTransport.RoundTrip(req) // a use of the pool, or of what wraps it; in a RoundTripper it is judged with the client
//	notifier.Notify(ctx, msg)            // each implementation that notifier may be
//	audit.Send(notifier)                 // the methods of the interface that is the type of the parameter
//	do.MustInvoke[*http.Client](i)       // what a container has, it keeps
//
// A parameter of type any has no methods, so a value that is passed as one runs nothing. That errs on the side of silence.
func (r *references) call(p *program, f *pointsto.Function, c *pointsto.Call) {
	switch {
	case c.Fn == nil:
	case c.Fn.Name() == "RoundTrip" && c.Recv != 0 && len(c.Args) == 1 && !isRoundTrip(f):
		use := &found{pos: c.Pos, end: c.Pos}
		use.Type, use.Safe = "http.DefaultTransport", p.requests.isRead(c.Args[0])
		r.dispatch(p, c.Fn, c.Recv, use)
	case p.in.Graph.Func(c.Fn) != nil:
	case types.IsInterface(recvType(c.Fn)):
		r.dispatch(p, c.Fn, c.Recv, nil)
	case isProxyMethod(c.Fn):
		for _, o := range p.in.Graph.At(c.Recv) {
			r.proxy(p, o)
		}
	default:
		if asksContainer(c) {
			r.retained = append(r.retained, c.Results...)
		}
		if e, fact := p.funcEffect(c.Fn); e != nil && c.Region == nil {
			r.closes = append(r.closes, fact.pick(e.Closed)...)
		}
		r.passFields(p, c.Recv)
		for i, a := range c.Args {
			r.pass(p, a, c.Fn.Signature().Params().At(i).Type())
			r.passFields(p, a)
		}
		if !isRoundTrip(f) {
			r.sender(p, c)
		}
	}
}

// sender adds the use of http.DefaultTransport that c is, if it gives that, or what wraps it, to another module's client:
//
//	collector.WithTransport(&retrying{base: http.DefaultTransport})
//
// What c returns may be another transport. Then it is judged with its client.
func (r *references) sender(p *program, c *pointsto.Call) {
	if pointsto.IsStd(c.Fn.Pkg()) {
		return
	}
	for result := range c.Fn.Signature().Results().Variables() {
		if netuse.HasRoundTrip(result.Type()) {
			return
		}
	}
	for i, a := range c.Args {
		if isRoundTripper(c.Fn.Signature().Params().At(i).Type()) && p.clients.sendsByDefault(p.in.Graph.At(a)) {
			r.use(p, found{Client: Client{Type: "http.DefaultTransport"}, pos: c.Pos, end: c.Pos})
		}
	}
}

// callee adds a function that is mentioned, called or not: rule 2, and rule 11 for functions of other packages. To mention the method of
// another package's interface is to call what that package has for it (Calls). http.Get and its like are
// uses of the pool where they are mentioned, so that this is one as well:
//
//	var get = http.Get // tests replace it
func (r *references) callee(p *program, m pointsto.Reference) {
	if fn := p.in.Graph.Func(m.Fn); fn != nil {
		r.runs = append(r.runs, fn)
		return
	}
	if types.IsInterface(recvType(m.Fn)) { // error.Error among them, which has no package
		if pkg := m.Fn.Pkg(); pkg != nil && pkg != p.in.Pkg {
			if e, f := p.effect(pkg, methodsNamed(m.Fn)); e != nil {
				r.called = append(r.called, f.pick(e.Calls)...)
			}
		}
		return // see call for the rest
	}
	if sendsByDefault(m.Fn) {
		r.use(p, found{Client: Client{Type: "http." + m.Fn.Name(), Safe: isSafe(m.Fn.Name())}, pos: m.Pos, end: m.Pos})
		return
	}
	r.apply(p, m.Fn.Pkg(), pointsto.FuncKey(m.Fn))
}

// use adds a use of the pool of http.DefaultTransport: rule 10. Left out are all uses if the package chose a limit for the pool, or else
// those that stay on this machine, and those that are for want of what is always there.
func (r *references) use(p *program, u found) {
	if u.pos.IsValid() && !p.defaultPool.tuned && !p.requests.local[u.pos] && !p.in.Net.Untaken(u.pos) {
		u.Rule, u.Pool, u.Place, u.Local = Default, true, p.in.place(u.pos), p.in.isLocal(u.pos)
		r.uses = append(r.uses, u)
	}
}

// proxy adds the use that o is, if it is an httputil.ReverseProxy without a transport of its own.
func (r *references) proxy(p *program, o *pointsto.Object) {
	if pos := o.Pos(); p.clients.sharesDefault(o) {
		if call, _ := o.FromOutside(); call != nil {
			pos = call.Pos
		}
		r.use(p, found{Client: Client{Type: "httputil.ReverseProxy"}, pos: pos, end: pos})
	}
}

// resultMethod adds what method m does of o, which call returned. If the result is of an interface type, what is behind it is known only to
// the package that returned it: that is what the methods of results reach, as far as methods of that name do.
func (r *references) resultMethod(p *program, call *pointsto.Call, o *pointsto.Object, m *types.Func) {
	if !types.IsInterface(o.Type()) {
		if fn := method(o.Type(), m); fn != nil {
			r.apply(p, fn.Pkg(), pointsto.FuncKey(fn))
		}
		return
	}
	if e, _ := p.resultEffect(call, o); e != nil {
		r.method(p, call.Fn.Pkg(), m, e)
	}
}

// method adds what methods of m's name reach in package pkg, called on what has the effect e there. Where the value is of a third package,
// and nobody knows its methods by their names, m counts as each of them.
func (r *references) method(p *program, pkg *types.Package, m *types.Func, e *Effect) {
	f, _ := p.fact(pkg)
	named := f.effect(methodsNamed(m))
	if named == nil {
		if m.Pkg() == nil { // Error, of the predeclared type
			return
		}
		if _, known := p.fact(m.Pkg()); !known {
			r.called = append(r.called, slices.DeleteFunc(f.pick(e.Offers), func(c Client) bool { return path.Dir(c.Place) == pkg.Path() })...)
		}
		return
	}
	other := func(i int) bool { return !slices.Contains(named.Calls, i) }
	r.add(f, slices.DeleteFunc(slices.Clone(e.CallOutlives), other), slices.DeleteFunc(slices.Clone(e.CallAllocates), other))
	r.called = append(r.called, f.pick(named.Calls)...)
}

// variable adds a variable to which f refers. Its own variables and parameters are not among the references of a function.
func (r *references) variable(p *program, f *pointsto.Function, m pointsto.Reference) {
	v := m.Var
	if v.Pkg() != p.in.Pkg {
		r.foreign = append(r.foreign, v)
		if ofHTTP(v, "DefaultClient") {
			if p.in.Net.Untaken(m.Pos) {
				return
			}
			safe, pos := p.requests.readsOnly(f, p.in.Graph.Var(v)), m.Pos
			if !safe {
				pos = p.requests.firstUnsafe(f, v, pos)
			}
			r.use(p, found{Client: Client{Type: "http.DefaultClient", Safe: safe}, pos: pos, end: pos})
			return
		}
		r.foreignVar(p, v, m.Pos)
		return
	}
	ref := varReference{v: v}
	if v.Parent() != p.in.Pkg.Scope() {
		for ref.owner = f.Parent(); ref.owner != nil && !ref.owner.Declares(v); {
			ref.owner = ref.owner.Parent()
		}
	}
	r.vars = append(r.vars, ref)
}

// foreignVar adds what the variable of another package, referred to at pos, leads to.
func (r *references) foreignVar(p *program, v *types.Var, pos token.Pos) {
	if ofHTTP(v, "DefaultClient") {
		if !pos.IsValid() {
			pos = p.defaultPool.pos
		}
		r.use(p, found{Client: Client{Type: "http.DefaultClient"}, pos: pos, end: pos})
		return
	}
	r.apply(p, v.Pkg(), "var "+v.Name())
}

// object finds what is retained with o, and what its methods run: rule 5. What is in a field of an object is retained with it, and so is
// the receiver of a method value, and what the call that returned the object retains in it (rule 11).
//
//	mux := http.NewServeMux()
//	mux.HandleFunc("/", s.handle) // registered: [reach.settle] serves it once mux is retained
func (r *references) object(p *program, o *pointsto.Object) {
	r.client = p.clients.matters(o)
	if v := o.Variable(); v != nil {
		if slices.Contains(p.registry.defaultMux, o) {
			r.registered = p.registry.in[o]
			return
		}
		r.foreignVar(p, v, token.NoPos)
	}
	if f := o.Func(); f != nil {
		r.runs = append(r.runs, f)
		r.stores(p, f)
		r.resultCalls(p, f)
	}
	if fn := o.Ext(); fn != nil {
		r.callee(p, pointsto.Reference{Fn: fn, Pos: o.Pos()})
	}
	r.proxy(p, o)
	r.retained = append(r.retained, o.Recv())
	o.Fields(func(v *types.Var, n pointsto.Node) {
		if v.Pkg() != p.in.Pkg {
			r.keep(p, n, v.Type()) // the other package's code has it
			return
		}
		gone := p.copied[v.Origin()]
		if len(gone) == 0 {
			r.retained = append(r.retained, n)
			return
		}
		for _, x := range p.in.Graph.At(n) {
			if !gone[x] {
				r.stored = append(r.stored, stored{n, x})
			}
		}
	})
	r.pool(p, o)
	r.methodsOf(p, o)
	if call, _ := o.FromOutside(); call != nil {
		r.result(p, call, o)
	}
	if call := o.Asked(); call != nil && !pointsto.IsStd(call.Fn.Pkg()) {
		r.asked(p, o, call)
	}
	r.registered = p.registry.in[o]
}

// resultCalls adds the methods of the interfaces that f, a function that others call, returns: they call those as well. Without it a
// constructor in a table of plugins would not lead to the client behind the plugin.
func (r *references) resultCalls(p *program, f *pointsto.Function) {
	for i, n := range f.Results() {
		if iface, ok := f.Signature().Results().At(i).Type().Underlying().(*types.Interface); ok {
			for m := range iface.Methods() {
				r.dispatch(p, m, n, nil)
			}
		}
	}
}

// stores adds what f, a function that others call, makes and puts into what they give it: an option does so.
//
//	func WithTimeout(d time.Duration) Option {
//		return func(c *config) { c.client = &http.Client{Timeout: d} } // stored in what New gives to it
//	}
//
// What f did not make is left out: other callers' options may have put it into the same field.
func (r *references) stores(p *program, f *pointsto.Function) {
	for _, param := range f.Params() {
		for _, o := range p.in.Graph.At(param) {
			o.Fields(func(_ *types.Var, n pointsto.Node) {
				for _, x := range p.in.Graph.At(n) {
					if in := madeIn(x); in != nil && in.Within(f) {
						r.stored = append(r.stored, stored{n, x})
					}
				}
			})
		}
	}
}

// madeIn returns the function that makes o, or calls what returns it, nil if none does.
func madeIn(o *pointsto.Object) *pointsto.Function {
	if call, _ := o.FromOutside(); call != nil {
		return call.In
	}
	return o.In()
}

// pool adds what a sync.Pool makes: it retains what the function in New returns.
func (r *references) pool(p *program, o *pointsto.Object) {
	if n, ok := types.Unalias(o.Type()).(*types.Named); !ok || n.Obj().Name() != "Pool" || n.Obj().Pkg().Path() != "sync" {
		return
	}
	o.Fields(func(_ *types.Var, n pointsto.Node) {
		for _, f := range p.in.Graph.At(n) {
			if f.Func() != nil {
				r.retained = append(r.retained, f.Func().Results()...)
			}
		}
	})
}

// methodsOf adds the methods of o, which run if o is handed to code that may call any, and are what o offers. Those of a type of this
// package are functions to run; of another package's type the fact knows all of its methods as one, under "type T"; of what a call returned
// as an interface, the effect of the call says it. A site (a client) has none: it is what is looked for.
func (r *references) methodsOf(p *program, o *pointsto.Object) {
	n, ok := types.Unalias(o.Type()).(*types.Named)
	if !ok || o.Site() != nil {
		return
	}
	n = n.Origin()
	call, outside := o.FromOutside()
	switch {
	case types.IsInterface(n):
		if call == nil {
			return
		}
		if e, fact := p.resultEffect(call, o); e != nil {
			r.typed = new(references)
			r.typed.add(fact, e.CallOutlives, e.CallAllocates)
			r.typed.called = fact.pick(e.Offers)
		}
	case n.Obj().Pkg() == p.in.Pkg:
		for m := range n.Methods() {
			if f := p.in.Graph.Func(m); f != nil {
				r.methods = append(r.methods, f)
			}
		}
	case n.Obj().Pkg() != nil && (!outside || call != nil):
		r.typed = new(references)
		r.typed.apply(p, n.Obj().Pkg(), "type "+n.Obj().Name())
		r.offered = append(r.offered, r.typed.offered...)
	}
}

// result adds what is retained with o, which call returned, or which is in a field of that: rule 11.
//
//	api := slack.New(token, slack.OptionHTTPClient(client)) // api retains what the fact says it does
func (r *references) result(p *program, call *pointsto.Call, o *pointsto.Object) {
	r.sender(p, call)
	if _, seen := p.fact(call.Fn.Pkg()); !seen {
		// Code that cannot be seen retains what it is given.
		r.retained = append(r.retained, call.Recv)
		for i, n := range call.Args {
			r.keep(p, n, call.Fn.Signature().Params().At(i).Type())
		}
		return
	}
	if e, fact := p.resultEffect(call, o); e != nil {
		r.returned(p, call, e, fact)
	}
}

// returned adds what is retained with something that call returned, of which fact says e.
func (r *references) returned(p *program, call *pointsto.Call, e *Effect, fact *Fact) {
	outlives, offers := e.ResultOutlives, fact.pick(e.Offers)
	// Whoever passes a client has no use for the one that is made where none is passed, and who changes one keeps another.
	if len(outlives)+len(offers) > 0 && p.choices.made(call) {
		outlives, offers = nil, slices.DeleteFunc(offers, func(c Client) bool { return c.Rule != Leak })
	}
	r.add(fact, outlives, e.ResultAllocates)
	r.offered = append(r.offered, offers...)
	r.keepOperands(p, call, e.Retains)
}

// asked adds what is retained with o, which call, of an interface's method, returned. That is what methods of the name retain in the
// package that has the interface. And o may be a part of what the receiver was made of: then it has the clients that the package of its
// type made for that.
//
//	handler := interceptor.Handle(orders.create) // keeps orders.create
//	mails := app.Mails()                         // a mail.Sender: it has the clients of package mail in what app.New returned
func (r *references) asked(p *program, o *pointsto.Object, call *pointsto.Call) {
	_, seen := p.fact(call.Fn.Pkg())
	e, _ := p.effect(call.Fn.Pkg(), methodsNamed(call.Fn))
	for i, n := range call.Args {
		if !seen || e != nil && slices.Contains(e.Retains, i) {
			r.keep(p, n, call.Fn.Signature().Params().At(i).Type())
		}
	}
	n, ok := types.Unalias(o.Type()).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return
	}
	for _, whole := range p.in.Graph.At(call.Recv) {
		made, _ := whole.FromOutside()
		if made == nil || !p.step() || p.choices.made(made) {
			continue
		}
		if e, fact := p.funcEffect(made.Fn); e != nil {
			other := func(i int) bool { return path.Dir(fact.Clients[i].Place) != n.Obj().Pkg().Path() }
			r.add(fact, slices.DeleteFunc(slices.Clone(e.ResultOutlives), other), slices.DeleteFunc(slices.Clone(e.ResultAllocates), other))
		}
	}
}
