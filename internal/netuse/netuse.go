// Package netuse says how the network values of a package are used: whether somebody closes a transport's idle connections, whether
// what it dials are unix sockets, whether something else than a dialer's own fields bounds its dials.
//
// It is a client of the points-to analysis: it asks which calls there are, what their operands hold, and which regions of functions
// they stand in, and adds nothing to what the analysis computes.
//
// # What it answers
//
// [Analyze] writes Site.Circumstances, the answers to those of catalog.Test that are about uses:
//
//   - ClosedAfterUse, ClosedInTime, ClosedOften: close.go, and the clients' timeouts from holder.go
//   - DialsUnix, DialsTunnel: unix.go
//   - DialsSometimes: unset.go
//   - ConnsExpire: deadline.go
//   - ConnsClosed: handout.go
//   - DialsBounded: dial.go for the calls, context.go, optional.go and timer.go for their contexts, default.go for dialers that others may
//     replace, parsed.go and denied.go for networks that may be unix, shown.go for dialers that others may use
//   - RequestsBounded: request.go, likewise
//   - NoLimitChosen: chosen.go
//   - DialsUnlimited, Proxies, ClientTimesOut: holder.go
//   - PlainHTTP: plain.go and route.go
//   - OnlyH2C: h2c.go
//   - ByProtocol: registered.go
//   - RequestsClose: requestclose.go
//   - NoPool: nopool.go
//   - Brief: brief.go
//   - NeverSends, NeverConnects: unsent.go
//   - Fallback: fallback.go; what is never taken, for package lambda: untaken.go
//
// What strings are, a network or the beginning of a URL, is known from the syntax alone: text.go says what a string may be, given.go
// what variables are given, condition.go what conditions say. source.go reads the files once for all of these, and syntax.go has them
// together. pool.go and shortcut.go stand apart: they look for uses of what net/http
// and others make by themselves, as http.DefaultTransport and http.DefaultClient.
//
// # On which side it errs
//
// Most circumstances excuse an unset field: the catalog has them as Moot. Such an answer is true only where every use that can be
// found agrees and no use can be hidden, so what is not known leaves the finding. Proxies and DialsUnlimited are the other way
// round, they make a finding, and are true only if a holder is seen.
//
// It is unsound where the points-to analysis is, and in two ways of its own. The order of calls does not count: to close before the
// request is to close. And where the source of a value is read as syntax (given.go, plain.go), a write through another name of the
// same value is not found. Both silence a finding; the comments at the functions say where.
package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// An Input is a package that has been analyzed: the graph is solved, and nothing here adds to it.
type Input struct {
	Pkg    *types.Package
	Module string // its path, empty if it is not known
	Info   *types.Info
	Files  []*ast.File     // those that were analyzed
	Graph  *pointsto.Graph // nil if the package has nothing to do with network values

	// Requests: somebody asks which requests have a deadline. [Relevant] must have been told so.
	Requests bool

	// Imported returns the fact of an imported package, nil if there is none.
	Imported func(*types.Package) *Fact
}

// maxWork bounds the work for a package without a graph: what is not known by then is not.
const maxWork = 1_000_000

// A Result is what [Analyze] found. The packages leak and lambda ask it about closings and strings after the sites have their
// circumstances.
type Result struct {
	graph  *pointsto.Graph
	syntax *syntax
	fact   *Fact

	closings   []Closing
	closersIn  map[*pointsto.Function]*pointsto.Index[Closing] // by declared function
	closedSome *pointsto.Index[bool]                           // what closings are of
	held       map[*pointsto.Object]bool                       // by variables of the package, or values from outside
	returned   map[*pointsto.Object]bool                       // once somebody asks for published
	reached    map[pointsto.Node]map[*pointsto.Object]bool     // by content, what that leads to
	often      map[token.Pos]bool                              // calls that loops make again and again, once somebody asks
	newConn    bool                                            // somebody calls NewClientConn
	brief      bool                                            // the program comes to its end by itself

	requests *requests                 // nil if nobody asks
	visible  map[*pointsto.Object]bool // once somebody asks: see Visible

	// For [Result.Grounds], and requests; nil without a graph.
	dials     *dials
	sockets   *sockets
	plain     *plain
	fallbacks *fallbacks

	untaken *untaken // once somebody asks
}

