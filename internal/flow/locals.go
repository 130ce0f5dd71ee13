package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// A local variable that is assigned more than once has a node for each assignment, so that a store through it reaches what it
// held at that point only. Branches are joined where they meet; what a loop assigns is joined at its head.

// reassigned returns the variables of body that are locals: assigned more than once, and by this function alone.
func (b *builder) reassigned(f *Function, body *ast.BlockStmt) map[*types.Var]bool {
	count := make(map[*types.Var]int)
	shared := make(map[*types.Var]bool) // captured or addressed
	goes := false
	assigned := func(e ast.Expr) {
		if id, ok := e.(*ast.Ident); ok {
			if v, ok := b.object(id).(*types.Var); ok {
				count[v]++
			}
		}
	}
	depth := 0
	var visit func(ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			depth++
			ast.Inspect(n.Body, visit)
			depth--
			return false
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				assigned(e)
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				assigned(id)
			}
		case *ast.RangeStmt:
			assigned(n.Key)
			assigned(n.Value)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				if id, ok := ast.Unparen(n.X).(*ast.Ident); ok {
					v, _ := b.object(id).(*types.Var)
					shared[v] = true
				}
			}
		case *ast.BranchStmt:
			if n.Tok == token.GOTO {
				goes = true
			}
		case *ast.Ident:
			if v, ok := b.info.Uses[n].(*types.Var); ok && depth > 0 {
				shared[v] = true // by a literal; its own variables are counted when it is read
			}
		}
		return true
	}
	ast.Inspect(body, visit)
	for p := range f.sig.Params().Variables() {
		count[p]++
	}
	if r := f.sig.Recv(); r != nil {
		count[r]++
	}
	f.assigned = make(map[*types.Var]bool)
	for v, n := range count {
		f.assigned[v] = n > 1
	}
	for r := range f.sig.Results().Variables() {
		shared[r] = true
	}
	out := make(map[*types.Var]bool)
	if goes {
		return out
	}
	for v, n := range count {
		if n > 1 && f.declares(v) && !shared[v] && structOf(v.Type()) == nil && b.carries(v.Type()) {
			out[v] = true
		}
	}
	return out
}

// locals are the variables of a function that have a node for each assignment, with the current one.
type locals map[*types.Var]Node

// newVersion makes val the value of v from here on, and reports whether v is one of the locals.
func (b scope) newVersion(v *types.Var, val Node) bool {
	if _, ok := b.locals[v]; !ok {
		return false
	}
	n := b.node()
	b.alias(val, n, v.Type())
	b.locals[v] = n
	for _, head := range b.heads {
		b.copy(n, head[v])
	}
	return true
}

// join makes each variable hold what it holds in one of ways, which is all the ways that control can have come.
func (b scope) join(ways ...locals) {
	if len(ways) > 0 { // otherwise nothing comes here
		maps.Copy(b.locals, b.merged(ways...))
	}
}

// merged returns what variables hold where ways meet, of which there is one at least.
func (b scope) merged(ways ...locals) locals {
	out := maps.Clone(ways[0])
	for v := range out {
		var nodes []Node
		for _, w := range ways {
			if !slices.Contains(nodes, w[v]) {
				nodes = append(nodes, w[v])
			}
		}
		if len(nodes) > 1 {
			out[v] = b.node()
			for _, n := range nodes {
				b.copy(n, out[v])
			}
		}
	}
	return out
}

// branch reads statements that may be skipped, beginning with what in says of variables, and returns how they leave these:
// one way, or none if they do not come to their end.
func (b scope) branch(guard ast.Expr, in locals, list ...ast.Stmt) []locals {
	b = b.guarded(guard, maps.Clone(in))
	b.stmts(list)
	if len(list) > 0 && Ends(b.info, list[len(list)-1]) {
		return nil
	}
	return []locals{b.locals}
}

// breakOut keeps what variables hold for what stands behind the statement that a break leaves. Without looking which one that is,
// these are all statements around.
func (b scope) breakOut() {
	for _, f := range b.breaks {
		*f = append(*f, maps.Clone(b.locals))
	}
}

// loop reads a loop: what each round begins with, and its body.
func (b scope) loop(guard ast.Expr, round func(scope), list ...ast.Stmt) {
	head := make(locals)
	for v, n := range b.locals {
		head[v] = b.node()
		b.copy(n, head[v])
	}
	inside := b
	inside.locals = maps.Clone(head)
	inside.heads = append(slices.Clip(b.heads), head)
	round(inside)
	inside.branch(guard, inside.locals, list...)
	maps.Copy(b.locals, head)
}

// cases reads the clauses of a switch or select; exhaustive says that one of them runs.
func (b scope) cases(body *ast.BlockStmt, exhaustive bool, before func(scope, ast.Stmt)) {
	in := b.locals
	var out, broken []locals
	inside := b
	inside.breaks = append(slices.Clip(b.breaks), &broken)
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
				in = b.merged(in, left[0])
			}
		}
	}
	out = append(out, broken...)
	if !exhaustive {
		out = append(out, in)
	}
	b.join(out...)
}
