package netuse

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// That a connection is to a unix socket is said by the network: a constant, or an expression that conditions around the call compare
// with one.

// networks knows what the source says about networks and addresses. It reads the files when it is first asked.
type networks struct {
	info  *types.Info
	files []*ast.File

	read    bool
	strings map[*types.Var]constant.Value // what local variables are that are one constant only; nil for others
	parts   []unixPart
}

// A unixPart is a part of the source where an expression names the network of unix sockets.
type unixPart struct {
	expr     ast.Expr
	from, to token.Pos
}

// areUnix reports whether the network among args, those of a call that connects, is that of unix sockets. It is the first string.
func (b *networks) areUnix(args []ast.Expr) bool {
	for _, a := range args {
		if isString(b.info.TypeOf(a)) {
			return b.isUnix(a)
		}
	}
	return false
}

func (b *networks) isUnix(e ast.Expr) bool {
	if text, ok := b.constString(e); ok {
		return strings.HasPrefix(text, "unix")
	}
	b.readFiles()
	for _, p := range b.parts {
		if p.from <= e.Pos() && e.Pos() < p.to && pointsto.SamePlace(b.info, p.expr, e) {
			return true
		}
	}
	return false
}

// constString returns the string that e is, as a constant or as a local variable that never is anything else.
func (b *networks) constString(e ast.Expr) (string, bool) {
	var v *types.Var
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		b.readFiles()
		v, _ = b.info.ObjectOf(id).(*types.Var)
	}
	for _, c := range []constant.Value{b.info.Types[e].Value, b.strings[v]} {
		if c != nil && c.Kind() == constant.String {
			return constant.StringVal(c), true
		}
	}
	return "", false
}

// readFiles reads what conditions say, and what variables are.
func (b *networks) readFiles() {
	if b.read {
		return
	}
	b.read, b.strings = true, make(map[*types.Var]constant.Value)
	for _, file := range b.files {
		var around []token.Pos // where the functions end that are being read
		var stack []ast.Node
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				switch stack[len(stack)-1].(type) {
				case *ast.FuncDecl, *ast.FuncLit:
					around = around[:len(around)-1]
				}
				stack = stack[:len(stack)-1]
				return true
			}
			stack = append(stack, n)
			switch n := n.(type) {
			case *ast.FuncDecl, *ast.FuncLit:
				around = append(around, n.End())
			case *ast.IfStmt:
				b.unixIf(n, around[len(around)-1])
			case *ast.SwitchStmt:
				b.unixSwitch(n)
			default:
				b.constants(n)
			}
			return true
		})
	}
}

// constants notes what n, if it assigns, gives to variables.
func (b *networks) constants(n ast.Node) {
	var from []ast.Expr // nil for what is no constant
	var to []ast.Expr
	switch n := n.(type) {
	case *ast.AssignStmt:
		to = n.Lhs
		if n.Tok == token.ASSIGN || n.Tok == token.DEFINE {
			from = n.Rhs
		}
	case *ast.ValueSpec:
		if from = n.Values; from == nil {
			return
		}
		for _, id := range n.Names {
			to = append(to, id)
		}
	case *ast.IncDecStmt:
		to = []ast.Expr{n.X}
	case *ast.RangeStmt:
		to = []ast.Expr{n.Key, n.Value}
	}
	for i, e := range to {
		id, _ := e.(*ast.Ident)
		v, ok := b.info.ObjectOf(id).(*types.Var)
		if id == nil || !ok {
			continue
		}
		var c constant.Value
		if _, again := b.strings[v]; !again && v.Parent() != v.Pkg().Scope() && len(from) == len(to) {
			c = b.info.Types[from[i]].Value
		}
		b.strings[v] = c
	}
}

// unixIf reads the condition of s, in a function that ends there.
func (b *networks) unixIf(s *ast.IfStmt, end token.Pos) {
	holds, fails := b.saysUnix(s.Cond)
	b.unixWithin(holds, s.Body.Pos(), s.Body.End())
	if pointsto.Ends(b.info, s.Body) {
		b.unixWithin(fails, s.Body.End(), end)
	} else if s.Else != nil {
		b.unixWithin(fails, s.Else.Pos(), s.Else.End())
	}
}

