package netuse

import (
	"go/token"
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// isShown reports whether v, a variable or a field of a value of type of, is there for other packages to use what it has. One for any
// dialer is there for them to set, and what it has before is the default. A struct that embeds a dialer, and has methods in place of those,
// has it for itself.
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
	return s != nil && s.Kind == pointsto.Field && !d.seen().fields[s.Pos]
}

// isShown reports whether other packages can have a value of type t.
func (d *dials) isShown(t types.Type) bool { return d.seen().types[t] }

func (d *dials) seen() *shown {
	if d.shown == nil {
		d.shown = newShown(d.syntax.pkg, d.public)
	}
	return d.shown
}

// shown are the types whose values other packages can have, by what is declared or by what they get as an interface, and the fields of
// those that they can select. Whether the package makes such a value is not asked.
type shown struct {
	pkg    *types.Package
	types  map[types.Type]bool
	fields map[token.Pos]bool
}

func newShown(pkg *types.Package, public map[*pointsto.Object]bool) *shown {
	s := &shown{pkg, make(map[types.Type]bool), make(map[token.Pos]bool)}
	for _, name := range pkg.Scope().Names() {
		if o := pkg.Scope().Lookup(name); o.Exported() {
			s.add(o.Type())
		}
	}
	for o := range public {
		s.add(o.Type())
	}
	return s
}

// add adds t, and what others get from a value of it: elements, fields, and results of functions and methods. Of a type with parameters it
// is the declaration that counts.
func (s *shown) add(t types.Type) {
	if s.types[t] {
		return
	}
	s.types[t] = true
	switch t := t.(type) {
	case *types.Alias:
		s.add(types.Unalias(t))
	case *types.Named:
		for a := range t.TypeArgs().Types() {
			s.add(a)
		}
		if origin := t.Origin(); origin != t {
			s.add(origin)
		} else if t.Obj().Pkg() == s.pkg {
			s.declared(t)
		}
	case *types.Struct:
		s.addFields(t, t)
	case *types.Signature:
		for v := range t.Results().Variables() {
			s.add(v.Type())
		}
	case *types.Map:
		s.add(t.Key())
		s.add(t.Elem())
	case interface{ Elem() types.Type }:
		s.add(t.Elem())
	}
}

// declared adds what others get from a value of t.
func (s *shown) declared(t *types.Named) {
	for m := range t.Methods() {
		if m.Exported() {
			s.add(m.Signature())
		}
	}
	if st, ok := t.Underlying().(*types.Struct); ok {
		s.addFields(t, st)
	} else {
		s.add(t.Underlying())
	}
}

func (s *shown) addFields(of types.Type, st *types.Struct) {
	for f := range st.Fields() {
		if (f.Exported() || f.Embedded()) && isShown(of, f) {
			s.fields[f.Pos()] = true
			s.add(f.Type())
		}
	}
}
