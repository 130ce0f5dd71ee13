package analyzer

import (
	"errors"
	"flag"
	"fmt"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/transportlint/transportlint/internal/bound"
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/suggest"
	"github.com/transportlint/transportlint/internal/value"
)

// Settings says what to report. The zero value is the default.
type Settings struct {
	// Require lists fields to report besides the default ones, as "import/path.Type.Field": rows of the catalog that are
	// off by default, such as "net/http.Transport.ForceAttemptHTTP2", or any field of any struct type. With a bound, as in
	// "net/http.Transport.IdleConnTimeout<=60s", "pkg.Options.Retries>=1" or "net/http.Transport.MaxIdleConnsPerHost<=MaxIdleConns",
	// constants out of the bound are reported, and the field may be left out if zero is in it.
	Require []string `json:"require"`

	// Allow lists fields not to report, written as in Require.
	Allow []string `json:"allow"`

	// Strict reports every field of the catalog whose zero value has an effect, by the rules that are on.
	Strict bool `json:"strict"`

	// Enable and Disable list names of rules to turn on and off.
	Enable  []string `json:"enable"`
	Disable []string `json:"disable"`

	// LambdaEntry lists further functions that take a handler and run it for each invocation, as "import/path.Func".
	// "none" stands for none but those: the ones that are known do not count.
	LambdaEntry []string `json:"lambda-entry"`

	// MaxIdle, if not zero, is the longest IdleConnTimeout that may be chosen for any http.Transport, http.DefaultTransport and its
	// clones included. The rule require reports constants above it. As text it is what time.ParseDuration takes.
	MaxIdle Duration `json:"max-idle"`

	// LambdaMaxIdle, if not zero, is the longest IdleConnTimeout that may be chosen for what outlives an invocation. The rule
	// lambda-idle reports constants above it. As text it is what time.ParseDuration takes.
	LambdaMaxIdle Duration `json:"lambda-max-idle"`

	// IncludeTests reports values in _test.go files too, and counts what they set; and values in packages called testutil and the
	// like, which only tests use.
	IncludeTests bool `json:"include-tests"`

	// IncludeGenerated reports values in generated files too.
	IncludeGenerated bool `json:"include-generated"`
}

// Flags returns the flags that fill s. Each value is checked as soon as it is set.
func (s *Settings) Flags() flag.FlagSet {
	var fs flag.FlagSet
	fs.Var(&list{&s.Require, checkRequire}, "require",
		"also report these `fields` of any struct type, a comma-separated list of import/path.Type.Field; with a bound, as in <=60s, report constants outside it")
	fs.Var(&list{&s.Allow, checkField}, "allow", "do not report these `fields`, a comma-separated list of import/path.Type.Field")
	fs.BoolVar(&s.Strict, "strict", false, "report every cataloged field whose zero value has an effect, by the rules that are on")
	fs.Var(&list{&s.Enable, checkRule}, "enable", "turn on these `rules`, a comma-separated list")
	fs.Var(&list{&s.Disable, checkRule}, "disable", "turn off these `rules`, a comma-separated list")
	fs.Var(&list{&s.LambdaEntry, checkEntry}, "lambda-entry", "`functions` that also take a Lambda handler, a comma-separated list of import/path.Func")
	fs.Var(&s.MaxIdle, "max-idle", "report an IdleConnTimeout above this `duration`, also http.DefaultTransport's 90s")
	fs.Var(&s.LambdaMaxIdle, "lambda-max-idle", "report an IdleConnTimeout above this `duration` in what outlives a Lambda invocation")
	fs.BoolVar(&s.IncludeTests, "include-tests", false, "also report values in _test.go files and in test support")
	fs.BoolVar(&s.IncludeGenerated, "include-generated", false, "also report values in generated files")
	return fs
}

// A list is a flag that may be given several times, each time with a comma-separated list.
type list struct {
	to    *[]string
	check func(string) error
}

func (l *list) String() string {
	if l.to == nil {
		return ""
	}
	return strings.Join(*l.to, ",")
}

func (l *list) Set(value string) error {
	for item := range strings.SplitSeq(value, ",") {
		item = strings.TrimSpace(item)
		if item == "" {
			continue
		}
		if err := l.check(item); err != nil {
			return err
		}
		*l.to = append(*l.to, item)
	}
	return nil
}

// A Duration is a time.Duration that flags and JSON write as text, such as 60s.
type Duration time.Duration

func (d *Duration) String() string {
	if d == nil || *d == 0 {
		return ""
	}
	return time.Duration(*d).String()
}

