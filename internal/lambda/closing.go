package lambda

import (
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A closing is a place where whoever runs a function closes the idle connections of some objects.
type closing struct {
	in      *pointsto.Function
	objects []*pointsto.Object
}

// findClosings returns what functions of the package always close, by themselves or by functions of other packages.
func (p *program) findClosings() []closing {
	var out []closing
	for _, c := range p.in.Net.Closings() {
		if c.Always() {
			out = append(out, closing{c.In, p.in.Graph.At(c.Recv)})
		}
	}
	for _, c := range p.in.Graph.Calls() {
		e, _ := p.effect(c.Fn.Pkg(), pointsto.FuncKey(c.Fn))
		if e == nil || !e.Closes || c.In == nil || pointsto.IsStd(c.Fn.Pkg()) {
			continue
		}
		if c.Region == nil {
			for _, n := range append([]pointsto.Node{c.Recv}, c.Args...) {
				out = append(out, closing{c.In, p.withFields(p.in.Graph.At(n))})
			}
		}
	}
	return out
}

// closedSites returns the transports whose idle connections the invocations of r always close.
func (r *reach) closedSites() []*pointsto.Site {
	var out []*pointsto.Site
	for _, s := range r.p.in.Sites {
		o := s.Object()
		if s.Type.Name() != "Transport" || !r.retained[o] {
			continue
		}
		byClient := func(client *pointsto.Object) bool { return r.retained[client] && r.closes(client) }
		if r.closes(o) || slices.ContainsFunc(r.p.clients.owners[o], byClient) {
			out = append(out, s)
		}
	}
	return out
}
