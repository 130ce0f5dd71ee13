package fix

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/transportlint/transportlint/internal/edit"
	"github.com/transportlint/transportlint/internal/flow"
)

// cloned is the expression for a copy of the default transport.
const cloned = "http.DefaultTransport.(*http.Transport).Clone()"

// Clone returns the edits by which &http.Transport{...} at s becomes a copy of http.DefaultTransport, to which statements assign
// what the literal had, and then more. It returns nil unless the literal is the right side of a statement that leaves room for
// them, or has nothing to be assigned.
func (f *File) Clone(s *flow.Site, more []Assignment) []edit.Edit {
	if s.Kind != flow.Literal || !isTransport(f.Info.TypeOf(s.Lit)) || !keyed(s.Lit) {
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
	if to == nil || mentions(s.Lit, to.Name) {
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
