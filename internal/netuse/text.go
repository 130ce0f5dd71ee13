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
// that it may be, or may begin with.
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
	*source
	gifts      *gifts
	conditions *conditions
	schemes    *schemes
	unix       []span // where a condition finds that in a string
}

// maxTexts bounds how many variables are looked at to know one expression, and how many texts are added to one beginning. Past it
// the expression is not known, or only its beginning is.
const maxTexts = 100

// all reports whether e is known, and each text that it may be or begin with satisfies ok. An expression without texts, as a
// variable that is only given itself, satisfies nothing.
func (t *texts) all(e ast.Expr, ok func(string) bool) bool { return t.allBy(newWalk(), e, ok) }

// said is like all, but goes by what the source says of variables of the package and of exported fields, though a flag, a test or a user of
// the package may say something else.
//
//	var endpoint = "http://169.254.169.254/metadata"
//
// What is known besides comes first.
func (t *texts) said(e ast.Expr, ok func(string) bool, besides ...condition) bool {
	w := newWalk()
	w.said, w.besides = true, besides
	return t.allBy(w, e, ok)
}

func (t *texts) allBy(w walk, e ast.Expr, ok func(string) bool) bool {
	t.readFor(e)
	list, known := t.of(e, w)
	return known && len(list) > 0 && !slices.ContainsFunc(list, func(text string) bool { return !ok(text) })
}

// readFor reads the files if the texts of e depend on them. Most expressions that anybody asks about are constants.
func (t *texts) readFor(e ast.Expr) {
	if t.info.Types[ast.Unparen(e)].Value == nil {
		t.readFiles()
	}
}

// of returns the texts that e may be or begin with. Variables and functions that the walk has seen are being looked at. A constant is
// itself, whatever a condition says; then the first condition that is about the same place decides, before what the place is given.
func (t *texts) of(e ast.Expr, w walk) (list []string, known bool) {
	if !t.spend(1 + (len(t.conditions.told)+len(t.schemes.all))/64) { // most is told elsewhere
		return nil, false
	}
	e = ast.Unparen(e)
	if c := t.info.Types[e].Value; c != nil {
		if c.Kind() != constant.String {
			return nil, false
		}
		return []string{constant.StringVal(c)}, true
	}
	if list, known := t.underCondition(e, w); known {
		return list, true
	}
	if scheme, ok := t.schemes.of(e); ok {
		return []string{scheme + "://" + further}, scheme != ""
	}
	switch x := e.(type) {
	case *ast.BinaryExpr:
		if x.Op == token.ADD {
			return t.sum(x, w)
		}
	case *ast.UnaryExpr:
		if x.Op == token.AND {
			return t.of(x.X, w)
		}
	case *ast.StarExpr:
		return t.of(x.X, w)
	case *ast.CompositeLit:
		return t.ofLiteral(x, w)
	case *ast.CallExpr:
		return t.ofCall(x, w)
	case *ast.Ident:
		if v, ok := t.info.ObjectOf(x).(*types.Var); ok {
			return t.ofVar(v, w)
		}
	case *ast.SelectorExpr:
		if isWrapped(t.info, x) {
			return t.of(x.X, w)
		}
		if list, known := t.ofPassed(x, w); known {
			return list, true
		}
		if v, ok := t.info.ObjectOf(x.Sel).(*types.Var); ok {
			return t.ofVar(v, w)
		}
	case *ast.IndexExpr:
		return t.ofElements(x.X, w, elements)
	case *ast.KeyValueExpr:
		return t.ofElements(x.Key, w, keys)
	}
	return nil, false
}

// underCondition returns what the first condition says that is about place e, with what e is assigned behind it.
func (t *texts) underCondition(e ast.Expr, w walk) (list []string, known bool) {
	for _, told := range [...][]condition{w.besides, t.conditions.told} {
		for _, c := range told {
			if !c.has(e.Pos()) || !pointsto.SamePlace(t.info, c.expr, e) {
				continue
			}
			if c.holds(t.source, e.Pos()) {
				return c.texts, true
			}
			if list, known := t.reassigned(e, w); known {
				return append(slices.Clip(c.texts), list...), true
			}
		}
	}
	return nil, false
}

// reassigned returns what e, a variable of a function, is ever assigned. Behind a condition it has that, or what the condition says.
//
//	switch network {
//	case "udp", "udp4":
//	default:
//		return nil, errNetwork
//	}
//	if v6 {
//		network = "udp6"
//	}
//	d.Dial(network, addr) // one of the three
func (t *texts) reassigned(e ast.Expr, w walk) (list []string, known bool) {
	v := pointsto.Variable(t.info, e)
	if v == nil || v.Parent() == t.pkg.Scope() || !w.first(v) {
		return nil, false
	}
	for _, val := range t.assigned[v] {
		if val == nil {
			return nil, false
		}
		more, known := t.of(val, w)
		if !known {
			return nil, false
		}
		list = append(list, more...)
	}
	return list, true
}

