package lambda

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// An index has what the graph knows of calls and stores, by what a walk has at hand when it asks.
type index struct {
	callsBy  map[*pointsto.Function][]*pointsto.Call    // all of them, by the function that calls
	callsIn  map[*pointsto.Function][][]pointsto.Node   // what the calls of the package's own functions return, likewise
	storesIn map[*pointsto.Function][]pointsto.VarStore // by the function that stores
	resultOf map[pointsto.Node]*pointsto.Function       // by what a function returns

	methodsBy map[string][]*pointsto.Function // by their names

	// By the function that binds. A bound method of a declared type is a reference to the function itself, and rule 2 sees it there: these
	// are methods of interfaces.
	boundBy map[*pointsto.Function][]pointsto.MethodValue

	// Calls of other packages' functions:
	argOf   map[pointsto.Node][]*pointsto.Call    // by what they are given
	callsOn map[*pointsto.Object][]*pointsto.Call // by what they are called on
}

func newIndex(g *pointsto.Graph) *index {
	x := &index{
		callsBy:   make(map[*pointsto.Function][]*pointsto.Call),
		callsIn:   make(map[*pointsto.Function][][]pointsto.Node),
		storesIn:  make(map[*pointsto.Function][]pointsto.VarStore),
		resultOf:  make(map[pointsto.Node]*pointsto.Function),
		methodsBy: make(map[string][]*pointsto.Function),
		boundBy:   make(map[*pointsto.Function][]pointsto.MethodValue),
		argOf:     make(map[pointsto.Node][]*pointsto.Call),
		callsOn:   make(map[*pointsto.Object][]*pointsto.Call),
	}
	for _, f := range g.Functions() {
		x.addFunction(f)
	}
	for _, c := range g.Calls() {
		x.addCall(c, g.At(c.Recv))
	}
	for _, c := range g.AllCalls() {
		x.callsBy[c.In] = append(x.callsBy[c.In], c)
	}
	for _, v := range g.MethodValues() {
		if types.IsInterface(recvType(v.Fn)) {
			x.boundBy[v.In] = append(x.boundBy[v.In], v)
		}
	}
	for _, s := range g.VarStores() {
		x.storesIn[s.In] = append(x.storesIn[s.In], s)
	}
	return x
}

func (x *index) addFunction(f *pointsto.Function) {
	for _, n := range f.Results() {
		x.resultOf[n] = f
	}
	for _, c := range f.Calls() {
		x.callsIn[c.In] = append(x.callsIn[c.In], c.Results)
	}
	if f.Obj() != nil && f.Signature().Recv() != nil {
		x.methodsBy[f.Obj().Name()] = append(x.methodsBy[f.Obj().Name()], f)
	}
}

// addCall adds a call of another package's function on one of the objects.
func (x *index) addCall(c *pointsto.Call, on []*pointsto.Object) {
	for _, n := range c.Args {
		if n != 0 {
			x.argOf[n] = append(x.argOf[n], c)
		}
	}
	for _, o := range on {
		x.callsOn[o] = append(x.callsOn[o], c)
	}
}

// implementing returns the methods of the package that may be m, of an interface: those of the same name and signature.
func (x *index) implementing(m *types.Func) []*pointsto.Function {
	plain := func(s *types.Signature) types.Type {
		return types.NewSignatureType(nil, nil, nil, s.Params(), s.Results(), s.Variadic())
	}
	return slices.DeleteFunc(slices.Clone(x.methodsBy[m.Name()]), func(f *pointsto.Function) bool {
		return !types.Identical(plain(f.Signature()), plain(m.Signature()))
	})
}

// withFields returns objects, and what their fields hold.
func withFields(g *pointsto.Graph, objects []*pointsto.Object) []*pointsto.Object {
	all := slices.Clone(objects)
	for _, o := range objects {
		o.Fields(func(_ *types.Var, n pointsto.Node) { all = append(all, g.At(n)...) })
	}
	return all
}
