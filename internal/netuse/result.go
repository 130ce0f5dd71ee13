package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// results returns the strings that the function which makes the transport of s returns beside it, at the calls of that function: all that
// is sent by this transport is sent with these. Known is what is known of strings in the function.
//
//	func newClient(secure bool) (c *http.Client, scheme string) {
//		if secure {
//			return &http.Client{Transport: &http.Transport{TLSClientConfig: config}}, "https"
//		}
//		return &http.Client{Transport: &http.Transport{}}, "http"
//	}
//	...
//	c, scheme := newClient(secure)
//	resp, err := c.Get(scheme + "://" + host)
//
// The variables hold it to the end of their scope, unless they are given something else.
func (p *plain) results(s *pointsto.Site, around []ast.Node, known []condition) (out []condition) {
	fn := s.In().Obj()
	if fn == nil {
		return nil
	}
	results, returns := fn.Signature().Results(), p.returnsBehind(s, around)
	for i := range results.Len() {
		if !isString(results.At(i).Type()) {
			continue
		}
		texts := p.returned(returns, results.At(i), i, known)
		if len(texts) == 0 {
			continue
		}
		for _, call := range p.syntax.callers[fn] {
			to := p.syntax.receivers[call]
			if i >= len(to) {
				continue
			}
			if v := variable(p.syntax.info, to[i]); v != nil && v.Parent() != nil && v.Parent() != p.syntax.pkg.Scope() {
				out = append(out, condition{to[i], texts, span{call.End() + 1, v.Parent().End()}})
			}
		}
	}
	return out
}

// returnsBehind returns the return statements by which the function that makes the transport of s may return it: those in the innermost
// block that ends with one, or else all that follow. A failure returns nothing.
func (p *plain) returnsBehind(s *pointsto.Site, around []ast.Node) (out []*ast.ReturnStmt) {
	end := token.Pos(0)
	for _, n := range slices.Backward(around) {
		list := statements(n)
		if len(list) > 0 && pointsto.Ends(p.syntax.info, list[len(list)-1]) {
			end = n.End()
			break
		}
	}
	for _, r := range p.syntax.returns[s.In().Obj()] {
		if s.Pos < r.End() && r.Pos() < end && !fails(p.syntax.info, r) {
			out = append(out, r)
		}
	}
	return out
}

// returned returns the texts of v, result i of returns, none if they are not known.
func (p *plain) returned(returns []*ast.ReturnStmt, v *types.Var, i int, known []condition) (texts []string) {
	for _, r := range returns {
		var more []string
		switch {
		case i < len(r.Results):
			w := newWalk()
			w.besides = known
			more, _ = p.syntax.texts.of(r.Results[i], w)
		case len(r.Results) == 0:
			more = p.named(v, r, known)
		}
		if len(more) == 0 {
			return nil
		}
		texts = append(texts, more...)
	}
	return texts
}

// named returns what is known of the named result v at r, which has no operands.
func (p *plain) named(v *types.Var, r *ast.ReturnStmt, known []condition) []string {
	for _, c := range known {
		if variable(p.syntax.info, c.expr) == v && c.holds(p.syntax.source, r.Pos()) {
			return c.texts
		}
	}
	return nil
}
