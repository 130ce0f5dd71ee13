package analyzer

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/bound"
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/directive"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/suggest"
	"github.com/transportlint/transportlint/internal/survey"
	"github.com/transportlint/transportlint/internal/why"
)

//go:embed doc.go
var doc string

const url = "https://github.com/transportlint/transportlint/blob/main/docs/rules.md"

// Analyzer is the analyzer with its [Settings] as flags, for drivers that know analyzers by name.
var Analyzer = withFlags()

// New returns an analyzer with the settings given, and no flags. The error names each setting that is wrong.
func New(s Settings) (*analysis.Analyzer, error) { return NewWithout(s, Omission{}) }

// An Omission is work that makes no difference, as only a driver can know that has loaded a whole program.
type Omission struct {
	Lambda bool // nothing in the program is a Lambda function, so what outlives an invocation need not be found out
	Fixes  bool // nobody will look at suggested fixes
}

// A Request is what a driver wants besides findings, and what it does not want.
type Request struct {
	Omission
	Why     *why.Question // why something is reported of these values, or nothing: Result.Why
	Clients bool          // the clients of each package, whatever the rules say of them: Result.Clients
	Causes  bool          // which code has values so that they are not judged: Unjudged.By
}

// NewWithout is like [New], and leaves out what o says.
func NewWithout(s Settings, o Omission) (*analysis.Analyzer, error) {
	return NewFor(s, Request{Omission: o})
}

// NewFor is like [New], for a driver that asks for more, or less.
func NewFor(s Settings, r Request) (*analysis.Analyzer, error) {
	c, err := s.compile()
	if err != nil {
		return nil, fmt.Errorf("transportlint: %w", err)
	}
	return newAnalyzer(func() (*config, error) { return c, nil }, r), nil
}

func withFlags() *analysis.Analyzer {
	s := new(Settings)
	a := newAnalyzer(sync.OnceValues(func() (*config, error) { return s.compile() }), Request{})
	a.Flags = s.Flags()
	return a
}

func newAnalyzer(settings func() (*config, error), r Request) *analysis.Analyzer {
	manual, _, _ := strings.Cut(doc, "\npackage ")
	return &analysis.Analyzer{
		Name:       "transportlint",
		Doc:        strings.TrimPrefix(manual, "// "),
		URL:        url,
		ResultType: reflect.TypeFor[*Result](),
		FactTypes:  []analysis.Fact{new(pointsto.Summary), new(lambda.Fact), new(netuse.Fact), new(bound.Fact)},
		Run: func(pass *analysis.Pass) (any, error) {
			c, err := settings()
			if err != nil {
				return nil, &SettingsError{err.Error()}
			}
			return c.run(pass, r)
		},
	}
}

// A Result is what a run tells its driver besides diagnostics.
type Result struct {
	// Unseen lists, sorted, the import paths of packages without a fact whose code received a value that matters.
	Unseen []string
	// TooLarge says that values could not be followed within the bounds of the work for one package, so that nothing is known of them.
	TooLarge bool
	// Findings are the diagnostics, in the order in which they were reported.
	Findings []Finding
	// EntryPoints are those of Lambda functions that were recognized, in the order of the source.
	EntryPoints []EntryPoint
	// Unjudged are the values about which nothing could be said, likewise.
	Unjudged []Unjudged
	// Why is what was asked for, nil if nothing was.
	Why *Explained
	// Clients are those of the package, if they were asked for, and nil if there can be none.
	Clients *survey.Package
}

