package netuse

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// texts knows what the source says about strings: networks, addresses, URLs, and the URLs of requests. A string is known by the texts
// that it may be, or may begin with. It reads the files when it is first asked.
//
// It is a small analysis of its own beside the points-to analysis, which does not follow strings: on demand, from an expression
// back to the constants that come into it, by syntax and the types of package go/types. It is flow-insensitive, a variable is all
// that it is ever given, except that a condition around an expression says more ([condition]). It is context-sensitive to the depth
// [maxFrames]: in a function that a call led to, a parameter is what that call passes, and elsewhere what all calls pass. It is of
// one package: what others may give is not known.
//
//	network := "udp4"
//	if v6 {
//		network = "udp6"
//	}
//	d.Dial(network, addr) // one of udp4, udp6
//
// Not known is the answer to everything else, and leaves findings. What it does not see, and errs silently on: the zero value of a
// variable.
type texts struct {
	info  *types.Info
	files []*ast.File
	pkg   *types.Package
	spend func(n int) bool // counts work in the budget of the package

	read     bool
	assigned map[*types.Var][]ast.Expr         // what variables and fields are given; nil for what is not known
	changes  map[*types.Var][]change           // where they are
	callers  map[*types.Func][]*ast.CallExpr   // the calls that name a function
	returns  map[*types.Func][]*ast.ReturnStmt // of declared functions
	params   map[*types.Var]param
	values   map[*types.Func]bool // functions that are used as values
	abstract map[string]bool      // names of interfaces' methods that are called
	told     []condition
	cancels  map[*types.Var][]*types.Var // of contexts, the functions that cancel them
	timed    map[*types.Var]bool         // functions that are handed on beside a duration
	optional map[*types.Var][]ast.Expr   // of contexts, the durations that they get as a limit if these are not zero
	defaults []ast.Expr                  // durations that get a value if they are zero
	closing  []condition                 // where requests close their connections: see [plain.closesEach]
	schemes  []condition                 // where URLs have the scheme that was assigned to them

	protocols map[*types.Var]protocols // that methods of a variable or field turn on
}

// A param is a parameter of a function. That of a literal has no fn: who calls it is not known here.
type param struct {
	fn    *types.Func
	index int
}

// A condition is a part of the source where an expression is one of some texts, or begins with one.
//
//	if u.Scheme == "unix" {
//		d.Dial(u.Scheme, u.Path) // here
//	}
//
// The expression is compared by pointsto.SamePlace, so that a variable with the same name in an inner scope is another one. It says
// nothing behind an assignment to the place, or to a part of it. One further down in a loop around both is not seen: this is silent.
type condition struct {
	expr     ast.Expr
	texts    []string
	from, to token.Pos
}

// A change is where a place is given something. It holds from the end of the statement on, since what is assigned is evaluated before.
type change struct {
	place ast.Expr
	end   token.Pos
}

// maxTexts bounds how many variables are looked at to know one expression, and how many texts are added to one beginning. Past it
// the expression is not known, or only its beginning is.
const maxTexts = 100

// maxSums bounds how many texts an addition has, and how many a condition tells of one place.
const maxSums = 10_000

// all reports whether e is known, and each text that it may be or begin with satisfies ok. An expression without texts, as a
// variable that is only given itself, satisfies nothing.
func (b *texts) all(e ast.Expr, ok func(string) bool) bool {
	b.readFiles()
	list, known := b.of(e, newWalk())
	return known && len(list) > 0 && !slices.ContainsFunc(list, func(text string) bool { return !ok(text) })
}

