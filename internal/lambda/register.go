package lambda

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A registration is a call that may leave something in an object.
//
//	mux.HandleFunc("/", s.handle)  // in the receiver, and http.HandleFunc in http.DefaultServeMux: its arguments
//	routes.Add(mux, s)             // in argument 0, and what that holds: what the fact of routes says (Leaves)
type registration struct {
	call   *pointsto.Call
	in     int  // the operand that has the object; -1 for the receiver
	byFact bool // a fact says what is left; if not, all arguments may be
}

// defaultMux stands for http.DefaultServeMux where operands are counted.
const defaultMux = -2

// A registry has the registrations of a package, by what they may leave something in.
type registry struct {
	g     *pointsto.Graph
	facts *facts
	in    map[*pointsto.Object][]registration
	noted map[noted]bool

	defaultMux   []*pointsto.Object // what stands for http.DefaultServeMux
	onDefaultMux []registration     // calls that may leave something there

	passed map[pointsto.Node][]registration // in what callers pass at a node, as far as was asked
}

// A noted registration is one together with an object that it may leave something in.
type noted struct {
	registration
	o *pointsto.Object
}

// newRegistry finds the registrations of a package: calls of the methods of other packages' types, calls of functions whose facts say so,
// and calls of methods of interfaces whose values other packages bring.
func newRegistry(g *pointsto.Graph, facts *facts) *registry {
	s := &registry{
		g:      g,
		facts:  facts,
		in:     make(map[*pointsto.Object][]registration),
		noted:  make(map[noted]bool),
		passed: make(map[pointsto.Node][]registration),
	}
	s.defaultMux, _ = g.Global("net/http", "DefaultServeMux")
	for _, c := range g.Calls() {
		if c.Recv == 0 && (ofHTTP(c.Fn, "Handle") || ofHTTP(c.Fn, "HandleFunc")) {
			s.onDefaultMux = append(s.onDefaultMux, registration{call: c, in: defaultMux})
		}
		if mayRegister(c.Fn) {
			s.note(registration{call: c, in: -1}, g.At(c.Recv)...)
		}
	}
	for _, c := range g.Calls() {
		s.byFact(c)
	}
	for _, o := range s.defaultMux {
		s.in[o] = append(s.in[o], s.onDefaultMux...)
	}
	for _, c := range g.AllCalls() {
		if c.Fn != nil && c.Fn.Pkg() != nil && types.IsInterface(recvType(c.Fn)) && mayRegister(c.Fn) {
			s.byInterface(c)
		}
	}
	return s
}

// note adds reg to what may be left in each of objects.
func (s *registry) note(reg registration, objects ...*pointsto.Object) {
	if !s.g.Spend(len(objects)) {
		return
	}
	for _, o := range objects {
		if k := (noted{reg, o}); !s.noted[k] {
			s.noted[k] = true
			s.in[o] = append(s.in[o], reg)
		}
	}
}

// byFact adds what the fact of another package says that c leaves somewhere.
func (s *registry) byFact(c *pointsto.Call) {
	e, _ := s.facts.funcEffect(c.Fn)
	if e == nil {
		return
	}
	for _, l := range e.Leaves {
		if reg := (registration{c, l.In, true}); l.In == defaultMux {
			s.onDefaultMux = append(s.onDefaultMux, reg)
		} else {
			s.note(reg, s.heldBy(operand(c, l.In))...)
		}
	}
}

// byInterface adds what c, a call of an interface's method, may leave in values that other packages bring. Where the package itself has
// the value, the method of that tells.
func (s *registry) byInterface(c *pointsto.Call) {
	objects := s.g.At(c.Recv)
	if !s.g.Spend(len(objects)) {
		return
	}
	for _, o := range objects {
		if isOfOthers(o) {
			s.note(registration{call: c, in: -1}, o)
		}
	}
}

// heldBy returns what is at n, what its fields hold, and what the calls that returned it got and keep.
//
//	s := api.New(router)
//	s.Routes() // leaves something in router
func (s *registry) heldBy(n pointsto.Node) []*pointsto.Object {
	objects := s.g.At(n)
	all := withFields(s.g, objects)
	for _, o := range objects {
		call, _ := o.FromOutside()
		if call == nil {
			continue
		}
		if e, _ := s.facts.funcEffect(call.Fn); e != nil {
			for _, i := range e.Retains {
				all = append(all, s.g.At(operand(call, i))...)
			}
		}
	}
	return all
}

// passedAt returns the registrations in what callers of other packages pass at n, and in the fields of that: a server has a router, and a
// router may embed one.
func (s *registry) passedAt(n pointsto.Node) []registration {
	n = s.g.Content(n)
	out, known := s.passed[n]
	if !known {
		for _, o := range withFields(s.g, s.g.At(n)) {
			if call, outside := o.FromOutside(); s.g.Spend(1) && outside && call == nil && o.Asked() == nil {
				out = append(out, s.in[o]...)
			}
		}
		s.passed[n] = out
	}
	return out
}

