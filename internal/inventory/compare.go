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
	drawn := make(map[string]bool) // what entries with phases have in them
	for _, e := range now.Entries {
		for _, id := range e.Uses {
			drawn[id] = drawn[id] || len(e.Phases) > 0
		}
	}
	is := make(map[string]bool)
	for i := range now.Entries {
		e := &now.Entries[i]
		is[e.ID] = true
		if o := was[e.ID]; o != nil {
			c.Changes = append(c.Changes, compare(o, e, drawn[e.ID])...)
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

// compare compares the phases of an entry, and the fields that are in none. Of an entry that is drawn as a part of another one, the limits on
// phases are that one's.
func compare(old, now *Entry, drawn bool) []Change {
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
	for _, p := range now.Phases {
		i := slices.IndexFunc(old.Phases, func(q Phase) bool { return q.Name == p.Name })
		if i >= 0 && p.Name != Send && p.Name != Body { // they have the limit for all of them
			add(p.Name, "", old.own(old.Phases[i]).String(), now.own(p).String())
		}
	}
	for _, l := range now.Limits {
		i := slices.IndexFunc(old.Limits, func(m Limit) bool { return m.Field == l.Field })
		if inPhase := ownPhase(now.Type, l.Field) != ""; i >= 0 && !(inPhase && (drawn || len(now.Phases) > 0)) {
			add("", l.Field, old.Limits[i].String(), l.String())
		}
	}
	return out
}

// own returns p without the limit for the whole request, unless it is that.
func (e *Entry) own(p Phase) Phase {
	if p.Name != Total {
		p.Limits = slices.DeleteFunc(slices.Clone(p.Limits), func(b Bound) bool { return b.Entry == e.ID && b.Field == "Timeout" })
	}
	return p
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

// Lines returns what changed, in one line for each entry.
func (c *Comparison) Lines() []string {
	var lines []string
	last := ""
	for _, change := range c.Changes {
		if n := len(lines); n > 0 && last == change.ID {
			lines[n-1] += ", " + change.what()
			continue
		}
		name := change.Type
		if change.Owner != "" {
			name += " " + change.Owner
		}
		lines = append(lines, fmt.Sprintf("%s: %s %s", change.Place, name, change.what()))
		last = change.ID
	}
	return lines
}

// what says what happened to the entry.
func (c Change) what() string {
	on := c.Field
	if c.Phase != "" {
		on = string(c.Phase)
	}
	switch c.Kind {
	case Appeared:
		if c.New != "" {
			return "appeared, with " + c.New
		}
		return "appeared"
	case Vanished:
		return "vanished"
	case Lost:
		if c.New == NoLimit {
			return fmt.Sprintf("lost its limit on %s (%s)", on, c.Old)
		}
		return fmt.Sprintf("may have lost its limit on %s (%s, and now %s)", on, c.Old, c.New)
	case Gained:
		return fmt.Sprintf("gained a limit on %s (%s)", on, c.New)
	}
	return fmt.Sprintf("changed its limit on %s from %s to %s", on, c.Old, c.New)
}

// Write writes the comparison to w: a line for each entry that changed, or a list of them, or JSON.
func (c *Comparison) Write(w io.Writer, format Format) error {
	if format == JSON {
		return writeJSON(w, c)
	}
	var b strings.Builder
	for _, line := range c.Lines() {
		if format == Markdown {
			b.WriteString("- " + escape.Markdown(line) + "\n")
		} else {
			b.WriteString(escape.Line(line) + "\n")
		}
	}
	if len(c.Changes) == 0 && format == Markdown {
		b.WriteString("No network client changed.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