// Fact returns what importers of the package have to know, nil if that is nothing.
func (r *Result) Fact() *Fact { return r.fact }

// Analyze looks at how the values of sites are used, and notes their circumstances. The analyzer calls it once for each package,
// after solving and before lambda, leak and the verdicts, which read them.
//
// A package without a graph has no sites, but it may declare what others dial with, and has a fact:
//
//	func Dial(path string) (net.Conn, error) { return net.Dial("unix", path) }
func Analyze(in Input, sites []*pointsto.Site) *Result {
	if in.Graph == nil {
		return withoutGraph(in)
	}
	r := newResult(in)
	for _, s := range sites {
		if !in.Graph.Spend(1 + len(r.fallbacks.parts)/64) {
			break // nothing of it counts
		}
		if isDialer(s.Object().Type()) {
			s.Circumstances = r.ofDialer(s)
		} else {
			s.Circumstances = r.ofTransport(s)
		}
	}
	return r
}

func withoutGraph(in Input) *Result {
	work := 0
	s := newSyntax(in, func(n int) bool { work += n; return work < maxWork })
	return &Result{syntax: s, fact: newSockets(in, nil, s).fact()}
}

// newResult finds what the package does with network values, whatever the site.
func newResult(in Input) *Result {
	r := &Result{
		graph:      in.Graph,
		syntax:     newSyntax(in, in.Graph.Spend),
		closersIn:  make(map[*pointsto.Function]*pointsto.Index[Closing]),
		closedSome: pointsto.NewIndex[bool](in.Graph),
		held:       in.Graph.Held(),
		reached:    make(map[pointsto.Node]map[*pointsto.Object]bool),
		newConn:    makesConns(in.Graph),
	}
	r.findClosings(in.Files)
	r.dials = newDials(in, r.syntax)
	if in.Requests {
		r.requests = &requests{r}
	}
	r.sockets = newSockets(in, r.dials, r.syntax)
	r.fact = r.sockets.fact()
	r.plain = newPlain(r.sockets)
	r.fallbacks = findFallbacks(in.Info, in.Files)
	r.brief = isBrief(in)
	return r
}

func (r *Result) ofDialer(s *pointsto.Site) map[catalog.Test]bool {
	return map[catalog.Test]bool{
		catalog.DialsBounded:  r.dials.bounded(s.Object()),
		catalog.NoLimitChosen: s.Object().Wrote("Timeout") == 0 && r.syntax.choices.unlimited(s.Pos).IsValid(),
		catalog.Fallback:      r.fallbacks.has(s.Pos),
	}
}

// ofTransport returns the circumstances of a transport, a client, or whatever else is no dialer.
func (r *Result) ofTransport(s *pointsto.Site) map[catalog.Test]bool {
	o := s.Object()
	holders, closed := r.plain.holdersOf(o), r.closed(s)
	timed, dials, left := timeOut(holders), r.sockets.dialsOf(o), r.plain.left[o]
	all := map[catalog.Test]bool{
		catalog.ClosedAfterUse: closed,
		catalog.ClosedInTime:   closed && timed,
		catalog.ClosedOften:    r.closedOften(o),
		catalog.DialsUnix:      dials == unixOnly,
		catalog.DialsTunnel:    dials == tunnel,
		catalog.DialsSometimes: r.sockets.mayBeNil(o, "DialContext") || r.sockets.mayBeNil(o, "Dial"),
		catalog.DialsUnlimited: r.dialsUnlimited(o),
		catalog.Fallback:       r.fallbacks.has(s.Pos),
		catalog.Proxies:        slices.ContainsFunc(holders, isProxy),
		catalog.ClientTimesOut: timed,
		catalog.PlainHTTP:      s.Writes["TLSHandshakeTimeout"] == 0 && (r.plain.only(s) || r.plain.isMadeFor(s)),
		catalog.OnlyH2C:        r.plain.onlyH2C(s),
		catalog.ByProtocol:     r.plain.onlyRegistered(o),
		catalog.RequestsClose:  r.plain.closesEach(o),
		catalog.ConnsExpire:    r.sockets.expires(o),
		catalog.ConnsClosed:    r.sockets.closesConns(s),
		catalog.NoPool:         !r.dials.public[o] && !left && r.hasNoPool(o),
		catalog.NeverSends:     !left && r.neverSends(s),
		catalog.NeverConnects:  r.sockets.neverConnect(o),
		catalog.Brief:          r.brief && !left,
	}
	if r.requests != nil && pointsto.IsType(o.Type(), "net/http", "Client") {
		all[catalog.RequestsBounded] = r.requests.bounded(o)
	}
	return all
}

