// Package lambda finds the HTTP clients that outlive an invocation of a function whose process is frozen in between.
//
// A handler is what a program hands to a known entry point, or a function that takes one of aws-lambda-go's events. From it the
// package goes by reference to all that an invocation may run and all that is kept between invocations; across packages it goes
// by facts.
package lambda

import (
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// An Input is a package to look into, with what flow learned of it.
type Input struct {
	Pkg     *types.Package
	Fset    *token.FileSet
	Graph   *pointsto.Graph
	Net     *netuse.Result
	Sites   []*pointsto.Site // of http.Client and http.Transport
	Entries []catalog.Entry
	Events  bool   // functions that take one of aws-lambda-go's events are handlers, too
	MaxIdle int64  // nanoseconds; an IdleConnTimeout above is reported, 0 for none
	Module  string // path of the module, empty if it is not known

	// Fact returns the fact of an imported package, and whether there is one.
	Fact func(*types.Package) (*Fact, bool)
}

// tooLong reports whether the transport's IdleConnTimeout is a constant above what the settings allow.
func (in Input) tooLong(o *pointsto.Object) bool {
	return in.MaxIdle > 0 && o.Largest("IdleConnTimeout") > in.MaxIdle
}

// A Finding is a client to report.
type Finding struct {
	Client
	Pos, End  token.Pos // the client's, or, if it is in another package, the entry point's
	Elsewhere bool      // it is in another package

	// Sites are the transports whose IdleConnTimeout would have to be chosen, as far as they are in the package.
	Sites []*pointsto.Site
}

// A Result is what [Analyze] found.
type Result struct {
	Findings []Finding
	Fact     *Fact // nil if there is nothing to say

	// EntryPoints are the calls that start a handler, and the functions that are handlers by what they take, in the order of the source.
	EntryPoints []EntryPoint

	// Closed are the transports whose idle connections invocations always close.
	Closed []*pointsto.Site

	// ReportedElsewhere are transports like those of findings that only other packages could let outlive an invocation.
	ReportedElsewhere []*pointsto.Site
}

// Analyze looks for clients that outlive an invocation.
func Analyze(in Input) *Result {
	p := newProgram(in)
	findings, closed := p.report() // first: the fact says what was reported
	fact := p.summarize()
	return &Result{
		Findings: findings, Fact: fact, EntryPoints: p.entryPoints(), Closed: closed,
		ReportedElsewhere: p.clients.reportedElsewhere(fact),
	}
}

// A program is a package with all that is known of it before a walk.
type program struct {
	in            Input
	clients       *clients
	closed        map[*pointsto.Object]bool               // what other packages close
	closings      []closing                               // what functions of the package always close
	callsBy       map[*pointsto.Function][]*pointsto.Call // all of them, by the function that calls
	boundBy       map[*pointsto.Function][]pointsto.MethodValue
	argOf         map[pointsto.Node][]*pointsto.Call    // calls of other packages' functions, by what they are given
	callsOn       map[*pointsto.Object][]*pointsto.Call // calls of other packages' methods, by what they are called on
	registrations map[*pointsto.Object][]*pointsto.Call // of them, those that may leave something there
	reported      map[string]bool                       // keys of clients
	refs          map[any]*references                   // of functions and objects, as far as they were asked for

	defaultClient []*pointsto.Object // what stands for http.DefaultClient and for http.DefaultTransport
	defaultPos    token.Pos          // where the package first refers to it
	defaultMux    []*pointsto.Object // what stands for http.DefaultServeMux
	defaultTuned  bool               // the package chooses an IdleConnTimeout for http.DefaultTransport, or another one for the client

	lazy         map[*pointsto.Function]bool // functions that run once, or set a package variable which they look at first
	local        map[token.Pos]bool          // calls of http.Get and its like that stay on this machine
	beforeFreeze map[*pointsto.Function]bool // functions that the platform runs before each freeze

	allocations []allocation
	resultOf    map[pointsto.Node]*pointsto.Function
	callsIn     map[*pointsto.Function][][]pointsto.Node // what the calls of the package's own functions return
	copied      map[*types.Var]map[*pointsto.Object]bool // what methods put into fields of copies that they get as receivers

	facts map[*types.Package]*Fact // nil for packages without

	steps int // of walks so far
}

// maxSteps bounds the walks of one package. Past it they go no further, and the package has no fact. The most that was seen in some
// two hundred repositories is below 100 thousand.
const maxSteps = 3_000_000

// step counts a step of a walk, and reports whether it may be taken.
func (p *program) step() bool {
	p.steps++
	return p.steps <= maxSteps
}

func newProgram(in Input) *program {
	p := &program{
		in:            in,
		callsBy:       make(map[*pointsto.Function][]*pointsto.Call),
		boundBy:       make(map[*pointsto.Function][]pointsto.MethodValue),
		argOf:         make(map[pointsto.Node][]*pointsto.Call),
		callsOn:       make(map[*pointsto.Object][]*pointsto.Call),
		registrations: make(map[*pointsto.Object][]*pointsto.Call),
		reported:      make(map[string]bool),
		refs:          make(map[any]*references),
		resultOf:      make(map[pointsto.Node]*pointsto.Function),
		callsIn:       make(map[*pointsto.Function][][]pointsto.Node),
		facts:         make(map[*types.Package]*Fact),

		beforeFreeze: make(map[*pointsto.Function]bool),
		lazy:         make(map[*pointsto.Function]bool),
	}
	for _, f := range in.Graph.Functions() {
		for _, n := range f.Results() {
			p.resultOf[n] = f
		}
		for _, c := range f.Calls() {
			p.callsIn[c.In] = append(p.callsIn[c.In], c.Results)
		}
	}
	for _, c := range in.Graph.Calls() {
		for _, n := range c.Args {
			if n != 0 {
				p.argOf[n] = append(p.argOf[n], c)
			}
		}
		for _, o := range in.Graph.At(c.Recv) {
			p.callsOn[o] = append(p.callsOn[o], c)
			if mayRegister(c.Fn) {
				p.registrations[o] = append(p.registrations[o], c)
			}
		}
	}
	for _, c := range in.Graph.AllCalls() {
		p.callsBy[c.In] = append(p.callsBy[c.In], c)
	}
	for _, v := range in.Graph.MethodValues() {
		if types.IsInterface(recvType(v.Fn)) {
			p.boundBy[v.In] = append(p.boundBy[v.In], v)
		}
	}
	for _, s := range in.Graph.VarStores() {
		looked := func(m pointsto.Reference) bool { return m.Var == s.Var && m.Pos < s.Pos }
		if s.Var.Parent() == in.Pkg.Scope() && slices.ContainsFunc(s.In.References(), looked) {
			p.lazy[s.In] = true
		}
	}
	p.globals()
	p.clients = newClients(in)
	p.closed = p.closedElsewhere()
	p.closings = p.findClosings()
	p.copied = p.findCopied()
	p.allocations = p.findAllocations()
	return p
}

// globals looks at what the package does with the variables of net/http, and at calls that matter by themselves.
func (p *program) globals() {
	g := p.in.Graph
	p.defaultClient, p.defaultPos = g.Global("net/http", "DefaultClient")
	p.defaultMux, _ = g.Global("net/http", "DefaultServeMux")
	transport, _ := g.Global("net/http", "DefaultTransport")
	p.defaultTuned = slices.ContainsFunc(transport, func(o *pointsto.Object) bool { return o.Wrote("IdleConnTimeout").NonZero() }) ||
		slices.ContainsFunc(p.defaultClient, func(o *pointsto.Object) bool { return o.Wrote("Transport").NonZero() })
	p.defaultClient = append(slices.Clone(p.defaultClient), transport...)
	p.local = make(map[token.Pos]bool)
	runtimeAPI := make(map[*pointsto.Function]bool) // functions that ask where the runtime is
	for _, c := range g.Calls() {
		if p.in.Net.Text(c) == "AWS_LAMBDA_RUNTIME_API" {
			runtimeAPI[c.In] = true
		}
	}
	for _, c := range g.Calls() {
		if c.Fn.Pkg().Path() == "net/http" && (catalog.IsLocal(p.in.Net.Text(c)) || runtimeAPI[c.In]) {
			p.local[c.Pos] = true
		}
		if c.Fn.Name() == "RegisterPreFreezeFunction" {
			p.given(c, p.beforeFreeze)
		}
		if catalog.EffectOf(c.Fn.Pkg().Path(), pointsto.FuncKey(c.Fn)) == catalog.Once {
			p.given(c, p.lazy)
		}
	}
}

// given adds the functions that c is given to fns.
func (p *program) given(c *pointsto.Call, fns map[*pointsto.Function]bool) {
	for _, a := range c.Args {
		for _, o := range p.in.Graph.At(a) {
			fns[o.Func()] = true
		}
	}
}

// fact returns the fact of another package, and whether there is one.
func (p *program) fact(pkg *types.Package) (*Fact, bool) {
	f, known := p.facts[pkg]
	if !known {
		if g, ok := p.in.Fact(pkg); ok {
			f = g
		}
		p.facts[pkg] = f
	}
	return f, f != nil
}

// effect returns what the fact of another package says of the name, nil if nothing.
func (p *program) effect(pkg *types.Package, of string) (*Effect, *Fact) {
	f, ok := p.fact(pkg)
	if !ok {
		return nil, nil
	}
	return f.effect(of), f
}
