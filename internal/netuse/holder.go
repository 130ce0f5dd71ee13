package netuse

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// holders are the values through which transports are used.
type holders struct {
	proxied map[*pointsto.Object]bool // held by a httputil.ReverseProxy
	timed   map[*pointsto.Object]bool // held by an http.Client with a Timeout
	untimed map[*pointsto.Object]bool // held by one without
}

// findHolders looks at the field Transport of the values that send requests.
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
// Deadline.
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
