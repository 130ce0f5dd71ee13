package netuse

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// isBrief reports whether the package is a program that comes to its end by itself: it has no server, no ticker, no handler and no
// endless loop. Its idle connections end with it, so how long they may stay does not matter.
//
//	func main() { resp, err := client.Get(os.Args[1]); ... }
//
// It looks at the syntax of the main package alone. What its imports do is guessed from the names of their functions ([lasts]), so
// a package that runs a loop behind another name makes a service look brief, which is silent. A loop without a condition counts as
// endless though a break may leave it, and so does any loop over a channel: those leave the findings. An unused handler does, too.
func isBrief(in Input) bool {
	if in.Pkg.Name() != "main" {
		return false
	}
	brief := true
	for _, file := range in.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ForStmt:
				brief = brief && n.Cond != nil
			case *ast.RangeStmt:
				_, channel := typeOf(in.Info, n.X).(*types.Chan)
				brief = brief && !channel
			case *ast.SelectStmt:
				brief = brief && len(n.Body.List) > 0
			case *ast.FuncType:
				// Every function type in the source is here: declarations, literals, and fields of interfaces and structs.
				brief = brief && !isHandler(in.Info, n)
			case *ast.CallExpr:
				fn, ok := typeutil.Callee(in.Info, n).(*types.Func)
				brief = brief && !(ok && fn.Pkg() != nil && lasts(in.Pkg, fn))
			}
			return brief
		})
	}
	return brief
}

// isHandler reports whether functions of type t handle requests: one of their parameters is an http.ResponseWriter. It is by the
// type of the parameter and not by a call of http.Handle, because routers of other packages register handlers, too.
func isHandler(info *types.Info, t *ast.FuncType) bool {
	for _, p := range t.Params.List {
		if t := info.TypeOf(p.Type); t != nil && pointsto.IsType(t, "net/http", "ResponseWriter") {
			return true
		}
	}
	return false
}

// lasts reports whether fn, which pkg calls, keeps the program running: one of the standard library that the catalog knows, or one
// of another package whose name says so.
//
//	srv.ListenAndServe() // in the catalog
//	app.Run(":8080")     // by its name
//
// The functions of pkg are read themselves, as all of its files are, and so are its commands, which a library for command lines calls.
// Names err to the side of a finding: sub.Start may well return, and then the program counts as lasting. One that returns what it has
// started does return.
func lasts(pkg *types.Package, fn *types.Func) bool {
	if pointsto.IsStd(fn.Pkg()) {
		return catalog.EffectOf(fn.Pkg().Path(), pointsto.FuncKey(fn)) == catalog.Lasts
	}
	if fn.Pkg() == pkg || catalog.CallsCommands(fn.Pkg().Path()) {
		return false
	}
	return catalog.NamesWork(fn.Name()) && !startsAThing(fn.Signature())
}

// startsAThing reports whether the first result of sig is a thing to go on with. An error is none, nor is an exit code, or a channel to
// wait for.
func startsAThing(sig *types.Signature) bool {
	if sig.Results().Len() == 0 || types.Identical(sig.Results().At(0).Type(), types.Universe.Lookup("error").Type()) {
		return false
	}
	switch sig.Results().At(0).Type().Underlying().(type) {
	case *types.Pointer, *types.Struct, *types.Interface, *types.Signature:
		return true
	}
	return false
}
