package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// A builder turns the syntax of one package into nodes, objects and the copies between them.
type builder struct {
	*solver
	in       Input
	info     *types.Info
	carriers *carriers
	narrow   *carriers                         // the same without tracing, so that verdicts do not depend on it
	watched  map[*types.TypeName]*types.Struct // the watched types
	fields   map[*types.Var]bool               // their fields

	vars     map[*types.Var]Node
	funcs    map[*types.Func]*Function
	ofType   map[*types.TypeName]Node // all values of a struct type of this package, the ones from outside among them
	ofFunc   typeutil.Map             // signature -> node: all function values of this package
	impls    map[*types.Func]implementers
	strings  map[*types.Var]constant.Value // local variables that are string constants; nil for those that may be others
	inst     map[*types.TypeParam][]types.Type
	current  *Function                // whose body is being read
	block    *block                   // in which branch of it
	versions versions                 // of the variables that current assigns more than once
	heads    []versions               // of the loops around what is being read
	breaks   []*[]versions            // for each switch or select around, how breaks leave it
	made     map[*types.TypeName]bool // struct types of this package that it makes values of

	sites       []*Site
	fieldDecls  map[*types.Var]*Site
	functions   []*Function
	calls       []*dynamicCall
	dials       []*dial
	closes      []*closing
	bound       []*Object // method values of dialers
	wants       []want
	traced      []*Call
	varStores   []VarStore
	configured  map[string]bool          // packages that have a variable which this one assigns to
	globals     map[*types.Var]token.Pos // variables of other packages, and where they are first referred to
	allVersions map[*types.Var][]Node
	symbols     []*Object // what came in by exported functions and types
}

// A Function is a declared function or a literal.
type Function struct {
	obj     *types.Func // nil for a literal
	sig     *types.Signature
	parent  *Function // the function around a literal
	recv    Node
	params  []Node
	results []Node
	outside bool // may be called by code that is not in the package

	pos, end token.Pos
	mentions []Mention
	passed   []pass
	assigned map[*types.Var]bool // variables that it assigns to after their definition
	calls    []boundCall
}

// A pass says that a result is a parameter, -1 for the receiver.
type pass struct{ result, param int }

// param returns which parameter of f v is.
func (f *Function) param(v *types.Var) (int, bool) {
	if f.sig.Recv() == v {
		return -1, true
	}
	for i := range f.sig.Params().Len() {
		if f.sig.Params().At(i) == v {
			return i, true
		}
	}
	return 0, false
}

// operand returns the node of parameter i.
func (f *Function) operand(i int) Node {
	if i < 0 {
		return f.recv
	}
	return f.params[i]
}

// within tells whether f is g or a literal inside of it.
func (f *Function) within(g *Function) bool {
	for ; f != nil; f = f.parent {
		if f == g {
			return true
		}
	}
	return false
}

// A block is a part of a function that may be skipped or repeated: a branch, the body of a loop.
type block struct{ parent *block }

// within tells whether whoever runs b also runs a, if a stands behind it.
func (b *block) within(a *block) bool {
	for ; b != nil; b = b.parent {
		if b == a {
			return true
		}
	}
	return a == nil
}

// want is a package whose fact was needed for what n holds.
type want struct {
	n   Node
	pkg string
}

func (b *builder) carries(t types.Type) bool { return b.carriers.carries(t) }

// isWatched returns the watched type that t, or what it points to, is or is derived from.
func (b *builder) isWatched(t types.Type) *types.TypeName {
	tn := named(t)
	if tn == nil {
		return nil
	}
	if _, ok := b.watched[tn]; ok {
		return tn
	}
	if tn.Pkg() != b.in.Pkg {
		return nil
	}
	s, _ := tn.Type().Underlying().(*types.Struct)
	for w, ws := range b.watched {
		if s != nil && s == ws {
			return w
		}
	}
	return nil
}

// variable returns the node of v, of its current version if it has versions.
func (b *builder) variable(v *types.Var) Node {
	if n, ok := b.versions[v]; ok {
		return n
	}
	return b.base(v)
}

func (b *builder) base(v *types.Var) Node {
	v = v.Origin()
	if n, ok := b.vars[v]; ok {
		return n
	}
	if !b.carries(v.Type()) {
		b.vars[v] = 0
		return 0
	}
	n := b.node()
	b.vars[v] = n
	if v.Pkg() != b.in.Pkg && !v.IsField() {
		b.importedVar(n, v)
	}
	return n
}

