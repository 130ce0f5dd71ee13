package analyzer

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// asksLambda reports whether a rule about Lambda functions is on.
func (c *config) asksLambda() bool {
	return c.rules[lambda.Idle] || c.rules[lambda.Default] || c.rules[lambda.Leak] || c.rules[lambda.Pool]
}

// frozen reports whether the package may matter to a Lambda function: it is part of one, it uses HTTP clients, or it mentions what
// another package does with them. All others cost no more than this look.
func (c *config) frozen(pass *analysis.Pass, files []*ast.File) bool {
	if !c.asksLambda() {
		return false
	}
	for _, p := range pass.Pkg.Imports() {
		if c.events() && p.Path() == catalog.Events || slices.ContainsFunc(c.entries, func(e catalog.Entry) bool { return e.Package == p.Path() }) {
			return true
		}
	}
	m := &mentions{config: c, info: pass.TypesInfo, pkg: pass.Pkg, fact: lambdaFact(pass), facts: make(map[*types.Package]*lambda.Fact)}
	return slices.ContainsFunc(files, m.in)
}

// mentions finds out whether code can have to do with clients that outlive anything: whether it makes, uses or closes one, or
// mentions what does so in another package. To pass one on is not enough.
type mentions struct {
	*config
	info  *types.Info
	pkg   *types.Package
	fact  func(*types.Package) (*lambda.Fact, bool)
	facts map[*types.Package]*lambda.Fact // nil for packages without
}

func (m *mentions) in(file *ast.File) bool {
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.StarExpr:
			if t, ok := n.X.(*ast.SelectorExpr); ok && isClient(m.info.Uses[t.Sel]) {
				return false
			}
		case *ast.CompositeLit:
			if t, ok := m.info.TypeOf(n).(*types.Named); ok && isClient(t.Obj()) { // elided
				found = true
			}
		case *ast.Ident:
			found = found || m.ident(n)
		}
		return !found
	})
	return found
}

func (m *mentions) ident(id *ast.Ident) bool {
	o := m.info.Uses[id]
	if o == nil || o.Pkg() == nil || o.Pkg() == m.pkg {
		return false
	}
	if o.Pkg().Path() == "net/http" {
		return isClient(o) || usesClient(o)
	}
	if isClient(o) || m.isPool(o) {
		return true
	}
	f, known := m.facts[o.Pkg()]
	if !known {
		if g, ok := m.fact(o.Pkg()); ok {
			f = g
		}
		m.facts[o.Pkg()] = f
	}
	return f.Tells(o)
}

// isPool reports whether o is a type of database connections, or a function that returns one, that are asked about.
func (m *mentions) isPool(o types.Object) bool {
	if _, ok := o.(*types.TypeName); ok {
		return catalog.Find(m.pools, o.Pkg().Path(), o.Name()) != nil
	}
	return slices.ContainsFunc(m.openings, func(open catalog.Opening) bool {
		return open.Func == o.Name() && open.Package == o.Pkg().Path() && o.Parent() == o.Pkg().Scope()
	})
}

// isClient reports whether o is a type whose values have a pool of connections, or use one.
func isClient(o types.Object) bool {
	t, ok := o.(*types.TypeName)
	return ok && t.Pkg() != nil && catalog.Pooled(t.Pkg().Path(), t.Name())
}

// usesClient reports whether o, of net/http, stands for a client that net/http keeps itself, or closes one.
func usesClient(o types.Object) bool {
	switch o.Name() {
	case "DefaultClient", "DefaultTransport":
		return o.Parent() == o.Pkg().Scope()
	case "CloseIdleConnections":
		return true
	}
	return o.Parent() == o.Pkg().Scope() && catalog.EffectOf(o.Pkg().Path(), o.Name()) == catalog.Sends
}

func lambdaFact(pass *analysis.Pass) func(*types.Package) (*lambda.Fact, bool) {
	return func(p *types.Package) (*lambda.Fact, bool) {
		f := new(lambda.Fact)
		return f, pass.ImportPackageFact(p, f)
	}
}

// lambda looks for clients that outlive an invocation. It returns what to report of them, the transports that outlive one, or that
// code of other packages may let outlive one, the entry points, and what explains all that, if somebody asks why.
func (c *config) lambda(pass *analysis.Pass, found *pointsto.Result, net *netuse.Result, explain bool) ([]finding, map[*pointsto.Site]bool, []EntryPoint, *lambda.Result) {
	module := ""
	if pass.Module != nil {
		module = pass.Module.Path
	}
	var sites, pools []*pointsto.Site
	for _, s := range found.Sites {
		if catalog.Pooled(s.Type.Pkg().Path(), s.Type.Name()) {
			sites = append(sites, s)
		} else if t := catalog.Find(c.pools, s.Type.Pkg().Path(), s.Type.Name()); t != nil && len(missing(t, s)) > 0 {
			pools = append(pools, s)
		}
	}
	r := lambda.Analyze(lambda.Input{
		Pkg: pass.Pkg, Fset: pass.Fset, Graph: found.Graph, Net: net, Sites: sites, Pools: pools, Openings: c.openings,
		Entries: c.entries, Events: c.events(), MaxIdle: int64(c.LambdaMaxIdle), Module: module, Fact: lambdaFact(pass), Explain: explain,
	})
	if r.Fact != nil {
		pass.ExportPackageFact(r.Fact)
	}
	t := catalog.Find(c.followed, "net/http", "Transport")
	idle := []*catalog.Field{t.Field("IdleConnTimeout")}
	var out []finding
	frozen := make(map[*pointsto.Site]bool)
	for _, s := range r.Closed {
		s.Circumstances[catalog.ClosedAfterUse] = true
	}
	for _, s := range r.ReportedElsewhere {
		frozen[s] = true // nothing is lost where it is not: it only expires earlier
	}
	for _, f := range r.Findings {
		for _, s := range f.Sites {
			frozen[s] = true
		}
		if !c.rules[f.Rule] {
			continue
		}
		d := newFinding(f.Pos, f.End, f.Rule)
		d.Type = f.Type
		if f.Elsewhere {
			d.At = placeOf(shortPlace(f.Place, module, pass.Pkg.Path()))
		}
		if f.Owner != "" {
			d.Transport = placeOf(shortPlace(f.Owner, module, pass.Pkg.Path()))
		}
		if f.Rule == lambda.Pool {
			c.poolMessage(&d)
		} else {
			lambdaMessage(&d, f, time.Duration(c.LambdaMaxIdle))
		}
		d.way = f.Way
		var requests []fixRequest
		for _, s := range f.Sites {
			requests = append(requests, fixRequest{site: s, typ: t, fields: idle, frozen: true})
		}
		out = append(out, finding{d, requests})
	}
	var entries []EntryPoint
	for _, e := range r.EntryPoints {
		entries = append(entries, EntryPoint(e))
	}
	return out, frozen, entries, r
}

// placeOf splits file:line.
func placeOf(place string) Place {
	i := strings.LastIndexByte(place, ':')
	line, _ := strconv.Atoi(place[i+1:])
	return Place{place[:max(i, 0)], line}
}

// shortPlace leaves out what place shares with every other file of the module.
func shortPlace(place, module, pkg string) string {
	if module == "" {
		module = pkg
		for !strings.HasPrefix(place, module+"/") && strings.Contains(module, "/") {
			module = module[:strings.LastIndexByte(module, '/')]
		}
	}
	return strings.TrimPrefix(place, module+"/")
}
