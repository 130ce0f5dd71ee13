package analyzer

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/flow"
	"github.com/transportlint/transportlint/internal/lambda"
)

// frozen tells whether the package may matter to a Lambda function: it is part of one, it uses HTTP clients, or it imports a
// package that does. All others cost no more than this look.
func (c *config) frozen(pass *analysis.Pass, files []*ast.File) bool {
	if !c.rules[lambda.Idle] && !c.rules[lambda.Default] && !c.rules[lambda.Leak] {
		return false
	}
	http := false
	for _, p := range pass.Pkg.Imports() {
		if p.Path() == catalog.Events || slices.ContainsFunc(c.entries, func(e catalog.Entry) bool { return e.Package == p.Path() }) {
			return true
		}
		if _, ok := lambdaFact(pass)(p); ok {
			return true
		}
		http = http || p.Path() == "net/http"
	}
	return http && usesClients(pass.TypesInfo, files)
}

// usesClients tells whether files mention an HTTP client.
func usesClients(info *types.Info, files []*ast.File) bool {
	found := false
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok || found {
				return !found
			}
			if o := info.Uses[sel.Sel]; o != nil && o.Pkg() != nil && o.Pkg().Path() == "net/http" && o.Parent() == o.Pkg().Scope() {
				switch o.Name() {
				case "Client", "Transport", "DefaultClient", "DefaultTransport", "Get", "Head", "Post", "PostForm":
					found = true
				}
			}
			return true
		})
	}
	return found
}

func lambdaFact(pass *analysis.Pass) func(*types.Package) (*lambda.Fact, bool) {
	return func(p *types.Package) (*lambda.Fact, bool) {
		f := new(lambda.Fact)
		return f, pass.ImportPackageFact(p, f)
	}
}

// lambda looks for clients that outlive an invocation, and reports them.
func (c *config) lambda(pass *analysis.Pass, files []*ast.File, found *flow.Result) []analysis.Diagnostic {
	module := ""
	if pass.Module != nil {
		module = pass.Module.Path
	}
	var sites []*flow.Site
	for _, s := range found.Sites {
		if s.Type.Pkg().Path() == "net/http" {
			sites = append(sites, s)
		}
	}
	r := lambda.Look(lambda.Input{
		Pkg: pass.Pkg, Fset: pass.Fset, Graph: found.Graph, Sites: sites,
		Entries: c.entries, MaxIdle: int64(c.LambdaMaxIdle), Module: module, Fact: lambdaFact(pass),
	})
	if r.Fact != nil {
		pass.ExportPackageFact(r.Fact)
	}
	var out []analysis.Diagnostic
	for _, f := range r.Findings {
		if !c.rules[f.Rule] {
			continue
		}
		out = append(out, analysis.Diagnostic{
			Pos: f.Pos, End: f.End,
			Category: f.Rule,
			URL:      url + "#" + f.Rule,
			Message:  lambdaMessage(f, c.LambdaMaxIdle, module, pass.Pkg.Path()),
		})
	}
	return out
}

// lambdaMessage says what happens to the client, and where it is if that is in another package.
func lambdaMessage(f lambda.Finding, maxIdle Duration, module, pkg string) string {
	var m string
	switch {
	case f.Rule == lambda.Leak:
		m = f.Rule + ": " + f.Type + " is built on every invocation and leaves IdleConnTimeout unset (each invocation leaves its connections and goroutines behind)"
	case f.Rule == lambda.Default:
		m = f.Rule + ": " + f.Type + " lives across invocations on http.DefaultTransport's 90s IdleConnTimeout (after a freeze it may send on a connection that the server has closed; choose an IdleConnTimeout below the server's)"
	case f.TooLong:
		m = fmt.Sprintf("%s: %s lives across invocations with an IdleConnTimeout above %s (after a freeze it may send on a connection that the server has closed", f.Rule, f.Type, &maxIdle)
		if f.Owner != "" {
			m += "; it is set in the http.Transport at " + shortPlace(f.Owner, module, pkg)
		}
		m += ")"
	default:
		m = f.Rule + ": " + f.Type + " lives across invocations and leaves IdleConnTimeout unset (after a freeze it sends on connections that the server has closed; choose an IdleConnTimeout below the server's"
		if f.Owner != "" {
			m += ", in the http.Transport at " + shortPlace(f.Owner, module, pkg)
		}
		m += ")"
	}
	if f.Elsewhere {
		m += " at " + shortPlace(f.Place, module, pkg)
	}
	return m
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
