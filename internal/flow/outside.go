package flow

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
)

// external applies what is known of fn, the function of another package that c calls.
func (b scope) external(fn *types.Func, c *Call) {
	if fn.Pkg() == nil {
		return // error.Error
	}
	fn = fn.Origin()
	sig, recv, args, results := fn.Signature(), c.Recv, c.Args, c.Results
	switch effectOf(fn) {
	case catalog.Fresh:
		b.add(results[0], &Object{typ: sig.Results().At(0).Type(), maker: fn})
		return
	case catalog.Nothing:
		return
	case catalog.Assigns:
		b.copy(args[0], args[1])
		return
	case catalog.Returns:
		b.copy(args[0], results[0])
		return
	case catalog.Carries:
		b.copy(args[len(args)-1], results[0])
	case catalog.Wraps:
		b.copyIf(args[len(args)-1], results[0], isError)
	}
	if fn.Name() == "Clone" && sig.Recv() != nil && b.isWatched(sig.Recv().Type()) != nil {
		// A copy counts as the value: somebody who changes it has looked. Only copies of what a variable is known to hold are told apart.
		original := func(o *Object) bool { return o.sym != nil && o.sym.heldBy != nil && !o.sym.copied }
		b.copyIf(recv, results[0], func(o *Object) bool { return !original(o) })
		b.each(recv, func(o *Object) {
			if original(o) {
				b.add(results[0], &Object{typ: o.typ, sym: &Symbol{heldBy: o.sym.heldBy, copied: true}})
			}
		})
		return
	}
	b.passThrough(sig, recv, args, results)
	if sig.Recv() != nil {
		b.refill(fn.Pkg(), sig.Recv().Type(), recv)
	}
	for i, a := range args {
		t := sig.Params().At(i).Type()
		if _, ok := t.Underlying().(*types.Signature); ok {
			if !IsStd(fn.Pkg()) {
				b.give(fn.Pkg(), a) // it may keep what that returns
				b.exposeResults(a, false)
			}
			b.takeBack(fn.Pkg(), a)
		}
		b.refill(fn.Pkg(), t, a)
	}

	if IsStd(fn.Pkg()) {
		path := fn.Pkg().Path()
		for i, a := range args {
			switch {
			case catalog.Has(path, catalog.Decodes):
				b.expose(a, true)
				b.give(fn.Pkg(), a)
			case catalog.Has(path, catalog.Retains) && isEmptyInterface(sig.Params().At(i).Type()):
				b.give(fn.Pkg(), a)
			}
		}
	} else if fact, seen := b.in.Fact(fn.Pkg()); seen {
		b.apply(fn.Pkg(), fact, FuncKey(fn), recv, args, results)
	} else {
		for i, a := range args {
			b.unseenParam(fn, sig, i, a)
		}
	}
	sym := new(Symbol)
	b.traced = append(b.traced, c)
	if b.in.Trace {
		sym.call = c
	}
	b.resultsFromOutside(fn, results, sym)
}

// effectOf returns what the catalogue says of fn.
func effectOf(fn *types.Func) catalog.Effect {
	if fn.Pkg() == nil || !IsStd(fn.Pkg()) {
		return catalog.None
	}
	return catalog.EffectOf(fn.Pkg().Path(), FuncKey(fn))
}

// isError tells whether o may be an error, as are those that fmt.Errorf wraps, but not all else that it is given.
func isError(o *Object) bool {
	return types.IsInterface(o.typ) || implementsError(types.NewPointer(o.typ))
}

// unseenParam hands a to parameter i of fn, whose body cannot be seen.
func (b *builder) unseenParam(fn *types.Func, sig *types.Signature, i int, a Node) {
	if a == 0 {
		return
	}
	t := sig.Params().At(i).Type()
	switch {
	case b.isWatched(element(t)) != nil:
		b.each(a, func(o *Object) { o.unseen = true })
	case isEmptyInterface(t):
		// Reflection may write anything; what takes any number of anything, a slice, logs or compares.
		b.expose(a, true)
	}
	b.wants = append(b.wants, want{a, fn.Pkg().Path()})
}

// An exposure is what expose was asked for.
type exposure struct {
	n          Node
	reflection bool
}

