package netuse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// isDefault reports whether o, a dialer or its method, is there for those who bring none: it is made, or returned by a call, where another
// one is nil.
//
//	if c.Dialer == nil {
//		c.Dialer = &net.Dialer{} // o
//	}
//	return c.Dialer.DialContext(ctx, "tcp", addr)
func (d *dials) isDefault(o *pointsto.Object) bool {
	pos := o.Pos()
	if s := o.Site(); s != nil {
		pos = s.Pos
	}
	return d.texts.isDefault(pos) || slices.ContainsFunc(d.replace, func(c *pointsto.Call) bool { return d.graph.Holds(c.Results[0], o) })
}

// inDefault reports whether f, or a function around it, is a dial function for those who bring none.
//
//	c := &Client{dial: func(ctx context.Context, addr string) (net.Conn, error) { ... }} // f
//	for _, option := range options {
//		option(c)
//	}
func (d *dials) inDefault(f *pointsto.Function) bool {
	for ; f != nil; f = f.Parent() {
		for _, o := range d.values[f] {
			if d.isDefault(o) || slices.ContainsFunc(d.ofGiven, func(c *pointsto.Call) bool { return d.graph.Holds(c.Fun, o) }) {
				return true
			}
		}
	}
	return false
}

// isGiven reports whether what n holds may be a dialer, or a dial function, that a user of the package has given.
//
//	func WithDialer(d Dialer) Option { return func(c *Client) { c.dialer = d } }
func (d *dials) isGiven(n pointsto.Node) bool {
	return slices.ContainsFunc(d.graph.At(n), func(o *pointsto.Object) bool {
		e, outside := o.Entrance()
		return outside && !o.IsOwn() && e.Call == nil && e.Var == nil && e.Pkg == nil && isDialing(o.Type())
	})
}

// isShown reports whether v, a variable or a field of a value of type of, is there for other packages to use what it has. One for any dialer
// is there for them to set, and what it has before is the default. A struct that embeds a dialer, and has methods in place of those, has
// it for itself.
//
//	type Client struct{ Dialer interface{ DialContext(...) (net.Conn, error) } }
//	func New() *Client { return &Client{Dialer: &net.Dialer{}} }
func isShown(of types.Type, v *types.Var) bool {
	if v.Embedded() {
		return !hidesDials(of, v)
	}
	return isDialer(v.Type()) || !isDialing(v.Type())
}

// hidesDials reports whether type t, which embeds the dialer f, has methods Dial and DialContext of its own.
func hidesDials(t types.Type, f *types.Var) bool {
	if !isDialing(f.Type()) {
		return false
	}
	own := func(name string) bool {
		m, path, _ := types.LookupFieldOrMethod(types.NewPointer(t), true, f.Pkg(), name)
		return m != nil && len(path) == 1
	}
	return own("Dial") && own("DialContext")
}

// isIdle reports whether s, a dialer that nothing here dials with, is a field that others do not see, either. A struct may have one for its
// settings.
//
//	type connector struct{ net.Dialer }
//	func (c *connector) connect() { bind(c.LocalAddr) }
func (d *dials) isIdle(s *pointsto.Site) bool {
	if s == nil || s.Kind != pointsto.Field {
		return false
	}
	sees := func(t types.Type) bool {
		st, ok := t.Underlying().(*types.Struct)
		if !ok {
			return false
		}
		for f := range st.Fields() {
			if f.Pos() == s.Pos && (f.Exported() || f.Embedded()) && isShown(t, f) {
				return true
			}
		}
		return false
	}
	scope := d.texts.pkg.Scope()
	for _, name := range scope.Names() {
		if tn, ok := scope.Lookup(name).(*types.TypeName); ok && tn.Exported() && d.graph.Spend(1) && sees(tn.Type()) {
			return false
		}
	}
	for o := range d.public {
		if d.graph.Spend(1) && sees(o.Type()) {
			return false
		}
	}
	return true
}

// isDefault reports whether pos is in a part of the source that runs only where a dialer, or a dial function, is nil.
func (b *texts) isDefault(pos token.Pos) bool {
	b.readFiles()
	return slices.ContainsFunc(b.wanting, func(p span) bool { return p.has(pos) })
}

// noteDefault notes the parts of s, and of the block around it, which ends there, that run where a dialer is nil. Other conditions beside
// that make no difference.
//
//	if c.Dial != nil {
//		return c.Dial(ctx, "tcp", addr)
//	}
//	return new(net.Dialer).DialContext(ctx, "tcp", addr) // here
func (r *fileReader) noteDefault(s *ast.IfStmt, end token.Pos) {
	if r.asksForDialer(s.Cond, token.EQL) {
		r.wanting = append(r.wanting, span{s.Body.Pos(), s.Body.End()})
	}
	if r.asksForDialer(s.Cond, token.NEQ) {
		r.wanting = append(r.wanting, r.otherwise(s.Body, s.Else, s.End(), end))
	}
}

// otherwise returns what runs where body does not: other, or what follows if body does not come to its end. It is empty if there is none.
func (r *fileReader) otherwise(body *ast.BlockStmt, other ast.Stmt, from, to token.Pos) span {
	switch {
	case other != nil:
		return span{other.Pos(), other.End()}
	case pointsto.Ends(r.info, body):
		return span{from, to}
	}
	return span{}
}

// noteCases is [fileReader.noteDefault] for the clauses of a switch.
func (r *fileReader) noteCases(s *ast.SwitchStmt) {
	if s.Tag != nil {
		return
	}
	for _, c := range s.Body.List {
		for _, e := range c.(*ast.CaseClause).List {
			if r.asksForDialer(e, token.EQL) {
				r.wanting = append(r.wanting, span{c.Pos(), c.End()})
			}
			if r.asksForDialer(e, token.NEQ) {
				r.wanting = append(r.wanting, span{c.End(), s.End()})
			}
		}
	}
}

// noteOr notes the arguments of cmp.Or behind a dialer.
func (r *fileReader) noteOr(call *ast.CallExpr) {
	if fn := typeutil.StaticCallee(r.info, call); len(call.Args) > 1 && fn != nil && isNamedFunc(fn, "cmp", "Or") && isDialing(r.info.TypeOf(call.Args[0])) {
		r.wanting = append(r.wanting, span{call.Args[1].Pos(), call.End()})
	}
}

// asksForDialer reports whether cond compares a dialer with nil by op.
func (r *fileReader) asksForDialer(cond ast.Expr, op token.Token) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
		return false
	case b.Op == token.LAND || b.Op == token.LOR:
		return r.asksForDialer(b.X, op) || r.asksForDialer(b.Y, op)
	}
	return b.Op == op && r.info.Types[b.Y].IsNil() && isDialing(r.info.TypeOf(b.X))
}
