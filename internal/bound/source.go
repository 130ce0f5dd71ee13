package bound

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"strconv"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A value is an expression or, if it is a call with several results, one of these.
type value struct {
	e      ast.Expr
	result int
}

// A source is what the files say about where variables and fields get their values.
type source struct {
	Input
	stores  map[*types.Var][]value           // what is assigned to a variable or a field
	calls   map[types.Object][]*ast.CallExpr // the calls of a function, or of a variable
	params  map[*types.Var]param
	returns map[*types.Func][]*ast.ReturnStmt
	own     map[*types.Func]*ast.FuncDecl
	made    map[*types.TypeName][]ast.Expr // what is converted to a type of the package
	tags    map[*types.Var]*ast.BasicLit   // of fields that have one
	dead    map[ast.Expr]bool              // what is stored and written over before anything reads it
}

// A param says which parameter of which function a variable is; -1 stands for the receiver.
type param struct {
	of    types.Object // a function, or the variable that holds a literal
	index int
	last  bool // it takes the other arguments of a variadic function
}

// read reads the files, once.
func (s *source) read() {
	if s.stores != nil {
		return
	}
	s.stores, s.calls, s.params = make(map[*types.Var][]value), make(map[types.Object][]*ast.CallExpr), make(map[*types.Var]param)
	s.returns, s.own = make(map[*types.Func][]*ast.ReturnStmt), make(map[*types.Func]*ast.FuncDecl)
	s.made, s.tags, s.dead = make(map[*types.TypeName][]ast.Expr), make(map[*types.Var]*ast.BasicLit), make(map[ast.Expr]bool)
	for _, file := range s.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				s.declare(n)
			case *ast.CallExpr:
				s.call(n)
			case *ast.AssignStmt:
				if n.Tok == token.ASSIGN || n.Tok == token.DEFINE {
					s.assign(n.Lhs, n.Rhs)
				}
			case *ast.ValueSpec:
				var to []ast.Expr
				for _, id := range n.Names {
					to = append(to, id)
				}
				s.assign(to, n.Values)
			case *ast.CompositeLit:
				s.literal(n)
			case *ast.BlockStmt:
				s.overwrites(n.List)
			case *ast.CaseClause:
				s.overwrites(n.Body)
			case *ast.StructType:
				for _, f := range n.Fields.List {
					for _, id := range f.Names {
						if v, ok := s.Info.Defs[id].(*types.Var); ok && f.Tag != nil {
							s.tags[v] = f.Tag
						}
					}
				}
			}
			return true
		})
	}
}

// declare notes what a function takes and returns. What literals inside of it return is not its own.
func (s *source) declare(n *ast.FuncDecl) {
	fn, ok := s.Info.Defs[n.Name].(*types.Func)
	if !ok || n.Body == nil {
		return
	}
	s.own[fn] = n
	s.parameters(fn, fn.Signature())
	if r := fn.Signature().Recv(); r != nil {
		s.params[r] = param{fn, -1, false}
	}
	ast.Inspect(n.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			s.returns[fn] = append(s.returns[fn], n)
		}
		return true
	})
}

func (s *source) parameters(of types.Object, sig *types.Signature) {
	for i := range sig.Params().Len() {
		s.params[sig.Params().At(i)] = param{of, i, sig.Variadic() && i == sig.Params().Len()-1}
	}
}

// call notes who is called, what is converted, and the default of a flag.
func (s *source) call(n *ast.CallExpr) {
	if s.Info.Types[n.Fun].IsType() {
		if tn := pointsto.Named(s.Info.TypeOf(n)); tn != nil && tn.Pkg() == s.Pkg && len(n.Args) == 1 {
			s.made[tn] = append(s.made[tn], n.Args[0])
		}
		return
	}
	switch callee := typeutil.Callee(s.Info, n).(type) {
	case *types.Func:
		s.calls[callee.Origin()] = append(s.calls[callee.Origin()], n)
		if to, from, ok := flagDefault(callee, n); ok && to != nil {
			if u, ok := ast.Unparen(to).(*ast.UnaryExpr); ok && u.Op == token.AND {
				s.assign([]ast.Expr{u.X}, []ast.Expr{from})
			}
		}
	case *types.Var:
		s.calls[callee] = append(s.calls[callee], n)
	}
}

// flagDefault returns what a call of a function that declares a flag has for the default and, unless it returns that, for the
// variable that gets it.
func flagDefault(fn *types.Func, call *ast.CallExpr) (to, from ast.Expr, ok bool) {
	if fn.Pkg() == nil {
		return nil, nil, false
	}
	target, value, ok := catalog.FlagDefault(fn.Pkg().Path(), pointsto.FuncKey(fn))
	if !ok || value >= len(call.Args) {
		return nil, nil, false
	}
	if target >= 0 {
		to = call.Args[target]
	}
	return to, call.Args[value], true
}

func (s *source) assign(to, from []ast.Expr) {
	for i, e := range to {
		v := s.variable(e)
		switch {
		case v == nil:
		case len(to) == len(from):
			s.store(v, value{from[i], 0})
		case len(from) == 1:
			s.store(v, value{from[0], i})
		}
	}
}

// store notes that val is assigned to v. A literal of a function that is all that v ever holds runs where v is called.
func (s *source) store(v *types.Var, val value) {
	s.stores[v] = append(s.stores[v], val)
	if lit, ok := ast.Unparen(val.e).(*ast.FuncLit); ok && !v.IsField() && !v.Exported() {
		if sig, ok := s.Info.TypeOf(lit).(*types.Signature); ok {
			s.parameters(v, sig)
		}
	}
}

func (s *source) literal(lit *ast.CompositeLit) {
	t := s.Info.TypeOf(lit)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok { // elided
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			s.assign([]ast.Expr{kv.Key}, []ast.Expr{kv.Value})
		} else if i < st.NumFields() {
			s.store(st.Field(i).Origin(), value{e, 0})
		}
	}
}

// variable returns the variable or the field that e names, nil if it names none.
func (s *source) variable(e ast.Expr) *types.Var {
	var v *types.Var
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, _ = s.Info.ObjectOf(e).(*types.Var)
	case *ast.SelectorExpr:
		v, _ = s.Info.ObjectOf(e.Sel).(*types.Var)
	case *ast.StarExpr:
		return s.variable(e.X)
	}
	if v == nil {
		return nil
	}
	return v.Origin()
}

// tagDefault returns the default that the tag of a field gives it.
func (s *source) tagDefault(v *types.Var) (at *ast.BasicLit, text string) {
	tag := s.tags[v]
	if tag == nil {
		return nil, ""
	}
	unquoted, err := strconv.Unquote(tag.Value)
	if err != nil {
		return nil, ""
	}
	for _, key := range catalog.DefaultTags() {
		if text, ok := reflect.StructTag(unquoted).Lookup(key); ok {
			return tag, text
		}
	}
	return nil, ""
}
