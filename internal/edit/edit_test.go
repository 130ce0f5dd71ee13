package edit

import (
	"slices"
	"testing"
)

func TestMerge(t *testing.T) {
	a, b := Edit{1, 3, "x"}, Edit{5, 5, "y"}
	for _, test := range []struct {
		name        string
		edits, more []Edit
		want        []Edit // nil if it fails
	}{
		{"apart", []Edit{a}, []Edit{b}, []Edit{a, b}},
		{"the same", []Edit{a, b}, []Edit{b}, []Edit{a, b}},
		{"one shared", []Edit{a}, []Edit{a, b}, []Edit{a, b}},
		{"overlapping", []Edit{a}, []Edit{{2, 4, "z"}}, nil},
		{"touching", []Edit{a}, []Edit{{3, 3, "z"}}, nil},
		{"at one place", []Edit{b}, []Edit{{5, 5, "z"}}, nil},
		{"beside what both have", []Edit{b}, []Edit{b, {5, 5, "z"}}, []Edit{b, {5, 5, "z"}}},
		{"nothing", []Edit{a}, nil, []Edit{a}},
	} {
		got, ok := Merge(test.edits, test.more)
		if ok != (test.want != nil) || !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, %v, want %v", test.name, got, ok, test.want)
		}
	}
}

func TestJoin(t *testing.T) {
	edits := []Edit{{7, 9, "c"}, {1, 1, "a"}, {1, 3, "b"}, {4, 4, "d"}, {9, 9, "e"}}
	if got, want := Join(edits), []Edit{{1, 3, "ab"}, {4, 4, "d"}, {7, 9, "ce"}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
