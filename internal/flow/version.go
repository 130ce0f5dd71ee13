package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/types/typeutil"
)

// A local variable that is assigned more than once has a node for each assignment, so that a store through it reaches what it
// held at that point only. Branches are joined where they meet; what a loop assigns is joined at its head.

// reassigned returns the variables of body that can have versions: assigned more than once, and by this function alone.
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

// versions maps each variable that has versions to the current one.
type versions map[*types.Var]Node

// newVersion makes val the value of v from here on, and reports whether v has versions.
func (b *builder) newVersion(v *types.Var, val Node) bool {
	if _, ok := b.versions[v]; !ok {
		return false
	}
	n := b.node()
	b.alias(val, n, v.Type())
	b.versions[v] = n
	for _, head := range b.heads {
		b.copy(n, head[v])
	}
	return true
}

// join makes each variable hold what it holds in one of ways, which is all the ways that control can have come.
func (b *builder) join(ways ...versions) {
	if len(ways) == 0 {
		return // nothing comes here
	}
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
	b.versions = out
}

// branch reads statements that may be skipped, beginning with versions in, and returns how they leave the variables:
// one way, or none if they do not come to their end.
func (b *builder) branch(in versions, list ...ast.Stmt) []versions {
	outer := b.block
	b.block = &block{parent: outer, only: b.tested}
	b.tested = ""
	b.versions = maps.Clone(in)
	b.stmts(list)
	b.block = outer
	if len(list) > 0 && b.ends(list[len(list)-1]) {
		return nil
	}
	return []versions{b.versions}
}

// ends tells whether control surely does not come behind s.
func (b *builder) ends(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return s.Tok == token.BREAK || s.Tok == token.CONTINUE // where they lead to knows
	case *ast.BlockStmt:
		return len(s.List) > 0 && b.ends(s.List[len(s.List)-1])
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		if fn := typeutil.StaticCallee(b.info, call); fn != nil {
			return isNamedFunc(fn, "os", "Exit") || isNamedFunc(fn, "log", "Fatal", "Fatalf", "Fatalln")
		}
		id, ok := call.Fun.(*ast.Ident)
		return ok && id.Name == "panic"
	}
	return false
}

// breakOut keeps the current versions for what stands behind the statement that a break leaves. Without looking which one that is,
// these are all statements around.
func (b *builder) breakOut() {
	for _, f := range b.breaks {
		*f = append(*f, maps.Clone(b.versions))
	}
}

// loop reads a loop: what each round begins with, and its body.
func (b *builder) loop(round func(), list ...ast.Stmt) {
	head := make(versions)
	for v, n := range b.versions {
		head[v] = b.node()
		b.copy(n, head[v])
	}
	b.versions = maps.Clone(head)
	b.heads = append(b.heads, head)
	round()
	b.branch(b.versions, list...)
	b.heads = b.heads[:len(b.heads)-1]
	b.versions = head
}

// cases reads the clauses of a switch or select; exhaustive says that one of them runs.
func (b *builder) cases(body *ast.BlockStmt, exhaustive bool, before func(ast.Stmt)) {
	in := b.versions
	var out, broken []versions
	b.breaks = append(b.breaks, &broken)
	for _, c := range body.List {
		b.versions = maps.Clone(in)
		if before != nil {
			before(c)
		}
		var list []ast.Stmt
		switch c := c.(type) {
		case *ast.CaseClause:
			for _, e := range c.List {
				b.expr(e)
			}
			exhaustive = exhaustive || c.List == nil
			list = c.Body
		case *ast.CommClause:
			b.stmt(c.Comm)
			list = c.Body
		}
		left := b.branch(b.versions, list...)
		out = append(out, left...)
		if len(list) > 0 {
			if br, ok := list[len(list)-1].(*ast.BranchStmt); ok && br.Tok == token.FALLTHROUGH {
				in = b.joined(in, left[0])
			}
		}
	}
	b.breaks = b.breaks[:len(b.breaks)-1]
	out = append(out, broken...)
	if !exhaustive {
		out = append(out, in)
	}
	b.join(out...)
}

func (b *builder) joined(ways ...versions) versions {
	b.join(ways...)
	return b.versions
}
