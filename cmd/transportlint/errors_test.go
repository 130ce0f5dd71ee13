package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/transportlint/transportlint/internal/cli"
)

// A package with type errors is analyzed as far as its types are known. Nothing is said of what goes where they are not.
func TestPackageWithTypeErrors(t *testing.T) {
	cli.Long(t)
	t.Parallel()
	dir := cli.LayOut(t, `
-- go.mod --
module example.com/m

go 1.26
-- a/a.go --
package a

import (
	"net/http"

	"example.com/gone/sdk"
)

var Plain = &http.Transport{}

var Given = sdk.New(&http.Transport{})

func method(s *sdk.Client) {
	t := &http.Transport{}
	s.Use(t)
}

func stored(s *sdk.Client) {
	t := &http.Transport{}
	s.Transport = t
}

func literal() any {
	return sdk.Options{Client: &http.Client{Transport: &http.Transport{}}}
}

func callback() { sdk.Do(func() *http.Transport { return &http.Transport{} }) }

func configure(t *http.Transport) *http.Transport {
	sdk.Configure(t)
	return t
}

func configured() http.RoundTripper { return configure(&http.Transport{}) }

type mine struct {
	sdk.Base
	rt http.RoundTripper
}

func newMine() *mine {
	m := &mine{rt: &http.Transport{}}
	m.complete()
	return m
}

var acknowledged = &http.Transport{IdleConnTimeout: sdk.Timeout} //transportlint:ignore transport the SDK knows
`)
	for _, build := range []string{"always", "never"} {
		got := cli.Lint(t, dir, "-build="+build, "./...")
		if want := []string{"a/a.go:9:14"}; got.Code != 2 || !slices.Equal(cli.Positions(got.Stdout), want) {
			t.Errorf("-build=%s: want exit 2 and %s, got %v", build, want, got)
		}
	}
}

// What cannot be imported is said once, with how much follows from it.
func TestMissingModule(t *testing.T) {
	t.Parallel()
	archive := "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n"
	for i := range 20 {
		archive += fmt.Sprintf("-- p%d/p.go --\npackage p%[1]d\n\nimport \"example.com/gone/go-sdk\"\n\nvar X, Y = sdk.New(), sdk.Z.W(1)\n", i)
	}
	got := cli.Lint(t, cli.LayOut(t, archive), "-build=never", "./...")
	if lines := strings.Count(got.Stderr, "\n"); got.Code != 2 || lines > 4 || !strings.Contains(got.Stderr, "so do 19 more imports\n") {
		t.Errorf("want exit 2 and one error that speaks of 19 more imports, got %v", got)
	}
}
