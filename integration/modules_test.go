package integration

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/catalog"
)

// otherModules returns the cataloged types that are not the standard library's.
func otherModules() []catalog.Type {
	return slices.DeleteFunc(catalog.Types(), func(t catalog.Type) bool { return t.Module == "" })
}

// The fields that the catalog has are there in each version of the module that it names.
func TestOtherModulesFields(t *testing.T) {
	for _, typ := range otherModules() {
		for _, version := range typ.Versions {
			t.Run(typ.Package+"@"+version, func(t *testing.T) {
				t.Parallel()
				dir := download(t, typ.Module+"@"+version)
				have := structFields(t, filepath.Join(dir, strings.TrimPrefix(typ.Package, typ.Module)), typ.Name)
				for _, f := range typ.Fields {
					if !have[f.Name] {
						t.Errorf("%s %s has no field %s: correct the catalog", typ.Name, version, f.Name)
					}
				}
			})
		}
		// Other fields that a row names may be newer.
		newest := typ.Versions[len(typ.Versions)-1]
		dir := download(t, typ.Module+"@"+newest)
		have := structFields(t, filepath.Join(dir, strings.TrimPrefix(typ.Package, typ.Module)), typ.Name)
		for _, f := range typ.Fields {
			for _, name := range f.SetBy {
				if !have[name] {
					t.Errorf("%s %s has no field %s, by which %s is said to be set: correct the catalog", typ.Name, newest, name, f.Name)
				}
			}
		}
	}
}

// structFields returns the names of the fields that the struct type called name has in the package in dir.
func structFields(t *testing.T, dir, name string) map[string]bool {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]bool)
	for _, entry := range files {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, entry.Name()), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for n := range ast.Preorder(file) {
			spec, ok := n.(*ast.TypeSpec)
			if !ok || spec.Name.Name != name {
				continue
			}
			if s, ok := spec.Type.(*ast.StructType); ok {
				for _, f := range s.Fields.List {
					for _, id := range f.Names {
						out[id.Name] = true
					}
				}
			}
		}
	}
	return out
}

// What is said of other modules' types, and that nothing is where the fields are set.
func TestOtherModules(t *testing.T) {
	archive := `
-- go.mod --
module example.com/m

go 1.26

require (
	github.com/gomodule/redigo v1.9.3
	github.com/gorilla/websocket v1.5.3
	github.com/valyala/fasthttp v1.77.0
	golang.org/x/net v0.62.0
)
-- tools.go --
package m

import _ "github.com/valyala/fasthttp"
-- bad/bad.go --
package bad

import (
	"github.com/gomodule/redigo/redis"
	"github.com/gorilla/websocket"
	"github.com/valyala/fasthttp"
	"golang.org/x/net/http2"
)

var pool = &redis.Pool{MaxIdle: 3}

var dialer = &websocket.Dialer{Subprotocols: []string{"chat"}}

var client = &fasthttp.Client{Name: "example"}

var transport = &http2.Transport{AllowHTTP: true}
-- good/good.go --
package good

import (
	"net/http"
	"time"

	"github.com/gomodule/redigo/redis"
	"github.com/gorilla/websocket"
	"github.com/valyala/fasthttp"
	"golang.org/x/net/http2"
)

var pool = &redis.Pool{MaxIdle: 3, IdleTimeout: 4 * time.Minute}

var tested = &redis.Pool{TestOnBorrow: func(c redis.Conn, _ time.Time) error {
	_, err := c.Do("PING")
	return err
}}

var dialer = &websocket.Dialer{Proxy: http.ProxyFromEnvironment, HandshakeTimeout: 45 * time.Second}

var client = &fasthttp.Client{ReadTimeout: 30 * time.Second}

func transport(idle time.Duration) *http2.Transport {
	tr := new(http2.Transport)
	tr.IdleConnTimeout = idle
	tr.ReadIdleTimeout = idle
	return tr
}
`
	dir := layOut(t, archive)
	write(t, filepath.Join(dir, "go.sum"), read(t, "go.sum"))
	in := process{dir: dir, env: []string{"GOFLAGS=-mod=mod"}}
	in.must(t, "go", "mod", "tidy")
	want := []string{
		"bad/bad.go:10:13: pool: redis.Pool does not set IdleTimeout",
		"bad/bad.go:12:15: dialer: websocket.Dialer does not set HandshakeTimeout and Proxy",
		"bad/bad.go:14:15: client: fasthttp.Client does not set ReadTimeout",
		"bad/bad.go:16:18: transport: http2.Transport does not set IdleConnTimeout and ReadIdleTimeout",
	}
	got := in.run(t, transportlint, "-strict", "-enable=client,pool", "./...")
	if got.code != 1 || !slices.Equal(heads(dir, got.stdout), want) {
		t.Errorf("want %s, got %v", strings.Join(want, "\n"), got)
	}
	// They are off by default.
	if got := in.run(t, transportlint, "./..."); got.code != 0 {
		t.Errorf("want no findings, got %v", got)
	}
	// A fix adds the fields that have a value for everybody.
	in.run(t, transportlint, "-fix", "-strict", "-enable=client,pool", "./bad")
	left := []string{"bad/bad.go:20:15: client: fasthttp.Client does not set ReadTimeout"}
	got = in.run(t, transportlint, "-strict", "-enable=client,pool", "./...")
	if list := heads(dir, got.stdout); len(list) != 1 || !strings.HasSuffix(list[0], strings.SplitN(left[0], ": ", 2)[1]) {
		t.Errorf("after -fix: want %s, got %v", left, got)
	}
}
