package survey

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

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
				if t := pointsto.Named(o.Type()); f.Name() == "Transport" && t != nil {
					reason = "its Transport is a " + shortName(t) + ", which leads to no transport that is known"
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

// dialers returns the IDs of the dialers of transport v.
func (j *join) dialers(v *value) []string {
	var fields []string
	for _, name := range []string{"DialContext", "Dial", "DialTLSContext", "DialTLS"} {
		if v.wrote(name) && !(name == "Dial" && v.surely("DialContext") || name == "DialTLS" && v.surely("DialTLSContext")) {
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
