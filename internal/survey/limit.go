package survey

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/verdict"
)

// A result is what a field ends up as, before it is put into words.
type result struct {
	alternatives []alternative
	unknown      *target // why nothing is known
	partly       *target // likewise, of the last of several alternatives
	moot         string  // why it does not matter
}

// add adds alternatives, except for those that it has.
func (r *result) add(more ...alternative) { r.alternatives = addAlternatives(r.alternatives, more...) }

// result returns what field f of v ends up as. If the budget is spent in the middle, what was found is not all.
func (j *join) result(v *value, f *catalog.Field, depth int) result {
	if r := j.find(v, f, depth); v.p.spend(1) {
		return r
	}
	return result{unknown: &target{p: v.p, pos: v.pos, reason: tooLarge}}
}

func (j *join) find(v *value, f *catalog.Field, depth int) result {
	stores, always := j.stores(v, f.Name)
	var r result
	for _, s := range stores {
		for _, a := range s.alternatives() {
			r.add(a.in(f))
		}
	}
	if always {
		return r
	}
	rest := j.unwritten(v, f, len(stores) > 0, depth)
	if len(stores) == 0 {
		return rest
	}
	if rest.unknown != nil {
		r.alternatives = append(r.alternatives, alternative{state: inventory.Unknown, value: string(inventory.Unknown)})
		r.partly = rest.unknown
	} else if rest.moot == "" {
		r.add(rest.alternatives...)
	}
	return r
}

// in returns a with what field f takes it for.
func (a alternative) in(f *catalog.Field) alternative {
	if f.NegativeIsZero && a.state == inventory.Constant && strings.HasPrefix(a.value, "-") {
		a.state, a.value = inventory.None, ""
	}
	if a.zero && f.Assumed != "" && a.state == inventory.None {
		a.state, a.value = inventory.Default, f.Assumed
	}
	return a
}

// stores returns what may be left in a field of v, and whether something of it surely is.
func (j *join) stores(v *value, field string) (stores []store, always bool) {
	stores, always = j.ownStores(v, field)
	stores = latest(stores)
	if slices.ContainsFunc(stores, func(s store) bool { return !s.weak }) {
		stores = slices.DeleteFunc(stores, func(s store) bool { return s.weak })
	} else {
		always = false
	}
	for _, s := range v.others {
		if s.field == field {
			stores = append(stores, s)
		}
	}
	if v.in == nil && slices.ContainsFunc(stores, func(s store) bool { return s.first }) {
		return slices.DeleteFunc(stores, func(s store) bool { return s.in == nil }), true
	}
	return stores, always
}

// ownStores returns what v's package, and helpers that it calls, store in a field of v, and whether one of them always does.
func (j *join) ownStores(v *value, field string) (stores []store, always bool) {
	if v.local != nil {
		for _, o := range v.p.Graph.At(v.p.Graph.Var(v.local)) {
			list := v.p.storesTo(o, v.local, field)
			stores = append(stores, list...)
			always = always || len(list) > 0 && o.WroteAlways(field)
		}
	}
	if v.obj == nil {
		return stores, always
	}
	for _, s := range v.p.storesOf(v.obj, field) {
		opened := j.opened(s, field, v.typ.Name, maxHops)
		always = always || v.runs(s) && slices.ContainsFunc(opened, func(s store) bool { return !s.late })
		stores = append(stores, opened...)
	}
	return stores, always && v.obj.WroteAlways(field)
}

// runs reports whether s runs whenever v is made, unless the analysis says that it does not: it stands in the literal, in the function that
// makes v, or in one that this calls with it.
func (v *value) runs(s store) bool {
	if s.in == nil && s.helper == nil || s.in == v.in {
		return !s.late
	}
	if s.late {
		return false
	}
	called := func(in *pointsto.Function, region *pointsto.Region, recv pointsto.Node, args []pointsto.Node) bool {
		if in != v.in || v.site != nil && !v.site.Region().Within(region) {
			return false
		}
		return slices.ContainsFunc(append([]pointsto.Node{recv}, args...), func(n pointsto.Node) bool { return v.p.Graph.Holds(n, v.obj) })
	}
	if s.helper != nil {
		return s.helper.stored() || slices.ContainsFunc(v.p.calls.at(s.pos), func(c *pointsto.Call) bool { return called(c.In, c.Region, c.Recv, c.Args) })
	}
	return s.in.Obj() != nil && slices.ContainsFunc(s.in.Calls(), func(c pointsto.LocalCall) bool { return called(c.In, c.Region, c.Recv, c.Args) })
}

