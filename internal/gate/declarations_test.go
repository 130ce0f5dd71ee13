package gate

import (
	"fmt"
	"slices"
	"testing"
)

func TestChanges(t *testing.T) {
	const before = `package p

import "time"

// Set sets.
func Set(t *T) { t.A = 1; t.B = 2 }

func (t *T) Same() {}
func Gone()        {}
func init()        { a() }
func init()        { b() }

const (
	One = iota
	Two
)

type T struct{ A, B int }

var x, y = 1, 2
`
	const after = `package p

// Set sets less.
func Set(t *T) { t.A = 1 }

// Same has a comment now.
func (t *T) Same() {}
func init()        { a() }
func init()        { c() }

const (
	One = iota
	Two
)

type T struct{ A, B int }

var x, y = 1, 3

func New() {}
`
	var got []string
	for _, c := range Changes([]byte(before), []byte(after)) {
		got = append(got, fmt.Sprintf("%s %t %t", c.Symbol, c.Before != "", c.After != ""))
	}
	want := []string{"Gone true false", "New false true", "Set true true", "init true true", "x true true"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Changes(nil, []byte("package p; func F() {")); len(got) != 1 || got[0].Before != "" {
		t.Errorf("a new file that does not parse: %+v", got)
	}
}
