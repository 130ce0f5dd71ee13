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

// findRegistrations notes the calls that may leave something in what other packages have: by the facts of these, and calls of
// interfaces' methods. The calls of methods of their types are noted by index.
func (p *program) findRegistrations() {
	type in struct {
		registration
		o *pointsto.Object
	}
	known := make(map[in]bool)
	note := func(reg registration, o *pointsto.Object) {
		if p.step() && !known[in{reg, o}] {
			known[in{reg, o}] = true
			p.registrations[o] = append(p.registrations[o], reg)
		}
	}
	for _, c := range p.in.Graph.Calls() {
		e, _ := p.effect(c.Fn.Pkg(), pointsto.FuncKey(c.Fn))
		if e == nil {
			continue
		}
		for _, l := range e.Leaves {
			if reg := (registration{c, l.In, true}); l.In == defaultMux {
				p.onDefaultMux = append(p.onDefaultMux, reg)
			} else {
				for _, o := range p.heldBy(operand(c, l.In)) {
					note(reg, o)
				}
			}
		}
	}
	for _, o := range p.defaultMux {
		p.registrations[o] = append(p.registrations[o], p.onDefaultMux...)
	}
	for _, c := range p.in.Graph.AllCalls() {
		if c.Fn != nil && c.Fn.Pkg() != nil && types.IsInterface(recvType(c.Fn)) && mayRegister(c.Fn) {
			for _, o := range p.in.Graph.At(c.Recv) {
				if isOfOthers(o) {
					note(registration{call: c, in: -1}, o)
				}
			}
		}
	}
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
	e, fact := p.effect(c.Fn.Pkg(), pointsto.FuncKey(c.Fn))
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
		for _, i := range l.Retains {
			if i < 0 {
				r.retained = append(r.retained, c.Recv)
			} else {
				r.keep(p, c.Args[i], c.Fn.Signature().Params().At(i).Type())
			}
		}
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
		add(i-1, x.p.registeredIn(n))
	}
	if x.onMux[fn] {
		add(defaultMux, x.p.onDefaultMux)
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

// heldBy returns what is at n, what its fields hold, and what the calls that returned it got and keep.
//
//	s := api.New(router)
//	s.Routes() // leaves something in router
func (p *program) heldBy(n pointsto.Node) []*pointsto.Object {
	all := p.withFields(p.in.Graph.At(n))
	for _, o := range p.in.Graph.At(n) {
		if call, _ := o.FromOutside(); call != nil {
			if e, _ := p.effect(call.Fn.Pkg(), pointsto.FuncKey(call.Fn)); e != nil {
				for _, i := range e.Retains {
					all = append(all, p.in.Graph.At(operand(call, i))...)
				}
			}
		}
	}
	return all
}

// operands returns the receiver of fn and its parameters.
func operands(fn *pointsto.Function) []pointsto.Node {
	return append([]pointsto.Node{fn.Recv()}, fn.Params()...)
}

// registeredIn returns what the package registers in what callers of other packages pass at n, and in the fields of that: a server has
// a router, and a router may embed one.
func (p *program) registeredIn(n pointsto.Node) []registration {
	n = p.in.Graph.Content(n)
	out, known := p.registered[n]
	if !known {
		for _, o := range p.withFields(p.in.Graph.At(n)) {
			if call, outside := o.FromOutside(); p.step() && outside && call == nil && o.Asked() == nil {
				out = append(out, p.registrations[o]...)
			}
		}
		p.registered[n] = out
	}
	return out
}

// operandRegistrations returns what the package registers in what callers of fn pass.
func (p *program) operandRegistrations(fn *pointsto.Function) (out []registration) {
	for _, n := range operands(fn) {
		out = append(out, p.registeredIn(n)...)
	}
	return out
}
