package leak

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// code is what the source of a package says about how often its functions run, and how long what they make lasts.
//
// It has a call graph of its own, of calls by name and of literals that can be followed to where they run. The points-to analysis
// has one, too, but that says which function may run, and not how often; here a literal counts as kept as soon as one of its uses
// is not understood.
type code struct {
	pkg  *types.Package
	info *types.Info

	funcs    []*function
	declared map[*types.Func]*function
	endless  map[*function][]loop // by the outermost function
	serves   bool                 // the program goes on until it is stopped

	ofType map[*types.TypeName][]call // where functions of a type are called that only this package can make
	closed map[*types.Signature]bool  // of literals that are such

	stored         []ast.Expr   // what is put into containers
	lasting        []*types.Var // variables that outlive calls: of packages, and what literals that are kept share with the function around
	closesRequests bool         // some request asks for its connection to be closed
}

// A function is a declaration or a literal. Functions are sorted by position, so that the one around a place is found by a binary
// search, and a literal comes behind the function around it.
type function struct {
	node   ast.Node
	body   *ast.BlockStmt
	sig    *types.Signature
	obj    *types.Func // nil for a literal
	around *function   // of a literal
	loops  []loop      // in the body, literals excepted

	prints bool // something to standard output, itself or in a literal

	calls []call      // by name, or of the literal
	run   catalog.Run // how often a literal runs where it stands
	often state
}

// A call is a place where a function is run. For a literal it may be the place where it stands: what runs it does so there.
type call struct {
	in  *function // nil for the initializer of a package variable
	pos token.Pos
}

// A loop is the part of a function that is repeated: the body, without the init statement and the condition.
type loop struct {
	from, to token.Pos
	endless  bool // it goes on until somebody ends it
}

// has reports whether pos is in the part that is repeated.
func (l loop) has(pos token.Pos) bool { return l.from <= pos && pos < l.to }

// A state is the answer to a question that may lead back to itself. While it is asked, the answer counts as no: a function that
// calls itself runs again and again only if something else says so.
type state uint8

const (
	unasked state = iota
	asked
	no
	yes
)

// readCode reads the files twice. All functions must be known before the calls are, as a function may be called before its
// declaration. The calls of values of a type that only this package can make go to all literals of the type at the end, when all of
// both are known.
func readCode(pkg *types.Package, info *types.Info, files []*ast.File) *code {
	c := &code{
		pkg: pkg, info: info, declared: make(map[*types.Func]*function), endless: make(map[*function][]loop),
		ofType: make(map[*types.TypeName][]call), closed: make(map[*types.Signature]bool),
	}
	for _, file := range files {
		c.readFunctions(file)
	}
	slices.SortFunc(c.funcs, func(x, y *function) int { return cmp.Compare(x.node.Pos(), y.node.Pos()) })
	r := &reader{code: c, literals: make(map[*ast.FuncLit]*function), uses: make(map[types.Object]int), calls: make(map[types.Object][]call), typed: make(map[*function]*types.TypeName), known: make(map[*types.Var]bool)}
	for _, o := range info.Uses {
		r.uses[o]++
	}
	for _, f := range c.funcs {
		if lit, ok := f.node.(*ast.FuncLit); ok {
			r.literals[lit] = f
		}
		for _, l := range f.loops {
			if l.endless {
				c.endless[f.outermost()] = append(c.endless[f.outermost()], l)
			}
		}
	}
	for _, file := range files {
		ast.Inspect(file, r.countCalls)
	}
	for _, file := range files {
		r.read(file)
	}
	for f, tn := range r.typed {
		f.calls = append(f.calls, c.ofType[tn]...)
		c.closed[f.sig] = true
	}
	return c
}

