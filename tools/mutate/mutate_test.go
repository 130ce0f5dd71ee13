package main

import (
	"strings"
	"testing"
	"time"
)

// TestMutate mutates a package with conditions that its tests depend on, some that they do not, one that saves work, one without
// which there is no end, and one without which the program ends.
func TestMutate(t *testing.T) {
	c := command{packages: []string{"./testdata/tiny"}, judge: "./testdata/tiny/judge", timeout: time.Minute}
	var out strings.Builder
	if err := c.run(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	const want = `testdata/tiny/tiny.go:32:2: case 0 -> nothing (as in all tests)
testdata/tiny/tiny.go:41:5: name == "?" -> if false (as in all tests)
testdata/tiny/tiny.go:44:5: name == "f" -> if false (3.9% more work)
testdata/tiny/tiny.go:51:5: first == "" -> if false
14 mutants, 4 not noticed
`
	if out.String() != want {
		t.Errorf("got:\n%swant:\n%s", &out, want)
	}
}
