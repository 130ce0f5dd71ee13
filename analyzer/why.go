package analyzer

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/directive"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/leak"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/why"
)

// Explained is what a package has to say to a question.
type Explained struct {
	Values []why.Value // those that the question is about
	Others []why.Value // all others, without explanations
	// Elsewhere are the findings about values of other packages.
	Elsewhere []ElsewhereFinding
	// Heard says why values of other packages are not reported here, by [why.Lambda.Key].
	Heard map[string]string
}

// An ElsewhereFinding is a finding about a value of another package.
type ElsewhereFinding struct {
	At   Place // of the value
	Type string
	why.Finding
}

// placesOf returns a function that names positions as other packages know them.
func placesOf(pass *analysis.Pass) func(token.Pos) string {
	return func(pos token.Pos) string {
		p := pass.Fset.Position(pos)
		return fmt.Sprintf("%s:%d", path.Join(pass.Pkg.Path(), filepath.Base(p.Filename)), p.Line)
	}
}

// An explainer answers a question about one package.
type explainer struct {
	*config
	pass     *analysis.Pass
	files    []*ast.File
	q        *why.Question
	found    *pointsto.Result
	net      *netuse.Result
	lambda   *lambda.Result // nil if the package has nothing to do with clients that may outlive an invocation
	findings []finding
	reported []Finding
}

// explain answers the question.
func (e *explainer) explain() *Explained {
	out := new(Explained)
	subjects := e.subjects()
	chosen := e.choose(subjects)
	for i, s := range subjects {
		if !chosen[i] {
			out.Others = append(out.Others, e.head(s))
			continue
		}
		v := e.head(s)
		v.Notes, v.Findings = e.notes(s), e.findingsAbout(s)
		switch {
		case s.site != nil:
			v.Fields, v.Lambda, v.Leak = e.fields(s.site), e.aboutLambda(s.site), e.aboutLeak(s.site)
		case s.clone != nil:
			v.Fields = e.cloned(s.clone)
		}
		out.Values = append(out.Values, v)
	}
	for _, f := range e.reported {
		if f.At != (Place{}) {
			out.Elsewhere = append(out.Elsewhere, ElsewhereFinding{f.At, f.Type, e.finding(f)})
		}
	}
	if e.lambda != nil {
		out.Heard = e.lambda.Heard()
	}
	return out
}

// A subject is what can be asked about: a value that is followed, a copy of http.DefaultTransport, or what a finding is about otherwise.
type subject struct {
	pos, end token.Pos
	typ      string
	site     *pointsto.Site
	clone    *pointsto.Object
}

// subjects returns all of the package, in the order of the source.
func (e *explainer) subjects() []subject {
	var out []subject
	known := make(map[token.Pos]bool)
	for _, s := range append(slices.Clone(e.found.Sites), e.found.Dropped...) {
		end := s.End
		if s.Lit != nil {
			end = s.Lit.End()
		}
		known[s.Pos] = true
		out = append(out, subject{pos: s.Pos, end: end, typ: s.Type.Pkg().Name() + "." + s.Type.Name(), site: s})
	}
	if g := e.found.Graph; g != nil {
		for _, c := range g.AllCalls() {
			if c.Expr == nil || len(c.Results) != 1 || !netuse.IsClone(c) {
				continue
			}
			for _, o := range g.At(c.Results[0]) {
				if netuse.IsDefaultTransport(o) && !known[c.Expr.Pos()] {
					known[c.Expr.Pos()] = true
					out = append(out, subject{pos: c.Expr.Pos(), end: c.Expr.End(), typ: "a clone of http.DefaultTransport", clone: o})
				}
			}
		}
	}
	for _, f := range e.reported {
		if !known[f.Pos] {
			known[f.Pos] = true
			out = append(out, subject{pos: f.Pos, end: max(f.End, f.Pos+1), typ: f.Type})
		}
	}
	slices.SortStableFunc(out, func(a, b subject) int { return int(a.pos - b.pos) })
	return out
}

