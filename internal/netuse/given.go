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

// given returns all that v is given, unless others may give it something. Of several results it is the first one that counts. A
// parameter may be assigned to as well, and is given both.
func (b *texts) given(v *types.Var, w walk) (list []gift, known bool) {
	v = v.Origin()
	for _, e := range b.assigned[v] {
		if x, ok := e.(*ast.UnaryExpr); ok && x.Op == token.AND && variable(b.info, x.X) == v {
			if !w.said {
				return nil, false // by its address
			}
			continue
		}
		list = append(list, gift{e, w})
	}
	if p, ok := b.params[v]; ok {
		args, known := b.passed(p, w)
		return append(list, args...), known
	}
	return list, b.isOwn(v) || w.said && v.Pkg() == b.pkg && !b.isOption(v)
}

// isOption reports whether v is a field that others fill: exported, with a tag for a decoder, or of a struct that an exported function gets.
//
//	func New(o Options) *Client // o.URL is whatever they like
//
// That of a value which such a function returns may be changed as well, but the source says nothing of it. Nor does it of a struct that has
// its client in a field that others cannot fill.
func (b *texts) isOption(v *types.Var) bool {
	if !v.IsField() || !v.Exported() {
		return false
	}
	if b.options == nil {
		b.options = make(map[*types.Var]bool)
		b.findTagged()
		for p, of := range b.params {
			if of.fn == nil || !of.fn.Exported() {
				continue
			}
			if s, ok := structOf(p.Type()); ok && !hasOwnClient(s) {
				for f := range s.Fields() {
					b.options[f.Origin()] = true
				}
			}
		}
	}
	return b.options[v]
}

// findTagged notes the fields that have a tag.
func (b *texts) findTagged() {
	for _, file := range b.files {
		for n := range ast.Preorder(file) {
			if f, ok := n.(*ast.Field); ok && f.Tag != nil {
				for _, id := range f.Names {
					if v, ok := b.info.Defs[id].(*types.Var); ok {
						b.options[v] = true
					}
				}
			}
		}
	}
}

// hasOwnClient reports whether s has an http.Client, or what one sends by, that only its package sets.
func hasOwnClient(s *types.Struct) bool {
	for f := range s.Fields() {
		if n := pointsto.Named(f.Type()); !f.Exported() && n != nil && n.Pkg() != nil && n.Pkg().Path() == "net/http" {
			switch n.Name() {
			case "Client", "RoundTripper", "Transport":
				return true
			}
		}
	}
	return false
}

// structOf returns the struct that a value of type t is, or points to, or has as its elements, which may be pointers.
func structOf(t types.Type) (*types.Struct, bool) {
	for range 3 {
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		case *types.Struct:
			return u, true
		}
	}
	return nil, false
}

// isOwn reports whether only this package gives v, a variable or a field, its values. Unexported fields are of one struct type, and
// all values of the type are taken together. Variables of the package are not its own, though they be unexported:
//
//	var network = "unix" // a test in the package, or flag.StringVar, gives it others
func (b *texts) isOwn(v *types.Var) bool {
	if v.Pkg() != b.pkg {
		return false
	}
	if v.IsField() {
		return !v.Exported()
	}
	return v.Parent() != b.pkg.Scope() // flags and tests change those
}

// passed returns what is passed as p: by the call that led the walk into the function, if it is known, and else by the calls in the
// package, which is all that there is unless somebody else can call the function. A call that does not have one argument for each
// parameter, as f(g()), makes it unknown.
func (b *texts) passed(p param, w walk) (args []gift, known bool) {
	if p.fn == nil {
		return nil, false
	}
	calls, up := b.callers[p.fn], w
	if w.in != nil && w.in.of == p.fn {
		calls, up.in = []*ast.CallExpr{w.in.call}, w.in.up
	} else if up.in = nil; !b.seesCalls(p.fn, w) {
		return nil, false
	}
	for _, call := range calls {
		e := b.argument(call, p)
		if e == nil {
			return nil, false
		}
		args = append(args, gift{e, up})
	}
	return args, true
}

