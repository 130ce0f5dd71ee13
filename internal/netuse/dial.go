package netuse

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A dial is a call that connects, or a use of dialers that nothing is known of.
type dial struct {
	recv pointsto.Node   // the dialer, 0 for a function
	args []pointsto.Node // of which the context may have a deadline
	in   *pointsto.Function
	unix bool
	conn bool // it returns the connection
}

// findDials returns the calls that connect, and the places where dialers leave the package, so that their dials are not all known.
func (r *Result) findDials() []dial {
	var out []dial
	for _, c := range r.graph.AllCalls() {
		if c.Expr == nil || !isDial(c.Sig) {
			continue
		}
		out = append(out, dial{
			recv: c.Recv, args: c.Args, in: c.In, conn: true,
			unix: c.Fn != nil && c.Fn.Name() == "DialUnix" || r.networks.areUnix(c.Expr.Args),
		})
	}
	for n := range r.graph.Leaving {
		out = append(out, dial{recv: n})
	}
	return out
}

// isDial reports whether sig returns a connection, as the dial functions of transports and resolvers do.
func isDial(sig *types.Signature) bool {
	r := sig.Results()
	return r.Len() > 0 && isConn(r.At(0).Type())
}

func isConn(t types.Type) bool {
	for _, name := range []string{"Conn", "UnixConn", "TCPConn", "UDPConn"} {
		if pointsto.IsType(t, "net", name) {
			return true
		}
	}
	return false
}

// dialsUnix reports whether the dial functions of transport o connect to unix sockets only.
func (r *Result) dialsUnix(o *pointsto.Object) bool {
	fns, known := r.funcsIn(o, "DialContext", "Dial")
	if !known || len(fns) == 0 {
		return false
	}
	for _, f := range fns {
		some := false
		for _, d := range r.dials {
			if d.conn && d.in.Within(f) {
				if !d.unix {
					return false
				}
				some = true
			}
		}
		if !some {
			return false
		}
	}
	return true
}

// funcsIn returns the functions of the package that fields of the given names hold in o.
// known is false when there are others.
func (r *Result) funcsIn(o *pointsto.Object, names ...string) (fns []*pointsto.Function, known bool) {
	known = true
	o.Fields(func(v *types.Var, n pointsto.Node) {
		for _, name := range names {
			if v.Name() != name {
				continue
			}
			for _, p := range r.graph.At(n) {
				if p.Func() == nil {
					known = false
					continue
				}
				fns = append(fns, p.Func())
			}
		}
	})
	return fns, known
}

// resolverDials returns the functions that net.Resolver calls, with contexts that have deadlines of its own.
func (r *Result) resolverDials() map[*pointsto.Object]bool {
	out := make(map[*pointsto.Object]bool)
	r.graph.Objects(func(o *pointsto.Object) {
		if !pointsto.IsType(o.Type(), "net", "Resolver") {
			return
		}
		o.Fields(func(_ *types.Var, n pointsto.Node) { // the one that holds anything is Dial
			for _, p := range r.graph.At(n) {
				out[p] = true
			}
		})
	})
	return out
}

// dialsBounded reports whether dialer o is used, and every use is bounded by something other than its own fields.
func (r *Result) dialsBounded(o *pointsto.Object, resolver map[*pointsto.Object]bool) bool {
	used := false
	for _, v := range r.graph.MethodValues() {
		if r.graph.Holds(v.Object.Recv(), o) {
			if !resolver[v.Object] {
				return false
			}
			used = true
		}
	}
	for _, d := range r.dials {
		if d.recv == 0 || !r.graph.Holds(d.recv, o) {
			continue
		}
		if !d.unix && !r.haveDeadline(d.args) && !d.inAny(resolver) {
			return false
		}
		used = true
	}
	return used
}

// haveDeadline reports whether one of args may be a context with a deadline.
func (r *Result) haveDeadline(args []pointsto.Node) bool {
	for _, n := range args {
		for _, o := range r.graph.At(n) {
			if fn := o.MadeBy(); fn != nil && catalog.EffectOf(fn.Pkg().Path(), fn.Name()) == catalog.Fresh {
				return true
			}
		}
	}
	return false
}

func (d *dial) inAny(fns map[*pointsto.Object]bool) bool {
	for o := range fns {
		if o.Func() != nil && d.in.Within(o.Func()) {
			return true
		}
	}
	return false
}