// of returns the texts that e may be or begin with. Variables and functions that the walk has seen are being looked at. A constant is itself, whatever a
// condition says; then the first condition that is about the same place decides, before what the place is given.
func (b *texts) of(e ast.Expr, w walk) (list []string, known bool) {
	if !b.spend(1 + (len(b.told)+len(b.schemes))/64) { // most is told elsewhere
		return nil, false
	}
	e = ast.Unparen(e)
	if c := b.info.Types[e].Value; c != nil {
		if c.Kind() != constant.String {
			return nil, false
		}
		return []string{constant.StringVal(c)}, true
	}
	for _, c := range b.told {
		if c.from <= e.Pos() && e.Pos() < c.to && pointsto.SamePlace(b.info, c.expr, e) && !b.changed(e, c.from, e.Pos()) {
			return c.texts, true
		}
	}
	if scheme, ok := b.scheme(e); ok {
		return []string{scheme + "://" + further}, scheme != ""
	}
	switch x := e.(type) {
	case *ast.BinaryExpr:
		if x.Op == token.ADD {
			return b.sum(x, w)
		}
	case *ast.UnaryExpr:
		if x.Op == token.AND {
			return b.of(x.X, w)
		}
	case *ast.CompositeLit:
		return b.ofLiteral(x, w)
	case *ast.CallExpr:
		return b.ofCall(x, w)
	case *ast.Ident:
		if v, ok := b.info.ObjectOf(x).(*types.Var); ok {
			return b.ofVar(v, w)
		}
	case *ast.SelectorExpr:
		if b.isWrapped(x) {
			return b.of(x.X, w)
		}
		if v, ok := b.info.ObjectOf(x.Sel).(*types.Var); ok {
			return b.ofVar(v, w)
		}
	case *ast.IndexExpr:
		return b.ofElements(x.X, w)
	}
	return nil, false
}