// argument returns what call passes as p, nil if that is not one of the arguments. For the last parameter of a variadic function it is a
// list of them, which is made.
func (b *texts) argument(call *ast.CallExpr, p param) ast.Expr {
	sig := p.fn.Signature()
	n := sig.Params().Len()
	if len(call.Args) == 1 && n > 1 {
		if _, several := b.info.TypeOf(call.Args[0]).(*types.Tuple); several {
			return nil
		}
	}
	switch {
	case !sig.Variadic() || call.Ellipsis.IsValid():
		if len(call.Args) != n {
			return nil
		}
	case p.index == n-1 && n <= len(call.Args)+1:
		return &ast.CompositeLit{Elts: call.Args[n-1:], Lbrace: call.Pos(), Rbrace: call.End()}
	}
	if p.index >= len(call.Args) {
		return nil
	}
	return call.Args[p.index]
}

// seesCalls reports whether the calls in the package count as all calls of fn.
func (b *texts) seesCalls(fn *types.Func, w walk) bool {
	switch {
	case b.values[fn]:
		return false
	case w.calledHere && fn.Signature().Recv() == nil && len(b.callers[fn]) > 0, w.said && b.isOfProgram(fn):
		return true
	}
	return b.onlyCalledHere(fn)
}

// onlyCalledHere reports whether no other code than what names fn calls it. An interface's method of the same name may be fn, and
// its calls are not among the callers. In a program, exported functions are called by nobody else.
func (b *texts) onlyCalledHere(fn *types.Func) bool {
	if fn.Signature().Recv() != nil && (fn.Exported() || b.abstract[fn.Name()]) {
		return false
	}
	return !fn.Exported() || fn.Pkg().Name() == "main"
}

// isOfProgram reports whether fn is a function of a program, or a method that it calls by name: by all that the source says, others do not.
func (b *texts) isOfProgram(fn *types.Func) bool {
	return fn.Pkg().Name() == "main" && len(b.callers[fn]) > 0 && !b.abstract[fn.Name()]
}

// element returns an expression that stands for the elements of x in what variables are given. It is made, and not of the source:
// it has no type and no value in info, which [texts.of] must not need for an IndexExpr. Its position is that of x.
func element(x ast.Expr) ast.Expr { return &ast.IndexExpr{X: x, Lbrack: x.Pos()} }

// key returns an expression that stands for the keys of map x, and is made likewise.
func key(x ast.Expr) ast.Expr { return &ast.KeyValueExpr{Key: x, Value: x} }

// readFiles reads what conditions say, and what variables are given. The methods that read the maps call it first; those that
// [texts.of] leads to rely on it.
func (b *texts) readFiles() {
	if b.read {
		return
	}
	b.read = true
	b.assigned = make(map[*types.Var][]ast.Expr)
	b.changes = make(map[*types.Var][]change)
	b.callers = make(map[*types.Func][]*ast.CallExpr)
	b.returns = make(map[*types.Func][]*ast.ReturnStmt)
	b.receivers = make(map[*ast.CallExpr][]ast.Expr)
	b.params = make(map[*types.Var]param)
	b.values = make(map[*types.Func]bool)
	b.abstract = make(map[string]bool)
	b.protocols = make(map[*types.Var]protocols)
	b.cancels = make(map[*types.Var][]canceling)
	b.expires = make(map[*types.Func]bool)
	b.timed = make(map[*types.Var]bool)
	b.optional = make(map[*types.Var][]ast.Expr)
	names := pointsto.DeclaredNames(b.files)
	var conditions []conditional
	for _, file := range b.files {
		r := &fileReader{texts: b, names: names, called: make(map[*ast.Ident]bool), passed: make(map[ast.Expr]bool)}
		ast.Inspect(file, r.visit)
		conditions = append(conditions, r.conditions...)
	}
	// Behind all assignments and functions, because a condition may be a variable that has the comparison as its value, or a call of a
	// function that returns it ([texts.says]).
	for _, c := range conditions {
		b.condition(c.stmt, c.end)
		b.deny(c.stmt, c.end)
	}
}