// sum returns what x, an addition of strings, may be. The left side must be known. If the right one is not, the left is a
// beginning:
//
//	"http://" + host + "/v1" // begins with http://
func (t *texts) sum(x *ast.BinaryExpr, w walk) (list []string, known bool) {
	begin, known := t.of(x.X, w)
	if !known {
		return nil, false
	}
	rest, known := t.of(x.Y, w)
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
func (t *texts) ofCall(call *ast.CallExpr, w walk) (list []string, known bool) {
	if t.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return t.of(call.Args[0], w)
	}
	fn := typeutil.StaticCallee(t.info, call)
	if fn != nil && fn.Pkg() != nil {
		if list, known, ok := t.ofMade(call, pointsto.FuncKey(fn), fn.Pkg().Path(), w); ok {
			return list, known
		}
	}
	switch {
	case fn == nil:
	case isNamedFunc(fn, "fmt", "Sprintf") && len(call.Args) > 0:
		return t.formatted(call, w)
	case fn.Name() == "Network" && fn.Pkg() != nil && fn.Pkg().Path() == "net":
		text, ok := networkOf[receiverName(fn)]
		return []string{text}, ok
	case t.returns[fn.Origin()] != nil:
		if w = w.into(fn.Origin(), call); !w.first(fn.Origin()) {
			return nil, true
		}
		for _, r := range t.returns[fn.Origin()] {
			var more []string
			ok := false
			switch {
			case len(r.Results) == 0:
				more, ok = t.ofVar(fn.Origin().Signature().Results().At(0), w)
			case fails(t.info, r):
				continue // nobody uses it
			default:
				more, ok = t.of(r.Results[0], w)
			}
			if !ok {
				return nil, false
			}
			list = append(list, more...)
		}
		return list, true
	}
	return nil, false
}

// fails reports whether r returns nil, or another zero value beside a failure:
//
//	return "", err
//	return url.URL{}, false
func fails(info *types.Info, r *ast.ReturnStmt) bool {
	last := len(r.Results) - 1
	if last >= 0 && info.Types[r.Results[0]].IsNil() {
		return true
	}
	if last <= 0 || !pointsto.IsFailure(info, r.Results[last]) {
		return false
	}
	if lit, ok := ast.Unparen(r.Results[0]).(*ast.CompositeLit); ok {
		return len(lit.Elts) == 0
	}
	return info.Types[r.Results[0]].Value != nil && constantOf(info, r.Results[0]) == ""
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
func (t *texts) formatted(call *ast.CallExpr, w walk) (list []string, known bool) {
	formats, known := t.of(call.Args[0], w)
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
			if first, ok := t.of(call.Args[1], w); ok && len(first) > 0 {
				then, _, _ := strings.Cut(verb[1:], "%")
				rest = join(first, []string{then + further})
			}
		}
		list = append(list, join([]string{text}, rest)...)
	}
	return list, true
}

// ofVar returns what v may be: all that it is given. One expression of those that is not known makes v unknown. A variable that the
// walk has seen adds nothing, so that loops end: `path = path + "/"` begins with what it is. That is never reset, so a variable that
// occurs twice in one expression adds nothing the second time, either, and what begins with it has no texts.
func (t *texts) ofVar(v *types.Var, w walk) (list []string, known bool) {
	v = v.Origin()
	w = w.at(v)
	if !w.first(v) {
		return nil, true
	}
	if len(w.seen) > maxTexts {
		return nil, false
	}
	given, known := t.gifts.given(v, w)
	if !known {
		return nil, false
	}
	grows := false
	for _, g := range given {
		if g.e == nil {
			return nil, false
		}
		more, ok := t.of(g.e, g.at)
		if !ok {
			return nil, false
		}
		list = append(list, more...)
		grows = grows || extends(t.info, g.e, v)
	}
	if grows {
		list = append(list, join(list, []string{further})...)
	}
	return list, len(given) > 0
}

// ofPassed returns what x, a field of a parameter, may be by what the calls pass: a condition there may be about the same field.
//
//	switch o.Network {
//	case "udp", "udp4":
//		return exchange(o) // in which o.Network is one of these
//	}
//
// If the function itself changes it, it is not known.
func (t *texts) ofPassed(x *ast.SelectorExpr, w walk) (list []string, known bool) {
	v := pointsto.Variable(t.info, x.X)
	p, isParam := t.params[v]
	if v == nil || !isParam || len(t.assigned[v]) > 0 || t.changed(x, v.Pos(), x.Pos()) || !w.at(v).first(v) {
		return nil, false
	}
	args, known := t.gifts.passed(p, w.at(v))
	if !known {
		return nil, false
	}
	for _, a := range args {
		more, ok := t.of(&ast.SelectorExpr{X: a.e, Sel: x.Sel}, a.at)
		if !ok {
			return nil, false
		}
		list = append(list, more...)
	}
	return list, len(list) > 0
}

