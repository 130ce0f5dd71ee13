package netuse

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A Closing is a call of CloseIdleConnections, or a value of the method: whoever gets that is going to call it.
type Closing struct {
	Recv   pointsto.Node
	In     *pointsto.Function
	Region *pointsto.Region
}

// Always reports whether whoever runs the function closes.
func (c Closing) Always() bool { return c.Region == nil }

// Closings returns the calls of CloseIdleConnections. Whoever calls a function that always closes something closes it as well.
func (r *Result) Closings() []Closing { return r.closings }

func closings(g *pointsto.Graph) []Closing {
	const name = "CloseIdleConnections"
	var out []Closing
	for _, c := range g.AllCalls() {
		if c.Fn != nil && c.Fn.Name() == name {
			out = append(out, Closing{c.Recv, c.In, c.Region})
		}
	}
	for _, v := range g.MethodValues() {
		if v.Fn.Name() == name {
			out = append(out, Closing{v.Object.Recv(), v.In, v.Region})
		}
	}
	known := make(map[Closing]bool)
	for i := 0; i < len(out); i++ {
		c := out[i]
		if c.In == nil || !c.Always() {
			continue
		}
		for _, call := range c.In.Calls() {
			up := Closing{c.In.PassedBy(call, c.Recv), call.In, call.Region}
			if !known[up] {
				known[up] = true
				out = append(out, up)
			}
		}
	}
	return out
}

// ClosesBehind reports whether the function that makes call always closes the idle connections of o afterwards.
func (r *Result) ClosesBehind(call pointsto.LocalCall, o *pointsto.Object) bool {
	return r.closedIn(o, call.In, call.Region)
}

// closedIn reports whether whoever has o at that point of f always closes its idle connections in f, or those of a client that uses it.
func (r *Result) closedIn(o *pointsto.Object, f *pointsto.Function, at *pointsto.Region) bool {
	for _, c := range r.closings {
		if !c.In.Within(f) || !at.Within(c.Region) {
			continue
		}
		for _, p := range r.graph.At(c.Recv) {
			if p == o || r.holds(p, o) {
				return true
			}
		}
	}
	return false
}

// holds reports whether a field of p holds o.
func (r *Result) holds(p, o *pointsto.Object) bool {
	found := false
	p.Fields(func(_ *types.Var, n pointsto.Node) { found = found || r.graph.Holds(n, o) })
	return found
}