// expose marks what n holds, and what its exported fields lead to, as open to code that cannot be seen. By reflection that code
// may write through interfaces, too; without, it sees no more than types say.
func (b *builder) expose(n Node, reflection bool) {
	e := exposure{n, reflection}
	if b.exposed[e] {
		return
	}
	b.exposed[e] = true
	b.each(n, func(o *Object) {
		if b.isWatched(o.typ) != nil {
			o.unseen = true
			return
		}
		if s := structOf(o.typ); s != nil && o.sym == nil {
			for f := range s.Fields() {
				if f.Exported() && b.narrow.carries(f.Type()) && (reflection || !types.IsInterface(element(f.Type()))) {
					b.expose(b.field(o, f), reflection)
				}
			}
		}
		if reflection && types.IsInterface(o.typ) {
			o.unseen = true
		}
	})
}

// exposeResults marks what the functions in n return as open to whoever calls them.
func (b *builder) exposeResults(n Node, reflection bool) {
	b.each(n, func(o *Object) {
		if o.fn != nil {
			for i, r := range o.fn.results {
				if reflection || !types.IsInterface(o.fn.sig.Results().At(i).Type()) {
					b.expose(r, reflection)
				}
			}
		}
	})
}

// passThrough copies arguments to results where the types of a function alone say that they may be the same:
// contexts, and what type parameters stand for. The latter may also go into containers among the arguments.
func (b scope) passThrough(sig *types.Signature, recv Node, args, results []Node) {
	for i, r := range results {
		may := mentionsTypeParam
		if rt := sig.Results().At(i).Type(); IsType(rt, "context", "Context") {
			may = func(t types.Type) bool { return IsType(t, "context", "Context") }
		} else if mentionsTypeParam(rt) {
			b.takeOut(recv, r)
		} else {
			continue
		}
		for j, a := range args {
			if may(sig.Params().At(j).Type()) {
				b.copy(a, r)
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
				b.copy(a, to)
			}
		}
	}
	b.callbacks(sig, recv, args, results)
	for j, a := range args {
		if mentionsTypeParam(sig.Params().At(j).Type()) {
			b.copy(a, recv) // a method of a generic container keeps what it is given
		}
	}
}

// takeOut adds to n what the generic containers in recv hold.
func (b *builder) takeOut(recv, n Node) {
	b.copy(recv, n)
	b.each(recv, func(o *Object) {
		if s := structOf(o.typ); s != nil {
			for f := range s.Fields() {
				b.copy(b.field(o, f), n)
			}
		}
	})
}

// callbacks reads that a generic function may call the functions among args with its other arguments.
func (b scope) callbacks(sig *types.Signature, recv Node, args, results []Node) {
	if sig.TypeParams().Len()+sig.RecvTypeParams().Len() == 0 {
		return
	}
	all := b.node()
	b.copy(recv, all)
	for i, a := range args {
		if mentionsTypeParam(sig.Params().At(i).Type()) {
			b.copyIf(a, all, func(o *Object) bool { return o.fn == nil && o.ext == nil })
		}
	}
	for i, a := range args {
		f, ok := element(sig.Params().At(i).Type()).Underlying().(*types.Signature)
		if !ok || !mentionsTypeParam(f) {
			continue
		}
		in := slices.Repeat([]Node{all}, f.Params().Len())
		out := slices.Repeat([]Node{all}, f.Results().Len())
		b.callValue(a, f, in, out)
	}
	for i, r := range results {
		if mentionsTypeParam(sig.Results().At(i).Type()) {
			b.copy(all, r)
		}
	}
}

// handOver reads that val is stored in field f of struct type owner.
// A struct of another package hands it on to that package's code, which can configure what it sees as a watched type.
func (b scope) handOver(owner *types.TypeName, f *types.Var, val Node) {
	if val == 0 || owner == nil || owner.Pkg() == b.in.Pkg {
		return
	}
	b.handed = append(b.handed, val)
	b.give(owner.Pkg(), val)
	if IsStd(owner.Pkg()) {
		return
	}
	b.exposeResults(val, false)
	if fact, seen := b.in.Fact(owner.Pkg()); seen {
		b.applyField(fact, owner, f, val)
		return
	}
	if b.isWatched(element(f.Type())) != nil {
		b.each(val, func(o *Object) { o.unseen = true })
	}
	b.wants = append(b.wants, want{val, owner.Pkg().Path()})
}

// resultsFromOutside gives results what unseen code may return.
func (b *builder) resultsFromOutside(fn *types.Func, results []Node, sym *Symbol) {
	sig := fn.Signature()
	sym.from = fn.Pkg()
	for i, r := range results {
		t := sig.Results().At(i).Type()
		if r == 0 || mentionsTypeParam(t) || IsType(t, "context", "Context") {
			continue
		}
		b.fromOutside(r, t, sym)
	}
}

// IsStd reports whether p is a package of the standard library.
func IsStd(p *types.Package) bool { return catalog.IsStd(p.Path()) }
