// Package verdict decides what the fields of a value end up as: by what is written to them, by the conditions of the catalog, and by
// whether all code that may write to them is known.
package verdict

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A Verdict says what a field of a value ends up as.
type Verdict uint8

// The verdicts. Only what is Unset is reported.
const (
	Unset   Verdict = iota // zero, and it has its effect
	Set                    // somebody wrote to it, an explicit zero included
	Moot                   // zero, and it does not matter
	Unknown                // it depends on what cannot be seen
)

// Missing returns the fields to report of the value that s makes, which is of type t.
func Missing(t *catalog.Type, s *pointsto.Site) []*catalog.Field {
	var out, others []*catalog.Field
	for i := range t.Fields {
		f := &t.Fields[i]
		switch {
		case !f.Default && f.Beside == nil, On(t, s, f) != Unset:
		case t.Module != "" && !HasField(s.Type, f.Name): // this version of the module lacks it
		case f.Default:
			out = append(out, f)
		default:
			others = append(others, f)
		}
	}
	for _, f := range others {
		beside := func(g *catalog.Field) bool { return slices.Contains(f.Beside, g.Name) }
		if slices.ContainsFunc(out, beside) || slices.ContainsFunc(f.Alone, func(c catalog.Condition) bool { return Holds(t, s, c) }) {
			out = append(out, f)
		}
	}
	return out
}

// HasField reports whether the struct type tn has a field of that name.
func HasField(tn *types.TypeName, name string) bool {
	s, _ := tn.Type().Underlying().(*types.Struct)
	for i := range s.NumFields() {
		if s.Field(i).Name() == name {
			return true
		}
	}
	return false
}

// On decides on field f of the value that s makes, which is of type t.
func On(t *catalog.Type, s *pointsto.Site, f *catalog.Field) Verdict {
	var written []string
	for _, name := range append([]string{f.Name}, f.SetBy...) {
		if s.Writes[name] != 0 {
			written = append(written, name)
		}
	}
	if len(written) > 0 && (!f.EveryPath || s.Object().WroteAlways(written...) && !s.Circumstances[catalog.DialsSometimes]) {
		return Set
	}
	holds := func(c catalog.Condition) bool { return Holds(t, s, c) }
	switch {
	case slices.ContainsFunc(f.Moot, holds):
		return Moot
	case s.Escapes:
		return Unknown
	case len(f.Matters) > 0 && !slices.ContainsFunc(f.Matters, holds):
		return Moot
	}
	return Unset
}

// IsUnknown reports whether a field that would be reported depends on what cannot be seen.
func IsUnknown(t *catalog.Type, s *pointsto.Site) bool {
	for i := range t.Fields {
		if f := &t.Fields[i]; f.Default && On(t, s, f) == Unknown {
			return true
		}
	}
	return false
}

// Holds reports whether c holds for the value that s makes, which is of type t.
func Holds(t *catalog.Type, s *pointsto.Site, c catalog.Condition) bool {
	wrote := func(field string) pointsto.Value { return s.Writes[field] } // a fix asks about a site with what it would write
	return holds(t, s.Object(), wrote, s.Circumstances, c)
}

// HoldsFor is like Holds for any object, of whose circumstances those are known.
func HoldsFor(t *catalog.Type, o *pointsto.Object, circumstances map[catalog.Test]bool, c catalog.Condition) bool {
	return holds(t, o, o.Wrote, circumstances, c)
}

func holds(t *catalog.Type, o *pointsto.Object, wrote func(field string) pointsto.Value, circumstances map[catalog.Test]bool, c catalog.Condition) bool {
	w := wrote(c.Field)
	switch c.Is {
	case catalog.Set:
		return w.NonZero()
	case catalog.True: // where it is a variable, or written under a condition, it is false some of the time
		return w == pointsto.True && o.WroteAlways(c.Field)
	case catalog.Negative:
		return w == pointsto.Negative
	case catalog.MoreThanPerHost:
		return o.Largest(c.Field) > catalog.IdleConnsPerHost
	case catalog.NoMoreThanPerHost:
		n := o.Largest(c.Field) // 0 if another package wrote it
		return w == pointsto.Positive && 0 < n && n <= catalog.IdleConnsPerHost
	case catalog.LikeDefaultTransport:
		return likeDefaultTransport(t, o, wrote, circumstances)
	}
	return circumstances[c.Is]
}

// IsDisabled reports whether another field of o disables f, so that no value of f matters:
//
//	&http.Transport{DisableKeepAlives: true, IdleConnTimeout: time.Hour}
func IsDisabled(f *catalog.Field, o *pointsto.Object) bool {
	return slices.ContainsFunc(f.Moot, func(c catalog.Condition) bool { return c.Field != "" && HoldsFor(nil, o, nil, c) })
}

// likeDefaultTransport reports whether o has http.DefaultTransport's values, as constants, and a dial function with a limit.
func likeDefaultTransport(t *catalog.Type, o *pointsto.Object, wrote func(field string) pointsto.Value, circumstances map[catalog.Test]bool) bool {
	for i := range t.Fields {
		if f := &t.Fields[i]; f.Usual != 0 && (wrote(f.Name) != pointsto.Positive || o.Largest(f.Name) != f.Usual) {
			return false
		}
	}
	dials := wrote("DialContext").NonZero() || wrote("Dial").NonZero()
	return dials && !circumstances[catalog.DialsUnlimited]
}
