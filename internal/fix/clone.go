package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/transportlint/transportlint/internal/edit"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// cloned is the expression for a copy of the default transport.
const cloned = "http.DefaultTransport.(*http.Transport).Clone()"

// Clone returns the edits by which &http.Transport{...} at s becomes a copy of http.DefaultTransport, to which statements assign
// what the literal had, and then more. The statements follow the one that gives the literal to a variable; where it is part of
// something else, they come before, with a variable of their own. It returns nil where there is no room for them, unless the literal has
// nothing to be assigned.
func (f *File) Clone(s *pointsto.Site, more []Assignment) []edit.Edit {
	if s.Kind != pointsto.Literal || !isTransport(f.Info.TypeOf(s.Lit)) || !keyed(s.Lit) {
		return nil
	}
	if s.Writes["Dial"] != 0 || s.Writes["DialTLS"] != 0 {
		return nil // the clone has a DialContext, which goes before
	}
	for _, a := range more {
		if s.Writes[a.Field] != 0 {
			return nil
		}
	}
	path, _ := astutil.PathEnclosingInterval(f.Syntax, s.Lit.Pos(), s.Lit.End())
	if len(path) < 4 || f.hasComments(s.Lit) {
		return nil
	}
	addr, ok := path[1].(*ast.UnaryExpr)
	if !ok || addr.Op != token.AND {
		return nil
	}
	n, ok := f.names(s.Pos, append([]Assignment{{Value: cloned}}, more...))
	if !ok {
		return nil
	}
	text, more := n.fields[0].Value, n.fields[1:]
	if len(s.Lit.Elts) == 0 && len(more) == 0 {
		return f.apply(append(n.imports, f.replace(addr.Pos(), addr.End(), text)), s.Lit)
	}
	to := f.assigned(addr, path[2:])
	if to == nil {
		return f.hoist(s.Lit, path, n)
	}
	if mentions(s.Lit, to.Name) || f.directives(s.Lit) {
		return nil
	}
	changes, from := n.imports, addr.Pos()
	for _, e := range s.Lit.Elts {
		kv := e.(*ast.KeyValueExpr)
		changes = append(changes,
			f.replace(from, kv.Pos(), text+"\n"+to.Name+"."),
			f.replace(kv.Key.End(), kv.Value.Pos(), " = "))
		from, text = kv.End(), ""
	}
	for _, a := range more {
		text += "\n" + to.Name + "." + a.Field + " = " + a.Value
	}
	return f.apply(append(changes, f.replace(from, s.Lit.End(), text)), s.Lit)
}

// hoist puts the statements that make the transport before the one that lit is in, and a new variable in its place. The first of
// n is the expression for the transport.
func (f *File) hoist(lit *ast.CompositeLit, path []ast.Node, n named) []edit.Edit {
	stmt := f.statement(lit, path[1:])
	if stmt == nil || f.directives(stmt) {
		return nil
	}
	to := f.freeName(stmt.Pos())
	text := to + " := " + n.fields[0].Value + "\n"
	for _, e := range lit.Elts {
		kv := e.(*ast.KeyValueExpr)
		value := f.Text[f.offset(kv.Value.Pos()):f.offset(kv.Value.End())]
		text += to + "." + kv.Key.(*ast.Ident).Name + " = " + string(value) + "\n"
	}
	for _, a := range n.fields[1:] {
		text += to + "." + a.Field + " = " + a.Value + "\n"
	}
	changes := slices.Concat(n.imports, []change{f.insert(stmt.Pos(), text), f.replace(path[1].Pos(), path[1].End(), to)})
	return f.apply(changes, stmt)
}

