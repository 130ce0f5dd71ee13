package survey

import (
	"go/token"
	"maps"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/inventory"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// A join is all packages of a program.
type join struct {
	packages []*Package
	byPath   map[string]*Package
	ofObject map[*pointsto.Object]*value
	place    func(token.Position) inventory.Place
	listed   func(*Package) bool

	limits        map[limitKey]inventory.Limit // what was asked for already
	transportType *catalog.Type
	sharedClients []held             // what stands for http.DefaultClient in packages that set its Transport
	defaults      map[string][]store // what is stored in the fields of http.DefaultTransport, and of http.DefaultClient by "Client."
}

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
	j.applyOptions()
	return j.inventory()
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

// applies reports whether what from does to a variable of net/http is there for p: both may be parts of one program.
func (j *join) applies(from, p *Package) bool {
	return from == p || from.Pkg.Name() != "main" || p.Pkg.Name() != "main"
}

// connect finds for each value which others it is made from, who uses it, and what other packages store in its fields.
func (j *join) connect() {
	for _, p := range j.packages {
		if p.Graph == nil {
			continue
		}
		j.ownDefaults(p)
		p.Graph.Objects(func(o *pointsto.Object) {
			from, outside := o.Entrance()
			t := p.listed(o.Type())
			if !outside || t == nil || from.Var == nil && from.Call == nil || netuse.IsDefaultTransport(o) {
				return
			}
			for _, to := range j.walk(isAny).resolve(p, o, from) {
				if to.shared {
					to.v = &value{p: p, typ: t, shared: "net/http"}
				}
				j.meets(to.v, p, o)
			}
		})
		p.Graph.Leaving(func(h pointsto.Handover) bool {
			if q := j.byPath[h.Pkg.Path()]; q != nil && q != p {
				for _, o := range p.Graph.At(h.Val) {
					if v := j.ofObject[o]; v != nil {
						v.users[q.path] = true
					}
				}
			}
			return true
		})
	}
}

// meets notes that o of p is v of another package.
func (j *join) meets(v *value, p *Package, o *pointsto.Object) {
	if own := j.ofObject[o]; own != nil && own != v {
		own.bases = append(own.bases, v)
		if v.shared != "" || !j.listed(v.p) {
			return // it is listed where it comes to, with what is stored there
		}
	}
	if v.p != p && v.users != nil {
		v.users[p.path] = true
	}
	v.abroad = append(v.abroad, held{p, o})
	for i := range v.typ.Fields {
		name := v.typ.Fields[i].Name
		if o.Wrote(name) != 0 {
			v.others = append(v.others, p.storesOf(o, name)...)
		}
	}
}

// ownDefaults notes what p stores in http.DefaultTransport and http.DefaultClient themselves.
func (j *join) ownDefaults(p *Package) {
	p.Graph.Objects(func(o *pointsto.Object) {
		prefix := ""
		from, outside := o.Entrance()
		switch {
		case netuse.IsSharedTransport(o):
		case outside && isDefaultClient(from):
			prefix = "Client."
			if o.Wrote("Transport").NonZero() {
				j.sharedClients = append(j.sharedClients, held{p, o})
			}
		default:
			return
		}
		t := p.listed(o.Type())
		if t == nil {
			return
		}
		for i := range t.Fields {
			if name := t.Fields[i].Name; o.Wrote(name) != 0 {
				j.defaults[prefix+name] = append(j.defaults[prefix+name], p.storesOf(o, name)...)
			}
		}
	})
}
