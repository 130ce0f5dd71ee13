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
	only   map[any]bool // functions and objects that are worth a look; nil for all
	survey *survey      // records which leads to which, nil for none
	at     any          // the function or object that is being looked at

	runs   map[*flow.Function]bool
	often  map[*flow.Function]bool // of those that run, the ones that more than one invocation runs
	once   bool                    // what is being read runs in one invocation
	kept   map[*flow.Object]bool
	places map[flow.Node]bool      // that keep what they hold
	fresh  map[*types.Var]bool     // variables that each invocation sets
	always map[*flow.Function]bool // functions that each invocation runs

	root   *flow.Function        // the function of which a fact speaks, if one does
	passed map[*flow.Object]bool // what its callers pass to it

	order []*flow.Object // kept, in the order in which they were reached

	lives, makes []Client // of other packages
	local        []found  // uses of http.DefaultClient in this package
	called       map[*types.Func]bool
	pending      []*flow.Call // of methods of what is kept
}

func (p *program) newWalk() *walk {
	return &walk{
		p:      p,
		runs:   make(map[*flow.Function]bool),
		often:  make(map[*flow.Function]bool),
		kept:   make(map[*flow.Object]bool),
		places: make(map[flow.Node]bool),
		fresh:  make(map[*types.Var]bool),
		always: make(map[*flow.Function]bool),
		called: make(map[*types.Func]bool),
	}
}

// refer notes a reference to v, a function or an object, and tells whether that is worth a look.
func (w *walk) refer(v any) bool {
	if w.survey != nil {
		w.survey.refer(w.at, v)
	}
	return w.only == nil || w.only[v]
}