// choose says of which subjects the question is. Those that begin on its line come first; if there are none, those that reach over it.
func (e *explainer) choose(subjects []subject) []bool {
	chosen := make([]bool, len(subjects))
	if *e.q == (why.Question{}) {
		for i := range chosen {
			chosen[i] = true
		}
		return chosen
	}
	if e.q.Name != "" {
		for i, s := range subjects {
			chosen[i] = e.q.Names(e.declaration(s.pos), e.pass.Pkg.Name(), e.pass.Pkg.Path())
		}
		held := e.held()
		for i, s := range subjects {
			chosen[i] = chosen[i] || s.site != nil && held[s.site.Object()]
		}
		return chosen
	}
	const beginsThere, onLine, around = 3, 2, 1
	best, smallest := 0, token.Pos(0)
	rank := make([]int, len(subjects))
	for i, s := range subjects {
		for _, adjusted := range []bool{true, false} {
			from, to := e.pass.Fset.PositionFor(s.pos, adjusted), e.pass.Fset.PositionFor(s.end, adjusted)
			if !sameFile(from.Filename, e.q.File) {
				continue
			}
			switch {
			case e.q.Line == 0:
				rank[i] = onLine
			case from.Line == e.q.Line && (e.q.Column == from.Column):
				rank[i] = beginsThere
			case from.Line == e.q.Line:
				rank[i] = max(rank[i], onLine)
			case from.Line < e.q.Line && e.q.Line <= to.Line:
				rank[i] = max(rank[i], around)
			}
		}
		best = max(best, rank[i])
	}
	for i, s := range subjects {
		chosen[i] = best > 0 && rank[i] == best
		if size := s.end - s.pos; chosen[i] && best == around && (smallest == 0 || size < smallest) {
			smallest = size
		}
	}
	for i, s := range subjects {
		chosen[i] = chosen[i] && (best != around || s.end-s.pos == smallest) // the innermost
	}
	return chosen
}

func sameFile(a, b string) bool {
	if a = filepath.Clean(a); a == b {
		return true
	}
	if filepath.Base(a) != filepath.Base(b) {
		return false
	}
	real, err := filepath.EvalSymlinks(b)
	return err == nil && real == a
}

// held returns what the declaration holds that the question names: a variable, or what a function returns.
func (e *explainer) held() map[*pointsto.Object]bool {
	g := e.found.Graph
	if g == nil {
		return nil
	}
	named := func(decl string) bool { return e.q.Names(decl, e.pass.Pkg.Name(), e.pass.Pkg.Path()) }
	out := make(map[*pointsto.Object]bool)
	add := func(n pointsto.Node) {
		for o := range g.Reach(g.At(n)) {
			out[o] = true
		}
	}
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		if v, ok := scope.Lookup(name).(*types.Var); ok && named(name) {
			add(g.Var(v))
		}
	}
	for _, f := range g.Functions() {
		if f.Obj() != nil && named(pointsto.FuncKey(f.Obj())) {
			for _, n := range append(f.ReturnedParams(), f.Results()...) {
				add(n)
			}
		}
	}
	return out
}

// head returns what identifies s.
func (e *explainer) head(s subject) why.Value {
	return why.Value{Type: s.typ, In: e.declaration(s.pos), Package: e.pass.Pkg.Path(), Place: *e.place(s.pos)}
}

// place returns the place of pos, nil if there is no such place.
func (e *explainer) place(pos token.Pos) *why.Place {
	if !pos.IsValid() {
		return nil
	}
	p := e.pass.Fset.Position(pos)
	return &why.Place{File: p.Filename, Line: p.Line, Column: p.Column}
}

// otherPlace returns the place that a summary or a fact names, nil if the name is empty.
func otherPlace(name string) *why.Place {
	if name == "" {
		return nil
	}
	p := placeOf(name)
	return &why.Place{File: p.File, Line: p.Line}
}

