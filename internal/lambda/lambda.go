// Package lambda finds the HTTP clients that outlive an invocation of a function whose process is frozen in between.
//
// A handler is what a program hands to a known entry point, or a function that takes one of aws-lambda-go's events. From it the
// package goes by reference to all that an invocation may run and all that is kept between invocations; across packages it goes
// by facts.
package lambda

import (
	"cmp"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/flow"
)

// An Input is a package to look into, with what flow learned of it.
type Input struct {
	Pkg     *types.Package
	Fset    *token.FileSet
	Graph   *flow.Graph
	Sites   []*flow.Site // of http.Client and http.Transport
	Entries []catalog.Entry
	MaxIdle int64  // nanoseconds; an IdleConnTimeout above is reported, 0 for none
	Module  string // path of the module, empty if it is not known

	// Fact returns the fact of an imported package, and whether there is one.
	Fact func(*types.Package) (*Fact, bool)
}

// tooLong tells whether the transport's IdleConnTimeout is a constant above what the settings allow.
func (in Input) tooLong(o *flow.Object) bool {
	return in.MaxIdle > 0 && o.Largest("IdleConnTimeout") > in.MaxIdle
}

// A Finding is a client to report.
type Finding struct {
	Client
	Pos, End  token.Pos // the client's, or, if it is in another package, the entry point's
	Elsewhere bool      // it is in another package
}

// A Result is what [Look] found.
type Result struct {
	Findings []Finding
	Fact     *Fact // nil if there is nothing to say
}

// Look looks for clients that outlive an invocation.
func Look(in Input) *Result {
	p := newProgram(in)
	findings := p.report()
	if !p.matters() {
		return &Result{Findings: findings}
	}
	return &Result{Findings: findings, Fact: p.fact()}
}

// A program is a package with what walks over it need.
type program struct {
	in       Input
	clients  *clients
	callsOn  map[*flow.Object][]*flow.Call // calls of other packages' methods, by what they are called on
	reported map[string]bool               // keys of clients

	defaultClient []*flow.Object // what stands for http.DefaultClient
	defaultPos    token.Pos      // where the package first refers to it
	defaultMux    []*flow.Object // what stands for http.DefaultServeMux
	defaultTuned  bool           // the package chooses an IdleConnTimeout for http.DefaultTransport, or another one for the client

	local        map[token.Pos]bool      // calls of http.Get and its like that stay on this machine
	beforeFreeze map[*flow.Function]bool // functions that the platform runs before each freeze
}

func newProgram(in Input) *program {
	p := &program{in: in, callsOn: make(map[*flow.Object][]*flow.Call), reported: make(map[string]bool)}
	for _, c := range in.Graph.Calls() {
		for _, o := range in.Graph.At(c.Recv) {
			p.callsOn[o] = append(p.callsOn[o], c)
		}
	}
	p.globals()
	p.clients = newClients(in)
	return p
}

// globals looks at what the package does with the variables of net/http, and at calls that matter by themselves.
func (p *program) globals() {
	g := p.in.Graph
	p.defaultClient, p.defaultPos = g.Global("net/http", "DefaultClient")
	p.defaultMux, _ = g.Global("net/http", "DefaultServeMux")
	transport, _ := g.Global("net/http", "DefaultTransport")
	for _, o := range transport {
		p.defaultTuned = p.defaultTuned || o.Wrote("IdleConnTimeout").NonZero()
	}
	for _, o := range p.defaultClient {
		p.defaultTuned = p.defaultTuned || o.Wrote("Transport").NonZero()
	}
	p.local, p.beforeFreeze = make(map[token.Pos]bool), make(map[*flow.Function]bool)
	runtimeAPI := make(map[*flow.Function]bool) // functions that ask where the runtime is
	for _, c := range g.Calls() {
		if c.Text == "AWS_LAMBDA_RUNTIME_API" && c.In != nil {
			runtimeAPI[c.In] = true
		}
	}
	for _, c := range g.Calls() {
		if c.Fn.Pkg().Path() == "net/http" && (isLocal(c.Text) || runtimeAPI[c.In]) {
			p.local[c.Pos] = true
		}
		if c.Fn.Name() == "RegisterPreFreezeFunction" {
			for _, a := range c.Args {
				for _, o := range g.At(a) {
					if o.Func() != nil {
						p.beforeFreeze[o.Func()] = true
					}
				}
			}
		}
	}
}

// isLocal tells whether url leads to this machine: an extension, which is frozen along with the function.
func isLocal(url string) bool {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return false
	}
	for _, host := range []string{"localhost", "127.0.0.1", "[::1]", "sandbox.localdomain", "sandbox:"} {
		if strings.HasPrefix(rest, host) {
			return true
		}
	}
	return false
}