// readFunctions finds the functions of file, each behind the one around it, with the loops that stand directly in them. A loop
// without a condition goes on until somebody ends it, and so does one that asks a context, or that receives from a channel:
//
//	for { ... }
//	for ctx.Err() == nil { ... }
//	for job := range jobs { ... }
func (c *code) readFunctions(file *ast.File) {
	var around []*function
	var stack []ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			if f := last(around); f != nil && f.node == last(stack) {
				around = around[:len(around)-1]
			}
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		switch n := n.(type) {
		case *ast.FuncDecl:
			if obj, ok := c.info.Defs[n.Name].(*types.Func); ok && n.Body != nil {
				f := &function{node: n, body: n.Body, sig: obj.Signature(), obj: obj}
				c.declared[obj] = f
				c.funcs, around = append(c.funcs, f), append(around, f)
			}
		case *ast.FuncLit:
			sig, _ := c.info.TypeOf(n).(*types.Signature)
			f := &function{node: n, body: n.Body, sig: sig, around: last(around)}
			c.funcs, around = append(c.funcs, f), append(around, f)
		case *ast.ForStmt:
			if f := last(around); f != nil {
				f.loops = append(f.loops, loop{n.Body.Pos(), n.Body.End(), n.Cond == nil || c.asksContext(n.Cond)})
			}
		case *ast.RangeStmt:
			if f := last(around); f != nil {
				t := c.info.TypeOf(n.X)
				_, isChan := types.Unalias(t).Underlying().(*types.Chan)
				f.loops = append(f.loops, loop{n.Body.Pos(), n.Body.End(), isChan})
			}
		}
		return true
	})
}

// last returns the last element of s, or the zero value.
func last[T any](s []T) (t T) {
	if len(s) > 0 {
		t = s[len(s)-1]
	}
	return t
}

// asksContext reports whether a condition selects something from a context, as ctx.Err.
func (c *code) asksContext(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && pointsto.IsType(c.info.TypeOf(sel.X), "context", "Context") {
			found = true
		}
		return !found
	})
	return found
}

// at returns the innermost function around pos, nil if there is not one. The last function that begins before pos may have ended,
// and then it is one of those around that.
func (c *code) at(pos token.Pos) *function {
	i, found := slices.BinarySearchFunc(c.funcs, pos, func(f *function, pos token.Pos) int { return cmp.Compare(f.node.Pos(), pos) })
	if !found {
		i--
	}
	if i < 0 {
		return nil
	}
	f := c.funcs[i]
	for f != nil && f.node.End() <= pos {
		f = f.around
	}
	return f
}

// livesOn reports whether pos is in a loop that goes on for as long as the process, or in a function with one, and made is outside
// of it. A transport that is made before such a loop is there for the loop, and not left behind. All literals in the declaration
// around pos are looked at, since one may be run as a goroutine.
func (c *code) livesOn(made, pos token.Pos) bool {
	return slices.ContainsFunc(c.endless[c.at(pos).outermost()], func(l loop) bool { return !l.has(made) })
}

// outermost returns the function around f that is not in another one, nil if f is.
func (f *function) outermost() *function {
	for f != nil && f.around != nil {
		f = f.around
	}
	return f
}

// Often returns a function that reports whether what is at a place runs again and again: rule 1. It reads the files when it is first called.
func Often(pkg *types.Package, info *types.Info, files []*ast.File) func(token.Pos) bool {
	read := sync.OnceValue(func() *code { return readCode(pkg, info, files) })
	return func(pos token.Pos) bool { return read().often(pos) }
}

// often reports whether what is at pos runs again and again: rule 1.
func (c *code) often(pos token.Pos) bool { return c.again(call{c.at(pos), pos}) }

// again reports whether the code at a call's place runs again and again: it is in a loop, or its function is run so. A loop in a
// program that ends soon does not count. The initializer of a package variable runs once.
func (c *code) again(at call) bool {
	if at.in == nil {
		return false
	}
	inLoop := slices.ContainsFunc(at.in.loops, func(l loop) bool { return l.has(at.pos) })
	return inLoop && c.lasts() || c.runsOften(at.in)
}

// whyAgain says why the code at a call's place runs again and again, step by step.
func (c *code) whyAgain(at call, seen map[*function]bool) []Reason {
	if at.in == nil || seen[at.in] {
		return nil
	}
	seen[at.in] = true
	for _, l := range at.in.loops {
		if l.has(at.pos) && c.lasts() {
			return []Reason{{"this loop runs it again and again", l.from}}
		}
	}
	f := at.in
	pos := f.node.Pos()
	switch {
	case c.hasParam(f.sig, catalog.IsHandled):
		return []Reason{{c.name(f) + " runs for each of what it handles, by its parameters", pos}}
	case f.obj == nil && f.run == catalog.RunsAgain && c.lasts():
		return []Reason{{c.name(f) + " is run again and again by the function that gets it", pos}}
	case f.obj != nil && c.isEntry(f):
		return []Reason{{"other packages may call " + c.name(f) + " again and again", pos}}
	}
	for _, call := range f.calls {
		if c.again(call) {
			return append([]Reason{{c.name(call.in) + " runs " + c.name(f), call.pos}}, c.whyAgain(call, seen)...)
		}
	}
	return nil
}

