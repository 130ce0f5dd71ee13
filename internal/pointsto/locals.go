package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// A local variable that is assigned more than once has a node for each assignment, so that a store through it reaches what it
// held at that point only. Branches are joined where they meet; what a loop assigns is joined at its header.

// join makes each variable hold what it holds in one of ways, which is all the ways that control can have come.
//
// It is the end of each statement with branches. Without a way to the end the locals stay as they were: what follows is never run.
func (r reader) join(ways ...locals) {
	if len(ways) > 0 { // otherwise nothing comes here
		maps.Copy(r.locals, r.joined(ways...))
	}
}

// joined returns what variables hold where ways meet, of which there is one at least: a node for each that differs, as a phi.
//
// At the end of
//
//	t := &T{} // n1
//	if c {
//		t = &T{} // n2
//	}
//
// t has a node that copies n1 and n2. Without it, what is stored through t would reach the second literal only.
func (r reader) joined(ways ...locals) locals {
	out := maps.Clone(ways[0])
	for _, v := range out.vars() {
		var nodes []Node
		for _, w := range ways {
			if !slices.Contains(nodes, w[v]) {
				nodes = append(nodes, w[v])
			}
		}
		if len(nodes) > 1 {
			out[v] = r.node()
			for _, n := range nodes {
				r.copy(n, out[v])
			}
		}
	}
	return out
}

// branch reads statements that may be skipped, beginning with what in says of variables, and returns how they leave these:
// one way, or none if they do not come to their end.
func (r reader) branch(guard ast.Expr, in locals, list ...ast.Stmt) []locals {
	return r.guarded(guard, maps.Clone(in)).inside(nil, list)
}

// inside reads list, the statements of a region that is one of b, if that is not nil.
func (r reader) inside(b *branches, list []ast.Stmt) []locals {
	r.region.of = b
	if b != nil {
		b.all++
	}
	r.stmts(list)
	if len(list) > 0 && Ends(r.info, list[len(list)-1]) {
		return nil
	}
	if b != nil {
		b.come++
	}
	return []locals{r.locals}
}

// breakOut keeps what variables hold for what stands behind the statement that a break leaves. Without looking which one that is,
// these are all statements around.
//
// Loops need no such list: what they assign is in their header already. That all statements around get a copy is imprecise, and adds
// values to variables, never takes any away.
func (r reader) breakOut() {
	for _, f := range r.breaks {
		*f = append(*f, maps.Clone(r.locals))
	}
}

// loop reads a loop: what each round begins with, and its body.
//
// Each variable begins a round with what it held before the loop, or what a former round assigned. In
//
//	t := a
//	for range n {
//		t.Idle = 1 // a, and b from the second round on
//		t = b
//	}
//
// [reader.assignLocal] copies b to the header. After the loop the variable has the header's node, which covers `continue` and `break` as
// well, so no other list is kept for them.
func (r reader) loop(guard ast.Expr, round func(reader), list ...ast.Stmt) {
	header := make(locals)
	for _, v := range r.locals.vars() {
		header[v] = r.node()
		r.copy(r.locals[v], header[v])
	}
	inside := r
	inside.locals = maps.Clone(header)
	inside.headers = append(slices.Clip(r.headers), header)
	inside.ahead = nil
	round(inside)
	inside.branch(guard, inside.locals, list...)
	maps.Copy(r.locals, header)
}

// cases reads the clauses of a switch or select; exhaustive says that one of them runs.
//
// Without a default clause none may run, which is a way of its own. A clause that falls through does not come to the end of the statement, but
// to the next clause, which may begin with its locals, too. It excludes nothing, and is no branch of the statement.
func (r reader) cases(body *ast.BlockStmt, exhaustive bool, before func(reader, ast.Stmt)) {
	in := r.locals
	var out, broken, fallen []locals
	all := &branches{parent: r.region}
	inside := r
	inside.breaks = append(slices.Clip(r.breaks), &broken)
	for _, c := range body.List {
		inside.locals = maps.Clone(in)
		if before != nil {
			before(inside, c)
		}
		var list []ast.Stmt
		switch c := c.(type) {
		case *ast.CaseClause:
			for _, e := range c.List {
				inside.expr(e)
			}
			exhaustive = exhaustive || c.List == nil
			list = c.Body
		case *ast.CommClause:
			inside.first(c.Comm)
			list = c.Body
		}
		clause := inside.guarded(nil, r.joined(append(fallen, inside.locals)...))
		fallen = nil
		if fallsThrough(list) {
			fallen = clause.inside(nil, list)
		} else {
			out = append(out, clause.inside(all, list)...)
		}
	}
	out = append(out, broken...)
	if !exhaustive {
		out = append(out, in)
		all.come++
		all.all++
	}
	r.join(out...)
}

func fallsThrough(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	branch, ok := list[len(list)-1].(*ast.BranchStmt)
	return ok && branch.Tok == token.FALLTHROUGH
}