// passedTo returns the registrations in what callers of fn pass.
func (s *registry) passedTo(fn *pointsto.Function) (out []registration) {
	for _, n := range operands(fn) {
		out = append(out, s.passedAt(n)...)
	}
	return out
}

// muxHandlers returns what is registered on http.DefaultServeMux. Entry points with Mux serve that if their handler is nil. That it is
// nil is not asked: a program that registers there, and starts another handler, has more than it runs taken for handlers,
// which errs on the side of a false finding. The patterns are among the arguments, and hold no objects.
func (s *registry) muxHandlers() []*pointsto.Object {
	var out []*pointsto.Object
	for _, reg := range s.onDefaultMux {
		if !reg.byFact {
			for _, a := range reg.call.Args {
				out = append(out, s.g.At(a)...)
			}
		}
	}
	return out
}

// isOfOthers reports whether o stands for a value that other packages bring, or return, as an interface.
func isOfOthers(o *pointsto.Object) bool {
	_, outside := o.FromOutside()
	return outside && o.Variable() == nil && types.IsInterface(o.Type())
}

// registration adds what a call leaves in an object. What a method of an interface takes as an any is left out: it is most likely there to
// be printed.
//
//	router.Get("/", orders.create)       // keeps orders.create
//	logger.Info("ready", "config", conf) // keeps nothing
func (r *references) registration(p *program, reg registration) {
	c := reg.call
	e, fact := p.funcEffect(c.Fn)
	if !reg.byFact {
		byInterface := types.IsInterface(recvType(c.Fn))
		for i, n := range c.Args {
			if t := c.Fn.Signature().Params().At(i).Type(); !byInterface || !isAny(element(t)) {
				r.keep(p, n, t)
			}
		}
		if byInterface {
			r.retained = append(r.retained, c.Results...) // of a router, another one
		}
		if e == nil || !e.New {
			r.objects = c.Returned()
		}
		r.sender(p, c)
		return
	}
	if e == nil {
		return
	}
	for _, l := range e.Leaves {
		if l.In != reg.in {
			continue
		}
		r.add(fact, l.Outlives, l.Allocates)
		r.keepOperands(p, c, l.Retains)
	}
}

// A Left is what a function leaves in a parameter, or in http.DefaultServeMux (-2), for whoever keeps that.
//
//	func Routes(mux *http.ServeMux, s *Server) { mux.HandleFunc("/", s.index) } // In 0, Retains [1]
type Left struct {
	In                  int
	Outlives, Allocates []int // clients of the fact
	Retains             []int // parameters
}

// leaves returns what fn, or what it calls, leaves in its parameters.
func (x *summary) leaves(fn *pointsto.Function) (out []Left) {
	var b *birth
	add := func(in int, regs []registration) {
		if len(regs) == 0 {
			return
		}
		if b == nil {
			b = x.p.newBirth(fn)
		}
		regs = slices.DeleteFunc(slices.Clone(regs), func(reg registration) bool { return !b.runs[reg.call.In] })
		if len(regs) > 0 {
			out = append(out, x.left(fn, b, in, regs))
		}
	}
	for i, n := range operands(fn) {
		add(i-1, x.p.registry.passedAt(n))
	}
	if x.onMux[fn] {
		add(defaultMux, x.p.registry.onDefaultMux)
	}
	return slices.DeleteFunc(out, func(l Left) bool { return len(l.Outlives)+len(l.Allocates)+len(l.Retains) == 0 })
}

// left returns what regs, which fn runs, leave in a parameter.
func (x *summary) left(fn *pointsto.Function, b *birth, in int, regs []registration) Left {
	l := Left{In: in}
	r := x.p.newReach(x.clients, b)
	r.register(regs...)
	l.Outlives, l.Allocates, _ = x.indexes(r, nil)
	x.ways(pointsto.FuncKey(fn.Obj()), byLeft, r)
	r = x.p.newReach(x.params, nil)
	r.register(regs...)
	r.settle()
	// What a parameter holds is not left in it, unless it holds itself.
	l.Retains = slices.DeleteFunc(x.held(fn, r), func(i int) bool {
		return i == in && !slices.ContainsFunc(x.p.in.Graph.At(operands(fn)[i+1]), func(o *pointsto.Object) bool { return r.retained[o] })
	})
	return l
}

// operands returns the receiver of fn and its parameters.
func operands(fn *pointsto.Function) []pointsto.Node {
	return append([]pointsto.Node{fn.Recv()}, fn.Params()...)
}
