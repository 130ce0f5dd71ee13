package netuse

import (
	"go/ast"
	"go/constant"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// mayBeUnix reports whether the network e is what the source takes out of a string that may name unix: by a regular expression that does,
// or in front of "://" in a function that does. Which network it is, those know who make the string, and they may be in other packages.
// Where a condition says that it is something else, it is not unix.
//
//	var endpoint = regexp.MustCompile(`^(tcp|unix)://(.*)$`)
//	...
//	m := endpoint.FindStringSubmatch(s)
//	d.DialContext(ctx, m[1], m[2])
func (b *texts) mayBeUnix(e ast.Expr, w walk) bool {
	if e == nil || !b.spend(1+len(b.denied)/64) || b.isDenied(e, isUnix) || b.all(e, func(network string) bool { return !isUnix(network) }) {
		return false
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		return b.mayBeUnix(x.X, w)
	case *ast.Ident:
		v := b.variable(x)
		if _, isParam := b.params[v]; v == nil || isParam || !b.isOwn(v) || !w.at(v).first(v) {
			return false
		}
		return slices.ContainsFunc(b.assigned[v], func(e ast.Expr) bool { return b.mayBeUnix(e, w) })
	case *ast.CallExpr:
		fn := typeutil.StaticCallee(b.info, x)
		switch {
		case fn == nil || fn.Pkg() == nil:
			return false
		case fn.Pkg().Path() == "regexp" && strings.HasPrefix(fn.Name(), "FindString"):
			sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr)
			return ok && b.hasUnixPattern(sel.X, w)
		case fn.Pkg().Path() == "strings" && (fn.Name() == "Cut" || strings.HasPrefix(fn.Name(), "Split")) && len(x.Args) > 1:
			c := b.info.Types[x.Args[1]].Value
			return c != nil && c.Kind() == constant.String && constant.StringVal(c) == "://" && b.namesUnix(x) && !b.isDenied(x.Args[0], isUnix)
		}
		return w.first(fn.Origin()) && slices.ContainsFunc(b.returns[fn.Origin()], func(r *ast.ReturnStmt) bool {
			return len(r.Results) > 0 && b.mayBeUnix(r.Results[0], w)
		})
	}
	return false
}

// hasUnixPattern reports whether e is a regular expression whose source names unix.
func (b *texts) hasUnixPattern(e ast.Expr, w walk) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && len(call.Args) == 1 {
		c := b.info.Types[call.Args[0]].Value
		return c != nil && c.Kind() == constant.String && strings.Contains(constant.StringVal(c), "unix")
	}
	v := variable(b.info, e)
	return v != nil && v.Pkg() == b.pkg && w.first(v) &&
		slices.ContainsFunc(b.assigned[v], func(e ast.Expr) bool { return e != nil && b.hasUnixPattern(e, w) })
}

// namesUnix reports whether a constant in the declared function around e is a network of unix sockets, or begins with one and a colon.
func (b *texts) namesUnix(e ast.Expr) bool {
	for _, file := range b.files {
		if e.Pos() < file.FileStart || file.FileEnd <= e.Pos() {
			continue
		}
		for _, decl := range file.Decls {
			if fd, ok := decl.(*ast.FuncDecl); ok && fd.Pos() <= e.Pos() && e.Pos() < fd.End() {
				return b.hasUnix(fd)
			}
		}
	}
	return false
}

func (b *texts) hasUnix(n ast.Node) bool {
	for n := range ast.Preorder(n) {
		if e, ok := n.(ast.Expr); ok {
			if c := b.info.Types[e].Value; c != nil && c.Kind() == constant.String {
				network, _, _ := strings.Cut(constant.StringVal(c), ":")
				if network == "unix" || network == "unixgram" || network == "unixpacket" {
					return true
				}
			}
		}
	}
	return false
}
