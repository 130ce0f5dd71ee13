package survey

import (
	"cmp"
	"fmt"
	"go/token"
	"maps"
	"slices"

	"github.com/transportlint/transportlint/internal/inventory"
)

// inventory makes the entries.
func (j *join) inventory() *inventory.Inventory {
	var values []*value
	for _, p := range j.packages {
		for _, v := range p.values {
			if !j.isListed(v) {
				continue
			}
			values = append(values, v)
		}
	}
	j.name(values)
	inv := &inventory.Inventory{Version: inventory.Version, Entries: []inventory.Entry{}}
	isEntry := make(map[string]bool)
	for _, v := range values {
		isEntry[v.id] = true
	}
	used := make(map[string]bool) // transports that clients use
	for _, v := range values {
		e := j.entry(v)
		e.Uses = slices.DeleteFunc(e.Uses, func(id string) bool { return !isEntry[id] })
		if v.typ.Name == "Client" {
			for _, id := range e.Uses {
				used[id] = true
			}
		}
		inv.Entries = append(inv.Entries, e)
	}
	j.belong(values, inv.Entries)
	for i := range inv.Entries {
		if e := &inv.Entries[i]; used[e.ID] {
			e.Phases = nil
		}
		for k := range inv.Entries[i].Phases {
			for l := range inv.Entries[i].Phases[k].Limits {
				if b := &inv.Entries[i].Phases[k].Limits[l]; !isEntry[b.Entry] {
					b.Entry = ""
				}
			}
		}
	}
	slices.SortStableFunc(inv.Entries, func(a, b inventory.Entry) int {
		return cmp.Or(cmp.Compare(a.Place.File, b.Place.File), cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column), cmp.Compare(a.ID, b.ID))
	})
	return inv
}

// belong says of dialers that only the dial function of a transport has whose they are, and gives them its lifetime.
func (j *join) belong(values []*value, entries []inventory.Entry) {
	index := make(map[string]int)
	var users []int // transports, and then the dialers that have others
	for i, v := range values {
		index[v.id] = i
		if isTransport(v.typ) {
			users = append(users, i)
		}
	}
	for i, v := range values {
		if isDialer(v.typ) {
			users = append(users, i)
		}
	}
	for _, i := range users {
		for _, id := range entries[i].Uses {
			k := index[id]
			d := &entries[k]
			if !isDialer(values[k].typ) || values[k].p != values[i].p || values[k].in != values[i].in {
				continue
			}
			if d.Lifetime == inventory.Program || d.Lifetime == inventory.PerCall {
				d.Lifetime = entries[i].Lifetime
			}
			if d.Owner == "" {
				d.Owner = entries[i].Type + ".DialContext"
			}
		}
	}
}

// name gives values their IDs.
func (j *join) name(values []*value) {
	count := make(map[string]int)
	for _, v := range values {
		id := v.p.path
		if d := v.p.source.declaration(v.pos); d != "" {
			id += "." + d
		}
		id += " " + typeName(v.typ)
		if count[id]++; count[id] > 1 {
			v.id = fmt.Sprintf("%s #%d", id, count[id])
		} else {
			v.id = id
		}
	}
}

// entry returns v as an entry.
func (j *join) entry(v *value) inventory.Entry {
	e := inventory.Entry{
		ID: v.id, Type: typeName(v.typ), Package: v.p.path, Place: *j.placeOf(v.p, v.pos),
		Owner: v.p.owners.of(v), Users: slices.Sorted(maps.Keys(v.users)), Lifetime: v.p.lifetime(v),
		Limits: []inventory.Limit{}, Rules: v.p.Rules[v.pos],
	}
	for i := range v.typ.Fields {
		if f := &v.typ.Fields[i]; j.lists(v, f) {
			e.Limits = append(e.Limits, j.limit(v, f))
		}
	}
	if v.typ.Package == "net/http" {
		transports := []target{{v: v}}
		if v.typ.Name == "Client" {
			transports = j.current(v.p, j.transports(v, maxHops))
			e.Uses = ids(transports)
		} else if v.obj != nil {
			e.Uses = j.dialers(v)
		}
		if v.shared != "" && v.typ.Name == "Transport" {
			transports = j.current(v.p, []target{{shared: true}})
		}
		e.Phases = j.phases(v, transports)
	} else if v.typ.Field("NetDialer") != nil && v.obj != nil && v.wrote("NetDialer") {
		_, dialers := j.dials(v, []string{"NetDialer"})
		for _, d := range dialers {
			e.Uses = append(e.Uses, d.id)
		}
	}
	return e
}

// ids returns the IDs of values, for those that are not listed of what they are made from.
func ids(list []target) []string {
	var out []string
	added := make(map[string]bool)
	var add func(v *value, depth int)
	add = func(v *value, depth int) {
		switch {
		case v == nil || depth == 0:
		case v.id != "" && !added[v.id]:
			added[v.id] = true
			out = append(out, v.id)
		case v.id == "":
			for _, b := range v.bases {
				add(b, depth-1)
			}
		}
	}
	for _, t := range list {
		add(t.v, maxHops)
	}
	return out
}

// entryOf returns the ID of v, or, if v is not listed, of the one value that it is made from. It is empty if there are several.
func entryOf(v *value) string {
	if list := ids([]target{{v: v}}); len(list) == 1 {
		return list[0]
	}
	return ""
}

// placeOf returns a place of package p, nil for none.
func (j *join) placeOf(p *Package, pos token.Pos) *inventory.Place {
	if p == nil || !pos.IsValid() {
		return nil
	}
	at := j.place(p.Fset.Position(pos))
	return &at
}