// latest leaves out the stores that a later one of the same function replaces.
func latest(stores []store) []store {
	last := -1
	for i, s := range stores {
		if s.sure && (last < 0 || stores[last].pos < s.pos) {
			last = i
		}
	}
	if last < 0 {
		return stores
	}
	by := stores[last]
	return slices.DeleteFunc(stores, func(s store) bool { return s.p == by.p && s.pos < by.pos && (s.in == nil || s.in == by.in) })
}

// unwritten returns what field f of v is where nothing is stored in it.
func (j *join) unwritten(v *value, f *catalog.Field, partly bool, depth int) result {
	if v.shared != "" || v.copied {
		return j.ofShared(v.p, v.typ, f)
	}
	if len(v.bases) > 0 && depth > 0 {
		var r result
		for _, b := range v.bases {
			of := j.result(b, f, depth-1)
			if of.unknown != nil || of.moot != "" {
				return of
			}
			r.add(of.alternatives...)
		}
		return r
	}
	if v.local != nil {
		return result{unknown: &target{p: v.p, pos: v.pos, reason: "it is a copy of what is not known"}}
	}
	if v.maker != nil {
		return result{unknown: &target{p: v.p, pos: v.pos, reason: "it comes from " + shortName(v.maker)}}
	}
	if why := moot(v, f); why != "" && !partly {
		return result{moot: why}
	}
	if v.site != nil && v.site.Escapes && !v.closed {
		t := v.escape()
		return result{unknown: &t}
	}
	if v.isBool(f) {
		return result{alternatives: []alternative{{state: inventory.Constant, value: "false", p: v.p}}}
	}
	return result{alternatives: []alternative{zero(v.p, f)}}
}