// importedVar fills the node of another package's variable.
func (b *builder) importedVar(n Node, v *types.Var) {
	if v.Pkg() != nil && v.Pkg().Path() == "net/http" && v.Name() == "DefaultTransport" {
		if t := b.lookup("net/http", "Transport"); t != nil {
			b.add(n, &Object{typ: t.Type(), sym: &Symbol{defaultTransport: true}})
			return
		}
	}
	b.fromOutside(n, v.Type(), &Symbol{})
}

// lookup finds a watched type by name.
func (b *builder) lookup(path, name string) *types.TypeName {
	for w := range b.watched {
		if w.Pkg().Path() == path && w.Name() == name {
			return w
		}
	}
	return nil
}

// declare prepares the functions of the package, so that calls find them in any order.
func (b *builder) declare() {
	for _, file := range b.in.Files {
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			obj, ok := b.info.Defs[fd.Name].(*types.Func)
			if !ok || fd.Body == nil {
				continue
			}
			f := b.newFunction(obj.Signature(), obj, fd)
			b.funcs[obj] = f
			// Methods are called through interfaces by code that never names them.
			f.outside = obj.Exported() && (b.in.Pkg.Name() != "main" || obj.Signature().Recv() != nil)
		}
	}
	for _, file := range b.in.Files {
		called := make(map[*ast.Ident]bool)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if id := funcIdent(n.Fun); id != nil {
					called[id] = true
				}
			case *ast.Ident:
				if fn, ok := b.info.Uses[n].(*types.Func); ok && !called[n] {
					if f := b.funcs[fn.Origin()]; f != nil {
						f.outside = true
					}
				}
			}
			return true
		})
	}
	// In the order of the source, for deterministic results.
	for _, f := range b.functions {
		if f.outside {
			b.callFromOutside(f)
		} else if f.recv != 0 {
			b.fromOutside(f.recv, f.sig.Recv().Type(), &Symbol{})
		}
	}
}

func (b *builder) declared(fd *ast.FuncDecl) *Function {
	obj, _ := b.info.Defs[fd.Name].(*types.Func)
	return b.funcs[obj]
}

// funcIdent returns the identifier that names the function in fun, the operand of a call.
func funcIdent(fun ast.Expr) *ast.Ident {
	switch f := ast.Unparen(fun).(type) {
	case *ast.Ident:
		return f
	case *ast.SelectorExpr:
		return f.Sel
	case *ast.IndexExpr:
		return funcIdent(f.X)
	case *ast.IndexListExpr:
		return funcIdent(f.X)
	}
	return nil
}

func (b *builder) newFunction(sig *types.Signature, obj *types.Func, decl ast.Node) *Function {
	f := &Function{obj: obj, sig: sig, parent: b.current, pos: decl.Pos(), end: decl.End()}
	if r := sig.Recv(); r != nil {
		f.recv = b.variable(r)
	}
	for p := range sig.Params().Variables() {
		f.params = append(f.params, b.variable(p))
	}
	for r := range sig.Results().Variables() {
		var n Node
		if b.carries(r.Type()) {
			n = b.node()
			if r.Name() != "" {
				b.add(b.variable(r), b.zeroStruct(r.Type()))
				b.copy(b.variable(r), n)
			}
		}
		f.results = append(f.results, n)
	}
	b.functions = append(b.functions, f)
	return f
}

// callFromOutside gives the parameters of f what an unseen caller may pass.
func (b *builder) callFromOutside(f *Function) {
	of := ""
	if f.obj != nil && f.obj.Exported() {
		of = FuncKey(f.obj)
	}
	if f.recv != 0 {
		b.fromOutside(f.recv, f.sig.Recv().Type(), &Symbol{of: of, param: -1})
	}
	for i, p := range f.params {
		t := f.sig.Params().At(i).Type()
		b.fromOutside(p, t, &Symbol{of: of, param: i})
	}
}

// maxDepth bounds how many fields are selected from a value that came from outside.
const maxDepth = 3

