package netuse

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// dials knows the calls that connect, and what bounds them. Its maps turn the graph around once for each package, from calls and
// handovers to the nodes that they are about, so that each dialer does not go through all of them again. Nothing in it changes
// after newDials but what remembers answers.
type dials struct {
	graph   *pointsto.Graph
	syntax  *syntax
	foreign func(*types.Package) bool // of another module

	values  map[*pointsto.Function][]*pointsto.Object // functions as values
	used    map[*pointsto.Function]uses
	leaving map[pointsto.Node][]pointsto.Handover
	dynamic map[pointsto.Node][]*pointsto.Call // calls by the node of the function value
	results map[pointsto.Node]bool             // of functions that other packages call, and variables that they see
	hidden  map[pointsto.Node]bool             // what code gets that cannot be seen, beside leaving
	public  map[*pointsto.Object]bool          // what other packages can get hold of
	ofConns []*pointsto.Call                   // the calls that return connections, as they are written
	ofGiven []*pointsto.Call                   // of these, the calls of functions that users may have given
	replace []*pointsto.Call                   // the calls that return a dialer for want of another
	shown   *shown                             // once somebody asks
	passing map[*types.Func][]*pointsto.Call   // the calls of declared functions that take a context
	limited []*pointsto.Call                   // the calls that give a context a deadline

	tlsDialers []*pointsto.Object
	transports []*pointsto.Object
	boundedBy  map[*pointsto.Object]bool // dialers that were asked about
	goesTo     map[*pointsto.Object]uses // function values that were asked about
	byType     map[*types.TypeName]uses  // who gets values of types of the package, once somebody asks
}

// newDials reads the solved graph. What functions return in a program goes to no importer, so their results are not in results.
func newDials(in Input, s *syntax) *dials {
	g := in.Graph
	d := &dials{
		graph: g, syntax: s,
		foreign: func(p *types.Package) bool { return !paths.SameModule(p.Path()+"/", in.Module, in.Pkg.Path()) },
		values:  make(map[*pointsto.Function][]*pointsto.Object),
		used:    make(map[*pointsto.Function]uses),
		leaving: make(map[pointsto.Node][]pointsto.Handover),
		dynamic: make(map[pointsto.Node][]*pointsto.Call),
		results: make(map[pointsto.Node]bool),
		passing: make(map[*types.Func][]*pointsto.Call),
		hidden:  make(map[pointsto.Node]bool),
		public:  g.Public(isShown),

		boundedBy: make(map[*pointsto.Object]bool),
		goesTo:    make(map[*pointsto.Object]uses),
	}
	g.Objects(func(o *pointsto.Object) {
		if f := o.Func(); f != nil {
			d.values[f] = append(d.values[f], o)
		}
		switch {
		case pointsto.IsType(o.Type(), "crypto/tls", "Dialer"):
			d.tlsDialers = append(d.tlsDialers, o)
		case pointsto.IsType(o.Type(), "net/http", "Transport"):
			d.transports = append(d.transports, o)
		}
	})
	for h := range g.Leaving {
		d.leaving[h.Val] = append(d.leaving[h.Val], h)
	}
	for _, f := range g.Functions() {
		if fn := f.Obj(); fn != nil && fn.Exported() && fn.Pkg().Name() != "main" {
			for i, n := range f.Results() {
				if d.isForOthers(fn.Signature().Results().At(i).Type()) {
					d.hidden[n] = true
				} else {
					d.results[n] = true
				}
			}
		}
	}
	for _, c := range g.AllCalls() {
		d.addCall(c)
	}
	return d
}

func (d *dials) addCall(c *pointsto.Call) {
	if c.Fn == nil && c.Fun != 0 {
		d.dynamic[c.Fun] = append(d.dynamic[c.Fun], c)
	}
	if c.Fn != nil && c.Fn.Pkg() == d.syntax.pkg && contextParam(c.Fn.Signature()) >= 0 {
		d.passing[c.Fn.Origin()] = append(d.passing[c.Fn.Origin()], c)
	}
	// What the solver makes of the call of an interface's method has no Expr and would be a second entry for the same call.
	if c.Expr == nil {
		return
	}
	if d.runsOthers(c) {
		for _, n := range c.Args {
			d.hidden[n] = true
		}
	}
	if c.Fn != nil && c.Fn.Pkg() != nil && catalog.EffectOf(c.Fn.Pkg().Path(), pointsto.FuncKey(c.Fn)) == catalog.Bounded {
		d.limited = append(d.limited, c)
	}
	if isDial(c.Sig) {
		d.ofConns = append(d.ofConns, c)
		if c.Fn == nil && d.isGiven(c.Fun) {
			d.ofGiven = append(d.ofGiven, c)
		}
	}
	if len(c.Results) > 0 && isDialing(c.Sig.Results().At(0).Type()) && d.syntax.defaults.isDefault(c.Pos) {
		d.replace = append(d.replace, c)
	}
}

