package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"
)

// A Result is what [Analyze] found.
type Result struct {
	Sites    []*Site  // in the order of the source
	Dropped  []*Site  // those that are not judged: of derived types that nobody converts, and fields that only other packages fill
	Summary  *Summary // nil if the package is too large to say
	Graph    *Graph   // nil likewise, and if the package has nothing to do with tracked types
	TooLarge bool     // the budget is spent, so nothing is known: all verdicts are unknown

	Missing []string // import paths of packages that values reached and that have no summary; with repetitions

	generator *generator
}

// Analyze follows the values of in.
//
// It reads the syntax, solves, and finalizes, which solves once more. Nothing of it fails: a package that is too large, or broken, has a
// result that says less. The summary is nil only if the budget is spent, so importers take the package as unknown.
func Analyze(in Input) *Result {
	g := newGenerator(in)
	if !in.CallGraph && !in.Eager && !mentions(in, g.verdict.tracked) {
		return &Result{Summary: new(Summary)}
	}
	g.generate()
	g.solve()
	g.finalize()
	r := &Result{Sites: g.judged(), Missing: g.missing(in.Judged), generator: g}
	r.Dropped = g.dropped
	r.TooLarge = g.exhausted()
	if !r.TooLarge {
		r.Graph = &Graph{g: g}
		place := func(*Object, string) string { return "" }
		if in.Explain != nil {
			place = r.Graph.placeOf
		}
		r.Summary = g.summarize(g.functions, g.completing, place)
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
		captured:   make(map[*types.Var]Node),
		unread:     make(map[unreadPlace]unread),
	}
}

// generate turns all declarations into constraints.
//
// Fields, functions and instances must be known before the first body is read: it may use any of them. After that the files are read in
// the order given, so that objects and nodes have the same numbers on each run.
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
