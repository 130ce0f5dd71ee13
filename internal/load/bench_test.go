package load

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// BenchmarkScope looks through packages of which each has ten files and every tenth one a transport.
func BenchmarkScope(b *testing.B) {
	only := &Selection{Types: map[string][]string{"net/http": {"Transport"}, "net": {"Dialer"}, "crypto/tls": {"Dialer"}}}
	const file = "package p\n\nimport \"net/http\"\n" // and then some functions
	body := strings.Repeat("\nfunc f(r *http.Request) string {\n\t// The transport is no business of ours.\n\treturn r.URL.Path\n}\n", 50)
	http := &packages.Package{ID: "net/http", PkgPath: "net/http", Name: "http", ExportFile: "http.a"}
	for _, n := range []int{100, 1000} {
		content := make(map[string][]byte)
		prog := &Program{overlay: &Overlay{content: content}}
		size := 0
		for i := range n {
			pkg := &packages.Package{
				ID: fmt.Sprint("p", i), PkgPath: fmt.Sprint("p", i), Name: "p", ExportFile: "p.a",
				Imports: map[string]*packages.Package{"net/http": http},
			}
			for j := range min(i, 3) {
				dep := prog.Listed[(i*(j+7))%i]
				pkg.Imports[dep.PkgPath] = dep
			}
			for j := range 10 {
				name := fmt.Sprintf("p%d/%d.go", i, j)
				text := file + body
				if i%10 == 0 && j == 9 {
					text += "\nvar t = &http.Transport{}\n"
				}
				pkg.GoFiles, content[name] = append(pkg.GoFiles, name), []byte(text)
				size += len(text)
			}
			prog.Listed = append(prog.Listed, pkg)
		}
		b.Run(fmt.Sprintf("packages=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(size))
			for b.Loop() {
				if got := len(prog.scope(only, nil)); got != n/10 {
					b.Fatalf("%d packages in scope, want %d", got, n/10)
				}
			}
		})
	}
}
