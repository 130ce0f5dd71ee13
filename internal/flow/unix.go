package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// That a connection is to a unix socket is said by the network: a constant, or an expression that conditions around the call compare
// with one.

// A unixPart is a part of the source where an expression names the network of unix sockets.
type unixPart struct {
	expr     ast.Expr
	from, to token.Pos
}

// isUnix tells whether e, the network of a call that connects, is that of unix sockets.
func (b *builder) isUnix(e ast.Expr) bool {
	if text, ok := b.constString(e); ok {
		return strings.HasPrefix(text, "unix")
	}
	for _, p := range b.unixParts {
		if p.from <= e.Pos() && e.Pos() < p.to && samePlace(b.info, p.expr, e) {
			return true
		}
	}
	return false
}

// constString returns the string that e is, as a constant or as a local variable that never is anything else.
func (b *builder) constString(e ast.Expr) (string, bool) {
	id, _ := ast.Unparen(e).(*ast.Ident)
	v, _ := b.object(id).(*types.Var)
	for _, c := range []constant.Value{b.info.Types[e].Value, b.strings[v]} {
		if c != nil {
			return constant.StringVal(c), true
		}
	}
	return "", false
}

func (b scope) unixIf(s *ast.IfStmt) {
	holds, fails := b.saysUnix(s.Cond)
	b.unixWithin(holds, s.Body.Pos(), s.Body.End())
	if b.ends(s.Body) {
		b.unixWithin(fails, s.Body.End(), b.fn.end)
	} else if s.Else != nil {
		b.unixWithin(fails, s.Else.Pos(), s.Else.End())
	}
}

func (b *builder) unixSwitch(s *ast.SwitchStmt) {
	for _, clause := range s.Body.List {
		c := clause.(*ast.CaseClause)
		var in []ast.Expr // what each of the cases says
		for i, e := range c.List {
			holds, _ := b.saysUnix(e)
			if s.Tag != nil {
				holds = b.unixIfEqual(s.Tag, e)
			}
			if i > 0 {
				holds = b.both(in, holds)
			}
			in = holds
		}
		b.unixWithin(in, c.Pos(), c.End())
	}
}

// unixWithin records that expressions name the network of unix sockets in a part of the source.
func (b *builder) unixWithin(exprs []ast.Expr, from, to token.Pos) {
	for _, e := range exprs {
		b.unixParts = append(b.unixParts, unixPart{e, from, to})
	}
}

// saysUnix returns the expressions that name the network of unix sockets if cond holds, and those that do if it fails.
func (b *builder) saysUnix(cond ast.Expr) (holds, fails []ast.Expr) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr: // not
		fails, holds = b.saysUnix(e.X)
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			xHolds, xFails := b.saysUnix(e.X)
			yHolds, yFails := b.saysUnix(e.Y)
			if e.Op == token.LAND {
				return append(xHolds, yHolds...), b.both(xFails, yFails)
			}
			return b.both(xHolds, yHolds), append(xFails, yFails...)
		case token.EQL:
			holds = append(b.unixIfEqual(e.X, e.Y), b.unixIfEqual(e.Y, e.X)...)
		case token.NEQ:
			fails = append(b.unixIfEqual(e.X, e.Y), b.unixIfEqual(e.Y, e.X)...)
		}
	case *ast.CallExpr:
		if fn := typeutil.StaticCallee(b.info, e); fn != nil && isNamedFunc(fn, "strings", "HasPrefix") && len(e.Args) == 2 {
			holds = b.unixIfEqual(e.Args[0], e.Args[1])
		}
	}
	return holds, fails
}

// unixIfEqual returns x if y is a constant that begins with the name of such a network.
func (b *builder) unixIfEqual(x, y ast.Expr) []ast.Expr {
	if c := b.info.Types[y].Value; c != nil && c.Kind() == constant.String && strings.HasPrefix(constant.StringVal(c), "unix") {
		return []ast.Expr{x}
	}
	return nil
}

// both returns what is in x and in y.
func (b *builder) both(x, y []ast.Expr) []ast.Expr {
	return slices.DeleteFunc(slices.Clone(x), func(e ast.Expr) bool {
		return !slices.ContainsFunc(y, func(f ast.Expr) bool { return samePlace(b.info, e, f) })
	})
}

func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}