// fromOutside adds to n what a value of type t may be when it comes from outside the package by way of sym.
func (b *builder) fromOutside(n Node, t types.Type, sym *Symbol) {
	if n == 0 || sym.depth > maxDepth {
		return
	}
	t = element(t)
	if tn := named(t); tn != nil && tn.Pkg() == b.in.Pkg && structOf(t) != nil && b.isWatched(t) == nil {
		b.copy(b.allOfType(tn), n)
		return
	}
	if sig, ok := t.Underlying().(*types.Signature); ok {
		b.copy(b.allOfSignature(sig), n)
		if b.isClosed(t, sig) {
			return
		}
	}
	o := &Object{typ: t, sym: sym}
	if sym.of != "" {
		b.symbols = append(b.symbols, o)
	}
	if sym.call != nil && sym.depth == 0 {
		sym.call.returned = append(sym.call.returned, o)
	}
	b.add(n, o)
}

// allOfType returns the node that all values of struct type tn, declared in this package, reach:
// what a method finds in its receiver.
func (b *builder) allOfType(tn *types.TypeName) Node {
	n, ok := b.ofType[tn]
	if !ok {
		n = b.node()
		b.ofType[tn] = n
		sym := &Symbol{}
		if tn.Exported() {
			sym.of = "type " + tn.Name()
		}
		o := &Object{typ: tn.Type(), sym: sym}
		if sym.of != "" {
			b.symbols = append(b.symbols, o)
		}
		b.add(n, o)
	}
	return n
}

func (b *builder) allOfSignature(sig *types.Signature) Node {
	if n, ok := b.ofFunc.At(sig).(Node); ok {
		return n
	}
	n := b.node()
	b.ofFunc.Set(sig, n)
	return n
}

// isClosed tells whether only this package can make functions of type t: its name, or a type that it takes, is not exported.
func (b *builder) isClosed(t types.Type, sig *types.Signature) bool {
	unexported := func(t types.Type) bool {
		tn := named(element(t))
		return tn != nil && tn.Pkg() == b.in.Pkg && !tn.Exported()
	}
	if unexported(t) {
		return true
	}
	for p := range sig.Params().Variables() {
		if unexported(p.Type()) {
			return true
		}
	}
	return false
}

// field returns the node of field f of object o, or 0 if it has none.
func (b *builder) field(o *Object, f *types.Var) Node {
	f = f.Origin()
	if known, ok := o.fields[f.Name()]; ok {
		return known.n
	}
	outside := o.sym != nil
	if !b.carries(f.Type()) || !hasField(o.typ, f) && !(outside && structOf(o.typ) == nil) {
		return 0
	}
	n := b.node()
	if o.fields == nil {
		o.fields = make(map[string]field)
	}
	o.fields[f.Name()] = field{f, n}
	if outside {
		sym := *o.sym
		sym.depth++
		if sym.path != "" {
			sym.path += "."
		}
		sym.path += f.Name()
		b.fromOutside(n, f.Type(), &sym)
	}
	// A field of struct type is there from the start, as a zero value.
	if site := b.fieldSite(f); site != nil {
		b.add(n, site.obj)
	} else if !outside {
		b.add(n, b.zeroStruct(f.Type()))
	}
	return n
}

// zeroStruct returns a new object for the zero value of struct type t, or nil if t is no struct.
func (b *builder) zeroStruct(t types.Type) *Object {
	if structOf(t) == nil || !b.carries(t) {
		return nil
	}
	o := &Object{typ: types.Unalias(t)}
	if tn := named(t); tn != nil && tn.Pkg() == b.in.Pkg && b.isWatched(t) == nil {
		b.made[tn] = true
		b.add(b.allOfType(tn), o)
	}
	return o
}

// alias makes to hold what from holds, and, if t, their type, is that of containers, the other way round as well.
func (b *builder) alias(from, to Node, t types.Type) {
	b.copy(from, to)
	if from != 0 && to != 0 && isContainer(t) {
		b.copy(to, from)
	}
}

// load returns a node with what field f holds in the objects of base.
func (b *builder) load(base Node, f *types.Var) Node {
	if base == 0 || !b.carries(f.Type()) {
		return 0
	}
	n := b.node()
	b.each(base, func(o *Object) { b.alias(b.field(o, f), n, f.Type()) })
	return n
}

// address returns a node for the address of field f in the objects of base.
func (b *builder) address(base Node, f *types.Var) Node {
	n := b.load(base, f)
	if n != 0 {
		b.store(base, f, n)
	}
	return n
}

