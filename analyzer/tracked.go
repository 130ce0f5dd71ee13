package analyzer

import (
	"fmt"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/suggest"
)

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
