package lambda

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// entries are where handlers get to the platform: rule 1.
type entries struct {
	starts   []start
	handlers []*pointsto.Object   // that calls of entry points are given
	events   []*pointsto.Function // handlers by what they take

	// First is the first call of an entry point, nil if none is written. It is where clients of other packages are reported, so one client
	// that two calls of lambda.Start reach has one finding. One that is not [written] has handlers, but no place to report at: if all calls
	// are so, clients of other packages are silent.
	first *pointsto.Call

	// Frozen says that processes are frozen between invocations by one of the calls. Where some entry point only throttles its instances
	// (Google's functions framework), what an invocation leaves is cleaned up in time: report leaves out lambda-leak if there is no other.
	// A program with both counts as frozen.
	frozen bool

	// Mux is the first call of an entry point that serves http.DefaultServeMux if it gets no handler; nil if there is none.
	mux *pointsto.Call
}

// A start is a call that starts handlers, and what it is given as such. Written is the call that the source has for it, nil if none.
type start struct {
	call     *pointsto.Call
	written  *pointsto.Call
	handlers []pointsto.Node
}

// newEntries finds the entry points that the package calls, and the functions that are handlers by what they take.
func newEntries(in Input, facts *facts, registry *registry) *entries {
	s := new(entries)
	for _, c := range in.Graph.Calls() {
		e := in.entry(c.Fn)
		if s.mux == nil && e != nil && e.Mux {
			s.mux = c
		}
		given := started(c, e, facts)
		if given == nil {
			continue
		}
		st := start{c, written(in.Graph, c), given}
		s.starts = append(s.starts, st)
		if s.first == nil {
			s.first = st.written
		}
		s.frozen = s.frozen || e == nil || !e.Throttled
		for _, n := range given {
			s.handlers = append(s.handlers, in.Graph.At(n)...)
		}
	}
	if s.mux != nil {
		s.handlers = append(s.handlers, registry.muxHandlers()...)
	}
	if in.Events {
		s.events = eventHandlers(in.Graph)
	}
	return s
}

// written returns the call that the source has for c, nil if there is none: a call of a function value turned out to be c. Where the value
// is nothing but that function, its call is that of the function.
//
//	var start = lambda.Start // tests replace it
//	...
//	start(handle)
func written(g *pointsto.Graph, c *pointsto.Call) *pointsto.Call {
	if c.Pos.IsValid() {
		return c
	}
	for _, v := range g.AllCalls() {
		if v.In != c.In || v.Fn != nil || !v.Pos.IsValid() {
			continue
		}
		if fns := g.At(v.Fun); len(fns) == 1 && fns[0].Ext() == c.Fn {
			return v
		}
	}
	return nil
}

// none reports whether nothing gets to the platform.
func (s *entries) none() bool { return len(s.handlers)+len(s.events) == 0 && s.mux == nil }

// An EntryPoint is where a handler gets to the platform. Package analyzer passes them on; no finding depends on them.
type EntryPoint struct {
	Pos token.Pos
	// Function is the full name of the function that is called with the handler or, if Handler is set, of the handler.
	Function string
	Handler  bool
}

// points returns them as package analyzer has them, in the order of the source.
func (s *entries) points() []EntryPoint {
	var out []EntryPoint
	for _, st := range s.starts {
		if st.written != nil {
			out = append(out, EntryPoint{Pos: st.written.Pos, Function: st.call.Fn.FullName()})
		}
	}
	for _, f := range s.events {
		if fn := f.Obj(); fn != nil {
			out = append(out, EntryPoint{Pos: fn.Pos(), Function: fn.FullName(), Handler: true})
		}
	}
	slices.SortFunc(out, func(a, b EntryPoint) int { return cmp.Compare(a.Pos, b.Pos) })
	return slices.Compact(out)
}

// entry returns the entry point that fn is, nil if it is none. Methods are none.
func (in Input) entry(fn *types.Func) *catalog.Entry {
	if fn.Signature().Recv() != nil {
		return nil
	}
	return catalog.FindEntry(in.Entries, fn.Pkg().Path(), fn.Name())
}

// started returns the arguments of c that are run as handlers, nil if none is. Entry is the entry point that c calls, if it does. All
// arguments of that count, as some take a context or options beside the handler, and these count on purpose:
//
//	lambda.StartWithOptions(handle, lambda.WithContext(context.WithValue(ctx, key, client)))
//
// The client is in the context that all invocations start from, and outlives them. A function that has a handler as its parameter, and
// passes it on, has it in Starts of its fact, so wrappers of the house are entry points for their callers.
func started(c *pointsto.Call, entry *catalog.Entry, facts *facts) []pointsto.Node {
	if entry != nil {
		return c.Args
	}
	var out []pointsto.Node
	if e, _ := facts.funcEffect(c.Fn); e != nil {
		for _, i := range e.Starts {
			out = append(out, operand(c, i))
		}
	}
	return out
}

// operand returns what c passes as parameter i, -1 for the receiver.
func operand(c *pointsto.Call, i int) pointsto.Node {
	if i < 0 {
		return c.Recv
	}
	return c.Args[i]
}

// eventHandlers returns the functions that take an event. Repositories keep handlers in packages of their own, and programs that start
// them are not always in the same module; such a package is not a program, and by this its clients are reported where they
// are. A helper that takes an event by a parameter counts as well: it is part of a handler in any case.
//
//	func Handle(ctx context.Context, e events.SQSEvent) error
func eventHandlers(g *pointsto.Graph) []*pointsto.Function {
	var out []*pointsto.Function
	for _, f := range g.Functions() {
		for v := range f.Signature().Params().Variables() {
			t := types.Unalias(v.Type())
			if ptr, ok := t.(*types.Pointer); ok {
				t = types.Unalias(ptr.Elem())
			}
			if n, ok := t.(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == catalog.Events {
				out = append(out, f)
				break
			}
		}
	}
	return out
}
