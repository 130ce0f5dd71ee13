package lambda

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/netuse"
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

// closings are what is known of who closes idle connections: rule 8.
type closings struct {
	g      *pointsto.Graph
	net    *netuse.Result
	always []closing
	noted  map[closed]bool
	by     *pointsto.Index[*pointsto.Function] // the functions of always, by what they close

	// Elsewhere has what functions of other packages close that get it, as it is or in something. Unlike a closing, this counts under a
	// condition as well: it only keeps leaks from being reported, and errs on the side of silence.
	elsewhere map[*pointsto.Object]bool

	beforeFreeze map[*pointsto.Function]bool // functions that the platform runs before each freeze
	returned     map[*pointsto.Call]bool     // calls that returned what somebody closes, once somebody asks
}

// A closed is what a function always closes.
type closed struct {
	content pointsto.Node
	by      *pointsto.Function
}

// newClosings finds what functions of the package close, by themselves or by functions of other packages. The former are what netuse
// found. For the latter a fact says only that the function closes something that it gets, not which: everything that it is given counts,
// with what the fields of that hold, which errs on the side of silence. Functions of the standard library are left to netuse.
func newClosings(in Input, facts *facts) *closings {
	s := &closings{
		g:            in.Graph,
		net:          in.Net,
		noted:        make(map[closed]bool),
		by:           pointsto.NewIndex[*pointsto.Function](in.Graph),
		elsewhere:    make(map[*pointsto.Object]bool),
		beforeFreeze: make(map[*pointsto.Function]bool),
	}
	for _, c := range s.net.Closings() {
		if c.Always() {
			s.note(c.Recv, c.In)
		}
	}
	for _, c := range s.g.Calls() {
		if c.Fn.Name() == "RegisterPreFreezeFunction" {
			addGiven(s.g, c, s.beforeFreeze)
		}
		if e, _ := facts.funcEffect(c.Fn); e != nil && e.Closes && !pointsto.IsStd(c.Fn.Pkg()) {
			s.byCall(c)
		}
	}
	return s
}

// note adds that f always closes what n holds.
func (s *closings) note(n pointsto.Node, f *pointsto.Function) {
	if c := (closed{s.g.Content(n), f}); !s.noted[c] {
		s.noted[c] = true
		s.by.Add(n, f)
		s.always = append(s.always, closing{f, s.g.At(n)})
	}
}

// byCall adds what c, a call of another package's function, closes.
func (s *closings) byCall(c *pointsto.Call) {
	for _, n := range append([]pointsto.Node{c.Recv}, c.Args...) {
		for _, o := range withFields(s.g, s.g.At(n)) {
			s.elsewhere[o] = true
		}
		if c.In == nil || c.Region != nil {
			continue
		}
		s.note(n, c.In)
		for _, o := range s.g.At(n) {
			o.Fields(func(_ *types.Var, n pointsto.Node) { s.note(n, c.In) })
		}
	}
}

// result reports whether the package closes something of what call returned, or has it closed.
func (s *closings) result(call *pointsto.Call) bool {
	if s.returned == nil {
		s.returned = make(map[*pointsto.Call]bool)
		for _, c := range s.net.Closings() {
			for _, o := range s.g.At(c.Recv) {
				if from, outside := o.FromOutside(); outside && s.g.Spend(1) {
					s.returned[from] = true
				}
			}
		}
	}
	return s.returned[call] || slices.ContainsFunc(call.Returned(), func(o *pointsto.Object) bool { return s.elsewhere[o] })
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