// declaration returns the name of the declaration at pos, as Func, Type.Method, or the name of a variable or a type.
func (e *explainer) declaration(pos token.Pos) string {
	for _, file := range e.files {
		if pos < file.FileStart || file.FileEnd <= pos {
			continue
		}
		for _, d := range file.Decls {
			if pos < d.Pos() || d.End() <= pos {
				continue
			}
			switch d := d.(type) {
			case *ast.FuncDecl:
				if fn, ok := e.pass.TypesInfo.Defs[d.Name].(*types.Func); ok {
					return pointsto.FuncKey(fn)
				}
				return d.Name.Name
			case *ast.GenDecl:
				return specName(d, pos)
			}
		}
	}
	return ""
}

// specName returns the name that d declares at pos.
func specName(d *ast.GenDecl, pos token.Pos) string {
	for _, spec := range d.Specs {
		if pos < spec.Pos() || spec.End() <= pos {
			continue
		}
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			return spec.Name.Name
		case *ast.ValueSpec:
			for i, v := range spec.Values {
				if len(spec.Values) == len(spec.Names) && v.Pos() <= pos && pos < v.End() {
					return spec.Names[i].Name
				}
			}
			for _, name := range spec.Names {
				if name.Pos() <= pos && pos < name.End() {
					return name.Name
				}
			}
			return spec.Names[0].Name
		}
	}
	return ""
}

// notes returns what holds for s as a whole.
func (e *explainer) notes(s subject) []why.Reason {
	var out []why.Reason
	note := func(says string, pos token.Pos) {
		out = append(out, why.Reason{Says: says, Place: e.place(pos)})
	}
	if !e.IncludeTests && catalog.IsTestSupport(e.pass.Pkg.Name()) {
		note("nothing is reported in package "+e.pass.Pkg.Name()+", which by its name is test support; see -include-tests", token.NoPos)
	}
	for _, file := range e.files {
		if s.pos < file.FileStart || file.FileEnd <= s.pos {
			continue
		}
		if !e.IncludeGenerated && isGenerated(file) {
			note("nothing is reported in a generated file; see -include-generated", token.NoPos)
		}
		for _, f := range e.findings {
			for _, ig := range directive.Parse(e.pass.Fset, file) {
				if f.Pos == s.pos && directive.Silence([]*directive.Ignore{ig}, e.pass.Fset.Position(s.pos).Line, f.Category) {
					note("a comment silences "+f.Category, ig.Pos)
				}
			}
		}
	}
	if e.found.TooLarge {
		note("the package is too large for its values to be followed, so nothing is known of them", token.NoPos)
	}
	if len(e.pass.TypeErrors) > 0 {
		note("the package has errors, so not all that is done to the value is known", token.NoPos)
	}
	if s.site == nil {
		return out
	}
	if slices.Contains(e.found.Dropped, s.site) {
		note("it is not judged: only other packages make a struct with this field, or nothing uses the value as the type that its own is made of", token.NoPos)
	}
	if s.site.Overwritten && e.found.Graph != nil {
		for _, o := range e.found.Graph.Unknown(s.site.Object()) {
			if o.Kind == pointsto.Replaced {
				note("another value takes its place, or it is thrown away", o.Pos)
			}
		}
	}
	if s.site.Circumstances[catalog.Fallback] {
		out = append(out, why.Reason{Says: "nothing is reported: " + catalog.Fallback.String(), Steps: e.grounds(s.site, catalog.Fallback)})
	}
	return out
}

// findingsAbout returns what is reported at s.
func (e *explainer) findingsAbout(s subject) []why.Finding {
	var out []why.Finding
	for _, f := range e.reported {
		if f.Pos == s.pos || s.site != nil && s.site.Lit != nil && f.Category == valueRule && s.site.Lit.Pos() <= f.Pos && f.Pos < s.site.Lit.End() {
			out = append(out, e.finding(f))
		}
	}
	return out
}

