package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A condition is a part of the source where an expression is one of some texts, or begins with one.
//
//	if u.Scheme == "unix" {
//		d.Dial(u.Scheme, u.Path) // here
//	}
//
// The expression is compared by pointsto.SamePlace, so that a variable with the same name in an inner scope is another one. It says
// nothing behind an assignment to the place, or to a part of it. One further down in a loop around both is not seen: this is silent.
type condition struct {
	expr  ast.Expr
	texts []string
	span
}

// holds reports whether c says something of its place as that is at pos.
func (c condition) holds(s *source, pos token.Pos) bool {
	return c.has(pos) && !s.changed(c.expr, c.from, pos)
}

// further marks a text that a string only begins with. No network and no URL has the character. Tests for a prefix do not notice
// it, and tests for equality fail on it, as they should.
const further = "\x00"

// maxSums bounds how many texts an addition has, and how many a condition tells of one place.
const maxSums = 10_000

// conditions knows what the conditions of a package say about the places that they ask about.
type conditions struct {
	*source
	found  []conditional
	told   []condition
	denied []condition // what is surely not so
}

// A conditional is an if or switch statement in a block that ends there.
type conditional struct {
	stmt ast.Stmt
	end  token.Pos
}

// note notes n if it is an if or switch statement.
func (cs *conditions) note(n ast.Node, in scope) {
	switch n := n.(type) {
	case *ast.IfStmt:
		cs.found = append(cs.found, conditional{n, in.end})
	case *ast.SwitchStmt:
		cs.found = append(cs.found, conditional{n, in.end})
	}
}

// read reads what was noted. It comes behind all assignments and functions, because a condition may be a variable that has the comparison
// as its value, or a call of a function that returns it ([conditions.says]).
func (cs *conditions) read() {
	for _, c := range cs.found {
		cs.condition(c.stmt, c.end)
		cs.deny(c.stmt, c.end)
	}
}

// condition reads the condition of s, in a block that ends there: a branch that leaves says something of all that follows in the block.
//
//	if network != "unix" {
//		return nil, errNetwork
//	}
//	d.Dial(network, addr) // unix
func (cs *conditions) condition(s ast.Stmt, end token.Pos) {
	switch s := s.(type) {
	case *ast.IfStmt:
		cs.ifStmt(s, end)
	case *ast.SwitchStmt:
		cs.switchStmt(s, end)
	}
}

// A fact says that an expression is one of some texts, or begins with one, wherever the condition that says so holds. It becomes a
// [condition] when it is known where that is.
type fact struct {
	expr  ast.Expr
	texts []string
}

// ifStmt reads the condition of s, in a block that ends there. What holds is true in the body, what fails in the other branch, and
// a branch that ends leaves the other's facts to the rest of the block.
func (cs *conditions) ifStmt(s *ast.IfStmt, end token.Pos) {
	holds, fails := cs.says(s.Cond, make(map[types.Object]bool))
	cs.within(holds, s.Body.Pos(), s.Body.End())
	if pointsto.Ends(cs.info, s.Body) {
		cs.within(fails, s.Body.End(), end)
	} else if s.Else != nil {
		cs.within(fails, s.Else.Pos(), s.Else.End())
		if pointsto.Ends(cs.info, s.Else) {
			cs.within(holds, s.Else.End(), end)
		}
	}
}

// switchStmt reads the cases of s, in a block that ends there.
//
//	switch network {
//	case "unix", "unixgram": // here it is one of the two
//	default:
//		return nil, errors.ErrUnsupported
//	}
//	// and here, too
//
// A clause holds if one of its cases does, or the one before it that falls through. Behind the switch, one of the clauses that go on
// has run, if the default leaves the block; without a default, or if that goes on, nothing is known.
func (cs *conditions) switchStmt(s *ast.SwitchStmt, end token.Pos) {
	var behind []fact // what holds behind s, if the other cases end
	first, others := true, false
	var before []fact // what holds in a clause that falls through to the next one
	falls := false
	for _, clause := range s.Body.List {
		c := clause.(*ast.CaseClause)
		var in []fact // what each of the cases says
		for i, e := range c.List {
			holds, _ := cs.says(e, make(map[types.Object]bool))
			if s.Tag != nil {
				holds = cs.equal(s.Tag, e)
			}
			if i > 0 {
				holds = cs.either(in, holds)
			}
			in = holds
		}
		if falls {
			in = cs.either(before, in)
		}
		before, falls = in, fallsThrough(c)
		cs.within(in, c.Pos(), c.End())
		if falls {
			continue // the next one says what holds behind both
		}
		ends := len(c.Body) > 0 && leaves(c.Body[len(c.Body)-1], cs.info)
		others = others || c.List == nil && ends
		if ends {
			continue
		}
		if !first {
			in = cs.either(behind, in)
		}
		first, behind = false, in
	}
	if others {
		cs.within(behind, s.End(), end)
	}
}

