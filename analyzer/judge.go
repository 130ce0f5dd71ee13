package analyzer

import (
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/flow"
)

// A verdict says what a field of a value ends up as.
type verdict uint8

const (
	unset   verdict = iota // zero, and it has its effect
	set                    // somebody wrote to it, an explicit zero included
	moot                   // zero, and it does not matter
	unknown                // it depends on what cannot be seen
)

// verdictOn decides on field f of the value that s makes.
func verdictOn(s *flow.Site, f *catalog.Field) verdict {
	if s.Writes[f.Name] != 0 {
		return set
	}
	for _, other := range f.SetBy {
		if s.Writes[other] != 0 {
			return set
		}
	}
	for _, c := range f.Moot {
		if v := holds(s, c); v != unset {
			return v
		}
	}
	if s.Unseen {
		return unknown
	}
	for _, c := range f.Matters {
		if holds(s, c) == moot {
			return unset
		}
	}
	if len(f.Matters) > 0 {
		return moot
	}
	return unset
}

// holds returns moot if c holds for s, unknown if it may, and unset if it does not.
func holds(s *flow.Site, c catalog.Condition) verdict {
	w := s.Writes[c.Field]
	var is, maybe bool
	switch c.Is {
	case catalog.Set:
		is = w.NonZero()
	case catalog.True:
		is, maybe = w&flow.True != 0, w&flow.Dynamic != 0
	case catalog.Negative:
		is = w&flow.Negative != 0
	case catalog.ClosedAfterUse:
		is = s.ClosedAfterUse
	case catalog.DialsUnix:
		is = s.DialsUnix
	case catalog.DialsBounded:
		is = s.DialsBounded
	}
	switch {
	case is:
		return moot
	case maybe:
		return unknown
	}
	return unset
}

// message says which fields of a value of type t are unset, and what follows.
func message(t *catalog.Type, pkgName string, fields []*catalog.Field) string {
	var names, effects []string
	said := make(map[string]bool)
	for _, f := range fields {
		names = append(names, f.Name)
		if !said[f.Effect] {
			said[f.Effect] = true
			effects = append(effects, f.Effect)
		}
	}
	return t.Rule + ": " + pkgName + "." + t.Name + " leaves " + enumerate(names) + " unset (" + strings.Join(effects, "; ") + ")"
}

// enumerate joins names as in "A, B and C".
func enumerate(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