// isForOthers reports whether t is a function type that net/http does not dial with, so that another module does: one of that module, or
// one for an address alone.
//
//	func (g *gateway) DialFunc() client.DialFunc
//	func Dialer(port string) func(context.Context, string) (net.Conn, error) // gRPC's
func (d *dials) isForOthers(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || !isDial(sig) {
		return false
	}
	n := pointsto.Named(t)
	return n != nil && n.Pkg() != nil && !pointsto.IsStd(n.Pkg()) && d.foreign(n.Pkg()) || takesContext(t) && !isDialContext(sig)
}

// returnsForOthers reports whether fn, of another package, returns a dial function that only another module dials with.
func (d *dials) returnsForOthers(fn *types.Func) bool {
	for v := range fn.Signature().Results().Variables() {
		if d.isForOthers(v.Type()) {
			return true
		}
	}
	return false
}

// isDialContext reports whether sig is the signature of net.Dialer's method DialContext.
func isDialContext(sig *types.Signature) bool {
	p := sig.Params()
	return p.Len() == 3 && contextParam(sig) == 0 && isString(p.At(1).Type()) && isString(p.At(2).Type()) && isDial(sig)
}

// runsOthers reports whether c, a call of a function value or through an interface, may run code that cannot be seen, of which one of
// the arguments is a dial function.
func (d *dials) runsOthers(c *pointsto.Call) bool {
	if c.Fn != nil && (c.Fn.Signature().Recv() == nil || !types.IsInterface(c.Fn.Signature().Recv().Type())) {
		return false
	}
	some := false
	for p := range c.Sig.Params().Variables() {
		sig, ok := p.Type().Underlying().(*types.Signature)
		some = some || ok && isDial(sig)
	}
	if !some {
		return false
	}
	run := c.Fun
	if c.Fn != nil {
		run = c.Recv
	}
	known := func(o *pointsto.Object) bool {
		_, outside := o.FromOutside()
		return !outside && !types.IsInterface(o.Type()) && o.Ext() == nil
	}
	held := d.graph.At(run)
	return len(held) == 0 || slices.ContainsFunc(held, func(o *pointsto.Object) bool { return !known(o) })
}

// isDial reports whether sig returns a connection, as the dial functions of transports and resolvers do. By the type, and not by a
// list of names, because packages wrap them in functions of their own:
//
//	func dialAgent(ctx context.Context, path string) (net.Conn, error)
//
// A function that returns a type of its own that has the methods of a connection is not one.
func isDial(sig *types.Signature) bool {
	r := sig.Results()
	return r.Len() > 0 && isConn(r.At(0).Type())
}

// isConn reports whether t is net.Conn, or one of the types that the typed methods of net.Dialer return.
func isConn(t types.Type) bool {
	for _, name := range []string{"Conn", "UnixConn", "TCPConn", "UDPConn", "IPConn"} {
		if pointsto.IsType(t, "net", name) {
			return true
		}
	}
	return false
}

// bounded reports whether dialer o is used, and every use is bounded by something other than its own fields. A dialer can be used
// in three ways, and the function has a loop for each:
//
//	d.DialContext(ctx, "tcp", addr)        // a call
//	t.DialContext = d.DialContext          // a method value
//	tls.DialWithDialer(d, "tcp", addr, c)  // a handover
//
// A dialer that other packages can get hold of is not bounded, whatever is done with it here. Nor is one without uses, which somebody wrote
// for something, except for one that a struct merely has.
func (d *dials) bounded(o *pointsto.Object) bool {
	is, known := d.boundedBy[o]
	if !known {
		d.boundedBy[o] = false // while it is looked at
		is = !d.public[o] && d.graph.Spend(len(d.ofConns)+len(d.leaving)) && d.usesBounded(o)
		d.boundedBy[o] = is
	}
	return is
}

