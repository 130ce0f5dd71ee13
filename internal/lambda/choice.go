package lambda

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// choices tell at which calls of other packages' functions the package chooses the client, or its limits, in place of these.
type choices struct {
	g     *pointsto.Graph
	wraps []*pointsto.Call        // calls that wrap the transport of the client that they get
	known map[*pointsto.Call]bool // as far as was asked
}

func newChoices(g *pointsto.Graph, facts *facts) *choices {
	s := &choices{g: g, known: make(map[*pointsto.Call]bool)}
	for _, c := range g.Calls() {
		if e, _ := facts.funcEffect(c.Fn); e != nil && e.Wraps {
			s.wraps = append(s.wraps, c)
		}
	}
	return s
}

// made reports whether the package passes a client to call, or changes what it returned.
func (s *choices) made(call *pointsto.Call) bool {
	is, known := s.known[call]
	if !known {
		is = s.reconfigures(call) || s.passesClient(call)
		s.known[call] = is
	}
	return is
}

// passesClient reports whether the call is given an HTTP client or transport, as it is or in something. The fact of a constructor that
// falls back on a client of its own has that client, whoever calls it. It does not say that it is for nil alone:
//
//	func New(c *http.Client) *API {
//		if c == nil {
//			c = &http.Client{Transport: &http.Transport{}}
//		}
//		...
//
// So a caller that passes one is not told of the fallback. A constructor that uses both errs on the side of silence.
func (s *choices) passesClient(call *pointsto.Call) bool {
	seen := make(map[*pointsto.Object]bool)
	var leads func(objects []*pointsto.Object) bool
	leads = func(objects []*pointsto.Object) bool {
		for _, o := range objects {
			if seen[o] || !s.g.Spend(1) {
				continue
			}
			seen[o] = true
			inner, _ := o.FromOutside()
			if o.Site() != nil || (inner != nil || o.Variable() != nil) && isClientType(o.Type()) {
				return true
			}
			found := false
			o.Fields(func(_ *types.Var, n pointsto.Node) { found = found || leads(s.g.At(n)) })
			if inner != nil {
				for _, a := range inner.Args {
					found = found || leads(s.g.At(a))
				}
			}
			if found {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(call.Args, func(n pointsto.Node) bool { return leads(s.g.At(n)) })
}

// reconfigures reports whether the package changes what call returned, so that its fact no longer says how long that keeps connections.
// Any write counts, under a condition or not: somebody chose.
func (s *choices) reconfigures(call *pointsto.Call) bool {
	for o := range s.g.Reach(call.Returned()) {
		if o.Wrote("IdleConnTimeout").NonZero() || o.Wrote("DisableKeepAlives").NonZero() ||
			o.Wrote("Transport").NonZero() && !s.isWrapped(o) {

			return true
		}
	}
	return false
}

// isWrapped reports whether all that is done to the transport of client o is that a function of another package wraps it.
func (s *choices) isWrapped(o *pointsto.Object) bool {
	if slices.ContainsFunc(s.g.Writes(o, "Transport"), func(w pointsto.Write) bool { return w.Expr != nil }) {
		return false
	}
	return slices.ContainsFunc(s.wraps, func(c *pointsto.Call) bool { return s.g.Spend(1) && s.g.Holds(c.Args[0], o) })
}