func (b *networks) unixSwitch(s *ast.SwitchStmt) {
	for _, clause := range s.Body.List {
		c := clause.(*ast.CaseClause)
		var in []ast.Expr // what each of the cases says
		for i, e := range c.List {
			holds, _ := b.saysUnix(e)
			if s.Tag != nil {
				holds = b.unixIfEqual(s.Tag, e)
			}
			if i > 0 {
				holds = b.both(in, holds)
			}
			in = holds
		}
		b.unixWithin(in, c.Pos(), c.End())
	}
}

// unixWithin records that expressions name the network of unix sockets in a part of the source.
func (b *networks) unixWithin(exprs []ast.Expr, from, to token.Pos) {
	for _, e := range exprs {
		b.parts = append(b.parts, unixPart{e, from, to})
	}
}

// saysUnix returns the expressions that name the network of unix sockets if cond holds, and those that do if it fails.
func (b *networks) saysUnix(cond ast.Expr) (holds, fails []ast.Expr) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr: // not
		fails, holds = b.saysUnix(e.X)
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR:
			xHolds, xFails := b.saysUnix(e.X)
			yHolds, yFails := b.saysUnix(e.Y)
			if e.Op == token.LAND {
				return append(xHolds, yHolds...), b.both(xFails, yFails)
			}
			return b.both(xHolds, yHolds), append(xFails, yFails...)
		case token.EQL:
			holds = append(b.unixIfEqual(e.X, e.Y), b.unixIfEqual(e.Y, e.X)...)
		case token.NEQ:
			fails = append(b.unixIfEqual(e.X, e.Y), b.unixIfEqual(e.Y, e.X)...)
		}
	case *ast.CallExpr:
		if fn := typeutil.StaticCallee(b.info, e); fn != nil && isNamedFunc(fn, "strings", "HasPrefix") && len(e.Args) == 2 {
			holds = b.unixIfEqual(e.Args[0], e.Args[1])
		}
	}
	return holds, fails
}

// unixIfEqual returns x if y is a constant that begins with the name of such a network.
func (b *networks) unixIfEqual(x, y ast.Expr) []ast.Expr {
	if c := b.info.Types[y].Value; c != nil && c.Kind() == constant.String && strings.HasPrefix(constant.StringVal(c), "unix") {
		return []ast.Expr{x}
	}
	return nil
}

// both returns what is in x and in y.
func (b *networks) both(x, y []ast.Expr) []ast.Expr {
	return slices.DeleteFunc(slices.Clone(x), func(e ast.Expr) bool {
		return !slices.ContainsFunc(y, func(f ast.Expr) bool { return pointsto.SamePlace(b.info, e, f) })
	})
}

func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

// url returns the string constant that one of args is or begins with, a URL if there is one.
func (b *networks) url(args []ast.Expr) string {
	out := ""
	for _, a := range args {
		// http.MethodGet and its like come before what is looked for.
		if text := b.text(a); text != "" && !strings.Contains(out, "://") {
			out = text
		}
	}
	return out
}

// text returns the string that e is or begins with, as far as constants tell.
func (b *networks) text(e ast.Expr) string {
	switch x := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		if b.info.Types[x].Value == nil {
			return b.text(x.X)
		}
	case *ast.CallExpr:
		if fn := typeutil.StaticCallee(b.info, x); fn != nil && isNamedFunc(fn, "fmt", "Sprintf") {
			return b.text(x.Args[0])
		}
		return ""
	}
	if !isString(b.info.TypeOf(e)) {
		return ""
	}
	text, _ := b.constString(e)
	return text
}

func isNamedFunc(fn *types.Func, pkg, name string) bool {
	return fn.Pkg() != nil && fn.Pkg().Path() == pkg && fn.Name() == name
}
