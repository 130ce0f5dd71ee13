package survey

import (
	"cmp"
	"go/ast"
	"go/printer"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/transportlint/transportlint/internal/symbol"
)

// A source is the syntax of a package: what stands where, as the reader of the code sees it.
type source struct {
	fset  *token.FileSet
	info  *types.Info
	files []*ast.File
	spend func(int) bool

	uses map[types.Object]token.Pos // where the package names something first, once somebody asks
}

// maxText is how long the text of an expression may be.
const maxText = 60

// text returns an expression as the source has it, in one line, and shortened if it is long. Of a function literal it says where it is.
func (s *source) text(n ast.Node) string {
	if e, ok := n.(ast.Expr); ok {
		if _, ok := ast.Unparen(e).(*ast.FuncLit); ok {
			return "func literal"
		}
	}
	var b strings.Builder
	if err := printer.Fprint(&b, s.fset, n); err != nil {
		return ""
	}
	line := strings.Join(strings.Fields(b.String()), " ")
	if utf8.RuneCountInString(line) > maxText {
		line = string([]rune(line)[:maxText-1]) + "…"
	}
	return line
}

// decl returns the declaration of a file that has pos, and the file, nil if none has.
func (s *source) decl(pos token.Pos) (ast.Decl, *ast.File) {
	for _, f := range s.files {
		if f.FileStart <= pos && pos < f.FileEnd {
			i, _ := slices.BinarySearchFunc(f.Decls, pos, func(d ast.Decl, pos token.Pos) int { return cmp.Compare(d.End(), pos+1) })
			if i < len(f.Decls) && f.Decls[i].Pos() <= pos {
				return f.Decls[i], f
			}
			return nil, f
		}
	}
	return nil, nil
}

// around returns the nodes around pos, the innermost first.
func (s *source) around(pos token.Pos) []ast.Node {
	d, f := s.decl(pos)
	if f == nil {
		return nil
	}
	path := []ast.Node{f}
	if d != nil {
		ast.Inspect(d, func(n ast.Node) bool {
			if n == nil || !s.spend(1) || pos < n.Pos() || n.End() <= pos {
				return false
			}
			path = append(path, n)
			return true
		})
	}
	slices.Reverse(path)
	return path
}

// assigned returns the text of what is assigned at pos, where a function returns several results, or an operator computes it.
func (s *source) assigned(pos token.Pos) string {
	for _, n := range s.around(pos) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE) {
				return s.text(n.Rhs[0])
			}
			return s.text(n)
		case ast.Stmt:
			return ""
		case *ast.CallExpr:
			return s.text(n)
		}
	}
	return ""
}

// declaration names the declaration that pos stands in: a function, a method, a variable, or a type.
func (s *source) declaration(pos token.Pos) string {
	switch d, _ := s.decl(pos); d := d.(type) {
	case *ast.FuncDecl:
		return symbol.OfFunc(d)
	case *ast.GenDecl:
		return symbol.OfSpec(d, pos)
	}
	return ""
}

// addressed returns the text of the address at pos, with the call that gets it, or the statement that keeps it.
func (s *source) addressed(pos token.Pos) string {
	text := ""
	for _, n := range s.around(pos) {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			text = s.text(n)
		case *ast.CallExpr:
			return s.text(n)
		case ast.Stmt:
			return firstOf(text, s.text(n))
		}
	}
	return text
}

// fieldAt names the struct field that is declared at pos.
func (s *source) fieldAt(pos token.Pos) string {
	name, typ := "", ""
	for _, n := range s.around(pos) {
		switch n := n.(type) {
		case *ast.Field:
			for _, id := range n.Names {
				if id.Pos() <= pos && pos < id.End() {
					name = id.Name
				}
			}
			if name == "" {
				name = s.text(n.Type)
			}
		case *ast.TypeSpec:
			typ = n.Name.Name + "."
		}
	}
	return typ + name
}

// variableAt names the variable of a function that is given what stands at pos.
func (s *source) variableAt(pos token.Pos) string {
	for _, n := range s.around(pos) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, e := range n.Rhs {
				if e.Pos() <= pos && pos < e.End() && i < len(n.Lhs) && direct(e, pos) {
					if text := s.text(n.Lhs[i]); text != "_" {
						return text
					}
				}
			}
			return ""
		case *ast.ValueSpec:
			return symbol.OfValue(n, pos).Name
		case ast.Stmt, *ast.KeyValueExpr:
			return ""
		}
	}
	return ""
}

// direct reports whether what begins at pos is what e is, and not a part of it.
func direct(e ast.Expr, pos token.Pos) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return direct(x.X, pos)
	case *ast.StarExpr:
		return direct(x.X, pos)
	default:
		return x.Pos() == pos
	}
}

// firstUse returns where the package names v first.
func (s *source) firstUse(v *types.Var) token.Pos {
	if s.uses == nil {
		s.uses = make(map[types.Object]token.Pos)
		for id, o := range s.info.Uses {
			if first, ok := s.uses[o]; !ok || id.Pos() < first {
				s.uses[o] = id.Pos()
			}
		}
	}
	return s.uses[v]
}

// fails reports whether r returns an error.
func (s *source) fails(r *ast.ReturnStmt) bool {
	if len(r.Results) == 0 {
		return false
	}
	last := s.info.Types[r.Results[len(r.Results)-1]]
	isError := types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
	return last.Type != nil && !last.IsNil() && types.Implements(last.Type, isError)
}
