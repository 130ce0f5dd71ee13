package netuse

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A param is a parameter of a function. That of a literal has no fn: who calls it is not known here.
type param struct {
	fn    *types.Func
	index int
}

// A change is where a place is given something. It holds from the end of the statement on, since what is assigned is evaluated before.
type change struct {
	place ast.Expr
	end   token.Pos
}

// A span is a part of the source.
type span struct{ from, to token.Pos }

func (s span) has(pos token.Pos) bool { return s.from <= pos && pos < s.to }

// A scope is where a node stands in the files.
type scope struct {
	fn  *types.Func // the declared function around it, or the last one before it
	end token.Pos   // of a statement, the end of the innermost block or clause around it
}

// A source is the files of a package as syntax: what variables are given there, and who calls which function. It reads them when it is
// first asked, and shows each node to those that take notes of their own.
type source struct {
	info  *types.Info
	files []*ast.File
	pkg   *types.Package
	spend func(n int) bool // counts work in the budget of the package

	notes []func(n ast.Node, in scope) // called for each node, in the order of ast.Inspect
	after func()                       // called when all files are read

	read      bool                              // the files: see [source.readFiles]
	assigned  map[*types.Var][]ast.Expr         // what variables and fields are given; nil for what is not known
	changes   map[*types.Var][]change           // where they are
	callers   map[*types.Func][]*ast.CallExpr   // the calls that name a function
	returns   map[*types.Func][]*ast.ReturnStmt // of declared functions
	receivers map[*ast.CallExpr][]ast.Expr      // what the results of a call are assigned to
	params    map[*types.Var]param
	values    map[*types.Func]bool // functions that are used as values
	abstract  map[string]bool      // names of interfaces' methods that are called
}

// readFiles reads the files once. The methods that others begin with call it, and those that they lead to rely on it.
func (s *source) readFiles() {
	if s.read {
		return
	}
	s.read = true
	s.assigned = make(map[*types.Var][]ast.Expr)
	s.changes = make(map[*types.Var][]change)
	s.callers = make(map[*types.Func][]*ast.CallExpr)
	s.returns = make(map[*types.Func][]*ast.ReturnStmt)
	s.receivers = make(map[*ast.CallExpr][]ast.Expr)
	s.params = make(map[*types.Var]param)
	s.values = make(map[*types.Func]bool)
	s.abstract = make(map[string]bool)
	names := pointsto.DeclaredNames(s.files)
	for _, file := range s.files {
		r := &fileReader{source: s, names: names, called: make(map[*ast.Ident]bool), passed: make(map[ast.Expr]bool)}
		ast.Inspect(file, r.visit)
	}
	s.after()
}

// changed reports whether place e, or what it is a part of, is given something in that part of the source: u.Scheme is changed by
// an assignment to u, too.
func (s *source) changed(e ast.Expr, from, to token.Pos) bool {
	for {
		var id *ast.Ident
		var outer ast.Expr
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			id = x
		case *ast.SelectorExpr:
			id, outer = x.Sel, x.X
		default:
			return false
		}
		if v, ok := s.info.ObjectOf(id).(*types.Var); ok {
			for _, c := range s.changes[v.Origin()] {
				if from <= c.end && c.end <= to && pointsto.SamePlace(s.info, c.place, e) {
					return true
				}
			}
		}
		if outer == nil {
			return false
		}
		e = outer
	}
}

// A fileReader goes through a file once.
type fileReader struct {
	*source
	fn      *types.Func // the declared function that it is in
	literal token.Pos   // where the outermost literal in fn ends that it is in, or was
	blocks  []token.Pos // where the blocks and clauses end that it is in, and some that it was in

	names map[string]bool // of declared functions

	// Names of functions that are called are not values. ast.Inspect comes to a call before the name in it.
	called map[*ast.Ident]bool
	passed map[ast.Expr]bool // addresses that are arguments
}

func (r *fileReader) visit(n ast.Node) bool {
	if n == nil {
		return true
	}
	in := scope{end: r.blockEnd(n)}
	switch n := n.(type) {
	case *ast.FuncDecl:
		r.fn, r.literal = r.declare(n), token.NoPos
	case *ast.FuncLit:
		r.enter(n)
	case *ast.ReturnStmt:
		if r.fn != nil && r.literal <= n.Pos() { // those in literals return from the literal
			r.returns[r.fn] = append(r.returns[r.fn], n)
		}
	case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		r.blocks = append(r.blocks, n.End())
	case *ast.CallExpr:
		for _, a := range n.Args {
			if x, ok := ast.Unparen(a).(*ast.UnaryExpr); ok && x.Op == token.AND {
				r.passed[x] = true
			}
		}
		r.call(n)
	case *ast.Ident:
		if !r.names[n.Name] || r.called[n] {
			break
		}
		if fn, ok := r.info.Uses[n].(*types.Func); ok {
			r.values[fn.Origin()] = true
		}
	default:
		r.assignments(n)
	}
	in.fn = r.fn
	for _, note := range r.notes {
		note(n, in)
	}
	return true
}

// blockEnd returns where the innermost block or clause ends that has n, a statement.
func (r *fileReader) blockEnd(n ast.Node) token.Pos {
	if _, ok := n.(ast.Stmt); !ok {
		return token.NoPos
	}
	for len(r.blocks) > 0 && r.blocks[len(r.blocks)-1] <= n.Pos() {
		r.blocks = r.blocks[:len(r.blocks)-1]
	}
	if len(r.blocks) == 0 {
		return token.NoPos // the body of a function
	}
	return r.blocks[len(r.blocks)-1]
}

