package flow

import (
	"go/ast"
	"go/token"
	"go/types"
)

// A Kind is a form in which a value comes into being.
type Kind uint8

const (
	Literal Kind = iota // T{...}, &T{...}, or elided in a container
	New                 // new(T)
	Var                 // var x T
	Field               // a struct field of type T
)

// A Site is an expression or a declaration that makes a value of a watched type, with what became of the value.
type Site struct {
	Type     *types.TypeName // the watched type
	Kind     Kind
	Pos, End token.Pos         // of the type's name, as far as it is written
	Lit      *ast.CompositeLit // for a Literal

	// Writes says for each field of the type what was written to it, in the literal or later.
	Writes map[string]Value

	// Unseen: the value was handed to code that cannot be seen, or was replaced as a whole. Fields without writes are unknown.
	Unseen bool

	// Replaced: it is a zero value that something was stored over, or that was thrown away.
	Replaced bool

	// ClosedAfterUse: it stays in the function that makes it, which calls CloseIdleConnections.
	ClosedAfterUse bool

	// DialsUnix: its dial function connects to unix sockets only.
	DialsUnix bool

	// DialsBounded: it is a dialer, and something else bounds every dial.
	DialsBounded bool

	derived  bool            // of a type derived from the watched one
	variable *types.Var      // for a Var
	owner    *types.TypeName // for a Field that other packages can fill, the type that has it
	scope    scope           // that makes it
	obj      *Object
}

// fieldSites finds the struct fields of watched types.
func (b *builder) fieldSites() {
	b.fieldDecls = make(map[*types.Var]*Site)
	for _, file := range b.in.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				owner, _ := b.info.Defs[n.Name].(*types.TypeName)
				b.structFields(n.Type, owner)
			case *ast.StructType:
				b.structFields(n, nil)
			}
			return true
		})
	}
}

// structFields keeps the fields of watched types that t, the type of owner, declares.
func (b *builder) structFields(t ast.Expr, owner *types.TypeName) {
	st, ok := b.info.TypeOf(t).(*types.Struct)
	if !ok {
		return
	}
	for f := range st.Fields() {
		w := b.isWatched(f.Type())
		if w == nil || isPointer(f.Type()) || b.fieldDecls[f] != nil {
			continue
		}
		end := f.Pos() + token.Pos(len(f.Name()))
		site := &Site{Type: w, Kind: Field, Pos: f.Pos(), End: end, derived: named(f.Type()) != w}
		if owner != nil && owner.Exported() && f.Exported() {
			site.owner = owner
		}
		site.obj = &Object{typ: types.Unalias(f.Type()), site: site}
		b.fieldDecls[f] = site
		b.sites = append(b.sites, site)
	}
}

func (b *builder) fieldSite(f *types.Var) *Site { return b.fieldDecls[f.Origin()] }

// conclude fills in what the solution says about every site, and drops those that are none.
func (b *builder) conclude() []*Site {
	for _, c := range b.calls {
		if len(c.recv) == 0 {
			c.outside()
		}
	}
	b.solve()
	b.giveBack()
	b.callersClose()

	escaped, public := b.escaping(false), b.escaping(true)
	resolver := b.resolverDials()
	var out []*Site
	for _, s := range b.sites {
		o := s.obj
		if s.derived && !o.converted {
			continue
		}
		if s.owner != nil && !b.made[s.owner] {
			continue // only other packages make such a struct, and they fill it
		}
		s.Writes = o.writes
		s.Unseen, s.Replaced = o.unseen || o.filled || b.exhausted(), o.filled
		s.ClosedAfterUse = !escaped[o] && b.closedIn(o, s.scope.fn, s.scope.region)
		s.DialsUnix = b.dialsUnix(o)
		s.DialsBounded = !public[o] && b.dialsBounded(o, resolver)
		out = append(out, s)
	}
	return out
}

