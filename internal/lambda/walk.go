package lambda

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/flow"
)

// A walk goes from a handler to everything that it refers to. It tells what runs in an invocation from what is kept between
// invocations, and by that what outlives one from what each makes anew.
type walk struct {
	p      *program
	runs   map[*flow.Function]bool
	kept   map[*flow.Object]bool
	fresh  map[*types.Var]bool     // package variables that each invocation sets
	always map[*flow.Function]bool // functions that each invocation runs

	order []*flow.Object // kept, in the order in which they were reached
	funcs []*flow.Function

	lives, makes []Client // of other packages, and of calls such as http.Get
	local        []found  // uses of http.DefaultClient in this package
	called       map[*types.Func]bool
	pending      []*flow.Call // of methods of what is kept
}

func (p *program) newWalk() *walk {
	return &walk{
		p:      p,
		runs:   make(map[*flow.Function]bool),
		kept:   make(map[*flow.Object]bool),
		fresh:  make(map[*types.Var]bool),
		always: make(map[*flow.Function]bool),
		called: make(map[*types.Func]bool),
	}
}

// handler starts at objects, which are run for each invocation.
func (w *walk) handler(objects []*flow.Object) {
	for _, o := range objects {
		if f := o.Func(); f != nil {
			w.setsAnew(f)
		}
	}
	w.keepAll(objects)
}

// setsAnew notes the package variables that f, a handler or what one always calls, sets whenever it runs.
func (w *walk) setsAnew(f *flow.Function) {
	if w.always[f] {
		return
	}
	w.always[f] = true
	for _, m := range f.Mentions() {
		if m.Fn != nil && m.Always {
			if callee := w.p.in.Graph.Func(m.Fn); callee != nil {
				w.setsAnew(callee)
			}
		}
	}
	for _, s := range w.p.in.Graph.VarStores() {
		// A function that looks at the variable first may leave it as it is.
		looks := func(m flow.Mention) bool { return m.Var == s.Var && m.Pos < s.Pos }
		if s.In == f && s.Always && !slices.ContainsFunc(f.Mentions(), looks) {
			w.fresh[s.Var] = true
		}
	}
}

// run reads that invocations run f.
func (w *walk) run(f *flow.Function) {
	if w.runs[f] {
		return
	}
	w.runs[f] = true
	w.funcs = append(w.funcs, f)
	for _, m := range f.Mentions() {
		switch {
		case m.Lit != nil:
			w.run(m.Lit)
		case m.Fn != nil:
			w.mentionFunc(m)
		case m.Var != nil:
			w.mentionVar(f, m)
		}
	}
}

func (w *walk) mentionFunc(m flow.Mention) {
	if f := w.p.in.Graph.Func(m.Fn); f != nil {
		w.run(f)
		return
	}
	if m.Fn.Pkg() == nil || types.IsInterface(recvType(m.Fn)) {
		return
	}
	if usesDefaultClient(m.Fn) {
		if !w.p.local[m.Pos] {
			w.defaultClient(m.Pos)
		}
		return
	}
	if w.called[m.Fn] {
		return
	}
	w.called[m.Fn] = true
	if e, f := w.p.effect(m.Fn.Pkg(), flow.FuncKey(m.Fn)); e != nil {
		w.lives = append(w.lives, f.pick(e.Lives)...)
		w.makes = append(w.makes, f.pick(e.Makes)...)
	}
}

func (w *walk) mentionVar(f *flow.Function, m flow.Mention) {
	v := m.Var
	switch {
	case v.Pkg() != w.p.in.Pkg:
		if v.Pkg() != nil && v.Pkg().Path() == "net/http" && v.Name() == "DefaultClient" {
			w.defaultClient(m.Pos)
		} else if e, fact := w.p.effect(v.Pkg(), "var "+v.Name()); e != nil {
			w.lives = append(w.lives, fact.pick(e.Lives)...)
			w.makes = append(w.makes, fact.pick(e.Makes)...)
		}
	case v.Parent() == w.p.in.Pkg.Scope():
		if !w.fresh[v] {
			w.keepAll(w.p.in.Graph.Var(v))
		}
	default:
		// A variable of the function around: kept if that ran before, made anew if invocations run it, too.
		for p := f.Parent(); p != nil; p = p.Parent() {
			if w.runs[p] {
				return
			}
		}
		w.keepAll(w.p.in.Graph.Var(v))
	}
}