// Set parses s, which must not be negative.
func (d *Duration) Set(s string) error {
	t, err := time.ParseDuration(s)
	if err != nil || t < 0 {
		return fmt.Errorf("%s is not a duration such as 60s", strconv.Quote(s))
	}
	*d = Duration(t)
	return nil
}

// UnmarshalText parses text as Set does.
func (d *Duration) UnmarshalText(text []byte) error { return d.Set(string(text)) }

// MarshalText returns d as Set takes it.
func (d Duration) MarshalText() ([]byte, error) { return []byte(time.Duration(d).String()), nil }

func checkEntry(name string) error {
	if pkg, fn, ok := cutLast(name); name != throttled && name != noEntry && (!ok || pkg == "" || !token.IsIdentifier(fn)) {
		return fmt.Errorf("%s is not of the form import/path.Func, such as example.com/platform.Run, nor %s", strconv.Quote(name), noEntry)
	}
	return nil
}

const (
	throttled = "functions-framework-go" // the entry points of Google's functions framework
	noEntry   = "none"                   // no entry points but those that are given by name
)

func checkRule(name string) error {
	names := ruleNames()
	if slices.Contains(names, name) {
		return nil
	}
	return fmt.Errorf("no rule %q%s; the rules are %s", name, suggest.DidYouMean(name, names), strings.Join(names, ", "))
}

func ruleNames() []string {
	var names []string
	for _, r := range catalog.Rules() {
		names = append(names, r.Name)
	}
	return names
}

// checkField checks the form of a field's name, and, if the type is cataloged, that it exists.
func checkField(name string) error {
	pkg, typ, field, err := splitField(name)
	if err != nil {
		return err
	}
	if !strings.Contains(pkg, "/") {
		for _, t := range catalog.Types() {
			if t.Package != pkg && path.Base(t.Package) == pkg && t.Name == typ && t.Field(field) != nil {
				return fmt.Errorf("%s is not the import path of a package (did you mean %s.%s.%s?)", pkg, t.Package, typ, field)
			}
		}
	}
	if t := catalog.Find(catalog.Types(), pkg, typ); t != nil && t.Field(field) == nil {
		var names []string
		for _, f := range t.Fields {
			names = append(names, f.Name)
		}
		return fmt.Errorf("%s.%s has no field %s%s", pkg, typ, field, suggest.DidYouMean(field, names))
	}
	return nil
}

// splitField splits "import/path.Type.Field".
func splitField(name string) (pkg, typ, field string, err error) {
	typ, field, ok1 := cutLast(name)
	pkg, typ, ok2 := cutLast(typ)
	if !ok1 || !ok2 || pkg == "" || !token.IsIdentifier(typ) || !token.IsIdentifier(field) {
		return "", "", "", fmt.Errorf("%s is not of the form import/path.Type.Field, such as net/http.Transport.IdleConnTimeout", strconv.Quote(name))
	}
	return pkg, typ, field, nil
}

