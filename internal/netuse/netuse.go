// Package netuse says how the network values of a package are used: whether somebody closes a transport's idle connections, whether
// what it dials are unix sockets, whether something else than a dialer's own fields bounds its dials.
//
// It is a client of the points-to analysis: it asks which calls there are, what their operands hold, and which regions of functions
// they stand in, and adds nothing to what the analysis computes.
package netuse

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// An Input is a package that has been analyzed.
type Input struct {
	Info  *types.Info
	Files []*ast.File     // those that were analyzed
	Graph *pointsto.Graph // nil if the package has nothing to do with network values
}

// A Result is what [Analyze] found.
type Result struct {
	graph    *pointsto.Graph
	networks *networks
	dials    []dial
	closings []Closing
}

// Analyze looks at how the values of sites are used, and notes their circumstances.
func Analyze(in Input, sites []*pointsto.Site) *Result {
	r := &Result{graph: in.Graph, networks: &networks{info: in.Info, files: in.Files}}
	if in.Graph == nil {
		return r
	}
	r.closings = closings(in.Graph)
	r.dials = r.findDials()
	escaped, public := in.Graph.Escaping(false), in.Graph.Escaping(true)
	resolver := r.resolverDials()
	holders := r.findHolders()
	fallbacks := findFallbacks(in.Info, in.Files)
	for _, s := range sites {
		o := s.Object()
		s.Circumstances = map[catalog.Test]bool{
			catalog.ClosedAfterUse: !escaped[o] && r.closedIn(o, s.In(), s.Region()),
			catalog.DialsUnix:      r.dialsUnix(o),
			catalog.DialsBounded:   !public[o] && r.dialsBounded(o, resolver),
			catalog.DialsUnlimited: r.dialsUnlimited(o),
			catalog.Fallback:       fallbacks.has(s.Pos),
			catalog.Proxies:        holders.proxied[o],
			catalog.ClientTimesOut: holders.timed[o] && !holders.untimed[o],
		}
	}
	return r
}

// Text returns the string constant that an argument of c is or begins with, a URL if there is one.
func (r *Result) Text(c *pointsto.Call) string {
	if c.Expr == nil {
		return ""
	}
	return r.networks.url(c.Expr.Args)
}

// Strings returns the arguments of c that are string constants.
func (r *Result) Strings(c *pointsto.Call) []string {
	var out []string
	if c.Expr == nil {
		return nil
	}
	for _, a := range c.Expr.Args {
		if v := r.networks.info.Types[a].Value; v != nil && v.Kind() == constant.String {
			out = append(out, constant.StringVal(v))
		}
	}
	return out
}

// IsSharedTransport reports whether o is http.DefaultTransport itself.
func IsSharedTransport(o *pointsto.Object) bool {
	_, copied := o.HeldBy()
	return IsDefaultTransport(o) && !copied
}

// IsDefaultTransport reports whether o is http.DefaultTransport or a copy of it.
func IsDefaultTransport(o *pointsto.Object) bool {
	v, _ := o.HeldBy()
	return v != nil && v.Name() == "DefaultTransport" && v.Pkg().Path() == "net/http"
}

// Relevant returns a function that tells which types the analysis of pkg has to follow for what is asked here: functions that dial,
// and contexts, where some dialer's deadline depends on them.
func Relevant(pkg *types.Package) func(types.Type) (relevant, decided bool) {
	dials := pkg.Path() == "net"
	for _, p := range pkg.Imports() {
		dials = dials || p.Path() == "net"
	}
	return func(t types.Type) (relevant, decided bool) {
		if pointsto.IsType(t, "context", "Context") {
			return dials, true
		}
		sig, ok := t.Underlying().(*types.Signature)
		return true, ok && isDial(sig)
	}
}
