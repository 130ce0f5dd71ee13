package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"
)

// Untaken reports whether pos is where a field is nil that is never nil: all that makes the struct fills it.
//
//	func New() *API { return &API{http: &http.Client{}} } // nothing else makes an API
//
//	func (a *API) Post() error {
//		c := a.http
//		if c == nil {
//			c = http.DefaultClient // pos
//		}
//		...
//
// It goes by the package that declares the struct. What others make of it by a literal of their own is not asked, which errs on the side
// of silence; a package without a literal says nothing.
func (r *Result) Untaken(pos token.Pos) bool {
	if r.untaken == nil {
		r.untaken = findUntaken(r.syntax.source)
	}
	return slices.ContainsFunc(r.untaken.parts, func(s span) bool { return s.has(pos) })
}

// untaken has what the source says of structs and their fields, for [Result.Untaken].
type untaken struct {
	*source
	owners  map[*types.Var]*types.TypeName // of fields
	makers  map[*types.TypeName][]*ast.CompositeLit
	zeros   map[*types.TypeName]bool // values come to be without a literal
	defined map[*types.Var]ast.Expr  // variables that have a value from the start
	parts   []span
}

func findUntaken(b *source) *untaken {
	u := &untaken{
		source:  b,
		owners:  make(map[*types.Var]*types.TypeName),
		makers:  make(map[*types.TypeName][]*ast.CompositeLit),
		zeros:   make(map[*types.TypeName]bool),
		defined: make(map[*types.Var]ast.Expr),
	}
	b.readFiles()
	for _, name := range b.pkg.Scope().Names() {
		tn, ok := b.pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		if s, ok := tn.Type().Underlying().(*types.Struct); ok {
			for f := range s.Fields() {
				u.owners[f] = tn
			}
		}
	}
	var asked []*ast.IfStmt
	noZero := make(map[*ast.Ident]bool) // names of types where no zero value comes to be
	note := func(e ast.Expr) {
		if id, ok := ast.Unparen(e).(*ast.Ident); ok {
			noZero[id] = true
		}
	}
	for _, file := range b.files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.IfStmt:
				if cond, ok := ast.Unparen(n.Cond).(*ast.BinaryExpr); ok && cond.Op == token.EQL && b.info.Types[cond.Y].IsNil() {
					asked = append(asked, n)
				}
			case *ast.StarExpr:
				note(n.X)
			case *ast.CompositeLit:
				u.literal(n)
				if n.Type != nil {
					note(n.Type)
				}
			case *ast.FuncDecl:
				if n.Recv != nil {
					for _, f := range n.Recv.List {
						note(f.Type)
					}
				}
			case *ast.AssignStmt:
				if n.Tok == token.DEFINE && len(n.Lhs) == len(n.Rhs) {
					for i, lhs := range n.Lhs {
						if v := variable(b.info, lhs); v != nil {
							u.defined[v] = n.Rhs[i]
						}
					}
				}
			}
			return b.spend(1)
		})
	}
	if len(asked) == 0 {
		return u
	}
	for id, o := range b.info.Uses {
		if tn, ok := o.(*types.TypeName); ok && tn.Pkg() == b.pkg && !noZero[id] {
			u.zeros[tn] = true
		}
	}
	for _, s := range asked {
		if body := (span{s.Body.Pos(), s.Body.End()}); u.isFilled(ast.Unparen(s.Cond).(*ast.BinaryExpr).X, body) {
			u.parts = append(u.parts, body)
		}
	}
	return u
}

// literal notes which struct of the package lit makes.
func (u *untaken) literal(lit *ast.CompositeLit) {
	t := u.info.TypeOf(lit)
	if t == nil {
		return
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok { // &T in a list of them
		t = ptr.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() == u.pkg {
		u.makers[n.Origin().Obj()] = append(u.makers[n.Origin().Obj()], lit)
	}
}

// isFilled reports whether e, that is compared with nil before body, is a field that is never nil, or a variable that has one.
func (u *untaken) isFilled(e ast.Expr, body span) bool {
	v := variable(u.info, e)
	if v == nil || v.Pkg() != u.pkg {
		return false
	}
	if v.IsField() {
		return u.isAlwaysSet(v)
	}
	from, ok := u.defined[v]
	if field := variable(u.info, from); !ok || field == nil || !field.IsField() {
		return false
	}
	for _, e := range u.assigned[v] {
		if e == nil {
			return false
		}
		if field := variable(u.info, e); !body.has(e.Pos()) && (field == nil || !field.IsField() || field.Pkg() != u.pkg || !u.isAlwaysSet(field)) {
			return false
		}
	}
	return true
}

// isAlwaysSet reports whether each value of the struct that has field f comes from a literal that sets it, and nothing sets it to nil.
func (u *untaken) isAlwaysSet(f *types.Var) bool {
	owner := u.owners[f]
	if owner == nil || u.zeros[owner] || len(u.makers[owner]) == 0 {
		return false
	}
	if slices.ContainsFunc(u.makers[owner], func(lit *ast.CompositeLit) bool { return !u.sets(lit, f) }) {
		return false
	}
	return u.areThere(f, make(map[*types.Var]bool))
}

// sets reports whether lit gives field f a value. Without the names of fields, it gives all of them one.
func (u *untaken) sets(lit *ast.CompositeLit, f *types.Var) bool {
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); !ok || variable(u.info, kv.Key) == f {
			return true
		}
	}
	return false
}

// areThere reports whether all that v is given is there. A variable that was seen adds nothing.
func (u *untaken) areThere(v *types.Var, seen map[*types.Var]bool) bool {
	if seen[v] {
		return true
	}
	seen[v] = true
	return !slices.ContainsFunc(u.assigned[v], func(e ast.Expr) bool { return !u.isThere(e, seen) })
}

// isThere reports whether e is not nil: a literal, what a function returns, a variable of net/http, or a variable that has one.
func (u *untaken) isThere(e ast.Expr, seen map[*types.Var]bool) bool {
	if e == nil {
		return false
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return true
	case *ast.UnaryExpr:
		return x.Op == token.AND
	case *ast.CallExpr:
		return u.isReturned(x, seen)
	case *ast.SelectorExpr:
		v := variable(u.info, x)
		return v != nil && v.Pkg().Path() == "net/http" && !v.IsField()
	case *ast.Ident:
		v := variable(u.info, x)
		return v != nil && u.defined[v] != nil && u.areThere(v, seen)
	}
	return false
}

// isReturned reports whether what call returns is there. A function of another package is taken to return something.
func (u *untaken) isReturned(call *ast.CallExpr, seen map[*types.Var]bool) bool {
	if u.info.Types[call.Fun].IsBuiltin() { // new
		return true
	}
	fn := typeutil.StaticCallee(u.info, call)
	if fn == nil || fn.Pkg() != u.pkg {
		return fn != nil
	}
	returns := u.returns[fn.Origin()]
	return len(returns) > 0 && !slices.ContainsFunc(returns, func(r *ast.ReturnStmt) bool { return len(r.Results) == 0 || !u.isThere(r.Results[0], seen) })
}
