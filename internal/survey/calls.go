package survey

import (
	"go/ast"
	"go/token"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A calls has the calls of a package by where they are.
type calls struct {
	graph *pointsto.Graph

	// Once somebody asks:
	byFunc map[*pointsto.Function][]*pointsto.Call // in a function and its literals
	byPos  map[token.Pos][]*pointsto.Call          // where they stand, and where the name of what they call does
}

// in returns the calls in fn and in the literals of it.
func (c *calls) in(fn *pointsto.Function) []*pointsto.Call {
	if c.byFunc == nil {
		c.byFunc = make(map[*pointsto.Function][]*pointsto.Call)
		for _, call := range c.graph.AllCalls() {
			for f := call.In; f != nil && c.graph.Spend(1); f = f.Parent() {
				c.byFunc[f] = append(c.byFunc[f], call)
			}
		}
	}
	if list := c.byFunc[fn]; c.graph.Spend(len(list)) {
		return list
	}
	return nil
}

// at returns the calls that begin at pos, or of which the name of what is called does.
func (c *calls) at(pos token.Pos) []*pointsto.Call {
	if c.byPos == nil {
		c.byPos = make(map[token.Pos][]*pointsto.Call)
		for _, call := range c.graph.AllCalls() {
			if call.Expr == nil {
				continue
			}
			begins, named := call.Expr.Pos(), namePos(call.Expr.Fun)
			c.byPos[begins] = append(c.byPos[begins], call)
			if named != begins {
				c.byPos[named] = append(c.byPos[named], call)
			}
		}
	}
	return c.byPos[pos]
}

// namePos returns where the name of what is called stands.
func namePos(fun ast.Expr) token.Pos {
	if sel, ok := ast.Unparen(fun).(*ast.SelectorExpr); ok {
		return sel.Sel.Pos()
	}
	return fun.Pos()
}