// store copies val into field f of the objects of base.
func (b *builder) store(base Node, f *types.Var, val Node) {
	if base == 0 || val == 0 {
		return
	}
	b.each(base, func(o *Object) { b.alias(val, b.field(o, f), f.Type()) })
}

// note records that field f of the objects of base is given v.
func (b *builder) note(base Node, f *types.Var, v Value) {
	if base == 0 || !b.fields[f.Origin()] {
		return
	}
	b.each(base, func(o *Object) {
		if structOf(o.typ) == nil || hasField(o.typ, f.Origin()) {
			o.write(f.Name(), v)
		}
	})
}

// noteExpr records that field f of the objects of base is given the value of e, nil for one that is not known.
func (b *builder) noteExpr(base Node, f *types.Var, e ast.Expr) {
	if base == 0 || !b.fields[f.Origin()] {
		return
	}
	if e == nil {
		b.note(base, f, Dynamic)
		return
	}
	b.note(base, f, valueOf(b.info, e))
	if c := b.info.Types[e].Value; c != nil && c.Kind() == constant.Int {
		if i, exact := constant.Int64Val(c); exact {
			b.each(base, func(o *Object) { o.writeConst(f.Name(), i) })
		}
	}
}

// step selects the fields of an embedding path from base, whose static type is t; it returns the last struct's node and type.
func (b *builder) step(base Node, t types.Type, path []int) (Node, types.Type) {
	for _, i := range path {
		s := structOf(deref(t))
		if s == nil {
			return 0, nil
		}
		base, t = b.load(base, s.Field(i)), s.Field(i).Type()
	}
	return base, t
}

// body reads a function's body.
func (b *builder) body(f *Function, body *ast.BlockStmt) {
	outer, block, vs, heads, breaks := b.current, b.block, b.versions, b.heads, b.breaks
	b.current, b.versions, b.heads, b.breaks = f, make(versions), nil, nil
	for v := range b.reassigned(f, body) {
		b.versions[v] = b.base(v)
	}
	b.stmt(body)
	b.current, b.block, b.versions, b.heads, b.breaks = outer, block, vs, heads, breaks
}

func (b *builder) stmts(list []ast.Stmt) {
	for _, s := range list {
		b.stmt(s)
	}
}

func (b *builder) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.AssignStmt:
		b.assignment(s)
	case *ast.BlockStmt:
		if s != nil {
			b.stmts(s.List)
		}
	case *ast.BranchStmt:
		if s.Tok == token.BREAK {
			b.breakOut()
		}
	case *ast.DeclStmt:
		if d, ok := s.Decl.(*ast.GenDecl); ok {
			b.decl(d)
		}
	case *ast.DeferStmt:
		b.expr(s.Call)
	case *ast.ExprStmt:
		b.expr(s.X)
	case *ast.ForStmt:
		b.stmt(s.Init)
		b.loop(func() { b.expr(s.Cond) }, s.Body, s.Post)
	case *ast.GoStmt:
		b.expr(s.Call)
	case *ast.IfStmt:
		b.stmt(s.Init)
		b.expr(s.Cond)
		in := b.versions
		b.join(append(b.branch(in, s.Body), b.branch(in, s.Else)...)...)
	case *ast.IncDecStmt:
		b.assign(s.X, 0, nil)
	case *ast.LabeledStmt:
		b.stmt(s.Stmt)
	case *ast.RangeStmt:
		b.rangeStmt(s)
	case *ast.ReturnStmt:
		b.returnStmt(s)
	case *ast.SelectStmt:
		b.cases(s.Body, true, nil)
	case *ast.SendStmt:
		b.put(s.Chan, b.expr(s.Value))
	case *ast.SwitchStmt:
		b.stmt(s.Init)
		b.expr(s.Tag)
		b.cases(s.Body, false, nil)
	case *ast.TypeSwitchStmt:
		b.typeSwitch(s)
	}
}

