package lambda

import (
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/flow"
)

// references are what one function or object refers to. They are the edges of the graph that package lambda walks, forward from
// handlers and exported names, and backward from clients. They do not depend on where a walk begins.
type references struct {
	runs       []*flow.Function // run when the function is, or with the methods of the object
	retained   []flow.Node      // places that outlive an invocation
	vars       []varReference
	objects    []*flow.Object // retained, wherever they are
	registered []*flow.Call   // calls that may leave something in the object

	client              bool        // the object is a client itself
	uses                []token.Pos // of http.DefaultClient
	outlives, allocates []Client    // of other packages
}

// A varReference is a reference to a variable of the package, or of a function around the one that refers to it.
type varReference struct {
	v      *types.Var
	around *flow.Function // the function around, nil for a variable of the package
}

// ofInterest reports whether there is a client among the references themselves.
func (r *references) ofInterest() bool {
	return r.client || len(r.uses)+len(r.outlives)+len(r.allocates) > 0
}

// add adds clients of f, the fact of another package.
func (r *references) add(f *Fact, outlives, allocates []int) {
	r.outlives = append(r.outlives, f.pick(outlives)...)
	r.allocates = append(r.allocates, f.pick(allocates)...)
}

// apply adds what the fact of pkg says of the function, type or variable.
func (r *references) apply(p *program, pkg *types.Package, of string) {
	if e, f := p.effect(pkg, of); e != nil {
		r.add(f, e.Outlives, e.Allocates)
	}
}

// references returns what v, a function or an object, refers to.
func (p *program) references(v any) *references {
	r := p.refs[v]
	if r == nil {
		r = new(references)
		p.refs[v] = r
		switch v := v.(type) {
		case *flow.Function:
			r.function(p, v)
		case *flow.Object:
			r.object(p, v)
		}
	}
	return r
}

func (r *references) function(p *program, f *flow.Function) {
	for _, m := range f.Mentions() {
		switch {
		case m.Lit != nil:
			r.runs = append(r.runs, m.Lit)
		case m.Fn != nil:
			r.callee(p, m)
		default:
			r.variable(p, f, m)
		}
	}
}

func (r *references) callee(p *program, m flow.Mention) {
	if f := p.in.Graph.Func(m.Fn); f != nil {
		r.runs = append(r.runs, f)
		return
	}
	if types.IsInterface(recvType(m.Fn)) {
		return // error.Error among them, which has no package
	}
	if usesDefaultClient(m.Fn) {
		if !p.local[m.Pos] {
			r.defaultClient(p, m.Pos)
		}
		return
	}
	r.apply(p, m.Fn.Pkg(), flow.FuncKey(m.Fn))
}

// defaultClient adds a use of http.DefaultClient.
func (r *references) defaultClient(p *program, pos token.Pos) {
	if pos.IsValid() && !p.defaultTuned {
		r.uses = append(r.uses, pos)
	}
}

func (r *references) variable(p *program, f *flow.Function, m flow.Mention) {
	v := m.Var
	switch {
	case ofHTTP(v, "DefaultClient"):
		r.defaultClient(p, m.Pos)
	case v.Pkg() != p.in.Pkg:
		r.apply(p, v.Pkg(), "var "+v.Name())
	case v.Parent() == p.in.Pkg.Scope():
		r.vars = append(r.vars, varReference{v: v})
	default:
		r.vars = append(r.vars, varReference{v, f.Parent()})
	}
}

// object finds what is retained with o, and what its methods run.
func (r *references) object(p *program, o *flow.Object) {
	r.client = p.clients.matters(o)
	if slices.Contains(p.defaultClient, o) {
		r.defaultClient(p, p.defaultPos)
		return
	}
	if slices.Contains(p.defaultMux, o) {
		r.objects = p.muxHandlers()
		return
	}
	if f := o.Func(); f != nil {
		r.runs = append(r.runs, f)
	}
	if fn := o.Ext(); fn != nil {
		r.callee(p, flow.Mention{Fn: fn})
	}
	r.retained = append(r.retained, o.Recv())
	o.Fields(func(_ *types.Var, n flow.Node) { r.retained = append(r.retained, n) })
	r.methods(p, o)
	if call, _ := o.FromOutside(); call != nil {
		r.result(p, call)
	}
	r.registered = p.registrations[o]
}

func (r *references) methods(p *program, o *flow.Object) {
	n, ok := types.Unalias(o.Type()).(*types.Named)
	if !ok || types.IsInterface(n) || o.Site() != nil {
		return
	}
	n = n.Origin()
	if n.Obj().Pkg() != p.in.Pkg {
		if _, outside := o.FromOutside(); !outside {
			r.apply(p, n.Obj().Pkg(), "type "+n.Obj().Name())
		}
		return
	}
	for m := range n.Methods() {
		if f := p.in.Graph.Func(m); f != nil {
			r.runs = append(r.runs, f)
		}
	}
}

// result adds what is retained with what call returned.
func (r *references) result(p *program, call *flow.Call) {
	fact, seen := p.fact(call.Fn.Pkg())
	if !seen {
		// Code that cannot be seen retains what it is given.
		r.retained = append(append(r.retained, call.Recv), call.Args...)
		return
	}
	e := fact.effect(flow.FuncKey(call.Fn))
	if e == nil {
		return
	}
	outlives := e.ResultOutlives
	// Whoever passes a client has no use for the one that is made where none is passed, and who changes one keeps another.
	if len(outlives) > 0 && (p.reconfigures(call) || p.passesClient(call)) {
		outlives = nil
	}
	r.add(fact, outlives, e.ResultAllocates)
	for _, i := range e.Retains {
		r.retained = append(r.retained, operand(call, i))
	}
}

// passesClient reports whether the call is given an HTTP client or transport, as it is or in something.
func (p *program) passesClient(call *flow.Call) bool {
	g := p.in.Graph
	seen := make(map[*flow.Object]bool)
	var leads func(objects []*flow.Object) bool
	leads = func(objects []*flow.Object) bool {
		for _, o := range objects {
			if seen[o] {
				continue
			}
			seen[o] = true
			if o.Site() != nil {
				return true
			}
			found := false
			o.Fields(func(_ *types.Var, n flow.Node) { found = found || leads(g.At(n)) })
			if inner, _ := o.FromOutside(); inner != nil {
				for _, a := range inner.Args {
					found = found || leads(g.At(a))
				}
			}
			if found {
				return true
			}
		}
		return false
	}
	for _, a := range call.Args {
		if leads(g.At(a)) {
			return true
		}
	}
	return false
}

// mayRegister reports whether method fn may retain what it is given. Of the standard library's methods, those of a few types do.
func mayRegister(fn *types.Func) bool {
	if !flow.IsStd(fn.Pkg()) {
		return true
	}
	return catalog.Has(fn.Pkg().Path(), catalog.Registers) || catalog.EffectOf(fn.Pkg().Path(), flow.FuncKey(fn)) == catalog.Registered
}

// usesDefaultClient reports whether fn is a function of net/http that sends requests by http.DefaultClient.
func usesDefaultClient(fn *types.Func) bool {
	return catalog.EffectOf(fn.Pkg().Path(), flow.FuncKey(fn)) == catalog.Sends
}

func recvType(fn *types.Func) types.Type {
	if r := fn.Signature().Recv(); r != nil {
		return r.Type()
	}
	return types.Typ[types.Invalid]
}
