package lambda

import (
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A dispatch is a call of a method of a value: it runs the function, or what the fact of another package says of it. Rule 3: there is one
// for each object that the receiver holds, and [reach.call] takes it once the object is born (rule 4).
//
//	var s sender = &mail{&http.Client{}} // with only this in sight,
//	s.send(body)                         // the call has one dispatch: recv is the mail, fn is mail.send
//
// Calls by the name of a method, such as m.send on a *mail, need none of this: they are references to mail.send.
type dispatch struct {
	recv *pointsto.Object
	fn   *pointsto.Function
	refs *references // nil if there are none
}

// A dispatchKey is a question for dispatches: the method, and what receivers hold.
type dispatchKey struct {
	m      *types.Func
	recv   pointsto.Node
	passed bool // it is called by other packages, which get the receiver
}

// dispatch adds calls of method m on what recv holds. Use is what they are if that is http.DefaultTransport or wraps it, nil if that is
// said elsewhere. For values whose type is not in sight (parameters of exported functions) it adds nothing: the callers
// know the type, and [references.call] takes passing a value as an interface for calls of the methods of that.
func (r *references) dispatch(p *program, m *types.Func, recv pointsto.Node, use *found) {
	r.dispatchAs(p, dispatchKey{m: m}, recv, use)
}

func (r *references) dispatchAs(p *program, key dispatchKey, recv pointsto.Node, use *found) {
	key.recv = p.in.Graph.Content(recv)
	list, known := p.dispatches[key]
	switch {
	case use != nil: // told apart by its place
		list = p.dispatch(key, use)
	case !known:
		p.dispatches[key] = nil // asked for again on the way, as a method may return its own interface
		list = p.dispatch(key, nil)
		p.dispatches[key] = list
	}
	if p.in.Graph.Spend(len(list)) {
		r.calls = append(r.calls, list...)
	}
	if !key.passed && key.m.Pkg() == p.in.Pkg && slices.ContainsFunc(p.in.Graph.At(recv), isPassedIn) {
		r.unsure = append(r.unsure, p.implementing(key.m)...)
	}
}

// isPassedIn reports whether o stands for what callers in other packages pass as an interface. It may well be a value of this package
// that comes back:
//
//	func Weekly(s Service) error { return s.Copy() } // called with what New of this package returned
func isPassedIn(o *pointsto.Object) bool {
	call, _ := o.FromOutside()
	return call == nil && isOfOthers(o)
}

// methodsNamed is the name under which facts have all methods of the name of m.
func methodsNamed(m *types.Func) string { return "method " + m.Name() }

// maker returns the package that made o, or has it in a variable; nil if that is not known.
func maker(o *pointsto.Object) *types.Package {
	if call, _ := o.FromOutside(); call != nil {
		return call.Fn.Pkg()
	}
	if v := o.Variable(); v != nil {
		return v.Pkg()
	}
	if n, ok := types.Unalias(o.Type()).(*types.Named); ok {
		return n.Obj().Pkg()
	}
	return nil
}

// dispatch returns the calls of a method on what the receiver holds.
func (p *program) dispatch(key dispatchKey, use *found) []dispatch {
	var out []dispatch
	m := key.m
	// Where one of several transports has a limit, none is known to be without.
	wraps := use != nil && p.clients.sendsByDefault(p.in.Graph.At(key.recv))
	for _, o := range p.in.Graph.At(key.recv) {
		if !p.step() {
			return nil
		}
		if key.passed && m.Pkg() != nil && maker(o) == m.Pkg() {
			continue
		}
		d := p.dispatchOn(o, key, use, wraps)
		if d.fn != nil || d.refs != nil {
			out = append(out, d)
		}
		if key.passed && d.fn != nil {
			var results references
			for i, n := range d.fn.Results() {
				results.pass(p, n, d.fn.Signature().Results().At(i).Type())
			}
			out = append(out, results.calls...)
		}
	}
	return out
}

// dispatchOn returns the call of a method on o. What the method does is known from its body, if the type is of this package, or from the
// fact of the package that has the type, made the value or holds it in a variable. Wraps says that o sends by http.DefaultTransport, if it
// is neither that itself nor in a variable of another package.
func (p *program) dispatchOn(o *pointsto.Object, key dispatchKey, use *found, wraps bool) dispatch {
	d := dispatch{recv: o}
	var refs references
	call, outside := o.FromOutside()
	switch {
	case netuse.IsDefaultTransport(o):
		if use != nil && netuse.IsSharedTransport(o) {
			refs.use(p, *use)
		}
	case call != nil:
		refs.resultMethod(p, call, o, key.m)
		refs.passed(p, key, method(o.Type(), key.m))
		refs.proxy(p, o)
		if wraps {
			refs.use(p, *use)
		}
	case o.Variable() != nil:
		refs.foreignVar(p, o.Variable(), token.NoPos)
		if e, _ := p.effect(o.Variable().Pkg(), "var "+o.Variable().Name()); e != nil {
			refs.method(p, o.Variable().Pkg(), key.m, e)
		}
	case outside && types.IsInterface(o.Type()) || o.Site() != nil: // a parameter of an exported function; a client or transport itself
	default:
		refs.proxy(p, o)
		if wraps {
			refs.use(p, *use)
		}
		if fn := method(o.Type(), key.m); fn != nil {
			if d.fn = p.in.Graph.Func(fn); d.fn == nil {
				refs.apply(p, fn.Pkg(), pointsto.FuncKey(fn))
				refs.passed(p, key, fn)
			}
		}
	}
	if refs.ofInterest() {
		d.refs = &refs
	}
	return d
}

// passed adds what the methods of what fn returns do, where code of other packages, that gets a value with fn, calls it.
func (r *references) passed(p *program, key dispatchKey, fn *types.Func) {
	if !key.passed || fn == nil {
		return
	}
	if e, f := p.funcEffect(fn); e != nil {
		r.add(f, e.CallOutlives, e.CallAllocates)
	}
}

// method returns the method of t that implements m, nil if it has none or another interface stands between them. It looks at *T in
// any case, as an object of pointsto does not say whether the interface holds a T or a *T.
func method(t types.Type, m *types.Func) *types.Func {
	impl, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), true, m.Pkg(), m.Name())
	fn, ok := impl.(*types.Func)
	if !ok || fn.Pkg() == nil || types.IsInterface(recvType(fn)) {
		return nil
	}
	return fn
}
