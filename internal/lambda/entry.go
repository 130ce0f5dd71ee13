package lambda

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// entries returns the first call of an entry point, and what all of them are given. Frozen says that processes are frozen between
// invocations by one of them. It implements rule 1, as far as calls go. The first call is where clients of other packages are
// reported, so one client that two Start calls reach has one finding. A call without a position is one that a function
// value turned out to be.
//
//	var start = lambda.Start // tests replace it
//	...
//	start(handle)
//
// It has handlers, but no place to report at: if all calls are so, clients of other packages are silent.
//
// Where some entry point only throttles its instances (Google's functions framework), what an invocation leaves is cleaned up in time:
// report leaves out lambda-leak if there is no other. A program with both counts as frozen.
func (p *program) entries() (first *pointsto.Call, handlers []*pointsto.Object, frozen bool) {
	for _, c := range p.in.Graph.Calls() {
		given := p.started(c)
		if given == nil {
			continue
		}
		if first == nil && c.Pos.IsValid() {
			first = c
		}
		e := catalog.FindEntry(p.in.Entries, c.Fn.Pkg().Path(), c.Fn.Name())
		frozen = frozen || e == nil || !e.Throttled
		for _, a := range given {
			handlers = append(handlers, p.in.Graph.At(a)...)
		}
	}
	if p.servesMux() {
		handlers = append(handlers, p.muxHandlers()...)
	}
	return first, handlers, frozen
}

// servesMux reports whether an entry point is called that serves http.DefaultServeMux if it gets no handler.
func (p *program) servesMux() bool {
	return slices.ContainsFunc(p.in.Graph.Calls(), p.servesByDefault)
}

// servesByDefault reports whether c is such a call.
func (p *program) servesByDefault(c *pointsto.Call) bool {
	e := catalog.FindEntry(p.in.Entries, c.Fn.Pkg().Path(), c.Fn.Name())
	return e != nil && e.Mux && c.Fn.Signature().Recv() == nil
}

// An EntryPoint is where a handler gets to the platform. Package analyzer passes them on; no finding depends on them.
type EntryPoint struct {
	Pos token.Pos
	// Function is the full name of the function that is called with the handler or, if Handler is set, of the handler.
	Function string
	Handler  bool
}

func (p *program) entryPoints() []EntryPoint {
	var out []EntryPoint
	for _, c := range p.in.Graph.Calls() {
		if c.Pos.IsValid() && p.started(c) != nil {
			out = append(out, EntryPoint{Pos: c.Pos, Function: c.Fn.FullName()})
		}
	}
	for _, f := range p.eventHandlers() {
		if fn := f.Obj(); fn != nil {
			out = append(out, EntryPoint{Pos: fn.Pos(), Function: fn.FullName(), Handler: true})
		}
	}
	slices.SortFunc(out, func(a, b EntryPoint) int { return cmp.Compare(a.Pos, b.Pos) })
	return slices.Compact(out)
}

// started returns the arguments of c that are run as handlers, nil if none is. All arguments of an entry point count, as some take
// a context or options beside the handler, and these count on purpose:
//
//	lambda.StartWithOptions(handle, lambda.WithContext(context.WithValue(ctx, key, client)))
//
// The client is in the context that all invocations start from, and outlives them. A function that has a handler as its parameter, and
// passes it on, has it in Starts of its fact, so wrappers of the house are entry points for their callers.
func (p *program) started(c *pointsto.Call) []pointsto.Node {
	if c.Fn.Signature().Recv() == nil && catalog.FindEntry(p.in.Entries, c.Fn.Pkg().Path(), c.Fn.Name()) != nil {
		return c.Args
	}
	var out []pointsto.Node
	if e, _ := p.funcEffect(c.Fn); e != nil {
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
func (p *program) eventHandlers() []*pointsto.Function {
	var out []*pointsto.Function
	if !p.in.Events {
		return nil
	}
	for _, f := range p.in.Graph.Functions() {
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

// muxHandlers returns what is registered on http.DefaultServeMux. Entry points with Mux serve that if their handler is nil. That it is
// nil is not asked: a program that registers there, and starts another handler, has more than it runs taken for handlers,
// which errs on the side of a false finding. The patterns are among the arguments, and hold no objects.
func (p *program) muxHandlers() []*pointsto.Object {
	var out []*pointsto.Object
	for _, reg := range p.registry.onDefaultMux {
		if !reg.byFact {
			for _, a := range reg.call.Args {
				out = append(out, p.in.Graph.At(a)...)
			}
		}
	}
	return out
}
