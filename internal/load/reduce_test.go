package load

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestReduce(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"//go:build go1.22\n\n/* a */ package p // b\n", "//go:build go1.22\n\n/* a */ package p \n"},
		{"package p\n\nfunc f() { return }\n", "package p\n\nfunc f() {        }\n"},
		{"package p\nfunc f() {\n\tif x {\n\t}\n} // end\nvar x int", "package p\nfunc f() {\n\n\n} \nvar x int"},
		{"package p\nfunc f() { a()\n\t b() } ; var x int\n", "package p\nfunc f() {\n      } ; var x int\n"},
		{"package p\nfunc f[T interface{ ~int }](a interface{}) struct{ x int } {\n_ = '{'\n}\n", "package p\nfunc f[T interface{ ~int }](a interface{}) struct{ x int } {\n\n}\n"},
		{"package p\nfunc (t T[K]) f() interface {\n\tM()\n} {\n\tx(\"}\\\"\", `}`, '\\'', '\"', /* } */ 1) // }\n}\n", "package p\nfunc (t T[K]) f() interface {\n\tM()\n} {\n\n}\n"},
		{"package p\nfunc assembly(x int) int\nvar v = []func(){f, g}\n", "package p\nfunc assembly(x int) int\nvar v = []func(){    }\n"},
		{"package p\nvar v =\nfunc() int { return 1 }\n", "package p\nvar v =\nfunc() int {          }\n"},
		{"package p\nvar (\n\tv = &T{1, {2}}\n\tw = []struct{ x int }{{1}}; x = f(U{1}, 2)\n)\n", "package p\nvar (\n\tv = &T{      }\n\tw = []struct{ x int }{   }; x = f(U{ }, 2)\n)\n"},
		{"package p\nvar v = [...]map[int]struct{ x int }{{1: {1}}, 5: {}}\nvar w = T{1}", "package p\nvar v = [...]map[int]struct{ x int }{{      }, 5: {}}\nvar w = T{ }"},
		{"package p\nconst c = len([1]int{1})\ntype a [len([2]int{1})]int\n", ""},
		{"package p\ntype c chan\nfunc() struct{}\ntype t struct{}\n", ""},
		{"package p\ntype f func()\nvar t = []f{g}\n", "package p\ntype f func()\nvar t = []f{ }\n"},
		{"package p; func f() {}; var x int", ""},
		{"package p\nfunc f()\n{ x }\n", ""}, // a syntax error
		{"package p\n\n//line a.y:1\nfunc f() { x }\n", ""},
		{"package p\n\nfunc f() {\n/*line a.y:1*/ x\n}\n", ""},
		{"package p\n\nfunc f() { \"\n }\n", ""},
		{"package p\n\nfunc f() { ` }\n", ""},
		{"package p\n\nfunc f() { {}\n", ""},
		{"package p\n\nfunc f() { /* }\n", ""},
		{"package p\n\nfunc f() { } }\n // x", ""},
		{"", ""},
	} {
		if test.want == "" {
			test.want = test.text
		}
		var r reducer
		if got := string(r.reduce([]byte(test.text))); got != test.want {
			t.Errorf("%q becomes\n%q, want\n%q", test.text, got, test.want)
		}
	}
}

// TestReduceStandardLibrary holds what stays of a file against what a parser of the whole file finds.
func TestReduceStandardLibrary(t *testing.T) {
	var r reducer
	for _, dir := range []string{"builtin", "encoding/json", "iter", "net/http/httputil", "slices", "text/template", "unicode"} {
		names, err := filepath.Glob(filepath.Join(build.Default.GOROOT, "src", dir, "*.go"))
		if err != nil || len(names) == 0 {
			t.Fatal(dir, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			whole, reduced := nodes(t, text), nodes(t, r.reduce(text))
			if !slices.Equal(whole, reduced) {
				t.Errorf("%s: other nodes, or in other places", name)
			}
			if len(r.out) == 0 && !strings.Contains(string(text), "line ") {
				t.Errorf("%s was not reduced", name)
			}
		}
	}
}

// nodes returns what text has outside the bodies of its functions and the elements of literals, and where.
func nodes(t *testing.T, text []byte) (list []string) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", text, parser.SkipObjectResolution)
	if err != nil {
		t.Error(err)
		return nil
	}
	at := func(pos token.Pos) string {
		p := fset.Position(pos)
		return fmt.Sprint(p.Line, ":", p.Column)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil:
			return false
		case *ast.FuncDecl:
			if n.Body != nil {
				list = append(list, at(n.Body.Lbrace)+"-"+at(n.Body.Rbrace))
				n.Body = nil
			}
		case *ast.CompositeLit:
			list = append(list, at(n.Lbrace)+"-"+at(n.Rbrace))
			n.Elts = nil
		case *ast.FuncLit:
			list = append(list, at(n.Body.Lbrace)+"-"+at(n.Body.Rbrace))
			n.Body.List = nil
		case *ast.Ident:
			list = append(list, n.Name)
		case *ast.BasicLit:
			list = append(list, n.Value)
		}
		list = append(list, fmt.Sprintf("%T %s-%s", n, at(n.Pos()), at(n.End())))
		return true
	})
	return append(list, cmp.Or(f.GoVersion, "no version"))
}
