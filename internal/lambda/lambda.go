// Package lambda finds the HTTP clients that outlive an invocation of a function whose process is frozen in between, and the transports
// that each invocation makes and leaves behind.
//
//	var client = &http.Client{Transport: &http.Transport{}} // lambda-idle
//
//	func handle(ctx context.Context, body string) error { // each invocation
//		c := &http.Client{Transport: &http.Transport{}} // lambda-leak
//		...
//	}
//
//	func main() { lambda.Start(handle) } // the process, once
//
// It is a client of package pointsto: it runs after that has solved its constraints, asks [pointsto.Graph] which objects a place holds,
// adds no constraint and changes no verdict. Package analyzer calls [Analyze] once per package, with the findings of netuse at hand.
//
// # Classification
//
// The analysis is a reachability over one graph. Its nodes are the functions and the objects of pointsto, its edges are [references],
// computed on demand and once. It is flow-insensitive, except that positions tell whether a function sets a variable before it looks at
// it (rules 6 and 7). It does not tell the calls of one function apart; a [birth] makes up for a part of that (rule 4). It is modular:
// what a package does to others is its [Fact], and nothing else of it is read.
//
// # Rules
//
//  1. A handler is what a program passes to a known entry point, or to a function whose fact says that it passes its parameter to one,
//     or a function that takes one of aws-lambda-go's events (entry.go).
//  2. Invocations run the handler and each function that a function they run mentions, whether it is called there, stored, deferred, or
//     passed on. So they run more than they do in fact, which errs on the side of a false finding. What runs in a goroutine, runs.
//  3. The call of an interface's method runs that method of each object that the receiver may hold ([dispatch]). Code of other packages
//     that gets an object as an interface calls the methods of that ([references.pass]). A method that nobody calls does not run,
//     whoever holds the object.
//  4. An object takes part in rules 3 and 5 once something that makes it runs ([birth]).
//  5. An object outlives an invocation if it is a handler, if it is in a variable that invocations refer to and do not declare
//     themselves, if it is in a field of an object that outlives one ([reach.retainNow]), or if invocations get it from a container for
//     dependency injection ([asksContainer]).
//  6. A variable that each invocation sets before it looks at it is not such a variable ([reach.resets]).
//  7. A function that sets a package variable at which it looks first, or that a sync.Once is given, runs in one invocation only: what
//     it makes and drops does not grow ([findLazy]).
//  8. A client whose idle connections each invocation closes does no harm, nor does one that talks to this machine only
//     ([closings], [requests]).
//  9. An allocation leaks if more than one invocation runs it, and what it makes is neither stored in what outlives the invocation
//     nor returned to code that stores it (leak.go).
//  10. Clients on http.DefaultTransport share its pool, and the pool outlives them. A package has one finding for it, at the worst use
//     ([reach.poolUses]).
//  11. A function of another package does what its fact says. Code without a fact retains what it is given if it returns something in
//     which that can be (references.go). If callers and makers of a value are in different packages, a call takes both their facts: what
//     one Calls, and another Offers ([reach.met]).
//
// # An example
//
// Take a handler whose client stands two fields deep:
//
//	type api struct{ http *http.Client }
//	type server struct{ api *api }
//
//	func (s *server) handle(ctx context.Context, body string) error { return s.api.post(body) }
//	func (a *api) post(body string) error                           { _, err := a.http.Post(...); return err }
//
//	func main() {
//		s := &server{&api{&http.Client{Transport: &http.Transport{}}}}
//		lambda.Start(s.handle)
//	}
//
// The function that lambda.Start gets is the method value s.handle (rule 1). It outlives every invocation, and so does what it is bound
// to, the server; then, field by field, the api, the client and its transport (rule 5). That is the part of the walk over objects. The
// part over functions runs handle, and post, which handle calls (rule 2). Nothing that runs closes the transport (rule 8), and its
// IdleConnTimeout is zero, so there is a finding, at the client, of rule lambda-idle. -why tells the same way, in this order.
//
// Were the server made inside of a function literal that lambda.Start gets, each invocation would make one: no object of it is
// retained, the literal's allocation is one that invocations run, nobody keeps it, and the finding is lambda-leak (rule 9).
//
// # Soundness
//
// It errs towards silence where pointsto does: a field that may have been written counts as written, and a transport that escapes to
// unknown code is not reported. Rule 2 and the lack of contexts err the other way: a client that only one caller of a shared constructor
// passes may count as retained by another. What it cannot see: handlers that reach the platform by reflection or by a function that no
// fact knows, and the methods of values whose making is not in sight.
//
// # Walks
//
// [program.report] walks forward from the handlers, everywhere. [program.summarize] walks forward once from each exported name,
// and so that this is affordable, only along what a [relevance] pass backward from the clients marks. Both use the same [reach]. All
// walks of a package draw on its budget.
//
// # Files
//
// From below: fact, and facts of other packages; index (of the graph); client, pool and default (which objects matter); once, copied, entry,
// closing, request, choice and register (what the package does, before any walk); birth; call (what kind of call it is); references, part
// and dispatch (the edges); trail (how a walk came where it is); reach (the walk); leak (rule 9); relevance; report and summary, the two
// users of the walk; way and why, which say what the walk saw; lambda.
package lambda

