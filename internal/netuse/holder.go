package netuse

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// holders are the values through which transports are used. A transport can be in all three sets: the maps say that there is such a
// holder, not that each is one.
type holders struct {
	// Proxies: a finding for MaxIdleConnsPerHost stands alone only if this is so.
	proxied map[*pointsto.Object]bool // held by a httputil.ReverseProxy
	timed   map[*pointsto.Object]bool // held by an http.Client with a Timeout
	untimed map[*pointsto.Object]bool // held by one without
}

// findHolders looks at the field Transport of the values that send requests:
//
//	c := &http.Client{Timeout: time.Minute, Transport: t}
//	p := &httputil.ReverseProxy{Transport: t}
//
// Objects have no order of writes. A client whose Timeout is set on one path only counts as timed, which is silent. A transport
// that is wrapped in a RoundTripper of the package has the client as a holder of the wrapper, not of itself, and is neither timed
// nor untimed, so its finding stays.
func (r *Result) findHolders() holders {
	h := holders{make(map[*pointsto.Object]bool), make(map[*pointsto.Object]bool), make(map[*pointsto.Object]bool)}
	r.graph.Objects(func(o *pointsto.Object) {
		var held map[*pointsto.Object]bool
		switch {
		case pointsto.IsType(o.Type(), "net/http/httputil", "ReverseProxy"):
			held = h.proxied
		case pointsto.IsType(o.Type(), "net/http", "Client") && o.Wrote("Timeout").NonZero():
			held = h.timed
		case pointsto.IsType(o.Type(), "net/http", "Client"):
			held = h.untimed
		default:
			return
		}
		o.Fields(func(f *types.Var, n pointsto.Node) {
			if f.Name() == "Transport" {
				for _, t := range r.graph.At(n) {
					held[t] = true
				}
			}
		})
	})
	return h
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
			for _, d := range r.graph.At(fn.Recv()) {
				if s := d.Site(); s != nil && pointsto.IsType(d.Type(), "net", "Dialer") && !s.Escapes {
					found = found || d.Wrote("Timeout") == 0 && d.Wrote("Deadline") == 0
				}
			}
		}
	})
	return found
}
