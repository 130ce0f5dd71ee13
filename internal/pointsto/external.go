package pointsto

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
)

// external does what is known of fn, the function of another package that c calls.
// This is rule 10.
//
// It is called by [scope.callStatic] while reading and by [callSite.method] while solving; c has the operands in both cases. What it says
// of a call comes from five sources, in this order:
//
//	the catalog          [scope.library], which may be all
//	the types            [scope.passThrough], [heap.refill], [heap.callback]
//	the standard library [scope.standard]
//	the summary          [heap.instantiate]
//	without one          [heap.unknownArg]
//
// The results are placeholders of the package: what is done to them is done to what it retains (rule 11).
func (s scope) external(fn *types.Func, c *Call) {
	if fn.Pkg() == nil {
		return // error.Error
	}
	fn = fn.Origin()
	defer s.trace.about(fn)()
	if s.library(fn, c) {
		return
	}
	sig := fn.Signature()
	s.passThrough(sig, c.Recv, c.Args, c.Results)
	if sig.Recv() != nil {
		s.refill(fn.Pkg(), sig.Recv().Type(), c.Recv)
	}
	for i, a := range c.Args {
		t := sig.Params().At(i).Type()
		if _, ok := t.Underlying().(*types.Signature); ok {
			if !IsStd(fn.Pkg()) {
				s.retain(fn.Pkg(), a) // it may retain what that returns
				s.constrain(a, exposeResults{})
			}
			s.callback(fn.Pkg(), a)
		}
		s.refill(fn.Pkg(), t, a)
	}
	if IsStd(fn.Pkg()) {
		s.standard(fn, c.Args)
	} else if sum, known := s.in.Summary(fn.Pkg()); known {
		s.instantiate(sum, fn, c)
	} else {
		for i, a := range c.Args {
			s.unknownArg(fn, sig, i, a)
		}
	}
	s.outsideCalls = append(s.outsideCalls, c)
	p := &placeholder{pkg: fn.Pkg(), call: c}
	for i, r := range c.Results {
		t := sig.Results().At(i).Type()
		switch {
		case r == 0 || mentionsTypeParam(t):
		case !isContext(t):
			s.fromOutside(r, t, p)
		case !takesContext(sig):
			s.add(r, &Object{typ: t, from: &placeholder{}}) // it is derived from none that is known
		}
	}
}

// takesContext reports whether a parameter of sig is a context.
func takesContext(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if isContext(p.Type()) {
			return true
		}
	}
	return false
}

// library does what the catalog says of fn, and reports whether that is all it does.
//
// What it models, by the entry of the catalog:
//
//	ctx := context.Background() // Fresh: an object that names its maker
//	json.Marshal(v)             // Reads: nothing
//	errors.As(err, &t)          // Assigns: t ⊇ err
//	errors.AsType[*T](err)      // Returns
//	context.WithValue(c, k, v)  // Carries, and the rest by its types
//	fmt.Errorf("%w", err)       // Wraps: only what may be an error
//	t.Clone()                   // of a tracked type: the copy counts as t
//
// Without the last, a clone would be unknown, and what is set in the clone would not silence the original.
func (s scope) library(fn *types.Func, c *Call) bool {
	sig := fn.Signature()
	switch effectOf(fn) {
	case catalog.Fresh, catalog.Bounded:
		s.add(c.Results[0], &Object{typ: sig.Results().At(0).Type(), maker: fn, in: s.fn})
		return true
	case catalog.Reads:
		return true
	case catalog.Assigns:
		s.copy(c.Args[0], c.Args[1])
		return true
	case catalog.Returns:
		s.copy(c.Args[0], c.Results[0])
		return true
	case catalog.Carries:
		s.copy(c.Args[len(c.Args)-1], c.Results[0])
	case catalog.Wraps:
		s.copyIf(c.Args[len(c.Args)-1], c.Results[0], isError{})
	}
	if name, ok := catalog.Invoked(fn.Pkg().Path(), fn.Name()); ok {
		return s.invoked(name, c)
	}
	if fn.Name() == "Clone" && sig.Recv() != nil && s.isTracked(sig.Recv().Type()) != nil {
		s.cloned(c.Recv, c.Results[0], c)
		return true
	}
	return false
}

// cloned puts copies of what from holds into to. The call says who makes them, and where.
func (s scope) cloned(from, to Node, by *Call) {
	s.copyIf(from, to, isCopied{})
	s.constrain(from, newClone(to, by))
}

// invoked reads that c does no more than call the method of that name of its first argument, an interface, with the others, as many
// as that takes.
//
// For example container/heap.Push(h, x) is h.Push(x).
func (s scope) invoked(name string, c *Call) bool {
	m, _, _ := types.LookupFieldOrMethod(c.Sig.Params().At(0).Type(), false, c.Fn.Pkg(), name)
	fn, ok := m.(*types.Func)
	if !ok {
		return false
	}
	s.callInterface(fn, c.Args[0], c.Args[1:1+fn.Signature().Params().Len()], c.Results, nil)
	return true
}