// name names f for people.
func (c *code) name(f *function) string {
	if f.obj != nil {
		return pointsto.FuncKey(f.obj)
	}
	return "a function literal"
}

// lasts reports whether a process lasts that runs code of the package, so that what it leaks matters: the package serves, or it is
// not a command. By the path and the name of the package, so a program that lasts without one of the catalog's functions is silent.
func (c *code) lasts() bool { return c.serves || !catalog.IsCommand(c.pkg.Path(), c.pkg.Name()) }

// runsOften reports whether f runs again and again.
func (c *code) runsOften(f *function) bool {
	if f.often == unasked {
		f.often = asked
		if c.findOften(f) {
			f.often = yes
		} else {
			f.often = no
		}
	}
	return f.often == yes
}

// findOften finds what runsOften remembers. A parameter such as *http.Request says that the function runs for each of many
// requests, whoever calls it. For others it is what is known of the library function that runs the literal, whether importers call
// the function, or any of its calls.
func (c *code) findOften(f *function) bool {
	if c.hasParam(f.sig, catalog.IsHandled) {
		return true
	}
	if f.obj == nil && f.run == catalog.RunsOnce {
		return false
	}
	if f.obj == nil && f.run == catalog.RunsAgain && c.lasts() || f.obj != nil && c.isEntry(f) {
		return true
	}
	return slices.ContainsFunc(f.calls, c.again)
}

// isEntry reports whether other packages call f, and not only once. That is a guess by its name and parameters: NewClient and Run
// begin something, and are not entries; Fetch is one. Nor is a function that prints something: it is part of a command. This is where a
// finding can be false: nobody may call an exported function twice.
func (c *code) isEntry(f *function) bool {
	return f.obj.Exported() && !f.prints && !catalog.IsCommand(c.pkg.Path(), c.pkg.Name()) && !catalog.Begins(f.obj.Name()) && !c.hasParam(f.sig, catalog.IsCalled)
}

// hasParam reports whether a parameter of sig is of a type that is one of those, of a pointer to it, or of a channel of it.
func (c *code) hasParam(sig *types.Signature, is func(pkg, typ string) bool) bool {
	if sig == nil {
		return false
	}
	for p := range sig.Params().Variables() {
		t := pointsto.Deref(p.Type())
		if ch, ok := t.Underlying().(*types.Chan); ok {
			t = types.Unalias(ch.Elem())
		}
		if n, ok := t.(*types.Named); ok && n.Obj().Pkg() != nil && is(n.Obj().Pkg().Path(), n.Obj().Name()) {
			return true
		}
	}
	return false
}

// A reader reads the files once all functions are known. uses counts how often each object is named, so that callsOf knows if all
// uses of a variable are calls.
type reader struct {
	*code
	literals map[*ast.FuncLit]*function
	typed    map[*function]*types.TypeName // literals of types that only this package can make
	uses     map[types.Object]int
	calls    map[types.Object][]call // of function values, by the variable
	kept     []*ast.FuncLit          // literals around what is read that may run at any time
	known    map[*types.Var]bool     // those in lasting
}

// countCalls notes n in calls.
func (r *reader) countCalls(n ast.Node) bool {
	if c, ok := n.(*ast.CallExpr); ok {
		if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok {
			if v, ok := r.info.Uses[id].(*types.Var); ok {
				r.calls[v] = append(r.calls[v], call{r.at(c.Pos()), c.Pos()})
			}
		}
	}
	return true
}

// read notes what a file says, node by node, with the nodes around each on a stack: what becomes of a literal is told by what it
// stands in. Variables of packages last; so do all that are containers, since what one call puts there another may take out.
func (r *reader) read(file *ast.File) {
	var stack []ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			if lit := last(r.kept); lit != nil && last(stack) == lit {
				r.kept = r.kept[:len(r.kept)-1]
			}
			stack = stack[:len(stack)-1]
			return true
		}
		switch n := n.(type) {
		case *ast.Ident:
			r.shared(n)
			if v, ok := r.info.ObjectOf(n).(*types.Var); ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
				r.last(v)
			} else if ok && !v.IsField() && isContainer(v.Type()) {
				r.last(v)
			}
		case *ast.CallExpr:
			r.call(n)
		case *ast.AssignStmt:
			r.closing(n)
			for i, e := range n.Lhs {
				if _, ok := ast.Unparen(e).(*ast.IndexExpr); ok && len(n.Lhs) == len(n.Rhs) {
					r.store(n.Rhs[i])
				}
			}
		case *ast.SendStmt:
			r.store(n.Value)
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && r.isClose(r.info.ObjectOf(id)) {
				r.closesRequests = true
			}
		case *ast.FuncLit:
			r.literal(n, stack)
		}
		stack = append(stack, n)
		return true
	})
}

