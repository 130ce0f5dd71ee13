package leak

import (
	"cmp"
	"go/ast"
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
	serves   bool                 // the program goes on until it is stopped: it has a server or waits forever, or main has a loop without a way out

	abstract []abstractCall
	ofType   map[*types.TypeName][]call // where functions of a type are called that only this package can make or call
	closed   map[*types.Signature]bool  // of literals that are such

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
	run   catalog.Run // how often a literal runs where it stands, or a declared function that is handed on
	often state
}

// A call is a place where a function is run. For a literal it may be the place where it stands: what runs it does so there.
type call struct {
	in  *function // nil for the initializer of a package variable
	pos token.Pos

	of value // whose method is called, by way of an interface
}

// A value is what has the method that is called: a variable, or an element of it, by way of loops over its elements.
//
//	for _, step := range steps {
//		step.run() // another value each time
//	}
type value struct {
	declared token.Pos   // none if it is not known, or does not matter
	loops    []token.Pos // where these begin
}

// An abstractCall is a call of a method of an interface.
type abstractCall struct {
	call
	method *types.Func
}

// A loop is the part of a function that is repeated: the body, without the init statement and the condition.
type loop struct {
	start    token.Pos // of the statement
	from, to token.Pos
	endless  bool // it goes on until somebody ends it
	ends     bool // an endless one that has a way out and waits for nothing
}

// has reports whether pos is in the part that is repeated.
func (l loop) has(pos token.Pos) bool { return l.from <= pos && pos < l.to }

// repeats reports whether the loop runs what is called there again and again, of the same value.
func (l loop) repeats(at call) bool {
	v := at.of
	return l.has(at.pos) && !slices.Contains(v.loops, l.start) && (v.declared == token.NoPos || v.declared < l.start || l.to <= v.declared)
}

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
// both are known, and those of what a field holds to all functions that it is given.
func readCode(pkg *types.Package, info *types.Info, files []*ast.File) *code {
	c := &code{
		pkg: pkg, info: info, declared: make(map[*types.Func]*function), endless: make(map[*function][]loop),
		ofType: make(map[*types.TypeName][]call), closed: make(map[*types.Signature]bool),
	}
	for _, file := range files {
		c.readFunctions(file)
	}
	slices.SortFunc(c.funcs, func(x, y *function) int { return cmp.Compare(x.node.Pos(), y.node.Pos()) })
	r := &reader{
		code: c, literals: make(map[*ast.FuncLit]*function), typed: make(map[*function]*types.TypeName), known: make(map[*types.Var]bool),
		uses: make(map[types.Object]int), calls: make(map[types.Object][]call), elements: make(map[types.Object]*ast.RangeStmt),
		inField: make(map[*types.Var][]*function), ofField: make(map[*types.Var][]call),
	}
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
	c.readAbstract()
	for v, held := range r.inField {
		for _, f := range held {
			f.calls = append(f.calls, r.ofField[v]...)
		}
	}
	for f, tn := range r.typed {
		f.calls = append(f.calls, c.ofType[tn]...)
		c.closed[f.sig] = true
	}
	return c
}

// readAbstract takes a call of an interface's method as one of each method of the package that it may run.
func (c *code) readAbstract() {
	methods := make(map[string][]*function)
	for _, f := range c.funcs {
		if f.obj != nil && f.sig.Recv() != nil {
			methods[f.obj.Name()] = append(methods[f.obj.Name()], f)
		}
	}
	for _, a := range c.abstract {
		iface, ok := a.method.Signature().Recv().Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for _, f := range methods[a.method.Name()] {
			recv := pointsto.Deref(f.sig.Recv().Type())
			if types.Implements(recv, iface) || types.Implements(types.NewPointer(recv), iface) {
				f.calls = append(f.calls, a.call)
			}
		}
	}
}

