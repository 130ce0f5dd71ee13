package fuzz

import (
	"fmt"
	"strings"
)

const (
	use     = "\n\nfunc use(t *http.Transport) { t.IdleConnTimeout = time.Minute }\n\nvar _ = time.Second\n"
	imports = "package p\n\nimport (\n\t\"net/http\"\n\t\"time\"\n)\n\n"
)

// huge returns packages that are valid, and out of all proportion.
func huge() map[string]string {
	const n = 10_000
	repeat := strings.Repeat
	var helpers, elems, chain, wide strings.Builder
	for i := range 300 { // more keep the type checker busy
		fmt.Fprintf(&helpers, "func h%d(t *http.Transport) *http.Transport { if t != nil { return h%d(t) }; use(t); return h%d(t) }\n", i, (i+1)%300, (i*7)%300)
	}
	for i := range 20_000 {
		fmt.Fprintf(&elems, "\t{MaxIdleConns: %d},\n", i)
	}
	for i := range 2_000 {
		fmt.Fprintf(&chain, "\tx%d := x%d\n", i+1, i)
		fmt.Fprintf(&wide, "\tm[%d] = &http.Transport{}\n\tuse(m[%d])\n", i, i)
	}
	return map[string]string{
		"parentheses": imports + "var t = " + repeat("(", n) + "&http.Transport{}" + repeat(")", n) + use,
		"blocks":      imports + "func f() {\n" + repeat("{", n) + "use(&http.Transport{})" + repeat("}", n) + "}" + use,
		"branches":    imports + "func f() {\nvar t *http.Transport\nt = &http.Transport{}\n" + repeat("if t != nil {\nt = t.Clone()\n", 1000) + repeat("}\n", 1000) + "use(t)\n}" + use,
		"loops":       imports + "func f() {\nvar t *http.Transport\nt = &http.Transport{}\n" + repeat("for {\nt = t.Clone()\n", 200) + repeat("}\n", 200) + "}" + use,
		"closures":    imports + "func f() *http.Transport {\nreturn " + repeat("func() *http.Transport { return ", 1000) + "&http.Transport{}" + repeat(" }()", 1000) + "\n}" + use,
		"calls":       imports + "func id(t *http.Transport) *http.Transport { return t }\nvar t = " + repeat("id(", n) + "&http.Transport{}" + repeat(")", n) + use,
		"pointers":    imports + "var t " + repeat("*", n) + "http.Transport" + use,
		"slices":      imports + "var t " + repeat("[]", 200) + "http.Transport" + use,
		"literal":     imports + "var t = []http.Transport{\n" + elems.String() + "}" + use,
		"helpers":     imports + helpers.String() + "var t = h0(&http.Transport{})" + use,
		"chain":       imports + "func f() {\nx0 := &http.Transport{}\n" + chain.String() + "use(x2000)\n}" + use,
		"map":         imports + "func f() {\nm := map[int]*http.Transport{}\n" + wide.String() + "}" + use,
		"sum":         imports + "var s = \"\"" + repeat(" + \"a\"", n) + "\nvar t = &http.Transport{}" + use,
		"fields":      imports + "type s struct{ t *http.Transport; s *s }\nfunc f(x *s) {\nx" + repeat(".s", n) + ".t = &http.Transport{}\n}" + use,
	}
}