import (
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// An Input is a package to look into, with what pointsto and netuse learned of it. The graph must be one for which a call graph was
// asked: without it there are no owners of fields, and rule 9 could not tell a struct's field from a variable.
type Input struct {
	Pkg     *types.Package
	Fset    *token.FileSet
	Graph   *pointsto.Graph
	Net     *netuse.Result
	Sites   []*pointsto.Site // of http.Client and http.Transport
	Pools   []*pointsto.Site // of pools of database connections, those that lack a limit
	Entries []catalog.Entry

	Openings []catalog.Opening // functions that return such pools, none if nobody asks

	Events  bool   // functions that take one of aws-lambda-go's events are handlers, too
	MaxIdle int64  // nanoseconds; an IdleConnTimeout above is reported, 0 for none
	Module  string // path of the module, empty if it is not known

	// Explain says that somebody asks why: [Result.Why]. The facts then have the ways to clients, for those who ask elsewhere.
	Explain bool

	// Fact returns the fact of an imported package, and whether there is one.
	Fact func(*types.Package) (*Fact, bool)
}

// tooLong returns the transport's IdleConnTimeout if it is a constant above what the settings allow, 0 if not. A value that is not a
// constant is somebody's choice, and never too long. So is one that another value may be written over.
func (in Input) tooLong(s *pointsto.Site) int64 {
	if in.MaxIdle == 0 || s.Object().Largest("IdleConnTimeout") <= in.MaxIdle {
		return 0
	}
	all := in.Graph.Writes(s.Object(), "IdleConnTimeout")
	for _, w := range all {
		if w.Number > in.MaxIdle && !slices.ContainsFunc(all, func(v pointsto.Write) bool { return v.Number <= in.MaxIdle && !w.Follows(v) }) {
			return w.Number
		}
	}
	return 0
}

// A Finding is a client to report. One that is in another package is reported where this package starts its handler: the package
// that has the client is analyzed before its users, and does not know that it is going to be part of a function that freezes.
type Finding struct {
	Client
	Pos, End  token.Pos // the client's, or, if it is in another package, the entry point's
	Elsewhere bool      // it is in another package

	// Sites are the transports whose IdleConnTimeout would have to be chosen, as far as they are in the package.
	Sites []*pointsto.Site

	// Way leads to the client from where the handler starts, if somebody asks why.
	Way []Step
}

// A Result is what [Analyze] found. Package analyzer turns the findings into diagnostics, exports the fact, and uses the two lists of
// sites to keep other rules and fixes in accord with these: a fix chooses a shorter IdleConnTimeout for a transport that freezes.
type Result struct {
	Findings []Finding
	Fact     *Fact // nil if there is nothing to say

	// EntryPoints are the calls that start a handler, and the functions that are handlers by what they take, in the order of the source.
	EntryPoints []EntryPoint

	// Outlive are the sites that outlive an invocation, whatever their limits, and PerInvocation those that each makes anew.
	Outlive, PerInvocation []*pointsto.Site

	// Closed are the transports whose idle connections invocations always close.
	Closed []*pointsto.Site

	// ReportedElsewhere are transports like those of findings that only other packages could let outlive an invocation.
	ReportedElsewhere []*pointsto.Site

	program *program // for Why; nil unless somebody asks
}

// Analyze looks for clients that outlive an invocation.
//
// The order counts. The fact has each client's Reported, and only report knows that: were the fact first, a package that imports this
// one would report the same client a second time.
func Analyze(in Input) *Result {
	p := newProgram(in)
	findings, closed := p.report() // first: the fact says what was reported
	fact := p.summarize()
	r := &Result{
		Findings: findings, Fact: fact, EntryPoints: p.entries.points(), Closed: closed,
		ReportedElsewhere: p.clients.reportedElsewhere(fact),
	}
	if w := p.walk; w != nil {
		for _, s := range in.Sites {
			if o := s.Object(); w.retained[o] {
				r.Outlive = append(r.Outlive, s)
			} else if s.In() != nil && w.perInvocation[s.In()] {
				r.PerInvocation = append(r.PerInvocation, s)
			}
		}
	}
	if in.Explain {
		r.program = p
	}
	return r
}

// A program is a package with all that is known of it before a walk: an [index] of the graph of pointsto, and what is the same wherever a
// walk begins. Walks do not change it, except for what is filled as it is asked for, and reported, which report fills for summarize.
type program struct {
	*index
	*facts
	in       Input
	clients  *clients
	choices  *choices
	requests *requests
	registry *registry
	closings *closings
	entries  *entries

	defaultPool defaultPool
	lazy        map[*pointsto.Function]bool // functions that run in one invocation only
	copied      copies
	allocations []allocation

	refs       map[any]*references // of functions, objects and registrations, as far as they were asked for
	dispatches map[dispatchKey][]dispatch
	configured map[string]bool // packages that the package configures, as far as was asked
	reported   map[string]bool // keys of clients

	// If somebody asks why:
	walk  *reach            // from the handlers; nil if there are none
	heard map[string]string // why a client of another package is not reported, by its key
}

// step counts a step of a walk in the budget of the package, and reports whether it may be taken. A walk that is cut short errs on the
// side of silence for its findings; its fact would be wrong, as it could miss what is retained, so summarize drops that.
func (p *program) step() bool { return p.in.Graph.Spend(1) }

// newProgram gathers what is known before a walk. The order counts: findAllocations asks the others.
func newProgram(in Input) *program {
	index, facts := newIndex(in.Graph), newFacts(in)
	p := &program{
		index:       index,
		facts:       facts,
		in:          in,
		clients:     newClients(in, facts),
		choices:     newChoices(in.Graph, facts),
		requests:    newRequests(in, index),
		registry:    newRegistry(in.Graph, facts),
		closings:    newClosings(in, facts),
		defaultPool: newDefaultPool(in.Graph),
		lazy:        findLazy(in, index),
		copied:      findCopies(in.Graph),
		refs:        make(map[any]*references),
		dispatches:  make(map[dispatchKey][]dispatch),
		configured:  make(map[string]bool),
		reported:    make(map[string]bool),
		heard:       make(map[string]string),
	}
	p.entries = newEntries(in, facts, p.registry)
	p.allocations = p.findAllocations()
	return p
}
