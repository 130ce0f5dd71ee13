package netuse

import (
	"go/ast"
	"go/constant"
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

// unlimited returns the condition by which pos is run only where there is to be no limit, [token.NoPos] if there is none.
func (b *texts) unlimited(pos token.Pos) token.Pos {
	b.readFiles()
	for _, c := range b.choices {
		if c.from <= pos && pos < c.to {
			return c.asks
		}
	}
	return token.NoPos
}

// noteChoice notes the part of s, or of the block around it, which ends there, where a duration is zero.
func (r *fileReader) noteChoice(s *ast.IfStmt, end token.Pos) {
	cond, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr)
	if !ok || !pointsto.IsType(r.info.TypeOf(cond.X), "time", "Duration") {
		return
	}
	if v := r.info.Types[cond.Y].Value; v == nil || v.Kind() != constant.Int || constant.Sign(v) != 0 {
		return
	}
	then, otherwise := span{s.Body.Pos(), s.Body.End()}, span{s.End(), end}
	switch {
	case s.Else != nil:
		otherwise = span{s.Else.Pos(), s.Else.End()}
	case !pointsto.Ends(r.info, s.Body):
		return
	}
	switch cond.Op {
	case token.GTR, token.NEQ:
		r.limits = append(r.limits, limited{cond.X, then, choice{otherwise, cond.Pos()}})
	case token.EQL, token.LEQ:
		r.limits = append(r.limits, limited{cond.X, otherwise, choice{then, cond.Pos()}})
	}
}

// A limited is a part of the source where duration limit is not zero, with that where it is.
type limited struct {
	limit ast.Expr
	span
	zero choice
}

// noteTimeout notes that e is the Timeout of something.
func (r *fileReader) noteTimeout(e ast.Expr) {
	for _, l := range r.limits {
		if l.from <= e.Pos() && e.Pos() < l.to && pointsto.SamePlace(r.info, l.limit, e) {
			r.choices = append(r.choices, l.zero)
		}
	}
}
