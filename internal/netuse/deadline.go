package netuse

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// expires reports whether a dial function of transport o gives its connections a deadline for reading. When that is over, the
// transport closes the connection, idle or not: it always reads from it.
//
//	t := &http.Transport{Dial: func(network, addr string) (net.Conn, error) {
//		conn, err := net.DialTimeout(network, addr, timeout)
//		if err == nil {
//			err = conn.SetDeadline(time.Now().Add(timeout))
//		}
//		return conn, err
//	}}
//
// One function of several is enough, and so is a deadline under a condition, which is silent.
func (s *sockets) expires(o *pointsto.Object) bool {
	g := s.dials.graph
	fns, others, known := funcsIn(g, o, "DialContext")
	if len(fns)+len(others) == 0 || !known {
		old, _, _ := funcsIn(g, o, "Dial") // which net/http ignores beside DialContext
		fns = append(fns, old...)
	}
	overTLS, _, _ := funcsIn(g, o, "DialTLSContext", "DialTLS")
	fns = append(fns, overTLS...)
	for _, f := range fns {
		d := &deadlines{sockets: s, seen: make(map[ast.Node]bool)}
		if fn := f.Obj(); fn != nil {
			d.declared(fn)
		} else {
			pos, _ := f.Span()
			if lit := s.literal(pos); lit != nil {
				d.read(lit.Body)
			}
		}
		if d.set && !d.cleared {
			return true
		}
	}
	return false
}

// Expires reports whether connections of transport o have a deadline, for copies of http.DefaultTransport, which are not sites.
func (r *Result) Expires(o *pointsto.Object) bool { return r.sockets != nil && r.sockets.expires(o) }

// deadlines looks for calls of SetDeadline and SetReadDeadline in a function of the package, in those that it calls, and in the
// method Read of the connections that it makes.
type deadlines struct {
	*sockets
	seen    map[ast.Node]bool
	set     bool
	cleared bool // one is taken off again, after a handshake perhaps
}

func (d *deadlines) declared(fn *types.Func) {
	if decl := d.decls[fn.Origin()]; decl != nil {
		d.read(decl.Body)
	}
}

func (d *deadlines) read(body *ast.BlockStmt) {
	if d.seen[body] {
		return
	}
	d.seen[body] = true
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn, _ := typeutil.Callee(d.syntax.info, n).(*types.Func)
			switch {
			case fn == nil:
			case (fn.Name() == "SetDeadline" || fn.Name() == "SetReadDeadline") && len(n.Args) == 1:
				if lit, ok := ast.Unparen(n.Args[0]).(*ast.CompositeLit); ok && len(lit.Elts) == 0 { // time.Time{}
					d.cleared = true
				} else {
					d.set = true
				}
			default:
				d.declared(fn)
			}
		case *ast.CompositeLit:
			m, _, _ := types.LookupFieldOrMethod(d.syntax.info.TypeOf(n), true, d.syntax.pkg, "Read")
			if fn, ok := m.(*types.Func); ok {
				d.declared(fn)
			}
		}
		return true
	})
}