// changed reports whether place e, or what it is a part of, is given something in that part of the source: u.Scheme is changed by
// an assignment to u, too.
func (b *texts) changed(e ast.Expr, from, to token.Pos) bool {
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
		if v, ok := b.info.ObjectOf(id).(*types.Var); ok {
			for _, c := range b.changes[v.Origin()] {
				if from <= c.end && c.end <= to && pointsto.SamePlace(b.info, c.place, e) {
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

// further marks a text that a string only begins with. No network and no URL has the character. Tests for a prefix do not notice
// it, and tests for equality fail on it, as they should.
const further = "\x00"

// sum returns what x, an addition of strings, may be. The left side must be known. If the right one is not, the left is a
// beginning:
//
//	"http://" + host + "/v1" // begins with http://
func (b *texts) sum(x *ast.BinaryExpr, w walk) (list []string, known bool) {
	begin, known := b.of(x.X, w)
	if !known {
		return nil, false
	}
	rest, known := b.of(x.Y, w)
	if !known || len(rest) == 0 { // or a variable that the walk has seen
		rest = []string{further}
	}
	return join(begin, rest), true
}

// join returns what is known of a string that begins with one of begin, and goes on with one of rest. What a text that only begins
// goes on with is lost.
func join(begin, rest []string) (list []string) {
	for _, text := range begin {
		if strings.HasSuffix(text, further) {
			list = append(list, text)
			continue
		}
		if len(rest) > maxTexts || len(begin)*len(rest) > maxSums {
			rest = []string{further}
		}
		for _, r := range rest {
			list = append(list, text+r)
		}
	}
	return list
}

// ofCall returns what a call may return: a conversion its operand, fmt.Sprintf the beginning of its format, the method Network of
// an address the name of its network, and a function of the package what its return statements have first. A function that the walk
// has seen adds nothing, so that recursion ends.
func (b *texts) ofCall(call *ast.CallExpr, w walk) (list []string, known bool) {
	if b.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return b.of(call.Args[0], w)
	}
	fn := typeutil.StaticCallee(b.info, call)
	if fn != nil && fn.Pkg() != nil {
		if list, known, ok := b.ofMade(call, pointsto.FuncKey(fn), fn.Pkg().Path(), w); ok {
			return list, known
		}
	}
	switch {
	case fn == nil:
	case isNamedFunc(fn, "fmt", "Sprintf") && len(call.Args) > 0:
		return b.formatted(call, w)
	case fn.Name() == "Network" && fn.Pkg() != nil && fn.Pkg().Path() == "net":
		text, ok := networkOf[receiverName(fn)]
		return []string{text}, ok
	case b.returns[fn.Origin()] != nil:
		if w = w.into(fn.Origin(), call); !w.first(fn.Origin()) {
			return nil, true
		}
		for _, r := range b.returns[fn.Origin()] {
			if len(r.Results) == 0 {
				return nil, false
			}
			if b.info.Types[r.Results[0]].IsNil() {
				continue // beside an error: nobody uses it
			}
			more, ok := b.of(r.Results[0], w)
			if !ok {
				return nil, false
			}
			list = append(list, more...)
		}
		return list, true
	}
	return nil, false
}

// networkOf tells what the method Network of the net package's addresses returns.
var networkOf = map[string]string{"UnixAddr": "unix", "UDPAddr": "udp", "IPAddr": "ip", "TCPAddr": "tcp"}

// receiverName returns the name of the type that fn is a method of, "" for a function.
func receiverName(fn *types.Func) string {
	r := fn.Signature().Recv()
	if r == nil {
		return ""
	}
	name, _, _ := strings.Cut(pointsto.FuncKey(fn), ".")
	return name
}

// formatted returns what a string that fmt.Sprintf makes begins with: the format up to the first verb, and what the verb writes, if
// that is a plain %s of something known.
//
//	fmt.Sprintf("%s://%s", scheme, host) // begins with the texts of scheme, and ://
//	fmt.Sprintf("ip4:%d", proto)         // begins with ip4:
//
// A %% ends the beginning like a verb.
func (b *texts) formatted(call *ast.CallExpr, w walk) (list []string, known bool) {
	formats, known := b.of(call.Args[0], w)
	if !known {
		return nil, false
	}
	for _, f := range formats {
		text, verb, more := strings.Cut(f, "%")
		if !more {
			list = append(list, text)
			continue
		}
		rest := []string{further}
		if strings.HasPrefix(verb, "s") && len(call.Args) > 1 {
			if first, ok := b.of(call.Args[1], w); ok && len(first) > 0 {
				then, _, _ := strings.Cut(verb[1:], "%")
				rest = join(first, []string{then + further})
			}
		}
		list = append(list, join([]string{text}, rest)...)
	}
	return list, true
}

// ofVar returns what v may be: all that it is given. One expression of those that is not known makes v unknown. A variable that the
// walk has seen adds nothing, so that loops end: `path = path + "/"` is given what it is. That is never reset, so a variable that
// occurs twice in one expression adds nothing the second time, either, and what begins with it has no texts.
func (b *texts) ofVar(v *types.Var, w walk) (list []string, known bool) {
	v = v.Origin()
	w = w.at(v)
	if !w.first(v) {
		return nil, true
	}
	if len(w.seen) > maxTexts {
		return nil, false
	}
	given, known := b.given(v, w)
	if !known {
		return nil, false
	}
	for _, g := range given {
		if g.e == nil {
			return nil, false
		}
		more, ok := b.of(g.e, g.at)
		if !ok {
			return nil, false
		}
		list = append(list, more...)
	}
	return list, len(given) > 0
}

// given returns all that v is given, unless others may give it something. Of several results it is the first one that counts. A
// parameter may be assigned to as well, and is given both.
func (b *texts) given(v *types.Var, w walk) (list []gift, known bool) {
	v = v.Origin()
	for _, e := range b.assigned[v] {
		list = append(list, gift{e, w})
	}
	if p, ok := b.params[v]; ok {
		args, known := b.passed(p, w)
		return append(list, args...), known
	}
	return list, b.isOwn(v)
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
// parameter, as f(g()) or f(list...), makes it unknown.
func (b *texts) passed(p param, w walk) (args []gift, known bool) {
	if p.fn == nil {
		return nil, false
	}
	calls, up := b.callers[p.fn], w
	if w.in != nil && w.in.of == p.fn {
		calls, up.in = []*ast.CallExpr{w.in.call}, w.in.up
	} else if up.in = nil; b.values[p.fn] || !b.onlyCalledHere(p.fn) {
		return nil, false
	}
	for _, call := range calls {
		if p.index >= len(call.Args) || len(call.Args) != p.fn.Signature().Params().Len() || call.Ellipsis.IsValid() {
			return nil, false
		}
		args = append(args, gift{call.Args[p.index], up})
	}
	return args, true
}

// onlyCalledHere reports whether no other code than what names fn calls it. An interface's method of the same name may be fn, and
// its calls are not among the callers. In a program, exported functions are called by nobody else.
func (b *texts) onlyCalledHere(fn *types.Func) bool {
	if fn.Signature().Recv() != nil && (fn.Exported() || b.abstract[fn.Name()]) {
		return false
	}
	return !fn.Exported() || fn.Pkg().Name() == "main"
}

// ofElements returns what the elements of e may be, the only composite literal that a variable is given, or one itself.
//
//	for _, network := range []string{"unixgram", "unix"} {
//
// The values of a map are its elements; keys and indices are not. A variable that is appended to is given twice, and not known. Nor is
// one with an assignment to an element, as list[0] = "tcp".
func (b *texts) ofElements(e ast.Expr, w walk) (list []string, known bool) {
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		for _, elt := range x.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			more, ok := b.of(elt, w)
			if !ok {
				return nil, false
			}
			list = append(list, more...)
		}
		return list, true
	case *ast.Ident:
		v, ok := b.info.ObjectOf(x).(*types.Var)
		if given := b.assigned[v]; ok && b.isOwn(v) && len(given) == 1 && given[0] != nil && w.at(v).first(v) {
			if _, isParam := b.params[v]; !isParam {
				return b.ofElements(given[0], w.at(v))
			}
		}
	}
	return nil, false
}

// element returns an expression that stands for the elements of x in what variables are given. It is made, and not of the source:
// it has no type and no value in info, which [texts.of] must not need for an IndexExpr. Its position is that of x.
func element(x ast.Expr) ast.Expr { return &ast.IndexExpr{X: x, Lbrack: x.Pos()} }

// readFiles reads what conditions say, and what variables are given. The methods that read the maps call it first; those that
// [texts.of] leads to rely on it. Conditions of a file come behind its assignments, because a condition may be a variable that has
// the comparison as its value ([texts.says]).
func (b *texts) readFiles() {
	if b.read {
		return
	}
	b.read = true
	b.assigned = make(map[*types.Var][]ast.Expr)
	b.changes = make(map[*types.Var][]change)
	b.callers = make(map[*types.Func][]*ast.CallExpr)
	b.returns = make(map[*types.Func][]*ast.ReturnStmt)
	b.params = make(map[*types.Var]param)
	b.values = make(map[*types.Func]bool)
	b.abstract = make(map[string]bool)
	b.protocols = make(map[*types.Var]protocols)
	b.cancels = make(map[*types.Var][]*types.Var)
	b.timed = make(map[*types.Var]bool)
	b.optional = make(map[*types.Var][]ast.Expr)
	for _, file := range b.files {
		// Names of functions that are called are not values. ast.Inspect comes to a call before the name in it, so call has noted it
		// by then.
		called := make(map[*ast.Ident]bool)
		for _, d := range file.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok {
				b.declare(fd)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				for p := range b.info.TypeOf(n).(*types.Signature).Params().Variables() {
					b.params[p] = param{}
				}
			case *ast.CallExpr:
				b.call(n, called)
				b.noteTimed(n)
			case *ast.IfStmt:
				b.noteOptional(n)
			case *ast.Ident:
				if fn, ok := b.info.Uses[n].(*types.Func); ok && !called[n] {
					b.values[fn.Origin()] = true
				}
			default:
				b.assignments(n)
			}
			return true
		})
		for _, d := range file.Decls {
			b.conditions(d)
		}
	}
}

