package pointsto

import (
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/source"
)

// shops is a package of so many types that each make a transport, pass it on and set fields of it.
func shops(n int) string {
	var b strings.Builder
	b.WriteString("package shops\n\nimport (\n\t\"net\"\n\t\"net/http\"\n\t\"time\"\n)\n")
	b.WriteString("\nfunc tune(t *http.Transport, idle time.Duration) *http.Transport {\n\tif idle > 0 {\n\t\tt.IdleConnTimeout = idle\n\t}\n\treturn t\n}\n")
	for i := range n {
		fmt.Fprintf(&b, `
type Shop%[1]d struct {
	client    *http.Client
	transport http.RoundTripper
}

func New%[1]d(idle time.Duration, opts ...func(*Shop%[1]d)) *Shop%[1]d {
	d := net.Dialer{Timeout: time.Second}
	t := tune(&http.Transport{DialContext: d.DialContext}, idle)
	s := &Shop%[1]d{client: &http.Client{Transport: t}, transport: t}
	for _, o := range opts {
		o(s)
	}
	return s
}

func Conns%[1]d(n int) func(*Shop%[1]d) {
	return func(s *Shop%[1]d) {
		if t, ok := s.transport.(*http.Transport); ok {
			t.MaxIdleConnsPerHost = n
		}
	}
}
`, i)
	}
	return b.String()
}

func BenchmarkAnalyze(b *testing.B) {
	fset := token.NewFileSet()
	std := importer.ForCompiler(fset, "gc", nil)
	lookUp := func(path, name string) *types.TypeName {
		pkg, err := std.Import(path)
		if err != nil {
			b.Fatal(err)
		}
		return pkg.Scope().Lookup(name).(*types.TypeName)
	}
	watched := []*types.TypeName{lookUp("net/http", "Transport"), lookUp("net/http", "Client"), lookUp("net", "Dialer")}
	for _, n := range []int{10, 100} {
		pkg, err := source.Check(fset, std, "example.com/shops", shops(n))
		if err != nil {
			b.Fatal(err)
		}
		in := Input{Pkg: pkg.Types, Info: pkg.Info, Files: pkg.Files, Tracked: watched, Judged: func(*types.TypeName) bool { return true }, Summary: func(*types.Package) (*Summary, bool) { return nil, false }}
		b.Run(fmt.Sprintf("shops=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if got := len(Analyze(in).Sites); got != 3*n {
					b.Fatalf("%d sites, want %d", got, 3*n)
				}
			}
		})
	}
}
