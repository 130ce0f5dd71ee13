// Package fix writes the fields that a value lacks into the source, as edits that a maintainer would have made: in the style of the
// literal, under the names that the file has for its imports, formatted as gofmt does it, and touching nothing else. Where it
// cannot tell that the result is right, it makes no edits.
package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/transportlint/transportlint/internal/edit"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A File is a source file to edit.
type File struct {
	Fset   *token.FileSet
	Syntax *ast.File
	Pkg    *types.Package
	Info   *types.Info
	Text   []byte // what Syntax was parsed from

	// Declared returns the names that the package declares in any file of its folder. See [DeclaredIn].
	Declared func() map[string]bool

	file   *token.File
	chosen map[*types.Scope][]string // names of variables that fixes declare, by block
	timed  map[*types.Scope][]duration
	budget int // of bytes to format, so that a file full of literals does not take for ever
}

const maxBudget = 16 << 20

// lineDirective is a comment by which positions speak of another place.
var lineDirective = regexp.MustCompile(`(?m)^//line |/\*line `)

// An Assignment is a field with the expression to give it, in which packages of the standard library go by their own names.
type Assignment struct {
	Field string
	Value string
}

// Open prepares f. It reports false for a file that must not be edited: one whose text is not what was parsed, or whose positions
// speak of another file, as those of generated code do.
func (f *File) Open() bool {
	f.file = f.Fset.File(f.Syntax.FileStart)
	f.chosen = make(map[*types.Scope][]string)
	f.timed = make(map[*types.Scope][]duration)
	f.budget = maxBudget
	return f.file != nil && f.file.Size() == len(f.Text) && !lineDirective.Match(f.Text)
}

// Fill returns the edits by which the value that s makes has the fields from the start, nil if there are no right ones.
func (f *File) Fill(s *pointsto.Site, fields []Assignment) []edit.Edit {
	for _, a := range fields {
		if s.Writes[a.Field] != 0 && (s.Kind != pointsto.Literal || Element(s.Lit, a.Field) == nil) {
			return nil // whatever wrote to it would write over it
		}
	}
	n, ok := f.names(s.Pos, fields)
	if !ok {
		return nil
	}
	var forms [][]change // the same in several layouts, the preferred one first
	var hull ast.Node
	switch s.Kind {
	case pointsto.Literal:
		hull, forms = s.Lit, f.fillLiteral(s.Lit, n.fields)
	case pointsto.New:
		hull, forms = f.fillNew(s, n.fields)
	case pointsto.Var:
		hull, forms = f.fillVar(s, n.fields)
	}
	for i, form := range forms {
		last := i == len(forms)-1
		if last && len(forms) > 1 && f.directiveBehind(hull) {
			return nil // it would no longer be on the line that it is about
		}
		e := f.edit(append(form, n.imports...), f.offset(hull.Pos()), f.offset(hull.End()))
		if e != nil && (last || e.width <= maxWidth) {
			return e.edits
		}
	}
	return nil
}

// directive is a comment that tools read.
var directive = regexp.MustCompile(`^//(\w+:\S|nolint|\s*#nosec)`)

// commentBehind tells whether there is a comment behind n, on its line.
func (f *File) commentBehind(n ast.Node) bool {
	return slices.ContainsFunc(f.Syntax.Comments, func(c *ast.CommentGroup) bool {
		return c.Pos() >= n.End() && f.line(c.Pos()) == f.line(n.End())
	})
}

// directives tells whether there is a directive on one of the lines of n.
func (f *File) directives(n ast.Node) bool {
	for _, group := range f.Syntax.Comments {
		for _, c := range group.List {
			if f.line(n.Pos()) <= f.line(c.Pos()) && f.line(c.Pos()) <= f.line(n.End()) && directive.MatchString(c.Text) {
				return true
			}
		}
	}
	return false
}

// directiveBehind tells whether there is a directive behind the code of the line on which n ends.
func (f *File) directiveBehind(n ast.Node) bool {
	for _, group := range f.Syntax.Comments {
		for _, c := range group.List {
			if c.Pos() > n.End() && f.line(c.Pos()) == f.line(n.End()) && directive.MatchString(c.Text) {
				return true
			}
		}
	}
	return false
}

// maxWidth is how many columns a line may have that a literal is kept on, with tabs of 4.
const maxWidth = 100

// fillLiteral gives the fields that a literal has other values, and adds the others to it.
func (f *File) fillLiteral(lit *ast.CompositeLit, fields []Assignment) [][]change {
	if !fillable(f.Info.TypeOf(lit)) || !keyed(lit) {
		return nil
	}
	var there []change
	var missing []Assignment
	for _, a := range fields {
		if e := Element(lit, a.Field); e != nil {
			if _, ok := e.Value.(*ast.BasicLit); !ok || f.commentBehind(e) {
				return nil // somebody had a reason
			}
			there = append(there, f.replace(e.Value.Pos(), e.Value.End(), a.Value))
		} else {
			missing = append(missing, a)
		}
	}
	if len(missing) == 0 {
		return [][]change{there}
	}
	forms := f.extend(lit, missing)
	for i := range forms {
		forms[i] = append(forms[i], there...)
	}
	return forms
}

