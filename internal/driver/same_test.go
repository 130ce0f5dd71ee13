package driver

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/extent"
	"github.com/transportlint/transportlint/internal/load"
)

func TestMain(m *testing.M) {
	os.Setenv("GOGC", "400") // for many processes that end before their garbage is in the way
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}

// What other packages than the ones that import net/http can say of its types.
const farAway = `
-- go.mod --
module example.com/m

go 1.26
-- alias/alias.go --
package alias

import web "net/http"

type T = web.Transport

type derived web.Transport

type Own = derived

type List []*web.Transport

type Options struct{ Transport *web.Transport }

func New() *web.Transport { return &web.Transport{} }
-- again/again.go --
package again

import "example.com/m/alias"

type T = alias.T

type Options struct{ alias.Options }
-- further/further.go --
package further

import "example.com/m/again"

var Far = again.T{}
-- list/list.go --
package list

import "example.com/m/alias"

var List = alias.List{{}, {MaxIdleConns: 1}}

var Own = alias.Own{}
-- dot/dot.go --
package dot

import . "net/http"

var Dot = Transport{}
-- tune/tune.go --
// Package tune sets fields of a type that it cannot name.
package tune

import "example.com/m/alias"

func Tune(o *alias.Options) { o.Transport.MaxIdleConns = 1 }

func Made() { alias.New().MaxIdleConns = 1 }

func Same[T any](t T) T { return t }
-- through/through.go --
package through

import (
	"example.com/m/alias"
	"example.com/m/tune"
)

func Tune(o *alias.Options) { tune.Tune(o) }
-- use/use.go --
package use

import (
	"net/http"

	"example.com/m/alias"
	"example.com/m/through"
	"example.com/m/tune"
)

var a, b = tune.Same(&http.Transport{}), &http.Transport{}

func init() {
	through.Tune(&alias.Options{Transport: b})
	tune.Tune(&alias.Options{Transport: &http.Transport{}})
}
-- inner/inner.go --
// Package inner has nothing to do with the types, nor does anybody see by its declarations whom it imports.
package inner

import "example.com/m/alias"

func F() { alias.New() }
-- outer/outer.go --
package outer

import "example.com/m/inner"

func F() { inner.F() }
-- top/top.go --
package top

import (
	"net/http"

	"example.com/m/outer"
)

var Top = &http.Transport{}

func init() { outer.F() }
-- ignored/ignored.go --
package ignored

import _ "example.com/m/alias"

//transportlint:ignore transport nothing is here
var x int
-- deeper/deeper.go --
package deeper

import _ "example.com/m/ignored"

//transportlint:ignore transport nothing is here either
var x int
-- broken/broken.go --
package broken

var x int = "text"
-- usesbroken/usesbroken.go --
package usesbroken

import _ "example.com/m/broken"

func f() { undefined() }
-- unparsed/unparsed.go --
package unparsed

func f( {
-- unresolved/unresolved.go --
package unresolved

import _ "example.com/nowhere"
-- embeds/embeds.go --
package embeds

import _ "embed"

//go:embed nothing
var text string
-- tested/tested.go --
package tested

import "example.com/m/alias"

func Client() *alias.Options { return nil }
-- tested/tested_test.go --
package tested

import "net/http"

var inside = http.Transport{}
-- tested/outside_test.go --
package tested_test

import (
	"example.com/m/alias"
	"example.com/m/tested"
)

var outside = alias.T{}

var _ = tested.Client
`

// However the types of dependencies are found, and whether or not packages that cannot matter are left out, the result is the same.
func TestSameResults(t *testing.T) {
	far := layOut(t, farAway)
	module, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	type test struct {
		name     string
		dir      string
		patterns []string
		flags    map[string]string
	}
	tests := []test{
		{"far", far, []string{"./..."}, nil},
		{"tests", far, []string{"./..."}, map[string]string{"include-tests": "true"}},
		{"require", far, []string{"./..."}, map[string]string{"require": "example.com/m/alias.Options.Transport"}},
	}
	builds := []load.Build{load.BuildNever, load.BuildAuto, load.BuildAlways}
	if testing.Short() {
		tests, builds = tests[:1], builds[1:2] // what users have
	}
	if extent.Full {
		tests = append(tests,
			test{"part", far, []string{"./use", "./further"}, nil},
			test{"misspelled", far, []string{"./..."}, map[string]string{"require": "example.com/m/alias.Optoins.Transport"}},
			test{"lambda", filepath.Join(module, "testdata", "lambda"), []string{"./..."}, nil},
			test{"module", module, []string{"./..."}, map[string]string{"include-tests": "true", "enable": "client"}},
			test{"net", module, []string{"net/http/...", "crypto/tls", "log/...", "expvar"}, map[string]string{"strict": "true"}},
		)
	}
	for i, test := range tests {
		if i == 1 && !extent.Full {
			builds = []load.Build{load.BuildAuto} // the first has shown that they do not differ
		}
		t.Run(test.name, func(t *testing.T) {
			want := outcome(t, test.dir, test.patterns, test.flags, load.BuildNever, true)
			if len(want) < 2 {
				t.Errorf("nothing to compare: %q", want)
			}
			for _, build := range builds {
				got := outcome(t, test.dir, test.patterns, test.flags, build, false)
				if !slices.Equal(got, want) {
					t.Errorf("-build=%s: got:\n%s\nwant:\n%s", build, strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
			}
		})
	}
}

// outcome returns what a run prints, with all packages analyzed or those alone that can matter.
func outcome(t *testing.T, dir string, patterns []string, flags map[string]string, build load.Build, all bool) []string {
	t.Helper()
	opts := Options{WorkDir: dir, Build: build}
	settings := opts.Settings.Flags()
	for name, value := range flags {
		if err := settings.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	l, err := opts.loader()
	if err != nil {
		t.Fatal(err)
	}
	only, err := opts.selection()
	if err != nil {
		t.Fatal(err)
	}
	if all {
		only = nil
	}
	prog, err := l.Load(t.Context(), patterns, only)
	if err != nil {
		t.Fatal(err)
	}
	a, err := opts.analyzerFor(prog, nil)
	if err != nil {
		t.Fatal(err)
	}
	graphs, err := learn(t.Context(), a, prog, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := newResult(graphs[0], prog, dir)
	var list []string
	for _, p := range r.problems {
		list = append(list, fmt.Sprintf("%s:%d:%d: %s", p.path, p.line, p.col, p.message))
	}
	for _, f := range r.findings {
		list = append(list, fmt.Sprintf("%s: %s", f.place.Start, f.place.message))
	}
	return append(list, r.summary())
}
