package survey

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// Join lists the values of packages. Those that are not listed are there for what they say about the values of others. A place in the
// inventory is what place makes of a position.
func Join(packages []*Package, listed func(*Package) bool, place func(token.Position) inventory.Place) *inventory.Inventory {
	j := &join{
		byPath: make(map[string]*Package), ofObject: make(map[*pointsto.Object]*value),
		defaults: make(map[string][]store), limits: make(map[limitKey]inventory.Limit), place: place, listed: listed,
	}
	j.transportType = catalog.Find(catalog.Types(), "net/http", "Transport")
	for _, p := range packages {
		if q := j.byPath[p.path]; q == nil || len(q.Files) < len(p.Files) {
			j.byPath[p.path] = p
		}
	}
	for _, path := range slices.Sorted(maps.Keys(j.byPath)) {
		j.packages = append(j.packages, j.byPath[path])
	}
	for _, p := range j.packages {
		for _, v := range p.values {
			v.users = make(map[string]bool)
			if v.obj != nil {
				j.ofObject[v.obj] = v
			}
		}
	}
	j.connect()
	j.copied()
	j.open()
	return j.inventory()
}

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
	for i, v := range values {
		index[v.id] = i
	}
	for i := range entries {
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

// isListed reports whether v is an entry: it stands in a package that is listed, and if another package makes it, that is not one.
func (j *join) isListed(v *value) bool {
	if v.hidden || !j.listed(v.p) {
		return false
	}
	if v.maker == nil {
		return true
	}
	return !slices.ContainsFunc(v.bases, func(b *value) bool { return j.listed(b.p) })
}

// name gives values their IDs.
func (j *join) name(values []*value) {
	count := make(map[string]int)
	for _, v := range values {
		id := v.p.path
		if d := v.p.declaration(v.pos); d != "" {
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
		Owner: v.p.owner(v), Users: slices.Sorted(maps.Keys(v.users)), Lifetime: v.p.lifetime(v),
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

// transports returns the transports of client v.
func (j *join) transports(v *value, depth int) []target {
	if v.local != nil {
		return j.ofCopy(v, depth)
	}
	if v.obj == nil || !v.wrote("Transport") && len(v.bases) == 0 && v.maker == nil {
		if v.shared != "" {
			return j.sharedTransports(v.p)
		}
		if v.site != nil && v.site.Escapes {
			return []target{v.escape()}
		}
		return []target{{shared: true}}
	}
	w := j.walk(isTransport)
	w.fieldOf(v, "Transport")
	if !v.wrote("Transport") && depth > 0 {
		for _, b := range v.bases {
			for _, t := range j.transports(b, depth-1) {
				w.add(t)
			}
		}
	} else if v.maker == nil && !v.replaced("Transport") && (v.obj.Wrote("Transport") == 0 || !v.always("Transport") || v.obj.Wrote("Transport")&pointsto.Zero != 0) {
		w.add(target{shared: true})
	}
	if len(w.out) == 0 {
		reason := "its Transport leads to no transport that is known"
		if v.maker != nil && !v.wrote("Transport") {
			reason = "it comes from " + shortName(v.maker)
		}
		v.obj.Fields(func(f *types.Var, n pointsto.Node) {
			for _, o := range v.p.Graph.At(n) {
				if t := named(o.Type()); f.Name() == "Transport" && t != nil {
					reason = "its Transport is a " + shortName(t.Obj()) + ", which leads to no transport that is known"
				}
			}
		})
		w.unknown(v.p, v.pos, reason)
	}
	return w.known()
}

// ofCopy returns the transports of a copy of a client: those of what it was copied from, unless others are stored there.
func (j *join) ofCopy(v *value, depth int) []target {
	w := j.walk(isTransport)
	if v.wrote("Transport") {
		for _, o := range v.p.Graph.At(v.p.Graph.Var(v.local)) {
			w.field(v.p, o, "Transport")
		}
	} else if depth > 0 {
		for _, b := range v.bases {
			for _, t := range j.transports(b, depth-1) {
				w.add(t)
			}
		}
	}
	if len(w.out) == 0 {
		w.unknown(v.p, v.pos, "it is a copy of what is not known")
	}
	return w.known()
}

// sharedTransports returns the transports of http.DefaultClient in the program that p is a part of.
func (j *join) sharedTransports(p *Package) []target {
	w := j.walk(isTransport)
	certain := false
	for _, c := range j.sharedClients {
		if j.applies(c.p, p) {
			certain = certain || c.p == p && p.Pkg.Name() == "main"
			w.field(c.p, c.o, "Transport")
		}
	}
	clients, replaced := j.assigned(p, catalog.DefaultClient)
	for _, v := range clients {
		for _, t := range j.transports(v, maxHops) {
			w.add(t)
		}
	}
	if !certain && !replaced {
		w.add(target{shared: true})
	}
	return w.known()
}

// current returns transports with what p's program assigns to http.DefaultTransport.
func (j *join) current(p *Package, transports []target) []target {
	w := j.walk(isTransport)
	for _, t := range transports {
		if !t.shared {
			w.add(t)
			continue
		}
		objects, replaced := j.global(p, "DefaultTransport")
		for _, h := range objects {
			before := len(w.out)
			if w.object(h.p, h.o); len(w.out) == before && !w.seen[h.o] {
				w.unknown(h.p, h.o.Pos(), "http.DefaultTransport is replaced")
			}
		}
		if !replaced {
			w.add(t)
		}
	}
	return w.out
}

// assigned returns the values that p's program assigns to a variable of net/http, and whether it certainly does.
func (j *join) assigned(p *Package, name string) (list []*value, replaced bool) {
	objects, replaced := j.global(p, name)
	for _, h := range objects {
		if v := j.ofObject[h.o]; v != nil {
			list = append(list, v)
		}
	}
	return list, replaced && len(list) > 0
}

// ofHTTP returns the variable of net/http of that name, nil if the package does not import net/http.
func (p *Package) ofHTTP(name string) *types.Var {
	for _, pkg := range p.Pkg.Imports() {
		if pkg.Path() == "net/http" {
			v, _ := pkg.Scope().Lookup(name).(*types.Var)
			return v
		}
	}
	return nil
}

// global returns what p's program assigns to a variable of net/http, and whether p itself does, as a main package.
func (j *join) global(p *Package, name string) (list []held, replaced bool) {
	for _, q := range j.packages {
		v := q.ofHTTP(name)
		if v == nil || q.Graph == nil || !j.applies(q, p) {
			continue
		}
		for _, o := range q.Graph.At(q.Graph.Var(v)) {
			if _, outside := o.Entrance(); !outside && !netuse.IsDefaultTransport(o) {
				list = append(list, held{q, o})
				replaced = replaced || q == p && p.Pkg.Name() == "main"
			}
		}
	}
	return list, replaced
}

// applies reports whether what from does to a variable of net/http is there for p: both may be parts of one program.
func (j *join) applies(from, p *Package) bool {
	return from == p || from.Pkg.Name() != "main" || p.Pkg.Name() != "main"
}

// dialers returns the IDs of the dialers of transport v.
func (j *join) dialers(v *value) []string {
	var fields []string
	for _, name := range []string{"DialContext", "Dial", "DialTLSContext", "DialTLS"} {
		if v.wrote(name) {
			fields = append(fields, name)
		}
	}
	if len(fields) == 0 {
		return nil
	}
	_, dialers := j.dials(v, fields)
	var out []string
	for _, d := range dialers {
		if !slices.Contains(out, d.id) {
			out = append(out, d.id)
		}
	}
	return out
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

// placeOf returns a place of package p, nil for none.
func (j *join) placeOf(p *Package, pos token.Pos) *inventory.Place {
	if p == nil || !pos.IsValid() {
		return nil
	}
	at := j.place(p.Fset.Position(pos))
	return &at
}