func cutLast(s string) (before, after string, found bool) {
	i := strings.LastIndexByte(s, '.')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

// A config is what settings mean: the rows to report.
type config struct {
	Settings
	types []catalog.Type // those with rows to report, and in them Default marks these
	traps []catalog.Trap // what the rule value reports

	pools     []catalog.Type     // what the rule lambda-pool reports
	openings  []catalog.Opening  // likewise
	shortcuts []catalog.Shortcut // what is reported of functions that stand for a zero value
	rules     map[string]bool    // those that are on

	bounds   []bound.Bound
	followed []catalog.Type  // types, and those whose values are always followed
	entries  []catalog.Entry // where Lambda handlers begin
}

// events reports whether functions that take one of aws-lambda-go's events count as handlers.
func (c *config) events() bool { return !slices.Contains(c.LambdaEntry, noEntry) }

// compile checks s as a whole.
func (s Settings) compile() (*config, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	c := &config{Settings: s, rules: make(map[string]bool)}
	for _, r := range catalog.Rules() {
		c.rules[r.Name] = (r.Default || slices.Contains(s.Enable, r.Name)) && !slices.Contains(s.Disable, r.Name)
	}
	types := c.requireRows(c.switchRows(catalog.Types()))
	if err := allow(types, s.Allow); err != nil {
		return nil, err
	}
	c.chooseTypes(types)
	c.entries = s.entries()
	if c.rules[value.Rule] {
		c.traps = catalog.Traps()
	}
	for _, s := range catalog.Shortcuts() {
		if c.rules[s.Rule] && !slices.Contains(c.Allow, s.Package+"."+s.Type+"."+s.Field) {
			c.shortcuts = append(c.shortcuts, s)
		}
	}
	return c, nil
}

// check reports every name among the settings that names nothing.
func (s Settings) check() error {
	var errs []error
	check := func(setting string, items []string, f func(string) error) {
		for _, item := range items {
			if err := f(item); err != nil {
				errs = append(errs, fmt.Errorf("invalid value %q for -%s: %w", item, setting, err))
			}
		}
	}
	check("require", s.Require, checkRequire)
	check("allow", s.Allow, checkField)
	check("lambda-entry", s.LambdaEntry, checkEntry)
	check("enable", s.Enable, checkRule)
	check("disable", s.Disable, checkRule)
	return errors.Join(errs...)
}

// switchRows turns off the rows of rules that are off, and on, with -strict, those that wait for it.
func (c *config) switchRows(types []catalog.Type) []catalog.Type {
	for i := range types {
		for j := range types[i].Fields {
			f := &types[i].Fields[j]
			f.Strict = !f.Default && f.Beside == nil && c.Strict && f.Reportable()
			if !c.rules[types[i].Rule] {
				f.Default, f.Beside = false, nil
			} else if c.Strict && f.Reportable() {
				f.Default = true
			}
		}
	}
	return types
}

// requireRows adds what -require and -max-idle ask for: rows of their own, and bounds, whose types are then among the types.
func (c *config) requireRows(types []catalog.Type) []catalog.Type {
	for _, name := range c.Require {
		if b, ok, _ := parseBound(name); ok {
			c.bounds = append(c.bounds, b)
		} else {
			types = require(types, name)
		}
	}
	if c.MaxIdle > 0 {
		c.bounds = append(c.bounds, maxIdle(c.MaxIdle))
	}
	for _, b := range c.bounds {
		types = withBounded(types, b)
	}
	return types
}

// allow turns off the rows called so.
func allow(types []catalog.Type, names []string) error {
	var errs []error
	for _, name := range names {
		pkg, typ, field, _ := splitField(name)
		var f *catalog.Field
		if t := catalog.Find(types, pkg, typ); t != nil {
			f = t.Field(field)
		}
		if f == nil {
			errs = append(errs, fmt.Errorf("invalid value %q for -allow: it is neither cataloged nor required, so it is never reported", name))
			continue
		}
		f.Default, f.Beside = false, nil
	}
	return errors.Join(errs...)
}

// chooseTypes chooses, of the types, those that have something to report, and those whose values are followed.
func (c *config) chooseTypes(types []catalog.Type) {
	for _, t := range types {
		if c.rules[t.Rule] || !slices.Contains(c.Disable, t.Rule) {
			reported := func(f catalog.Field) bool { return f.Default || f.Beside != nil }
			bounded := func(b bound.Bound) bool { return b.Package == t.Package && b.Type == t.Name }
			if slices.ContainsFunc(t.Fields, reported) || slices.ContainsFunc(c.bounds, bounded) {
				c.rules[t.Rule] = true
				c.types = append(c.types, t)
			}
		}
	}
	if c.rules[lambda.Pool] {
		c.pools, c.openings = catalog.LambdaPools(), catalog.Openings()
	}
	c.followed = slices.Clone(c.types)
	follow := func(t catalog.Type) {
		if catalog.Find(c.types, t.Package, t.Name) == nil {
			c.followed = append(c.followed, t)
		}
	}
	for _, t := range c.pools {
		follow(t)
	}
	for _, t := range types {
		if t.Followed {
			follow(t)
		}
	}
}

// entries returns the entry points of Lambda functions: those of the catalog and of -lambda-entry.
func (s Settings) entries() []catalog.Entry {
	var entries []catalog.Entry
	if !slices.Contains(s.LambdaEntry, noEntry) {
		entries = catalog.Entries()
	}
	for _, name := range s.LambdaEntry {
		if name == throttled || name == noEntry { // the former is on by default
			continue
		}
		pkg, fn, _ := cutLast(name)
		entries = append(entries, catalog.Entry{Package: pkg, Funcs: []string{fn}})
	}
	return entries
}

// require turns the row called name on, and makes one if there is none.
func require(types []catalog.Type, name string) []catalog.Type {
	pkg, typ, field, _ := splitField(name)
	t := catalog.Find(types, pkg, typ)
	if t == nil {
		types = append(types, catalog.Type{Package: pkg, Name: typ, Rule: "require"})
		t = &types[len(types)-1]
	}
	f := t.Field(field)
	if f == nil {
		t.Fields = append(t.Fields, catalog.Field{Name: field})
		f = &t.Fields[len(t.Fields)-1]
	}
	f.Default, f.Strict = true, false
	if f.Effect == "" {
		f.Effect = "the settings require it"
	}
	return types
}
