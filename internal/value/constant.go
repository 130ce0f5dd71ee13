package value

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
	"time"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// constantOf returns the value of an integer constant.
func (f *finder) constantOf(e ast.Expr) (n int64, ok bool) {
	v := f.Info.Types[e].Value
	if v == nil {
		return 0, false
	}
	if v = constant.ToInt(v); v.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(v)
}

// constants returns the clause about a field that e is stored in, if e by itself is a trap.
func (f *finder) constants(trap catalog.Trap, e ast.Expr) (Clause, bool) {
	n, ok := f.constantOf(e)
	if !ok {
		return Clause{}, false
	}
	reason := trap.Reason
	switch trap.Is {
	case catalog.BareNumber:
		// 1 is how some write the shortest time there is.
		if n <= 1 || n >= int64(time.Millisecond) || !f.bare(e) {
			return Clause{}, false
		}
		unit := "Second"
		if n >= 1000 {
			unit = "Millisecond"
		}
		reason = fmt.Sprintf("a bare number is nanoseconds; write %d * time.%s", n, unit)
	case catalog.BelowZero:
		if n >= 0 {
			return Clause{}, false
		}
	default:
		return Clause{}, false
	}
	written := fmt.Sprint(n)
	if tn := pointsto.Named(f.Info.TypeOf(e)); tn != nil && tn.Name() == "Duration" {
		written = time.Duration(n).String()
	}
	return Clause{"sets", []string{trap.Field}, "to " + written, reason}, true
}

// bare reports whether the constant e is written without a unit of time: it is made of numbers and of constants that are.
func (f *finder) bare(e ast.Expr) bool {
	bare := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			bare = bare && (n.Kind == token.INT || n.Kind == token.FLOAT)
		case *ast.Ident:
			switch obj := f.Info.Uses[n].(type) {
			case *types.Const:
				bare = bare && f.bareConst(obj)
			case *types.TypeName, *types.PkgName: // of a conversion
			default:
				bare = false // a function that gives a constant
			}
		}
		return bare
	})
	return bare
}

// bareConst reports whether the constant c is written without a unit.
func (f *finder) bareConst(c *types.Const) bool {
	name := strings.ToLower(c.Name())
	if c.Pkg() == nil || strings.Contains(name, "nano") || strings.Contains(name, "micro") {
		return false // iota, or what says that it is no number of seconds
	}
	if _, ok := types.Unalias(c.Type()).(*types.Basic); ok {
		return true
	}
	// A time.Duration. How one of another package is written cannot be seen.
	if f.consts == nil {
		f.consts = make(map[types.Object]ast.Expr)
		for _, file := range f.Files {
			for n := range ast.Preorder(file) {
				spec, ok := n.(*ast.ValueSpec)
				if !ok {
					continue
				}
				for i, id := range spec.Names {
					if i < len(spec.Values) {
						f.consts[f.Info.Defs[id]] = spec.Values[i]
					}
				}
			}
		}
	}
	e := f.consts[c]
	return e != nil && f.bare(e)
}

// assign looks at what is stored in fields.
func (f *finder) assign(a *ast.AssignStmt) {
	if a.Tok != token.ASSIGN || len(a.Lhs) != len(a.Rhs) {
		return
	}
	for i, l := range a.Lhs {
		sel, ok := ast.Unparen(l).(*ast.SelectorExpr)
		if !ok || f.Info.Types[a.Rhs[i]].Value == nil {
			continue
		}
		for _, trap := range f.Traps {
			if len(trap.Unless) > 0 || !f.isField(sel, trap, trap.Field) {
				continue
			}
			if c, ok := f.constants(trap, a.Rhs[i]); ok && f.uses(trap) {
				f.report(sel, f.typeName(trap), []Clause{c})
			}
		}
	}
}

// typeName returns the name of the type that trap is about, with that of its package.
func (f *finder) typeName(trap catalog.Trap) string {
	return trap.Package[strings.LastIndexByte(trap.Package, '/')+1:] + "." + trap.Type
}
