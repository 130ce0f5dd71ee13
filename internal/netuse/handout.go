package netuse

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// closesConns reports whether the dial functions of the transport that site makes do not dial, but hand out connections that are there,
// and the function which makes it defers closing one: no idle connection is left.
//
//	conn, err := d.DialContext(ctx, "tcp", addr)
//	...
//	defer conn.Close()
//	t := &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) { return conn, nil }}
//
// Which connection is handed out is not looked at, which is silent.
func (s *sockets) closesConns(site *pointsto.Site) bool {
	if !s.handsOut(site) {
		return false
	}
	body := s.body(site.In())
	if body == nil {
		return false
	}
	closes := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			closes = closes || s.closesConn(n.Call)
			return false
		}
		return true
	})
	return closes
}

// handsOut reports whether the dial functions of the transport that site makes stand in the function that makes it, and do not dial.
func (s *sockets) handsOut(site *pointsto.Site) bool {
	if site.In() == nil {
		return false
	}
	fns, others, known := funcsIn(s.dials.graph, site.Object(), "DialContext", "Dial", "DialTLSContext", "DialTLS")
	if len(others) > 0 || !known {
		return false
	}
	return len(fns) > 0 && !slices.ContainsFunc(fns, func(f *pointsto.Function) bool { return !f.Within(site.In()) || s.ofFunction(f) != nothing })
}

// HandsOutOthers reports whether the dial functions of the transport that s makes hand out connections that the function around them does
// not make, either. Whoever made them closes them, or does not: nothing is known of that here.
//
//	func probe(conn net.Conn) error {
//		t := &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) { return conn, nil }}
func (r *Result) HandsOutOthers(s *pointsto.Site) bool {
	return r.sockets.handsOut(s) && !r.sockets.makesConn(s.In())
}

// makesConn reports whether f gets a connection from a call. One that also takes a connection, as tls.Client, makes none.
func (s *sockets) makesConn(f *pointsto.Function) bool {
	body := s.body(f)
	if body == nil {
		return true
	}
	for n := range ast.Preorder(body) {
		call, ok := n.(*ast.CallExpr)
		if !ok || slices.ContainsFunc(call.Args, s.isConnection) {
			continue
		}
		switch t := s.syntax.info.TypeOf(call).(type) {
		case *types.Tuple:
			for v := range t.Variables() {
				if isConnection(v.Type()) {
					return true
				}
			}
		case nil:
		default:
			if isConnection(t) {
				return true
			}
		}
	}
	return false
}

// closesConn reports whether call, which is deferred, closes a connection, itself or in the literal that it runs.
//
//	defer func() {
//		if err := conn.Close(); err != nil {
//			log.Print(err)
//		}
//	}()
func (s *sockets) closesConn(call *ast.CallExpr) bool {
	if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		for n := range ast.Preorder(lit.Body) {
			if c, ok := n.(*ast.CallExpr); ok && s.closesConn(c) {
				return true
			}
		}
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Close" && s.isConnection(sel.X)
}

// isConnection reports whether e is a connection, with TLS or without.
func (s *sockets) isConnection(e ast.Expr) bool {
	t := s.syntax.info.TypeOf(e)
	return t != nil && isConnection(t)
}

func isConnection(t types.Type) bool { return isConn(t) || pointsto.IsType(t, "crypto/tls", "Conn") }