// declare notes the parameters of a declared function and its return statements. Those in literals return from the literal, and are
// left out.
func (b *texts) declare(fd *ast.FuncDecl) {
	fn, ok := b.info.Defs[fd.Name].(*types.Func)
	if !ok || fd.Body == nil {
		return
	}
	for i := range fn.Signature().Params().Len() {
		b.params[fn.Signature().Params().At(i)] = param{fn, i}
	}
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			b.returns[fn] = append(b.returns[fn], n)
		}
		return true
	})
}

// call notes who calls whom. A method expression is not a call of the method by name, as the receiver comes first among the
// arguments: its name is left to be a value, which makes the parameters of the method unknown.
//
//	(*agent).connect(a, "unix")
//
// The calls of an interface's method are noted by name alone, for all methods of that name.
func (b *texts) call(call *ast.CallExpr, called map[*ast.Ident]bool) {
	fn, ok := typeutil.Callee(b.info, call).(*types.Func)
	if !ok {
		return
	}
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		called[f] = true
	case *ast.SelectorExpr:
		if sel := b.info.Selections[f]; sel != nil && sel.Kind() != types.MethodVal {
			break
		}
		called[f.Sel] = true
	}
	if r := fn.Signature().Recv(); r != nil && types.IsInterface(r.Type()) {
		b.abstract[fn.Name()] = true
	}
	b.callers[fn.Origin()] = append(b.callers[fn.Origin()], call)
	b.noteProtocols(call, fn)
}