// enter notes the parameters of lit, and where it ends.
func (r *fileReader) enter(lit *ast.FuncLit) {
	if sig, ok := r.info.TypeOf(lit).(*types.Signature); ok {
		for p := range sig.Params().Variables() {
			r.params[p] = param{}
		}
	}
	if r.literal <= lit.Pos() {
		r.literal = lit.End()
	}
}

// declare notes the parameters of a function, and returns it. It is nil without a body.
func (r *fileReader) declare(fd *ast.FuncDecl) *types.Func {
	fn, ok := r.info.Defs[fd.Name].(*types.Func)
	if !ok || fd.Body == nil {
		return nil
	}
	for i := range fn.Signature().Params().Len() {
		r.params[fn.Signature().Params().At(i)] = param{fn, i}
	}
	return fn
}

// call notes who calls whom. A method expression is not a call of the method by name, as the receiver comes first among the
// arguments: its name is left to be a value, which makes the parameters of the method unknown.
//
//	(*agent).connect(a, "unix")
//
// The calls of an interface's method are noted by name alone, for all methods of that name.
func (r *fileReader) call(call *ast.CallExpr) {
	fn, ok := typeutil.Callee(r.info, call).(*types.Func)
	if !ok {
		return
	}
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		r.called[f] = true
	case *ast.SelectorExpr:
		if sel := r.info.Selections[f]; sel != nil && sel.Kind() != types.MethodVal {
			break
		}
		r.called[f.Sel] = true
	}
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		r.abstract[fn.Name()] = true
	}
	r.callers[fn.Origin()] = append(r.callers[fn.Origin()], call)
}

// assignments notes what n, if it assigns, gives to variables and fields. Each form that gives something must be here: a form that
// is left out would leave a variable with fewer texts than it has, and silence a finding. What a form gives but is not an
// expression, as the second result of a call or what -= leaves, is given as nil, and makes the variable unknown. What += makes of a
// string is given as the addition. A declaration without a value gives nothing.
func (r *fileReader) assignments(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if call, ok := n.Rhs[0].(*ast.CallExpr); ok && len(n.Lhs) > len(n.Rhs) {
			r.receivers[call] = n.Lhs
		}
		for i, e := range n.Lhs {
			switch {
			case len(n.Lhs) == len(n.Rhs) && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE):
				r.give(e, n.Rhs[i], n.End())
			case len(n.Lhs) != len(n.Rhs) && i == 0:
				r.give(e, n.Rhs[0], n.End()) // the first result
			case n.Tok == token.ADD_ASSIGN && isString(r.info.TypeOf(e)):
				r.give(e, &ast.BinaryExpr{X: e, OpPos: n.TokPos, Op: token.ADD, Y: n.Rhs[i]}, n.End())
			default:
				r.give(e, nil, n.End())
			}
		}
	case *ast.ValueSpec:
		for i, id := range n.Names {
			switch {
			case n.Values == nil:
			case len(n.Values) == len(n.Names) || i == 0:
				r.give(id, n.Values[i], n.End())
			default:
				r.give(id, nil, n.End())
			}
		}
	case *ast.RangeStmt:
		var keys ast.Expr
		if t := r.info.TypeOf(n.X); t != nil {
			if _, isMap := t.Underlying().(*types.Map); isMap {
				keys = key(n.X)
			}
		}
		r.give(n.Key, keys, n.Body.Pos())
		if n.Value != nil {
			r.give(n.Value, element(n.X), n.Body.Pos())
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			r.address(n)
		}
	case *ast.CompositeLit:
		r.fields(n)
	}
}

// give notes that e, a variable or a field, is given val by what ends there; nil is for what is not known. An element gives its list
// something that is not known. What a pointer points to has no variable to note it for; taking the address of a variable has made
// that unknown already.
func (r *fileReader) give(e, val ast.Expr, end token.Pos) {
	e = ast.Unparen(e)
	if x, ok := e.(*ast.IndexExpr); ok {
		r.give(x.X, nil, end)
		return
	}
	if v := variable(r.info, e); v != nil {
		r.assigned[v] = append(r.assigned[v], val)
		r.changes[v] = append(r.changes[v], change{e, end})
	}
}

// address notes that somebody gets the address of a variable or a field, and may write to it. A function that is called with it is taken
// to do so; for all others, the variable is given its own address.
func (r *fileReader) address(x *ast.UnaryExpr) {
	if r.passed[x] {
		r.give(x.X, nil, x.End())
	} else {
		r.give(x.X, x, x.End())
	}
}

// fields notes what a literal gives to fields, by their names or by their order. Keys of maps and slices are not fields, and the
// literals of those are left to [texts.ofElements].
func (r *fileReader) fields(lit *ast.CompositeLit) {
	t := r.info.TypeOf(lit)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, elt := range lit.Elts {
		f, val := (*types.Var)(nil), elt
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				f, _ = r.info.Uses[id].(*types.Var)
			}
			val = kv.Value
		} else if i < s.NumFields() {
			f = s.Field(i)
		}
		if f != nil {
			r.assigned[f.Origin()] = append(r.assigned[f.Origin()], val)
		}
	}
}

// element returns an expression that stands for the elements of x in what variables are given. It is made, and not of the source:
// it has no type and no value in info, which [texts.of] must not need for an IndexExpr. Its position is that of x.
func element(x ast.Expr) ast.Expr { return &ast.IndexExpr{X: x, Lbrack: x.Pos()} }

// key returns an expression that stands for the keys of map x, and is made likewise.
func key(x ast.Expr) ast.Expr { return &ast.KeyValueExpr{Key: x, Value: x} }
