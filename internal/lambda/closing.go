package lambda

import (
	"go/types"
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

// close notes that f always closes what n holds.
func (p *program) close(n pointsto.Node, f *pointsto.Function, known map[closed]bool) {
	if c := (closed{p.in.Graph.Content(n), f}); !known[c] {
		known[c] = true
		p.closedBy.Add(n, f)
		p.closings = append(p.closings, closing{f, p.in.Graph.At(n)})
	}
}

type closed struct {
	content pointsto.Node
	in      *pointsto.Function
}

// findClosings finds what functions of the package always close, by themselves or by functions of other packages. The former are
// what netuse found. For the latter a fact says only that the function closes something that it gets, not which: everything that it is
// given counts, with what the fields of that hold, which errs on the side of silence. Functions of the standard library are left
// to netuse.
func (p *program) findClosings() {
	known := make(map[closed]bool)
	for _, c := range p.in.Net.Closings() {
		if c.Always() {
			p.close(c.Recv, c.In, known)
		}
	}
	for _, c := range p.in.Graph.Calls() {
		e, _ := p.funcEffect(c.Fn)
		if e == nil || !e.Closes || c.In == nil || pointsto.IsStd(c.Fn.Pkg()) {
			continue
		}
		if c.Region == nil {
			for _, n := range append([]pointsto.Node{c.Recv}, c.Args...) {
				p.close(n, c.In, known)
				for _, o := range p.in.Graph.At(n) {
					o.Fields(func(_ *types.Var, n pointsto.Node) { p.close(n, c.In, known) })
				}
			}
		}
	}
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
