package netuse

import (
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A Ground is a place that a circumstance of a value rests on.
type Ground struct {
	Pos  token.Pos
	Says string // what is there
}

// Grounds returns what the circumstance t of s rests on, in the order of the source, for those who tell people why. It is empty for
// what no place in particular shows, such as that a program is brief.
func (r *Result) Grounds(s *pointsto.Site, t catalog.Test) []Ground {
	if r.dials == nil {
		return nil
	}
	o := s.Object()
	var out []Ground
	switch t {
	case catalog.ClosedAfterUse, catalog.ClosedOften:
		out = r.closingsOf(o)
	case catalog.ClosedInTime:
		out = append(r.closingsOf(o), r.holdersOf(o, "Client", "an http.Client with a Timeout has it")...)
	case catalog.ClientTimesOut:
		out = r.holdersOf(o, "Client", "an http.Client with a Timeout has it")
	case catalog.Proxies:
		out = r.holdersOf(o, "ReverseProxy", "an httputil.ReverseProxy has it")
	case catalog.DialsUnix, catalog.DialsTunnel, catalog.NeverConnects:
		out = r.dialersOf(o)
	case catalog.DialsBounded:
		out = r.dials.grounds(o)
	case catalog.NoLimitChosen:
		out = []Ground{{r.syntax.choices.unlimited(s.Pos), "otherwise the dialer has a Timeout"}}
	case catalog.ByProtocol:
		for _, c := range r.plain.registrations(o) {
			out = append(out, Ground{c.Pos, "RegisterProtocol is called"})
		}
	case catalog.PlainHTTP:
		out = r.plain.grounds(o)
	case catalog.NoPool:
		for _, c := range r.graph.AllCalls() {
			if c.Fn != nil && c.Fn.Name() == "NewClientConn" && r.graph.Holds(c.Recv, o) {
				out = append(out, Ground{c.Pos, "NewClientConn is called"})
			}
		}
	case catalog.Fallback:
		for _, p := range r.fallbacks.parts {
			if p.from <= s.Pos && s.Pos < p.to {
				out = append(out, Ground{p.from, "this is only run otherwise"})
			}
		}
	}
	slices.SortFunc(out, func(a, b Ground) int { return int(a.Pos - b.Pos) })
	return slices.Compact(out)
}

func (r *Result) closingsOf(o *pointsto.Object) []Ground {
	var out []Ground
	for _, c := range r.closings {
		if r.closes(c, o) {
			out = append(out, Ground{c.Pos, "CloseIdleConnections is called"})
		}
	}
	return out
}

// holdersOf returns the values of the type with that name that have o as their Transport.
func (r *Result) holdersOf(o *pointsto.Object, typ, says string) []Ground {
	var out []Ground
	for _, h := range r.plain.holdersOf(o) {
		if n, ok := types.Unalias(h.Type()).(*types.Named); ok && n.Obj().Name() == typ {
			pos := h.Pos()
			if s := h.Site(); s != nil {
				pos = s.Pos
			}
			if pos.IsValid() { // one from outside says little
				out = append(out, Ground{pos, says})
			}
		}
	}
	return out
}

func (r *Result) dialersOf(o *pointsto.Object) []Ground {
	var out []Ground
	fns, others, _ := funcsIn(r.graph, o, "DialContext", "Dial")
	for _, f := range fns {
		pos, _ := f.Span()
		out = append(out, Ground{pos, "this function dials"})
	}
	for _, fn := range others {
		out = append(out, Ground{token.NoPos, pointsto.FuncKey(fn) + " dials"})
	}
	return out
}

// grounds returns the calls by which dialer o dials, and what bounds each.
func (d *dials) grounds(o *pointsto.Object) []Ground {
	says := map[bound]string{
		bounded:  "the context of this dial has a deadline",
		callers:  "who calls the package chooses the context of this dial, and may choose another dialer",
		unseen:   "other modules' code chooses the context of this dial",
		waitless: "this dial is over a network that does not wait",
		resolved: "net.Resolver limits this dial",
		parsed:   "the network of this dial may be unix, as whoever makes the address says",
		uncalled: "nobody calls the function with this dial",
	}
	var out []Ground
	add := func(c *pointsto.Call, fn *types.Func) { out = append(out, Ground{c.Pos, says[d.ofCall(c, fn, o)]}) }
	for _, c := range d.ofConns {
		if c.Recv != 0 && d.graph.Holds(c.Recv, o) {
			add(c, c.Fn)
		}
	}
	for _, v := range d.graph.MethodValues() {
		if !d.graph.Holds(v.Object.Recv(), o) || !isDial(v.Fn.Signature()) {
			continue
		}
		u := d.usesOfValue(v.Object)
		switch {
		case u.resolver:
			out = append(out, Ground{v.Object.Pos(), "net.Resolver calls this function, with a deadline"})
		case u.uncalled:
			out = append(out, Ground{v.Object.Pos(), "nobody calls this function: the transport has another that comes first"})
		case u.unseen:
			out = append(out, Ground{v.Object.Pos(), "code of another module calls this function, with a context that cannot be seen"})
		}
		for _, c := range u.calls {
			add(c, v.Fn)
		}
	}
	for n, handovers := range d.leaving {
		if d.graph.Holds(n, o) && len(handovers) > 0 {
			out = append(out, Ground{token.NoPos, "package " + handovers[0].Pkg.Path() + " gets it, and passes contexts that cannot be seen, or with a deadline"})
		}
	}
	return out
}

// grounds returns the requests that transport o gets.
func (p *plain) grounds(o *pointsto.Object) []Ground {
	senders := []*pointsto.Object{o}
	var out []Ground
	for _, h := range p.holdersOf(o) {
		if isClient(h) {
			senders = append(senders, h)
		} else {
			out = append(out, Ground{h.Pos(), "this proxy sends to http:// alone"})
		}
	}
	for _, c := range p.dials.graph.AllCalls() {
		if c.Expr != nil && c.Fn != nil && sends(c.Fn) && slices.ContainsFunc(senders, func(s *pointsto.Object) bool { return p.dials.graph.Holds(c.Recv, s) }) {
			out = append(out, Ground{c.Pos, "the URL of this request begins with http://"})
		}
	}
	return out
}
