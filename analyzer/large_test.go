package analyzer_test

import (
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/transportlint/transportlint/analyzer"
	"github.com/transportlint/transportlint/internal/extent"
	"github.com/transportlint/transportlint/internal/source"
	"github.com/transportlint/transportlint/internal/suite"
)

// TestLarge has packages in which everything may have to do with everything: with -tags=full, a loop over three of these lists takes
// minutes. The budget ends it, so that the test comes to its end; the allocations, which hardly depend on the machine, say that nothing is
// done without one.
func TestLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	n, most := 300, uint64(4_000_000)
	if extent.Full {
		n, most = 600, 12_000_000
	}
	fset := token.NewFileSet()
	std := importer.ForCompiler(fset, "gc", nil)
	a, err := analyzer.NewFor(analyzer.Settings{LambdaEntry: []string{"net/http.HandleFunc"}}, analyzer.Request{NoFixes: true})
	if err != nil {
		t.Fatal(err)
	}
	each := func(format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, strings.ReplaceAll(format, "#", "%[1]d")+"\n", i)
		}
		return b.String()
	}
	for _, test := range []struct {
		name, text string
	}{
		{"each function returns any client", "func all() []*http.Client { return []*http.Client{\n" + each("new#(),") + "} }\n" +
			each("func new#() *http.Client { if len(all()) > # { return all()[#] }; return &http.Client{Transport: &http.Transport{}} }") +
			each("func use#() { c := new#(); defer c.CloseIdleConnections(); c.Get(\"https://x\") }")},
		{"one function closes for all", "type s struct{ c []*http.Client }\nfunc (x *s) stop() {\n" + each("x.c[#].CloseIdleConnections()") + "}\n" +
			each("func u#() { x := &s{c: []*http.Client{{Transport: &http.Transport{}}}}; defer x.stop(); x.c[0].Get(\"https://x\") }")},
		{"closings are passed on", "func c(t *http.Transport) { t.CloseIdleConnections() }\n" +
			each("func c#(t *http.Transport) { c(t); if t.MaxIdleConns > # { c#(t) }}\nfunc u#() { t := &http.Transport{}; c#(t); (&http.Client{Transport: t}).Get(\"https://x\") }")},
		{"values refer to all others", "type node struct { next []*node; c *http.Client }\n" +
			each("func f#(all []*node) *node { n := &node{c: &http.Client{Transport: &http.Transport{}}}; n.next = append(all, n); n.c.Get(\"http://x\"); n.c.CloseIdleConnections(); return n }") +
			"func Run() {\n\tvar all []*node\n" + each("all = append(all, f#(all))") + "}\n"},
		{"handlers with one list", "type list struct { next *list; c *http.Client }\nfunc all() (l *list) {\n" + each("l = &list{l, &http.Client{Transport: &http.Transport{MaxIdleConns: #}}}") + "return l\n}\n" +
			each("func H#(w http.ResponseWriter, r *http.Request) { all().c.Get(\"http://x\"); for { if w == nil { break } } }")},
		{"a switch on networks", "func F(network string) {\n\td := &net.Dialer{}\n\tswitch network {\n" + each("case \"unix#\": d.Dial(network, \"x\")") + "}\n}\n"},
		{"strings of strings", "func t() string { return \"unix\" }\nfunc t0() string { return t() + t() }\n" +
			strings.ReplaceAll(each("func t#() string { return tt#() }"), "func t0()", "func tx()") + each("func tt#() string { return t() + t0() + t() }") +
			"func F(on bool) {\n\td := &net.Dialer{}\n\tfor range 3 { on = !on; if on { d.Dial(t1(), \"x\") } }\n}\n"},
		{"all interfaces", "type I interface{ F() }\n" + each("type t# struct{ c *http.Client }\nfunc (t *t#) F() { t.c.Get(\"http://x\") }") +
			"var list = []I{\n" + each("&t#{&http.Client{}},") + "}\nfunc handle(http.ResponseWriter, *http.Request) {\n" + each("list[#].F()") + "}\nfunc Start() { http.HandleFunc(\"/\", handle) }\n"},
		{"all set what all bring", "type opt struct { c *http.Client }\n" + each("func With#(c *http.Client) *opt { return &opt{c} }\nfunc (o *opt) Set#() { o.c.Transport.(*http.Transport).MaxIdleConns = # }")},
		{"dialers in dialers", "func F() {\n\tvar d []*net.Dialer\n" + each("d = append(d, &net.Dialer{KeepAlive: #})") + each("(&tls.Dialer{NetDialer: d[#]}).Dial(\"tcp\", \"x\")") + "}\n"},
		{"locals and loops", "func F(k int) {\n" + each("t# := &http.Transport{}; if k == # { t# = &http.Transport{MaxIdleConns: 3} }") + each("for k < # { t#.IdleConnTimeout = 3 }") + "}\n"},
		{"invocations close", each("var c# = &http.Client{Transport: &http.Transport{}}") + "var list = []*http.Client{\n" + each("c#,") + "}\nfunc handle(http.ResponseWriter, *http.Request) {\n" +
			each("list[#].CloseIdleConnections(); c#.Get(\"https://x\")") + "}\nfunc Start() { http.HandleFunc(\"/\", handle) }\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var imports string
			for _, path := range []string{"net", "crypto/tls", "net/http"} {
				if name := path[strings.LastIndexByte(path, '/')+1:]; strings.Contains(test.text, name+".") {
					imports += fmt.Sprintf("import %q\n", path)
				}
			}
			checked, err := source.Check(fset, std, "p", "package p\n\n"+imports+test.text)
			if err != nil {
				t.Fatal(err)
			}
			pkg := &packages.Package{PkgPath: "p", Types: checked.Types, TypesInfo: checked.Info, Syntax: checked.Files, Fset: fset}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err = suite.Run(a, pkg, func(*types.Package) []analysis.Fact { return nil })
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatal(err)
			}
			mallocs := after.Mallocs - before.Mallocs
			t.Logf("%d allocations", mallocs)
			if mallocs > most {
				t.Errorf("%d allocations", mallocs)
			}
		})
	}
}
