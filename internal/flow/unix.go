package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// That a connection is to a unix socket is said by the network: a constant, or an expression that conditions around the call compare
// with one.

// A unixPart is a part of the source where an expression names the network of unix sockets.
type unixPart struct {
	expr     string
	from, to token.Pos
}

// isUnix tells whether e, the network of a call that connects, is that of unix sockets.
func (b *builder) isUnix(e ast.Expr) bool {
	if text, ok := b.constString(e); ok {
		return strings.HasPrefix(text, "unix")
	}
	for _, p := range b.unixParts {
		if p.from <= e.Pos() && e.Pos() < p.to && p.expr == types.ExprString(ast.Unparen(e)) {
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

func (b *builder) unixIf(s *ast.IfStmt) {
	otherwise := part(s.Else)
	if b.ends(s.Body) {
		otherwise = unixPart{from: s.Body.End(), to: b.current.end}
	}
	b.unixWhere(s.Cond, part(s.Body), otherwise)
}

func (b *builder) unixSwitch(s *ast.SwitchStmt) {
	for _, clause := range s.Body.List {
		c := clause.(*ast.CaseClause)
		if len(c.List) != 1 {
			continue
		}
		if s.Tag == nil {
			b.unixWhere(c.List[0], part(c), unixPart{})
		} else {
			b.unixEqual(s.Tag, c.List[0], part(c))
		}
	}
}

func part(s ast.Stmt) unixPart {
	if s == nil {
		return unixPart{}
	}
	return unixPart{from: s.Pos(), to: s.End()}
}

// unixWhere records what cond says of the part that runs if it holds, and of the one that runs otherwise.
func (b *builder) unixWhere(cond ast.Expr, holds, otherwise unixPart) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr: // not
		b.unixWhere(e.X, otherwise, holds)
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND:
			b.unixWhere(e.X, holds, unixPart{})
			b.unixWhere(e.Y, holds, unixPart{})
		case token.LOR:
			b.unixWhere(e.X, unixPart{}, otherwise)
			b.unixWhere(e.Y, unixPart{}, otherwise)
		case token.EQL:
			b.unixEqual(e.X, e.Y, holds)
		case token.NEQ:
			b.unixEqual(e.X, e.Y, otherwise)
		}
	case *ast.CallExpr:
		if fn := typeutil.StaticCallee(b.info, e); fn != nil && isNamedFunc(fn, "strings", "HasPrefix") && len(e.Args) == 2 {
			b.unixEqual(e.Args[0], e.Args[1], holds)
		}
	}
}

// unixEqual records that x is y in a part of the source, or begins with it.
func (b *builder) unixEqual(x, y ast.Expr, in unixPart) {
	if c := b.info.Types[y].Value; c != nil && c.Kind() == constant.String && strings.HasPrefix(constant.StringVal(c), "unix") {
		in.expr = types.ExprString(ast.Unparen(x))
		b.unixParts = append(b.unixParts, in)
	}
}

func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}