func (d *dials) usesBounded(o *pointsto.Object) bool {
	used := false
	for _, c := range d.ofConns {
		if c.Recv == 0 || !d.graph.Holds(c.Recv, o) && !d.isLent(o, c) {
			continue
		}
		if b := d.ofCall(c, c.Fn, o); !d.limits(b, o, c.Recv) && !(b == callers && d.inDefault(c.In)) {
			return false
		}
		used = true
	}
	for _, v := range d.graph.MethodValues() {
		if !d.graph.Holds(v.Object.Recv(), o) || !isDial(v.Fn.Signature()) {
			continue
		}
		u := d.usesOfValue(v.Object)
		if u.unbounded {
			return false
		}
		for _, c := range u.calls {
			b := d.ofCall(c, v.Fn, o)
			if !d.limits(b, o, c.Fun, v.Object.Recv()) && !(b == callers && (u.unseen || d.isDefault(v.Object) || d.inDefault(c.In))) {
				return false
			}
		}
		used = used || u.resolver || u.unseen || u.uncalled || len(u.calls) > 0
	}
	for n, handovers := range d.leaving {
		if !d.graph.Holds(n, o) {
			used = used || d.lent(o, n, handovers)
			continue
		}
		for _, h := range handovers {
			if isKept(h) {
				continue
			}
			if !d.handedBounded(h) {
				return false
			}
			used = true
		}
	}
	return used || d.isIdle(o.Site()) || d.isVariable(o)
}

// limits reports whether b excuses dialer o, which is dialed with by what the places hold. That a caller may bound the context does, if the
// caller could have given another dialer, too.
func (d *dials) limits(b bound, o *pointsto.Object, places ...pointsto.Node) bool {
	return b != unbounded && (b != callers || d.isDefault(o) || slices.ContainsFunc(places, d.isGiven))
}

// isDialer reports whether t is one of the standard library's dialers. [Analyze] asks of them whether dials are bounded, and of
// everything else what is asked of transports.
func isDialer(t types.Type) bool {
	return pointsto.IsType(t, "net", "Dialer") || pointsto.IsType(t, "crypto/tls", "Dialer")
}

// isDialing reports whether t is a dialer, an interface of one, or a dial function.
func isDialing(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return isDial(u)
	case *types.Interface:
		for m := range u.Methods() {
			if isDial(m.Signature()) {
				return true
			}
		}
		return false
	}
	return isDialer(t)
}

// isLent reports whether c, a call of an interface's method, may run the one of o, which a struct embeds.
//
//	var i interface{ DialContext(...) (net.Conn, error) } = dialer{&net.Dialer{}}
//	i.DialContext(ctx, "tcp", addr)
func (d *dials) isLent(o *pointsto.Object, c *pointsto.Call) bool {
	if c.Fn == nil || !types.IsInterface(c.Fn.Signature().Recv().Type()) {
		return false
	}
	return slices.ContainsFunc(d.graph.At(c.Recv), func(p *pointsto.Object) bool {
		if !d.graph.Spend(1) || !d.embeds(p, o) {
			return false
		}
		_, path, _ := types.LookupFieldOrMethod(types.NewPointer(p.Type()), true, c.Fn.Pkg(), c.Fn.Name())
		return len(path) > 1
	})
}

// embeds reports whether struct p embeds o.
func (d *dials) embeds(p, o *pointsto.Object) (is bool) {
	p.Fields(func(v *types.Var, f pointsto.Node) { is = is || v.Embedded() && d.graph.Holds(f, o) })
	return is
}

// lent reports whether handovers of n hand on a struct that embeds o, to code of another module that gives its dials a context.
//
//	type dialer struct{ *net.Dialer }
//	...
//	other.New(dialer{&net.Dialer{}})
func (d *dials) lent(o *pointsto.Object, n pointsto.Node, handovers []pointsto.Handover) bool {
	for _, p := range d.graph.At(n) {
		if d.embeds(p, o) && slices.ContainsFunc(handovers, d.handedBounded) {
			return true
		}
	}
	return false
}

// isKept reports whether h is to a function of the standard library that does not know a dialer from other values, so it does not dial.
//
//	cmp.Or(d, &net.Dialer{})
//	dialers.Store(name, d) // of a sync.Map
func isKept(h pointsto.Handover) bool {
	return h.Owner == nil && pointsto.IsStd(h.Pkg) && !isDialing(h.Type)
}