// assignments notes what n, if it assigns, gives to variables and fields. Each form that gives something must be here: a form that
// is left out would leave a variable with fewer texts than it has, and silence a finding. What a form gives but is not an
// expression, as the second result of a call or what += adds up to, is given as nil, and makes the variable unknown. A declaration
// without a value gives nothing.
func (b *texts) assignments(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		b.noteCancel(n)
		for i, e := range n.Lhs {
			switch {
			case len(n.Lhs) == len(n.Rhs) && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE):
				b.give(e, n.Rhs[i], n.End())
			case len(n.Lhs) != len(n.Rhs) && i == 0:
				b.give(e, n.Rhs[0], n.End()) // the first result
			default:
				b.give(e, nil, n.End())
			}
		}
	case *ast.ValueSpec:
		for i, id := range n.Names {
			switch {
			case n.Values == nil:
			case len(n.Values) == len(n.Names) || i == 0:
				b.give(id, n.Values[i], n.End())
			default:
				b.give(id, nil, n.End())
			}
		}
	case *ast.RangeStmt:
		b.give(n.Key, nil, n.Body.Pos())
		if n.Value != nil {
			b.give(n.Value, element(n.X), n.Body.Pos())
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			b.give(n.X, nil, n.End()) // somebody may write to it
		}
	case *ast.CompositeLit:
		b.fields(n)
	}
}

// give notes that e, a variable or a field, is given val by what ends there; nil is for what is not known. An element gives its list
// something that is not known. What a pointer points to has no variable to note it for; taking the address of a variable has made
// that unknown already.
func (b *texts) give(e, val ast.Expr, end token.Pos) {
	e = ast.Unparen(e)
	var id *ast.Ident
	switch x := e.(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		id = x.Sel
	case *ast.IndexExpr:
		b.give(x.X, nil, end)
		return
	default:
		return
	}
	if v, ok := b.info.ObjectOf(id).(*types.Var); ok {
		v = v.Origin()
		b.assigned[v] = append(b.assigned[v], val)
		b.changes[v] = append(b.changes[v], change{e, end})
	}
}

// fields notes what a literal gives to fields, by their names or by their order. Keys of maps and slices are not fields, and the
// literals of those are left to [texts.ofElements].
func (b *texts) fields(lit *ast.CompositeLit) {
	t := b.info.TypeOf(lit)
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
				f, _ = b.info.Uses[id].(*types.Var)
			}
			val = kv.Value
		} else if i < s.NumFields() {
			f = s.Field(i)
		}
		if f != nil {
			b.assigned[f.Origin()] = append(b.assigned[f.Origin()], val)
		}
	}
}

