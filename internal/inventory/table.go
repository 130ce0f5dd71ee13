package inventory

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/transportlint/transportlint/internal/escape"
)

// maxCell is how many characters a cell of the table for people may have, and maxMarkdown that of one for a pull request.
const maxCell, maxMarkdown = 32, 100

var headings = []string{"place", "type", "owner", "lives", "total", "connect", "tls", "wait", "idle"}

// columns are the phases that the tables have. Sending and the body have no limit but the one for all of them.
var columns = []PhaseName{Total, Connect, TLS, Wait, Idle}

// rows returns the table, without headings.
func (inv *Inventory) rows() [][]string {
	byID := make(map[string]*Entry)
	usedAlone := make(map[string]*Entry) // a client, by its only transport
	for i := range inv.Entries {
		e := &inv.Entries[i]
		byID[e.ID] = e
		if len(e.Phases) > 0 && len(e.Uses) == 1 {
			usedAlone[e.Uses[0]] = e
		}
	}
	var rows [][]string
	for i := range inv.Entries {
		e := &inv.Entries[i]
		row := []string{e.Place.String(), e.Type, e.Owner, string(e.Lifetime)}
		for _, name := range columns {
			cell := e.Cell(name)
			if client := usedAlone[e.ID]; name == Connect && client != nil && e.Type == "http.Transport" {
				cell = client.Cell(Connect) // no field of a client bounds it
			} else if name == Connect && len(e.Phases) == 0 && len(e.Uses) > 0 { // what the dial function is called says less
				var dialers []string
				for _, id := range e.Uses {
					if d := byID[id]; d != nil && !slices.Contains(dialers, d.Cell(Connect)) {
						dialers = append(dialers, d.Cell(Connect))
					}
				}
				cell = strings.Join(dialers, " or ")
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	return rows
}

// String returns p as file:line.
func (p Place) String() string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// NoLimit is what stands where nothing bounds a phase.
const NoLimit = "no limit"

// Cell says what bounds a phase of the entry's requests, in few words. It is empty for a phase that the entry has no part in.
//
// An entry without phases, such as a dialer, or a transport that clients use, has the limits that are its own.
func (e *Entry) Cell(name PhaseName) string {
	for _, p := range e.Phases {
		if p.Name == name {
			return p.String()
		}
	}
	if len(e.Phases) > 0 {
		return ""
	}
	for _, l := range e.Limits {
		if ownPhase(e.Type, l.Field) == name {
			return l.String()
		}
	}
	return ""
}

// ownPhase returns the phase that a field of a type bounds by itself.
func ownPhase(typ, field string) PhaseName {
	switch field {
	case "Timeout", "DialContext", "NetDialer":
		if typ == "http.Client" {
			return Total
		}
		return Connect
	case "TLSHandshakeTimeout", "HandshakeTimeout":
		return TLS
	case "ResponseHeaderTimeout", "ReadTimeout":
		return Wait
	case "IdleConnTimeout", "IdleTimeout":
		return Idle
	}
	return ""
}

// String returns p in few words: of several times the shortest, as that ends the phase.
func (p Phase) String() string {
	if p.Moot != "" {
		return "moot"
	}
	if len(p.Limits) == 0 {
		return NoLimit
	}
	var parts []string
	shortest, all := time.Duration(-1), true
	for _, b := range p.Limits {
		d, err := time.ParseDuration(b.Value)
		all = all && err == nil && b.State != Several
		if shortest < 0 || d < shortest {
			shortest = d
		}
	}
	if all {
		return shortest.String()
	}
	for _, b := range p.Limits {
		if s := b.String(); !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// String returns l in few words, without the field.
func (l Limit) String() string {
	switch l.State {
	case None:
		return NoLimit
	case Moot, Unknown:
		return string(l.State)
	case Variable:
		if l.Value == "" {
			return "set"
		}
	case Default:
		return "default " + l.Value
	}
	return l.Value
}

// mayBeNone reports whether l is no limit, or may turn out to be none.
func (l Limit) mayBeNone() bool { return l.State == None || l.State == Several && hasNone(l.Value) }

// notes says of each entry why something is unknown.
func (inv *Inventory) notes() []string {
	var notes []string
	for _, e := range inv.Entries {
		var reasons []string
		add := func(l Limit) {
			if l.State != Unknown {
				return
			}
			r := l.Reason
			if l.Place != nil && *l.Place != e.Place {
				r += ", " + l.Place.String()
			}
			if !slices.Contains(reasons, r) {
				reasons = append(reasons, r)
			}
		}
		for _, l := range e.Limits {
			add(l)
		}
		for _, p := range e.Phases {
			for _, b := range p.Limits {
				add(b.Limit)
			}
		}
		if len(reasons) > 0 {
			notes = append(notes, fmt.Sprintf("%s: %s", e.Place, strings.Join(reasons, "; ")))
		}
	}
	return notes
}

// writeTable writes the table for people.
func (inv *Inventory) writeTable(w io.Writer) error {
	if len(inv.Entries) == 0 {
		return nil
	}
	rows := [][]string{nil}
	for _, h := range headings {
		rows[0] = append(rows[0], strings.ToUpper(h))
	}
	rows = append(rows, inv.rows()...)
	widths := make([]int, len(headings))
	for r, row := range rows {
		for i, cell := range row {
			cell = escape.Line(cell)
			if i > 1 {
				cell = shortened(cell, maxCell)
			}
			if cell == "" {
				cell = "-"
			}
			rows[r][i] = cell
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			line += cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	if notes := inv.notes(); len(notes) > 0 {
		b.WriteString("\nunknown:\n")
		for _, n := range notes {
			b.WriteString("  " + escape.Line(n) + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func shortened(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

// writeMarkdown writes the table for a pull request.
func (inv *Inventory) writeMarkdown(w io.Writer) error {
	if len(inv.Entries) == 0 {
		_, err := io.WriteString(w, "No network clients.\n")
		return err
	}
	var b strings.Builder
	b.WriteString("| " + strings.Join(headings, " | ") + " |\n|" + strings.Repeat("---|", len(headings)) + "\n")
	for _, row := range inv.rows() {
		for i, cell := range row {
			if i > 0 {
				cell = shortened(cell, maxMarkdown)
			}
			b.WriteString("| " + escape.Markdown(cell) + " ")
		}
		b.WriteString("|\n")
	}
	if notes := inv.notes(); len(notes) > 0 {
		b.WriteString("\nUnknown:\n\n")
		for _, n := range notes {
			b.WriteString("- " + escape.Markdown(n) + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
