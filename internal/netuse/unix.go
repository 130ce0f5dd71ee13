package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A Fact says what a package's functions do with networks. It lets importers see through a dial function of another package:
//
//	t := &http.Transport{DialContext: docker.DialSocket}
//
// A function that is not listed may connect to anything. So a package without a fact, or one that could not be analyzed, leaves the
// findings of its importers.
type Fact struct {
	// Functions that connect to unix sockets only, or return dial functions that do, as "Func" or "Type.Method", sorted; and those of
	// which some connect through ssh.
	Unix, Tunnels []string
}

// AFact marks Fact as a fact of go/analysis.
func (*Fact) AFact() {}

func (f *Fact) String() string {
	return "unix(" + strings.Join(f.Unix, ", ") + ") tunnels(" + strings.Join(f.Tunnels, ", ") + ")"
}

// sockets tells which functions connect to unix sockets only, or through ssh. It reads bodies as syntax, with the graph for function
// values, where there is one. A function is known by its body in known: declarations and literals alike.
type sockets struct {
	dials    *dials // nil without a graph
	syntax   *syntax
	imported func(*types.Package) *Fact
	decls    map[*types.Func]*ast.FuncDecl
	files    []*ast.File
	literals map[token.Pos]*ast.FuncLit // once somebody asks
	calls    map[*ast.CallExpr]*pointsto.Call
	known    map[ast.Node]connects
	madeBy   map[*pointsto.Object][]*types.Func // once somebody asks
}

// A connects says what a function connects to. It is a lattice: what a function connects to is the maximum of what its calls do,
// and only others stops the search.
type connects uint8

const (
	nothing connects = iota
	unixOnly
	tunnel // through ssh, or to unix sockets
	others
)

// newSockets finds the declared functions of the package.
func newSockets(in Input, d *dials, syn *syntax) *sockets {
	s := &sockets{
		dials: d, syntax: syn, imported: in.Imported, files: in.Files,
		decls: make(map[*types.Func]*ast.FuncDecl),
		calls: make(map[*ast.CallExpr]*pointsto.Call),
		known: make(map[ast.Node]connects),
	}
	for _, file := range in.Files {
		for _, d := range file.Decls {
			if d, ok := d.(*ast.FuncDecl); ok && d.Body != nil {
				if fn, ok := in.Info.Defs[d.Name].(*types.Func); ok {
					s.decls[fn] = d
				}
			}
		}
	}
	if d != nil {
		for _, c := range d.ofConns {
			s.calls[c.Expr] = c
		}
	}
	return s
}

// literal returns the function literal that begins at pos, or nil. Literals are known by their position, as pointsto.Function.Span has it:
// the graph does not keep their syntax.
func (s *sockets) literal(pos token.Pos) *ast.FuncLit {
	if s.literals == nil {
		s.literals = make(map[token.Pos]*ast.FuncLit)
		for _, file := range s.files {
			for n := range ast.Preorder(file) {
				if lit, ok := n.(*ast.FuncLit); ok {
					s.literals[lit.Pos()] = lit
				}
			}
		}
	}
	return s.literals[pos]
}

// fact returns what importers have to know, nil if that is nothing. It is sorted, since facts must not depend on the order of a map,
// and ofOther searches it.
func (s *sockets) fact() *Fact {
	f := new(Fact)
	for fn, decl := range s.decls {
		c := others
		switch {
		case isDial(fn.Signature()):
			c = s.of(decl.Body)
		case returnsDial(fn.Signature()):
			c = s.ofReturned(fn, newWalk())
		}
		switch c {
		case unixOnly:
			f.Unix = append(f.Unix, pointsto.FuncKey(fn))
		case tunnel:
			f.Tunnels = append(f.Tunnels, pointsto.FuncKey(fn))
		}
	}
	if f.Unix == nil && f.Tunnels == nil {
		return nil
	}
	slices.Sort(f.Unix)
	slices.Sort(f.Tunnels)
	return f
}

// returnsDial reports whether the first result of sig is a dial function.
func returnsDial(sig *types.Signature) bool {
	if sig.Results().Len() == 0 {
		return false
	}
	f, ok := sig.Results().At(0).Type().Underlying().(*types.Signature)
	return ok && isDial(f)
}

// dialsOf returns what the dial functions of transport o connect to. If that is unix sockets only, connecting never hangs, and there is
// no handshake to wait for.
//
//	t := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
//		return new(net.Dialer).DialContext(ctx, "unix", path)
//	}}
//
// All that the fields ever hold count: a transport that gets another dial function under a condition is not one. Nor is one that gets none
// on some path, and dials by itself there, or one whose function dials nothing, but returns a connection that it has.
func (s *sockets) dialsOf(o *pointsto.Object) connects {
	out, returns := nothing, false
	if s.dialsSometimes(o) {
		return others
	}
	o.Fields(func(v *types.Var, n pointsto.Node) {
		if v.Name() != "DialContext" && v.Name() != "Dial" {
			return
		}
		for _, p := range s.dials.graph.At(n) {
			c := s.ofValue(p)
			out, returns = max(out, c), returns || c == nothing
		}
	})
	switch {
	case returns:
		return others
	case out == others:
		return s.ofWritten(o)
	}
	return out
}

