package leak

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A reader reads the files once all functions are known. uses counts how often each object is named, so that callsOf knows if all
// uses of a variable are calls.
type reader struct {
	*code
	literals map[*ast.FuncLit]*function
	typed    map[*function]*types.TypeName // literals of types that only this package can make or call
	inField  map[*types.Var][]*function    // declared functions that fields hold which only this package can fill
	ofField  map[*types.Var][]call         // where functions in those are called
	uses     map[types.Object]int
	calls    map[types.Object][]call         // of function values, by the variable
	elements map[types.Object]*ast.RangeStmt // variables that are elements, by the loop
	kept     []*ast.FuncLit                  // literals around what is read that may run at any time
	known    map[*types.Var]bool             // those in lasting
}

// countCalls notes n in calls, or in elements.
func (r *reader) countCalls(n ast.Node) bool {
	if loop, ok := n.(*ast.RangeStmt); ok {
		if id, ok := loop.Value.(*ast.Ident); ok && r.info.Defs[id] != nil {
			r.elements[r.info.Defs[id]] = loop
		}
	}
	if c, ok := n.(*ast.CallExpr); ok {
		if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok {
			if v, ok := r.info.Uses[id].(*types.Var); ok {
				r.calls[v] = append(r.calls[v], call{in: r.at(c.Pos()), pos: c.Pos()})
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
			r.handOn(n)
		case *ast.AssignStmt:
			r.closing(n)
			for i, e := range n.Lhs {
				if len(n.Lhs) != len(n.Rhs) {
					continue
				}
				switch e := ast.Unparen(e).(type) {
				case *ast.IndexExpr:
					r.store(n.Rhs[i])
				case *ast.SelectorExpr:
					r.fill(r.info.ObjectOf(e.Sel), n.Rhs[i])
				}
			}
		case *ast.SendStmt:
			if _, ok := n.Value.(*ast.FuncLit); !ok { // else somebody takes it out to run it: see use
				r.store(n.Value)
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && r.isClose(r.info.ObjectOf(id)) {
				r.closesRequests = r.closesRequests || !r.isFalse(n.Value)
			} else if ok {
				r.fill(r.info.ObjectOf(id), n.Value)
			}
		case *ast.CompositeLit:
			r.unkeyed(n)
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

// isStored reports whether what is at pos is put into a container where it is made. What a literal makes is made when that is run:
//
//	done <- retry.Do(func() error { ... })
func (c *code) isStored(pos token.Pos) bool {
	f := c.at(pos)
	return slices.ContainsFunc(c.stored, func(e ast.Expr) bool {
		return e.Pos() <= pos && pos < e.End() && (f == nil || f.node.Pos() < e.Pos())
	})
}

// call notes a call: where a function of the package is run, what is appended, whether the program serves, and whether a request
// has the header Connection: close. Calls of other function values are not noted: what they run is known to run by other ways, or counts as
// run once.
func (r *reader) call(n *ast.CallExpr) {
	fn := typeutil.StaticCallee(r.info, n)
	if fn == nil {
		if id, ok := ast.Unparen(n.Fun).(*ast.Ident); ok && id.Name == "append" && r.info.Types[id].IsBuiltin() {
			for _, e := range n.Args[1:] {
				r.store(e)
			}
		} else if m, ok := typeutil.Callee(r.info, n).(*types.Func); ok {
			r.noteAbstract(n, m)
		} else if tn := r.ownFunc(r.info.TypeOf(n.Fun)); tn != nil {
			r.ofType[tn] = append(r.ofType[tn], call{in: r.at(n.Pos()), pos: n.Pos()})
		} else if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok {
			if v := r.ownField(r.info.ObjectOf(sel.Sel)); v != nil {
				r.ofField[v] = append(r.ofField[v], call{in: r.at(n.Pos()), pos: n.Pos(), of: r.valueOf(sel.X)})
			}
		}
		return
	}
	if f := r.declared[fn.Origin()]; f != nil {
		f.calls = append(f.calls, call{in: r.at(n.Pos()), pos: n.Pos()})
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

// fill notes that a field is given val, if that is a function of the package, and the field is one that only this package can fill. Whoever
// calls what the field holds calls it:
//
//	probes := []struct{ run func(host string) error }{{run: overHTTP}, {run: overTCP}}
//	for _, p := range probes {
//		p.run(host)
//	}
func (r *reader) fill(field types.Object, val ast.Expr) {
	v := r.ownField(field)
	if v == nil {
		return
	}
	if f := r.named(val); f != nil {
		r.inField[v] = append(r.inField[v], f)
	}
}

// named returns the function of the package that e names, nil if it names none.
func (r *reader) named(e ast.Expr) *function {
	var id *ast.Ident
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = e
	case *ast.SelectorExpr:
		id = e.Sel
	}
	if fn, _ := r.info.ObjectOf(id).(*types.Func); fn != nil {
		return r.declared[fn.Origin()]
	}
	return nil
}

// unkeyed does the same for the fields of a literal that names none.
func (r *reader) unkeyed(lit *ast.CompositeLit) {
	t := r.info.TypeOf(lit)
	if t == nil {
		return
	}
	s, ok := pointsto.Deref(t).Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if _, keyed := e.(*ast.KeyValueExpr); !keyed && i < s.NumFields() {
			r.fill(s.Field(i), e)
		}
	}
}

// ownField returns o, if that is a field that holds a function which only this package can give it.
func (r *reader) ownField(o types.Object) *types.Var {
	v, ok := o.(*types.Var)
	if !ok || !v.IsField() || v.Exported() || v.Pkg() != r.pkg {
		return nil
	}
	if _, ok := v.Type().Underlying().(*types.Signature); !ok {
		return nil
	}
	return v.Origin()
}

// handOn notes where functions of the package that n hands on are run:
//
//	retry.Do(3, c.fetch)
//	bus.Subscribe("orders", c.receive)
//	each(urls, fetch)
func (r *reader) handOn(n *ast.CallExpr) {
	for _, a := range n.Args {
		f := r.named(a)
		if f == nil {
			continue
		}
		called, run := r.argument(ast.Unparen(a), f.sig, n, call{in: r.at(n.Pos()), pos: n.Pos()})
		switch run {
		case catalog.RunsOnce:
		case catalog.RunsAgain, catalog.RunsForEach:
			f.run = run
			fallthrough
		default:
			f.calls = append(f.calls, called...)
		}
	}
}

// noteAbstract notes n, a call of a method of an interface, if the package declares that. Of those that everybody has, as io.Closer, it is not
// known whose method is called.
func (r *reader) noteAbstract(n *ast.CallExpr, m *types.Func) {
	sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
	if !ok || m.Pkg() != r.pkg {
		return
	}
	r.abstract = append(r.abstract, abstractCall{call{in: r.at(n.Pos()), pos: n.Pos(), of: r.valueOf(sel.X)}, m.Origin()})
}

// valueOf returns the value that e is. One that another function returns is another one each time.
func (r *reader) valueOf(e ast.Expr) (v value) {
	v.declared = e.Pos()
	const deepest = 10 // loops over elements of elements; a variable may be an element of itself
	for range deepest {
		id := root(e)
		o := r.info.ObjectOf(id)
		if id == nil || o == nil {
			return v
		}
		v.declared = o.Pos()
		over := r.elements[o]
		if over == nil {
			return v
		}
		v.loops = append(v.loops, over.Pos())
		e = over.X
		v.declared = e.Pos()
	}
	return v
}

// root returns the variable that e selects from, nil if e is not only selections.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		default:
			return nil
		}
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
	for i, e := range n.Lhs {
		if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && r.isClose(r.info.ObjectOf(sel.Sel)) {
			r.closesRequests = r.closesRequests || len(n.Lhs) != len(n.Rhs) || !r.isFalse(n.Rhs[i])
		}
	}
}

// isFalse reports whether e is the constant false.
func (r *reader) isFalse(e ast.Expr) bool {
	v := r.info.Types[e].Value
	return v != nil && v.Kind() == constant.Bool && !constant.BoolVal(v)
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
	here := call{in: f.around, pos: lit.Pos()}
	if called, run := r.use(f, lit, stack, here); len(called) > 0 || run != catalog.RunsUnknown {
		f.calls, f.run = called, run
		if run != catalog.RunsForEach {
			return
		}
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

// ownFunc returns the name of t, if that is a function type that the package does not export, or one that only this package can call, since
// it takes what only this package has. A value of it that is called here was made here, or converted from a function elsewhere in the
// package.
//
//	type Option func(*options)
func (r *reader) ownFunc(t types.Type) *types.TypeName {
	if t == nil {
		return nil
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() != r.pkg {
		return nil
	}
	sig, ok := n.Underlying().(*types.Signature)
	if !ok || n.Obj().Exported() && !r.takesOwn(sig) {
		return nil
	}
	return n.Obj()
}

// takesOwn reports whether functions like sig get something that others do not have.
func (r *reader) takesOwn(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if isInner(r.pkg, pointsto.Deref(p.Type())) {
			return true
		}
	}
	return false
}

// isInner reports whether t is a struct that pkg keeps to itself. One with methods is often a value of which others see an interface.
func isInner(pkg *types.Package, t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() != pkg || n.Obj().Exported() || n.NumMethods() > 0 {
		return false
	}
	_, ok = n.Underlying().(*types.Struct)
	return ok
}

// use returns the places where lit is run, if it is not kept:
//
//	func() { ... }()                 // here
//	slices.SortFunc(s, func(...) ...) // by what the catalog knows
//	each(func() { ... })             // where each, of this package, calls its parameter
//	f := func() { ... }; f()         // where f is called, if f is only called
//	work <- func() { ... }           // here, as for go func() { ... }()
//
// One that is registered for what comes is kept, but it is known that it runs for each:
//
//	bus.Subscribe("orders", func(m Message) { ... })
func (r *reader) use(f *function, lit *ast.FuncLit, stack []ast.Node, here call) (called []call, run catalog.Run) {
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
		return r.argument(lit, f.sig, n, here)
	case *ast.SendStmt:
		return []call{here}, catalog.RunsHere
	case *ast.AssignStmt:
		if id, ok := n.Lhs[0].(*ast.Ident); ok && len(n.Lhs) == 1 && n.Tok == token.DEFINE {
			return r.callsOf(r.info.ObjectOf(id))
		}
	}
	return nil, catalog.RunsUnknown
}

// argument is like use for a function like sig, a literal or one with a name, that n has as an argument. It runs where the function calls
// its parameter, and often as well if n itself is reached often: both places are calls. What a function of this package does with it counts
// before its name. In a variadic function the parameter is a slice, and not followed.
func (r *reader) argument(arg ast.Expr, sig *types.Signature, n *ast.CallExpr, here call) ([]call, catalog.Run) {
	fn, _ := typeutil.Callee(r.info, n).(*types.Func)
	if fn == nil || fn.Pkg() == nil {
		return nil, catalog.RunsUnknown
	}
	own, params := r.declared[fn.Origin()] != nil, fn.Origin().Signature().Params()
	if i := slices.IndexFunc(n.Args, func(e ast.Expr) bool { return ast.Unparen(e) == arg }); own && 0 <= i && i < params.Len() && !fn.Signature().Variadic() {
		if called, run := r.callsOf(params.At(i)); run != catalog.RunsUnknown {
			return append(called, here), run
		}
	}
	switch {
	case catalog.RunsForWhatComes(fn.Name()) && sig.Params().Len() > 0:
		return nil, catalog.RunsForEach
	case own:
		return nil, catalog.RunsUnknown
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