// readFunctions finds the functions of file, each behind the one around it, with the loops that stand directly in them. A loop
// without a condition goes on until somebody ends it, and so does one that asks a context, or that receives from a channel:
//
//	for { ... }
//	for ctx.Err() == nil { ... }
//	for job := range jobs { ... }
//
// A loop that has a way out and waits for nothing is taken to end: with what it reads, or after some attempts if it counts them.
//
//	for { n, err := body.Read(buf); ... return }
//	for i := 0; ; i++ { ... break }
//
// The first may also send requests for as long as none fails, so it still counts as endless for what is in it ([code.livesOn]).
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
				left, waits := c.readLoop(n.Body)
				l := loop{start: n.Pos(), from: n.Body.Pos(), to: n.Body.End(), ends: n.Cond == nil && left && !waits}
				c.serves = c.serves || n.Cond == nil && !left && f.isMain()
				counts := l.ends && n.Post != nil
				l.endless = !counts && (n.Cond == nil || c.asksContext(n.Cond))
				f.loops = append(f.loops, l)
			}
		case *ast.SelectStmt:
			c.serves = c.serves || len(n.Body.List) == 0
		case *ast.RangeStmt:
			if f := last(around); f != nil {
				isChan := false
				if t := c.info.TypeOf(n.X); t != nil {
					_, isChan = t.Underlying().(*types.Chan)
				}
				f.loops = append(f.loops, loop{start: n.Pos(), from: n.Body.Pos(), to: n.Body.End(), endless: isChan})
			}
		}
		return true
	})
}

// readLoop returns whether a loop with that body has a way out: a break, a return, or the end of the program. And whether it waits: for a
// channel, or for time to pass.
func (c *code) readLoop(body *ast.BlockStmt) (left, waits bool) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			left = true
		case *ast.BranchStmt:
			left = left || n.Tok == token.BREAK || n.Tok == token.GOTO
		case *ast.ExprStmt:
			left = left || pointsto.Ends(c.info, n)
		case *ast.SelectStmt:
			waits = true
		case *ast.UnaryExpr:
			waits = waits || n.Op == token.ARROW
		case *ast.CallExpr:
			fn := typeutil.StaticCallee(c.info, n)
			waits = waits || fn != nil && fn.Name() == "Sleep"
		}
		return true
	})
	return left, waits
}

// isMain reports whether f is the function of a program with which that ends.
func (f *function) isMain() bool {
	return f.obj != nil && f.obj.Name() == "main" && f.obj.Pkg().Name() == "main" && f.sig.Recv() == nil
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
// around pos are looked at, since one may be run as a goroutine. A loop that ends counts only if pos is in it.
func (c *code) livesOn(made, pos token.Pos) bool {
	return slices.ContainsFunc(c.endless[c.at(pos).outermost()], func(l loop) bool {
		return !c.isRunBy(l, call{in: c.at(made), pos: made}, maxCalls) && (!l.ends || l.has(pos))
	})
}

// maxCalls bounds how many literals that run each other are looked at to know if a loop runs one.
const maxCalls = 5

// isRunBy reports whether loop l runs what is at a call's place: that is in the loop, or in a literal that nothing but the loop runs.
//
//	check := func(url string) error { ... }
//	for url := range urls {
//		check(url)
//	}
func (c *code) isRunBy(l loop, at call, most int) bool {
	f := at.in
	if l.has(at.pos) {
		return true
	}
	if most == 0 || f == nil || f.obj != nil || f.run != catalog.RunsHere || len(f.calls) == 0 || f.node.Pos() <= l.from && l.from < f.node.End() {
		return false
	}
	return !slices.ContainsFunc(f.calls, func(at call) bool { return !c.isRunBy(l, at, most-1) })
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
func (c *code) often(pos token.Pos) bool { return c.again(call{in: c.at(pos), pos: pos}) }

// again reports whether the code at a call's place runs again and again: it is in a loop, or its function is run so. A loop in a
// program that ends soon does not count. The initializer of a package variable runs once.
func (c *code) again(at call) bool {
	if at.in == nil {
		return false
	}
	inLoop := slices.ContainsFunc(at.in.loops, func(l loop) bool { return l.repeats(at) })
	return inLoop && c.lasts() || c.runsOften(at.in)
}

// whyAgain says why the code at a call's place runs again and again, step by step.
func (c *code) whyAgain(at call, seen map[*function]bool) []Reason {
	if at.in == nil || seen[at.in] {
		return nil
	}
	seen[at.in] = true
	for _, l := range at.in.loops {
		if l.repeats(at) && c.lasts() {
			return []Reason{{"this loop runs it again and again", l.from}}
		}
	}
	f := at.in
	pos := f.node.Pos()
	switch {
	case c.hasParam(f.sig, catalog.IsHandled):
		return []Reason{{c.name(f) + " runs for each of what it handles, by its parameters", pos}}
	case f.repeated() && c.lasts():
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
	if f.repeated() && c.lasts() || f.obj != nil && c.isEntry(f) {
		return true
	}
	return slices.ContainsFunc(f.calls, c.again)
}

// repeated reports whether f is handed to a function that runs it again and again.
func (f *function) repeated() bool {
	return f.run == catalog.RunsAgain || f.run == catalog.RunsForEach
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