// extends reports whether e is an addition to v.
func extends(info *types.Info, e ast.Expr, v *types.Var) bool {
	for {
		sum, ok := ast.Unparen(e).(*ast.BinaryExpr)
		if !ok {
			return variable(info, e) == v
		}
		e = sum.X
	}
}

// ofElements returns what those parts of e may be, a list or a map, by the literals that it is ever given, and what is appended.
//
//	for _, network := range []string{"unixgram", "unix"} {
//
// A list with an assignment to an element, as list[0] = "tcp", is not known. A variable of the package is known if it is a table.
func (t *texts) ofElements(e ast.Expr, w walk, part func(ast.Expr) ast.Expr) (list []string, known bool) {
	var parts []ast.Expr
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		parts = x.Elts
	case *ast.CallExpr:
		switch {
		case !isAppend(t.info, x):
			return t.ofReturnedLists(x, w, part)
		case x.Ellipsis.IsValid():
			return t.ofLists([]gift{{x.Args[0], w}, {x.Args[1], w}}, part)
		}
		if list, known = t.ofElements(x.Args[0], w, part); !known {
			return nil, false
		}
		parts = x.Args[1:]
	default:
		if t.info.Types[x].IsNil() {
			return nil, true
		}
		v := variable(t.info, x)
		if v == nil {
			return nil, false
		}
		if w = w.at(v); !w.first(v) {
			return nil, true
		}
		given, known := t.gifts.given(v, w)
		if !known && !t.isTable(v) {
			return nil, false
		}
		list, known = t.ofLists(given, part)
		return list, known && len(given) > 0
	}
	for _, p := range parts {
		more, ok := t.of(part(p), w)
		if !ok {
			return nil, false
		}
		list = append(list, more...)
	}
	return list, true
}

// ofLists is [texts.ofElements] for all of those.
func (t *texts) ofLists(all []gift, part func(ast.Expr) ast.Expr) (list []string, known bool) {
	for _, g := range all {
		if g.e == nil {
			return nil, false
		}
		more, ok := t.ofElements(g.e, g.at, part)
		if !ok {
			return nil, false
		}
		list = append(list, more...)
	}
	return list, true
}

// ofReturnedLists is [texts.ofElements] for what a function of the package returns.
func (t *texts) ofReturnedLists(call *ast.CallExpr, w walk, part func(ast.Expr) ast.Expr) (list []string, known bool) {
	fn := typeutil.StaticCallee(t.info, call)
	if fn == nil || len(t.returns[fn.Origin()]) == 0 {
		return nil, false
	}
	if w = w.into(fn.Origin(), call); !w.first(fn.Origin()) {
		return nil, true
	}
	var all []gift
	for _, r := range t.returns[fn.Origin()] {
		if len(r.Results) == 0 {
			return nil, false
		}
		all = append(all, gift{r.Results[0], w})
	}
	return t.ofLists(all, part)
}

// elements and keys return the part of an entry of a literal that is meant.
func elements(e ast.Expr) ast.Expr {
	if kv, ok := e.(*ast.KeyValueExpr); ok {
		return kv.Value
	}
	return e
}

func keys(e ast.Expr) ast.Expr {
	if kv, ok := e.(*ast.KeyValueExpr); ok {
		return kv.Key
	}
	return e
}

// isTable reports whether v is a list or a map of the package that is what its declaration says: nothing else is assigned to it, nor to an
// element.
//
//	var sockets = map[string]string{"unixgram": "/dev/log", "unix": "/var/run/syslog"}
func (t *texts) isTable(v *types.Var) bool {
	if v.Pkg() != t.pkg || v.Parent() != t.pkg.Scope() || v.Exported() || len(t.assigned[v]) != 1 {
		return false
	}
	_, isLiteral := t.assigned[v][0].(*ast.CompositeLit)
	return isLiteral
}

func isAppend(info *types.Info, call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return false
	}
	f, ok := info.Uses[id].(*types.Builtin)
	return ok && f.Name() == "append"
}

// url returns the string constant that one of args is or begins with, a URL if there is one. Without one it is the last string that
// is known.
func (t *texts) url(args []ast.Expr) string {
	out := ""
	for _, a := range args {
		// http.MethodGet and its like come before what is looked for.
		if text := t.text(a); text != "" && !strings.Contains(out, "://") {
			out = text
		}
	}
	return out
}

// text returns the string that e is or begins with, if that is one. Unlike [texts.all] it wants one text: callers compare it, or
// show it.
func (t *texts) text(e ast.Expr) string {
	if !isString(t.info.TypeOf(e)) {
		return ""
	}
	t.readFor(e)
	if list, known := t.of(e, newWalk()); known && len(list) == 1 {
		return strings.TrimSuffix(list[0], further)
	}
	return ""
}