// extend adds fields at the end of a literal.
func (f *File) extend(lit *ast.CompositeLit, fields []Assignment) [][]change {
	if len(lit.Elts) == 0 && f.line(lit.Lbrace) == f.line(lit.Rbrace) {
		end := f.insert(lit.Rbrace, inline(fields))
		return [][]change{{end}, {f.insert(lit.Rbrace, "\n"+stacked(fields))}}
	}
	if len(lit.Elts) == 0 {
		return [][]change{{f.insert(lit.Rbrace, stacked(fields))}}
	}
	last := lit.Elts[len(lit.Elts)-1].End()
	comma := f.comma(last, lit.Rbrace)
	if f.line(lit.Lbrace) == f.line(lit.Rbrace) && comma == "," {
		return [][]change{{f.insert(last, ", "+inline(fields))}, f.stack(lit, fields)}
	}
	if f.line(lit.Lbrace) == f.line(lit.Elts[0].Pos()) {
		return [][]change{f.stack(lit, fields)}
	}
	if comma == "" {
		return [][]change{{f.insert(lit.Rbrace, stacked(fields))}}
	}
	return [][]change{{f.insert(last, ","), f.insert(lit.Rbrace, "\n"+stacked(fields))}}
}

// stack puts each element of lit on a line of its own, and fields below.
func (f *File) stack(lit *ast.CompositeLit, fields []Assignment) []change {
	var out []change
	for _, e := range lit.Elts {
		out = append(out, f.insert(e.Pos(), "\n"))
	}
	last := lit.Elts[len(lit.Elts)-1].End()
	if comma := f.comma(last, lit.Rbrace); comma != "" {
		out = append(out, f.insert(last, comma))
	}
	return append(out, f.insert(lit.Rbrace, "\n"+stacked(fields)))
}

// fillNew makes a literal of new(T).
func (f *File) fillNew(s *pointsto.Site, fields []Assignment) (ast.Node, [][]change) {
	path, _ := astutil.PathEnclosingInterval(f.Syntax, s.Pos, s.End)
	call, ok := path[0].(*ast.CallExpr)
	if !ok || len(call.Args) != 1 || !fillable(f.Info.TypeOf(call.Args[0])) {
		return nil, nil
	}
	open, end := "&", ""
	if _, ok := path[1].(*ast.SelectorExpr); ok {
		open, end = "(&", ")"
	}
	t := call.Args[0]
	form := func(body string) []change {
		return []change{
			{f.offset(call.Pos()), f.offset(t.Pos()), open},
			{f.offset(t.End()), f.offset(call.End()), "{" + body + "}" + end},
		}
	}
	return call, [][]change{form(inline(fields)), form("\n" + stacked(fields))}
}

// fillVar gives var x T a value, in a function as x := T{}.
func (f *File) fillVar(s *pointsto.Site, fields []Assignment) (ast.Node, [][]change) {
	path, _ := astutil.PathEnclosingInterval(f.Syntax, s.Pos, s.End)
	if len(path) < 2 {
		return nil, nil
	}
	spec, ok := path[1].(*ast.ValueSpec)
	if !ok || len(path) < 4 || len(spec.Names) != 1 || spec.Type == nil || len(spec.Values) > 0 || !fillable(f.Info.TypeOf(spec.Type)) {
		return nil, nil
	}
	assign := "= "
	var short []change
	if decl, ok := path[2].(*ast.GenDecl); ok && !decl.Lparen.IsValid() {
		if _, local := path[3].(*ast.DeclStmt); local {
			assign = ":= "
			short = []change{f.replace(decl.Pos(), spec.Names[0].Pos(), "")}
		}
	}
	form := func(body string) []change {
		return append(slices.Clip(short), f.insert(spec.Type.Pos(), assign), f.insert(spec.Type.End(), "{"+body+"}"))
	}
	return spec, [][]change{form(inline(fields)), form("\n" + stacked(fields))}
}

// keyed tells whether all elements of lit name their fields.
func keyed(lit *ast.CompositeLit) bool {
	return !slices.ContainsFunc(lit.Elts, func(e ast.Expr) bool { _, ok := e.(*ast.KeyValueExpr); return !ok })
}

// Element returns the element of lit for a field, or nil.
func Element(lit *ast.CompositeLit, field string) *ast.KeyValueExpr {
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == field {
				return kv
			}
		}
	}
	return nil
}

// fillable tells whether a literal of type t can name the fields of a struct.
func fillable(t types.Type) bool {
	if t == nil {
		return false
	}
	t = types.Unalias(t)
	if p, ok := t.Underlying().(*types.Pointer); ok { // of an elided &T
		t = types.Unalias(p.Elem())
	}
	if _, ok := t.(*types.TypeParam); ok {
		return false
	}
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

// inline writes fields on one line.
func inline(fields []Assignment) string {
	out := ""
	for i, a := range fields {
		if i > 0 {
			out += ", "
		}
		out += a.Field + ": " + a.Value
	}
	return out
}

// stacked writes each of fields on a line.
func stacked(fields []Assignment) string {
	out := ""
	for _, a := range fields {
		out += a.Field + ": " + a.Value + ",\n"
	}
	return out
}

// comma returns the comma that is missing behind the last element of a literal, which ends there.
func (f *File) comma(last, rbrace token.Pos) string {
	for _, t := range scan(f.Text[f.offset(last):f.offset(rbrace)]) {
		if t.tok == token.COMMA {
			return ""
		}
	}
	return ","
}

func (f *File) offset(p token.Pos) int { return f.file.Offset(p) }
func (f *File) line(p token.Pos) int   { return f.file.Line(p) }

func (f *File) insert(at token.Pos, text string) change {
	return change{f.offset(at), f.offset(at), text}
}
