package netuse

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// onlyH2C reports whether the transport that s makes speaks unencrypted HTTP/2 alone. There is no handshake then, and the fields
// that limit idle HTTP/1 connections do not matter.
//
//	var p http.Protocols
//	p.SetUnencryptedHTTP2(true)
//	t := &http.Transport{Protocols: &p}
//
// Protocols in the literal decide. Without them, all that the package assigns to that field counts, of whichever transport: syntax
// does not tell one from another, so one that speaks more leaves the findings of all. Where the literal has them, later assignments
// are not read, which is silent.
func (p *plain) onlyH2C(s *pointsto.Site) bool {
	if !s.Writes["Protocols"].NonZero() {
		return false
	}
	p.syntax.readFiles()
	var given []ast.Expr
	if s.Lit != nil {
		for _, elt := range s.Lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok && id.Name == "Protocols" {
					given = append(given, kv.Value)
				}
			}
		}
	}
	if given == nil {
		t, ok := s.Type.Type().Underlying().(*types.Struct)
		if !ok {
			return false
		}
		for f := range t.Fields() {
			if f.Name() == "Protocols" {
				given = p.syntax.assigned[f]
			}
		}
	}
	return len(given) > 0 && !slices.ContainsFunc(given, func(e ast.Expr) bool { return e == nil || !p.isH2C(e, make(map[types.Object]bool)) })
}

// isH2C reports whether e is a set of protocols of which only unencrypted HTTP/2 is ever turned on. A function that seen has returns
// nothing new by itself.
func (p *plain) isH2C(e ast.Expr, seen map[types.Object]bool) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return p.isH2C(x.X, seen)
	case *ast.Ident:
		v, ok := p.syntax.info.ObjectOf(x).(*types.Var)
		return ok && p.syntax.protocols.of(v) == unencryptedHTTP2
	case *ast.CallExpr:
		if fn := typeutil.StaticCallee(p.syntax.info, x); fn != nil {
			if seen[fn.Origin()] {
				return true
			}
			seen[fn.Origin()] = true
			returns := p.syntax.returns[fn.Origin()]
			return len(returns) > 0 && !slices.ContainsFunc(returns, func(r *ast.ReturnStmt) bool {
				return len(r.Results) != 1 || !p.isH2C(r.Results[0], seen)
			})
		}
		return p.syntax.protocols.inFields() == unencryptedHTTP2 // new(http.Protocols)
	case *ast.CompositeLit:
		return p.syntax.protocols.inFields() == unencryptedHTTP2
	}
	return false
}

// protocols are those that methods of http.Protocols turn on.
type protocols uint8

const (
	http1 protocols = 1 << iota
	http2
	unencryptedHTTP2
)

// enabled knows which protocols are turned on, by the variables and fields that have them.
type enabled struct {
	*source
	in map[*types.Var]protocols
}

// note notes that n, if it is such a call, turns a protocol on. An argument that is not a constant may be true, and counts.
func (e *enabled) note(n ast.Node, _ scope) {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) != 1 {
		return
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return
	}
	fn, ok := e.info.Uses[sel.Sel].(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Pkg().Path() != "net/http" {
		return
	}
	var on protocols
	switch pointsto.FuncKey(fn) {
	case "Protocols.SetHTTP1":
		on = http1
	case "Protocols.SetHTTP2":
		on = http2
	case "Protocols.SetUnencryptedHTTP2":
		on = unencryptedHTTP2
	default:
		return
	}
	if c := e.info.Types[call.Args[0]].Value; c != nil && !constant.BoolVal(c) {
		return
	}
	if v := variable(e.info, sel.X); v != nil {
		e.in[v] |= on
	}
}

// of returns the protocols that are turned on, or may be, in v. What is turned on by another name, as by a pointer to v, is not in it:
// this is silent.
func (e *enabled) of(v *types.Var) protocols { return e.in[v] }

// inFields returns the protocols that are turned on in some field. A value without a variable of its own has no other name, and all
// fields of the package that hold protocols are taken together:
//
//	t.Protocols = new(http.Protocols)
//	t.Protocols.SetUnencryptedHTTP2(true)
func (e *enabled) inFields() (on protocols) {
	for v, o := range e.in {
		if v.IsField() {
			on |= o
		}
	}
	return on
}