// staysLocal tells whether all that the client sends is seen to go to this machine.
func (p *program) staysLocal(client *flow.Object) bool {
	sends := false
	for _, c := range p.callsOn[client] {
		switch c.Fn.Name() {
		case "Get", "Head", "Post", "PostForm":
			if !p.local[c.Pos] {
				return false
			}
			sends = true
		case "Do":
			for _, req := range p.in.Graph.At(c.Args[0]) {
				made, _ := req.FromOutside()
				if made == nil || !p.local[made.Pos] {
					return false
				}
				sends = true
			}
		}
	}
	return sends
}

// muxHandlers returns what is registered on http.DefaultServeMux.
func (p *program) muxHandlers() []*flow.Object {
	var out []*flow.Object
	for _, c := range p.in.Graph.Calls() {
		if c.Fn.Pkg().Path() == "net/http" && (c.Fn.Name() == "Handle" || c.Fn.Name() == "HandleFunc") && c.Recv == 0 {
			for _, a := range c.Args {
				out = append(out, p.in.Graph.At(a)...)
			}
		}
	}
	return out
}

// matters tells whether the package has a client of interest, or may lead to one in a package that it calls.
func (p *program) matters() bool {
	if first, _ := p.entries(); first != nil || len(p.clients.lives)+len(p.clients.leaks) > 0 {
		return true
	}
	for _, f := range p.in.Graph.Functions() {
		for _, m := range f.Mentions() {
			if m.Fn != nil && m.Fn.Pkg() != nil && usesDefaultClient(m.Fn) ||
				m.Var != nil && m.Var.Pkg() != nil && m.Var.Pkg().Path() == "net/http" {
				return true
			}
		}
	}
	return slices.ContainsFunc(p.in.Pkg.Imports(), func(q *types.Package) bool {
		_, ok := p.in.Fact(q)
		return ok
	})
}

func (p *program) effect(pkg *types.Package, of string) (*Effect, *Fact) {
	if pkg == nil {
		return nil, nil
	}
	f, ok := p.in.Fact(pkg)
	if !ok {
		return nil, nil
	}
	if e, ok := f.effect(of); ok {
		return e, f
	}
	return nil, nil
}

// report walks from the handlers of the package and returns what to report.
func (p *program) report() []Finding {
	entry, handlers := p.entries()
	events := p.eventHandlers()
	if entry == nil && len(events) == 0 {
		return nil
	}
	w := p.newWalk()
	w.handler(handlers)
	for _, f := range events {
		w.setsAnew(f)
		w.keepAll(p.in.Graph.At(f.Recv()))
		w.run(f)
	}
	lives, makes := w.finish()
	slices.SortStableFunc(lives, func(a, b found) int { return comparePlaces(a.Place, b.Place) })
	all := append(lives, makes...)
	for _, f := range all {
		if f.Reported {
			p.reported[f.key()] = true
		}
	}
	var out []Finding
	byDefault := make(map[string]bool) // packages with a use of http.DefaultClient that is reported
	for _, f := range all {
		if f.Rule == Default && p.defaultTuned {
			continue
		}
		if dir := path.Dir(f.Place); f.Type == "http.DefaultClient" {
			if byDefault[dir] {
				continue
			}
			byDefault[dir] = true
		}
		finding := Finding{Client: f.Client, Pos: f.pos, End: f.end}
		if !f.pos.IsValid() {
			if entry == nil || p.reported[f.key()] || p.in.Graph.Configures(path.Dir(f.Place)) || !sameModule(f.Place, p.in.Module, p.in.Pkg.Path()) {
				continue
			}
			finding.Pos, finding.End, finding.Elsewhere = entry.Pos, entry.Pos, true
		}
		p.reported[f.key()] = true
		out = append(out, finding)
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Place, b.Place)) })
	return out
}

// entries returns the first call of an entry point, and what all of them are given.
func (p *program) entries() (first *flow.Call, handlers []*flow.Object) {
	mux := false
	for _, c := range p.in.Graph.Calls() {
		given := p.started(c)
		if given == nil {
			continue
		}
		if first == nil && c.Pos.IsValid() {
			first = c
		}
		if e := catalog.FindEntry(p.in.Entries, c.Fn.Pkg().Path(), c.Fn.Name()); e != nil && e.Mux {
			mux = true
		}
		for _, a := range given {
			handlers = append(handlers, p.in.Graph.At(a)...)
		}
	}
	if mux {
		handlers = append(handlers, p.muxHandlers()...)
	}
	return first, handlers
}

