package survey

import (
	"go/ast"
	"go/printer"
	"go/token"
	"strings"
	"unicode/utf8"

	"golang.org/x/tools/go/ast/astutil"

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

// file returns the file that has pos.
func (p *Package) file(pos token.Pos) *ast.File {
	for _, f := range p.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// around returns the nodes around pos, the innermost first.
func (p *Package) around(pos token.Pos) []ast.Node {
	f := p.file(pos)
	if f == nil {
		return nil
	}
	path, _ := astutil.PathEnclosingInterval(f, pos, pos+1)
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
	if f := p.file(pos); f != nil {
		return symbol.At(f, pos)
	}
	return ""
}
