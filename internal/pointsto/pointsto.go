package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"
)

// An Input is a package to analyze.
type Input struct {
	Pkg   *types.Package
	Info  *types.Info
	Files []*ast.File // those that count

	// Tracked lists the struct types whose values are followed and judged.
	Tracked []*types.TypeName

	// Judged reports whether something is said of the values of a tracked type. What other packages do to those that nothing is
	// said of need not be known.
	Judged func(*types.TypeName) bool

	// CallGraph asks for a Graph that knows of references and of what calls of other packages return, and has more values followed.
	CallGraph bool

	// Relevant, if not nil, decides for some types whether their values are followed, though they lead to no tracked one, or not
	// followed, though they may.
	Relevant func(types.Type) (relevant, decided bool)

	// Telling, if not nil, reports whether values of a type of another package are followed for its methods, if CallGraph is set.
	Telling func(*types.TypeName) bool

	// Summary returns the summary of an imported package, and whether there is one.
	Summary func(*types.Package) (*Summary, bool)
}

// A Result is what [Analyze] found.
type Result struct {
	Sites   []*Site  // in the order of the source
	Summary *Summary // nil if the package is too large to say
	Graph   *Graph   // nil likewise, and if the package has nothing to do with tracked types
	Missing []string // import paths of packages that values reached and that have no summary; with repetitions

	generator *generator
}

// Analyze follows the values of in.
func Analyze(in Input) *Result {
	g := newGenerator(in)
	if !in.CallGraph && !mentions(in, g.verdict.tracked) {
		return &Result{Summary: new(Summary)}
	}
	g.generate()
	g.solve()
	g.finalize()
	r := &Result{Sites: g.judged(), Missing: g.missing(in.Judged), generator: g}
	if !g.exhausted() {
		r.Summary, r.Graph = g.summarize(g.functions), &Graph{g}
	}
	return r
}

func newGenerator(in Input) *generator {
	return &generator{
		heap:       newHeap(in),
		in:         in,
		info:       in.Info,
		funcs:      make(map[*types.Func]*Function),
		impls:      make(map[*types.Func]*implementers),
		configured: make(map[string]bool),
		globals:    make(map[*types.Var]token.Pos),
	}
}

// generate turns all declarations into constraints.
func (g *generator) generate() {
	g.findFieldSites()
	g.declare()
	g.instances = g.instantiations()
	top := reader{scope: scope{generator: g}}
	for _, file := range g.in.Files {
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.GenDecl:
				top.decl(d)
			case *ast.FuncDecl:
				if obj, ok := g.info.Defs[d.Name].(*types.Func); ok && g.funcs[obj] != nil {
					top.body(g.funcs[obj], d.Body)
				}
			}
		}
	}
}
