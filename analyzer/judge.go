package analyzer

import (
	"go/types"
	"net/http"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A verdict says what a field of a value ends up as.
type verdict uint8

const (
	unset   verdict = iota // zero, and it has its effect
	set                    // somebody wrote to it, an explicit zero included
	moot                   // zero, and it does not matter
	unknown                // it depends on what cannot be seen
)

// missing returns the fields to report of the value that s makes, which is of type t.
func missing(t *catalog.Type, s *pointsto.Site) []*catalog.Field {
	var out, others []*catalog.Field
	for i := range t.Fields {
		f := &t.Fields[i]
		switch {
		case !f.Default && f.Beside == nil, verdictOn(t, s, f) != unset:
		case t.Module != "" && !hasField(s.Type, f.Name): // this version of the module lacks it
		case f.Default:
			out = append(out, f)
		default:
			others = append(others, f)
		}
	}
	for _, f := range others {
		beside := func(g *catalog.Field) bool { return slices.Contains(f.Beside, g.Name) }
		if slices.ContainsFunc(out, beside) || slices.ContainsFunc(f.Alone, func(c catalog.Condition) bool { return holds(t, s, c) }) {
			out = append(out, f)
		}
	}
	return out
}

// hasField reports whether the struct type tn has a field of that name.
func hasField(tn *types.TypeName, name string) bool {
	s, _ := tn.Type().Underlying().(*types.Struct)
	for i := range s.NumFields() {
		if s.Field(i).Name() == name {
			return true
		}
	}
	return false
}

// verdictOn decides on field f of the value that s makes, which is of type t.
func verdictOn(t *catalog.Type, s *pointsto.Site, f *catalog.Field) verdict {
	for _, name := range append([]string{f.Name}, f.SetBy...) {
		if s.Writes[name] != 0 && (!f.EveryPath || s.Object().WroteAlways(name)) {
			return set
		}
	}
	holds := func(c catalog.Condition) bool { return holds(t, s, c) }
	switch {
	case slices.ContainsFunc(f.Moot, holds):
		return moot
	case s.Escapes:
		return unknown
	case len(f.Matters) > 0 && !slices.ContainsFunc(f.Matters, holds):
		return moot
	}
	return unset
}

// isUnknown reports whether a field that would be reported depends on what cannot be seen.
func isUnknown(t *catalog.Type, s *pointsto.Site) bool {
	for i := range t.Fields {
		if f := &t.Fields[i]; f.Default && verdictOn(t, s, f) == unknown {
			return true
		}
	}
	return false
}

// holds reports whether c holds for the value that s makes, which is of type t.
func holds(t *catalog.Type, s *pointsto.Site, c catalog.Condition) bool {
	w := s.Writes[c.Field]
	switch c.Is {
	case catalog.Set:
		return w.NonZero()
	case catalog.True: // where it is a variable, or written under a condition, it is false some of the time
		return w == pointsto.True && s.Object().WroteAlways(c.Field)
	case catalog.Negative:
		return w == pointsto.Negative
	case catalog.MoreThanPerHost:
		return s.Object().Largest(c.Field) > http.DefaultMaxIdleConnsPerHost
	case catalog.NoMoreThanPerHost:
		n := s.Object().Largest(c.Field) // 0 if another package wrote it
		return w == pointsto.Positive && 0 < n && n <= http.DefaultMaxIdleConnsPerHost
	case catalog.LikeDefaultTransport:
		return likeDefaultTransport(t, s)
	}
	return s.Circumstances[c.Is]
}

// likeDefaultTransport reports whether s has http.DefaultTransport's values, as constants, and a dial function with a limit.
func likeDefaultTransport(t *catalog.Type, s *pointsto.Site) bool {
	for i := range t.Fields {
		if f := &t.Fields[i]; f.Usual != 0 && (s.Writes[f.Name] != pointsto.Positive || s.Object().Largest(f.Name) != f.Usual) {
			return false
		}
	}
	dials := s.Writes["DialContext"].NonZero() || s.Writes["Dial"].NonZero()
	return dials && !s.Circumstances[catalog.DialsUnlimited]
}