// isBool reports whether field f of v is a switch, and no limit.
func (v *value) isBool(f *catalog.Field) bool {
	if v.obj == nil {
		return false
	}
	field, _, _ := types.LookupFieldOrMethod(v.obj.Type(), true, nil, f.Name)
	if field == nil {
		return false
	}
	b, ok := field.Type().Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// zero returns what the zero value of f means.
func zero(p *Package, f *catalog.Field) alternative {
	if f.Assumed != "" {
		return alternative{state: inventory.Default, value: f.Assumed, p: p}
	}
	return alternative{state: inventory.None, p: p}
}

// ofShared returns what a field of http.DefaultTransport, or of http.DefaultClient, is in the program that p is a part of.
func (j *join) ofShared(p *Package, t *catalog.Type, f *catalog.Field) result {
	prefix, from := "", "http.DefaultTransport"
	if t.Name == "Client" {
		prefix, from = "Client.", "http.DefaultClient"
	}
	var r result
	certain := false // it is set for the whole program
	for _, s := range j.defaults[prefix+f.Name] {
		if !j.applies(s.p, p) {
			continue
		}
		certain = certain || s.p == p && p.Pkg.Name() == "main"
		for _, a := range s.alternatives() {
			a.from = from
			r.add(a)
		}
	}
	if t.Name == "Client" {
		clients, replaced := j.assigned(p, catalog.DefaultClient)
		certain = certain || replaced
		for _, v := range clients {
			of := j.result(v, f, maxHops)
			if of.unknown != nil {
				return of
			}
			r.add(of.alternatives...)
		}
	}
	switch {
	case certain:
	case f.InDefault != "":
		r.alternatives = append(r.alternatives, alternative{state: inventory.Inherited, value: f.InDefault, from: from})
	default:
		r.add(zero(nil, f))
	}
	return r
}

// moot returns why field f of v does not matter where it is left out, empty if it does.
func moot(v *value, f *catalog.Field) string {
	if v.obj == nil {
		return ""
	}
	for _, name := range f.SetBy {
		if v.obj.Wrote(name).NonZero() {
			return name + " is set"
		}
	}
	var circumstances map[catalog.Test]bool
	if v.site != nil {
		circumstances = v.site.Circumstances
	}
	for _, c := range f.Moot {
		switch c.Is {
		case catalog.LikeDefaultTransport, catalog.LeaksPerCall, catalog.NoMoreThanPerHost, catalog.ClientTimesOut, catalog.RequestsBounded:
			continue // it matters, and is not worth reporting
		}
		if verdict.HoldsFor(v.typ, v.obj, circumstances, c) {
			return strings.TrimSpace(c.Field + " " + c.Is.String())
		}
	}
	return ""
}

// escape returns where v goes to code that cannot be seen.
func (v *value) escape() target {
	t := target{p: v.p, pos: v.pos, reason: "it goes to code that cannot be seen"}
	where := v.p.Graph.Unknown(v.obj)
	if len(where) == 0 {
		return t
	}
	at := where[0]
	t.pos = at.Pos
	switch {
	case at.Kind == pointsto.Exhausted:
		t.reason = tooLarge
	case at.Kind == pointsto.Untyped:
		t.reason = "types are missing where it goes"
	case at.Kind == pointsto.Unsafe:
		t.reason = "it becomes an unsafe.Pointer"
	case at.Kind == pointsto.Shared && at.Pkg != nil:
		t.reason = "it goes to " + at.Pkg.Path() + ", which may return it"
	case at.Owner != nil && at.Field != nil:
		t.reason = "it goes to " + shortName(at.Owner) + "." + at.Field.Name()
	case at.Fn != nil:
		t.reason = "it goes to " + shortName(at.Fn)
	case at.Kind == pointsto.AnyFunction:
		t.reason = "it goes to a function that may be any"
	}
	return t
}

// lists reports whether field f of v is listed: it limits something, and this version of the type has it.
func (j *join) lists(v *value, f *catalog.Field) bool {
	switch {
	case f.Limits == 0 && !(v.typ.Rule == "require" || v.typ.Module != "" && f.Default):
		return false
	case f.Limits == catalog.Aside:
		return v.wrote(f.Name) || v.copied && f.InDefault != ""
	case v.obj == nil:
		return true
	}
	s, ok := v.obj.Type().Underlying().(*types.Struct)
	return ok && slices.ContainsFunc(slices.Collect(s.Fields()), func(g *types.Var) bool { return g.Name() == f.Name })
}

// wrote reports whether anything is stored in a field of v.
func (v *value) wrote(field string) bool {
	if v.local != nil {
		return slices.ContainsFunc(v.p.Graph.At(v.p.Graph.Var(v.local)), func(o *pointsto.Object) bool { return len(v.p.storesTo(o, v.local, field)) > 0 })
	}
	return v.obj != nil && v.obj.Wrote(field) != 0 || slices.ContainsFunc(v.others, func(s store) bool { return s.field == field })
}

// limit puts what field f of v ends up as into words.
func (j *join) limit(v *value, f *catalog.Field) inventory.Limit {
	key := limitKey{v, f}
	l, ok := j.limits[key]
	if !ok {
		l = j.words(f.Name, j.result(v, f, maxHops))
		j.limits[key] = l
	}
	return l
}

// A limitKey is a field of a value.
type limitKey struct {
	v *value
	f *catalog.Field
}

func (j *join) words(field string, r result) inventory.Limit {
	l := inventory.Limit{Field: field}
	switch {
	case r.unknown != nil:
		l.State, l.Reason, l.Place = inventory.Unknown, r.unknown.reason, j.placeOf(r.unknown.p, r.unknown.pos)
	case r.moot != "":
		l.State, l.Reason = inventory.Moot, r.moot
	case len(r.alternatives) == 1:
		a := r.alternatives[0]
		l.State, l.Value, l.Source, l.Place = a.state, a.value, a.from, j.placeOf(a.p, a.pos)
	default:
		l.State = inventory.Several
		var values []string
		slices.SortStableFunc(r.alternatives, func(a, b alternative) int { return cmp.Compare(rank(a), rank(b)) })
		for _, a := range r.alternatives {
			values = append(values, a.String())
			if l.Place == nil {
				l.Place = j.placeOf(a.p, a.pos)
			}
			if a.from != "" {
				l.Source = a.from
			}
		}
		l.Value = strings.Join(values, " or ")
		if r.partly != nil {
			l.Reason = r.partly.reason
		}
	}
	return l
}

// rank orders alternatives: those that are set, then what the field is otherwise.
func rank(a alternative) int {
	if a.pos.IsValid() {
		return 0
	}
	return 1
}

// String returns a as one of several.
func (a alternative) String() string {
	if a.state == inventory.None {
		return "no limit"
	}
	return a.value
}