// started returns the arguments of c that are run as handlers, nil if none is.
func (p *program) started(c *flow.Call) []flow.Node {
	if c.Fn.Signature().Recv() == nil && catalog.FindEntry(p.in.Entries, c.Fn.Pkg().Path(), c.Fn.Name()) != nil {
		return c.Args
	}
	var out []flow.Node
	if e, _ := p.effect(c.Fn.Pkg(), flow.FuncKey(c.Fn)); e != nil {
		for _, i := range e.Starts {
			if i >= 0 && i < len(c.Args) {
				out = append(out, c.Args[i])
			}
		}
	}
	return out
}

// eventHandlers returns the functions that take an event.
func (p *program) eventHandlers() []*flow.Function {
	var out []*flow.Function
	for _, f := range p.in.Graph.Functions() {
		for v := range f.Signature().Params().Variables() {
			t := types.Unalias(v.Type())
			if ptr, ok := t.(*types.Pointer); ok {
				t = types.Unalias(ptr.Elem())
			}
			if n, ok := t.(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == catalog.Events {
				out = append(out, f)
				break
			}
		}
	}
	return out
}

// fact says what the exported names of the package do with clients.
func (p *program) fact() *Fact {
	f := new(Fact)
	t := &table{index: make(map[Client]int)}
	add := func(e Effect) {
		if len(e.Lives)+len(e.Makes)+len(e.KeptLives)+len(e.KeptMakes)+len(e.Holds)+len(e.Starts) > 0 {
			f.Effects = append(f.Effects, e)
		}
	}
	_, handlers := p.entries()
	byType := make(map[string]*Effect)
	for _, fn := range p.in.Graph.Functions() {
		obj := fn.Obj()
		if obj == nil || !obj.Exported() {
			continue
		}
		key := flow.FuncKey(obj)
		e := Effect{Of: key}
		run := p.newWalk()
		run.run(fn)
		e.Lives, e.Makes = p.indexes(t, run)

		kept := p.newWalk()
		for _, r := range fn.Results() {
			kept.keepAll(p.in.Graph.At(r))
		}
		e.KeptLives, e.KeptMakes = p.indexes(t, kept)
		e.Holds = params(p.in.Graph, fn, func(o *flow.Object) bool { return kept.kept[o] })
		e.Starts = params(p.in.Graph, fn, func(o *flow.Object) bool { return slices.Contains(handlers, o) })
		add(e)
		if typ, _, ok := strings.Cut(key, "."); ok {
			m := byType[typ]
			if m == nil {
				m = &Effect{Of: "type " + typ}
				byType[typ] = m
			}
			m.Lives = append(m.Lives, e.Lives...)
			m.Makes = append(m.Makes, e.Makes...)
		}
	}
	for _, e := range byType {
		slices.Sort(e.Lives)
		slices.Sort(e.Makes)
		e.Lives, e.Makes = slices.Compact(e.Lives), slices.Compact(e.Makes)
		add(*e)
	}
	scope := p.in.Pkg.Scope()
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok || !v.Exported() {
			continue
		}
		w := p.newWalk()
		w.keepAll(p.in.Graph.Var(v))
		e := Effect{Of: "var " + name}
		e.Lives, e.Makes = p.indexes(t, w)
		add(e)
	}
	if len(f.Effects) == 0 {
		return nil
	}
	slices.SortFunc(f.Effects, func(a, b Effect) int { return cmp.Compare(a.Of, b.Of) })
	f.Clients = t.clients
	return f
}

func (p *program) indexes(t *table, w *walk) (lives, makes []int) {
	l, m := w.finish()
	return t.add(p.exported(l)), t.add(p.exported(m))
}

func (p *program) exported(list []found) []Client {
	var out []Client
	for _, f := range list {
		f.Reported = f.Reported || p.reported[f.key()]
		out = append(out, f.Client)
	}
	return out
}

// params returns the parameters of fn that may be an object that is so.
func params(g *flow.Graph, fn *flow.Function, is func(*flow.Object) bool) []int {
	var out []int
	for i, n := range append([]flow.Node{fn.Recv()}, fn.Params()...) {
		if slices.ContainsFunc(g.At(n), is) {
			out = append(out, i-1)
		}
	}
	return out
}

// comparePlaces orders places by file and line.
func comparePlaces(a, b string) int {
	fileA, lineA := cutPlace(a)
	fileB, lineB := cutPlace(b)
	return cmp.Or(cmp.Compare(fileA, fileB), cmp.Compare(lineA, lineB))
}

func cutPlace(place string) (file string, line int) {
	i := strings.LastIndexByte(place, ':')
	line, _ = strconv.Atoi(place[i+1:])
	return place[:max(i, 0)], line
}
