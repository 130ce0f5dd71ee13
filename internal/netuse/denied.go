package netuse

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// deny notes where what the condition of s compares is surely something else, in a block that ends there.
//
//	if network == "unix" {
//		return dialLocal(addr)
//	}
//	d.Dial(network, addr) // here
func (cs *conditions) deny(s ast.Stmt, end token.Pos) {
	switch s := s.(type) {
	case *ast.IfStmt:
		ifHolds, ifFails := cs.denies(s.Cond)
		cs.denyIn(ifHolds, s.Body.Pos(), s.Body.End())
		if pointsto.Ends(cs.info, s.Body) {
			cs.denyIn(ifFails, s.Body.End(), end)
		} else if s.Else != nil {
			cs.denyIn(ifFails, s.Else.Pos(), s.Else.End())
		}
	case *ast.SwitchStmt:
		cs.denyCases(s, end)
	}
}

// denyCases notes that what a case says is not so in the other clauses, and behind s if the clause leaves the block.
func (cs *conditions) denyCases(s *ast.SwitchStmt, end token.Pos) {
	for _, clause := range s.Body.List {
		c := clause.(*ast.CaseClause)
		var said []fact
		for _, e := range c.List {
			if s.Tag != nil {
				said = append(said, cs.equal(s.Tag, e)...)
			} else {
				_, ifFails := cs.denies(e)
				said = append(said, ifFails...)
			}
		}
		if fallsThrough(c) {
			continue
		}
		cs.denyIn(said, c.End(), s.End())
		if s.Tag != nil {
			cs.denyIn(said, s.Pos(), c.Pos())
		}
		if len(c.Body) > 0 && leaves(c.Body[len(c.Body)-1], cs.info) {
			cs.denyIn(said, s.End(), end)
		}
	}
}

func (cs *conditions) denyIn(facts []fact, from, to token.Pos) {
	for _, f := range facts {
		cs.denied = append(cs.denied, condition{f.expr, f.texts, span{from, to}})
	}
}

// denies returns what is surely not so if cond holds, and what if it fails.
func (cs *conditions) denies(cond ast.Expr) (ifHolds, ifFails []fact) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr: // not
		ifFails, ifHolds = cs.denies(e.X)
	case *ast.BinaryExpr:
		switch e.Op {
		case token.EQL:
			return nil, cs.equals(e)
		case token.NEQ:
			return cs.equals(e), nil
		case token.LAND, token.LOR:
			xHolds, xFails := cs.denies(e.X)
			yHolds, yFails := cs.denies(e.Y)
			if e.Op == token.LAND {
				return append(xHolds, yHolds...), nil
			}
			return nil, append(xFails, yFails...)
		}
	case *ast.CallExpr:
		if fn := typeutil.StaticCallee(cs.info, e); fn != nil && isNamedFunc(fn, "strings", "HasPrefix") && len(e.Args) == 2 {
			return nil, cs.equal(e.Args[0], e.Args[1])
		}
	}
	return ifHolds, ifFails
}

// isDenied reports whether e is surely not what ok reports, by the conditions around and before it.
func (cs *conditions) isDenied(e ast.Expr, ok func(string) bool) bool {
	return slices.ContainsFunc(cs.denied, func(c condition) bool {
		return c.has(e.Pos()) && slices.ContainsFunc(c.texts, ok) && pointsto.SamePlace(cs.info, c.expr, e) && c.holds(cs.source, e.Pos())
	})
}

// isNoStream reports whether e is a network that is surely none of TCP. All others do not wait.
//
//	switch network {
//	case "tcp", "tcp4", "tcp6":
//		...
//	default:
//		return d.DialContext(ctx, network, addr)
//	}
func (cs *conditions) isNoStream(e ast.Expr) bool {
	if e == nil || cs.info.Types[ast.Unparen(e)].Value != nil {
		return false
	}
	cs.readFiles()
	for _, network := range []string{"tcp", "tcp4", "tcp6"} {
		if !cs.isDenied(e, func(text string) bool { return text == network }) {
			return false
		}
	}
	return true
}