func (w *walk) keepAll(objects []*flow.Object) {
	for _, o := range objects {
		w.keep(o)
	}
}

// keep reads that o is kept between invocations: so is what it holds, and invocations run its methods.
func (w *walk) keep(o *flow.Object) {
	if w.kept[o] {
		return
	}
	w.kept[o] = true
	w.order = append(w.order, o)
	g := w.p.in.Graph
	if slices.Contains(w.p.defaultClient, o) {
		w.defaultClient(w.p.defaultPos)
		return
	}
	if slices.Contains(w.p.defaultMux, o) {
		w.keepAll(w.p.muxHandlers())
		return
	}
	if f := o.Func(); f != nil {
		w.run(f)
	}
	if fn := o.Ext(); fn != nil {
		w.mentionFunc(flow.Mention{Fn: fn})
	}
	w.keepAll(g.At(o.Recv()))
	o.Fields(func(_ *types.Var, n flow.Node) { w.keepAll(g.At(n)) })
	w.methods(o)
	if call, _ := o.FromOutside(); call != nil {
		w.keepResult(call)
	}
	w.pending = append(w.pending, w.p.callsOn[o]...)
}

// registrations reads what was given, before the first invocation, to the methods of things that are kept: handlers to a mux,
// options to a builder. They keep it.
func (w *walk) registrations() {
	for len(w.pending) > 0 {
		c := w.pending[0]
		w.pending = w.pending[1:]
		if w.runsAround(c.In) {
			continue
		}
		for _, a := range c.Args {
			w.keepAll(w.p.in.Graph.At(a))
		}
		w.keepAll(c.Returned())
	}
}

func (w *walk) methods(o *flow.Object) {
	n, ok := types.Unalias(typeOrNil(o)).(*types.Named)
	if !ok || types.IsInterface(n) || o.Site() != nil {
		return
	}
	n = n.Origin()
	if n.Obj().Pkg() != w.p.in.Pkg {
		if _, outside := o.FromOutside(); !outside {
			if e, f := w.p.effect(n.Obj().Pkg(), "type "+n.Obj().Name()); e != nil {
				w.lives = append(w.lives, f.pick(e.Lives)...)
				w.makes = append(w.makes, f.pick(e.Makes)...)
			}
		}
		return
	}
	for m := range n.Methods() {
		if f := w.p.in.Graph.Func(m); f != nil {
			w.run(f)
		}
	}
}

func typeOrNil(o *flow.Object) types.Type {
	if o.Type() == nil {
		return types.Typ[types.Invalid]
	}
	return o.Type()
}

// keepResult reads that what call returned is kept.
func (w *walk) keepResult(call *flow.Call) {
	g := w.p.in.Graph
	fact, seen := w.p.in.Fact(call.Fn.Pkg())
	if !seen {
		// Code that cannot be seen keeps what it is given.
		w.keepAll(g.At(call.Recv))
		for _, a := range call.Args {
			w.keepAll(g.At(a))
		}
		return
	}
	e, ok := fact.effect(flow.FuncKey(call.Fn))
	if !ok {
		return
	}
	// Whoever passes a client has no use for the one that is made where none is passed.
	if !w.passesClient(call) {
		w.lives = append(w.lives, fact.pick(e.KeptLives)...)
	}
	w.makes = append(w.makes, fact.pick(e.KeptMakes)...)
	for _, i := range e.Holds {
		if i < 0 {
			w.keepAll(g.At(call.Recv))
		} else if i < len(call.Args) {
			w.keepAll(g.At(call.Args[i]))
		}
	}
}

