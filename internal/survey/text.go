package survey

import (
	"cmp"
	"go/ast"
	"go/printer"
	"go/token"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/transportlint/transportlint/internal/symbol"
)

// maxText is how long the text of an expression may be.
const maxText = 60

// text returns an expression as the source has it, in one line, and shortened if it is long. Of a function literal it says where it is.
func (p *Package) text(n ast.Node) string {
	if e, ok := n.(ast.Expr); ok {
		if _, ok := ast.Unparen(e).(*ast.FuncLit); ok {
			return "func literal"
		}
	}
	var b strings.Builder
	if err := printer.Fprint(&b, p.Fset, n); err != nil {
		return ""
	}
	s := strings.Join(strings.Fields(b.String()), " ")
	if utf8.RuneCountInString(s) > maxText {
		s = string([]rune(s)[:maxText-1]) + "…"
	}
	return s
}

// decl returns the declaration of a file that has pos, and the file, nil if none has.
func (p *Package) decl(pos token.Pos) (ast.Decl, *ast.File) {
	for _, f := range p.Files {
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
func (p *Package) around(pos token.Pos) []ast.Node {
	d, f := p.decl(pos)
	if f == nil {
		return nil
	}
	path := []ast.Node{f}
	if d != nil {
		ast.Inspect(d, func(n ast.Node) bool {
			if n == nil || !p.spend(1) || pos < n.Pos() || n.End() <= pos {
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
func (p *Package) assigned(pos token.Pos) string {
	for _, n := range p.around(pos) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE) {
				return p.text(n.Rhs[0])
			}
			return p.text(n)
		case ast.Stmt:
			return ""
		case *ast.CallExpr:
			return p.text(n)
		}
	}
	return ""
}

// declaration names the declaration that pos stands in: a function, a method, a variable, or a type.
func (p *Package) declaration(pos token.Pos) string {
	switch d, _ := p.decl(pos); d := d.(type) {
	case *ast.FuncDecl:
		return symbol.OfFunc(d)
	case *ast.GenDecl:
		return symbol.OfSpec(d, pos)
	}
	return ""
}