func (e *explainer) finding(f Finding) why.Finding {
	return why.Finding{Rule: f.Category, Message: f.Message, Place: *e.place(f.Pos), Way: e.way(f.way)}
}

// way returns steps of package lambda.
func (e *explainer) way(steps []lambda.Step) []why.Step {
	var out []why.Step
	for _, s := range steps {
		at := e.place(s.Pos)
		if at == nil {
			at = otherPlace(s.Place)
		}
		out = append(out, why.Step{Says: s.Says, Place: at})
	}
	return out
}

// fields returns the verdicts on the fields of the value that s makes: those that can be reported, and others that are written.
func (e *explainer) fields(s *pointsto.Site) []why.Field {
	t := catalog.Find(e.types, s.Type.Pkg().Path(), s.Type.Name())
	if t == nil {
		t = catalog.Find(e.followed, s.Type.Pkg().Path(), s.Type.Name())
	}
	if t == nil || e.found.Graph == nil || s.Overwritten || slices.Contains(e.found.Dropped, s) {
		return nil
	}
	var missed []*catalog.Field
	if e.rules[t.Rule] && !s.Circumstances[catalog.Fallback] {
		missed = missing(t, s)
	}
	var out []why.Field
	for i := range t.Fields {
		f := &t.Fields[i]
		if !f.Reportable() && s.Writes[f.Name] == 0 || t.Module != "" && !hasField(s.Type, f.Name) {
			continue
		}
		field := why.Field{Name: f.Name}
		field.Verdict, field.Reasons = e.verdict(t, s, f)
		if field.Verdict == why.Unset {
			if slices.Contains(missed, f) {
				field.Rule = e.ruleOf(s, t.Rule, f.Name)
			} else if adds := e.unreported(t, s, f); adds != "" {
				field.Reasons[0].Adds = adds
			}
		}
		out = append(out, field)
	}
	return out
}

// ruleOf returns the rule by which a field of s is reported, empty if what would be is silenced.
func (e *explainer) ruleOf(s *pointsto.Site, rule, field string) string {
	for _, f := range e.reported {
		if f.Pos == s.Pos && f.Category == rule && slices.ContainsFunc(f.Fields, func(g Field) bool { return g.Name == field }) {
			return rule
		}
	}
	return ""
}

// unreported says why a field that is not set, and has its effect, is not reported.
func (e *explainer) unreported(t *catalog.Type, s *pointsto.Site, f *catalog.Field) string {
	switch {
	case s.Circumstances[catalog.Fallback]:
		return ""
	case !e.rules[t.Rule]:
		return "not reported, as the rule " + t.Rule + " is off"
	case f.Beside != nil:
		return "reported only beside " + strings.Join(f.Beside, " or ") + ", or if " + anyOf(f.Alone)
	case !f.Default:
		return "reported only with -strict or -require"
	}
	return ""
}

// verdict returns the verdict on f, with reasons.
func (e *explainer) verdict(t *catalog.Type, s *pointsto.Site, f *catalog.Field) (why.Verdict, []why.Reason) {
	switch verdictOn(t, s, f) {
	case set:
		var out []why.Reason
		for _, name := range append([]string{f.Name}, f.SetBy...) {
			for _, r := range e.origins(s.Object(), name) {
				if name != f.Name {
					r.Says = name + ", which does the same, is " + r.Says
				}
				out = append(out, r)
			}
		}
		return why.Set, out
	case moot:
		return why.Moot, e.moot(t, s, f)
	case unknown:
		var out []why.Reason
		for _, o := range e.found.Graph.Unknown(s.Object()) {
			out = append(out, e.unseen(o))
		}
		if out == nil {
			out = []why.Reason{{Says: "not all that is done to the value is known"}}
		}
		return why.Unknown, out
	}
	effect := f.Effect
	if effect == "" {
		effect = strings.TrimSuffix(f.Zero, ".")
	}
	out := []why.Reason{{Says: effect}}
	for _, name := range append([]string{f.Name}, f.SetBy...) {
		for _, r := range e.origins(s.Object(), name) {
			r.Says = "only on some paths, " + name + " is " + r.Says
			out = append(out, r)
		}
	}
	return why.Unset, out
}