func fallsThrough(c *ast.CaseClause) bool {
	if len(c.Body) == 0 {
		return false
	}
	branch, ok := c.Body[len(c.Body)-1].(*ast.BranchStmt)
	return ok && branch.Tok == token.FALLTHROUGH
}

// leaves reports whether control surely leaves the block at s, in which the switch is that has s at the end of a clause. A break is an end
// for pointsto.Ends, but in a switch it leads right behind it.
func leaves(s ast.Stmt, info *types.Info) bool {
	if branch, ok := s.(*ast.BranchStmt); ok {
		return branch.Tok == token.CONTINUE
	}
	return pointsto.Ends(info, s)
}

// within records what holds in a part of the source.
func (cs *conditions) within(facts []fact, from, to token.Pos) {
	for _, f := range facts {
		cs.told = append(cs.told, condition{f.expr, f.texts, span{from, to}})
	}
}

// says returns what is known if cond holds, and what is if it fails.
//
//	network == "unix" && addr != ""   // holds: network is unix
//	network != "unix" || addr == ""   // fails: network is unix
//	strings.HasPrefix(network, "udp") // holds: network begins with udp
//
// A conjunction that holds says what both sides say, and one that fails only what either would (De Morgan).
//
// A variable stands for the comparison that it is given. One that seen has is being read, as in `done = done || last`, or was, and says
// nothing more.
func (cs *conditions) says(cond ast.Expr, seen map[types.Object]bool) (holds, fails []fact) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.Ident: // a variable that is a condition
		v, ok := cs.info.ObjectOf(e).(*types.Var)
		if given := cs.assigned[v]; ok && !seen[v] && len(given) == 1 && given[0] != nil && v.Parent() != cs.pkg.Scope() {
			seen[v] = true
			return cs.says(given[0], seen)
		}
	case *ast.UnaryExpr: // not
		fails, holds = cs.says(e.X, seen)
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			xHolds, xFails := cs.says(e.X, seen)
			yHolds, yFails := cs.says(e.Y, seen)
			if e.Op == token.LAND {
				return append(xHolds, yHolds...), cs.either(xFails, yFails)
			}
			return cs.either(xHolds, yHolds), append(xFails, yFails...)
		case token.EQL:
			holds = cs.equals(e)
		case token.NEQ:
			fails = cs.equals(e)
		}
	case *ast.CallExpr:
		fn := typeutil.StaticCallee(cs.info, e)
		switch {
		case fn == nil:
		case isNamedFunc(fn, "strings", "HasPrefix") && len(e.Args) == 2:
			holds = cs.equal(e.Args[0], e.Args[1])
			for i := range holds {
				holds[i].texts = []string{holds[i].texts[0] + further}
			}
		case len(cs.returns[fn.Origin()]) == 1 && len(e.Args) == fn.Signature().Params().Len() && !seen[fn.Origin()]:
			seen[fn.Origin()] = true
			if r := cs.returns[fn.Origin()][0]; len(r.Results) == 1 {
				holds, fails = cs.says(r.Results[0], seen)
				holds, fails = cs.ofArguments(e, fn.Origin(), holds), cs.ofArguments(e, fn.Origin(), fails)
			}
		}
	}
	return holds, fails
}

// ofArguments returns what facts say of the arguments of call, where they are about the parameters of fn. A parameter that is assigned to
// is something else.
//
//	func isUnix(network string) bool { return strings.HasPrefix(network, "unix") }
func (cs *conditions) ofArguments(call *ast.CallExpr, fn *types.Func, facts []fact) (out []fact) {
	for _, f := range facts {
		v := pointsto.Variable(cs.info, f.expr)
		if p, ok := cs.params[v]; v != nil && ok && p.fn == fn && len(cs.assigned[v]) == 0 {
			out = append(out, fact{call.Args[p.index], f.texts})
		}
	}
	return out
}

// equals returns that one side of e is the other, whichever is the constant.
func (cs *conditions) equals(e *ast.BinaryExpr) []fact {
	return append(cs.equal(e.X, e.Y), cs.equal(e.Y, e.X)...)
}

// equal returns that x is y, if y is a constant string and x is not a constant.
func (cs *conditions) equal(x, y ast.Expr) []fact {
	if text, ok := constantString(cs.info, y); ok && cs.info.Types[x].Value == nil {
		return []fact{{x, []string{text}}}
	}
	return nil
}

// either returns what is known where x or y holds: only a place that both are about, and then it is one of the texts of both.
func (cs *conditions) either(x, y []fact) (out []fact) {
	for _, f := range x {
		for _, g := range y {
			if len(f.texts)+len(g.texts) <= maxSums && cs.spend(1) && pointsto.SamePlace(cs.info, f.expr, g.expr) {
				out = append(out, fact{f.expr, append(slices.Clip(f.texts), g.texts...)})
			}
		}
	}
	return out
}
