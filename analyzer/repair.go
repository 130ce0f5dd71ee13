package analyzer

import (
	"cmp"
	"go/ast"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/edit"
	"github.com/transportlint/transportlint/internal/fix"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/verdict"
)

// A fixRequest is what the fix of a finding has to do: set fields of one value.
type fixRequest struct {
	site   *pointsto.Site
	typ    *catalog.Type
	fields []*catalog.Field
	frozen bool // the value outlives invocations of a Lambda function
}

// repair adds fixes to findings. Findings about one value have the same one, which fixes them all: drivers apply fixes one by one,
// and would insert a field twice.
func repair(pass *analysis.Pass, files []*ast.File, findings []finding) {
	merged := make(map[*pointsto.Site]*fixRequest)
	for _, f := range findings {
		for _, m := range f.requests {
			if merged[m.site] == nil {
				merged[m.site] = &fixRequest{site: m.site, typ: m.typ}
			}
			merged[m.site].join(m)
		}
	}
	e := newEditors(pass, files)
	options := make(map[*pointsto.Site][]option)
	left := make(map[*pointsto.Site]string)
	for _, s := range slices.SortedFunc(maps.Keys(merged), func(a, b *pointsto.Site) int { return cmp.Compare(a.Pos, b.Pos) }) {
		if file := e.editor(s); file != nil {
			options[s] = merged[s].options(file, e.replacesDefault)
			left[s] = merged[s].left(file)
		}
	}
	for i := range findings {
		f := &findings[i]
		for _, o := range together(f.requests, options) {
			f.SuggestedFixes = append(f.SuggestedFixes, edit.Fix(o.message, edit.Join(o.edits)))
		}
		if len(f.SuggestedFixes) == 0 && len(f.requests) == 1 {
			f.Left = left[f.requests[0].site]
		}
	}
}

// An option is one of the ways to fix a value.
type option struct {
	message string
	edits   []edit.Edit
}

// together returns the ways to do what all requests ask for: of one value, all of its options, and of several the first ones, if each has one.
func together(requests []fixRequest, options map[*pointsto.Site][]option) []option {
	if len(requests) == 1 {
		return options[requests[0].site]
	}
	var out option
	for _, m := range requests {
		of := options[m.site]
		if len(of) == 0 {
			return nil
		}
		merged, ok := edit.Merge(out.edits, of[0].edits)
		if !ok {
			return nil
		}
		out = option{of[0].message, merged}
	}
	if out.edits == nil {
		return nil
	}
	return []option{out}
}

// Editors open the files of a package.
type editors struct {
	pass     *analysis.Pass
	files    []*ast.File
	opened   map[*ast.File]*fix.File
	declared map[string]map[string]bool // names by folder
	replaces *bool                      // see replacesDefault
}

func newEditors(pass *analysis.Pass, files []*ast.File) *editors {
	return &editors{pass: pass, files: files, opened: make(map[*ast.File]*fix.File), declared: make(map[string]map[string]bool)}
}

// editor opens the file that s is in. It returns nil where that must not be edited.
func (e *editors) editor(s *pointsto.Site) *fix.File {
	i := slices.IndexFunc(e.files, func(f *ast.File) bool { return f.FileStart <= s.Pos && s.Pos < f.FileEnd })
	if i < 0 || ast.IsGenerated(e.files[i]) {
		return nil
	}
	syntax := e.files[i]
	if f, ok := e.opened[syntax]; ok {
		return f
	}
	e.opened[syntax] = nil
	name := e.pass.Fset.Position(syntax.Package).Filename
	read := e.pass.ReadFile
	if read == nil {
		read = os.ReadFile
	}
	text, err := read(name)
	if err != nil {
		return nil
	}
	f := &fix.File{Fset: e.pass.Fset, Syntax: syntax, Pkg: e.pass.Pkg, Info: e.pass.TypesInfo, Text: text}
	f.Declared = func() map[string]bool { return e.namesIn(filepath.Dir(name)) }
	if f.Open() {
		e.opened[syntax] = f
	}
	return e.opened[syntax]
}

// namesIn returns what the package declares in a folder.
func (e *editors) namesIn(dir string) map[string]bool {
	names, ok := e.declared[dir]
	if !ok {
		names = fix.DeclaredIn(dir, e.pass.Pkg.Name())
		e.declared[dir] = names
	}
	return names
}

// replacesDefault reports whether the package gives http.DefaultTransport another value, which may have another type.
func (e *editors) replacesDefault() bool {
	if e.replaces == nil {
		found := false
		for _, file := range e.files {
			ast.Inspect(file, func(n ast.Node) bool {
				stmt, ok := n.(*ast.AssignStmt)
				if !ok {
					return !found
				}
				for _, to := range stmt.Lhs {
					if sel, ok := ast.Unparen(to).(*ast.SelectorExpr); ok {
						to = sel.Sel
					}
					if id, ok := to.(*ast.Ident); ok {
						o := e.pass.TypesInfo.Uses[id]
						found = found || o != nil && o.Name() == "DefaultTransport" && o.Pkg() != nil && o.Pkg().Path() == "net/http"
					}
				}
				return !found
			})
		}
		e.replaces = &found
	}
	return *e.replaces
}

// join adds what o needs.
func (m *fixRequest) join(o fixRequest) {
	m.frozen = m.frozen || o.frozen
	for _, f := range o.fields {
		if !slices.ContainsFunc(m.fields, func(g *catalog.Field) bool { return g.Name == f.Name }) {
			m.fields = append(m.fields, f)
		}
	}
}