// A census counts how often the variables of a function are assigned, and which are shared with others.
//
// It is taken once for each body, before that is read. A variable is left with a single node if somebody else can assign to it, or can see
// it change:
//
//	p := &t               // by the address
//	f := func() { t = b } // by a literal
//	g := func() { use(t) }
//	t = c // after g has captured it
//
// That is flow-insensitive for the variable, and errs towards silence. A context is the exception: what a literal may see change is all that
// the variable ever holds, and the function itself has a node for each assignment.
type census struct {
	info     *types.Info
	count    map[*types.Var]int
	last     map[*types.Var]token.Pos  // the end of the last assignment
	captured map[*types.Var]token.Pos  // where a literal uses it first, that does not assign to it
	shared   map[*types.Var]bool       // addressed, or assigned by a literal, or a literal's own
	asked    map[*types.Var]*types.Var // see [asksDeadline]
	goes     bool                      // there is a goto
	lit      *ast.FuncLit              // that is being read, the outermost one
}

// assigned notes that e is assigned to by what ends there.
func (c *census) assigned(e ast.Expr, end token.Pos) {
	id, ok := e.(*ast.Ident)
	if !ok {
		return
	}
	if v, ok := c.info.ObjectOf(id).(*types.Var); ok {
		c.count[v]++
		c.last[v] = max(c.last[v], end)
		if c.lit != nil {
			c.shared[v] = true
		}
	}
}

// used notes that v is used in a literal.
func (c *census) used(v *types.Var, pos token.Pos) {
	switch {
	case c.lit.Pos() <= v.Pos() && v.Pos() < c.lit.End():
		c.shared[v] = true // it is counted when the literal is read
	case !c.captured[v].IsValid():
		c.captured[v] = pos
	}
}

// isShared reports whether v has no value of its own at each point: somebody else may assign to it, or it may change for a literal.
func (c *census) isShared(v *types.Var) bool {
	first, captured := c.captured[v]
	return c.shared[v] || captured && first < c.last[v]
}

func (c *census) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncLit:
		if c.lit != nil {
			return true
		}
		c.lit = n
		ast.Inspect(n.Body, c.visit)
		c.lit = nil
		return false
	case *ast.AssignStmt:
		for _, e := range n.Lhs {
			c.assigned(e, n.End())
		}
		if ok, ctx := asksDeadline(c.info, n); ok != nil && c.lit == nil {
			c.asked[ok] = ctx
		}
	case *ast.ValueSpec:
		for _, id := range n.Names {
			c.assigned(id, n.End())
		}
	case *ast.RangeStmt:
		c.assigned(n.Key, n.Body.Pos())
		c.assigned(n.Value, n.Body.Pos())
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			if id, ok := ast.Unparen(n.X).(*ast.Ident); ok {
				v, _ := c.info.ObjectOf(id).(*types.Var)
				c.shared[v] = true
			}
		}
	case *ast.BranchStmt:
		c.goes = c.goes || n.Tok == token.GOTO
	case *ast.Ident:
		if c.lit == nil { // most are not in a literal
			break
		}
		if v, ok := c.info.Uses[n].(*types.Var); ok {
			c.used(v, n.Pos())
		}
	}
	return true
}

// localsOf returns the variables of f that can have a node for each assignment: assigned more than once, by f alone, and no more once a
// literal uses them. A context that f asks for its deadline has another node where it has one.
//
// Variables of struct type are left out: they are their object, and to assign to them is to overwrite it ([generator.overwrite]). A
// function with a goto has none, for control may come from anywhere. A parameter counts as assigned once by its callers.
func (g *generator) localsOf(f *Function, body *ast.BlockStmt) locals {
	c := &census{
		info: g.info, count: make(map[*types.Var]int), shared: make(map[*types.Var]bool),
		last: make(map[*types.Var]token.Pos), captured: make(map[*types.Var]token.Pos),
		asked: make(map[*types.Var]*types.Var),
	}
	ast.Inspect(body, c.visit)
	for p := range f.sig.Params().Variables() {
		c.count[p]++
	}
	if r := f.sig.Recv(); r != nil {
		c.count[r]++
	}
	f.assigned = make(map[*types.Var]bool)
	for v, n := range c.count {
		f.assigned[v] = n > 1
	}
	for r := range f.sig.Results().Variables() {
		c.shared[r] = true
	}
	f.captured = make(map[*types.Var]token.Pos)
	for v, first := range c.captured {
		if first < c.last[v] {
			f.captured[v] = c.last[v]
		}
	}
	f.asked = c.asked
	timed := make(map[*types.Var]bool)
	for ok, ctx := range c.asked {
		if c.count[ok] > 1 {
			delete(c.asked, ok) // it may say something else
		}
		timed[ctx] = true
	}
	out := make(locals)
	if c.goes {
		return out
	}
	for v, n := range c.count {
		seen := c.isShared(v) && (c.shared[v] || !isContext(v.Type()))
		if (n > 1 || timed[v]) && f.Declares(v) && !seen && structOf(v.Type()) == nil && g.relevant.has(v.Type()) {
			out[v] = 0
		}
	}
	for _, v := range out.vars() {
		out[v] = g.variable(v)
		if c.captured[v].IsValid() && g.in.CallGraph {
			g.captured[v] = g.node()
			g.copy(out[v], g.captured[v])
		}
	}
	return out
}