// conditions reads the conditions in d, with the end of the block or the clause that each stands in: a branch that leaves says
// something of all that follows there.
//
//	if network != "unix" {
//		return nil, errNetwork
//	}
//	d.Dial(network, addr) // unix
func (b *texts) conditions(d ast.Decl) {
	var around []token.Pos // where the blocks end that are being read
	var stack []ast.Node
	ast.Inspect(d, func(n ast.Node) bool {
		if n == nil {
			switch stack[len(stack)-1].(type) {
			case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
				around = around[:len(around)-1]
			}
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		switch n := n.(type) {
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			around = append(around, n.End())
		case *ast.IfStmt:
			b.ifStmt(n, around[len(around)-1])
		case *ast.SwitchStmt:
			b.switchStmt(n, around[len(around)-1])
		case *ast.AssignStmt, *ast.ExprStmt:
			if len(around) > 0 {
				b.noteClosing(n.(ast.Stmt), around[len(around)-1])
				b.noteScheme(n.(ast.Stmt), around[len(around)-1])
			}
		}
		return true
	})
}

// A fact says that an expression is one of some texts, or begins with one, wherever the condition that says so holds. It becomes a
// [condition] when it is known where that is.
type fact struct {
	expr  ast.Expr
	texts []string
}

// ifStmt reads the condition of s, in a block that ends there. What holds is true in the body, what fails in the other branch, and
// a branch that ends leaves the other's facts to the rest of the block.
func (b *texts) ifStmt(s *ast.IfStmt, end token.Pos) {
	holds, fails := b.says(s.Cond, make(map[types.Object]bool))
	b.within(holds, s.Body.Pos(), s.Body.End())
	if pointsto.Ends(b.info, s.Body) {
		b.within(fails, s.Body.End(), end)
	} else if s.Else != nil {
		b.within(fails, s.Else.Pos(), s.Else.End())
		if pointsto.Ends(b.info, s.Else) {
			b.within(holds, s.Else.End(), end)
		}
	}
}

// switchStmt reads the cases of s, in a block that ends there.
//
//	switch network {
//	case "unix", "unixgram": // here it is one of the two
//	default:
//		return nil, errors.ErrUnsupported
//	}
//	// and here, too
//
// A clause holds if one of its cases does, or the one before it that falls through. Behind the switch, one of the clauses that go on
// has run, if the default leaves the function; without a default, or if that goes on, nothing is known.
func (b *texts) switchStmt(s *ast.SwitchStmt, end token.Pos) {
	var behind []fact // what holds behind s, if the other cases end
	first, others := true, false
	var before []fact // what holds in a clause that falls through to the next one
	falls := false
	for _, clause := range s.Body.List {
		c := clause.(*ast.CaseClause)
		var in []fact // what each of the cases says
		for i, e := range c.List {
			holds, _ := b.says(e, make(map[types.Object]bool))
			if s.Tag != nil {
				holds = b.equal(s.Tag, e)
			}
			if i > 0 {
				holds = b.either(in, holds)
			}
			in = holds
		}
		if falls {
			in = b.either(before, in)
		}
		before, falls = in, fallsThrough(c)
		b.within(in, c.Pos(), c.End())
		if falls {
			continue // the next one says what holds behind both
		}
		ends := len(c.Body) > 0 && isReturn(c.Body[len(c.Body)-1], b.info)
		others = others || c.List == nil && ends
		if ends {
			continue
		}
		if !first {
			in = b.either(behind, in)
		}
		first, behind = false, in
	}
	if others {
		b.within(behind, s.End(), end)
	}
}

func fallsThrough(c *ast.CaseClause) bool {
	if len(c.Body) == 0 {
		return false
	}
	branch, ok := c.Body[len(c.Body)-1].(*ast.BranchStmt)
	return ok && branch.Tok == token.FALLTHROUGH
}

// isReturn reports whether control surely leaves the function at s. A break is an end for pointsto.Ends, but in a switch it leads
// right behind it.
func isReturn(s ast.Stmt, info *types.Info) bool {
	_, branches := s.(*ast.BranchStmt)
	return !branches && pointsto.Ends(info, s)
}

// within records what holds in a part of the source.
func (b *texts) within(facts []fact, from, to token.Pos) {
	for _, f := range facts {
		b.told = append(b.told, condition{f.expr, f.texts, from, to})
	}
}

// says returns what is known if cond holds, and what is if it fails.
//
//	network == "unix" && addr != ""   // holds: network is unix
//	network != "unix" || addr == ""   // fails: network is unix
//	strings.HasPrefix(network, "udp") // holds: network begins with udp
//
// A conjunction that holds says what both sides say, and one that fails only what either would (De Morgan).
//
// A variable stands for the comparison that it is given. One that seen has is being read, as in `done = done || last`, or was, and says
// nothing more.
func (b *texts) says(cond ast.Expr, seen map[types.Object]bool) (holds, fails []fact) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.Ident: // a variable that is a condition
		v, ok := b.info.ObjectOf(e).(*types.Var)
		if given := b.assigned[v]; ok && !seen[v] && len(given) == 1 && given[0] != nil && v.Parent() != b.pkg.Scope() {
			seen[v] = true
			return b.says(given[0], seen)
		}
	case *ast.UnaryExpr: // not
		fails, holds = b.says(e.X, seen)
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			xHolds, xFails := b.says(e.X, seen)
			yHolds, yFails := b.says(e.Y, seen)
			if e.Op == token.LAND {
				return append(xHolds, yHolds...), b.either(xFails, yFails)
			}
			return b.either(xHolds, yHolds), append(xFails, yFails...)
		case token.EQL:
			holds = append(b.equal(e.X, e.Y), b.equal(e.Y, e.X)...)
		case token.NEQ:
			fails = append(b.equal(e.X, e.Y), b.equal(e.Y, e.X)...)
		}
	case *ast.CallExpr:
		if fn := typeutil.StaticCallee(b.info, e); fn != nil && isNamedFunc(fn, "strings", "HasPrefix") && len(e.Args) == 2 {
			holds = b.equal(e.Args[0], e.Args[1])
			for i := range holds {
				holds[i].texts = []string{holds[i].texts[0] + further}
			}
		}
	}
	return holds, fails
}