// options returns the ways to do m. The first one adds what is missing and changes nothing else, or starts from where m should have.
func (m *fixRequest) options(file *fix.File, replacesDefault func() bool) []option {
	fields, names := m.assignments(file)
	if len(fields) == 0 && !m.isBare() {
		return nil
	}
	var out []option
	if edits := file.Fill(m.site, fields); edits != nil {
		message := "Set " + enumerate(names)
		if left := m.left(file); left != "" {
			message += "; " + left
		}
		out = append(out, option{message, edits})
	}
	bare := m.isBare()
	if out == nil && !bare || replacesDefault() {
		return out
	}
	var more []fix.Assignment
	for i := range m.typ.Fields {
		if f := &m.typ.Fields[i]; m.frozen && f.InLambda != "" && m.needs(f) {
			more = append(more, fix.Assignment{Field: f.Name, Value: f.InLambda})
		}
	}
	if edits := file.Clone(m.site, more); edits != nil {
		clone := option{"Start from a clone of http.DefaultTransport", edits}
		if bare {
			return append([]option{clone}, out...)
		}
		out = append(out, clone)
	}
	return out
}

// isBare reports whether the value is a literal that has something, but no field for which it should not have started from
// http.DefaultTransport.
func (m *fixRequest) isBare() bool {
	if m.site.Kind != pointsto.Literal || len(m.site.Lit.Elts) == 0 {
		return false
	}
	return !slices.ContainsFunc(m.site.Lit.Elts, func(e ast.Expr) bool {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		key, ok := kv.Key.(*ast.Ident)
		return !ok || m.typ.Field(key.Name) == nil || !m.typ.Field(key.Name).BesideDefault
	})
}

// needs reports whether m is about a field.
func (m *fixRequest) needs(f *catalog.Field) bool {
	return slices.ContainsFunc(m.fields, func(g *catalog.Field) bool { return g.Name == f.Name })
}

// assignments returns what to write, in the order of the catalog: the fields that m is about, as far as there is a value that
// suits everybody and the author has none of his own, and those whose zero value would begin to hurt.
func (m *fixRequest) assignments(file *fix.File) (out []fix.Assignment, names []string) {
	after := *m.site
	after.Writes = maps.Clone(m.site.Writes)
	if after.Writes == nil {
		after.Writes = make(map[string]pointsto.Value)
	}
	for _, f := range m.fields {
		if m.insertable(file, f) {
			after.Writes[f.Name] |= pointsto.Positive
		}
	}
	for i := range m.typ.Fields {
		f := &m.typ.Fields[i]
		hurt := verdict.On(m.typ, m.site, f) != verdict.Unset && verdict.On(m.typ, &after, f) == verdict.Unset
		if !m.needs(f) && !hurt || !m.insertable(file, f) {
			continue
		}
		value := f.Insert
		if m.frozen && f.InLambda != "" {
			value = f.InLambda
		}
		out = append(out, fix.Assignment{Field: f.Name, Value: value})
		names = append(names, f.Name)
	}
	return out, names
}

// insertable reports whether a fix may write the catalogue's value of f. Beside what does the same job on some path it would not.
func (m *fixRequest) insertable(file *fix.File, f *catalog.Field) bool {
	writes := func(field string) bool { return m.site.Writes[field] != 0 }
	return m.suits(f) && file.Own(m.site.Pos, f.Own) == "" && !(f.EveryPath && (writes(f.Name) || slices.ContainsFunc(f.SetBy, writes)))
}

// suits reports whether the catalogue's value of f suits everybody.
func (m *fixRequest) suits(f *catalog.Field) bool {
	return f.Insert != "" && !m.tooLow(f) && !m.mayBreak(f)
}

// left says which fields the author has to choose himself, since he has durations of his own for them, or returns nothing.
func (m *fixRequest) left(file *fix.File) string {
	var names, owns []string
	for i := range m.typ.Fields {
		f := &m.typ.Fields[i]
		if !m.needs(f) || !m.suits(f) {
			continue
		}
		if own := file.Own(m.site.Pos, f.Own); own != "" {
			names = append(names, f.Name)
			if !slices.Contains(owns, own) {
				owns = append(owns, own)
			}
		}
	}
	if names == nil {
		return ""
	}
	return "choose " + enumerate(names) + " yourself: " + enumerate(owns)
}

// tooLow reports whether what would be inserted for f may cut off what somebody chose for another field.
func (m *fixRequest) tooLow(f *catalog.Field) bool {
	if f.Above == "" {
		return false
	}
	n, err := strconv.ParseInt(f.Insert, 10, 64)
	return err != nil || m.site.Writes[f.Above]&pointsto.Dynamic != 0 || m.site.Object().Largest(f.Above) > n
}

// mayBreak reports whether setting f may turn off another feature: a dial function turns HTTP/2 off, unless it is
// off already, or another field keeps it on.
func (m *fixRequest) mayBreak(f *catalog.Field) bool {
	for i := range m.typ.Fields {
		other := &m.typ.Fields[i]
		if !slices.Contains(other.Matters, catalog.Condition{Field: f.Name, Is: catalog.Set}) {
			continue
		}
		if slices.ContainsFunc(other.Moot, func(c catalog.Condition) bool { return m.site.Writes[c.Field] != 0 }) {
			continue
		}
		already, maybe := false, false
		for _, c := range other.Matters {
			already = already || m.inLiteral(c.Field, pointsto.Positive)
			maybe = maybe || m.site.Writes[c.Field].NonZero()
		}
		kept := m.inLiteral(other.Name, pointsto.True)
		if w := m.site.Writes[other.Name]; !already && !kept && (maybe || w != 0) {
			return true
		}
	}
	return false
}

// inLiteral reports whether the literal itself, and nothing else, gives a field a value of that kind.
func (m *fixRequest) inLiteral(field string, kind pointsto.Value) bool {
	return m.site.Writes[field] == kind && m.site.Kind == pointsto.Literal && fix.Element(m.site.Lit, field) != nil
}