// last notes that v outlives calls. finder.findPlaces makes its node a place.
func (r *reader) last(v *types.Var) {
	if !r.known[v] {
		r.known[v] = true
		r.lasting = append(r.lasting, v)
	}
}

// store notes that e is put into a container: an element that is assigned, sent to a channel, or appended. A variable that is
// stored counts as one that lasts, since the container has what it holds.
func (r *reader) store(e ast.Expr) {
	r.stored = append(r.stored, e)
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		if v, ok := r.info.ObjectOf(id).(*types.Var); ok {
			r.last(v)
		}
	}
}

// isStored reports whether what is at pos is put into a container where it is made.
func (c *code) isStored(pos token.Pos) bool {
	return slices.ContainsFunc(c.stored, func(e ast.Expr) bool { return e.Pos() <= pos && pos < e.End() })
}

// call notes a call: where a function of the package is run, what is appended, whether the program serves, and whether a request
// has the header Connection: close. Calls of interfaces' methods and of other function values are not noted: what they run is known
// to run by other ways, or counts as run once.
func (r *reader) call(n *ast.CallExpr) {
	fn := typeutil.StaticCallee(r.info, n)
	if fn == nil {
		if id, ok := ast.Unparen(n.Fun).(*ast.Ident); ok && id.Name == "append" && r.info.Types[id].IsBuiltin() {
			for _, e := range n.Args[1:] {
				r.store(e)
			}
		} else if tn := r.ownFunc(r.info.TypeOf(n.Fun)); tn != nil {
			r.ofType[tn] = append(r.ofType[tn], call{r.at(n.Pos()), n.Pos()})
		}
		return
	}
	if f := r.declared[fn.Origin()]; f != nil {
		f.calls = append(f.calls, call{r.at(n.Pos()), n.Pos()})
	}
	if fn.Pkg() == nil {
		return
	}
	key := pointsto.FuncKey(fn)
	if catalog.IsPrinter(fn.Pkg().Path(), key) {
		for f := r.at(n.Pos()); f != nil; f = f.around {
			f.prints = true
		}
	}
	if catalog.Serves(fn.Pkg().Path(), key) {
		r.serves = true
	}
	if fn.Pkg().Path() == "net/http" && (key == "Header.Set" || key == "Header.Add") && r.text(n.Args[0]) == "Connection" && r.text(n.Args[1]) == "close" {
		r.closesRequests = true
	}
}

// text returns the constant string that e is, "" if it is not one.
func (r *reader) text(e ast.Expr) string {
	if v := r.info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}

// closing looks for request.Close = true.
func (r *reader) closing(n *ast.AssignStmt) {
	for _, e := range n.Lhs {
		if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && r.isClose(r.info.ObjectOf(sel.Sel)) {
			r.closesRequests = true
		}
	}
}

// isClose reports whether o is the field Close of http.Request.
func (r *reader) isClose(o types.Object) bool {
	v, ok := o.(*types.Var)
	return ok && v.IsField() && v.Name() == "Close" && v.Pkg() != nil && v.Pkg().Path() == "net/http"
}

// literal finds out where lit, inside of the nodes on stack, is run. If that is not known, it may run at any time: it is kept, and
// so is what it shares with the function around it.
//
//	t := &http.Transport{}
//	s.hook = func() { use(t) } // t outlives the call
func (r *reader) literal(lit *ast.FuncLit, stack []ast.Node) {
	f := r.literals[lit]
	here := call{f.around, lit.Pos()}
	if called, run := r.use(lit, stack, here); len(called) > 0 || run != catalog.RunsUnknown {
		f.calls, f.run = called, run
		return
	}
	if tn := r.returnedAs(f, stack); tn != nil {
		r.typed[f] = tn
	}
	r.kept = append(r.kept, lit)
}

