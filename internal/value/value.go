// Package value finds constants that cannot mean what they look like: those that the catalog calls traps.
//
// It looks at composite literals, at constants that are stored in fields, and at calls of Clone. What it says of one field is true
// whatever happens to the value. Where it says something of several fields, nothing else may be written to them: package pointsto
// knows, and where that does not know, nothing is said.
package value

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// Rule is the name of the rule.
const Rule = "value"

// An Input is a package to look at.
type Input struct {
	Pkg   *types.Package
	Info  *types.Info
	Files []*ast.File // those that count
	Traps []catalog.Trap

	// Sites has what package pointsto found out about values.
	Sites []*pointsto.Site
}

// A Finding is a value that has traps in it.
type Finding struct {
	Pos, End token.Pos // of the first trap
	Type     string    // as in http.Transport
	Clauses  []Clause
}

// A Clause is what is wrong with one field, or with several in the same way, as in
//
//	sets Idle and Count without Enable (ignored)
type Clause struct {
	Verb   string // "sets"
	Fields []string
	How    string // "without Enable", or nothing
	Reason string // "ignored"
}

// Find returns the findings, file by file and in each in the order of the source.
func Find(in Input) []Finding {
	if !slices.ContainsFunc(in.Traps, func(t catalog.Trap) bool { return imports(in.Pkg, t.Package) }) {
		return nil
	}
	f := &finder{Input: in, sites: make(map[*ast.CompositeLit]*pointsto.Site), inside: make(map[*ast.CompositeLit]bool)}
	for _, s := range in.Sites {
		if s.Lit != nil {
			f.sites[s.Lit] = s
		}
	}
	for _, file := range in.Files {
		for _, d := range file.Decls {
			f.decl(d)
		}
	}
	return f.found
}

type finder struct {
	Input
	sites  map[*ast.CompositeLit]*pointsto.Site
	inside map[*ast.CompositeLit]bool // literals of a net.KeepAliveConfig that stand in the value that they are for
	found  []Finding

	consts map[types.Object]ast.Expr // what initializes the constants of this package, once somebody asks
}

func (f *finder) decl(d ast.Decl) {
	var stack []ast.Node // from d to what is being read
	ast.Inspect(d, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		switch n := n.(type) {
		case *ast.CompositeLit:
			f.literal(n, stack)
		case *ast.AssignStmt:
			f.assign(n)
		case *ast.CallExpr:
			f.clone(n, stack)
		}
		return true
	})
}

// isKept reports whether the last of the nodes on stack becomes part of a variable of the package, which lives as long as the process.
// A command's process may be meant to end by then.
func (f *finder) isKept(stack []ast.Node) bool {
	gen, ok := stack[0].(*ast.GenDecl)
	return ok && gen.Tok == token.VAR && f.Pkg.Name() != "main" && !slices.ContainsFunc(stack, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit, *ast.CallExpr:
			return true
		}
		return false
	})
}

// traps returns the traps of a type, or of the type that it points to.
func (f *finder) traps(t types.Type) (of []catalog.Trap, name string) {
	tn := pointsto.Named(t)
	if tn == nil || tn.Pkg() == nil {
		return nil, ""
	}
	for _, trap := range f.Traps {
		if trap.Type == tn.Name() && trap.Package == tn.Pkg().Path() {
			of = append(of, trap)
		}
	}
	return of, tn.Pkg().Name() + "." + tn.Name()
}

// report adds a finding at node at, if there are clauses.
func (f *finder) report(at ast.Node, typ string, clauses []Clause) {
	if len(clauses) > 0 {
		f.found = append(f.found, Finding{Pos: at.Pos(), End: at.End(), Type: typ, Clauses: clauses})
	}
}

// isField reports whether sel selects a field of that name of the type that trap is about.
func (f *finder) isField(sel *ast.SelectorExpr, trap catalog.Trap, field string) bool {
	if sel.Sel.Name != field {
		return false
	}
	s := f.Info.Selections[sel]
	if s == nil || s.Kind() != types.FieldVal {
		return false
	}
	// With a promoted field, the struct that has it is not the one that was written.
	t := s.Recv()
	for _, i := range s.Index()[:len(s.Index())-1] {
		st, ok := deref(t).Underlying().(*types.Struct)
		if !ok {
			return false
		}
		t = st.Field(i).Type()
	}
	tn := pointsto.Named(t)
	return tn != nil && tn.Pkg() != nil && tn.Name() == trap.Type && tn.Pkg().Path() == trap.Package
}

func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// mentioned reports whether a field of the type that trap is about is stored to anywhere in the package, and whether it is read.
// An operand of & counts as both.
func (f *finder) mentioned(trap catalog.Trap, field string) (stored, read bool) {
	for _, file := range f.Files {
		targets := make(map[ast.Expr]bool)
		for n := range ast.Preorder(file) {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, l := range n.Lhs {
					targets[ast.Unparen(l)] = true
				}
			case *ast.UnaryExpr:
				if sel, ok := ast.Unparen(n.X).(*ast.SelectorExpr); ok && n.Op == token.AND && f.isField(sel, trap, field) {
					stored = true
				}
			case *ast.SelectorExpr:
				if f.isField(n, trap, field) {
					stored = stored || targets[n]
					read = read || !targets[n]
				}
			}
		}
	}
	return stored, read
}

// stored reports whether a field of the type that trap is about is stored to anywhere in the package. It reads all of the source.
func (f *finder) stored(trap catalog.Trap, field string) bool {
	stored, _ := f.mentioned(trap, field)
	return stored
}

// uses reports whether the package has a word for the type that trap is about. Packages without one may not be looked at, so
// nothing is said of what they store.
func (f *finder) uses(trap catalog.Trap) bool {
	for _, obj := range f.Info.Uses {
		if tn, ok := obj.(*types.TypeName); ok && tn.Name() == trap.Type && tn.Pkg() != nil && tn.Pkg().Path() == trap.Package {
			return true
		}
	}
	return false
}

// imports reports whether pkg imports the package at path.
func imports(pkg *types.Package, path string) bool {
	return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool { return p.Path() == path })
}