// found notes that there is something of interest where the walk is.
func (w *walk) found() {
	if w.survey != nil {
		w.survey.ends = append(w.survey.ends, w.at)
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

// start starts at fn, which other packages call in an invocation.
func (w *walk) start(fn *flow.Function) {
	w.root = fn
	w.passed = make(map[*flow.Object]bool)
	for _, n := range append([]flow.Node{fn.Recv()}, fn.Params()...) {
		for _, o := range w.p.in.Graph.At(n) {
			w.passed[o] = true
		}
	}
	w.run(fn)
}

// run reads that invocations run f.
func (w *walk) run(f *flow.Function) {
	if !w.refer(f) || w.runs[f] && (w.once || w.often[f]) {
		return
	}
	w.runs[f] = true
	outer, once := w.at, w.once
	w.at, w.once = f, w.once || w.p.lazy[f]
	w.often[f] = !w.once
	for _, m := range f.Mentions() {
		switch {
		case m.Lit != nil:
			w.run(m.Lit)
		case m.Fn != nil:
			w.mentionFunc(m)
		default:
			w.mentionVar(f, m)
		}
	}
	w.at, w.once = outer, once
}

func (w *walk) mentionFunc(m flow.Mention) {
	if f := w.p.in.Graph.Func(m.Fn); f != nil {
		w.run(f)
		return
	}
	if types.IsInterface(recvType(m.Fn)) {
		return // error.Error among them, which has no package
	}
	if usesDefaultClient(m.Fn) {
		if !w.p.local[m.Pos] {
			w.defaultClient(m.Pos)
		}
		return
	}
	if w.called[m.Fn] && w.survey == nil {
		return
	}
	w.called[m.Fn] = !w.once
	w.apply(m.Fn.Pkg(), flow.FuncKey(m.Fn))
}

// apply reads that invocations run the function of another package, or what the type or variable leads to.
func (w *walk) apply(pkg *types.Package, of string) {
	if e, f := w.p.effect(pkg, of); e != nil {
		w.add(f, e.Lives, e.Makes)
	}
}

// add adds clients of f, the fact of another package.
func (w *walk) add(f *Fact, lives, makes []int) {
	if len(lives)+len(makes) > 0 {
		w.found()
	}
	w.lives = append(w.lives, f.pick(lives)...)
	if !w.once {
		w.makes = append(w.makes, f.pick(makes)...)
	}
}

func (w *walk) mentionVar(f *flow.Function, m flow.Mention) {
	v := m.Var
	switch {
	case w.fresh[v]:
	case v.Pkg() != w.p.in.Pkg:
		if ofHTTP(v, "DefaultClient") {
			w.defaultClient(m.Pos)
		} else {
			w.apply(v.Pkg(), "var "+v.Name())
		}
	case v.Parent() == w.p.in.Pkg.Scope():
		w.keepNodes(w.p.in.Graph.Var(v))
	// A variable of the function around: kept if that ran before, made anew if invocations run it, too.
	case w.survey != nil || !w.runsAround(f.Parent()):
		w.keepNodes(w.p.in.Graph.Var(v))
	}
}

// keepNodes reads that places keep what they hold.
func (w *walk) keepNodes(places ...flow.Node) {
	for _, n := range places {
		w.places[n] = true
		w.keepAll(w.p.in.Graph.At(n))
	}
}

func (w *walk) keepAll(objects []*flow.Object) {
	for _, o := range objects {
		w.keep(o)
	}
}

// keep reads that o is kept between invocations: so is what it holds, and invocations run its methods.
func (w *walk) keep(o *flow.Object) {
	if !w.refer(o) || w.kept[o] {
		return
	}
	w.kept[o] = true
	w.order = append(w.order, o)
	outer, once := w.at, w.once
	w.at, w.once = o, false // each invocation may run the methods of what is kept
	w.lookInto(o)
	w.at, w.once = outer, once
}

func (w *walk) lookInto(o *flow.Object) {
	if w.p.clients.matters(o) {
		w.found()
	}
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
	w.keepNodes(o.Recv())
	o.Fields(func(_ *types.Var, n flow.Node) { w.keepNodes(n) })
	w.methods(o)
	if call, _ := o.FromOutside(); call != nil {
		w.keepResult(call)
	}
	if w.survey != nil {
		for _, c := range w.p.registrations[o] {
			w.register(c)
		}
		return
	}
	w.pending = append(w.pending, w.p.registrations[o]...)
}

// registrations reads what was given, before the first invocation, to the methods of things that are kept: handlers to a mux,
// options to a builder. They keep it.
func (w *walk) registrations() {
	for len(w.pending) > 0 {
		c := w.pending[0]
		w.pending = w.pending[1:]
		if !w.runsAround(c.In) {
			w.register(c)
		}
	}
}

func (w *walk) register(c *flow.Call) {
	w.keepNodes(c.Args...)
	w.keepAll(c.Returned())
}

// mayRegister tells whether method fn may keep what it is given. Of the standard library's methods, those of a few types do.
func mayRegister(fn *types.Func) bool {
	if !flow.IsStd(fn.Pkg()) {
		return true
	}
	switch fn.Pkg().Path() {
	case "container/list", "container/ring", "net/rpc", "sync", "sync/atomic":
		return true
	case "net/http":
		return strings.HasPrefix(fn.Name(), "Handle")
	}
	return false
}

func (w *walk) methods(o *flow.Object) {
	n, ok := types.Unalias(o.Type()).(*types.Named)
	if !ok || types.IsInterface(n) || o.Site() != nil {
		return
	}
	n = n.Origin()
	if n.Obj().Pkg() != w.p.in.Pkg {
		if _, outside := o.FromOutside(); !outside {
			w.apply(n.Obj().Pkg(), "type "+n.Obj().Name())
		}
		return
	}
	for m := range n.Methods() {
		if f := w.p.in.Graph.Func(m); f != nil {
			w.run(f)
		}
	}
}

// keepResult reads that what call returned is kept.
func (w *walk) keepResult(call *flow.Call) {
	fact, seen := w.p.fact(call.Fn.Pkg())
	if !seen {
		// Code that cannot be seen keeps what it is given.
		w.keepNodes(call.Recv)
		w.keepNodes(call.Args...)
		return
	}
	e := fact.effect(flow.FuncKey(call.Fn))
	if e == nil {
		return
	}
	lives := e.KeptLives
	// Whoever passes a client has no use for the one that is made where none is passed, and who changes one keeps another.
	if len(lives) > 0 && (w.p.retunes(call) || w.survey == nil && w.p.passesClient(call)) {
		lives = nil
	}
	w.add(fact, lives, e.KeptMakes)
	for _, i := range e.Holds {
		w.keepNodes(operand(call, i))
	}
}

// passesClient tells whether the call is given an HTTP client or transport, as it is or in something.
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

// defaultClient reads a use of http.DefaultClient. One a package is enough, the first.
func (w *walk) defaultClient(pos token.Pos) {
	if !pos.IsValid() || w.p.defaultTuned {
		return
	}
	w.found()
	w.local = append(w.local, found{Client: Client{Place: w.p.in.place(pos), Type: "http.DefaultClient", Rule: Default}, pos: pos, end: pos})
}

// finish returns what outlives an invocation, and of what each makes, what it drops and what the walk's root returns:
// of this package with positions, of others without.
func (w *walk) finish() (lives, makes, gives []found) {
	w.registrations()
	for _, o := range w.order {
		f, ok := w.p.clients.lives[o]
		owned := slices.ContainsFunc(w.p.clients.owners[o], func(client *flow.Object) bool { return w.kept[client] })
		if ok && !owned && !w.p.staysLocal(o) && !(f.Rule == Default && w.p.defaultTuned) && !w.closes([]*flow.Object{o}) {
			lives = append(lives, f)
		}
	}
	if len(w.local) > 0 && !w.closes(w.p.defaultClient) {
		first := slices.MinFunc(w.local, func(a, b found) int { return int(a.pos) - int(b.pos) })
		lives = append(lives, first)
	}
	for _, c := range w.lives {
		lives = append(lives, found{Client: c})
	}
	for _, m := range w.p.makings {
		if !w.often[m.in] {
			continue
		}
		dropped, returned := w.fate(m)
		if dropped {
			makes = append(makes, m.clients...)
		}
		if returned {
			gives = append(gives, m.clients...)
		}
	}
	for _, c := range w.makes {
		makes = append(makes, found{Client: c})
	}
	return lives, makes, gives
}

// closes tells whether invocations always close the idle connections of one of objects, or of its transport.
func (w *walk) closes(objects []*flow.Object) bool {
	g := w.p.in.Graph
	all := w.p.withFields(objects)
	for _, c := range g.Closings() {
		closed := func(o *flow.Object) bool { return slices.Contains(all, o) }
		if c.Always && (w.runsAround(c.In) || w.p.beforeFreeze[c.In]) && slices.ContainsFunc(g.At(c.Recv), closed) {
			return true
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