// passesClient tells whether the call is given an HTTP client or transport, as it is or in something.
func (w *walk) passesClient(call *flow.Call) bool {
	g := w.p.in.Graph
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

// defaultClient reads a use of http.DefaultClient. One a package is enough, the first.
func (w *walk) defaultClient(pos token.Pos) {
	if !pos.IsValid() || w.p.defaultTuned || w.closes(w.p.defaultClient) {
		return
	}
	w.local = append(w.local, found{Client{Place: w.p.in.place(pos), Type: "http.DefaultClient", Rule: Default}, pos, pos})
}

// finish returns what outlives an invocation and what each makes: of this package with positions, of others without.
func (w *walk) finish() (lives, makes []found) {
	w.registrations()
	for _, o := range w.order {
		f, ok := w.p.clients.lives[o]
		owned := slices.ContainsFunc(w.p.clients.owners[o], func(client *flow.Object) bool { return w.kept[client] })
		if ok && !owned && !w.p.staysLocal(o) && !(f.Rule == Default && w.p.defaultTuned) && !w.closes([]*flow.Object{o}) {
			lives = append(lives, f)
		}
	}
	if len(w.local) > 0 {
		first := slices.MinFunc(w.local, func(a, b found) int { return int(a.pos) - int(b.pos) })
		lives = append(lives, first)
	}
	for _, s := range w.p.in.Sites {
		if f, ok := w.p.clients.leaks[s.Object()]; ok && !w.kept[s.Object()] && s.In() != nil && w.runsAround(s.In()) {
			makes = append(makes, f)
		}
	}
	for _, c := range w.lives {
		lives = append(lives, found{Client: c})
	}
	alive := make(map[string]bool)
	for _, f := range lives {
		alive[f.Place] = true
		alive[f.Owner] = true
	}
	for _, c := range w.makes {
		makes = append(makes, found{Client: c})
	}
	makes = slices.DeleteFunc(makes, func(f found) bool { return alive[f.Place] })
	return unique(lives), unique(makes)
}

// closes tells whether invocations always close the idle connections of one of objects, or of its transport.
func (w *walk) closes(objects []*flow.Object) bool {
	g := w.p.in.Graph
	for _, c := range w.p.in.Graph.Closings() {
		if c.In == nil || !c.Always || !w.runsAround(c.In) && !w.p.beforeFreeze[c.In] {
			continue
		}
		closed := g.At(c.Recv)
		for _, o := range objects {
			if slices.Contains(closed, o) {
				return true
			}
			found := false
			o.Fields(func(v *types.Var, n flow.Node) {
				found = found || v.Name() == "Transport" && slices.ContainsFunc(g.At(n), func(t *flow.Object) bool { return slices.Contains(closed, t) })
			})
			if found {
				return true
			}
		}
	}
	return false
}

func (w *walk) runsAround(f *flow.Function) bool {
	for ; f != nil; f = f.Parent() {
		if w.runs[f] {
			return true
		}
	}
	return false
}

// unique keeps of each client the first, or one that was reported.
func unique(list []found) []found {
	at := make(map[string]int)
	var out []found
	for _, f := range list {
		if i, ok := at[f.key()]; ok {
			out[i].Reported = out[i].Reported || f.Reported
			continue
		}
		at[f.key()] = len(out)
		out = append(out, f)
	}
	return out
}

// usesDefaultClient tells whether fn is a function of net/http that sends requests by http.DefaultClient.
func usesDefaultClient(fn *types.Func) bool {
	return fn.Pkg().Path() == "net/http" && fn.Signature().Recv() == nil &&
		slices.Contains([]string{"Get", "Head", "Post", "PostForm"}, fn.Name())
}

func recvType(fn *types.Func) types.Type {
	if r := fn.Signature().Recv(); r != nil {
		return r.Type()
	}
	return types.Typ[types.Invalid]
}

// sameModule tells whether place, an import path with a file, belongs to the module that the package at path belongs to.
// Findings elsewhere are nothing that this module can mend.
func sameModule(place, module, path string) bool {
	if module != "" {
		return strings.HasPrefix(place, module+"/")
	}
	return strings.HasPrefix(place, repository(path)+"/")
}

// repository guesses the repository of an import path: host, owner and name.
func repository(path string) string {
	parts := strings.Split(path, "/")
	n := 1
	if strings.Contains(parts[0], ".") {
		n = 3
	}
	return strings.Join(parts[:min(n, len(parts))], "/")
}