func (b *builder) assignment(s *ast.AssignStmt) {
	if len(s.Lhs) != len(s.Rhs) {
		for i, n := range b.tuple(s.Rhs[0], len(s.Lhs)) {
			b.assign(s.Lhs[i], n, nil)
		}
		return
	}
	// All operands are read before any is written.
	vals := make([]Node, len(s.Rhs))
	for i, e := range s.Rhs {
		vals[i] = b.expr(e)
		if isBlank(s.Lhs[i]) {
			b.discard(e, vals[i])
		}
	}
	for i, e := range s.Rhs {
		if s.Tok != token.ASSIGN && s.Tok != token.DEFINE {
			e = nil // what x += e comes to is not known
		}
		b.assign(s.Lhs[i], vals[i], e)
	}
}

// assign writes val to lhs as a whole. It is the value of from; nil means that only the running program knows it.
func (b *builder) assign(lhs ast.Expr, val Node, from ast.Expr) {
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		obj, ok := b.object(lhs).(*types.Var)
		if !ok || lhs.Name == "_" {
			return
		}
		b.noteString(obj, from)
		if b.in.Trace && b.current != nil && b.info.Defs[lhs] == nil && obj.Parent() == b.in.Pkg.Scope() {
			b.varStores = append(b.varStores, VarStore{lhs.Pos(), obj, b.current, b.block == nil && b.current.obj != nil})
		}
		if b.newVersion(obj, val) {
			return
		}
		n := b.variable(obj)
		b.alias(val, n, obj.Type())
		if b.info.Defs[lhs] != nil && from != nil {
			b.initial(obj, from, val)
		}
		if b.info.Defs[lhs] == nil && !isPointer(obj.Type()) {
			b.fill(n, obj)
		}
	case *ast.SelectorExpr:
		sel := b.info.Selections[lhs]
		if sel == nil {
			if v, ok := b.info.Uses[lhs.Sel].(*types.Var); ok && v.Pkg() != nil && b.carries(v.Type()) {
				b.configured[v.Pkg().Path()] = true
			}
			b.put(lhs, val)
			return
		}
		base, owner, f := b.selected(lhs, sel)
		b.noteExpr(base, f, from)
		b.storeField(base, owner, f, val)
		if site := b.fieldSite(f); site != nil {
			site.obj.filled = true
		}
	case *ast.IndexExpr:
		b.put(lhs.X, b.withKey(lhs, val))
	case *ast.StarExpr:
		b.each(b.expr(lhs.X), func(o *Object) {
			if !b.holds(val, o) {
				o.filled = true
			}
		})
		b.put(lhs.X, val)
	}
}

// initial reads `v := from` of a struct type: the literal is v's until something is stored over it.
func (b *builder) initial(v *types.Var, from ast.Expr, val Node) {
	lit, ok := ast.Unparen(from).(*ast.CompositeLit)
	if !ok || structOf(v.Type()) == nil {
		return
	}
	b.each(val, func(o *Object) {
		if o.site != nil && o.site.Lit == lit {
			o.site.variable = v
		}
	})
}

// discard reads that the value of e, which val holds, is thrown away: what e makes is no value to judge.
func (b *builder) discard(e ast.Expr, val Node) {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	if lit, ok := e.(*ast.CompositeLit); ok {
		b.each(val, func(o *Object) {
			if o.site != nil && o.site.Lit == lit {
				o.filled = true
			}
		})
	}
}

// discardEmpty discards e if it is T{}.
func (b *builder) discardEmpty(e ast.Expr, val Node) {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok && len(lit.Elts) == 0 {
		b.discard(e, val)
	}
}

// discardZero discards e if it is T{}, &T{}, *new(T), or a variable of a struct type that has its zero value, to all appearance.
func (b *builder) discardZero(e ast.Expr, val Node) {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		b.discardZero(e.X, val)
	case *ast.StarExpr:
		if call, ok := ast.Unparen(e.X).(*ast.CallExpr); ok && b.info.Types[call.Fun].IsBuiltin() {
			b.each(val, func(o *Object) { o.filled = true })
		}
	case *ast.Ident:
		if v, ok := b.object(e).(*types.Var); ok {
			b.fill(val, v)
		}
	default:
		b.discardEmpty(e, val)
	}
}

