package analyzer

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/directive"
	"github.com/transportlint/transportlint/internal/flow"
	"github.com/transportlint/transportlint/internal/lambda"
)

//go:embed doc.go
var doc string

const url = "https://github.com/transportlint/transportlint/blob/main/docs/rules.md"

// Analyzer is the analyzer with its [Settings] as flags, for drivers that know analyzers by name.
var Analyzer = WithHint(new(Hint))

// New returns an analyzer with the settings given, and no flags. The error names each setting that is wrong.
func New(s Settings) (*analysis.Analyzer, error) {
	c, err := s.compile()
	if err != nil {
		return nil, fmt.Errorf("transportlint: %w", err)
	}
	return newAnalyzer(func() (*config, error) { return c, nil }, new(Hint)), nil
}

func newAnalyzer(settings func() (*config, error), h *Hint) *analysis.Analyzer {
	manual, _, _ := strings.Cut(doc, "\npackage ")
	return &analysis.Analyzer{
		Name:       "transportlint",
		Doc:        strings.TrimPrefix(manual, "// "),
		URL:        url,
		ResultType: reflect.TypeFor[*Result](),
		FactTypes:  []analysis.Fact{new(flow.Fact), new(lambda.Fact)},
		Run: func(pass *analysis.Pass) (any, error) {
			c, err := settings()
			if err != nil {
				return nil, &SettingsError{err.Error()}
			}
			return c.run(pass, h)
		},
	}
}

// A Result is what a run tells its driver besides diagnostics.
type Result struct {
	// Unseen lists, sorted, the import paths of packages without a fact whose code received a value that matters.
	Unseen []string
}

// run finds the sites, follows them, judges each field, and reports.
func (c *config) run(pass *analysis.Pass, h *Hint) (any, error) {
	files := c.files(pass)
	trace := len(files) > 0 && !h.NoLambda && c.frozen(pass, files)
	watched, err := c.watched(pass.Pkg, trace)
	if err != nil {
		return nil, err
	}
	if len(watched) == 0 && !trace {
		c.report(pass, files, nil, false)
		return new(Result), nil
	}
	found := flow.Follow(flow.Input{
		Pkg:     pass.Pkg,
		Info:    pass.TypesInfo,
		Files:   files,
		Watched: watched,
		Trace:   trace,
		Fact: func(p *types.Package) (*flow.Fact, bool) {
			f := new(flow.Fact)
			return f, pass.ImportPackageFact(p, f)
		},
	})
	if found.Fact != nil {
		pass.ExportPackageFact(found.Fact)
	}
	var findings []finding
	var frozen map[*flow.Site]bool // what outlives an invocation, or may
	if found.Graph != nil {
		findings, frozen = c.lambda(pass, found)
	}
	findings = append(findings, c.judge(found.Sites, frozen)...)
	c.report(pass, files, findings, !h.NoFixes)

	slices.Sort(found.Unseen)
	return &Result{Unseen: slices.Compact(found.Unseen)}, nil
}

// watched returns the types with rows to report that code of pkg can have to do with: those of packages that it depends on.
func (c *config) watched(pkg *types.Package, trace bool) ([]*types.TypeName, error) {
	rows := c.types
	if trace {
		rows = c.traced
	}
	below := dependencies(pkg)
	var out []*types.TypeName
	for _, t := range rows {
		p := below[t.Package]
		if p == nil {
			continue
		}
		tn, err := resolve(p, &t)
		if err != nil {
			if p == pkg || slices.Contains(pkg.Imports(), p) {
				return nil, err
			}
			continue // of a package that is not imported, not everything need be loaded
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
		return nil, wrong(t.Fields[0].Name, t, "package %s has no type %s%s", t.Package, t.Name, didYouMean(t.Name, p.Scope().Names()))
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
			return nil, wrong(f.Name, t, "%s.%s has no field %s%s", t.Package, t.Name, f.Name, didYouMean(f.Name, names))
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

// A finding is a diagnostic, with what would mend it.
type finding struct {
	analysis.Diagnostic
	mends []mending
}

// judge returns a finding for each site that has unset fields.
func (c *config) judge(sites []*flow.Site, frozen map[*flow.Site]bool) []finding {
	var out []finding
	for _, s := range sites {
		t := catalog.Find(c.types, s.Type.Pkg().Path(), s.Type.Name())
		if t == nil {
			continue
		}
		if missing := unsetFields(t, s); len(missing) > 0 {
			out = append(out, finding{
				Diagnostic: analysis.Diagnostic{
					Pos: s.Pos, End: s.End,
					Category: t.Rule,
					URL:      url + "#" + t.Rule,
					Message:  message(t, s.Type.Pkg().Name(), missing),
				},
				mends: []mending{{site: s, typ: t, fields: missing, frozen: frozen[s]}},
			})
		}
	}
	return out
}

// report reports findings, file by file, but for those in files that do not count and those that comments silence.
func (c *config) report(pass *analysis.Pass, files []*ast.File, findings []finding, fixes bool) {
	var loud []finding
	for _, file := range files {
		if !c.IncludeGenerated && isGenerated(file) {
			continue
		}
		ignores := directive.Parse(pass.Fset, file)
		for _, f := range findings {
			if file.FileStart <= f.Pos && f.Pos < file.FileEnd && !directive.Silence(ignores, pass.Fset.Position(f.Pos).Line, f.Category) {
				loud = append(loud, f)
			}
		}
		c.reportIgnores(pass, ignores)
	}
	if fixes {
		repair(pass, files, loud)
	}
	for _, f := range loud {
		pass.Report(f.Diagnostic)
	}
}

func unsetFields(t *catalog.Type, s *flow.Site) []*catalog.Field {
	var out []*catalog.Field
	for i := range t.Fields {
		if f := &t.Fields[i]; f.Default && verdictOn(s, f) == unset {
			out = append(out, f)
		}
	}
	return out
}

// reportIgnores reports the comments that do nothing.
func (c *config) reportIgnores(pass *analysis.Pass, ignores []*directive.Ignore) {
	for _, ig := range ignores {
		if problem := c.problem(ig); problem != "" {
			pass.Report(analysis.Diagnostic{
				Pos: ig.Pos, End: ig.End,
				Category: catalog.Directive,
				URL:      url + "#" + catalog.Directive,
				Message:  catalog.Directive + ": " + problem,
			})
		}
	}
}

func (c *config) problem(ig *directive.Ignore) string {
	for _, rule := range ig.Rules {
		if err := checkRule(rule); err != nil {
			return "//transportlint:ignore names " + err.Error()
		}
	}
	switch {
	case len(ig.Rules) == 0:
		return "//transportlint:ignore lacks a rule and a reason, so it silences nothing; write //transportlint:ignore rule reason"
	case ig.Reason == "":
		return "//transportlint:ignore " + strings.Join(ig.Rules, ",") + " lacks a reason, so it silences nothing; say behind the rule why this is right"
	case !ig.Used && slices.ContainsFunc(ig.Rules, func(r string) bool { return c.rules[r] }):
		return "//transportlint:ignore " + strings.Join(ig.Rules, ",") + " silences nothing here; remove it"
	}
	return ""
}

// isGenerated is ast.IsGenerated, but for the files that cgo makes of written ones.
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