// standard does what packages of the standard library do to arguments.
//
// Packages that the catalog says nothing of are taken to leave alone what they get. What one retains as an any it gives back by
// [heap.fromOutside] with the same package, as in
//
//	m.Store(1, t)
//	v, _ := m.Load(1)
//	v.(*T).Idle = 1 // done to t
func (s scope) standard(fn *types.Func, args []Node) {
	path, sig := fn.Pkg().Path(), fn.Signature()
	decodes, retains := catalog.Has(path, catalog.Decodes), catalog.Has(path, catalog.Retains)
	for i, a := range args {
		switch {
		case decodes:
			s.expose(a, true)
			s.retain(fn.Pkg(), a)
		case retains && isEmptyInterface(sig.Params().At(i).Type()):
			s.retain(fn.Pkg(), a)
		}
	}
}

// passThrough copies arguments to results where the types of a function alone say that they may be the same:
// contexts, and what type parameters stand for. The latter may also go into containers among the arguments.
//
// It models
//
//	all = slices.Clone(all)
//	p.Store(t) // of an atomic.Pointer[T]
//	ctx, cancel := context.WithCancel(ctx)
//
// without a word about any of these in the catalog. It is imprecise where a function takes two values of one type parameter and returns
// one of them.
func (s scope) passThrough(sig *types.Signature, recv Node, args, results []Node) {
	for i, r := range results {
		may := mentionsTypeParam
		if rt := sig.Results().At(i).Type(); isContext(rt) {
			may = isContext
		} else if mentionsTypeParam(rt) {
			s.copy(recv, r)
			s.constrain(recv, loadAll{r}) // what generic containers hold
		} else {
			continue
		}
		for j, a := range args {
			if may(sig.Params().At(j).Type()) {
				s.copy(a, r)
			}
		}
	}
	for i, to := range args {
		pt := sig.Params().At(i).Type()
		if !isContainer(core(pt)) || !mentionsTypeParam(pt) {
			continue
		}
		for j, a := range args {
			if mentionsTypeParam(sig.Params().At(j).Type()) {
				s.copy(a, to)
			}
		}
	}
	s.callbacks(sig, recv, args, results)
	for j, a := range args {
		if mentionsTypeParam(sig.Params().At(j).Type()) {
			s.copy(a, recv) // a method of a generic container keeps what it is given
		}
	}
}

// callbacks reads that a generic function may call the functions among args with its other arguments.
//
// It models
//
//	slices.SortFunc(all, func(a, b *T) int { a.Dial = 1; return 0 })
//	for t := range slices.Values(all) {}
//
// One node stands for everything that goes in or comes out. Functions are kept out of it, or each would be called with itself.
func (s scope) callbacks(sig *types.Signature, recv Node, args, results []Node) {
	if sig.TypeParams().Len()+sig.RecvTypeParams().Len() == 0 {
		return
	}
	all := s.node()
	s.copy(recv, all)
	for i, a := range args {
		if mentionsTypeParam(sig.Params().At(i).Type()) {
			s.copyIf(a, all, isValue{})
		}
	}
	for i, a := range args {
		f, ok := element(sig.Params().At(i).Type()).Underlying().(*types.Signature)
		if !ok || !mentionsTypeParam(f) {
			continue
		}
		in := slices.Repeat([]Node{all}, f.Params().Len())
		out := slices.Repeat([]Node{all}, f.Results().Len())
		s.callValue(a, f, in, out)
	}
	for i, r := range results {
		if mentionsTypeParam(sig.Results().At(i).Type()) {
			s.copy(all, r)
		}
	}
}

// isContext reports whether t is context.Context: contexts are derived from contexts.
func isContext(t types.Type) bool { return IsType(t, "context", "Context") }

// handOver reads that val is stored in field f of struct type owner.
// A struct of another package hands it on to that package's code, which can configure what it sees as a tracked type.
//
// It models
//
//	c := &lib.Config{T: t, New: func() *T { return t }}
//	c.T = t
//
// Functions are handed over as well, and whoever has one has what it returns. Without a summary, a value in a field of tracked type
// escapes, and the package is noted as missing.
func (g *generator) handOver(owner *types.TypeName, f *types.Var, val Node) {
	if val == 0 || owner == nil || owner.Pkg() == g.pkg {
		return
	}
	defer g.trace.into(owner, f)()
	g.handedOver = append(g.handedOver, Handover{Val: val, Pkg: owner.Pkg(), Owner: owner, Field: f})
	g.retain(owner.Pkg(), val)
	if IsStd(owner.Pkg()) {
		return
	}
	g.constrain(val, exposeResults{})
	if sum, known := g.in.Summary(owner.Pkg()); known {
		g.instantiateField(sum, owner, f, val)
		return
	}
	if g.isTracked(element(f.Type())) != nil {
		g.constrain(val, mark{what: escapesNow})
	}
	g.wants = append(g.wants, want{val, owner.Pkg().Path()})
}
