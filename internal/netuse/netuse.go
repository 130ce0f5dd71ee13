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
	Pkg   *types.Package
	Info  *types.Info
	Files []*ast.File     // those that were analyzed
	Graph *pointsto.Graph // nil if the package has nothing to do with network values

	// Imported returns the fact of an imported package, nil if there is none.
	Imported func(*types.Package) *Fact
}

// A Result is what [Analyze] found.
type Result struct {
	graph    *pointsto.Graph
	texts    *texts
	closings []Closing
	held     map[*pointsto.Object]bool // by variables of the package, or values from outside
	reach    map[pointsto.Node]map[*pointsto.Object]bool
	fact     *Fact
}

// Fact returns what importers of the package have to know, nil if that is nothing.
func (r *Result) Fact() *Fact { return r.fact }

// Analyze looks at how the values of sites are used, and notes their circumstances.
func Analyze(in Input, sites []*pointsto.Site) *Result {
	r := &Result{graph: in.Graph, texts: &texts{pkg: in.Pkg, info: in.Info, files: in.Files}}
	if in.Graph == nil {
		r.fact = newSockets(in, nil, r.texts).fact()
		return r
	}
	r.closings = closings(in.Graph)
	r.held, r.reach = in.Graph.Held(), make(map[pointsto.Node]map[*pointsto.Object]bool)
	dials := newDials(in.Graph, r.texts)
	sockets := newSockets(in, dials, r.texts)
	r.fact = sockets.fact()
	plain := newPlain(sockets)
	escaped := in.Graph.Escaping(false)
	holders := r.findHolders()
	fallbacks := findFallbacks(in.Info, in.Files)
	brief := isBrief(in)
	for _, s := range sites {
		o := s.Object()
		if isDialer(o.Type()) {
			s.Circumstances = map[catalog.Test]bool{
				catalog.DialsBounded: dials.bounded(o),
				catalog.Fallback:     fallbacks.has(s.Pos),
			}
			continue
		}
		timed, closed := holders.timed[o] && !holders.untimed[o], r.closed(s)
		s.Circumstances = map[catalog.Test]bool{
			catalog.ClosedAfterUse: closed,
			catalog.ClosedInTime:   closed && timed,
			catalog.DialsUnix:      sockets.dialsOf(o),
			catalog.DialsUnlimited: r.dialsUnlimited(o),
			catalog.Fallback:       fallbacks.has(s.Pos),
			catalog.Proxies:        holders.proxied[o],
			catalog.ClientTimesOut: timed,
			catalog.PlainHTTP:      plain.only(o),
			catalog.OnlyH2C:        plain.onlyH2C(s),
			catalog.NoPool:         !escaped[o] && !plain.left[o] && r.hasNoPool(o),
			catalog.Brief:          brief && !plain.left[o],
		}
	}
	return r
}

// Text returns the string constant that an argument of c is or begins with, a URL if there is one.
func (r *Result) Text(c *pointsto.Call) string {
	if c.Expr == nil {
		return ""
	}
	return r.texts.url(c.Expr.Args)
}

// Strings returns the arguments of c that are string constants.
func (r *Result) Strings(c *pointsto.Call) []string {
	var out []string
	if c.Expr == nil {
		return nil
	}
	for _, a := range c.Expr.Args {
		if v := r.texts.info.Types[a].Value; v != nil && v.Kind() == constant.String {
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
