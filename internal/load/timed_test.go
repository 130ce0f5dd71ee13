package load

import (
	"testing"

	"golang.org/x/tools/go/packages"
)

func TestTimed(t *testing.T) {
	only := &Selection{Timed: map[string][]string{"net/http": {"Client", "Server"}}, TimedFields: []string{"Timeout", "ReadTimeout"}}
	http := &packages.Package{PkgPath: "net/http", Name: "http"}
	for _, test := range []struct {
		text string
		want bool
	}{
		{"var c = http.Client{Timeout: 30}", true},
		{"var c = http.Client{Timeout: 30 * time.Second}", false},
		{"var c = http.Client{Timeout: 30, Transport: after(time.Second)}", true},
		{"var c = http.Client{Timeout: time.Duration(30)}", true},
		{"var c = http.Client{\n\tTimeout:\n\t\t30,\n}", true},
		{"var c = http.Client{Timeout: 5 *\n\ttime.Second}", true}, // may be
		{"func f(c *http.Client) { c.Timeout = limit }", false},
		{"func f(c *http.Client) { c.Timeout = time.Minute }", false},
		{"func f(c *http.Client) { c.Timeout = time.Duration(conf.Limit) }", false},
		{"func f(c *http.Client) { c.Timeout = 30; conf.Limit() }", true},
		{"func f(c *http.Client) {\n\tc.Timeout = 30 // as conf.Limit\n}", true},
		{"func f(c *http.Client) { n, c.Timeout = conf.Limit, 30 }", true},
		{"import conf \"example.com/config\"; func f(c *http.Client) { c.Timeout = conf.Limit }", true},
		{"var c = http.Client{Timeout: http.StatusOK}", true},
		{"func f(limit time.Duration) { _ = http.Client{Timeout: limit} }", false},
		{"const limit = 30; func f() { _ = http.Client{Timeout: limit} }", true},
		{"func f() { const (\n\ta, b = 30, 60\n\tother, limit\n); _ = http.Client{Timeout: limit} }", true},
		{"const other = 30; func f(limit time.Duration) { _ = http.Client{Timeout: limit * other} }", true}, // may be
		{"import . \"example.com/config\"; func f() { _ = http.Client{Timeout: limit} }", true},
		{"func f(c *http.Client) bool { return c.Timeout == 30 }", false},
		{"func f(c *http.Client) { Timeout := 30 }", false},
		{"type T struct { http.Client; Timeout time.Duration }", false},
		{"var s = &http.Server{ReadTimeout: 10}", true},
		{"var s = &http.Server{WriteTimeout: 10}", false},
		{"var o = options{Timeout: 30}", false},
	} {
		for name, words := range map[string]map[string]*packages.Package{"imported": {"net/http": http, "time": {PkgPath: "time", Name: "time"}}, "not imported": nil} {
			timed := newTimed(&skimmer{overlay: &Overlay{content: map[string][]byte{"p.go": []byte("package p\n\n" + test.text + "\n")}}}, only)
			got := timed.mentioned(&packages.Package{PkgPath: "p", GoFiles: []string{"p.go"}, Imports: words})
			if want := test.want && words != nil; got != want {
				t.Errorf("%s, net/http %s: %v, want %v", test.text, name, got, want)
			}
		}
	}
}
