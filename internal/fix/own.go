package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/transportlint/transportlint/internal/catalog"
)

// Own says where the author has a duration of his own at pos, or returns nothing: a parameter, a variable, a constant, or a field of one
// of these, whose name own tells, or in the function a deadline of a context. Then a constant of ours is not what he means.
func (f *File) Own(pos token.Pos, own catalog.Own) string {
	if own.Has == "" {
		return ""
	}
	for scope := f.Pkg.Scope().Innermost(pos); scope != nil && scope != types.Universe; scope = scope.Parent() {
		for _, d := range f.durations(scope) {
			where := "this package"
			if scope != f.Pkg.Scope() && d.in.Parent() == scope {
				if where = "this function"; d.in.Pos() > pos {
					continue // declared behind
				}
			}
			name := d.in.Name()
			if d.in.Pos() <= pos && pos < d.in.Pos()+token.Pos(len(name)) {
				continue // it is what pos is about
			}
			if d.field == "" && means(name, own) {
				return where + " has " + name
			}
			if d.field != "" && means(d.field, own) {
				return where + " has " + name + "." + d.field
			}
		}
	}
	if own.Deadline && f.setsDeadline(pos) {
		return "this function has a deadline"
	}
	return ""
}

// means reports whether own tells a name.
func means(name string, own catalog.Own) bool {
	name, found := cutAll(strings.ToLower(name), own.Has)
	if !found || len(own.Of) == 0 {
		return found
	}
	for _, word := range own.Of {
		name, _ = cutAll(name, word)
	}
	return strings.Trim(name, "_0123456789") == ""
}

// cutAll returns s without word, and whether that was there.
func cutAll(s, word string) (string, bool) {
	return strings.ReplaceAll(s, word, ""), strings.Contains(s, word)
}

// A duration is a variable or constant that is one, or a field of one.
type duration struct {
	in    types.Object
	field string // empty if in is the duration
}

// durations returns those of a scope, by name. They are collected once, for a package may have many variables and as many findings.
func (f *File) durations(scope *types.Scope) []duration {
	if list, ok := f.timed[scope]; ok {
		return list
	}
	var list []duration
	for _, name := range scope.Names() {
		o := scope.Lookup(name)
		switch o.(type) {
		case *types.Var, *types.Const:
		default:
			continue
		}
		if isDuration(o.Type()) {
			list = append(list, duration{in: o})
		}
		for _, field := range f.ownFields(o.Type()) {
			list = append(list, duration{o, field})
		}
	}
	f.timed[scope] = list
	return list
}

// ownFields returns the names of the durations in t, if it is a struct, or points to one, that is not the standard library's.
func (f *File) ownFields(t types.Type) []string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		if pkg := n.Obj().Pkg(); pkg == nil || pkg != f.Pkg && !strings.Contains(strings.Split(pkg.Path(), "/")[0], ".") {
			return nil
		}
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var list []string
	for field := range s.Fields() {
		if (field.Exported() || field.Pkg() == f.Pkg) && isDuration(field.Type()) {
			list = append(list, field.Name())
		}
	}
	return list
}

// isDuration reports whether t is time.Duration, or points to it.
func isDuration(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Duration" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time"
}

// setsDeadline reports whether the function at pos gives a context a deadline, or asks for one.
func (f *File) setsDeadline(pos token.Pos) bool {
	path, _ := astutil.PathEnclosingInterval(f.Syntax, pos, pos)
	for _, n := range path {
		decl, ok := n.(*ast.FuncDecl)
		if !ok || decl.Body == nil {
			continue
		}
		found := false
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return !found
			}
			if o := f.Info.Uses[sel.Sel]; o != nil && o.Pkg() != nil && o.Pkg().Path() == "context" {
				switch o.Name() {
				case "WithTimeout", "WithTimeoutCause", "WithDeadline", "WithDeadlineCause", "Deadline":
					found = true
				}
			}
			return !found
		})
		return found
	}
	return false
}
