package netuse

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// holdersOf returns the values that send requests by o: the clients and reverse proxies that have it in their field Transport.
//
//	c := &http.Client{Timeout: time.Minute, Transport: t}
//	p := &httputil.ReverseProxy{Transport: t}
//
// A transport that is wrapped in a RoundTripper of the package has the client as a holder of the wrapper, not of itself. Then it is not
// known what sends by it, so its finding stays.
func (p *plain) holdersOf(o *pointsto.Object) (list []*pointsto.Object) {
	g := p.dials.graph
	for _, e := range g.Holders().At(o) {
		for _, h := range e.Noted {
			if g.Spend(1) && (isClient(h) || isProxy(h)) && hasTransport(g, h, o) {
				list = append(list, h)
			}
		}
	}
	return list
}

// hasTransport reports whether o is in the field Transport of h.
func hasTransport(g *pointsto.Graph, h, o *pointsto.Object) bool {
	found := false
	h.Fields(func(f *types.Var, n pointsto.Node) { found = found || f.Name() == "Transport" && g.Holds(n, o) })
	return found
}

func isClient(o *pointsto.Object) bool { return pointsto.IsType(o.Type(), "net/http", "Client") }
func isProxy(o *pointsto.Object) bool {
	return pointsto.IsType(o.Type(), "net/http/httputil", "ReverseProxy")
}

// timeOut reports whether one of holders is a client, and all clients among them have a Timeout. One without is enough to keep a dial
// waiting. Objects have no order of writes: a Timeout that is set on one path only counts, which is silent.
func timeOut(holders []*pointsto.Object) bool {
	without := func(h *pointsto.Object) bool { return isClient(h) && !h.Wrote("Timeout").NonZero() }
	return slices.ContainsFunc(holders, isClient) && !slices.ContainsFunc(holders, without)
}

// dialsUnlimited reports whether a dial function of transport o is a method of a net.Dialer made here that has neither Timeout nor
// Deadline:
//
//	d := &net.Dialer{KeepAlive: time.Minute}
//	t := &http.Transport{DialContext: d.DialContext, MaxIdleConns: 100, ...}
//
// The analyzer asks it of a transport with the values of http.DefaultTransport, whose dialer has a limit: such a copy is excused,
// one that dials without a limit is not. A dialer from elsewhere, or one that escapes, may be configured and does not count, which
// is silent. So is a dial function that calls the dialer inside of a literal: only method values are looked at.
func (r *Result) dialsUnlimited(o *pointsto.Object) bool {
	found := false
	o.Fields(func(f *types.Var, n pointsto.Node) {
		if f.Name() != "DialContext" && f.Name() != "Dial" {
			return
		}
		for _, fn := range r.graph.At(n) {
			r.graph.Spend(1 + len(r.graph.At(fn.Recv())))
			for _, d := range r.graph.At(fn.Recv()) {
				if s := d.Site(); s != nil && pointsto.IsType(d.Type(), "net", "Dialer") && !s.Escapes {
					found = found || d.Wrote("Timeout") == 0 && d.Wrote("Deadline") == 0
				}
			}
		}
	})
	return found
}