// handedBounded reports whether those who get a dialer by h bound what they dial with it.
//
//	&tls.Dialer{NetDialer: d}        // as the tls.Dialer is bounded
//	other.New(d)                     // by an interface with a method that takes a context, or a field of such a type
//	tunnel.Dialer(d)                 // which returns a dial function that another module dials with
//	&other.Client{Dialer: d}         // by a field of another module's struct
//
// The standard library sets no limit. Through an interface without a context nobody can set one either. With a context, as a field
// allows it, another module may: that cannot be seen, and is silent.
func (d *dials) handedBounded(h pointsto.Handover) bool {
	if h.Owner != nil && h.Owner.Name() == "Dialer" && h.Pkg.Path() == "crypto/tls" {
		some, unbounded := false, false
		for _, o := range d.tlsDialers {
			if d.graph.Spend(1+len(d.graph.At(h.Val))) && holdsAny(d.graph, o, h.Val) {
				some, unbounded = true, unbounded || !d.bounded(o)
			}
		}
		return some && !unbounded
	}
	t := h.Type
	switch {
	case pointsto.IsStd(h.Pkg):
		return false
	case h.Fn != nil && d.returnsForOthers(h.Fn):
		return true
	case h.Field == nil:
	case d.foreign(h.Pkg):
		return true
	default:
		t = h.Field.Type()
	}
	i, ok := t.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	if dialsByContext(i) {
		return true // with what context cannot be seen
	}
	n := pointsto.Named(t)
	return n != nil && n.Pkg() != nil && catalog.IsUpgraded(n.Pkg().Path(), n.Name())
}

// holdsAny reports whether a field of o holds something that n holds, whatever the name of the field.
func holdsAny(g *pointsto.Graph, o *pointsto.Object, n pointsto.Node) bool {
	found := false
	o.Fields(func(_ *types.Var, f pointsto.Node) {
		for _, p := range g.At(n) {
			found = found || g.Holds(f, p)
		}
	})
	return found
}

// ofCall returns what bounds c, a call of the dial function fn of dialer o, nil for one that is not known by name. fn is not always c.Fn:
// for the call of a method value it is the method that the value is of.
//
// In order of cost: the network, which may be one that does not wait; who runs the code around the call; and the context. A call
// without a context, as d.Dial, has nothing else that could bound it.
func (d *dials) ofCall(c *pointsto.Call, fn *types.Func, o *pointsto.Object) bound {
	d.graph.Spend(1)
	switch {
	case d.isOver(c, fn, isConnectionless), d.syntax.conditions.isNoStream(networkArg(d.syntax.info, c.Expr)):
		return waitless
	case d.inResolver(c.In):
		return resolved
	case d.isUncalled(c.In):
		return uncalled
	case d.syntax.texts.mayBeUnix(networkArg(d.syntax.info, c.Expr), newWalk()):
		return parsed
	}
	sig := c.Sig
	if c.Fn != nil {
		sig = c.Fn.Signature() // in a method expression the receiver comes first
	}
	i := contextParam(sig)
	if i < 0 || i >= len(c.Args) {
		return unbounded
	}
	b := d.ofContexts(d.unlessOff(d.contexts(c.Args[i])), func(ctx *pointsto.Object) bool { return d.apart(ctx, o, c.In) })
	switch {
	case b != unbounded && b != callers, len(c.Expr.Args) != len(c.Args):
		return b
	case d.syntax.timers.isTimed(c.Expr.Args[i], newWalk()):
		return unseen
	}
	if r := d.ofRequestContext(c.Expr.Args[i]); r != unbounded {
		return r
	}
	return b
}

// apart reports whether context ctx and dialer o come into f by different calls of it, and so never meet there.
//
//	func DialWith(d *net.Dialer, addr string) (net.Conn, error) { return dial(context.Background(), d, addr) }
//	func Dial(ctx context.Context, addr string) (net.Conn, error) { return dial(ctx, &net.Dialer{}, addr) }
//
// That a field brings one of them, too, is not looked at, which is silent.
func (d *dials) apart(ctx, o *pointsto.Object, f *pointsto.Function) bool {
	if f == nil || f.Obj() == nil || o.In() == f || ctx.In() == f {
		return false
	}
	with, without := false, false
	for _, c := range d.passing[f.Obj().Origin()] {
		brings := func(o *pointsto.Object) bool {
			return slices.ContainsFunc(c.Args, func(n pointsto.Node) bool { return n != 0 && d.graph.Holds(n, o) })
		}
		switch {
		case !d.graph.Spend(1 + len(c.Args)):
			return false
		case brings(o):
			if brings(ctx) {
				return false
			}
			with = true
		case brings(ctx):
			without = true
		}
	}
	return with && without
}

