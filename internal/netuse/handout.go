package netuse

import (
	"go/ast"

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
	if site.In() == nil {
		return false
	}
	fns, others, known := funcsIn(s.dials.graph, site.Object(), "DialContext", "Dial", "DialTLSContext", "DialTLS")
	if len(fns) == 0 || len(others) > 0 || !known {
		return false
	}
	for _, f := range fns {
		if !f.Within(site.In()) || s.ofFunction(f) != nothing {
			return false
		}
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
	t := s.texts.info.TypeOf(e)
	return t != nil && (isConn(t) || pointsto.IsType(t, "crypto/tls", "Conn"))
}
