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
func (b *texts) deny(s ast.Stmt, end token.Pos) {
	switch s := s.(type) {
	case *ast.IfStmt:
		ifHolds, ifFails := b.denies(s.Cond)
		b.denyIn(ifHolds, s.Body.Pos(), s.Body.End())
		if pointsto.Ends(b.info, s.Body) {
			b.denyIn(ifFails, s.Body.End(), end)
		} else if s.Else != nil {
			b.denyIn(ifFails, s.Else.Pos(), s.Else.End())
		}
	case *ast.SwitchStmt:
		b.denyCases(s, end)
	}
}

// denyCases notes that what a case says is not so in the other clauses, and behind s if the clause leaves the block.
func (b *texts) denyCases(s *ast.SwitchStmt, end token.Pos) {
	for _, clause := range s.Body.List {
		c := clause.(*ast.CaseClause)
		var said []fact
		for _, e := range c.List {
			if s.Tag != nil {
				said = append(said, b.equal(s.Tag, e)...)
			} else {
				_, ifFails := b.denies(e)
				said = append(said, ifFails...)
			}
		}
		if fallsThrough(c) {
			continue
		}
		b.denyIn(said, c.End(), s.End())
		if s.Tag != nil {
			b.denyIn(said, s.Pos(), c.Pos())
		}
		if len(c.Body) > 0 && leaves(c.Body[len(c.Body)-1], b.info) {
			b.denyIn(said, s.End(), end)
		}
	}
}

func (b *texts) denyIn(facts []fact, from, to token.Pos) {
	for _, f := range facts {
		b.denied = append(b.denied, condition{f.expr, f.texts, from, to})
	}
}

// denies returns what is surely not so if cond holds, and what if it fails.
func (b *texts) denies(cond ast.Expr) (ifHolds, ifFails []fact) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr: // not
		ifFails, ifHolds = b.denies(e.X)
	case *ast.BinaryExpr:
		switch e.Op {
		case token.EQL:
			return nil, append(b.equal(e.X, e.Y), b.equal(e.Y, e.X)...)
		case token.NEQ:
			return append(b.equal(e.X, e.Y), b.equal(e.Y, e.X)...), nil
		case token.LAND, token.LOR:
			xHolds, xFails := b.denies(e.X)
			yHolds, yFails := b.denies(e.Y)
			if e.Op == token.LAND {
				return append(xHolds, yHolds...), nil
			}
			return nil, append(xFails, yFails...)
		}
	case *ast.CallExpr:
		if fn := typeutil.StaticCallee(b.info, e); fn != nil && isNamedFunc(fn, "strings", "HasPrefix") && len(e.Args) == 2 {
			return nil, b.equal(e.Args[0], e.Args[1])
		}
	}
	return ifHolds, ifFails
}

// isDenied reports whether e is surely not what ok reports, by the conditions around and before it.
func (b *texts) isDenied(e ast.Expr, ok func(string) bool) bool {
	return slices.ContainsFunc(b.denied, func(c condition) bool {
		return c.from <= e.Pos() && e.Pos() < c.to && slices.ContainsFunc(c.texts, ok) && pointsto.SamePlace(b.info, c.expr, e) &&
			!b.changed(e, c.from, e.Pos())
	})
}