// A fileReader goes through a file once.
type fileReader struct {
	*texts
	fn      *types.Func // the declared function that it is in
	literal token.Pos   // where the outermost literal in fn ends that it is in, or was
	blocks  []token.Pos // where the blocks and clauses end that it is in, and some that it was in

	names map[string]bool // of declared functions

	// Names of functions that are called are not values. ast.Inspect comes to a call before the name in it.
	called     map[*ast.Ident]bool
	passed     map[ast.Expr]bool // addresses that are arguments
	conditions []conditional
	limits     []limited
}

// A conditional is an if or switch statement in a block that ends there.
type conditional struct {
	stmt ast.Stmt
	end  token.Pos
}

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

// block notes n, a block or a clause of these statements.
func (r *fileReader) block(n ast.Node, list []ast.Stmt) {
	r.blocks = append(r.blocks, n.End())
	r.noteFired(list)
}

func (r *fileReader) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		r.fn, r.literal = r.declare(n), token.NoPos
	case *ast.FuncLit:
		r.enter(n)
	case *ast.ReturnStmt:
		if r.fn != nil && r.literal <= n.Pos() { // those in literals return from the literal
			r.returns[r.fn] = append(r.returns[r.fn], n)
		}
	case *ast.BlockStmt:
		r.block(n, n.List)
	case *ast.CaseClause:
		r.block(n, n.Body)
	case *ast.CommClause:
		r.block(n, append([]ast.Stmt{n.Comm}, n.Body...))
	case *ast.GoStmt:
		r.goroutines = append(r.goroutines, span{n.Pos(), n.End()})
	case *ast.IfStmt:
		r.noteOptional(n)
		r.noteChoice(n, r.blockEnd(n))
		r.noteDefault(n, r.blockEnd(n))
		r.conditions = append(r.conditions, conditional{n, r.blockEnd(n)})
	case *ast.SwitchStmt:
		r.noteCases(n)
		r.conditions = append(r.conditions, conditional{n, r.blockEnd(n)})
	case *ast.KeyValueExpr:
		if id, ok := n.Key.(*ast.Ident); ok && id.Name == "Timeout" {
			r.noteTimeout(n.Value)
		}
	case *ast.AssignStmt:
		if sel, ok := n.Lhs[0].(*ast.SelectorExpr); ok && sel.Sel.Name == "Timeout" && len(n.Rhs) == 1 {
			r.noteTimeout(n.Rhs[0])
		}
		r.noteMade(n, r.blockEnd(n))
		r.assignments(n)
	case *ast.ExprStmt:
		r.noteMade(n, r.blockEnd(n))
	case *ast.CallExpr:
		for _, a := range n.Args {
			if x, ok := ast.Unparen(a).(*ast.UnaryExpr); ok && x.Op == token.AND {
				r.passed[x] = true
			}
		}
		r.call(n)
		r.noteTimed(n)
		r.noteOr(n)
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
	return true
}

// blockEnd returns where the innermost block or clause ends that has s.
func (r *fileReader) blockEnd(s ast.Stmt) token.Pos {
	for r.blocks[len(r.blocks)-1] <= s.Pos() {
		r.blocks = r.blocks[:len(r.blocks)-1]
	}
	return r.blocks[len(r.blocks)-1]
}

// noteMade notes what s, in a block that ends there, makes of a request or a URL.
func (r *fileReader) noteMade(s ast.Stmt, end token.Pos) {
	r.noteClosing(s, end)
	r.noteScheme(s, end)
	r.noteRequest(s, end)
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
	r.noteProtocols(call, fn)
}

// assignments notes what n, if it assigns, gives to variables and fields. Each form that gives something must be here: a form that
// is left out would leave a variable with fewer texts than it has, and silence a finding. What a form gives but is not an
// expression, as the second result of a call or what -= leaves, is given as nil, and makes the variable unknown. What += makes of a
// string is given as the addition. A declaration without a value gives nothing.
func (r *fileReader) assignments(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		r.noteCancel(n)
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

// variable returns the variable or the field that e names, nil if it does not.
func variable(info *types.Info, e ast.Expr) *types.Var {
	var id *ast.Ident
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		id = x.Sel
	default:
		return nil
	}
	if v, ok := info.ObjectOf(id).(*types.Var); ok {
		return v.Origin()
	}
	return nil
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
