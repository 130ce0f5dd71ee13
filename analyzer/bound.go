package analyzer

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/bound"
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/verdict"
)

// requireRule is the name of the rule about what the settings require.
const requireRule = "require"

// parseBound parses a field with a bound, such as "net/http.Transport.IdleConnTimeout<=60s". ok is false if item has none.
func parseBound(item string) (b bound.Bound, ok bool, err error) {
	i := strings.IndexAny(item, "<>=!")
	if i < 0 {
		return b, false, nil
	}
	name, rest := strings.TrimSpace(item[:i]), item[i:]
	b.Text = strings.TrimSpace(strings.TrimLeft(rest, "<>=!"))
	switch b.Op = bound.Op(strings.TrimRight(rest[:len(rest)-len(strings.TrimLeft(rest, "<>=!"))], " ")); b.Op {
	case bound.AtMost, bound.AtLeast:
	default:
		return b, true, fmt.Errorf("%s is not a comparison that a bound can have; write <= or >=", strconv.Quote(string(b.Op)))
	}
	if b.Package, b.Type, b.Field, err = splitField(name); err != nil {
		return b, true, err
	}
	if err := checkField(name); err != nil {
		return b, true, err
	}
	if n, err := strconv.ParseInt(b.Text, 10, 64); err == nil {
		b.Limit = n
		return b, true, nil
	}
	if d, err := time.ParseDuration(b.Text); err == nil {
		b.Limit = int64(d)
		return b, true, nil
	}
	other := strings.TrimPrefix(b.Text, b.Package+"."+b.Type+".")
	if !token.IsIdentifier(other) {
		return b, true, fmt.Errorf("%s is neither a duration such as 60s, a number, nor another field of %s.%s", strconv.Quote(b.Text), b.Package, b.Type)
	}
	b.Other = other
	return b, true, checkField(b.Package + "." + b.Type + "." + other)
}

// checkRequire checks an item of -require.
func checkRequire(item string) error {
	if _, ok, err := parseBound(item); ok {
		return err
	}
	return checkField(item)
}

// maxIdle returns what -max-idle says as a bound.
func maxIdle(d Duration) bound.Bound {
	return bound.Bound{
		Package: "net/http", Type: "Transport", Field: "IdleConnTimeout", Op: bound.AtMost,
		Limit: int64(d), Text: seconds(time.Duration(d)),
	}
}

// seconds returns d as messages say it.
func seconds(d time.Duration) string {
	if d%time.Second == 0 {
		return fmt.Sprintf("%ds", d/time.Second)
	}
	return d.String()
}

// withBounded adds the type that b is about to types, with the fields that matter, if it is not among them.
func withBounded(list []catalog.Type, b bound.Bound) []catalog.Type {
	t := catalog.Find(list, b.Package, b.Type)
	if t == nil {
		list = append(list, catalog.Type{Package: b.Package, Name: b.Type, Rule: requireRule})
		t = &list[len(list)-1]
	}
	for _, name := range []string{b.Field, b.Other} {
		if name != "" && t.Field(name) == nil {
			t.Fields = append(t.Fields, catalog.Field{Name: name})
		}
	}
	return list
}

// outOfBounds returns what the settings do not allow.
func (r *run) outOfBounds() []finding {
	if len(r.bounds) == 0 || !r.rules[requireRule] {
		return nil
	}
	var out []finding
	outside, fact := bound.Find(bound.Input{
		Pkg: r.pass.Pkg, Info: r.pass.TypesInfo, Files: r.files, Bounds: r.bounds, Sites: r.found.Sites, Graph: r.found.Graph, Disabled: r.disables, Imported: boundFact(r.pass),
	})
	if fact != nil {
		r.pass.ExportPackageFact(fact)
	}
	for _, b := range outside {
		f := newFinding(b.Pos, b.End, requireRule)
		f.Type = b.Bound.Package[strings.LastIndexByte(b.Bound.Package, '/')+1:] + "." + b.Bound.Type
		boundMessage(&f, b)
		out = append(out, finding{Finding: f})
	}
	disabled := func(o *pointsto.Object) bool { return r.disables(o, maxIdle(r.MaxIdle)) }
	if limit := time.Duration(r.MaxIdle); limit > 0 && limit < netuse.DefaultIdle {
		if use := netuse.DefaultPool(r.pass.TypesInfo, r.files, r.found, disabled); use.IsValid() {
			f := newFinding(use, use, requireRule)
			f.Type = "http.DefaultTransport"
			f.Fields = []Field{{"IdleConnTimeout", "the settings allow at most " + seconds(limit)}}
			f.compose("has a 90s ", "")
			out = append(out, finding{Finding: f})
		}
	}
	return out
}

// disables reports whether another field of o disables the one that b is about.
func (r *run) disables(o *pointsto.Object, b bound.Bound) bool {
	t := catalog.Find(r.followed, b.Package, b.Type)
	if t == nil {
		return false
	}
	f := t.Field(b.Field)
	return f != nil && verdict.IsDisabled(f, o)
}

// boundFact returns a function that returns the fact of an imported package. Those of other modules do not count: some drivers have
// none of them.
func boundFact(pass *analysis.Pass) func(*types.Package) *bound.Fact {
	return func(p *types.Package) *bound.Fact {
		f := new(bound.Fact)
		if pointsto.IsStd(p) || pass.Module != nil && !strings.HasPrefix(p.Path()+"/", pass.Module.Path+"/") || !pass.ImportPackageFact(p, f) {
			return nil
		}
		return f
	}
}

// checkBounds returns an error if a bound does not fit the type that it is about, of the packages that pkg depends on.
func (c *config) checkBounds(pkg *types.Package) error {
	for _, b := range c.bounds {
		for _, p := range append(slices.Clone(pkg.Imports()), pkg) {
			if p.Path() != b.Package {
				continue
			}
			if err := checkNumbers(p, b); err != nil {
				return &SettingsError{fmt.Sprintf("invalid value %q for -require: %v", fmt.Sprintf("%s.%s.%s%s%s", b.Package, b.Type, b.Field, b.Op, b.Text), err)}
			}
		}
	}
	return nil
}

// checkNumbers returns an error if a field of b, of package p, is missing or is not a number.
func checkNumbers(p *types.Package, b bound.Bound) error {
	tn, ok := p.Scope().Lookup(b.Type).(*types.TypeName)
	if !ok {
		return fmt.Errorf("package %s has no type %s", b.Package, b.Type)
	}
	s, ok := tn.Type().Underlying().(*types.Struct)
	if !ok {
		return fmt.Errorf("%s.%s is not a struct type", b.Package, b.Type)
	}
	for _, name := range []string{b.Field, b.Other} {
		if name == "" {
			continue
		}
		i := slices.IndexFunc(slices.Collect(s.Fields()), func(f *types.Var) bool { return f.Name() == name })
		if i < 0 {
			return fmt.Errorf("%s.%s has no field %s", b.Package, b.Type, name)
		}
		if basic, ok := s.Field(i).Type().Underlying().(*types.Basic); !ok || basic.Info()&types.IsInteger == 0 {
			return fmt.Errorf("%s.%s.%s is not a number", b.Package, b.Type, name)
		}
	}
	return nil
}