// shared notes that the variable which id names lasts, if the literal around id is kept and shares it with the function around. If the
// variable is one of the innermost such literal, it is inside of those around that as well.
func (r *reader) shared(id *ast.Ident) {
	lit := last(r.kept)
	if lit == nil {
		return
	}
	if v, ok := r.info.Uses[id].(*types.Var); ok && !v.IsField() && (v.Pos() < lit.Pos() || lit.End() <= v.Pos()) {
		r.last(v)
	}
}

// returnedAs returns the type as which f, inside of the nodes on stack, is returned, if it is one that only this package can make.
func (r *reader) returnedAs(f *function, stack []ast.Node) *types.TypeName {
	ret, ok := last(stack).(*ast.ReturnStmt)
	if !ok || f.around == nil || len(ret.Results) != f.around.sig.Results().Len() {
		return nil
	}
	return r.ownFunc(f.around.sig.Results().At(slices.Index(ret.Results, ast.Expr(f.node.(*ast.FuncLit)))).Type())
}

// ownFunc returns the name of t, if that is a function type that the package does not export. A value of it that is called here was
// made here, or converted from a function elsewhere in the package.
func (r *reader) ownFunc(t types.Type) *types.TypeName {
	if t == nil {
		return nil
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() != r.pkg || n.Obj().Exported() {
		return nil
	}
	if _, ok := n.Underlying().(*types.Signature); !ok {
		return nil
	}
	return n.Obj()
}

// use returns the places where lit is run, if it is not kept:
//
//	func() { ... }()                 // here
//	slices.SortFunc(s, func(...) ...) // by what the catalog knows
//	each(func() { ... })             // where each, of this package, calls its parameter
//	f := func() { ... }; f()         // where f is called, if f is only called
func (r *reader) use(lit *ast.FuncLit, stack []ast.Node, here call) (called []call, run catalog.Run) {
	i := len(stack) - 1
	for i > 0 {
		if _, ok := stack[i].(*ast.ParenExpr); !ok {
			break
		}
		i--
	}
	switch n := stack[i].(type) {
	case *ast.CallExpr:
		if ast.Unparen(n.Fun) == lit {
			return []call{here}, catalog.RunsHere
		}
		return r.argument(lit, n, here)
	case *ast.AssignStmt:
		if id, ok := n.Lhs[0].(*ast.Ident); ok && len(n.Lhs) == 1 && n.Tok == token.DEFINE {
			return r.callsOf(r.info.ObjectOf(id))
		}
	}
	return nil, catalog.RunsUnknown
}

// argument is like use for a literal that n has as an argument. The literal runs where the function calls its parameter, and often
// as well if n itself is reached often: both places are calls. In a variadic function the parameter is a slice, and not followed.
func (r *reader) argument(lit *ast.FuncLit, n *ast.CallExpr, here call) ([]call, catalog.Run) {
	fn := typeutil.StaticCallee(r.info, n)
	if fn == nil || fn.Pkg() == nil {
		return nil, catalog.RunsUnknown
	}
	if f := r.declared[fn.Origin()]; f != nil {
		i := slices.IndexFunc(n.Args, func(e ast.Expr) bool { return ast.Unparen(e) == lit })
		if i < 0 || i >= fn.Signature().Params().Len() || fn.Signature().Variadic() {
			return nil, catalog.RunsUnknown
		}
		called, run := r.callsOf(fn.Origin().Signature().Params().At(i))
		if run == catalog.RunsUnknown {
			return nil, run
		}
		return append(called, here), run
	}
	if run := catalog.RunOf(fn.Pkg().Path(), pointsto.FuncKey(fn)); run != catalog.RunsUnknown {
		return []call{here}, run
	}
	return nil, catalog.RunsUnknown
}

// callsOf returns the calls of the function that variable o holds, if all that is done with it is to call it. An assignment, a
// comparison, or passing it on is a use that is not a call, and makes it unknown; so does a variable that nobody calls.
func (r *reader) callsOf(o types.Object) (calls []call, run catalog.Run) {
	calls = slices.Clip(r.calls[o])
	if r.at(o.Pos()) == nil {
		return nil, catalog.RunsUnknown
	}
	if len(calls) != r.uses[o] || len(calls) == 0 {
		return nil, catalog.RunsUnknown
	}
	return calls, catalog.RunsHere
}