// moot says why f does not matter.
func (e *explainer) moot(t *catalog.Type, s *pointsto.Site, f *catalog.Field) []why.Reason {
	var out []why.Reason
	for _, c := range f.Moot {
		if !holds(t, s, c) {
			continue
		}
		if c.Field == "" {
			out = append(out, why.Reason{Says: c.Is.String(), Steps: e.grounds(s, c.Is)})
			continue
		}
		for _, r := range e.origins(s.Object(), c.Field) {
			r.Says = c.Field + " is " + r.Says
			out = append(out, r)
		}
	}
	if out == nil {
		out = []why.Reason{{Says: "it matters only where " + anyOf(f.Matters)}}
	}
	return out
}

// anyOf says that one of conditions holds. Those that ask the same of several fields are joined.
func anyOf(conditions []catalog.Condition) string {
	var parts, fields []string
	for i, c := range conditions {
		fields = append(fields, c.Field)
		if i+1 == len(conditions) || conditions[i+1].Is != c.Is || c.Field == "" {
			parts = append(parts, strings.TrimSpace(strings.Join(fields, " or ")+" "+c.Is.String()))
			fields = nil
		}
	}
	return strings.Join(parts, ", or ")
}

// grounds returns what a circumstance of s rests on.
func (e *explainer) grounds(s *pointsto.Site, t catalog.Test) []why.Step {
	var out []why.Step
	if t == catalog.OnlyH2C {
		for _, r := range e.origins(s.Object(), "Protocols") {
			out = append(out, why.Step{Says: "Protocols is " + r.Says, Place: r.Place})
		}
	}
	for _, g := range e.net.Grounds(s, t) {
		out = append(out, why.Step{Says: g.Says, Place: e.place(g.Pos)})
	}
	return out
}

// origins says by what a field of o is set.
func (e *explainer) origins(o *pointsto.Object, field string) []why.Reason {
	var out []why.Reason
	for _, at := range e.found.Graph.Origins(o, field) {
		r := why.Reason{Place: e.place(at.Pos), Steps: e.steps(at.Path)}
		switch at.Kind {
		case pointsto.Addressed:
			r.Says = "set through its address, or may be"
		case pointsto.ByHelper:
			r.Says = "set by " + e.helper(at)
			if at.Place != "" {
				r.Steps = append(r.Steps, why.Step{Says: "set there", Place: otherPlace(at.Place)})
			}
		case pointsto.Shared:
			r.Says = "set in what package " + at.Pkg.Path() + " returned"
			r.Adds = "which may be this value, as the package keeps it"
		default:
			r.Says = "set"
			if at.Value != nil {
				r.Says = "set to " + e.expression(at.Value)
			}
			if s := o.Site(); at.Region != nil && (s == nil || !s.Region().Within(at.Region)) {
				r.Adds = "under a condition"
			}
		}
		out = append(out, r)
	}
	if out == nil && o.Wrote(field) != 0 {
		out = []why.Reason{{Says: "set"}}
	}
	return out
}

// helper names the function, or the field, of another package by which something is done.
func (e *explainer) helper(at pointsto.Origin) string {
	switch {
	case at.Fn != nil:
		return funcName(at.Fn)
	case at.Owner != nil && at.Field != nil:
		return "code of package " + at.Owner.Pkg().Path() + ", which gets it in field " + at.Field.Name() + " of " + at.Owner.Name()
	}
	return "code of another package"
}

// funcName names a function of any package.
func funcName(fn *types.Func) string {
	if fn.Pkg() == nil {
		return fn.Name()
	}
	return fn.Pkg().Name() + "." + pointsto.FuncKey(fn)
}

