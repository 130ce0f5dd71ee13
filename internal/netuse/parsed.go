package netuse

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// mayBeUnix reports whether the network e is what the source takes out of a string that may name unix: by a regular expression that does,
// or in front of "://" in a function that does. Which network it is, those know who make the string, and they may be in other packages.
// Where a condition says that it is something else, it is not unix.
//
//	var endpoint = regexp.MustCompile(`^(tcp|unix)://(.*)$`)
//	...
//	m := endpoint.FindStringSubmatch(s)
//	d.DialContext(ctx, m[1], m[2])
func (t *texts) mayBeUnix(e ast.Expr, w walk) bool {
	if e == nil || !t.spend(1+len(t.conditions.denied)/64) || t.conditions.isDenied(e, isUnix) ||
		t.all(e, func(network string) bool { return !isUnix(network) }) {
		return false
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		return t.mayBeUnix(x.X, w)
	case *ast.Ident:
		v := pointsto.Variable(t.info, x)
		if _, isParam := t.params[v]; v == nil || isParam || !t.gifts.isOwn(v) || !w.at(v).first(v) {
			return false
		}
		return slices.ContainsFunc(t.assigned[v], func(e ast.Expr) bool { return t.isSaidUnix(e) || t.mayBeUnix(e, w) })
	case *ast.CallExpr:
		fn := typeutil.StaticCallee(t.info, x)
		switch {
		case fn == nil || fn.Pkg() == nil:
			return false
		case fn.Pkg().Path() == "regexp" && strings.HasPrefix(fn.Name(), "FindString"):
			sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr)
			return ok && t.hasUnixPattern(sel.X, w)
		case fn.Pkg().Path() == "strings" && (fn.Name() == "Cut" || strings.HasPrefix(fn.Name(), "Split")) && len(x.Args) > 1:
			return constantOf(t.info, x.Args[1]) == "://" && t.namesUnix(x) && !t.conditions.isDenied(x.Args[0], isUnix)
		}
		return w.first(fn.Origin()) && slices.ContainsFunc(t.returns[fn.Origin()], func(r *ast.ReturnStmt) bool {
			return len(r.Results) > 0 && t.mayBeUnix(r.Results[0], w)
		})
	}
	return false
}

// isSaidUnix reports whether e is unix, where a condition has found that in a string.
//
//	if len(s) > 7 && s[:7] == "unix://" {
//		network = "unix"
//	}
func (t *texts) isSaidUnix(e ast.Expr) bool {
	return e != nil && isUnix(constantOf(t.info, e)) && slices.ContainsFunc(t.unix, func(s span) bool { return s.has(e.Pos()) })
}

// note notes where a condition finds unix in a string.
func (t *texts) note(n ast.Node, _ scope) {
	switch n := n.(type) {
	case *ast.IfStmt:
		if t.hasUnix(n.Cond) {
			t.unix = append(t.unix, span{n.Body.Pos(), n.Body.End()})
		}
	case *ast.CaseClause:
		if slices.ContainsFunc(n.List, func(e ast.Expr) bool { return t.hasUnix(e) }) {
			t.unix = append(t.unix, span{n.Colon, n.End()})
		}
	}
}

// hasUnixPattern reports whether e is a regular expression whose source names unix.
func (t *texts) hasUnixPattern(e ast.Expr, w walk) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && len(call.Args) == 1 {
		return strings.Contains(constantOf(t.info, call.Args[0]), "unix")
	}
	v := variable(t.info, e)
	return v != nil && v.Pkg() == t.pkg && w.first(v) &&
		slices.ContainsFunc(t.assigned[v], func(e ast.Expr) bool { return e != nil && t.hasUnixPattern(e, w) })
}

// namesUnix reports whether a constant in the declared function around e is a network of unix sockets, or begins with one and a colon.
func (t *texts) namesUnix(e ast.Expr) bool {
	for _, file := range t.files {
		if e.Pos() < file.FileStart || file.FileEnd <= e.Pos() {
			continue
		}
		for _, decl := range file.Decls {
			if fd, ok := decl.(*ast.FuncDecl); ok && fd.Pos() <= e.Pos() && e.Pos() < fd.End() {
				return t.hasUnix(fd)
			}
		}
	}
	return false
}

func (t *texts) hasUnix(n ast.Node) bool {
	for n := range ast.Preorder(n) {
		if e, ok := n.(ast.Expr); ok {
			network, _, _ := strings.Cut(constantOf(t.info, e), ":")
			if network == "unix" || network == "unixgram" || network == "unixpacket" {
				return true
			}
		}
	}
	return false
}
