package flow

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// A Fact says what one package does to the values that its importers hand to its functions and keep in its structs.
// Every analysed package that can see a watched type has one, an empty one included: without it, a package is unseen.
type Fact struct {
	Effects []Effect // sorted
}

// An Effect is one thing that happens to a value.
type Effect struct {
	Of    string // "Func", "Type.Method", or "type Type" for what is kept in its fields
	Param int    // index of the parameter, -1 for the receiver
	Path  string // fields that lead from it to the value, joined by dots

	// What happens, one of the four.
	Field  string // this field is written
	Value  Value  // with this
	Unseen bool   // it is handed to code that cannot be seen
	Result int    // it is returned: index of the result, from 1
	Kept   bool   // it, or something that it leads to, is kept, and may be got back
}

// AFact marks Fact as a fact of go/analysis.
func (*Fact) AFact() {}

func (f *Fact) String() string {
	var s []string
	for _, e := range f.Effects {
		s = append(s, e.String())
	}
	return "effects(" + strings.Join(s, ", ") + ")"
}

func (e Effect) String() string {
	at := fmt.Sprintf("%s#%d", e.Of, e.Param)
	if e.Path != "" {
		at += "." + e.Path
	}
	switch {
	case e.Unseen:
		return at + " unseen"
	case e.Result > 0:
		return fmt.Sprintf("%s returned", at)
	case e.Kept:
		return at + " kept"
	}
	return fmt.Sprintf("%s.%s=%s", at, e.Field, e.Value)
}

// FuncKey names fn among the functions and methods of its package.
func FuncKey(fn *types.Func) string {
	if r := fn.Signature().Recv(); r != nil {
		if tn := named(r.Type()); tn != nil {
			return tn.Name() + "." + fn.Name()
		}
	}
	return fn.Name()
}

// fact says what the package does to values from outside.
func (b *builder) fact() *Fact {
	f := new(Fact)
	returned := make(map[*Object][]int)
	for _, fn := range b.functions {
		if fn.obj == nil {
			continue
		}
		returns := func(n Node, result int) {
			for _, o := range b.at(n) {
				if o.sym != nil && o.sym.path == "" && o.sym.of == FuncKey(fn.obj) {
					returned[o] = append(returned[o], result)
				}
			}
		}
		for i, n := range fn.results {
			returns(n, i+1)
		}
		for _, p := range fn.passed {
			returns(fn.operand(p.param), p.result+1)
		}
	}
	kept := b.keptInTypes()
	keeps := b.keeps()
	for _, o := range b.symbols {
		if keeps[o] && !strings.HasPrefix(o.sym.of, "type ") && b.narrow.carries(o.typ) {
			f.Effects = append(f.Effects, Effect{Of: o.sym.of, Param: o.sym.param, Kept: true})
		}
		if kept[o] && o.sym.path != "" {
			continue
		}
		at := Effect{Of: o.sym.of, Param: o.sym.param, Path: o.sym.path}
		for field, v := range o.writes {
			e := at
			e.Field, e.Value = field, v
			f.Effects = append(f.Effects, e)
		}
		if o.unseen || o.filled {
			e := at
			e.Unseen = true
			f.Effects = append(f.Effects, e)
		}
		for _, r := range returned[o] {
			e := at
			e.Result = r
			f.Effects = append(f.Effects, e)
		}
	}
	slices.SortStableFunc(f.Effects, func(x, y Effect) int {
		return cmp.Or(cmp.Compare(x.Of, y.Of), cmp.Compare(x.Param, y.Param), cmp.Compare(x.Path, y.Path),
			cmp.Compare(x.Field, y.Field), cmp.Compare(x.Result, y.Result))
	})
	f.Effects = slices.Compact(f.Effects)
	return f
}

// keptInTypes returns what values of this package's struct types hold on to. What is done to that by way of other values of
// the same type is not certain to be done to it, so the fact says so only of what comes in as a watched type itself.
func (b *builder) keptInTypes() map[*Object]bool {
	kept := make(map[*Object]bool)
	for _, n := range b.ofType {
		for _, o := range b.at(n) {
			for _, f := range o.fields {
				for _, p := range b.at(f.n) {
					if p.sym != nil && !strings.HasPrefix(p.sym.of, "type ") {
						b.reach(p, kept)
					}
				}
			}
		}
	}
	return kept
}

// reach adds o, and all that its fields lead to, to reached.
func (b *builder) reach(o *Object, reached map[*Object]bool) {
	if reached[o] {
		return
	}
	reached[o] = true
	for _, f := range o.fields {
		for _, p := range b.at(f.n) {
			b.reach(p, reached)
		}
	}
}

// apply does to the operands of a call what fact, of pkg, says of the function named of.
func (b *builder) apply(pkg *types.Package, fact *Fact, of string, recv Node, args, results []Node) {
	i, _ := slices.BinarySearchFunc(fact.Effects, of, func(e Effect, of string) int { return cmp.Compare(e.Of, of) })
	for ; i < len(fact.Effects) && fact.Effects[i].Of == of; i++ {
		e := fact.Effects[i]
		n := recv
		if e.Param >= 0 {
			n = args[e.Param]
		}
		switch {
		case e.Kept:
			b.give(pkg, n)
		case e.Result > 0:
			b.copy(n, results[e.Result-1])
		default:
			b.affect(n, e.Path, e)
		}
	}
}

// applyField does to val, which is stored in field f of owner, what fact says of owner.
func (b *builder) applyField(fact *Fact, owner *types.TypeName, f *types.Var, val Node) {
	for _, e := range fact.Effects {
		if e.Of != "type "+owner.Name() {
			continue
		}
		first, rest, _ := strings.Cut(e.Path, ".")
		if first == f.Name() {
			b.affect(val, rest, e)
		}
	}
}

// affect applies e to what path leads to from n.
func (b *builder) affect(n Node, path string, e Effect) {
	b.each(n, func(o *Object) {
		if path != "" {
			first, rest, _ := strings.Cut(path, ".")
			if s := structOf(o.typ); s != nil {
				for f := range s.Fields() {
					if f.Name() == first {
						b.affect(b.field(o, f), rest, e)
					}
				}
			}
			return
		}
		if e.Unseen {
			o.unseen = true
		} else {
			o.write(e.Field, e.Value)
		}
	})
}

// Facts holds facts by import path. A driver that analyses packages in several runs carries in it what earlier ones learned.
type Facts map[string]*Fact