// escaping returns the objects that outlive the function that makes them, or, if public, those that other packages can get
// hold of: what functions return, variables of the package hold, or values from outside keep, and all that these lead to.
func (b *builder) escaping(public bool) map[*Object]bool {
	out := make(map[*Object]bool)
	roots := func(n Node) {
		for _, o := range b.at(n) {
			b.reach(o, out)
		}
	}
	for v, n := range b.vars {
		if v.Parent() == b.in.Pkg.Scope() && (!public || v.Exported()) {
			roots(n)
		}
	}
	for _, f := range b.functions {
		if !public || f.outside && f.obj != nil {
			for _, n := range f.results {
				roots(n)
			}
		}
	}
	for _, n := range b.ofType {
		for _, o := range b.at(n) {
			if o.sym != nil && !public {
				b.reach(o, out)
			}
		}
	}
	return out
}

// callersClose reads that whoever calls a function that always closes something closes it as well.
func (b *builder) callersClose() {
	known := make(map[closing]bool)
	for i := 0; i < len(b.closes); i++ {
		c := b.closes[i]
		if c.in == nil || c.region != nil {
			continue
		}
		for _, call := range c.in.calls {
			up := closing{c.in.passedBy(call, c.recv), call.fn, call.region}
			if !known[up] {
				known[up] = true
				b.closes = append(b.closes, &up)
			}
		}
	}
}

// closedIn tells whether whoever has o at that point of f always closes its idle connections in f, or those of a client that uses it.
func (b *builder) closedIn(o *Object, f *Function, at *region) bool {
	for _, c := range b.closes {
		if !c.in.within(f) || !at.within(c.region) {
			continue
		}
		for _, p := range b.at(c.recv) {
			if p == o {
				return true
			}
			for _, f := range p.fields {
				if b.holds(f.n, o) {
					return true
				}
			}
		}
	}
	return false
}

// funcsIn returns the functions of this package that fields of the given names hold in o.
// known is false when there are others.
func (b *builder) funcsIn(o *Object, names ...string) (fns []*Function, known bool) {
	known = true
	for _, f := range o.fields {
		for _, name := range names {
			if f.v.Name() != name {
				continue
			}
			for _, p := range b.at(f.n) {
				if p.fn == nil {
					known = false
					continue
				}
				fns = append(fns, p.fn)
			}
		}
	}
	return fns, known
}

// dialsUnix tells whether the dial functions of transport o connect to unix sockets only.
func (b *builder) dialsUnix(o *Object) bool {
	fns, known := b.funcsIn(o, "DialContext", "Dial")
	if !known || len(fns) == 0 {
		return false
	}
	for _, f := range fns {
		some := false
		for _, d := range b.dials {
			if d.conn && d.in.within(f) {
				if !d.unix {
					return false
				}
				some = true
			}
		}
		if !some {
			return false
		}
	}
	return true
}

// resolverDials returns the functions that net.Resolver calls, with contexts that have deadlines of its own.
func (b *builder) resolverDials() map[*Object]bool {
	out := make(map[*Object]bool)
	for n := range b.nodes {
		for _, o := range b.nodes[n].objects {
			if !isType(o.typ, "net", "Resolver") {
				continue
			}
			for _, f := range o.fields { // the one that holds anything is Dial
				for _, p := range b.at(f.n) {
					out[p] = true
				}
			}
		}
	}
	return out
}

// dialsBounded tells whether dialer o is used, and every use is bounded by something other than its own fields.
func (b *builder) dialsBounded(o *Object, resolver map[*Object]bool) bool {
	used := false
	for _, v := range b.bound {
		if b.holds(v.recv, o) {
			if !resolver[v] {
				return false
			}
			used = true
		}
	}
	for _, d := range b.dials {
		if d.recv == 0 || !b.holds(d.recv, o) {
			continue
		}
		if !d.unix && !b.hasDeadline(d.ctx) && !d.inAny(resolver) {
			return false
		}
		used = true
	}
	return used
}

func (b *builder) hasDeadline(ctx Node) bool {
	for _, o := range b.at(ctx) {
		if o.deadline {
			return true
		}
	}
	return false
}

func (d *dial) inAny(fns map[*Object]bool) bool {
	for o := range fns {
		if o.fn != nil && d.in.within(o.fn) {
			return true
		}
	}
	return false
}
