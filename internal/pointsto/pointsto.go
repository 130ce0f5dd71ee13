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
	TooLarge bool     // the budget is spent, so nothing is known: all verdicts are unknown; see Conclude

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
	r := &Result{Missing: g.missing(in.Judged), generator: g}
	if !g.exhausted() {
		r.Graph = newGraph(g)
		place := func(*Object, string) string { return "" }
		if in.Explain != nil {
			place = r.Graph.placeOf
		}
		r.Summary = g.summarize(g.functions, g.completing, place)
	}
	if r.TooLarge = g.exhausted(); r.TooLarge {
		r.Summary, r.Graph = nil, nil
	}
	r.Sites = g.judged()
	r.Dropped = g.dropped
	return r
}

// Conclude is to be called when all clients of the graph are done, and reports whether the budget was enough for them. If it was not, all
// sites escape, and what the clients found must not be used.
func (r *Result) Conclude() bool {
	if r.Graph != nil && r.generator.exhausted() {
		r.TooLarge, r.Graph = true, nil
		for _, s := range r.Sites {
			s.Escapes, s.Circumstances = true, nil
		}
	}
	return !r.TooLarge
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
		pool:       pool{seen: make(map[*Object]bool)},
		captured:   make(map[*types.Var]Node),
		made:       make(map[token.Pos][]*Site),
	}
}

// generate turns all declarations into constraints.
//
// Fields, functions and instances must be known before the first body is read: it may use any of them. After that the files are read in
// the order given, so that objects and nodes have the same numbers on each run.
func (g *generator) generate() {
	g.declare(g.scan())
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

// scan finds the struct fields of tracked types, and returns the functions of the package that are used as values.
func (g *generator) scan() (values map[*types.Func]bool) {
	values = make(map[*types.Func]bool)
	names := DeclaredNames(g.in.Files)
	for _, file := range g.in.Files {
		called := make(map[*ast.Ident]bool) // ast.Inspect comes to a call before the name in it
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				owner, _ := g.info.Defs[n.Name].(*types.TypeName)
				g.structFields(n.Type, owner)
			case *ast.StructType:
				g.structFields(n, nil)
			case *ast.CallExpr:
				called[funcIdent(n.Fun)] = true
			case *ast.Ident:
				if !names[n.Name] || called[n] {
					break
				}
				if fn, ok := g.info.Uses[n].(*types.Func); ok {
					values[fn.Origin()] = true
				}
			}
			return true
		})
	}
	return values
}
