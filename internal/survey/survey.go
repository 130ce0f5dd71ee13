// Package survey finds the network clients of a program, and what bounds each phase of a request that they send.
//
// It is a client of the points-to analysis, as netuse is, and runs after that. For each package there is an [Input]; [Join] then looks at
// all of them together, since a client may be made in one package, be given its transport in another, and be used in a third. It
// decides nothing: no verdict depends on it.
//
// # What is listed
//
//  1. Values that the package makes: the sites of the points-to analysis that are of a listed type, unless something is stored over them
//     before anybody uses them.
//  2. Copies: of http.DefaultTransport, at the call of Clone, and variables that are a copy of another value.
//  3. Values that code of another module makes or has: at the call that returns one, or where its variable is first used.
//  4. Uses of http.DefaultClient, by http.Get and its like as well, and of http.DefaultTransport, unless it is a client's: one for each
//     declaration.
//
// # What a field ends up as
//
// A limit is what is stored in its field: in the literal and later, here, by another package that has the value, and by functions that it is
// passed to. An assignment that runs whenever the value is made, and is to that value alone, replaces what stands before it; all
// others may or may not run, so that the limit is one of several. A variable, or a parameter, that has nothing but constants is followed;
// the field of another struct is not: it is the program's configuration.
//
// # Files
//
// From below: source and shared (the syntax), calls, border (where packages meet), values and copies (what is listed), link (from package
// to package), assign, expr, store, options and limit (what a field ends up as), transport and dial (what a client uses), phase, owner,
// lifetime, entry, join.
package survey

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// An Input is a package that was analyzed.
type Input struct {
	Pkg   *types.Package
	Fset  *token.FileSet
	Info  *types.Info
	Files []*ast.File

	Graph *pointsto.Graph  // one that explains; nil if the package has nothing to do with values of the types
	Sites []*pointsto.Site // of the types, with their circumstances
	Types []catalog.Type   // what is listed

	Counts func(token.Pos) bool    // whether what is at a place is listed
	Often  func(token.Pos) bool    // whether what is at a place runs again and again
	Rules  map[token.Pos][]string  // the rules that report something at a place
	Frozen map[*pointsto.Site]bool // what outlives an invocation of a Lambda function
	Fresh  map[*pointsto.Site]bool // what each invocation makes
}

// A Package is a package to list the clients of.
type Package struct {
	Input
	path   string
	values []*value

	source *source
	calls  *calls
	border *border
	owners *owners

	copies      map[*types.Var]*value            // variables that are copies of values
	assigned    *assignments                     // once somebody asks
	retained    *retention                       // likewise
	functionsAt map[token.Pos]*pointsto.Function // by where they begin, likewise
}

// Analyze finds the values of a package, and how they may reach others.
func Analyze(in Input) *Package {
	p := &Package{Input: in, path: in.Pkg.Path()}
	p.source = &source{fset: in.Fset, info: in.Info, files: in.Files, spend: p.spend}
	p.calls = &calls{graph: in.Graph}
	p.border = &border{pkg: in.Pkg, graph: in.Graph}
	p.owners = &owners{pkg: in.Pkg, graph: in.Graph, source: p.source}
	p.findValues()
	return p
}

// spend counts n steps of work in the budget of the package, and reports whether there is some left.
func (p *Package) spend(n int) bool { return p.Graph == nil || p.Graph.Spend(n) }

// tooLarge says why nothing is known of a package.
const tooLarge = "the package is too large"

// TooLarge reports whether the budget of the package was not enough for all that was asked about it, so that some limits are unknown.
func (p *Package) TooLarge() bool { return !p.spend(0) }

// listed returns what is known of the type that t, or what it points to, is, nil if it is not listed.
func (p *Package) listed(t types.Type) *catalog.Type {
	n := pointsto.Named(t)
	if n == nil || n.Pkg() == nil {
		return nil
	}
	return catalog.Find(p.Types, n.Pkg().Path(), n.Name())
}

// Unread returns the import paths of packages whose code must be read to know what the clients of the package have: those that make them,
// or what they send requests by, and those that get one which may still be given a limit. The standard library is left out.
func (p *Package) Unread() []string {
	if p.Graph == nil {
		return nil
	}
	var out []string
	add := func(pkg *types.Package) {
		if pkg != nil && pkg != p.Pkg && !catalog.IsStd(pkg.Path()) && !slices.Contains(out, pkg.Path()) {
			out = append(out, pkg.Path())
		}
	}
	p.Graph.Objects(func(o *pointsto.Object) {
		from, outside := o.Entrance()
		if from.Path != "" || p.listed(o.Type()) == nil && !sends(o.Type()) {
			return
		}
		switch n := pointsto.Named(o.Type()); {
		case !outside && n != nil:
			add(n.Pkg()) // how it sends requests is told by its method
		case from.Var != nil:
			add(from.Var.Pkg())
		case from.Call != nil && from.Call.Fn != nil:
			add(from.Call.Fn.Pkg())
		}
	})
	for _, v := range p.values {
		if v.site == nil || !v.site.Escapes || !v.lacksLimit() {
			continue
		}
		for _, at := range p.Graph.Unknown(v.obj) {
			if at.Kind == pointsto.Unseen && at.Fn != nil {
				add(at.Fn.Pkg())
			}
		}
	}
	return out
}

// lacksLimit reports whether a field of v that limits something is not always set where v is made.
func (v *value) lacksLimit() bool {
	return slices.ContainsFunc(v.typ.Fields, func(f catalog.Field) bool {
		return f.Limits != 0 && f.Limits != catalog.Aside && (v.obj.Wrote(f.Name) == 0 || !v.obj.WroteAlways(f.Name))
	})
}

// sends reports whether a client may send requests by a value of type t: it is an http.RoundTripper, or a function that dials.
func sends(t types.Type) bool {
	if sig, ok := t.Underlying().(*types.Signature); ok {
		return returnsConn(sig)
	}
	m, _, _ := types.LookupFieldOrMethod(t, true, nil, "RoundTrip")
	return m != nil
}

// shortName returns a name with that of its package, as code writes it.
func shortName(o types.Object) string {
	fn, isFunc := o.(*types.Func)
	switch {
	case isFunc:
		return pointsto.FuncName(fn)
	case o.Pkg() == nil:
		return o.Name()
	}
	return o.Pkg().Name() + "." + o.Name()
}

// typeName returns the type's name as code writes it.
func typeName(t *catalog.Type) string {
	pkg := t.Package[strings.LastIndexByte(t.Package, '/')+1:]
	return pkg + "." + t.Name
}
