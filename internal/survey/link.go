package survey

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A target is what a field leads to.
type target struct {
	v      *value
	shared bool   // it is http.DefaultTransport
	weak   bool   // nobody is known to pass anything there
	reason string // neither: why it is not known
	p      *Package
	pos    token.Pos
}

// maxHops bounds how often a value is followed into another package.
const maxHops = 8

// A walk collects the values of some types that objects lead to, across packages.
type walk struct {
	*join
	wanted   func(*catalog.Type) bool
	function func(*Package, *pointsto.Function) // what to do with one
	external func(*Package, *pointsto.Object)   // and with one of another package
	seen     map[*pointsto.Object]bool
	out      []target
	added    map[target]bool // what is in out, without places
	hops     int
}

func (j *join) walk(wanted func(*catalog.Type) bool) *walk {
	w := &walk{join: j, wanted: wanted, seen: make(map[*pointsto.Object]bool), added: make(map[target]bool)}
	w.function, w.external = w.adapted, func(*Package, *pointsto.Object) {}
	return w
}

func isTransport(t *catalog.Type) bool { return t.Name == "Transport" }
func isDialer(t *catalog.Type) bool    { return t.Name == "Dialer" }
func isAny(*catalog.Type) bool         { return true }

// known returns what was found, without what only unknown callers would pass if others pass something.
func (w *walk) known() []target {
	if slices.ContainsFunc(w.out, func(t target) bool { return !t.weak }) {
		return slices.DeleteFunc(slices.Clone(w.out), func(t target) bool { return t.weak })
	}
	return w.out
}

// targets adds what the nodes of p lead to, each once.
func (w *walk) targets(p *Package, nodes ...pointsto.Node) {
	for _, n := range nodes {
		entry := p.entryOf(n)
		for _, o := range p.Graph.At(n) {
			if entry == nil || o.Func() == nil && o.Ext() == nil || within(o.Pos(), entry) {
				w.object(p, o)
			}
		}
	}
}

// entryOf returns the function of p that gets one of the functions that n holds from unknown callers, nil if none does. To the analysis all
// functions of the package may come so; what callers pass is told by themselves.
func (p *Package) entryOf(n pointsto.Node) *pointsto.Function {
	for _, o := range p.Graph.At(n) {
		if isFunc(o) && o.Entry() != nil {
			return o.Entry()
		}
	}
	return nil
}

// isFunc reports whether o is a function.
func isFunc(o *pointsto.Object) bool {
	_, ok := o.Type().Underlying().(*types.Signature)
	return ok
}

func within(pos token.Pos, f *pointsto.Function) bool {
	from, to := f.Span()
	return from <= pos && pos < to
}

// fieldOf adds what the field of that name of v leads to, here and where other packages store to it.
func (w *walk) fieldOf(v *value, name string) {
	if !v.replaced(name) {
		w.field(v.p, v.obj, name)
	}
	for _, a := range v.abroad {
		at, _ := a.o.Entrance()
		a.o.Fields(func(f *types.Var, n pointsto.Node) {
			if f.Name() != name {
				return
			}
			for _, o := range a.p.Graph.At(n) {
				// What the field has from the start is known here.
				if from, ok := o.Entrance(); !ok || from.Var != at.Var || from.Call != at.Call || from.Path != strings.TrimPrefix(at.Path+"."+name, ".") {
					w.object(a.p, o)
				}
			}
		})
	}
}

// replaced reports whether another package replaces what the field of v, a variable of a package, begins with.
func (v *value) replaced(field string) bool {
	return v.in == nil && slices.ContainsFunc(v.others, func(s store) bool { return s.first && s.field == field })
}

// field adds what the field of that name of o leads to.
func (w *walk) field(p *Package, o *pointsto.Object, name string) {
	o.Fields(func(f *types.Var, n pointsto.Node) {
		if f.Name() == name {
			w.targets(p, n)
		}
	})
}

func (w *walk) add(t target) {
	if key := (target{v: t.v, shared: t.shared, reason: t.reason}); !w.added[key] {
		w.added[key] = true
		w.out = append(w.out, t)
	}
}

func (w *walk) unknown(p *Package, pos token.Pos, reason string) {
	w.add(target{reason: reason, p: p, pos: pos})
}

// object adds what o, of package p, is or leads to.
func (w *walk) object(p *Package, o *pointsto.Object) {
	if w.seen[o] {
		return
	}
	w.seen[o] = true
	if !p.spend(1) {
		w.unknown(p, o.Pos(), tooLarge)
		return
	}
	if v := w.ofObject[o]; v != nil && w.wanted(v.typ) {
		w.add(target{v: v})
		return
	}
	if netuse.IsDefaultTransport(o) {
		w.add(target{shared: true})
		return
	}
	if fn := o.Func(); fn != nil {
		w.function(p, fn)
		return
	}
	if o.Ext() != nil {
		w.external(p, o)
		return
	}
	from, outside := o.Entrance()
	if outside {
		w.outside(p, o, from)
		return
	}
	before := len(w.out)
	o.Fields(func(_ *types.Var, n pointsto.Node) {
		for _, held := range p.Graph.At(n) {
			w.object(p, held)
		}
	})
	if len(w.out) == before {
		w.roundTripper(o.Type())
	}
}