// Text returns the string constant that an argument of c is or begins with, a URL if there is one. It is "" if there is none, or if
// an argument may be one of several. The package lambda tells requests to the Lambda runtime and to local hosts by it:
//
//	http.Get("http://" + os.Getenv("AWS_LAMBDA_RUNTIME_API") + path)
func (r *Result) Text(c *pointsto.Call) string {
	if c.Expr == nil {
		return ""
	}
	return r.syntax.texts.url(c.Expr.Args)
}

// SendsTo reports whether what c sends, which is its first argument, surely goes to a URL that is ok. The beginning of one may be all
// that is known of it.
func (r *Result) SendsTo(c *pointsto.Call, ok func(url string) bool) bool {
	return c.Expr != nil && len(c.Expr.Args) > 0 && r.syntax.texts.all(c.Expr.Args[0], ok)
}

// Strings returns the arguments of c that are string constants, as written in the call: variables are not looked up. The package
// lambda finds the method of a request in them.
func (r *Result) Strings(c *pointsto.Call) []string {
	var out []string
	if c.Expr == nil {
		return nil
	}
	for _, a := range c.Expr.Args {
		if text, ok := constantString(r.syntax.info, a); ok {
			out = append(out, text)
		}
	}
	return out
}

// IsSharedTransport reports whether o is http.DefaultTransport itself, so that what is written to it is there for the whole
// program.
func IsSharedTransport(o *pointsto.Object) bool {
	_, copied := o.HeldBy()
	return IsDefaultTransport(o) && !copied
}

// IsDefaultTransport reports whether o is http.DefaultTransport or a copy of it:
//
//	t := http.DefaultTransport.(*http.Transport).Clone()
//
// A variable of another package with the same name is not it.
func IsDefaultTransport(o *pointsto.Object) bool {
	v, _ := o.HeldBy()
	return v != nil && v.Name() == "DefaultTransport" && v.Pkg().Path() == "net/http"
}

// Relevant returns a function that tells which types the analysis of pkg has to follow for what is asked here: functions that dial,
// and contexts, where some dialer's deadline depends on them. The points-to analysis asks it before it generates constraints.
//
// Neither type leads to a tracked one, so without this their nodes would be empty: each context would count as one without a
// deadline, and each dial function as unknown. Contexts are followed only in packages that import net, or are net: they are
// everywhere, and nobody else has a dialer to bound. If requests is set, they are followed in those that import net/http, too.
func Relevant(pkg *types.Package, requests bool) func(types.Type) (relevant, decided bool) {
	imports := func(path string) bool {
		return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool { return p.Path() == path })
	}
	requests = requests && imports("net/http")
	contexts := requests || pkg.Path() == "net" || imports("net")
	return func(t types.Type) (relevant, decided bool) {
		switch {
		case pointsto.IsType(t, "context", "Context"):
			return contexts, true
		case requests && pointsto.IsType(t, "net/http", "Request"):
			return true, true
		}
		sig, ok := t.Underlying().(*types.Signature)
		return true, ok && isDial(sig)
	}
}
