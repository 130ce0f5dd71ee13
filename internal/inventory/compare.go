package inventory

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/escape"
)

// A Comparison says what changed from one inventory to another.
type Comparison struct {
	Version int      `json:"version"`
	Changes []Change `json:"changes"`
}

// A Change is an entry that is new, or gone, or has another limit.
type Change struct {
	Kind ChangeKind `json:"kind"`
	ID   string     `json:"id"`
	Type string     `json:"type"`
	// Place is where the entry is now, or was if it is gone.
	Place Place  `json:"place"`
	Owner string `json:"owner,omitempty"`

	// Phase and Field are what lost, gained or changed a limit: a phase for entries with phases, a field for others.
	Phase PhaseName `json:"phase,omitempty"`
	Field string    `json:"field,omitempty"`
	Old   string    `json:"old,omitempty"` // in few words
	New   string    `json:"new,omitempty"`
}

// A ChangeKind is what happened to an entry.
type ChangeKind string

// The kinds of changes.
const (
	Appeared ChangeKind = "appeared"
	Vanished ChangeKind = "vanished"
	Lost     ChangeKind = "lost"    // something bounded it, and nothing does now
	Gained   ChangeKind = "gained"  // nothing bounded it
	Changed  ChangeKind = "changed" // another limit
)

// Compare returns what changed from old to now, in the order of now, then what is gone in the order of old. Entries are the same if
// their IDs are.
func Compare(old, now *Inventory) *Comparison {
	c := &Comparison{Version: Version, Changes: []Change{}}
	was := make(map[string]*Entry)
	for i := range old.Entries {
		was[old.Entries[i].ID] = &old.Entries[i]
	}
	is := make(map[string]bool)
	for i := range now.Entries {
		e := &now.Entries[i]
		is[e.ID] = true
		if o := was[e.ID]; o != nil {
			c.Changes = append(c.Changes, compare(o, e)...)
		} else {
			c.Changes = append(c.Changes, Change{Kind: Appeared, ID: e.ID, Type: e.Type, Place: e.Place, Owner: e.Owner, New: e.unbounded()})
		}
	}
	for i := range old.Entries {
		if e := &old.Entries[i]; !is[e.ID] {
			c.Changes = append(c.Changes, Change{Kind: Vanished, ID: e.ID, Type: e.Type, Place: e.Place, Owner: e.Owner})
		}
	}
	return c
}

// compare compares the phases of an entry, and the fields that are in none.
func compare(old, now *Entry) []Change {
	var out []Change
	add := func(phase PhaseName, field, was, is string) {
		if was == is {
			return
		}
		c := Change{Kind: Changed, ID: now.ID, Type: now.Type, Place: now.Place, Owner: now.Owner, Phase: phase, Field: field, Old: was, New: is}
		switch {
		case hasNone(is) && !hasNone(was):
			c.Kind = Lost
		case hasNone(was) && !hasNone(is):
			c.Kind = Gained
		}
		out = append(out, c)
	}
	inPhase := make(map[string]bool) // fields of its own that are in a phase
	for _, p := range now.Phases {
		i := slices.IndexFunc(old.Phases, func(q Phase) bool { return q.Name == p.Name })
		if i < 0 {
			continue
		}
		for _, b := range slices.Concat(p.Limits, old.Phases[i].Limits) {
			if b.Entry == now.ID {
				inPhase[b.Field] = true
			}
		}
		if p.Name != Send && p.Name != Body { // they have the limit for all of them
			add(p.Name, "", old.Phases[i].String(), p.String())
		}
	}
	for _, l := range now.Limits {
		i := slices.IndexFunc(old.Limits, func(m Limit) bool { return m.Field == l.Field })
		if i < 0 || inPhase[l.Field] {
			continue
		}
		add("", l.Field, old.Limits[i].String(), l.String())
	}
	return out
}

// hasNone reports whether a limit may be missing, by what is said of it in few words.
func hasNone(text string) bool { return slices.Contains(strings.Split(text, " or "), NoLimit) }

// unbounded says which phases of the entry's requests nothing bounds.
func (e *Entry) unbounded() string {
	var names []string
	for _, name := range columns {
		if hasNone(e.Cell(name)) {
			names = append(names, string(name))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return NoLimit + " on " + strings.Join(names, ", ")
}

// String returns c as one line.
func (c Change) String() string {
	name := c.Type
	if c.Owner != "" {
		name += " " + c.Owner
	}
	head := fmt.Sprintf("%s: %s", c.Place, name)
	what := c.Field
	if c.Phase != "" {
		what = string(c.Phase)
	}
	switch c.Kind {
	case Appeared:
		if c.New != "" {
			return head + " appeared, with " + c.New
		}
		return head + " appeared"
	case Vanished:
		return head + " vanished"
	case Lost:
		return fmt.Sprintf("%s lost its limit on %s: it was %s", head, what, c.Old) + but(c.New)
	case Gained:
		return fmt.Sprintf("%s gained a limit on %s: %s", head, what, c.New)
	}
	return fmt.Sprintf("%s changed its limit on %s from %s to %s", head, what, c.Old, c.New)
}

// but says what remains of a limit.
func but(now string) string {
	if now == NoLimit {
		return ""
	}
	return ", and is " + now
}

// Write writes the comparison to w: a line for each change, or a list, or JSON.
func (c *Comparison) Write(w io.Writer, format Format) error {
	if format == JSON {
		return writeJSON(w, c)
	}
	var b strings.Builder
	for _, change := range c.Changes {
		if format == Markdown {
			b.WriteString("- " + escape.Markdown(change.String()) + "\n")
		} else {
			b.WriteString(escape.Line(change.String()) + "\n")
		}
	}
	if len(c.Changes) == 0 && format == Markdown {
		b.WriteString("No network client changed.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
