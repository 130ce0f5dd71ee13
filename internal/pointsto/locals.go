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
func (r reader) join(ways ...locals) {
	if len(ways) > 0 { // otherwise nothing comes here
		maps.Copy(r.locals, r.joined(ways...))
	}
}

// joined returns what variables hold where ways meet, of which there is one at least: a node for each that differs, as a phi.
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
	r = r.guarded(guard, maps.Clone(in))
	r.stmts(list)
	if len(list) > 0 && Ends(r.info, list[len(list)-1]) {
		return nil
	}
	return []locals{r.locals}
}

// breakOut keeps what variables hold for what stands behind the statement that a break leaves. Without looking which one that is,
// these are all statements around.
func (r reader) breakOut() {
	for _, f := range r.breaks {
		*f = append(*f, maps.Clone(r.locals))
	}
}

// loop reads a loop: what each round begins with, and its body.
func (r reader) loop(guard ast.Expr, round func(reader), list ...ast.Stmt) {
	header := make(locals)
	for _, v := range r.locals.vars() {
		header[v] = r.node()
		r.copy(r.locals[v], header[v])
	}
	inside := r
	inside.locals = maps.Clone(header)
	inside.headers = append(slices.Clip(r.headers), header)
	round(inside)
	inside.branch(guard, inside.locals, list...)
	maps.Copy(r.locals, header)
}

// cases reads the clauses of a switch or select; exhaustive says that one of them runs.
func (r reader) cases(body *ast.BlockStmt, exhaustive bool, before func(reader, ast.Stmt)) {
	in := r.locals
	var out, broken []locals
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
			inside.stmt(c.Comm)
			list = c.Body
		}
		left := inside.branch(nil, inside.locals, list...)
		out = append(out, left...)
		if len(list) > 0 {
			if br, ok := list[len(list)-1].(*ast.BranchStmt); ok && br.Tok == token.FALLTHROUGH {
				in = r.joined(in, left[0])
			}
		}
	}
	out = append(out, broken...)
	if !exhaustive {
		out = append(out, in)
	}
	r.join(out...)
}

// A census counts how often the variables of a function are assigned, and which are shared with others.
type census struct {
	info   *types.Info
	count  map[*types.Var]int
	shared map[*types.Var]bool // captured or addressed
	goes   bool                // there is a goto
	depth  int                 // of literals
}

func (c *census) assigned(e ast.Expr) {
	if id, ok := e.(*ast.Ident); ok {
		if v, ok := c.info.ObjectOf(id).(*types.Var); ok {
			c.count[v]++
		}
	}
}

func (c *census) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncLit:
		c.depth++
		ast.Inspect(n.Body, c.visit)
		c.depth--
		return false
	case *ast.AssignStmt:
		for _, e := range n.Lhs {
			c.assigned(e)
		}
	case *ast.ValueSpec:
		for _, id := range n.Names {
			c.assigned(id)
		}
	case *ast.RangeStmt:
		c.assigned(n.Key)
		c.assigned(n.Value)
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
		if v, ok := c.info.Uses[n].(*types.Var); ok && c.depth > 0 {
			c.shared[v] = true // by a literal; its own variables are counted when it is read
		}
	}
	return true
}

// localsOf returns the variables of f that can have a node for each assignment: assigned more than once, and by f alone.
func (g *generator) localsOf(f *Function, body *ast.BlockStmt) locals {
	c := &census{info: g.info, count: make(map[*types.Var]int), shared: make(map[*types.Var]bool)}
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
	out := make(locals)
	if c.goes {
		return out
	}
	for v, n := range c.count {
		if n > 1 && f.Declares(v) && !c.shared[v] && structOf(v.Type()) == nil && g.relevant.has(v.Type()) {
			out[v] = 0
		}
	}
	for _, v := range out.vars() {
		out[v] = g.heap.variable(v)
	}
	return out
}