// passes notes that result i of the current function is one of its own parameters, which each call knows for itself, and reports
// whether e says so.
func (b *builder) passes(i int, e ast.Expr) bool {
	for {
		e = ast.Unparen(e)
		switch x := e.(type) {
		case *ast.UnaryExpr:
			if x.Op != token.AND {
				return false
			}
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.TypeAssertExpr:
			e = x.X
		case *ast.Ident:
			v, ok := b.object(x).(*types.Var)
			if !ok {
				return false
			}
			if b.current.assigned[v] {
				return false
			}
			p, ok := b.current.param(v)
			if ok {
				b.current.passed = append(b.current.passed, pass{i, p})
				for _, c := range b.current.calls {
					b.handBack(c, pass{i, p})
				}
			}
			return ok
		default:
			return false
		}
	}
}

// named1 returns the variable of the current function's result i, if it has a name.
func (b *builder) named1(i int) *types.Var {
	if rs := b.current.sig.Results(); i < rs.Len() && rs.At(i).Name() != "" {
		return rs.At(i)
	}
	return nil
}

// isFailure tells whether e is an error other than nil, or false.
func isFailure(info *types.Info, e ast.Expr) bool {
	tv := info.Types[e]
	if tv.Value != nil && tv.Value.Kind() == constant.Bool {
		return !constant.BoolVal(tv.Value)
	}
	return tv.Type != nil && !tv.IsNil() && types.Implements(tv.Type, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// fill marks the zero value of variable v, one of struct type, as replaced.
func (b *builder) fill(n Node, v *types.Var) {
	b.each(n, func(o *Object) {
		if o.site != nil && o.site.variable == v {
			o.filled = true
		}
	})
}

// put adds val to what the place lhs leads to: an element of a container, the target of a pointer, a channel.
func (b *builder) put(lhs ast.Expr, val Node) {
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		if v, ok := b.object(lhs).(*types.Var); ok {
			b.copy(val, b.variable(v))
		}
	case *ast.SelectorExpr:
		sel := b.info.Selections[lhs]
		if sel == nil {
			if v, ok := b.info.Uses[lhs.Sel].(*types.Var); ok {
				b.copy(val, b.variable(v))
			}
			return
		}
		if sel.Kind() == types.FieldVal {
			base, owner, f := b.selected(lhs, sel)
			b.storeField(base, owner, f, val)
		}
	case *ast.IndexExpr:
		b.put(lhs.X, b.withKey(lhs, val))
	case *ast.StarExpr:
		b.put(lhs.X, val)
	case *ast.SliceExpr:
		b.put(lhs.X, val)
	case *ast.UnaryExpr:
		b.put(lhs.X, val)
	default:
		if t := b.info.TypeOf(lhs); t != nil {
			if n := b.expr(lhs); isContainer(t) {
				b.copy(val, n)
			}
		}
	}
}

// withKey returns a node with val and the index of e, which for a map goes into it as well.
func (b *builder) withKey(e *ast.IndexExpr, val Node) Node {
	key := b.expr(e.Index)
	if key == 0 {
		return val
	}
	n := b.node()
	b.copy(key, n)
	b.copy(val, n)
	return n
}

// selected returns the struct that field selection e ends at, its type, and the field.
func (b *builder) selected(e *ast.SelectorExpr, sel *types.Selection) (Node, types.Type, *types.Var) {
	path := sel.Index()
	base, owner := b.step(b.expr(e.X), sel.Recv(), path[:len(path)-1])
	return base, owner, sel.Obj().(*types.Var)
}

func (b *builder) storeField(base Node, owner types.Type, f *types.Var, val Node) {
	b.store(base, f, val)
	if owner != nil {
		b.handOver(named(owner), f, val)
	}
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

// object returns what id defines or uses.
func (b *builder) object(id *ast.Ident) types.Object {
	if o := b.info.Defs[id]; o != nil {
		return o
	}
	return b.info.Uses[id]
}

func (b *builder) decl(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.ValueSpec:
			b.valueSpec(spec)
		}
	}
}

func (b *builder) valueSpec(spec *ast.ValueSpec) {
	switch {
	case len(spec.Values) == 0:
		for _, id := range spec.Names {
			if v, ok := b.info.Defs[id].(*types.Var); ok {
				b.zeroVar(id, v)
			}
		}
	case len(spec.Values) != len(spec.Names):
		for i, n := range b.tuple(spec.Values[0], len(spec.Names)) {
			b.assign(spec.Names[i], n, nil)
		}
	default:
		for i, e := range spec.Values {
			val := b.expr(e)
			if isBlank(spec.Names[i]) {
				b.discard(e, val)
			}
			b.assign(spec.Names[i], val, e)
		}
	}
}