// roundTripper adds what a value of type t sends requests by that has nothing in its fields:
//
//	func (t *Transport) RoundTrip(r *http.Request) (*http.Response, error) { return http.DefaultTransport.RoundTrip(r) }
func (w *walk) roundTripper(t types.Type) {
	n := pointsto.Named(t)
	if n == nil || n.Pkg() == nil {
		return
	}
	if q := w.byPath[n.Pkg().Path()]; q != nil && q.Graph != nil {
		if f := q.border.function(n.Name() + ".RoundTrip"); f != nil {
			w.function(q, f)
		}
	}
}

// adapted adds what fn sends requests by: the method of an http.RoundTripper, or what an adapter makes into one.
func (w *walk) adapted(p *Package, fn *pointsto.Function) {
	for _, c := range p.calls.in(fn) {
		if c.Fn != nil && c.Fn.Name() == "RoundTrip" {
			w.targets(p, c.Recv)
		}
	}
}

// outside adds what o stands for, which came into p from another package.
func (w *walk) outside(p *Package, o *pointsto.Object, from pointsto.Entrance) {
	w.hops++
	defer func() { w.hops-- }()
	if w.hops > maxHops {
		return
	}
	switch {
	case from.Var != nil && from.Var.Name() == "DefaultClient" && from.Var.Pkg().Path() == "net/http":
		w.add(target{shared: true})
	case from.Var != nil:
		q := w.byPath[from.Var.Pkg().Path()]
		if q == nil || q.Graph == nil || !w.choose(q, q.border.variable(from.Var.Name()), from.Path) {
			w.unknown(p, p.source.firstUse(from.Var), "it comes from "+shortName(from.Var))
		}
	case from.Call != nil:
		w.result(p, o, from)
	case from.Of != "":
		w.entrance(p, o, from)
	case from.Pkg != nil && sends(o.Type()):
		w.unknown(p, token.NoPos, "it comes from "+from.Pkg.Path())
	}
}

// result adds what a call of another package's function returns, or what it wraps: what it is given.
func (w *walk) result(p *Package, o *pointsto.Object, from pointsto.Entrance) {
	c, before, found := from.Call, len(w.out), false
	if c.Fn == nil || c.Fn.Pkg() == nil {
		return
	}
	if q := w.byPath[c.Fn.Pkg().Path()]; q != nil && q.Graph != nil {
		if f := q.border.function(pointsto.FuncKey(c.Fn)); f != nil {
			found = w.choose(q, f.Results(), from.Path)
		}
	}
	if found {
		return
	}
	for _, a := range append([]pointsto.Node{c.Recv}, c.Args...) {
		w.targets(p, a)
	}
	if !slices.ContainsFunc(w.out[before:], func(t target) bool { return t.reason == "" }) && sends(o.Type()) {
		w.unknown(p, c.Pos, "it comes from "+shortName(c.Fn))
	}
}

// entrance adds what other packages pass as a parameter, or store in the field of a type.
func (w *walk) entrance(p *Package, o *pointsto.Object, from pointsto.Entrance) {
	found := false
	fields := strings.Split(from.Path, ".")
	if tn, ok := strings.CutPrefix(from.Of, "type "); ok {
		if slices.ContainsFunc(fields, func(f string) bool { return !token.IsExported(f) }) {
			return // nobody else can store anything there
		}
		for _, q := range w.packages {
			if q != p && q.Graph != nil {
				for _, s := range q.border.structs(p.path, tn) {
					w.chooseFrom(q, s, fields)
				}
			}
		}
		return
	}
	for _, q := range w.packages {
		if q != p && q.Graph != nil {
			found = w.choose(q, q.border.passedTo(p.path, from.Of, from.Param), from.Path) || found
		}
	}
	if f := o.Entry(); f != nil && isFunc(o) {
		for _, c := range f.Calls() {
			if from.Param >= 0 && from.Param < len(c.Args) {
				found = true
				w.targets(p, c.Args[from.Param])
			}
		}
	}
	if !found {
		pos := token.NoPos
		if f := o.Entry(); f != nil {
			pos, _ = f.Span()
		}
		w.add(target{reason: "callers of " + from.Of + " pass it", weak: true, p: p, pos: pos})
	}
}

// choose adds what the fields of path lead to, from what nodes of p hold, and reports whether there is anything.
func (w *walk) choose(p *Package, nodes []pointsto.Node, path string) (found bool) {
	var fields []string
	if path != "" {
		fields = strings.Split(path, ".")
	}
	for _, n := range nodes {
		for _, o := range p.Graph.At(n) {
			found = w.chooseFrom(p, o, fields) || found
		}
	}
	return found
}

func (w *walk) chooseFrom(p *Package, o *pointsto.Object, fields []string) (found bool) {
	if len(fields) == 0 {
		w.object(p, o)
		return true
	}
	o.Fields(func(f *types.Var, n pointsto.Node) {
		if f.Name() == fields[0] {
			for _, held := range p.Graph.At(n) {
				found = w.chooseFrom(p, held, fields[1:]) || found
			}
		}
	})
	if from, outside := o.Entrance(); outside && !found { // nobody selects the field there
		from.Path = strings.TrimPrefix(from.Path+"."+strings.Join(fields, "."), ".")
		w.outside(p, o, from)
		return true
	}
	return found
}

// resolve returns the values that o of p, which came from another package, may be there.
func (w *walk) resolve(p *Package, o *pointsto.Object, from pointsto.Entrance) []target {
	own := w.ofObject[o] // where it comes to here
	w.seen[o] = true
	w.outside(p, o, from)
	return slices.DeleteFunc(w.known(), func(t target) bool { return t.reason != "" || t.v == own && own != nil })
}
