package survey

import (
	"go/types"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A border is where a package meets others: what these find in it by name, and what it takes from them and passes to them. It is how a
// walk goes from one package to the next.
type border struct {
	pkg   *types.Package
	graph *pointsto.Graph

	// Once somebody asks:
	functions map[string]*pointsto.Function // declared ones by their keys
	structsOf map[string][]*pointsto.Object // values of other packages' struct types
	passed    map[string][]*pointsto.Call   // calls of other packages' functions
	entered   map[string][]*pointsto.Object // what came in by a function or type
}

// variable returns the node of the package's variable of that name.
func (b *border) variable(name string) []pointsto.Node {
	if v, ok := b.pkg.Scope().Lookup(name).(*types.Var); ok {
		return []pointsto.Node{b.graph.Var(v)}
	}
	return nil
}

// function returns the declared function of the package that has that key, nil if there is none. See [pointsto.FuncKey].
func (b *border) function(key string) *pointsto.Function {
	if b.functions == nil {
		b.functions = make(map[string]*pointsto.Function)
		for _, f := range b.graph.Functions() {
			if f.Obj() != nil {
				b.functions[pointsto.FuncKey(f.Obj())] = f
			}
		}
	}
	return b.functions[key]
}

// structs returns the values of a struct type of another package.
func (b *border) structs(path, name string) []*pointsto.Object {
	if b.structsOf == nil {
		b.structsOf = make(map[string][]*pointsto.Object)
		b.graph.Objects(func(o *pointsto.Object) {
			if _, outside := o.Entrance(); outside {
				return
			}
			if n := pointsto.Named(o.Type()); n != nil && n.Pkg() != nil && n.Pkg() != b.pkg {
				key := n.Pkg().Path() + "." + n.Name()
				b.structsOf[key] = append(b.structsOf[key], o)
			}
		})
	}
	return b.structsOf[path+"."+name]
}

// passedTo returns what the package passes as a parameter, -1 for the receiver, to a function of another one.
func (b *border) passedTo(path, fn string, param int) []pointsto.Node {
	if b.passed == nil {
		b.passed = make(map[string][]*pointsto.Call)
		for _, c := range b.graph.Calls() {
			key := c.Fn.Pkg().Path() + "." + pointsto.FuncKey(c.Fn)
			b.passed[key] = append(b.passed[key], c)
		}
	}
	var out []pointsto.Node
	for _, c := range b.passed[path+"."+fn] {
		if param < 0 {
			out = append(out, c.Recv)
		} else if param < len(c.Args) {
			out = append(out, c.Args[param])
		}
	}
	return out
}

// entrances returns the objects that came into the package by a function or a type.
func (b *border) entrances(of string) []*pointsto.Object {
	if b.entered == nil {
		b.entered = make(map[string][]*pointsto.Object)
		b.graph.Objects(func(o *pointsto.Object) {
			if from, ok := o.Entrance(); ok && from.Of != "" {
				b.entered[from.Of] = append(b.entered[from.Of], o)
			}
		})
	}
	return b.entered[of]
}