// statement returns the statement in a block that lit is a part of, if what lit computes may as well be computed before it; parents
// enclose lit.
func (f *File) statement(lit *ast.CompositeLit, parents []ast.Node) ast.Stmt {
	calls := make(map[ast.Node]bool) // which lit is an argument of
	for i, p := range parents {
		switch p := p.(type) {
		case *ast.KeyValueExpr, *ast.CompositeLit, *ast.ParenExpr, *ast.UnaryExpr, *ast.ValueSpec, *ast.GenDecl:
			continue
		case *ast.CallExpr:
			calls[p] = true
			continue
		case *ast.ReturnStmt, *ast.AssignStmt, *ast.ExprStmt, *ast.DeclStmt:
			if i+1 == len(parents) || !inList(parents[i+1], p.(ast.Stmt)) || f.works(lit, nil, nil) && f.works(p, lit, calls) {
				return nil
			}
			return p.(ast.Stmt)
		}
		return nil
	}
	return nil
}

// inList tells whether stmt is one of the statements of a block or a clause.
func inList(parent ast.Node, stmt ast.Stmt) bool {
	switch p := parent.(type) {
	case *ast.BlockStmt:
		return slices.Contains(p.List, stmt)
	case *ast.CaseClause:
		return slices.Contains(p.Body, stmt)
	case *ast.CommClause:
		return slices.Contains(p.Body, stmt)
	}
	return false
}

// works tells whether n, without one part, calls or receives anything other than those, so that its order matters.
func (f *File) works(n, without ast.Node, except map[ast.Node]bool) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if n == without && n != nil {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			found = found || !except[n] && !f.Info.Types[n.Fun].IsType()
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		}
		return !found
	})
	return found
}

// freeName returns a name for a transport that means nothing yet in the block at pos, nor in what other fixes add to it.
func (f *File) freeName(pos token.Pos) string {
	block := f.Pkg.Scope().Innermost(pos)
	taken := func(name string) bool {
		for scope := block; scope != nil; scope = scope.Parent() {
			if slices.Contains(f.chosen[scope], name) {
				return true
			}
		}
		_, o := block.LookupParent(name, token.NoPos)
		return o != nil
	}
	name := "transport"
	for i := 2; taken(name); i++ {
		name = "transport" + strconv.Itoa(i)
	}
	f.chosen[block] = append(f.chosen[block], name)
	return name
}

// assigned returns the variable that a statement gives the value of e, if further statements can follow it; parents enclose e.
func (f *File) assigned(e ast.Expr, parents []ast.Node) *ast.Ident {
	var to *ast.Ident
	switch stmt := parents[0].(type) {
	case *ast.AssignStmt:
		if len(stmt.Lhs) == 1 && (stmt.Tok == token.DEFINE || stmt.Tok == token.ASSIGN) {
			to, _ = stmt.Lhs[0].(*ast.Ident)
		}
		parents = parents[1:]
	case *ast.ValueSpec:
		decl, ok := parents[1].(*ast.GenDecl)
		if len(stmt.Names) == 1 && ok && len(decl.Specs) == 1 && len(parents) > 3 {
			to = stmt.Names[0]
			parents = parents[3:] // past the statement that the declaration is
		}
	}
	if to == nil || to.Name == "_" || !types.Identical(f.Info.TypeOf(to), f.Info.TypeOf(e)) {
		return nil
	}
	switch parents[0].(type) {
	case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		return to
	}
	return nil
}

// mentions tells whether a name occurs in n.
func mentions(n ast.Node, name string) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name
		return !found
	})
	return found
}

// hasComments tells whether there are comments between the elements of lit.
func (f *File) hasComments(lit *ast.CompositeLit) bool {
	for _, group := range f.Syntax.Comments {
		if lit.Lbrace < group.Pos() && group.Pos() < lit.Rbrace {
			inside := false
			for _, e := range lit.Elts {
				inside = inside || e.Pos() < group.Pos() && group.Pos() < e.End()
			}
			if !inside {
				return true
			}
		}
	}
	return false
}

// isTransport tells whether t is http.Transport itself.
func isTransport(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Transport" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http"
}

func (f *File) apply(changes []change, hull ast.Node) []edit.Edit {
	if e := f.edit(changes, f.offset(hull.Pos()), f.offset(hull.End())); e != nil {
		return e.edits
	}
	return nil
}

func (f *File) replace(from, to token.Pos, text string) change {
	return change{f.offset(from), f.offset(to), text}
}
