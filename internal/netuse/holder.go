package netuse

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/flow"
)

// holders are the values through which transports are used.
type holders struct {
	proxied map[*flow.Object]bool // held by a httputil.ReverseProxy
	timed   map[*flow.Object]bool // held by an http.Client with a Timeout
	untimed map[*flow.Object]bool // held by one without
}

// findHolders looks at the field Transport of the values that send requests.
func (r *Result) findHolders() holders {
	h := holders{make(map[*flow.Object]bool), make(map[*flow.Object]bool), make(map[*flow.Object]bool)}
	r.graph.Objects(func(o *flow.Object) {
		var held map[*flow.Object]bool
		switch {
		case flow.IsType(o.Type(), "net/http/httputil", "ReverseProxy"):
			held = h.proxied
		case flow.IsType(o.Type(), "net/http", "Client") && o.Wrote("Timeout").NonZero():
			held = h.timed
		case flow.IsType(o.Type(), "net/http", "Client"):
			held = h.untimed
		default:
			return
		}
		o.Fields(func(f *types.Var, n flow.Node) {
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
// Deadline.
func (r *Result) dialsUnlimited(o *flow.Object) bool {
	found := false
	o.Fields(func(f *types.Var, n flow.Node) {
		if f.Name() != "DialContext" && f.Name() != "Dial" {
			return
		}
		for _, fn := range r.graph.At(n) {
			for _, d := range r.graph.At(fn.Recv()) {
				if s := d.Site(); s != nil && flow.IsType(d.Type(), "net", "Dialer") && !s.Unseen {
					found = found || d.Wrote("Timeout") == 0 && d.Wrote("Deadline") == 0
				}
			}
		}
	})
	return found
}
