package lambda

import (
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
	"github.com/transportlint/transportlint/internal/source"
)

// routes is a package with a handler that reaches so many clients, each through a function and a type of its own.
func routes(n int) string {
	var b strings.Builder
	b.WriteString("package routes\n\nimport \"net/http\"\n\ntype route interface{ serve(url string) error }\n\nvar routes []route\n")
	b.WriteString("\nfunc handle(_ http.ResponseWriter, r *http.Request) {\n\tfor _, x := range routes {\n\t\tx.serve(r.URL.Path)\n\t}\n}\n")
	b.WriteString("\nfunc Start() {\n")
	for i := range n {
		fmt.Fprintf(&b, "\troutes = append(routes, new%d())\n", i)
	}
	b.WriteString("\thttp.HandleFunc(\"/\", handle)\n}\n")
	for i := range n {
		fmt.Fprintf(&b, `
type route%[1]d struct{ client *http.Client }

func new%[1]d() *route%[1]d {
	return &route%[1]d{&http.Client{Transport: &http.Transport{MaxIdleConns: %[1]d}}}
}

func (r *route%[1]d) serve(url string) error {
	resp, err := r.client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
`, i)
	}
	return b.String()
}

func BenchmarkAnalyze(b *testing.B) {
	fset := token.NewFileSet()
	std := importer.ForCompiler(fset, "gc", nil)
	http, err := std.Import("net/http")
	if err != nil {
		b.Fatal(err)
	}
	watched := []*types.TypeName{http.Scope().Lookup("Transport").(*types.TypeName), http.Scope().Lookup("Client").(*types.TypeName)}
	for _, n := range []int{10, 100} {
		pkg, err := source.Check(fset, std, "example.com/routes", routes(n))
		if err != nil {
			b.Fatal(err)
		}
		found := pointsto.Analyze(pointsto.Input{
			Pkg: pkg.Types, Info: pkg.Info, Files: pkg.Files, Tracked: watched, CallGraph: true,
			Judged:  func(*types.TypeName) bool { return true },
			Summary: func(*types.Package) (*pointsto.Summary, bool) { return nil, false },
		})
		in := Input{
			Pkg: pkg.Types, Fset: fset, Graph: found.Graph, Sites: found.Sites,
			Net:     netuse.Analyze(netuse.Input{Pkg: pkg.Types, Info: pkg.Info, Files: pkg.Files, Graph: found.Graph}, found.Sites),
			Entries: []catalog.Entry{{Package: "net/http", Funcs: []string{"HandleFunc"}}}, // stands for lambda.Start
			Fact:    func(*types.Package) (*Fact, bool) { return nil, false },
		}
		b.Run(fmt.Sprintf("clients=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if got := len(Analyze(in).Findings); got != n {
					b.Fatalf("%d findings, want %d", got, n)
				}
			}
		})
	}
}