// inResolver reports whether f, or a function around it, is called by net.Resolver alone. Calls in the package that name f do not
// make it false: they pass contexts of their own, but this does not look at them, which is silent.
//
//	&net.Resolver{Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
//		return new(net.Dialer).DialContext(ctx, network, "9.9.9.9:53")
//	}}
func (d *dials) inResolver(f *pointsto.Function) bool {
	for ; f != nil; f = f.Parent() {
		if u := d.usesOf(f); u.resolver && !u.unbounded && !u.callers && !u.unseen {
			return true
		}
	}
	return false
}

// isUncalled reports whether f, or a function around it, is a literal that nobody calls:
//
//	&http.Transport{Dial: func(network, addr string) (net.Conn, error) { ... }, DialContext: dial}
func (d *dials) isUncalled(f *pointsto.Function) bool {
	for ; f != nil; f = f.Parent() {
		if u := d.usesOf(f); u.uncalled && f.Obj() == nil && !u.unbounded && !u.unseen && !u.resolver && len(u.calls) == 0 {
			return true
		}
	}
	return false
}

// superseded reports whether the transports that have function o in the field of that name never call it: another field comes first.
func (d *dials) superseded(o *pointsto.Object, field string) bool {
	if field != "Dial" && field != "DialTLS" {
		return false
	}
	some := false
	for _, t := range d.transports {
		has := false
		t.Fields(func(v *types.Var, n pointsto.Node) { has = has || v.Name() == field && d.graph.Holds(n, o) })
		if !d.graph.Spend(1) || has && !(t.Wrote(field+"Context").NonZero() && t.WroteAlways(field+"Context")) {
			return false
		}
		some = some || has
	}
	return some
}

// isOver reports whether the network of c, a call of the dial function fn, is one of those. A network that is not known is none of
// them. If the package calls an exported function that has it as a parameter, its calls tell.
func (d *dials) isOver(c *pointsto.Call, fn *types.Func, those func(network string) bool) bool {
	if fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "net" && typedNetwork(fn.Name()) != "" {
		return those(typedNetwork(fn.Name()))
	}
	w := newWalk()
	w.calledHere = true
	e := networkArg(d.syntax.info, c.Expr)
	return e != nil && d.syntax.texts.allBy(w, e, those)
}

// typedNetwork returns the network that a dial function of package net has by its name, "" if it has it as an argument. DialTCP is
// left out: its network is neither unix nor connectionless, which is all that is asked.
func typedNetwork(name string) string {
	switch name {
	case "DialUnix":
		return "unix"
	case "DialUDP":
		return "udp"
	case "DialIP":
		return "ip"
	}
	return ""
}

// networkArg returns the network among the arguments of a call that connects: the first string. That fits net.Dial and
// net.Dialer.DialContext, and functions of other packages that have kept the order. For one that has only an address it is the
// address, which errs silently if it is a constant that begins like a network.
func networkArg(info *types.Info, call *ast.CallExpr) ast.Expr {
	for _, a := range call.Args {
		if isString(info.TypeOf(a)) {
			return a
		}
	}
	return nil
}

// isUnix reports whether network is that of unix sockets, and isConnectionless whether a dial over it does not wait: it sends no
// packet, or the other end is on the same machine. By prefix, since networks have versions and protocols, as udp4, unixgram,
// ip4:icmp.
func isUnix(network string) bool { return strings.HasPrefix(network, "unix") }
func isConnectionless(network string) bool {
	return isUnix(network) || strings.HasPrefix(network, "udp") || strings.HasPrefix(network, "ip")
}

// funcsIn returns the functions of the package that fields of the given names hold in o, and others, those of other packages that
// the package names. known is false when there is something else: a placeholder for a function from outside, or the result of a
// call. Callers that want all of the functions to be of one kind must give up then.
func funcsIn(g *pointsto.Graph, o *pointsto.Object, names ...string) (fns []*pointsto.Function, others []*types.Func, known bool) {
	known = true
	o.Fields(func(v *types.Var, n pointsto.Node) {
		for _, name := range names {
			if v.Name() != name {
				continue
			}
			for _, p := range g.At(n) {
				switch {
				case p.Func() != nil:
					fns = append(fns, p.Func())
				case p.Ext() != nil:
					others = append(others, p.Ext())
				default:
					known = false
				}
			}
		}
	})
	return fns, others, known
}