// expression returns x as it is written, and its value, if that is a constant which is written otherwise.
func (e *explainer) expression(x ast.Expr) string {
	const most = 60
	text := strings.ReplaceAll(types.ExprString(x), "…", "...")
	if len(text) > most {
		text = text[:most] + "..."
	}
	tv := e.pass.TypesInfo.Types[x]
	if tv.Value == nil || tv.Type == nil {
		return text
	}
	value := tv.Value.String()
	if n, ok := constant.Int64Val(constant.ToInt(tv.Value)); ok && pointsto.IsType(tv.Type, "time", "Duration") {
		value = time.Duration(n).String()
	}
	if value == text || tv.Value.Kind() == constant.String {
		return text
	}
	return value
}

// unseen says how code that cannot be seen gets a value.
func (e *explainer) unseen(at pointsto.Origin) why.Reason {
	r := why.Reason{Place: e.place(at.Pos), Steps: e.steps(at.Path)}
	name := "code of another package"
	if at.Fn != nil {
		name = funcName(at.Fn)
	}
	switch at.Kind {
	case pointsto.ByHelper:
		r.Says, r.Adds = "passed to "+e.helper(at), "which passes it to code that cannot be seen"
		if at.Place != "" {
			r.Steps = append(r.Steps, why.Step{Says: "passed on there", Place: otherPlace(at.Place)})
		}
	case pointsto.Shared:
		r.Says = "what package " + at.Pkg.Path() + " returned goes to code that cannot be seen"
		r.Adds = "and may be this value, as the package keeps it"
	case pointsto.Bodiless:
		r.Says, r.Adds = "passed to "+name, "whose body is not Go, or is in a file that is left out"
	case pointsto.AnyFunction:
		r.Says, r.Adds = "passed to a function value", "which may be any function"
	case pointsto.Implemented:
		r.Says, r.Adds = "passed to "+name, "which any package may implement"
	case pointsto.Reflected:
		r.Says, r.Adds = "passed to "+name, "which may set fields by reflection"
	case pointsto.FieldOf:
		r.Says, r.Adds = "stored in field "+at.Field.Name()+" of "+at.Owner.Pkg().Name()+"."+at.Owner.Name(), "and the code of that package cannot be seen"
	case pointsto.Called:
		r.Says, r.Adds = "returned by a function that goes to other packages", "which may set fields of what they get from it"
	case pointsto.Unsafe:
		r.Says = "converted to an unsafe.Pointer"
	case pointsto.Panicked:
		r.Says = "part of a panic, so that whoever recovers may set fields"
	case pointsto.Untyped:
		r.Says, r.Adds = "goes where types are not known", "as the package has errors"
	case pointsto.Replaced:
		r.Says = "another value takes its place, or it is thrown away"
	default:
		r.Says, r.Adds = "passed to "+name, "whose code cannot be seen"
	}
	return r
}

// steps returns the way of a value.
func (e *explainer) steps(path []pointsto.Step) []why.Step {
	var out []why.Step
	for _, s := range path {
		what := ""
		if s.Of != nil {
			what = "the " + types.TypeString(s.Of, e.qualify) + " with it is "
		}
		step := why.Step{Place: e.place(s.Pos)}
		switch s.Kind {
		case pointsto.Passed:
			step.Says = what + "passed to " + e.function(s.Func)
		case pointsto.Received:
			step.Says = what + "received by " + e.function(s.Func)
		case pointsto.Returned:
			step.Says = what + "returned by " + e.function(s.Func)
		case pointsto.Through:
			step.Says = what + "passed to " + e.function(s.Func) + ", which returns it"
		case pointsto.HandedOn:
			step.Says = what + "passed to " + funcName(s.Fn) + ", which returns it"
			if s.Fn.Name() == "Clone" {
				step.Says = what + "copied by " + funcName(s.Fn)
			}
		case pointsto.StoredIn:
			step.Says = what + "stored in field " + s.Field.Name()
		case pointsto.ReadFrom:
			step.Says = "read from field " + s.Field.Name()
		case pointsto.Copied:
			step.Says = what + "copied"
		case pointsto.AssignedTo:
			step.Says = what + "assigned to " + s.Var.Name()
		}
		out = append(out, step)
		if s.Call.IsValid() {
			out = append(out, why.Step{Says: "to its caller " + e.declaration(s.Call), Place: e.place(s.Call)})
		}
	}
	return out
}

