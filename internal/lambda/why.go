package lambda

import (
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// An Answer says what the rules about Lambda have to say of a value, and why.
type Answer struct {
	Says string
	Way  []Step // how invocations get at the value, if they do

	// Key identifies the value in packages whose handlers may have more to say of it; empty if the answer is all there is to say.
	Key string
	// Pool says that it is a client on http.DefaultTransport, of whose uses one in each package is reported.
	Pool bool
}

// Why says why nothing is reported of the value that s makes. It needs Input.Explain. The questions are asked in the order of the
// analysis: could the value be of interest at all; does a handler start in this package; and if so, what did the walk make of it.
//
// A package without a handler cannot answer alone, since the packages that import it may have one. Its answer has a Key, under which
// [Result.Heard] of those may say more.
func (r *Result) Why(s *pointsto.Site) Answer {
	p := r.program
	o := s.Object()
	f, judged := p.clients.outlives[o]
	if !judged {
		f, judged = p.clients.leaks[o]
	}
	if !judged {
		a := Answer{Says: p.clients.expires(s)}
		if p.walk != nil && p.walk.retained[o] {
			a.Way = guide{p.walk}.wayOf(o)
		}
		return a
	}
	if p.walk == nil && len(p.clients.owners[o]) > 0 {
		return Answer{Says: "what is said of the http.Client that uses it counts"}
	}
	if p.walk == nil {
		return Answer{Says: "no handler starts in this package", Key: f.key(), Pool: slices.Contains(p.clients.shared, o)}
	}
	a := guide{p.walk}.why(o, f)
	if a.Way == nil {
		a.Key, a.Pool = f.key(), slices.Contains(p.clients.shared, o)
	}
	return a
}

// Heard says why the package does not report a client of another package under that key, or returns nothing if its handlers do not reach
// it. It needs Input.Explain.
func (r *Result) Heard() map[string]string { return r.program.heard }

// why says why the value that o stands for, which is of interest, is not reported. Either it outlives invocations, and something makes
// up for that, or invocations make it, and leave nothing behind. These are the exceptions of rules 7 to 10, in the order in which the
// walk makes them.
func (r guide) why(o *pointsto.Object, f found) Answer {
	p := r.p
	if r.retained[o] {
		a := Answer{Way: r.wayOf(o)}
		switch {
		case r.isOwned(o):
			a.Says = "the http.Client that uses it is reported in its place"
		case p.requests.staysLocal(o):
			a.Says = "it outlives invocations, and all that it sends stays on this machine"
		case f.Rule == Default && p.defaultPool.tuned:
			a.Says = "it outlives invocations, and the package chooses an IdleConnTimeout for http.DefaultTransport"
		case r.closes(o):
			a.Says = "it outlives invocations, which always close its idle connections"
		case f.Pool:
			a.Says = "another use of http.DefaultTransport in this package is reported"
		default:
			a.Says = "it outlives invocations"
		}
		return a
	}
	in := madeIn(o)
	switch {
	case in == nil || !r.runsAround(in):
		return Answer{Says: "nothing that an invocation runs leads to it"}
	case !r.perInvocation[in]:
		return Answer{Says: "only one invocation makes it, and nothing that is seen keeps it", Way: r.wayOf(in)}
	}
	a := Answer{Way: append(r.wayOf(in), Step{Says: r.name(in) + " makes it", Pos: o.Pos()})}
	_, leaks := p.clients.leaks[o]
	switch {
	case slices.Contains(p.clients.shared, o):
		a.Says = "each invocation makes one, on http.DefaultTransport, whose pool is reported at one use in the package"
	case !leaks:
		a.Says = "each invocation makes one, and its transport is what is judged"
	case p.closings.elsewhere[o]:
		a.Says = "each invocation makes one, and its idle connections are closed"
	default:
		a.Says = "each invocation makes one, and it is kept, closed, or returned to code that does"
	}
	return a
}

// expires says why the idle connections of the value that s makes do not outlive an invocation by themselves.
func (c *clients) expires(s *pointsto.Site) string {
	o := s.Object()
	switch {
	case s.Overwritten:
		return "another value takes its place"
	case s.Type.Name() != "Client":
		return c.chosen(s)
	}
	t := c.transportsOf(o)
	switch {
	case len(t.own) > 0:
		slices.SortFunc(t.own, func(a, b *pointsto.Object) int { return int(a.Site().Pos - b.Site().Pos) })
		return "of its transport, " + c.chosen(t.own[0].Site())
	case t.chosen:
		return "its transport is a copy of http.DefaultTransport with an IdleConnTimeout of its own"
	}
	return "its Transport comes from another package, which knows its limits"
}

// chosen says why idle connections of the transport that s makes do not stay for as long as the server allows. Each case is one for
// which [clients] left the transport out before any walk.
func (c *clients) chosen(s *pointsto.Site) string {
	o := s.Object()
	switch {
	case o.Wrote("IdleConnTimeout").NonZero():
		return "IdleConnTimeout is chosen"
	case o.Wrote("DisableKeepAlives")&(pointsto.True|pointsto.Dynamic) != 0:
		return "keep-alives are off, or may be"
	case o.Wrote("MaxIdleConnsPerHost")&pointsto.Negative != 0:
		return "MaxIdleConnsPerHost is negative, so that no connection is kept"
	case s.Circumstances[catalog.ClosedAfterUse]:
		return "the idle connections are always closed"
	case s.Escapes:
		return "code that cannot be seen may choose IdleConnTimeout"
	}
	return "idle connections are not kept"
}