// equal returns that x is y, if y is a constant string and x is not a constant. Callers ask in both orders where the source may
// have either.
func (b *texts) equal(x, y ast.Expr) []fact {
	if c := b.info.Types[y].Value; c != nil && c.Kind() == constant.String && b.info.Types[x].Value == nil {
		return []fact{{x, []string{constant.StringVal(c)}}}
	}
	return nil
}

// either returns what is known where x or y holds: only a place that both are about, and then it is one of the texts of both.
func (b *texts) either(x, y []fact) (out []fact) {
	for _, f := range x {
		for _, g := range y {
			if len(f.texts)+len(g.texts) <= maxSums && b.spend(1) && pointsto.SamePlace(b.info, f.expr, g.expr) {
				out = append(out, fact{f.expr, append(slices.Clip(f.texts), g.texts...)})
			}
		}
	}
	return out
}

func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

// url returns the string constant that one of args is or begins with, a URL if there is one. Without one it is the last string that
// is known.
func (b *texts) url(args []ast.Expr) string {
	out := ""
	for _, a := range args {
		// http.MethodGet and its like come before what is looked for.
		if text := b.text(a); text != "" && !strings.Contains(out, "://") {
			out = text
		}
	}
	return out
}

// text returns the string that e is or begins with, if that is one. Unlike [texts.all] it wants one text: callers compare it, or
// show it.
func (b *texts) text(e ast.Expr) string {
	if !isString(b.info.TypeOf(e)) {
		return ""
	}
	b.readFiles()
	if list, known := b.of(e, newWalk()); known && len(list) == 1 {
		return strings.TrimSuffix(list[0], further)
	}
	return ""
}

func isNamedFunc(fn *types.Func, pkg, name string) bool {
	return fn.Pkg() != nil && fn.Pkg().Path() == pkg && fn.Name() == name
}