// ofWritten returns what the dial functions of transport o connect to by the expressions that its fields are given. This tells the
// functions apart that a package returns, of which the graph holds that each may come back for another.
//
//	&http.Transport{DialContext: docker.Dialer(path)}
func (s *sockets) ofWritten(o *pointsto.Object) connects {
	out := nothing
	for _, field := range []string{"DialContext", "Dial"} {
		for _, w := range s.dials.graph.Writes(o, field) {
			c := s.ofExpr(w.Expr, newWalk())
			if c == nothing {
				return others
			}
			out = max(out, c)
		}
	}
	if out == nothing {
		return others
	}
	return out
}

// dialsSometimes reports whether transport o has no dial function on some path, as far as is known.
func (s *sockets) dialsSometimes(o *pointsto.Object) bool {
	var written []string
	for _, field := range []string{"DialContext", "Dial"} {
		if o.Wrote(field) != 0 && !s.mayBeNil(o, field) {
			written = append(written, field)
		}
	}
	return len(written) == 0 || !o.WroteAlways(written...)
}

// ofFunction returns what f connects to, a declaration or a literal. A function that has no body here, such as one in assembly, may
// connect to anything.
func (s *sockets) ofFunction(f *pointsto.Function) connects {
	if body := s.body(f); body != nil {
		return s.of(body)
	}
	return others
}

// body returns the body of f, nil if it has none here.
func (s *sockets) body(f *pointsto.Function) *ast.BlockStmt {
	if fn := f.Obj(); fn != nil {
		if decl := s.decls[fn.Origin()]; decl != nil {
			return decl.Body
		}
		return nil
	}
	pos, _ := f.Span()
	if lit := s.literal(pos); lit != nil {
		return lit.Body
	}
	return nil
}

func (s *sockets) ofDeclared(fn *types.Func) connects {
	if decl := s.decls[fn.Origin()]; decl != nil {
		return s.of(decl.Body)
	}
	return others
}

// of returns what body connects to: the maximum of its calls that return connections, those in literals inside of it included,
// whether or not they run.
//
//	func dial(path string) (net.Conn, error) {
//		c, err := net.Dial("unix", path)    // unixOnly
//		return tls.Client(c, cfg), err      // not a dial: it returns a *tls.Conn
//	}
//
// A function that is being read counts as nothing, which makes recursion end. What is read meanwhile keeps an answer that lacks the
// rest of that function, so where two functions call each other, one may seem to connect to less than it does: this is silent.
func (s *sockets) of(body *ast.BlockStmt) connects {
	if c, ok := s.known[body]; ok {
		return c
	}
	s.known[body] = nothing // while it is being read
	out := nothing
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if sig, ok := typeOf(s.syntax.info, call.Fun).(*types.Signature); ok && s.syntax.spend(1) && isDial(sig) {
				out = max(out, s.ofCall(call, sig))
			}
		}
		return out != others
	})
	s.known[body] = out
	return out
}

// ofCall returns what call, of a function with signature sig, connects to. The order of the questions matters:
//
//  1. A function of the package is what its body is, though it may take the network as an argument.
//  2. One of package net may have the network in its name, and any other in its first string.
//  3. A function that takes a connection returns it in another form, and connects to nothing. It comes behind the strings, so that
//     one with both is taken for a dial.
//  4. A function of another package is known by its fact, and a function value by what it holds.
func (s *sockets) ofCall(call *ast.CallExpr, sig *types.Signature) connects {
	fn, _ := typeutil.Callee(s.syntax.info, call).(*types.Func)
	if fn != nil && s.decls[fn.Origin()] != nil {
		return s.ofDeclared(fn)
	}
	if fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "net" && isUnix(typedNetwork(fn.Name())) {
		return unixOnly
	}
	if e := networkArg(s.syntax.info, call); e != nil && s.syntax.texts.all(e, isUnix) {
		return unixOnly
	}
	for p := range sig.Params().Variables() {
		if isConn(p.Type()) {
			return nothing // it wraps a connection
		}
	}
	switch c := s.calls[call]; {
	case fn != nil && s.ofOther(fn) == others:
		return s.ofArgs(call)
	case fn != nil:
		return s.ofOther(fn)
	case c != nil:
		return s.ofValues(c.Fun)
	}
	return others
}

// ofArgs returns what call, of a function of another package, connects to by the dial functions that it is given: to nothing else. Without
// any it may connect to anything.
//
//	return backoff.Retry(ctx, func() (net.Conn, error) { return dial(ctx, path) })
//
// What a literal among them calls is read where it stands.
func (s *sockets) ofArgs(call *ast.CallExpr) connects {
	out, some := nothing, false
	for _, a := range call.Args {
		if sig, ok := typeOf(s.syntax.info, a).(*types.Signature); !ok || !isDial(sig) {
			continue
		}
		some = true
		if _, ok := ast.Unparen(a).(*ast.FuncLit); !ok {
			out = max(out, s.ofExpr(a, newWalk()))
		}
	}
	if !some {
		return others
	}
	return out
}

