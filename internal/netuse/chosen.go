package netuse

import (
	"go/ast"
	"go/token"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A choice is a part of the source that runs where an option, a duration, says that there is no limit: elsewhere it is a Timeout.
//
//	if cfg.ConnectTimeout > 0 {
//		d = &net.Dialer{Timeout: cfg.ConnectTimeout}
//	} else {
//		d = &net.Dialer{} // here
//	}
//
// It is the same as a Timeout that is assigned under the condition, which sets the field.
type choice struct {
	span
	asks token.Pos // the condition
}

// choices knows where an option says that there is no limit.
type choices struct {
	*source
	all    []choice
	limits []limited
}

// unlimited returns the condition by which pos is run only where there is to be no limit, [token.NoPos] if there is none.
func (cs *choices) unlimited(pos token.Pos) token.Pos {
	cs.readFiles()
	for _, c := range cs.all {
		if c.has(pos) {
			return c.asks
		}
	}
	return token.NoPos
}

// note notes where n says that there is no limit, or sets a Timeout.
func (cs *choices) note(n ast.Node, in scope) {
	switch n := n.(type) {
	case *ast.IfStmt:
		cs.noteChoice(n, in.end)
	case *ast.KeyValueExpr:
		if id, ok := n.Key.(*ast.Ident); ok && id.Name == "Timeout" {
			cs.noteTimeout(n.Value)
		}
	case *ast.AssignStmt:
		if sel, ok := n.Lhs[0].(*ast.SelectorExpr); ok && sel.Sel.Name == "Timeout" && len(n.Rhs) == 1 {
			cs.noteTimeout(n.Rhs[0])
		}
	}
}

// noteChoice notes the part of s, or of the block around it, which ends there, where a duration is zero.
func (cs *choices) noteChoice(s *ast.IfStmt, end token.Pos) {
	cond, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr)
	if !ok || !pointsto.IsType(cs.info.TypeOf(cond.X), "time", "Duration") {
		return
	}
	if is, ok := sign(cs.info, cond.Y); !ok || is != 0 {
		return
	}
	then, other := span{s.Body.Pos(), s.Body.End()}, otherwise(cs.info, s, end)
	switch cond.Op {
	case token.GTR, token.NEQ:
		cs.limits = append(cs.limits, limited{cond.X, then, choice{other, cond.Pos()}})
	case token.EQL, token.LEQ:
		cs.limits = append(cs.limits, limited{cond.X, other, choice{then, cond.Pos()}})
	}
}

// A limited is a part of the source where duration limit is not zero, with that where it is.
type limited struct {
	limit ast.Expr
	span
	zero choice
}

// noteTimeout notes that e is the Timeout of something.
func (cs *choices) noteTimeout(e ast.Expr) {
	for _, l := range cs.limits {
		if l.has(e.Pos()) && pointsto.SamePlace(cs.info, l.limit, e) {
			cs.all = append(cs.all, l.zero)
		}
	}
}