// run finds the sites, follows them, judges each field, and reports.
func (c *config) run(pass *analysis.Pass, req Request) (any, error) {
	files := c.files(pass)
	trace := len(files) > 0 && !req.Lambda && c.frozen(pass, files)
	watched, err := c.watched(pass.Pkg)
	if err == nil {
		err = c.checkBounds(pass.Pkg)
	}
	if err != nil {
		return nil, err
	}
	shortcuts := c.usedShortcuts(pass, files)
	if len(watched) == 0 && !trace {
		findings := c.values(pass, files, nil)
		r := &Result{Findings: c.report(pass, files, findings, false)}
		if req.Why != nil {
			e := &explainer{config: c, pass: pass, files: files, q: req.Why, found: new(pointsto.Result), findings: findings, reported: r.Findings}
			r.Why = e.explain()
		}
		return r, nil
	}
	in := pointsto.Input{
		Pkg:       pass.Pkg,
		Info:      pass.TypesInfo,
		Files:     files,
		Tracked:   watched,
		Judged:    func(t *types.TypeName) bool { return trace || catalog.Find(c.types, t.Pkg().Path(), t.Name()) != nil },
		CallGraph: trace,
		Eager:     len(shortcuts) > 0,
		Relevant:  netuse.Relevant(pass.Pkg, c.rules[clientRule]),
		Telling: func(tn *types.TypeName) bool {
			f, ok := lambdaFact(pass)(tn.Pkg())
			return ok && f.Tells(tn)
		},
		Summary: func(p *types.Package) (*pointsto.Summary, bool) {
			f := new(pointsto.Summary)
			return f, pass.ImportPackageFact(p, f)
		},
	}
	switch {
	case req.Why != nil:
		in.Explain = placesOf(pass)
	case req.Clients, req.Causes:
		in.Explain = func(pos token.Pos) string { return fmt.Sprintf("%s/%s", pass.Pkg.Path(), pass.Fset.Position(pos)) }
	}
	found := pointsto.Analyze(in)
	if found.Summary != nil {
		pass.ExportPackageFact(found.Summary)
	}
	var findings []finding
	var entries []EntryPoint
	var frozen map[*pointsto.Site]bool // what outlives an invocation, or may
	var frozenBy *lambda.Result
	net := netuse.Analyze(netuse.Input{
		Pkg:   pass.Pkg,
		Info:  pass.TypesInfo,
		Files: files,
		Graph: found.Graph,

		Requests: c.rules[clientRule] || len(shortcuts) > 0,
		Imported: func(p *types.Package) *netuse.Fact {
			f := new(netuse.Fact)
			if !pass.ImportPackageFact(p, f) {
				return nil
			}
			return f
		},
	}, found.Sites)
	if f := net.Fact(); f != nil {
		pass.ExportPackageFact(f)
	}
	if trace && found.Graph != nil {
		findings, frozen, entries, frozenBy = c.lambda(pass, found, net, req.Why != nil)
	}
	// Of a package with errors, types and what is done to values are not all known. That nobody retains one cannot be told, nor
	// what a fix would do.
	broken := len(pass.TypeErrors) > 0
	if broken {
		findings = slices.DeleteFunc(findings, func(f finding) bool { return f.Category == lambda.Leak })
	} else {
		findings = append(findings, c.leaks(pass, files, found, net, findings)...)
	}
	if !found.Conclude() {
		findings, frozen = nil, nil
	}
	findings = append(findings, c.judge(found.Sites, frozen)...)
	findings = append(findings, c.shortcutUses(net, shortcuts)...)
	findings = append(findings, c.values(pass, files, found.Sites)...)
	findings = append(findings, c.outOfBounds(pass, files, found)...)
	reported := c.report(pass, files, findings, !req.Fixes && !broken)
	r := &Result{
		Findings:    reported,
		EntryPoints: entries,
		Unjudged:    c.unjudged(pass, files, found),
		TooLarge:    found.TooLarge,
	}
	if req.Why != nil {
		e := &explainer{config: c, pass: pass, files: files, q: req.Why, found: found, net: net, lambda: frozenBy, findings: findings, reported: reported}
		r.Why = e.explain()
	}
	if req.Clients {
		r.Clients = c.clients(pass, files, found, reported, frozenBy)
		for _, path := range r.Clients.Makers() {
			if p := dependencies(pass.Pkg)[path]; p != nil && !pass.ImportPackageFact(p, new(pointsto.Summary)) {
				found.Missing = append(found.Missing, path)
			}
		}
	}
	slices.Sort(found.Missing)
	r.Unseen = slices.Compact(found.Missing)
	return r, nil
}

// watched returns the types to follow that code of pkg can have to do with: those of packages that it depends on.
func (c *config) watched(pkg *types.Package) ([]*types.TypeName, error) {
	below := dependencies(pkg)
	var out []*types.TypeName
	for _, t := range c.followed {
		p := below[t.Package]
		if p == nil {
			continue
		}
		tn, err := resolve(p, &t)
		if err != nil {
			if t.Module == "" && (p == pkg || slices.Contains(pkg.Imports(), p)) {
				return nil, err
			}
			continue // of a package that is not imported, not everything need be loaded; another module may be of any version
		}
		out = append(out, tn)
	}
	return out, nil
}

// dependencies returns pkg and the packages that it depends on, by path.
func dependencies(pkg *types.Package) map[string]*types.Package {
	below := map[string]*types.Package{pkg.Path(): pkg}
	queue := []*types.Package{pkg}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		for _, q := range p.Imports() {
			if below[q.Path()] == nil {
				below[q.Path()] = q
				queue = append(queue, q)
			}
		}
	}
	return below
}

