package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/astutil"
)

// HasOwn reports whether the author has a duration of his own at pos: a parameter, a variable, a constant, or a field of one of these,
// whose name contains word, or in the function, for "timeout", a deadline of a context. Then a constant of ours is not what he means.
func (f *File) HasOwn(pos token.Pos, word string) bool {
	for scope := f.Pkg.Scope().Innermost(pos); scope != nil && scope != types.Universe; scope = scope.Parent() {
		for _, name := range scope.Names() {
			o := scope.Lookup(name)
			switch o.(type) {
			case *types.Var, *types.Const:
			default:
				continue
			}
			local := scope != f.Pkg.Scope() && o.Parent() == scope
			if local && o.Pos() > pos || o.Pos() <= pos && pos < o.Pos()+token.Pos(len(name)) {
				continue // declared behind, or what pos is about
			}
			if means(name, word) && isDuration(o.Type()) || f.hasOwnField(o.Type(), word) {
				return true
			}
		}
	}
	return word == "timeout" && f.setsDeadline(pos)
}

// means reports whether a name speaks of a word. What is idle does not wait.
func means(name, word string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, word) && (word == "idle" || !strings.Contains(name, "idle"))
}

// hasOwnField reports whether t is a struct, or points to one, that is not the standard library's and has such a field.
func (f *File) hasOwnField(t types.Type, word string) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		if pkg := n.Obj().Pkg(); pkg == nil || pkg != f.Pkg && !strings.Contains(strings.Split(pkg.Path(), "/")[0], ".") {
			return false
		}
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range s.Fields() {
		if (field.Exported() || field.Pkg() == f.Pkg) && means(field.Name(), word) && isDuration(field.Type()) {
			return true
		}
	}
	return false
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
