package lambda

import (
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A closing is a place where whoever runs a function closes the idle connections of some objects: rule 8. Always is what counts. Closing
// under a condition, such as after a failure, leaves the other invocations with a pool that freezes:
//
//	defer client.CloseIdleConnections() // a closing
//
//	if err != nil {
//		client.CloseIdleConnections() // none
//	}
type closing struct {
	in      *pointsto.Function
	objects []*pointsto.Object
}

// findClosings returns what functions of the package always close, by themselves or by functions of other packages. The former are
// what netuse found. For the latter a fact says only that the function closes something that it gets, not which: everything that it is
// given counts, with what the fields of that hold, which errs on the side of silence. Functions of the standard library are left
// to netuse.
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

// closedSites returns the transports whose idle connections the invocations of r always close. The other rules of the linter then have
// no complaint about how long these are kept. A transport counts, too, if a client that uses it is closed, and it is asked after the
// walk has ended, as closes depends on all functions that run.
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