// resolve finds t in p, its package. Only types that the settings name can be missing, in whole or in a field.
func resolve(p *types.Package, t *catalog.Type) (*types.TypeName, error) {
	tn, ok := p.Scope().Lookup(t.Name).(*types.TypeName)
	if !ok {
		return nil, wrong(t.Fields[0].Name, t, "package %s has no type %s%s", t.Package, t.Name, suggest.DidYouMean(t.Name, p.Scope().Names()))
	}
	s, ok := tn.Type().Underlying().(*types.Struct)
	if !ok {
		return nil, wrong(t.Fields[0].Name, t, "%s.%s is not a struct type", t.Package, t.Name)
	}
	var names []string
	for f := range s.Fields() {
		names = append(names, f.Name())
	}
	for _, f := range t.Fields {
		if t.Rule == "require" && !slices.Contains(names, f.Name) {
			return nil, wrong(f.Name, t, "%s.%s has no field %s%s", t.Package, t.Name, f.Name, suggest.DidYouMean(f.Name, names))
		}
	}
	return tn, nil
}

// A SettingsError says that a setting does not fit the code: it concerns the whole run, not one package.
type SettingsError struct{ text string }

func (e *SettingsError) Error() string { return e.text }

// wrong returns the error about the -require of a field of t.
func wrong(field string, t *catalog.Type, format string, args ...any) error {
	value := fmt.Sprintf("%s.%s.%s", t.Package, t.Name, field)
	return &SettingsError{fmt.Sprintf("invalid value %q for -require: ", value) + fmt.Sprintf(format, args...)}
}

// files returns the files that count: without tests, unless they are asked for.
func (c *config) files(pass *analysis.Pass) []*ast.File {
	if c.IncludeTests {
		return pass.Files
	}
	return slices.DeleteFunc(slices.Clone(pass.Files), func(f *ast.File) bool {
		return strings.HasSuffix(pass.Fset.Position(f.Package).Filename, "_test.go")
	})
}

// A finding is a Finding with what its fix has to do.
type finding struct {
	Finding
	requests []fixRequest
}

// newFinding returns a finding without a message.
func newFinding(pos, end token.Pos, rule string) Finding {
	return Finding{
		Diagnostic: analysis.Diagnostic{Pos: pos, End: end, Category: rule, URL: url + "#" + rule},
		Level:      catalog.FindRule(rule).Level,
	}
}

// judge returns a finding for each site that has unset fields.
func (c *config) judge(sites []*pointsto.Site, frozen map[*pointsto.Site]bool) []finding {
	var out []finding
	for _, s := range sites {
		t := catalog.Find(c.types, s.Type.Pkg().Path(), s.Type.Name())
		if t == nil || s.Circumstances[catalog.Fallback] {
			continue
		}
		if fields := missing(t, s); len(fields) > 0 {
			f := newFinding(s.Pos, s.End, t.Rule)
			f.Type = s.Type.Pkg().Name() + "." + t.Name
			unsetMessage(&f, t, fields)
			out = append(out, finding{f, []fixRequest{{site: s, typ: t, fields: fields, frozen: frozen[s]}}})
		}
	}
	return out
}

// unjudged returns the values in files that would be judged if all that they are passed to could be analyzed.
func (c *config) unjudged(pass *analysis.Pass, files []*ast.File, found *pointsto.Result) []Unjudged {
	var out []Unjudged
	for _, s := range found.Sites {
		t := catalog.Find(c.types, s.Type.Pkg().Path(), s.Type.Name())
		if t == nil || !isUnknown(t, s) || !c.counts(pass, files, s.Pos) {
			continue
		}
		u := Unjudged{Pos: s.Pos, Type: s.Type.Pkg().Name() + "." + t.Name}
		if found.Graph != nil && found.Graph.Explains() {
			for _, o := range found.Graph.Unknown(s.Object()) {
				if !u.By.IsValid() {
					u.By = o.Pos
				}
			}
		}
		out = append(out, u)
	}
	return out
}

// counts reports whether what is at pos, in one of files, is reported.
func (c *config) counts(pass *analysis.Pass, files []*ast.File, pos token.Pos) bool {
	return slices.ContainsFunc(files, func(file *ast.File) bool {
		return file.FileStart <= pos && pos < file.FileEnd && !c.leavesOut(pass, file)
	})
}

// leavesOut reports whether nothing is reported of file.
func (c *config) leavesOut(pass *analysis.Pass, file *ast.File) bool {
	return !c.IncludeGenerated && isGenerated(file) || !c.IncludeTests && isTestSupport(pass, file)
}

// report reports findings, file by file, except for those in test support and in files that do not count, and those that comments
// silence. It returns what it reported.
func (c *config) report(pass *analysis.Pass, files []*ast.File, findings []finding, fixes bool) []Finding {
	var loud []finding
	var out []Finding
	for _, file := range files {
		if c.leavesOut(pass, file) {
			continue
		}
		ignores := directive.Parse(pass.Fset, file)
		for _, f := range findings {
			if file.FileStart <= f.Pos && f.Pos < file.FileEnd && !directive.Silence(ignores, pass.Fset.Position(f.Pos).Line, f.Category) {
				loud = append(loud, f)
			}
		}
		if len(pass.TypeErrors) == 0 { // otherwise there may be something to silence that cannot be seen
			out = append(out, c.aboutIgnores(ignores, func(rule string, line int) int { return nearest(pass, file, loud, rule, line) })...)
		}
	}
	if fixes {
		repair(pass, files, loud)
	}
	for _, f := range loud {
		out = append(out, f.Finding)
	}
	for _, f := range out {
		pass.Report(f.Diagnostic)
	}
	return out
}