// noteString records that v is given the value of from.
func (b *builder) noteString(v *types.Var, from ast.Expr) {
	var c constant.Value
	if _, again := b.strings[v]; !again && from != nil && v.Parent() != b.in.Pkg.Scope() {
		if c = b.info.Types[from].Value; c != nil && c.Kind() != constant.String {
			c = nil
		}
	}
	b.strings[v] = c
}

// zeroVar reads `var id T`.
func (b *builder) zeroVar(id *ast.Ident, v *types.Var) {
	n := b.variable(v)
	if n == 0 || id.Name == "_" || isPointer(v.Type()) {
		return
	}
	if structOf(v.Type()) == nil && !isTypeParam(v.Type()) {
		return
	}
	b.make(n, v.Type(), Site{Pos: id.Pos(), End: id.End(), Kind: Var, variable: v})
}

func (b *builder) rangeStmt(s *ast.RangeStmt) {
	x := b.expr(s.X)
	key, value := Node(0), x
	if t := b.info.TypeOf(s.X); t != nil {
		switch t := t.Underlying().(type) {
		case *types.Chan:
			key = x
		case *types.Map:
			key, value = b.only(x, t.Key()), b.only(x, t.Elem())
		case *types.Signature:
			key, value = b.iterate(x, t)
		}
	}
	b.loop(func() {
		if s.Key != nil {
			b.assign(s.Key, key, nil)
		}
		if s.Value != nil {
			b.assign(s.Value, value, nil)
		}
	}, s.Body)
}

// only returns a node with those of x that can be of type t.
func (b *builder) only(x Node, t types.Type) Node {
	if x == 0 || !b.carries(t) {
		return 0
	}
	n := b.node()
	b.assertTo(x, n, t)
	if isContainer(t) {
		b.copy(n, x)
	}
	return n
}

// iterate returns what the iterator seq yields. One that another package made of a container holds the container's elements.
func (b *builder) iterate(seq Node, sig *types.Signature) (key, value Node) {
	if seq == 0 || sig.Params().Len() != 1 {
		return 0, 0
	}
	yield, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	if !ok {
		return 0, 0
	}
	f := &Function{sig: yield}
	for p := range yield.Params().Variables() {
		var n Node
		if b.carries(p.Type()) {
			n = b.node()
			b.assertTo(seq, n, p.Type())
		}
		f.params = append(f.params, n)
	}
	b.callValue(seq, sig, []Node{b.holding(&Object{typ: yield, fn: f})}, nil)
	return append(f.params, 0, 0)[0], append(f.params, 0, 0)[1]
}

func (b *builder) returnStmt(s *ast.ReturnStmt) {
	if b.current == nil {
		return
	}
	want := b.current.results
	if len(s.Results) == 1 && len(want) > 1 {
		for i, n := range b.tuple(s.Results[0], len(want)) {
			b.alias(n, want[i], b.current.sig.Results().At(i).Type())
		}
		return
	}
	for i, e := range s.Results {
		n := b.expr(e)
		if last := len(s.Results) - 1; i < last && isFailure(b.info, s.Results[last]) {
			b.discardZero(e, n) // the zero value beside an error is no value
		}
		if i < len(want) && b.passes(i, e) {
			continue
		}
		if v := b.named1(i); v != nil {
			b.copy(n, b.base(v)) // for functions that are deferred
		}
		if i < len(want) {
			b.alias(n, want[i], b.current.sig.Results().At(i).Type())
		}
	}
}

func (b *builder) typeSwitch(s *ast.TypeSwitchStmt) {
	b.stmt(s.Init)
	var x Node
	switch a := s.Assign.(type) {
	case *ast.AssignStmt:
		if ta, ok := ast.Unparen(a.Rhs[0]).(*ast.TypeAssertExpr); ok {
			x = b.expr(ta.X)
		}
	case *ast.ExprStmt:
		if ta, ok := ast.Unparen(a.X).(*ast.TypeAssertExpr); ok {
			b.expr(ta.X)
		}
	}
	b.cases(s.Body, false, func(c ast.Stmt) {
		if v, ok := b.info.Implicits[c].(*types.Var); ok && x != 0 {
			b.assertTo(x, b.variable(v), v.Type())
		}
	})
}
