package analyzer

import (
	"slices"
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
	default:
		is = s.Circumstances[c.Is]
	}
	switch {
	case is:
		return moot
	case maybe:
		return unknown
	}
	return unset
}

// reasons returns fields with what follows from their zero values.
func reasons(fields []*catalog.Field) []Field {
	var out []Field
	for _, f := range fields {
		out = append(out, Field{f.Name, f.Effect})
	}
	return out
}

// message says which fields of a value are unset, and what follows.
func message(f Finding) string {
	var names, effects []string
	for _, field := range f.Fields {
		names = append(names, field.Name)
		if !slices.Contains(effects, field.Reason) {
			effects = append(effects, field.Reason)
		}
	}
	return f.Category + ": " + f.Type + " leaves " + enumerate(names) + " unset (" + strings.Join(effects, "; ") + ")"
}

// enumerate joins names as in "A, B and C".
func enumerate(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