// maxNear is how many lines a comment may be away from what it was meant for.
const maxNear = 5

// nearest returns the line of file with the finding of rule that is nearest to line, 0 if none is near.
func nearest(pass *analysis.Pass, file *ast.File, findings []finding, rule string, line int) int {
	best, least := 0, maxNear+1
	for _, f := range findings {
		if f.Category != rule || f.Pos < file.FileStart || file.FileEnd <= f.Pos {
			continue
		}
		at := pass.Fset.Position(f.Pos).Line
		if d := max(at-line, line-at); d < least {
			best, least = at, d
		}
	}
	return best
}

// aboutIgnores returns findings about the comments that do nothing; near tells where there is a finding of a rule near to a line.
func (c *config) aboutIgnores(ignores []*directive.Ignore, near func(rule string, line int) int) []Finding {
	var out []Finding
	for _, ig := range ignores {
		if problem := c.problem(ig, near); problem != "" {
			f := newFinding(ig.Pos, ig.End, catalog.Directive)
			f.Says, f.Message = problem, catalog.Directive+": "+problem
			out = append(out, f)
		}
	}
	return out
}

// problem says why a comment does nothing, or returns nothing.
func (c *config) problem(ig *directive.Ignore, near func(rule string, line int) int) string {
	const word = "//" + directive.Word
	rules := strings.Join(ig.Rules, ",")
	switch {
	case ig.Instead != "":
		return "//" + directive.Prefix + ig.Instead + " silences nothing; write " + word
	case ig.Spaced:
		if len(ig.Rules) == 0 || slices.ContainsFunc(ig.Rules, func(r string) bool { return checkRule(r) != nil }) {
			return "" // prose about such comments
		}
		return "// " + directive.Word + " has a space after the slashes, so it silences nothing; write " + word
	case strings.HasSuffix(rules, ",") && ig.Reason != "":
		next, _, _ := strings.Cut(ig.Reason, " ")
		return word + " " + rules + " " + next + " has a space after the comma, so " + next + " is part of the reason; write " + rules + next
	}
	for i, rule := range ig.Rules {
		if err := checkRule(rule); err != nil {
			if i == 0 && suggest.DidYouMean(rule, ruleNames()) == "" {
				return word + " " + rule + " names no rule, so it silences nothing; the rule comes first, then the reason, as in " + word + " transport " + rule + " ..."
			}
			return word + " names " + err.Error()
		}
	}
	switch {
	case len(ig.Rules) == 0:
		return word + " lacks a rule and a reason, so it silences nothing; write " + word + " rule reason"
	case ig.Reason == "":
		return word + " " + rules + " lacks a reason, so it silences nothing; write the reason after the rule"
	}
	var useless []string
	for _, rule := range ig.Rules {
		if !c.rules[rule] || ig.Used(rule) {
			continue
		}
		if line := near(rule, ig.Target()); line != 0 {
			return fmt.Sprintf("%s %s is for line %d, and the finding is on line %d; move it there", word, rule, ig.Target(), line)
		}
		useless = append(useless, rule)
	}
	if useless == nil {
		return ""
	}
	return word + " " + strings.Join(useless, ",") + " silences nothing here; remove it"
}

// isTestSupport reports whether only tests use what file has: by the name of its package, or by what it refers to.
//
//	func NewServer(t testing.TB) *httptest.Server
func isTestSupport(pass *analysis.Pass, file *ast.File) bool {
	if catalog.IsTestSupport(pass.Pkg.Name()) {
		return true
	}
	some := false
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err == nil && catalog.IsForTests(path) {
			return true
		}
		some = some || err == nil && catalog.HasTestNames(path)
	}
	if !some {
		return false
	}
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !found {
			o := pass.TypesInfo.Uses[id]
			found = o != nil && o.Pkg() != nil && o.Parent() == o.Pkg().Scope() && catalog.IsTestName(o.Pkg().Path(), o.Name())
		}
		return !found
	})
	return found
}

// isGenerated is ast.IsGenerated, except that the files that cgo makes of written ones do not count.
func isGenerated(file *ast.File) bool {
	if !ast.IsGenerated(file) {
		return false
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if c.Pos() < file.Package && strings.HasPrefix(c.Text, "// Code generated by cmd/cgo;") {
				return false
			}
		}
	}
	return true
}