// qualify names packages as code does.
func (e *explainer) qualify(p *types.Package) string {
	if p == e.pass.Pkg {
		return ""
	}
	return p.Name()
}

// function names a function of the package.
func (e *explainer) function(f *pointsto.Function) string {
	if f.Obj() != nil {
		return pointsto.FuncKey(f.Obj())
	}
	pos, _ := f.Span()
	if in := e.declaration(pos); in != "" {
		return "a function literal in " + in
	}
	return "a function literal"
}

// cloned returns the fields of a copy of http.DefaultTransport.
func (e *explainer) cloned(o *pointsto.Object) []why.Field {
	t := catalog.Find(e.followed, "net/http", "Transport")
	if t == nil {
		return nil
	}
	var out []why.Field
	for i := range t.Fields {
		f := &t.Fields[i]
		switch {
		case o.Wrote(f.Name) != 0:
			out = append(out, why.Field{Name: f.Name, Verdict: why.Set, Reasons: e.origins(o, f.Name)})
		case f.Reportable():
			out = append(out, why.Field{Name: f.Name, Verdict: why.Set, Reasons: []why.Reason{{Says: "that of http.DefaultTransport"}}})
		}
	}
	return out
}

// aboutLambda says what the rules about Lambda make of the value that s makes, nil if it keeps no connections.
func (e *explainer) aboutLambda(s *pointsto.Site) *why.Life {
	for _, f := range e.findings {
		if f.Pos == s.Pos && slices.Contains([]string{lambda.Idle, lambda.Default, lambda.Leak, lambda.Pool}, f.Category) {
			return &why.Life{Reported: true, Says: f.Category, Way: e.way(f.way)}
		}
	}
	if !catalog.Pooled(s.Type.Pkg().Path(), s.Type.Name()) {
		return nil
	}
	switch {
	case !e.rules[lambda.Idle] && !e.rules[lambda.Default] && !e.rules[lambda.Leak]:
		return &why.Life{Says: "the rules about Lambda are off"}
	case e.lambda == nil:
		return &why.Life{Key: "none"} // nothing in the run is a handler, or the package is too large
	}
	a := e.lambda.Why(s)
	return &why.Life{Says: a.Says, Way: e.way(a.Way), Key: a.Key, Pool: a.Pool}
}

// aboutLeak says what the rule leak makes of the value that s makes, nil if it is not an http.Transport or the rule is off.
func (e *explainer) aboutLeak(s *pointsto.Site) *why.Life {
	if !e.rules[leakRule] || e.found.Graph == nil || s.Overwritten || !pointsto.IsType(s.Object().Type(), "net/http", "Transport") {
		return nil
	}
	a := leak.Why(leak.Input{Pkg: e.pass.Pkg, Info: e.pass.TypesInfo, Files: e.files, Graph: e.found.Graph, Net: e.net, Sites: e.found.Sites}, s)
	out := &why.Life{Says: a.Says}
	for _, f := range e.findings {
		if f.Pos == s.Pos && f.Category == leakRule {
			out.Reported, out.Says = true, leakRule
		}
	}
	if a.Leaks && !out.Reported {
		out.Says = "a rule about Lambda says so, or the package has errors"
	}
	for _, r := range a.Reasons {
		out.Way = append(out.Way, why.Step{Says: r.Says, Place: e.place(r.Pos)})
	}
	out.Way = append(out.Way, e.steps(a.Way)...)
	return out
}