// ofExpr returns what e connects to, a dial function. It is read as syntax, for packages without a graph.
func (s *sockets) ofExpr(e ast.Expr, w walk) connects {
	if !s.syntax.spend(1) || e == nil {
		return others
	}
	var id *ast.Ident
	switch x := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return s.of(x.Body)
	case *ast.CallExpr:
		fn := typeutil.StaticCallee(s.syntax.info, x)
		switch {
		case fn == nil:
			return others
		case s.decls[fn.Origin()] == nil:
			return s.ofOther(fn)
		case !w.into(fn.Origin(), x).first(fn.Origin()):
			return nothing
		}
		return s.ofReturned(fn.Origin(), w.into(fn.Origin(), x))
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		if n := pointsto.Named(s.syntax.info.TypeOf(x.X)); n != nil && n.Pkg() != nil && catalog.IsTunnel(n.Pkg().Path(), n.Name()+"."+x.Sel.Name) {
			return tunnel
		}
		id = x.Sel
	default:
		return others
	}
	switch o := s.syntax.info.ObjectOf(id).(type) {
	case *types.Nil:
		return nothing
	case *types.Func:
		if s.decls[o.Origin()] != nil {
			return s.ofDeclared(o)
		}
		return s.ofOther(o)
	case *types.Var:
		return s.ofVar(o, w)
	}
	return others
}

// ofVar returns what the dial functions connect to that v is given.
func (s *sockets) ofVar(v *types.Var, w walk) connects {
	if w = w.at(v); !w.first(v.Origin()) {
		return nothing
	}
	s.syntax.readFiles()
	given, known := s.syntax.gifts.given(v, w)
	if !known || len(given) == 0 {
		return others
	}
	out := nothing
	for _, g := range given {
		out = max(out, s.ofExpr(g.e, g.at))
	}
	return out
}

// ofReturned returns what the dial functions connect to that fn returns.
func (s *sockets) ofReturned(fn *types.Func, w walk) connects {
	s.syntax.readFiles()
	out := nothing
	for _, r := range s.syntax.returns[fn] {
		if len(r.Results) == 0 {
			return others
		}
		out = max(out, s.ofExpr(r.Results[0], w))
	}
	return out
}

// ofOther returns what fn, a function of another package, connects to. Methods of interfaces have no fact, and may connect to
// anything.
func (s *sockets) ofOther(fn *types.Func) connects {
	if fn.Pkg() == nil || s.imported == nil {
		return others
	}
	key := pointsto.FuncKey(fn.Origin())
	if catalog.IsTunnel(fn.Pkg().Path(), key) {
		return tunnel
	}
	if f := s.imported(fn.Pkg()); f != nil {
		if _, found := slices.BinarySearch(f.Unix, key); found {
			return unixOnly
		}
		if _, found := slices.BinarySearch(f.Tunnels, key); found {
			return tunnel
		}
	}
	return others
}

// ofValues returns what the functions that n holds connect to. Nothing, if n is empty: a function value that nobody gives is not
// called.
func (s *sockets) ofValues(n pointsto.Node) connects {
	out := nothing
	for _, o := range s.dials.graph.At(n) {
		out = max(out, s.ofValue(o))
	}
	return out
}

// ofValue returns what the function value o connects to. One from outside is known by the function that returned it, or by the field
// that it was in, and may else be any function.
//
//	dial, err := docker.Dialer(path)
//	helper.Dialer
func (s *sockets) ofValue(o *pointsto.Object) connects {
	switch {
	case o.Func() != nil:
		return s.ofFunction(o.Func())
	case o.Ext() != nil:
		return s.ofOther(o.Ext())
	}
	for _, e := range s.dials.graph.Holders().At(o) {
		for _, h := range e.Noted {
			if n := pointsto.Named(h.Type()); n != nil && n.Pkg() != nil && s.holdsTunnel(n, h, o) {
				return tunnel
			}
		}
	}
	for _, fn := range s.makers()[o] {
		if c := s.ofOther(fn); c != others {
			return c
		}
	}
	return others
}

// holdsTunnel reports whether a field of h, a value of type n, holds o and is one of those that the catalog knows.
func (s *sockets) holdsTunnel(n *types.TypeName, h, o *pointsto.Object) bool {
	found := false
	h.Fields(func(f *types.Var, at pointsto.Node) {
		found = found || catalog.IsTunnel(n.Pkg().Path(), n.Name()+"."+f.Name()) && s.dials.graph.Holds(at, o)
	})
	return found
}

// makers returns the functions of other packages that returned dial functions, by what they returned.
func (s *sockets) makers() map[*pointsto.Object][]*types.Func {
	if s.madeBy == nil {
		s.madeBy = make(map[*pointsto.Object][]*types.Func)
		for _, c := range s.dials.graph.AllCalls() {
			if c.Fn == nil || len(c.Results) == 0 || !returnsDial(c.Sig) {
				continue
			}
			for _, o := range s.dials.graph.At(c.Results[0]) {
				if o.Func() == nil && o.Ext() == nil {
					s.madeBy[o] = append(s.madeBy[o], c.Fn)
				}
			}
		}
	}
	return s.madeBy
}
