package netuse

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// closesEach reports whether each request that o sends, a transport or a client, of which there are some, closes its connection: no
// connection is ever idle then.
//
//	req.Close = true
//	resp, err := client.Do(req)
//
// As for [plain.only], the senders are o and each client that has it, and nobody else may have one of them. What a client sends by
// URL, as by Get, closes nothing.
func (p *plain) closesEach(o *pointsto.Object) bool {
	if p.left[o] || p.dials.public[o] {
		return false
	}
	p.syntax.readFiles()
	senders := []*pointsto.Object{o}
	for _, h := range p.holdersOf(o) {
		if !isClient(h) || p.left[h] || p.dials.public[h] {
			return false
		}
		senders = append(senders, h)
	}
	some, all := p.sent(senders, func(c *pointsto.Call) sending { return when(p.syntax.closing.isClosing(c.Expr.Args[0])) })
	return some && all
}

// closingRequests knows where requests close their connections.
type closingRequests struct {
	*source
	all []condition
}

// isClosing reports whether e is a request that has been told to close its connection, where e stands.
//
//	client.Do(&http.Request{URL: url, Close: true})
func (cr *closingRequests) isClosing(e ast.Expr) bool {
	if lit, ok := ast.Unparen(stripAddress(e)).(*ast.CompositeLit); ok {
		return slices.ContainsFunc(lit.Elts, func(elt ast.Expr) bool {
			kv, ok := elt.(*ast.KeyValueExpr)
			if !ok {
				return false
			}
			id, ok := kv.Key.(*ast.Ident)
			return ok && id.Name == "Close" && isTrue(cr.info, kv.Value)
		})
	}
	return slices.ContainsFunc(cr.all, func(c condition) bool {
		return pointsto.SamePlace(cr.info, c.expr, e) && c.holds(cr.source, e.Pos())
	})
}

// note notes that n tells a request to close its connection. What follows in the block is what every request that comes there has done.
func (cr *closingRequests) note(n ast.Node, in scope) {
	if req := closes(cr.info, n); req != nil {
		cr.all = append(cr.all, condition{expr: req, span: span{n.End(), in.end}})
	}
}

// closes returns the request that n tells to close its connection, nil if it does not do that. net/http knows two ways:
//
//	req.Close = true
//	req.Header.Set("Connection", "close")
func closes(info *types.Info, n ast.Node) ast.Expr {
	switch s := n.(type) {
	case *ast.AssignStmt:
		if len(s.Lhs) != 1 || len(s.Rhs) != 1 {
			return nil
		}
		sel, ok := ast.Unparen(s.Lhs[0]).(*ast.SelectorExpr)
		if ok && sel.Sel.Name == "Close" && pointsto.IsType(info.TypeOf(sel.X), "net/http", "Request") && isTrue(info, s.Rhs[0]) {
			return sel.X
		}
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		if !ok || len(call.Args) != 2 {
			return nil
		}
		set, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || set.Sel.Name != "Set" && set.Sel.Name != "Add" {
			return nil
		}
		header, ok := ast.Unparen(set.X).(*ast.SelectorExpr)
		if ok && header.Sel.Name == "Header" && pointsto.IsType(info.TypeOf(header.X), "net/http", "Request") &&
			strings.EqualFold(constantOf(info, call.Args[0]), "Connection") && strings.EqualFold(constantOf(info, call.Args[1]), "close") {
			return header.X
		}
	}
	return nil
}

// stripAddress returns x of &x, and e if it is anything else.
func stripAddress(e ast.Expr) ast.Expr {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && u.Op == token.AND {
		return u.X
	}
	return e
}

func isTrue(info *types.Info, e ast.Expr) bool {
	v := info.Types[e].Value
	return v != nil && v.Kind() == constant.Bool && constant.BoolVal(v)
}
