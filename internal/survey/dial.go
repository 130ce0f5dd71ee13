package survey

import (
	"go/types"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A dialing finds out how functions dial.
type dialing struct {
	*walk
	bounds  [][]inventory.Bound // of each way to dial; an empty one has no limit
	visited map[*pointsto.Function]bool
}

// dials returns the bounds of each way in which v dials by the functions in its fields, and the dialers that these use.
func (j *join) dials(v *value, fields []string) ([][]inventory.Bound, []*value) {
	d := &dialing{walk: j.walk(isDialer), visited: make(map[*pointsto.Function]bool)}
	d.function, d.external = d.dialFunc, d.dialExternal
	for _, name := range fields {
		d.fieldOf(v, name)
	}
	var dialers []*value
	for _, t := range d.known() {
		switch {
		case t.v != nil:
			dialers = append(dialers, t.v)
			d.bounds = append(d.bounds, j.dialerBounds(t.v))
		case t.reason != "":
			d.bounds = append(d.bounds, []inventory.Bound{{Limit: j.words(fields[0], result{unknown: &t})}})
		}
	}
	if len(d.bounds) == 0 {
		t := target{p: v.p, pos: v.pos, reason: "what it dials with is not known"}
		d.bounds = append(d.bounds, []inventory.Bound{{Limit: j.words(fields[0], result{unknown: &t})}})
	}
	return d.bounds, dialers
}

// dialerBounds returns what limits a dial of v: its Timeout and its Deadline, or those of the dialer that a tls.Dialer has.
func (j *join) dialerBounds(v *value) []inventory.Bound {
	var out []inventory.Bound
	for i := range v.typ.Fields {
		f := &v.typ.Fields[i]
		if f.Limits != catalog.LimitsConnect && f.Name != "Deadline" || !j.lists(v, f) {
			continue
		}
		if f.Name == "NetDialer" {
			ways, _ := j.dials(v, []string{f.Name})
			if v.wrote(f.Name) {
				out = append(out, asWay(either(ways))...)
			}
			continue
		}
		if l := j.limit(v, f); l.State != inventory.None {
			if l.State == inventory.Moot && strings.HasSuffix(l.Reason, "is set") {
				continue // by the other field
			}
			out = append(out, inventory.Bound{Entry: entryOf(v), Limit: l})
		}
	}
	return out
}

// dialFunc adds the ways in which fn of p dials.
func (d *dialing) dialFunc(p *Package, fn *pointsto.Function) {
	if d.visited[fn] {
		return
	}
	d.visited[fn] = true
	ways, dialers := len(d.bounds), len(d.out)
	for _, c := range p.calls.in(fn) {
		switch {
		case c.Fn == nil:
			if returnsConn(c.Sig) {
				d.targets(p, c.Fun)
			}
		case p.Graph.Func(c.Fn) != nil:
			if returnsConn(c.Sig) {
				d.dialFunc(p, p.Graph.Func(c.Fn))
			}
		default:
			d.call(p, c.Fn, c.Recv, c)
		}
	}
	if ways == len(d.bounds) && dialers == len(d.out) {
		pos, _ := fn.Span()
		d.unknown(p, pos, "how this function dials is not known")
	}
}

// dialExternal adds how the function of another package dials that o is.
func (d *dialing) dialExternal(p *Package, o *pointsto.Object) {
	d.call(p, o.Ext(), o.Recv(), &pointsto.Call{Pos: o.Pos()})
}

// call adds how fn dials, a function or method of another package.
func (d *dialing) call(p *Package, fn *types.Func, recv pointsto.Node, c *pointsto.Call) {
	if fn.Pkg() == nil {
		return
	}
	sig := fn.Signature()
	switch path := fn.Pkg().Path(); {
	case sig.Recv() != nil && (pointsto.IsType(sig.Recv().Type(), "net", "Dialer") || pointsto.IsType(sig.Recv().Type(), "crypto/tls", "Dialer")):
		if v := p.copyOf(c); v != nil {
			d.add(target{v: v})
			return
		}
		d.targets(p, recv)
	case path == "crypto/tls" && fn.Name() == "DialWithDialer" && len(c.Args) > 0:
		d.targets(p, c.Args[0])
	case path == "net" && fn.Name() == "DialTimeout" && c.Expr != nil && len(c.Expr.Args) == 3:
		d.bounds = append(d.bounds, []inventory.Bound{{Limit: d.words("net.DialTimeout", result{alternatives: p.alternatives(c.Expr.Args[2], c.Expr.Args[2].Pos())})}})
	case (path == "net" || path == "crypto/tls") && strings.HasPrefix(fn.Name(), "Dial"):
		d.bounds = append(d.bounds, nil)
	case returnsConn(sig):
		d.unknown(p, c.Pos, "it dials by "+shortName(fn))
	}
}

// returnsConn reports whether a function of that type may dial: it returns a net.Conn, and takes something other than one.
func returnsConn(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if isConn(v.Type()) {
			return false
		}
	}
	for v := range sig.Results().Variables() {
		if isConn(v.Type()) {
			return true
		}
	}
	return false
}

func isConn(t types.Type) bool {
	for _, name := range []string{"Conn", "TCPConn", "UnixConn"} {
		if pointsto.IsType(t, "net", name) {
			return true
		}
	}
	return pointsto.IsType(t, "crypto/tls", "Conn")
}
