package analyzer

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/verdict"
)

// asksLambda reports whether a rule about Lambda functions is on.
func (c *config) asksLambda() bool {
	return c.rules[lambda.Idle] || c.rules[lambda.Default] || c.rules[lambda.Leak] || c.rules[lambda.Pool]
}

// touchesLambda reports whether the package may matter to a Lambda function: it is part of one, it uses HTTP clients, or it mentions what
// another package does with them. All others cost no more than this look.
func (r *run) touchesLambda() bool {
	if !r.asksLambda() {
		return false
	}
	for _, p := range r.pass.Pkg.Imports() {
		if r.events() && p.Path() == catalog.Events || slices.ContainsFunc(r.config.entries, func(e catalog.Entry) bool { return e.Package == p.Path() }) {
			return true
		}
	}
	m := &mentions{config: r.config, info: r.pass.TypesInfo, pkg: r.pass.Pkg, fact: lambdaFact(r.pass), facts: make(map[*types.Package]*lambda.Fact)}
	return slices.ContainsFunc(r.files, m.in) || r.isOwn() && registersRoutes(r.pass.Pkg)
}

// isOwn reports whether the package is of a module that is worked on, and not of one in the module cache.
func (r *run) isOwn() bool { return r.pass.Module != nil && r.pass.Module.Version == "" }

// registersRoutes reports whether an exported function of the package gets a router and a value of an interface. What it registers calls
// what others implement, so that the package itself need not mention a client.
//
//	func Register(r *mux.Router, s Service) { r.HandleFunc("/", (&handler{s}).create) }
func registersRoutes(pkg *types.Package) bool {
	scope := pkg.Scope()
	return slices.ContainsFunc(scope.Names(), func(name string) bool {
		fn, ok := scope.Lookup(name).(*types.Func)
		if !ok || !fn.Exported() {
			return false
		}
		var hasRouter, hasService bool
		for v := range fn.Signature().Params().Variables() {
			switch tn := pointsto.Named(v.Type()); {
			case tn == nil || tn.Pkg() == nil:
			case tn.Pkg() != pkg && isRouter(tn.Type()):
				hasRouter = true
			case types.IsInterface(tn.Type()) && !pointsto.IsStd(tn.Pkg()):
				hasService = true
			}
		}
		return hasRouter && hasService
	})
}

// isRouter reports whether t has a method that takes a path and a handler.
func isRouter(t types.Type) bool {
	if !types.IsInterface(t) {
		t = types.NewPointer(t)
	}
	for m := range types.NewMethodSet(t).Methods() {
		params := m.Type().(*types.Signature).Params()
		if !m.Obj().Exported() || params.Len() < 2 || params.At(0).Type() != types.Typ[types.String] {
			continue
		}
		for v := range params.Variables() {
			t := v.Type()
			if list, ok := t.(*types.Slice); ok {
				t = list.Elem()
			}
			if _, ok := t.Underlying().(*types.Signature); ok {
				return true
			}
		}
	}
	return false
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
		return slices.Contains(open.Funcs, o.Name()) && open.Package == o.Pkg().Path() && o.Parent() == o.Pkg().Scope()
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
	case "Transport": // a client's: who has one passed may wrap it
		v, ok := o.(*types.Var)
		return ok && v.IsField()
	}
	return o.Parent() == o.Pkg().Scope() && catalog.EffectOf(o.Pkg().Path(), o.Name()) == catalog.Sends
}

func lambdaFact(pass *analysis.Pass) func(*types.Package) (*lambda.Fact, bool) {
	return func(p *types.Package) (*lambda.Fact, bool) {
		f := new(lambda.Fact)
		return f, pass.ImportPackageFact(p, f)
	}
}

// followLambda finds out which clients outlive an invocation of a Lambda function, and notes that for those who judge their fields.
func (r *run) followLambda() {
	var sites, pools []*pointsto.Site
	for _, s := range r.found.Sites {
		if catalog.Pooled(s.Type.Pkg().Path(), s.Type.Name()) {
			sites = append(sites, s)
		} else if t := catalog.Find(r.pools, s.Type.Pkg().Path(), s.Type.Name()); t != nil && len(verdict.Missing(t, s)) > 0 {
			pools = append(pools, s)
		}
	}
	r.lambda = lambda.Analyze(lambda.Input{
		Pkg: r.pass.Pkg, Fset: r.pass.Fset, Graph: r.found.Graph, Net: r.net, Sites: sites, Pools: pools, Openings: r.openings,
		Entries: r.config.entries, Events: r.events(), MaxIdle: int64(r.LambdaMaxIdle), Module: r.module(), Fact: lambdaFact(r.pass),
		Explain: r.req.Why != nil,
	})
	if f := r.lambda.Fact; f != nil {
		r.pass.ExportPackageFact(f)
	}
	for _, s := range r.lambda.Closed {
		s.Circumstances[catalog.ClosedAfterUse] = true
	}
	r.frozen = make(map[*pointsto.Site]bool)
	for _, s := range r.lambda.ReportedElsewhere {
		r.frozen[s] = true // nothing is lost where it is not: it only expires earlier
	}
	for _, f := range r.lambda.Findings {
		for _, s := range f.Sites {
			r.frozen[s] = true
		}
	}
	for _, e := range r.lambda.EntryPoints {
		r.entries = append(r.entries, EntryPoint(e))
	}
}

// outliving returns the findings of the rules about Lambda functions.
func (r *run) outliving() []finding {
	if r.lambda == nil {
		return nil
	}
	t := catalog.Find(r.followed, "net/http", "Transport")
	idle := []*catalog.Field{t.Field("IdleConnTimeout")}
	var out []finding
	for _, f := range r.lambda.Findings {
		if !r.rules[f.Rule] {
			continue
		}
		d := newFinding(f.Pos, f.End, f.Rule)
		d.Type = f.Type
		if f.Elsewhere {
			d.At = placeOf(shortPlace(f.Place, r.module(), r.pass.Pkg.Path()))
		}
		if f.Owner != "" {
			d.Transport = placeOf(shortPlace(f.Owner, r.module(), r.pass.Pkg.Path()))
		}
		if f.Rule == lambda.Pool {
			r.poolMessage(&d)
		} else {
			lambdaMessage(&d, f, time.Duration(r.LambdaMaxIdle))
		}
		d.way = f.Way
		var requests []fixRequest
		for _, s := range f.Sites {
			requests = append(requests, fixRequest{site: s, typ: t, fields: idle, frozen: true})
		}
		out = append(out, finding{d, requests})
	}
	return out
}

// module returns the path of the module of the package, empty if it is not known.
func (r *run) module() string {
	if r.pass.Module == nil {
		return ""
	}
	return r.pass.Module.Path
}

// placeOf returns the place that is named file:line.
func placeOf(name string) Place {
	file, line := paths.CutLine(name)
	return Place{file, line}
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
