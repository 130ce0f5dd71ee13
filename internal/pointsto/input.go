package pointsto

import (
	"go/ast"
	"go/token"
	"go/types"
)

// An Input is a package to analyze.
//
// The functions are asked while reading and while solving, in no special order, and must give the same answer each time.
type Input struct {
	Pkg   *types.Package
	Info  *types.Info
	Files []*ast.File // those that count

	// Tracked lists the struct types whose values are followed and judged.
	Tracked []*types.TypeName

	// Judged reports whether something is said of the values of a tracked type. What other packages do to those that nothing is
	// said of need not be known.
	Judged func(*types.TypeName) bool

	// CallGraph asks for a Graph that knows of references, and has more values followed.
	CallGraph bool

	// Explain, if not nil, asks for a Graph that says why values are what they are: [Graph.Origins] and [Graph.Unknown]. The summary then
	// has places, which it names as other packages know them.
	Explain func(token.Pos) string
	// Eager asks for a Graph even if the package has nothing to do with tracked types.
	Eager bool

	// Relevant, if not nil, decides for some types whether their values are followed, though they lead to no tracked one, or not
	// followed, though they may.
	Relevant func(types.Type) (relevant, decided bool)

	// Telling, if not nil, reports whether values of a type of another package are followed for its methods, if CallGraph is set.
	Telling func(*types.TypeName) bool

	// Summary returns the summary of an imported package, and whether there is one.
	Summary func(*types.Package) (*Summary, bool)
}
